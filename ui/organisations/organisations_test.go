package organisations

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

func open(t *testing.T) (*screentest.Shell, *organisations) {
	t.Helper()
	s := screentest.Open(t, screentest.Params{})
	v := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	s.Show(t, v)
	return s, v
}

// busiest is the organisation of the sample with the most people.
func busiest(t *testing.T, w *app.Workspace) (id string, reach app.Reach) {
	t.Helper()
	ids, err := w.Records.IDs(t.Context(), app.Query{Entity: "organisation"})
	if err != nil {
		t.Fatal(err)
	}
	all, err := w.Records.Reach(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range ids {
		if all[one].People > reach.People {
			id, reach = one, all[one]
		}
	}
	return id, reach
}

func columnTexts(v *organisations, column string) []string {
	var out []string
	for i := range v.List().Count() {
		row, ok := v.List().Row(i)
		for _, c := range v.columns() {
			if ok && c.ID == column && c.Cell != nil {
				out = append(out, c.Cell(row).Text)
			}
		}
	}
	return out
}

func TestTheTableTellsHowOftenSomebodyWasReached(t *testing.T) {
	s, v := open(t)
	id, reach := busiest(t, s.Work)
	row, ok := v.List().Known(id)
	if !ok || row.Extra.(app.Reach).Times != reach.Times {
		t.Fatalf("%+v, want %+v", row.Extra, reach)
	}
	if got := columnTexts(v, colPeople); !slices.Contains(got, s.Number(reach.People)) {
		t.Errorf("people %v", got)
	}
	person := &data.Contact{FamilyName: "Late", Organisation: id}
	person.ID = record.NewID()
	screentest.Keep(t, s.Work, person)
	if row, _ := v.List().Known(id); row.Extra.(app.Reach).People != reach.People+1 {
		t.Error("the table did not follow a new contact")
	}
}

func TestTabsTellOfPeopleLogAndEvents(t *testing.T) {
	s, v := open(t)
	id, reach := busiest(t, s.Work)
	v.Open(id)
	f, ok := v.Pane().Facts().(*facts)
	if !ok || len(f.people) != reach.People || f.Times != reach.Times {
		t.Fatalf("facts %+v, want %+v", f, reach)
	}
	for _, tab := range []string{tabPeople, tabLog, tabEvents, record.TabHistory, record.TabForm} {
		v.Pane().SetTab(tab)
		if v.Pane().Tab() != tab {
			t.Errorf("no tab %s", tab)
		}
		for _, name := range s.Reached() { // a trace has these names
			if slices.ContainsFunc(f.people, func(c *data.Contact) bool { return strings.Contains(name, c.FamilyName) }) {
				t.Errorf("%s: something is called %q", tab, name)
			}
		}
	}
	if len(s.Errors) > 0 {
		t.Error(s.Errors)
	}
}

func TestItsWebsiteIsOpened(t *testing.T) {
	s, v := open(t)
	for address, way := range map[string]bool{"https://example.org/a": true, "": false, "javascript:alert(1)": false, "no address": false} {
		chips := v.website(&data.Organisation{Website: address})
		if (chips != nil) != way {
			t.Errorf("%q: a way %v", address, chips != nil)
		}
		if way {
			chips.(*fyne.Container).Objects[0].(*kit.FilterChip).Tapped(nil)
		}
	}
	if !slices.Equal(s.Opened, []string{"https://example.org/a"}) {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestSomebodyIsAddedInPlace(t *testing.T) {
	s, v := open(t)
	id, reach := busiest(t, s.Work)
	v.Open(id)
	v.Pane().SetTab(tabPeople)
	o := organisation(v.Pane().Record())
	v.createPerson(o, "Maria dos Santos")
	f := v.Pane().Facts().(*facts)
	i := slices.IndexFunc(f.people, func(c *data.Contact) bool { return c.FamilyName == "Santos" })
	if i < 0 || f.people[i].GivenName != "Maria dos" || f.people[i].Country != o.Country || f.People != reach.People+1 {
		t.Fatalf("people %+v", f.people)
	}
	made := f.people[i]
	s.Last().Actions[0].Do()
	if got := s.Went[len(s.Went)-1]; !strings.HasPrefix(got, "contact "+made.ID) {
		t.Errorf("went to %s", got)
	}
	s.Last().Actions[1].Do()
	if v.Pane().Facts().(*facts).People != reach.People {
		t.Error("Undo did not take her back")
	}
	other := &data.Contact{FamilyName: "Known"}
	other.ID = record.NewID()
	screentest.Keep(t, s.Work, other)
	v.join(o, other.ID)
	if screentest.Stored[*data.Contact](t, s.Work, other.ID).Organisation != id {
		t.Error("she does not belong there")
	}
	found, err := v.findPeople(t.Context(), "know")
	if err != nil || len(found) == 0 || found[0].Value != other.ID {
		t.Errorf("found %v, %v", found, err)
	}
}

func TestTheLogIsKeptBesideTheForm(t *testing.T) {
	s, v := open(t)
	id, reach := busiest(t, s.Work)
	v.Open(id)
	if !v.logInView() || v.Pane().Tab() != tabLog {
		t.Fatal("the log is not in view")
	}
	v.log.Begin()
	for _, r := range "Called" {
		s.Win.Canvas().Focused().TypedRune(r)
	}
	if !v.Dirty() || !v.Save() || v.Dirty() {
		t.Fatal("the entry was not saved", s.Errors)
	}
	f := v.Pane().Facts().(*facts)
	i := slices.IndexFunc(f.Log, func(e *data.Engagement) bool { return e.Summary == "Called" })
	if i < 0 || f.Log[i].Organisation != id || f.Log[i].Date != screentest.Today || f.Times != reach.Times+1 {
		t.Errorf("entry %d of the log, reached %d times", i, f.Times)
	}
	v.Open("")
	v.Reveal("organisation", id, entryField+f.Log[i].ID)
	if v.Pane().ID() != id || v.Pane().Tab() != tabLog || v.entry != "" || !v.log.Open(f.Log[i].ID) {
		t.Error("the entry is not revealed")
	}
	v.log.Close()
	v.log.Begin()
	if !v.Back() || v.Pane().ID() != id {
		t.Error("Esc does not close an empty entry first")
	}
}

func TestDeletingAsksWherePeopleAreLeft(t *testing.T) {
	s, v := open(t)
	id, _ := busiest(t, s.Work)
	v.Open(id)
	all := v.List().Count()
	v.Delete() // the shell of tests says yes
	if v.List().Count() != all-1 || len(s.Toasts) != 1 {
		t.Fatalf("%d of %d are left", v.List().Count(), all)
	}
	s.Last().Actions[0].Do()
	if v.List().Count() != all {
		t.Error("Undo did not bring it back")
	}
	v.List().PickAll()
	asked := 0
	v.beforeDeleting([]string{id}, func() { asked++ })
	if asked != 1 {
		t.Error("several are not deleted")
	}
}

func TestStateComesBack(t *testing.T) {
	s, v := open(t)
	id, _ := busiest(t, s.Work)
	v.Open(id)
	v.view(viewGrid)
	text := v.State()
	if strings.Contains(text, v.Pane().Record().Title("en")) {
		t.Error("the state holds a name")
	}
	again := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	again.SetState(text)
	s.Show(t, again)
	if !again.inGrid() || again.Pane().ID() != id || again.grid.picture.Chosen() != id {
		t.Errorf("in the grid %v, shown %q, chosen %q", again.inGrid(), again.Pane().ID(), again.grid.picture.Chosen())
	}
}

func TestNothingIsReadWhileHidden(t *testing.T) {
	s, v := open(t)
	v.view(viewGrid)
	n := v.List().Count()
	v.Hidden()
	o := &data.Organisation{Name: "After"}
	o.ID = record.NewID()
	screentest.Keep(t, s.Work, o)
	if v.List().Count() != n || v.unbind != nil {
		t.Error("a hidden screen reads")
	}
	v.Shown()
	if v.List().Count() != n+1 || v.grid.waiting == 0 {
		t.Errorf("%d rows, %d wait", v.List().Count(), v.grid.waiting)
	}
}

func TestPickedRowsAreTagged(t *testing.T) {
	s, v := open(t)
	n := v.List().Count()
	v.List().PickAll()
	if v.List().Picked() != n {
		t.Fatalf("%d picked", v.List().Picked())
	}
	if _, err := s.Work.Records.Tag(t.Context(), entity(), []string{v.Pane().ID()}, "harbour"); err != nil {
		t.Fatal(err)
	}
	v.List().SetFilter("tags", "harbour")
	if v.List().Count() != 1 || v.List().Picked() != 0 {
		t.Errorf("%d tagged, %d picked", v.List().Count(), v.List().Picked())
	}
}

func TestCommands(t *testing.T) {
	_, v := open(t)
	commands := v.Commands()
	if len(commands) != 3 {
		t.Fatalf("%d commands", len(commands))
	}
	commands[0].Do()
	if !v.inGrid() {
		t.Error("the grid is not shown")
	}
	commands[1].Do()
	commands[2].Do()
	if v.inGrid() || v.Pane().Tab() != tabLog {
		t.Errorf("grid %v, tab %s", v.inGrid(), v.Pane().Tab())
	}
}

// A keystroke in the search asks for a window, its length, and how often its organisations were reached.
func TestAKeystrokeAsksLittle(t *testing.T) {
	var asked []string
	s := screentest.Open(t, screentest.Params{OnRead: func(sql string) { asked = append(asked, sql) }})
	v := newOrganisations(Params{Workspace: s.Work, Shell: s, Printer: s.Printer}, kit.Inline())
	s.Show(t, v)
	v.Pane().Close()
	asked = nil
	v.Search("a")
	asked = slices.DeleteFunc(asked, func(sql string) bool { return strings.Contains(sql, "FROM meta") }) // which language orders the tables
	if n := len(asked); n == 0 || n > 3 {
		t.Errorf("%d queries: %v", n, asked)
	}
}
