package record

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// place is a screen of organisations, as short as a screen of an entity can be.
type place struct{ *Desk }

func (place) ID() string          { return "organisations" }
func (place) Title() string       { return "Organisations" }
func (place) Icon() fyne.Resource { return kit.IconBuildings() }

func organisation() *data.Entity { return data.EntityOf((*data.Organisation)(nil)) }

func newPlace(s *screentest.Shell) place {
	return place{NewDesk(DeskParams{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: kit.Inline(), Entity: organisation(),
		List: listing.Params{
			Words:   listing.Words{Title: "Organisations", New: "+ New", Icon: kit.IconBuildings(), FirstStep: "Add one"},
			Columns: []listing.Column{{ID: "name", Grow: 3}, {ID: "group"}, {ID: "country"}, {ID: "owner", Hidden: true}},
			Filters: []listing.Filter{{Field: "country", Plain: true}, {Field: "group"}, {Field: "tags"}, {Field: "owner"}},
			Sort:    "name",
		},
		Pane: Params{
			Avatar: true, NotCopied: []string{"notes"},
			Sections: []Section{
				{ID: "who", Title: "Who", Rows: [][]string{{"name"}, {"group", "country"}, {"website"}, {"tags"}}},
				{ID: "more", More: true, Rows: [][]string{{"power", "interest"}, {"owner"}, {"notes"}}},
			},
			Tabs: []Tab{{ID: "people", Title: "People", Count: func(f any) int { n, _ := f.(int); return n }, Body: func(data.Record, any) fyne.CanvasObject {
				return kit.NewText("people", kit.TextStyle{})
			}}},
			Facts: func(ctx context.Context, rec data.Record) (any, error) {
				return s.Work.Records.Count(ctx, app.Query{Entity: "contact", Where: []app.Cond{app.Where("organisation", "=", rec.Head().ID)}})
			},
		},
	})}
}

func open(t *testing.T) (*screentest.Shell, place) {
	t.Helper()
	s := screentest.Open(t, screentest.Params{})
	p := newPlace(s)
	s.Show(t, p)
	return s, p
}

func TestAListWithARecordBesideIt(t *testing.T) {
	s, p := open(t)
	all := p.List().Count()
	if all < 10 || p.Pane().ID() == "" || p.List().Table().Selected() != 0 {
		t.Fatalf("%d rows, shown %q, selected %d", all, p.Pane().ID(), p.List().Table().Selected())
	}
	first, _ := p.List().First()
	second, _ := p.List().Row(1)
	p.List().Table().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if p.Pane().ID() != second.ID() {
		t.Errorf("the second row is selected, and %q shown", p.Pane().ID())
	}
	p.List().SetFilter("country", "CY")
	if n := p.List().Count(); n == 0 || n >= all {
		t.Errorf("%d of %d in Cyprus", n, all)
	}
	p.Open(first.ID())
	if p.Pane().ID() != first.ID() || p.List().Narrowed() != (first.Record.(*data.Organisation).Country == "CY") || p.List().Table().Selected() < 0 {
		t.Errorf("opened %q, narrowed %v, selected %d", p.Pane().ID(), p.List().Narrowed(), p.List().Table().Selected())
	}
	p.Search("nobody is called so")
	if p.List().Count() != 0 {
		t.Error("found something")
	}
	p.List().Clear()
	if p.List().Count() != all {
		t.Error("not all are back")
	}
	steps := 0
	for p.Back() && steps < 5 {
		steps++
	}
	if steps == 0 || p.Pane().Content().Visible() || len(s.Errors) > 0 {
		t.Errorf("%d steps back, errors %v", steps, s.Errors)
	}
}

func TestEditSaveUndoDelete(t *testing.T) {
	s, p := open(t)
	pane := p.Pane()
	id := pane.ID()
	before := screentest.Stored[*data.Organisation](t, s.Work, id)
	pane.SetValue("website", "https://example.org/new")
	pane.SetValue("tags", strings.Join([]string{"harbour", "speaker"}, kit.Separator))
	pane.SetValue("power", "4")
	if !p.Dirty() || pane.bar.Note() == "" {
		t.Error("the form does not say that it is not saved")
	}
	if !p.Save() {
		t.Fatal(s.Errors)
	}
	after := screentest.Stored[*data.Organisation](t, s.Work, id)
	if after.Website != "https://example.org/new" || !slices.Equal(after.Tags, data.SetOf("harbour", "speaker")) || after.Power == nil || *after.Power != 4 ||
		after.Notes != before.Notes || after.Owner != before.Owner {
		t.Errorf("stored %+v", after)
	}
	pane.SetTab(TabHistory)
	past, err := ReadPast(t.Context(), s.Work, s.Printer, organisation(), id)
	if err != nil || len(past) != 2 || !slices.Contains(past[0].Lines, "Tags: added harbour") || past[0].Batch == "" {
		t.Errorf("history %+v, %v", past, err)
	}
	s.Last().Actions[0].Do()
	if got := screentest.Stored[*data.Organisation](t, s.Work, id).Website; got != before.Website || pane.Value("website") != before.Website {
		t.Errorf("website %q after Undo, %q in the form", got, pane.Value("website"))
	}
	all, next := p.List().Count(), p.List().Neighbour(id)
	p.Delete()
	if p.List().Count() != all-1 || pane.ID() != next || next == "" || p.Dirty() {
		t.Errorf("%d of %d after deleting, shown %q, next was %q", p.List().Count(), all, pane.ID(), next)
	}
	s.Last().Actions[0].Do()
	if p.List().Count() != all {
		t.Error("Undo did not bring it back")
	}
}

func TestWhatIsWrongStandsAtItsField(t *testing.T) {
	s, p := open(t)
	pane := p.Pane()
	pane.SetValue("power", "9")
	pane.SetValue("website", "no address")
	if p.Save() || pane.Error("power") == "" || pane.Error("website") == "" || len(s.Errors) > 0 {
		t.Fatalf("power %q, website %q, errors %v", pane.Error("power"), pane.Error("website"), s.Errors)
	}
	if !pane.sheet.in["power"].isOpen() {
		t.Error("a field behind More is not shown although it is wrong")
	}
	p.Discard()
	if p.Dirty() || pane.Error("website") != "" {
		t.Error("Discard left something")
	}
	p.New()
	if p.Save() || pane.Error("name") == "" {
		t.Error("an organisation without a name was saved")
	}
}

func TestRevealMakesANewRecord(t *testing.T) {
	_, s := open(t)
	s.Reveal("organisation", screen.NewRecord, "")
	if !s.Pane().Fresh() {
		t.Errorf("shown: %q", s.Pane().ID())
	}
}

func TestRevealNarrowsTheList(t *testing.T) {
	_, s := open(t)
	s.List().Search("nobody")
	s.Reveal("organisation", screen.Narrowed+"CY", "country")
	if got := s.List().Filter("country"); len(got) != 1 || got[0] != "CY" || s.List().Count() == 0 {
		t.Errorf("narrowed to %q, %d records", got, s.List().Count())
	}
}

func TestDuplicateIsANewRecord(t *testing.T) {
	s, p := open(t)
	pane := p.Pane()
	pane.SetValue("notes", "private")
	p.Save()
	from := pane.Record().(*data.Organisation)
	pane.Duplicate()
	copied := pane.Record().(*data.Organisation)
	if !pane.Fresh() || copied.ID == from.ID || copied.Name != from.Name || copied.Notes != "" || copied.Base != 0 {
		t.Fatalf("a copy %+v", copied)
	}
	if !p.Save() || screentest.Stored[*data.Organisation](t, s.Work, copied.ID).Country != from.Country {
		t.Error("the copy could not be saved", s.Errors)
	}
}

func TestElementsOfACopyAreItsOwn(t *testing.T) {
	c := &data.Contact{FamilyName: "X", Emails: data.Rows[data.Email]{{Element: data.Element{ID: "e1"}, Address: "x@example.org"}}}
	c.ID = NewID()
	next := duplicate(c, []string{"consents"}).(*data.Contact)
	if len(next.Emails) != 1 || next.Emails[0].ID == "e1" || next.Emails[0].Address != "x@example.org" || c.Emails[0].ID != "e1" {
		t.Errorf("%+v", next.Emails)
	}
}

func TestDraftsSurviveTheProgram(t *testing.T) {
	s, p := open(t)
	pane := p.Pane()
	id := pane.ID()
	pane.SetValue("website", "https://example.org/typed")
	p.New()
	pane.SetValue("name", "Begun")
	fresh := pane.ID()
	if pane.Drafts() != 1 || !pane.Drafted(id) {
		t.Fatalf("%d drafts", pane.Drafts())
	}
	p.Hidden() // and then the power goes

	again := newPlace(s)
	s.Show(t, again)
	pane = again.Pane()
	if pane.ID() != id || pane.Drafts() != 1 { // the first row's draft is in the form at once
		t.Fatalf("%d drafts found, shown %q: %v", pane.Drafts(), pane.ID(), s.Errors)
	}
	again.Open(id)
	if pane.Value("website") != "https://example.org/typed" || !again.Dirty() || pane.bar.Note() != s.T("record.draft_found") {
		t.Errorf("website %q, note %q", pane.Value("website"), pane.bar.Note())
	}
	if !again.Save() {
		t.Fatal(s.Errors)
	}
	again.New()
	if pane.ID() != fresh || pane.Value("name") != "Begun" {
		t.Errorf("new: %q %q", pane.ID(), pane.Value("name"))
	}
	if !again.Save() {
		t.Fatal(s.Errors)
	}
	left, err := s.Work.Drafts.List("")
	if err != nil || len(left) != 0 {
		t.Errorf("drafts left: %v, %v", left, err)
	}
}

func TestAChangeMadeElsewhereIsDecidedAtTheField(t *testing.T) {
	s, p := open(t)
	pane := p.Pane()
	id := pane.ID()
	pane.SetValue("website", "https://example.org/here")
	elsewhere := screentest.Stored[*data.Organisation](t, s.Work, id)
	elsewhere.Website = "https://example.org/there"
	screentest.Keep(t, s.Work, elsewhere)
	if !pane.now.later || pane.Value("website") != "https://example.org/here" {
		t.Fatal("the form does not say that the record was changed meanwhile, or lost what was typed")
	}
	if !p.Save() {
		t.Fatal(s.Errors)
	}
	offers := pane.sheet.boxes["website"].offers
	if !offers.Visible() || len(offers.Objects) != 2 {
		t.Fatalf("%d offers at the field", len(offers.Objects))
	}
	for _, chip := range offers.Objects[1].(*fyne.Container).Objects {
		c := chip.(*kit.FilterChip)
		if strings.Contains(kit.NameOf(c), "example.org") {
			t.Errorf("a value is called %q: it would stand in a log", kit.NameOf(c))
		}
		if strings.HasPrefix(c.Text(), "https://example.org/here") {
			c.Tapped(nil)
		}
	}
	found, err := s.Work.Records.Conflicts(t.Context(), id)
	if err != nil || len(found) != 0 || offers.Visible() {
		t.Errorf("conflicts %v, %v, offers %v", found, err, offers.Visible())
	}

	s.Undo("") // the decision: both are offered again
	if offers = pane.sheet.boxes["website"].offers; !offers.Visible() || len(offers.Objects) != 2 {
		t.Fatalf("%d offers at the field after undoing the decision, %v", len(offers.Objects), s.Errors)
	}
	chips := offers.Objects[1].(*fyne.Container).Objects
	if len(chips) != 2 {
		t.Errorf("%d values to choose from", len(chips))
	}
	for _, chip := range chips {
		if c := chip.(*kit.FilterChip); strings.HasPrefix(c.Text(), "https://example.org/there") {
			c.Tapped(nil)
		}
	}
	if pane.Value("website") != "https://example.org/there" || offers.Visible() {
		t.Errorf("decided otherwise: %q, offers %v", pane.Value("website"), offers.Visible())
	}
}

func TestStateComesBack(t *testing.T) {
	s, p := open(t)
	second, _ := p.List().Row(1)
	p.Open(second.ID())
	p.List().SetFilter("country", second.Record.(*data.Organisation).Country)
	p.Pane().sheet.in["power"].open()
	p.Pane().SetTab("people")
	text := p.State()
	if strings.Contains(text, second.Record.Title("en")) {
		t.Error("the state holds a name")
	}
	again := newPlace(s)
	again.SetState(text)
	s.Show(t, again)
	if again.Pane().ID() != second.ID() || again.Pane().Tab() != "people" || !again.Pane().sheet.in["power"].isOpen() || !again.List().Narrowed() {
		t.Errorf("shown %q on %q, narrowed %v", again.Pane().ID(), again.Pane().Tab(), again.List().Narrowed())
	}
	if again.State() != text {
		t.Errorf("state %s, was %s", again.State(), text)
	}
}

func TestSubscriptionEndsWithTheScreen(t *testing.T) {
	s, p := open(t)
	p.Hidden()
	o := &data.Organisation{Name: "After"}
	n := p.List().Count()
	screentest.Keep(t, s.Work, o)
	if p.List().Count() != n {
		t.Error("a hidden list reads")
	}
	p.Shown()
	if p.List().Count() != n+1 {
		t.Error("the list was not read anew when it was shown")
	}
}

func TestALateAnswerOverwritesNothing(t *testing.T) {
	s, h := screentest.Open(t, screentest.Params{}), &screentest.Held{}
	page, err := s.Work.Records.List(t.Context(), app.Query{Entity: "organisation", Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	pane := New(Params{
		Workspace: s.Work, Shell: s, Printer: s.Printer, Exec: h, Entity: organisation(),
		Sections: []Section{{ID: "who", Rows: [][]string{{"name"}}}},
	})
	pane.Show(page.Records[0].Head().ID, nil, nil)
	pane.Show(page.Records[1].Head().ID, nil, nil)
	if n := h.Backwards(); n < 2 {
		t.Fatalf("%d answers", n)
	}
	if pane.ID() != page.Records[1].Head().ID || pane.Value("name") != page.Records[1].Title("en") {
		t.Errorf("shown %q", pane.Value("name"))
	}
}

func TestChoicesComeFromTheWorkspace(t *testing.T) {
	s, p := open(t)
	col := fields.Column(&data.Organisation{}, "owner")
	if len(p.Pane().Choices(col)) < 3 {
		t.Errorf("owners %v", p.Pane().Choices(col))
	}
	tags := fields.Column(&data.Organisation{}, "tags")
	o := screentest.Stored[*data.Organisation](t, s.Work, p.Pane().ID())
	o.Tags = data.SetOf("a tag of this test")
	screentest.Keep(t, s.Work, o)
	p.Pane().Shown()
	if !slices.ContainsFunc(p.Pane().Choices(tags), func(o kit.Option) bool { return o.Value == "a tag of this test" }) {
		t.Errorf("tags %v", p.Pane().Choices(tags))
	}
}

func TestTheKeyboardComesToTheTableBesideANewRecord(t *testing.T) {
	s, p := open(t)
	p.New()
	p.Pane().SetValue("name", "Begun")
	fresh := p.Pane().ID()
	s.Win.Canvas().Focus(p.List().Table())
	if p.Pane().ID() != fresh || p.Pane().Drafts() > 0 {
		t.Errorf("%q is shown, %d drafts wait", p.Pane().ID(), p.Pane().Drafts())
	}
	p.List().Table().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if p.Pane().ID() == fresh || p.Pane().Drafts() != 1 {
		t.Error("Down shows no row, or the new record does not wait as a draft")
	}
}
