package reports

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"primadesk/data"
)

// gridded is small with organisations in three quarters of the grid, one without a place and one in the trash.
func gridded(t testing.TB) *memory {
	m := small(t)
	place := func(o *data.Organisation, power, interest int) { o.Power, o.Interest = number(power), number(interest) }
	place(m.organisations[0], 5, 4)
	m.organisations[0].Engagement, m.organisations[0].WantedEngagement = "neutral", "supportive"
	place(m.organisations[1], 2, 4)
	for i, o := range []data.Organisation{{Name: "Half known", Country: "IT", Power: number(4)}, {Name: "Far away"}, {Name: "Thrown away"}} {
		o.ID = fmt.Sprint("x", i)
		m.organisations = append(m.organisations, &o)
	}
	place(m.organisations[3], 3, 3)
	m.organisations[4].State = data.Trash
	return m
}

func TestStakeholdersAndTheirGrid(t *testing.T) {
	w := writeNamed(t, gridded(t), "stakeholders", options("en"))
	if got := strings.Join(w.file.GetSheetList(), ","); got != "Cover,Power and interest,By quarter,Organisations" || w.result.Draft {
		t.Errorf("sheets %s, draft %v", got, w.result.Draft)
	}
	check(t, "register", w.table("Organisations", "Group", ""), []map[string]string{
		{"Group": "Primary-sector employers", "Organisation": "Cooperativa Esempio", "Power": "2", "Interest": "4", "Quarter": "Keep informed"},
		{"Organisation": "Δήμος Παραδείγματος (Municipality of Example)", "Engagement": "Neutral", "Wanted engagement": "Supportive", "Quarter": "Manage closely"},
	})
	check(t, "by quarter", w.table("By quarter", "Quarter", ""), []map[string]string{
		{"Quarter": "Manage closely", "Power": "5", "Interest": "4"}, {"Quarter": "Keep informed", "Power": "2"}, {"Quarter": "Monitor", "Organisation": "Far away"},
	})
	check(t, "counts", w.table("Power and interest", "Quarter", "Total"), []map[string]string{
		{"Quarter": "Manage closely", "Power": "4–5", "Interest": "4–5", "Organisations": "1"}, {"Power": "4–5", "Interest": "1–3", "Organisations": "0"},
		{"Power": "1–3", "Organisations": "1"}, {"Quarter": "Monitor", "Organisations": "1"}, {"Quarter": "Not placed yet", "Organisations": "1"}, {"Organisations": "4"},
	})
	all := w.bytes()
	if !strings.Contains(all, "not for the project officer") || strings.Contains(all, "Thrown away") {
		t.Error("the cover does not say that it is internal, or the trash is in it")
	}
	for _, part := range []string{"<scatterChart>", "By quarter&#39;!$D$6:$D$8", "By quarter&#39;!$C$6:$C$8", `<max val="5"`, "Interest (1–5)"} {
		if !strings.Contains(all, part) {
			t.Errorf("the chart lacks %s", part)
		}
	}
}

func TestContactsOfStakeholdersOnlyWhenAskedFor(t *testing.T) {
	m, planted := withPeople(t)
	for _, o := range m.organisations {
		o.Power, o.Interest = number(3), number(4)
	}
	if all := writeNamed(t, m, "stakeholders", options("en")).bytes(); strings.Contains(all, m.contacts[0].FamilyName) || strings.Contains(all, m.contacts[0].Emails[0].Address) {
		t.Error("somebody is named")
	}
	m.contacts[1].Suppressed = true
	o := options("en")
	o.WithPersonalData = true
	w := writeNamed(t, m, "stakeholders", o)
	rows := w.table("Contacts", "Family name", "")
	if c := m.contacts[0]; len(rows) != 1 || rows[0]["Family name"] != c.FamilyName || rows[0]["E-mail addresses"] != c.Emails[0].Address ||
		rows[0]["Telephone numbers"] != c.Phones[0].Number || rows[0]["Country"] != "Greece" {
		t.Errorf("%v", rows)
	}
	all := w.bytes()
	for _, secret := range []string{m.contacts[0].Notes, m.organisations[0].Notes, m.contacts[0].Source} {
		if strings.Contains(all, secret) {
			t.Errorf("%s has no place even here", secret)
		}
	}
	if len(planted.special) == 0 || !strings.Contains(all, "Included") {
		t.Error("the cover does not say that people are named")
	}
	o.Country = "IT"
	if narrowed := writeNamed(t, m, "stakeholders", o); narrowed.find("Organisations", "Regional or local authorities", 1) != 0 || strings.Contains(narrowed.bytes(), m.contacts[0].FamilyName) {
		t.Error("another country is in it")
	}
}

// broken is a source whose contacts end in an error.
type broken struct{ *memory }

func (b broken) Contacts(context.Context) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		if yield(b.contacts[0], nil) {
			yield(nil, errors.New("the disk is gone"))
		}
	}
}

func TestContactsThatCannotBeReadLeaveNoFile(t *testing.T) {
	o := options("en")
	o.WithPersonalData = true
	path := t.TempDir() + "/x.xlsx"
	if _, err := Write(t.Context(), broken{gridded(t)}, "stakeholders", o, path, nil); err == nil || !strings.Contains(fmt.Sprintf("%+v", errors.Unwrap(err)), "disk is gone") {
		t.Errorf("%v", err)
	}
}

func TestStakeholdersOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		if w := writeNamed(t, tidy(t), "stakeholders", options(lang)); len(w.file.GetSheetList()) != 4 {
			t.Errorf("%s: %q of an empty project", lang, w.file.GetSheetList())
		}
		o := options(lang)
		o.WithPersonalData = true
		cachedNumbers(t, writeNamed(t, sampleProject(t), "stakeholders", o), 60)
	}
}
