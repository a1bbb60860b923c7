package project

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

// first is the first record of an entity in the sample.
func first[T data.Record](t *testing.T, w *world) T {
	t.Helper()
	var none T
	page, err := w.Work.Records.List(t.Context(), app.Query{Entity: data.EntityOf(none).Name, Limit: 1})
	if err != nil || len(page.Records) == 0 {
		t.Fatalf("%d records, %v", len(page.Records), err)
	}
	return page.Records[0].(T)
}

func (w *world) desk(t *testing.T) *record.Desk {
	t.Helper()
	switch b := w.body().(type) {
	case *record.Desk:
		return b
	case *partners:
		return b.Desk
	case *indicators:
		return b.Desk
	case *activities:
		return b.Desk
	case *compiling:
		return b.Desk
	}
	t.Fatalf("no desk is shown but %T", w.body())
	return nil
}

func TestTheGrantIsShownAndSaved(t *testing.T) {
	w := open(t, screentest.Params{})
	g := w.body().(*grant)
	if w.nav.name.Text() != "PRIMACENTERS" || w.nav.sub.Text() != "101140836" || g.pane.Value("call") != "AMIF-2023-TF2-AG-CALL-04-LABOUR" {
		t.Fatalf("%q %q %q", w.nav.name.Text(), w.nav.sub.Text(), g.pane.Value("call"))
	}
	g.pane.SetValue("balance_paid", "2027-09-15")
	if !w.Dirty() || !w.Save() || w.Dirty() {
		t.Fatal("not saved")
	}
	if got := screentest.Stored[*data.Project](t, w.Work, w.book.project.ID); got.BalancePaid != "2027-09-15" {
		t.Errorf("paid on %q", got.BalancePaid)
	}
	if note := g.kept.note.Text(); !strings.Contains(note, "2032") || !strings.Contains(note, "2030") {
		t.Errorf("kept until: %s", note)
	}
	w.Last().Actions[0].Do()
	if got := g.pane.Value("balance_paid"); got != "" {
		t.Errorf("after undo: %q", got)
	}
}

func TestPeriodsThatOverlapAreToldAtTheirField(t *testing.T) {
	w := open(t, screentest.Params{})
	g := w.body().(*grant)
	rows := g.pane.Control("periods").(*kit.RowsEditor)
	list := rows.Rows()
	list[1].Values["from"], list[1].Values["to"] = "2027-04-30", "2025-11-01"
	rows.SetRows(list)
	g.pane.SetValue("periods", rows.Value())
	if w.Save() {
		t.Fatal("an end before its start was saved")
	}
	if g.pane.Tab() != tabPeriods {
		t.Errorf("the tab %s is shown", g.pane.Tab())
	}
	w.Discard()
	if w.Dirty() {
		t.Error("still dirty")
	}
}

// What is wrong on a tab that is not in view is shown, with the keyboard in its field.
func TestSavingFromAnotherTabShowsWhatIsWrong(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partIndicators)
	pane := w.desk(t).Pane()
	pane.Create(nil)
	pane.SetValue("code", "I9")
	pane.SetTab(tabTargets)
	if w.Save() || pane.Tab() != record.TabForm {
		t.Fatalf("an indicator without a name is saved; the tab is %s", pane.Tab())
	}
	if count := pane.Control("count").Target(); w.Win.Canvas().Focused() != count {
		t.Errorf("the keyboard is in %v", w.Win.Canvas().Focused())
	}
}

// A wording in another language is read by pressing its mark, and the keyboard stays on it.
func TestTheOfficialWordingIsReadInAnyLanguage(t *testing.T) {
	w := open(t, screentest.Params{})
	g := w.body().(*grant)
	g.pane.SetTab(tabStatements)
	o, canvas := g.texts[0], w.Win.Canvas()
	kit.Focus(o.marks.Objects[slices.Index(data.Languages, "el")])
	if kit.NameOf(canvas.Focused()) != "EL" {
		t.Fatalf("the keyboard is in %v", canvas.Focused())
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if o.wording.Text() != o.official("el") || kit.NameOf(canvas.Focused()) != "EL" {
		t.Errorf("%q; the keyboard is at %q", o.wording.Text(), kit.NameOf(canvas.Focused()))
	}
}

func TestThePrivacyNoticeIsTheProjectsOwn(t *testing.T) {
	w := open(t, screentest.Params{Lang: "el"})
	w.project.Reveal("project", w.book.project.ID, "privacy_notice")
	g := w.body().(*grant)
	next := data.Project{PrivacyNotice: data.TextIn("el", "Η δική μας ενημέρωση.")}
	g.pane.SetValue("privacy_notice", fields.Value(fields.Column(&next, "privacy_notice"), &next))
	if g.pane.Tab() != tabStatements || !w.Save() {
		t.Fatalf("not saved, on %s", g.pane.Tab())
	}
	if got := screentest.Stored[*data.Project](t, w.Work, w.book.project.ID).PrivacyNotice; got.In["el"] != "Η δική μας ενημέρωση." {
		t.Errorf("kept: %+v", got)
	}
}

func TestTheOfficialWordingIsLeftAndRestored(t *testing.T) {
	w := open(t, screentest.Params{Lang: "fr"})
	g := w.body().(*grant)
	g.pane.SetTab(tabStatements)
	o := g.texts[slices.IndexFunc(g.texts, func(o *official) bool { return o.column == "disclaimer" })]
	wording := o.wording.Text()
	if wording != w.Disclaimer("Commission européenne") || o.own.Visible() {
		t.Fatalf("%q", wording)
	}
	o.turn()
	if !w.Save() {
		t.Fatal("not saved")
	}
	if got := screentest.Stored[*data.Project](t, w.Work, w.book.project.ID).Disclaimer; got.In["fr"] != wording || got.In["el"] == "" || got.Stale("el") {
		t.Errorf("%+v", got)
	}
	o.turn()
	if !w.Save() || !screentest.Stored[*data.Project](t, w.Work, w.book.project.ID).Disclaimer.Empty() {
		t.Error("the official text is not restored")
	}
	g.pane.SetValue("funding", "funded_by")
	statement := g.texts[slices.IndexFunc(g.texts, func(o *official) bool { return o.column == "funding_statement" })]
	if name, want := kit.NameOf(statement.own.Target()), g.s.Printer.T("field.funding_statement"); name != want {
		t.Errorf("the own wording is called %q, want %q", name, want)
	}
	if statement.wording.Text() != w.FundingStatement("funded_by") {
		t.Errorf("the statement does not follow the funding: %q", statement.wording.Text())
	}
}

func TestEveryPartShowsItsRecords(t *testing.T) {
	w := open(t, screentest.Params{Lang: "el"})
	for _, part := range w.parts {
		w.show(part.id)
		if len(w.Errors) > 0 {
			t.Fatal(part.id, w.Errors)
		}
		if part.id == partGrant || part.id == partWords {
			continue
		}
		desk := w.desk(t)
		if n := w.book.counts[part.entities[0]]; n == 0 || desk.List().Count() != n || desk.Pane().ID() == "" {
			t.Errorf("%s: %d of %d records, %q is shown", part.id, desk.List().Count(), n, desk.Pane().ID())
		}
	}
}

func TestRevealLandsOnTheField(t *testing.T) {
	w := open(t, screentest.Params{})
	for _, tc := range []struct {
		rec       data.Record
		field     string
		part, tab string
	}{
		{first[*data.Project](t, w), "periods", partGrant, tabPeriods},
		{first[*data.Project](t, w), "granting_authority", partGrant, record.TabForm},
		{first[*data.Partner](t, w), "pic", partPartners, record.TabForm},
		{first[*data.Partner](t, w), "logo", partPartners, tabLogo},
		{first[*data.WorkPackage](t, w), "end", partWork, record.TabForm},
		{first[*data.Task](t, w), "name", partTasks, record.TabForm},
		{first[*data.Deliverable](t, w), "delivered", partDeliverables, record.TabForm},
		{first[*data.Indicator](t, w), "values", partIndicators, tabTargets},
		{first[*data.Communication](t, w), "emblem_checked", partActivities, record.TabForm},
		{first[*data.Milestone](t, w), "achieved", partMilestones, record.TabForm},
		{first[*data.Risk](t, w), "states", partRisks, record.TabForm},
		{first[*data.Narrative](t, w), "done", partNarratives, record.TabForm},
	} {
		e := entityName(tc.rec)
		if !slices.Contains(w.Shows(), e) {
			t.Errorf("no place for %s", e)
		}
		w.project.Reveal(e, tc.rec.Head().ID, tc.field)
		var pane *record.Pane
		if g, ok := w.body().(*grant); ok {
			pane = g.pane
		} else {
			pane = w.desk(t).Pane()
		}
		if w.now.id != tc.part || pane.ID() != tc.rec.Head().ID || pane.Tab() != tc.tab {
			t.Errorf("%s %s: part %s, tab %s, record %s", e, tc.field, w.now.id, pane.Tab(), pane.ID())
		}
	}
	w.project.Reveal("project", w.book.project.ID, "communications")
	if w.now.id != partActivities {
		t.Errorf("what the final report lacks is shown at %s", w.now.id)
	}
}

func TestAnotherProjectTakesTheScreen(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partPartners)
	w.makeProject("OTHER", "1")
	if w.nav.name.Text() != "OTHER" || w.now.id != partPartners || w.desk(t).List().Count() != 0 {
		t.Fatalf("%s, %s", w.nav.name.Text(), w.now.id)
	}
	if !w.nav.another.Visible() {
		t.Error("the other project is not offered")
	}
	i := slices.IndexFunc(w.book.projects, func(p *data.Project) bool { return p.Acronym == "PRIMACENTERS" })
	w.choose(w.book.projects[i].ID)
	if w.nav.name.Text() != "PRIMACENTERS" || w.desk(t).List().Count() != 6 {
		t.Errorf("%s, %d partners", w.nav.name.Text(), w.desk(t).List().Count())
	}
}

func TestTheProjectFileGoesFromOneWorkspaceToAnother(t *testing.T) {
	from := open(t, screentest.Params{})
	from.SaveTo = t.TempDir()
	from.saveFile()
	to := open(t, screentest.Params{Empty: true})
	if to.now != nil || to.nav.name.Text() != "Project" {
		t.Fatal("a part is shown without a project")
	}
	to.OpenFrom = from.SaveTo + "/PRIMACENTERS.primadesk"
	to.openFile()
	if len(to.Errors) > 0 || to.nav.name.Text() != "PRIMACENTERS" || to.book.counts["partner"] != 6 {
		t.Errorf("%v, %s", to.Errors, to.nav.name.Text())
	}
}

func TestTheScreenComesBackAsItWasLeft(t *testing.T) {
	w := open(t, screentest.Params{})
	risk := first[*data.Risk](t, w)
	w.project.Reveal("risk", risk.ID, "")
	state := w.State()
	again := newProject(Params{Workspace: w.Work, Shell: w.Shell, Printer: w.Shell.Printer}, kit.Inline())
	again.SetState(state)
	w.Shell.Show(t, again)
	if again.now.id != partRisks || !again.nav.parts.Open() || again.body().(*record.Desk).Pane().ID() != risk.ID {
		t.Errorf("%s from %s", again.now.id, state)
	}
}

func TestTheSubscriptionEnds(t *testing.T) {
	w := open(t, screentest.Params{})
	w.Hidden()
	before := w.book
	screentest.Keep(t, w.Work, &data.Risk{Project: before.project.ID, Number: "R9", Description: data.TextIn("en", "Rain")})
	if w.book != before {
		t.Error("read while hidden")
	}
	w.Shown()
	if w.book.counts["risk"] != before.counts["risk"]+1 {
		t.Error("not read anew")
	}
}

func TestPartsOfferTheNewPeriods(t *testing.T) {
	w := open(t, screentest.Params{})
	w.show(partNarratives)
	w.show(partGrant)
	p := w.book.project
	p.Periods[1].To = "2026-10-31"
	p.Periods = append(p.Periods, data.Period{Element: data.Element{ID: "third", Order: "z"}, Number: new(3), From: "2026-11-01", To: "2027-04-30"})
	screentest.Keep(t, w.Work, p)
	w.show(partNarratives)
	pane := w.desk(t).Pane()
	pane.SetValue("period", "3")
	if got := len(w.book.periods(w.Shell.Printer)); got != 3 || !w.Save() {
		t.Fatalf("%d periods", got)
	}
	if n := screentest.Stored[*data.Narrative](t, w.Work, pane.ID()); *n.Period != 3 {
		t.Errorf("period %d", *n.Period)
	}
}

// With the keyboard alone: down the list of parts, into one, a new record, saved.
func TestAPartIsChosenAndARecordMadeByKeys(t *testing.T) {
	w := open(t, screentest.Params{})
	canvas := w.Win.Canvas()
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	w.FocusSearch() // the grant has nothing to search: the list of parts gets the keyboard
	press(fyne.KeyDown, fyne.KeyReturn)
	if w.now.id != partPartners {
		t.Fatalf("%s is shown", w.now.id)
	}
	w.New()
	for _, r := range "Ένωση" {
		canvas.Focused().TypedRune(r)
	}
	if !w.Save() || w.book.counts["partner"] != 7 {
		t.Fatalf("%d partners, %v", w.book.counts["partner"], w.Errors)
	}
	if got := screentest.Stored[*data.Partner](t, w.Work, w.desk(t).Pane().ID()); got.LegalName != "Ένωση" || got.Project != w.book.project.ID {
		t.Errorf("%+v", got)
	}
	w.Delete()
	if w.book.counts["partner"] != 6 {
		t.Error("not deleted")
	}
}
