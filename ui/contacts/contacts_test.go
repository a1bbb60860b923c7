package contacts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

func TestListSearchesSortsAndFilters(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	all := b.s.source.pages.Len()
	if all < 35 || b.s.header == nil {
		t.Fatalf("%d contacts in the sample", all)
	}
	first := b.s.record.id()
	if first == "" || !b.s.record.view.Visible() {
		t.Fatal("no record beside the table")
	}
	var found [][]string
	for _, typed := range []string{"παπαδοπουλου", "ΠΑΠΑΔΟΠΟΥΛΟΥ", "Παπαδοπούλου"} {
		b.s.Search(typed)
		found = append(found, b.names(99))
	}
	if len(found[0]) == 0 || len(found[0]) == all || !slices.Equal(found[0], found[1]) || !slices.Equal(found[0], found[2]) {
		t.Errorf("found %q", found)
	}
	b.s.Search("")
	up := b.names(all)
	b.s.sorted(colName, true)
	down := b.names(all)
	slices.Reverse(down)
	if !slices.Equal(up, down) {
		t.Errorf("up %q, down the other way round %q", up, down)
	}
	b.s.sorted(colCountry, false)
	b.s.setFilter(byCountry, "GR")
	greek := b.s.source.pages.Len()
	b.s.setFilter(byConsent, data.Consented)
	for i := range b.s.source.pages.Len() {
		r, _ := b.s.source.pages.Item(i)
		if r.contact.Country != "GR" || r.contact.ConsentFor("newsletter") != data.Consented {
			t.Errorf("%s of %s is in the list", r.contact.FamilyName, r.contact.Country)
		}
	}
	if n := b.s.source.pages.Len(); n == 0 || n >= greek || greek >= all {
		t.Errorf("%d of %d Greeks of %d", n, greek, all)
	}
	b.s.Search("nobody is called this")
	if !b.s.nothing.Visible() || b.s.nobody.Visible() {
		t.Error("an empty search does not say so")
	}
	b.s.clear()
	if b.s.source.pages.Len() != all || b.s.header.Search().Text() != "" || b.s.nothing.Visible() {
		t.Errorf("%d contacts after clearing", b.s.source.pages.Len())
	}
}

func TestEmptyWorkspaceOffersTheFirstStep(t *testing.T) {
	b := show(t, workspace(t, "en", false), "en")
	if !b.s.nobody.Visible() || b.s.nothing.Visible() || b.s.record.view.Visible() {
		t.Fatal("the empty screen is not shown")
	}
	b.s.New()
	b.edit("given_name", "Ελένη")
	b.edit("family_name", "Δοκιμή")
	if !b.s.Save() {
		t.Fatal(b.shell.errors)
	}
	if got := b.names(9); !slices.Equal(got, []string{"Ελένη Δοκιμή"}) || b.s.table.Selected() != 0 || b.s.nobody.Visible() {
		t.Errorf("list %q, selected %d", got, b.s.table.Selected())
	}
	if len(b.shell.toasts) != 1 || b.s.Dirty() {
		t.Errorf("toasts %v, dirty %v", b.shell.toasts, b.s.Dirty())
	}
	b.shell.toasts[0].Actions[0].Do()
	if b.s.source.pages.Len() != 0 || b.s.record.view.Visible() {
		t.Error("Undo did not take the contact back")
	}
}

func TestEditSaveAndUndo(t *testing.T) {
	w := workspace(t, "en", true)
	b := show(t, w, "en")
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	before := *b.stored(id)
	b.edit("role", "Αντιδήμαρχος")
	b.edit("tags", strings.Join([]string{"harbour", "speaker"}, kit.Separator))
	b.edit("next_contact", "2026-09-25")
	if !b.s.Dirty() || b.s.record.bar.Note() == "" {
		t.Error("the form does not say that it is not saved")
	}
	if !b.s.Save() {
		t.Fatal(b.shell.errors)
	}
	after := b.stored(id)
	if after.Role != "Αντιδήμαρχος" || !slices.Equal(after.Tags, data.SetOf("harbour", "speaker")) || after.NextContact != "2026-09-25" {
		t.Errorf("stored %+v", after)
	}
	if after.Emails[0] != before.Emails[0] || after.Consents[0] != before.Consents[0] || after.Owner != before.Owner {
		t.Error("fields that nobody touched have changed")
	}
	if b.s.Dirty() || b.s.record.bar.Note() != "" {
		t.Error("still dirty after saving")
	}
	b.shell.toasts[0].Actions[0].Do()
	if got := b.stored(id).Role; got != before.Role || b.s.record.form.Value("role") != before.Role {
		t.Errorf("role %q after Undo, in the form %q", got, b.s.record.form.Value("role"))
	}
}

func TestInvalidEmailStandsAtItsField(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	rows := decodeRows(b.s.record.form.Value("emails"))
	rows[0].Values["address"] = "e.papadopoulou.example.org"
	b.edit("emails", encodeRows(rows))
	b.edit("role", "changed")
	if b.s.Save() {
		t.Fatal("saved")
	}
	if got := b.s.record.form.wrong["emails"]; !slices.Equal(got, []rowError{{rows[0].ID, "address"}}) {
		t.Errorf("errors at %v", got)
	}
	if c := b.stored(id); c.Role == "changed" || !strings.Contains(c.Emails[0].Address, "@") {
		t.Error("something was stored")
	}
	if len(b.shell.errors) != 0 || !b.s.Dirty() {
		t.Errorf("errors %v, dirty %v", b.shell.errors, b.s.Dirty())
	}
	b.s.record.form.edited("emails")
	if len(b.s.record.form.wrong["emails"]) != 0 {
		t.Error("the error stays while it is being mended")
	}
}

func TestNameIsWanted(t *testing.T) {
	b := show(t, workspace(t, "en", false), "en")
	b.s.New()
	b.edit("role", "speaker")
	if b.s.Save() || b.s.record.form.Error("family_name") == "" {
		t.Errorf("a contact without a name: error %q", b.s.record.form.Error("family_name"))
	}
}

func TestDraftsAreKept(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	b.edit("role", "Αντιδήμαρχος")
	other := b.names(1)[0]
	if other == "Ελένη Παπαδοπούλου" {
		other = b.names(2)[1]
	}
	b.line(other)
	if b.s.record.form.Value("role") == "Αντιδήμαρχος" || b.s.record.form.Dirty() || !b.s.Dirty() || b.s.draftCount() != 1 {
		t.Fatal("the draft went into another record, or is lost")
	}
	if !slices.Contains(b.names(99), "Ελένη Παπαδοπούλου •") {
		t.Error("the line of the draft is not marked")
	}
	b.s.Hidden()
	b.s.Shown()
	if b.s.Save() || b.shell.status == "" {
		t.Error("the screen can be left although a draft waits, or does not say so")
	}
	if b.s.record.id() != id || b.s.record.form.Value("role") != "Αντιδήμαρχος" || !b.s.record.form.Dirty() || b.s.draftCount() != 0 {
		t.Fatal("the draft is not opened again")
	}
	if !b.s.Save() || b.stored(id).Role != "Αντιδήμαρχος" || b.s.Dirty() {
		t.Error("the draft could not be saved")
	}
	b.edit("role", "x")
	b.s.record.revert()
	if b.s.record.form.Value("role") != "Αντιδήμαρχος" || b.s.Dirty() {
		t.Error("Cancel left something")
	}
	b.edit("role", "x")
	b.line(other)
	b.s.Discard()
	if b.s.Dirty() || b.s.draftCount() != 0 {
		t.Error("Discard left a draft")
	}
}

func TestNewOrganisationIsSavedWithTheContact(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.s.New()
	b.edit("family_name", "Ζαφείρη")
	o := &data.Organisation{Name: "Νέος Συνεταιρισμός", Country: "GR", Group: "employers"}
	o.ID = newID()
	b.s.record.useOrganisation(o)
	b.line(b.names(1)[0]) // the draft keeps it
	b.s.nextDraft()
	if got := b.s.record.form.company.Typed(); got != "Νέος Συνεταιρισμός" {
		t.Errorf("the draft's organisation is called %q", got)
	}
	if _, err := b.w.Records.Get(t.Context(), organisationEntity(), o.ID); err == nil {
		t.Fatal("the organisation is there before the contact is saved")
	}
	if !b.s.Save() {
		t.Fatal(b.shell.errors)
	}
	r, _ := b.s.source.pages.Item(b.s.source.index(b.s.record.id()))
	if r.organisation != "Νέος Συνεταιρισμός" || r.group != "employers" {
		t.Errorf("the line says %q, %q", r.organisation, r.group)
	}
	b.shell.toasts[0].Actions[0].Do()
	if rec, err := b.w.Records.Get(t.Context(), organisationEntity(), o.ID); err == nil && rec.Head().State == data.Live {
		t.Error("Undo left the organisation")
	}
	for _, option := range organisationGroups(enumOptions(b.s.Printer, data.Group)) {
		if option.Value == "migrants" {
			t.Error("a person's organisation can be counted as migrants")
		}
	}
}

func TestDeleteAndUndo(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	all := b.s.source.pages.Len()
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	next := b.s.source.neighbour(id)
	b.edit("role", "a change that goes with it")
	b.s.Delete()
	if b.s.source.pages.Len() != all-1 || b.s.source.index(id) >= 0 || b.s.Dirty() {
		t.Fatalf("%d of %d are left, dirty %v", b.s.source.pages.Len(), all, b.s.Dirty())
	}
	if b.s.record.id() != next || b.s.record.view.Size().Width < kit.PaneWidth {
		t.Error("the next contact is not shown")
	}
	b.shell.toasts[0].Actions[0].Do()
	if b.s.source.pages.Len() != all || b.stored(id).State != data.Live {
		t.Error("Undo did not bring the contact back")
	}
}

func TestConcurrentChangeIsDecidedAtTheField(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	b.edit("role", "written here")
	elsewhere := b.stored(id)
	elsewhere.Role = "written elsewhere"
	if _, err := b.w.Records.Save(t.Context(), elsewhere); err != nil {
		t.Fatal(err)
	}
	if !b.s.record.now.later || b.s.record.form.Value("role") != "written here" {
		t.Fatal("the form does not say that the record was changed meanwhile, or lost what was written")
	}
	if !b.s.Save() {
		t.Fatal(b.shell.errors)
	}
	offers := b.s.record.form.fields["role"].offers
	if !offers.Visible() || len(offers.Objects) != 2 {
		t.Fatalf("%d offers at the field", len(offers.Objects))
	}
	found, err := b.w.Records.Conflicts(t.Context(), id)
	if err != nil || len(found) != 1 || len(found[0].Heads) != 2 {
		t.Fatalf("conflicts %v, %v", found, err)
	}
	for _, chip := range offers.Objects[1].(*fyne.Container).Objects {
		if c := chip.(*kit.FilterChip); strings.HasPrefix(c.Text(), "written here") {
			c.Tapped(nil)
		}
	}
	if found, _ := b.w.Records.Conflicts(t.Context(), id); len(found) != 0 || offers.Visible() || b.stored(id).Role != "written here" {
		t.Errorf("conflicts %v, role %q, offers %v", found, b.stored(id).Role, offers.Visible())
	}
}

func TestHistoryInWords(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.line("Ελένη Παπαδοπούλου")
	id := b.s.record.id()
	old := b.stored(id)
	b.edit("role", "Αντιδήμαρχος")
	b.edit("tags", "harbour")
	b.edit("emails", "")
	if !b.s.Save() {
		t.Fatal(b.shell.errors)
	}
	steps, teller, authors, err := readHistory(t.Context(), b.w, "en", id)
	if err != nil {
		t.Fatal(err)
	}
	list := tellHistory(teller, steps, authors, b.w.Now().Location())
	if len(list) != 2 || list[0].who != "Tester" || list[0].batch == "" || list[1].batch != "" {
		t.Fatalf("history %+v", list)
	}
	text := strings.Join(list[0].lines, "\n")
	for _, want := range []string{"Role: Αντιδήμαρχος (was: " + old.Role + ")", "Tags: added harbour", "Tags: took out seasonal work", "E-mail addresses: took out Work, " + old.Emails[0].Address} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	b.s.record.view.Tabs().Choose(tabHistory)
	b.s.record.tab()
	b.shell.Undo(list[0].batch)
	if c := b.stored(id); c.Role != old.Role || len(c.Emails) != len(old.Emails) {
		t.Errorf("after Undo: %+v", c)
	}
}

func TestEventsOfAContact(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	for i, name := range b.names(b.s.source.pages.Len()) {
		b.s.picked(i)
		d, err := readAttended(t.Context(), b.w, b.s.record.id())
		if err != nil {
			t.Fatal(err)
		}
		if len(b.s.record.facts.attended) != len(d) {
			t.Errorf("%s: %d events shown, %d attended", name, len(b.s.record.facts.attended), len(d))
		}
		if len(d) > 0 {
			b.s.record.view.Tabs().Choose(tabEvents)
			b.s.record.tab()
			return
		}
	}
	t.Error("nobody of the sample was at an event")
}

func TestOpenFindsSomebodyBehindAFilter(t *testing.T) {
	b := show(t, workspace(t, "en", true), "en")
	b.s.setFilter(byCountry, "CY")
	b.s.Search("a")
	b.s.Open("01a19467-e800-7010-8000-000000000001")
	if b.s.record.id() != "01a19467-e800-7010-8000-000000000001" || b.s.table.Selected() < 0 || len(b.s.want.filters) != 0 {
		t.Errorf("shown %q, line %d", b.s.record.id(), b.s.table.Selected())
	}
	c := b.shell.window.Canvas()
	b.s.record.focus()
	steps := 0
	for b.s.Back() && steps < 5 {
		steps++
		if steps == 1 && c.Focused() != fyne.Focusable(b.s.table) {
			t.Error("Esc does not lead from the form to the table")
		}
	}
	if steps != 2 || b.s.record.view.Visible() {
		t.Errorf("%d steps back", steps)
	}
}

func TestLanguages(t *testing.T) {
	w := workspace(t, "en", true)
	seen := map[string]bool{}
	for _, lang := range i18n.Languages {
		b := show(t, w, lang)
		if seen[b.s.Title()+lang] || strings.HasPrefix(b.s.Title(), "[") || b.s.source.pages.Len() == 0 {
			t.Errorf("%s: title %q", lang, b.s.Title())
		}
		b.s.Hidden()
	}
}
