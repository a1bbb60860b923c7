package app

import (
	"cmp"
	"slices"
	"testing"

	"primadesk/data"
)

func sampleWorkspace(t *testing.T) *Workspace {
	t.Helper()
	w := homeWorkspace(t)
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return w
}

func proposals(t *testing.T, w *Workspace) []Proposal {
	t.Helper()
	list, err := w.Proposals.List(t.Context(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestNoProposalsWithoutAProject(t *testing.T) {
	if list := proposals(t, homeWorkspace(t)); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestAHeldEventProposesItsActivityOnce(t *testing.T) {
	w := sampleWorkspace(t)
	list := proposals(t, w)
	if len(list) < 3 {
		t.Fatalf("%d proposals", len(list))
	}
	dated := slices.DeleteFunc(slices.Clone(list), func(p Proposal) bool { return p.Draft.Date == "" })
	if !slices.IsSortedFunc(dated, func(a, b Proposal) int { return cmp.Compare(a.Draft.Date, b.Draft.Date) }) || list[0].Draft.Date == "" {
		t.Error("not by date")
	}
	first := list[slices.IndexFunc(list, func(p Proposal) bool { return p.Entity == "event" && p.Draft.Date != "" })]
	d := first.Draft
	if d.Channel != "event" || d.Status != "delivered" || d.Event != first.Source || d.Country == "" || d.Date == "" || d.Reached == nil || d.Name.Empty() || d.Audience.Empty() {
		t.Errorf("prefilled with %+v", d)
	}
	if _, err := w.Proposals.Add(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	second := list[slices.IndexFunc(list, func(p Proposal) bool { return p.Source != first.Source })]
	done, err := w.Proposals.Dismiss(t.Context(), second.Draft)
	if err != nil {
		t.Fatal(err)
	}
	has := func(source string) bool {
		return slices.ContainsFunc(proposals(t, w), func(p Proposal) bool { return p.Source == source })
	}
	if has(first.Source) || has(second.Source) {
		t.Error("proposed again")
	}
	if _, err := w.Records.Undo(t.Context(), done.Batch); err != nil {
		t.Fatal(err)
	}
	if !has(second.Source) {
		t.Error("not proposed after the dismissal was undone")
	}
}

func TestABulletinProposesItsActivity(t *testing.T) {
	w := sampleWorkspace(t)
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for month, want := range map[string]bool{"2026-10": true, "2026-12": false} { // it is November
		b := &data.Bulletin{Project: project.ID, Number: new(3), Month: month, Name: data.TextIn("en", "Issue of "+month)}
		if _, err := w.Records.Save(t.Context(), b); err != nil {
			t.Fatal(err)
		}
		list := proposals(t, w)
		i := slices.IndexFunc(list, func(p Proposal) bool { return p.Source == b.ID })
		if (i >= 0) != want {
			t.Fatalf("%s is proposed: %t", month, i >= 0)
		}
		if i < 0 {
			continue
		}
		if d := list[i].Draft; d.Channel != "newsletter" || d.Date != data.Date(month+"-01") || d.Bulletin != b.ID || d.Reached != nil {
			t.Errorf("%+v", d)
		}
	}
}
