package contacts

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

func show(t testing.TB, p screentest.Params) (*screentest.Shell, *contacts) {
	t.Helper()
	s := screentest.Open(t, p)
	v := newContacts(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	s.Show(t, v)
	return s, v
}

// find shows somebody by her name, as a click on her line does.
func find(t testing.TB, v *contacts, name string) *data.Contact {
	t.Helper()
	for i := range v.List().Count() {
		v.List().Table().Select(i)
		if row, ok := v.List().Row(i); ok && row.Record.Title("en") == name {
			v.Open(row.ID())
			return v.Pane().Record().(*data.Contact)
		}
	}
	t.Fatalf("nobody is called %q", name)
	return nil
}

const eleni = "Ελένη Παπαδοπούλου"

func stored(t testing.TB, s *screentest.Shell, id string) *data.Contact {
	t.Helper()
	return screentest.Stored[*data.Contact](t, s.Work, id)
}

func TestFiltersOfPeople(t *testing.T) {
	s, v := show(t, screentest.Params{})
	all := v.List().Count()
	for _, f := range []struct{ field, value string }{
		{"country", "GR"}, {"organisation.group", "authorities"}, {"consent.newsletter", data.Consented}, {"consent.photographs", data.NotAsked},
		{"preferred_language", "el"}, {"review_by", "past"}, {"review_by", "none"}, {"suppressed", "false"},
	} {
		v.List().SetFilter(f.field, f.value)
		for i := range v.List().Count() {
			row, _ := v.List().Row(i)
			c := row.Record.(*data.Contact)
			ok := true
			switch f.field {
			case "country":
				ok = c.Country == f.value
			case "consent.newsletter":
				ok = c.ConsentFor("newsletter") == f.value
			case "consent.photographs":
				ok = c.ConsentFor("photographs") == f.value
			case "preferred_language":
				ok = c.PreferredLanguage == f.value
			}
			if !ok {
				t.Errorf("%s=%s lists %s", f.field, f.value, c.Title("en"))
			}
		}
		if n := v.List().Count(); n > all || len(s.Errors) > 0 {
			t.Errorf("%s=%s: %d of %d, %v", f.field, f.value, n, all, s.Errors)
		}
		v.List().SetFilter(f.field, "")
	}
}

func TestEditSaveReadsBack(t *testing.T) {
	s, v := show(t, screentest.Params{})
	before := *find(t, v, eleni)
	v.Pane().SetValue("role", "Αντιδήμαρχος")
	v.Pane().SetValue("next_contact", "2026-09-25")
	v.Pane().SetValue("tags", strings.Join([]string{"harbour", "speaker"}, kit.Separator))
	if !v.Dirty() || !v.Save() {
		t.Fatal(s.Errors)
	}
	after := stored(t, s, before.ID)
	if after.Role != "Αντιδήμαρχος" || after.NextContact != "2026-09-25" || !slices.Equal(after.Tags, data.SetOf("harbour", "speaker")) {
		t.Errorf("stored %+v", after)
	}
	if after.Emails[0] != before.Emails[0] || after.Consents[0] != before.Consents[0] || after.Owner != before.Owner {
		t.Error("fields that nobody touched have changed")
	}
	s.Last().Actions[0].Do()
	if got := stored(t, s, before.ID).Role; got != before.Role {
		t.Errorf("role %q after Undo", got)
	}
}

func TestWhatIsWrongStandsAtTheField(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c := find(t, v, eleni)
	next := record.Clone(c).(*data.Contact)
	next.Emails[0].Address = "e.papadopoulou.example.org"
	v.Pane().SetValue("emails", fields.Value(fields.Column(c, "emails"), next))
	v.Pane().SetValue("role", "changed")
	if v.Save() || len(s.Errors) > 0 || stored(t, s, c.ID).Role == "changed" {
		t.Errorf("an address that is none was saved, or told elsewhere: %v", s.Errors)
	}
	v.Discard()
	v.New()
	v.Pane().SetValue("role", "speaker")
	if v.Save() || v.Pane().Error("family_name") == "" {
		t.Error("somebody without a name was saved")
	}
}

func TestPhonesGetTheirInternationalForm(t *testing.T) {
	s, v := show(t, screentest.Params{})
	find(t, v, eleni)
	rows := v.Pane().Control("phones").(*kit.RowsEditor)
	id := record.NewID()
	rows.SetRows([]kit.RowValue{{ID: id, Values: map[string]string{"number": ""}}})
	target := rows.Target()
	c := s.Win.Canvas()
	c.Focus(target)
	c.FocusNext()
	for _, r := range "2710 223 456" {
		c.Focused().TypedRune(r)
	}
	c.FocusNext()
	c.Unfocus()
	if got := rows.Rows()[0].Values["number"]; got != "+30 271 022 3456" {
		t.Errorf("left as %q", got)
	}
}

func TestReachIsAClickAway(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c := find(t, v, eleni)
	chips := v.reach(c).(*fyne.Container).Objects
	chips[0].(*kit.FilterChip).Tapped(nil)
	if len(s.Opened) != 1 || !strings.HasPrefix(s.Opened[0], "mailto:") || !strings.Contains(s.Opened[0], "example.org") {
		t.Errorf("opened %q", s.Opened)
	}
	c = record.Clone(c).(*data.Contact)
	c.Suppressed = true
	if _, isChips := v.reach(c).(*fyne.Container); isChips {
		t.Error("somebody who wants no contact is offered to be written to")
	}
}

func TestNewOrganisationIsSavedWithTheContact(t *testing.T) {
	s, v := show(t, screentest.Params{})
	v.New()
	v.Pane().SetValue("family_name", "Ζαφείρη")
	o := &data.Organisation{Name: "Νέος Συνεταιρισμός", Country: "GR", Group: "employers"}
	v.Pane().Use("organisation", o)
	if _, err := s.Work.Records.Get(t.Context(), data.EntityOf(o), o.ID); err == nil {
		t.Fatal("the organisation is there before the contact is saved")
	}
	first, _ := v.List().First()
	v.Open(first.ID()) // the draft keeps it
	v.Pane().NextDraft()
	if got := v.Pane().Control("organisation").(*kit.Combo).Typed(); got != o.Name {
		t.Errorf("the draft's organisation is called %q", got)
	}
	if !v.Save() {
		t.Fatal(s.Errors)
	}
	row, _ := v.List().Known(v.Pane().ID())
	if row.Ref("organisation") != o.Name || v.group(row).Text != "Employers" && v.group(row).Text == "" {
		t.Errorf("the line says %q, %q", row.Ref("organisation"), v.group(row).Text)
	}
	s.Last().Actions[0].Do()
	if rec, err := s.Work.Records.Get(t.Context(), data.EntityOf(o), o.ID); err == nil && rec.Head().State == data.Live {
		t.Error("Undo left the organisation")
	}
	for _, option := range organisationGroups(fields.Enum(s.Printer, data.Group)) {
		if option.Value == "migrants" {
			t.Error("a person's organisation can be counted as migrants")
		}
	}
}

func TestLogInTwoKeystrokes(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c := find(t, v, eleni)
	press := func(key fyne.KeyName) {
		s.Win.Canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	if _, ok := s.Win.Canvas().(interface{ TypedShortcut(fyne.Shortcut) }); !ok {
		v.showLog()
		v.log.Begin()
	} else {
		press(fyne.KeyE)
	}
	if v.Pane().Tab() != tabLog {
		t.Fatal("the log is not shown")
	}
	in, ok := s.Win.Canvas().Focused().(interface{ TypedRune(rune) })
	if !ok {
		t.Fatal("nothing has the keyboard")
	}
	for _, r := range "Called about the visit" {
		in.TypedRune(r)
	}
	if !v.Dirty() || !v.Save() {
		t.Fatal("the entry was not saved", s.Errors)
	}
	f := factsOf(v.Pane().Facts())
	if len(f.log) == 0 || f.log[0].Summary != "Called about the visit" || f.log[0].Contact != c.ID || f.log[0].Organisation != c.Organisation {
		t.Fatalf("log %+v", f.log)
	}
	id := f.log[0].ID
	v.Open("")
	v.Reveal("engagement", id, "summary")
	if v.Pane().ID() != c.ID || v.Pane().Tab() != tabLog || !v.log.Close() {
		t.Error("the entry is not shown")
	}
}

func TestConsentIsGivenProvedAndWithdrawn(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c := find(t, v, "Μαρία Παπαδοπούλου")
	file := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(file, []byte("%PDF-1.4 consent"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.OpenFrom = file
	paper := newPaperField(v)
	paper.attach()
	if paper.Value() == "" || v.paper(paper.Value()) != "form.pdf" {
		t.Fatalf("attached %q, %v", paper.Value(), s.Errors)
	}
	v.consents.put(kit.RowValue{ID: record.NewID(), Values: map[string]string{
		"purpose": "sharing_with_partners", "date": "2025-06-01", "given": "paper", "evidence": paper.Value(),
	}})
	if !v.Save() {
		t.Fatal(s.Errors)
	}
	got := stored(t, s, c.ID)
	if got.ConsentFor("sharing_with_partners") != data.Consented || got.Consents[len(got.Consents)-1].Evidence != paper.Value() {
		t.Fatalf("stored %+v", got.Consents)
	}
	if screentest.Stored[*data.Evidence](t, s.Work, paper.Value()).FileName != "form.pdf" {
		t.Error("the file's record is not kept")
	}
	if v.paper(paper.Value()) != "form.pdf" {
		t.Error("the evidence has no name")
	}
	v.consents.withdraw(v.consents.rows[len(v.consents.rows)-1])
	if !v.Save() {
		t.Fatal(s.Errors)
	}
	if got := stored(t, s, c.ID); got.ConsentFor("sharing_with_partners") != data.Withdrawn || got.Consents[len(got.Consents)-1].Withdrawn != screentest.Today {
		t.Errorf("stored %+v", got.Consents)
	}
	v.openPaper(paper.Value())
	if len(s.Opened) != 1 || filepath.Base(s.Opened[0]) != "form.pdf" {
		t.Errorf("opened %q, %v", s.Opened, s.Errors)
	}
}

func TestPickedContactsAreInvited(t *testing.T) {
	s, v := show(t, screentest.Params{})
	event := screentest.Event(t, s.Work, "EL-02")
	var ids []string
	for i := range 6 {
		row, _ := v.List().Row(i)
		ids = append(ids, row.ID())
	}
	v.List().Pick(ids...)
	v.readRound(event.ID, ids)
	if len(s.Errors) > 0 {
		t.Fatal(s.Errors)
	}
	s.Win.Canvas().Overlays().Top().(*kit.Dialog).Close()
	round, err := s.Work.Invitations.Candidates(t.Context(), inviteOf(event.ID, ids))
	if err != nil {
		t.Fatal(err)
	}
	var reached []string
	for _, p := range round.People {
		if p.Lacks == "" && !p.Invited() {
			reached = append(reached, p.Contact)
		}
	}
	v.mark(round, reached, []string{"a@example.org", "b@example.org"}, true)
	if s.Copied != "a@example.org; b@example.org" || v.List().Picked() != 0 {
		t.Errorf("copied %q, %d still picked", s.Copied, v.List().Picked())
	}
	after, err := s.Work.Invitations.Candidates(t.Context(), inviteOf(event.ID, reached))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range after.People {
		if !p.Invited() {
			t.Errorf("%s is not invited", p.Name)
		}
	}
	if len(reached) == 0 {
		t.Error("nobody of six can be reached")
	}
}

func TestEventsOfAContact(t *testing.T) {
	s, v := show(t, screentest.Params{})
	for i := range v.List().Count() {
		row, _ := v.List().Row(i)
		v.Open(row.ID())
		f := factsOf(v.Pane().Facts())
		if len(f.attended) == 0 {
			continue
		}
		v.Pane().SetTab(tabEvents)
		d, err := readAttended(t.Context(), s.Work, row.ID())
		if err != nil || len(d) != len(f.attended) {
			t.Errorf("%d events shown, %d attended, %v", len(f.attended), len(d), err)
		}
		return
	}
	t.Error("nobody of the sample was at an event")
}

func TestADuplicateHasNobodysAddress(t *testing.T) {
	s, v := show(t, screentest.Params{})
	c := find(t, v, eleni)
	v.Pane().Duplicate()
	v.Pane().SetValue("given_name", "Άννα")
	if !v.Save() {
		t.Fatal(s.Errors)
	}
	got := stored(t, s, v.Pane().ID())
	if got.ID == c.ID || len(got.Emails) != 0 || len(got.Consents) != 0 || got.Organisation != c.Organisation || got.GivenName != "Άννα" {
		t.Errorf("copied %+v", got)
	}
}

func TestCommandsAndState(t *testing.T) {
	s, v := show(t, screentest.Params{})
	for _, c := range v.Commands() {
		if c.Text == "" {
			t.Error("a command without words")
		}
		c.Do()
	}
	v.log.Close()
	v.Discard()
	v.List().Unpick()
	v.List().SetFilter("review_by", "")
	v.List().SetFilter("country", "CY")
	first, _ := v.List().First()
	v.Open(first.ID())
	text := v.State()
	if strings.Contains(text, first.Record.Title("en")) {
		t.Error("the state holds a name")
	}
	again := newContacts(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	again.SetState(text)
	s.Show(t, again)
	if again.Pane().ID() != first.ID() || !slices.Equal(again.List().Filter("country"), []string{"CY"}) {
		t.Errorf("came back with %q, %q", again.Pane().ID(), again.List().Filter("country"))
	}
}

func TestLanguages(t *testing.T) {
	for _, lang := range i18n.Languages {
		s, v := show(t, screentest.Params{Lang: lang})
		if strings.HasPrefix(v.Title(), "[") || v.List().Count() == 0 || len(s.Errors) > 0 {
			t.Errorf("%s: title %q, %v", lang, v.Title(), s.Errors)
		}
		v.Hidden()
	}
}
