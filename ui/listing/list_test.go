package listing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// bench is a list in a window.
type bench struct {
	*List
	s     *screentest.Shell
	shown []string // ids that the user selected
	acted []string // ids that an action was done with
	asked []string // queries
}

func open(t testing.TB, p screentest.Params) *bench {
	t.Helper()
	return openOn(t, p, kit.Inline())
}

func openOn(t testing.TB, p screentest.Params, exec kit.Exec) *bench {
	t.Helper()
	b := &bench{}
	p.OnRead = func(sql string) { b.asked = append(b.asked, sql) }
	b.s = screentest.Open(t, p)
	b.List = New(Params{
		Workspace: b.s.Work, Shell: b.s, Printer: b.s.Printer, Exec: exec, Entity: data.EntityOf((*data.Contact)(nil)),
		Words: Words{Title: "Contacts", New: "+ New", FirstStep: "Add one", Icon: kit.IconPeople()},
		Columns: []Column{
			{ID: "family_name", Grow: 3, Cell: func(r Row) kit.Cell { return kit.Cell{Text: r.Record.Title("en")} }},
			{ID: "organisation", Grow: 3}, {ID: "country", Least: 440}, {ID: "owner", Hidden: true}, {ID: "next_contact", Hidden: true},
		},
		Filters: []Filter{{Field: "country", Plain: true}, {Field: "organisation.group"}, {Field: "tags"}, {Field: "owner"}, {Field: "review_by"}},
		Actions: []Action{{Text: "Do", Do: func(ids []string) { b.acted = ids }}},
		Sort:    "family_name", OnNew: func() {}, OnShow: func(r Row) { b.shown = append(b.shown, r.ID()) },
	})
	b.s.Win.SetContent(kit.Framed(kit.Borders{Top: b.Header()}, b.Body()))
	b.s.Win.Resize(screentest.Size)
	b.Shown()
	t.Cleanup(b.Hidden)
	return b
}

func (b *bench) texts(t *testing.T, column int) []string {
	t.Helper()
	var out []string
	for i := range b.Count() {
		cells, ok := b.source.pages.Row(i)
		if !ok {
			t.Fatalf("row %d is not there", i)
		}
		out = append(out, cells[column].Text)
	}
	return out
}

func TestSearchSortFilter(t *testing.T) {
	b := open(t, screentest.Params{})
	all := b.Count()
	if all < 35 {
		t.Fatalf("%d contacts in the sample", all)
	}
	var found [][]string
	for _, typed := range []string{"παπαδοπουλου", "ΠΑΠΑΔΟΠΟΥΛΟΥ", "Παπαδοπούλου"} {
		b.Search(typed)
		found = append(found, b.texts(t, 0))
	}
	if len(found[0]) == 0 || len(found[0]) == all || !slices.Equal(found[0], found[1]) || !slices.Equal(found[0], found[2]) {
		t.Errorf("found %q", found)
	}
	b.Search("")
	up := b.texts(t, 0)
	b.sorted("family_name", true)
	down := b.texts(t, 0)
	slices.Reverse(down)
	if !slices.Equal(up, down) {
		t.Errorf("up %q, down the other way round %q", up, down)
	}
	for field, options := range b.bar.known.options {
		if len(options) == 0 && field != "owner" {
			t.Errorf("%s has nothing to choose from", field)
		}
		for _, o := range options {
			b.SetFilter(field, o.Value)
			if n := b.Count(); n > all || len(b.s.Errors) > 0 {
				t.Errorf("%s %s: %d of %d, %v", field, o.Value, n, all, b.s.Errors)
			}
			b.SetFilter(field, "")
		}
	}
	b.Search("nobody is called this")
	if !b.nothing.Visible() || b.empty.Visible() {
		t.Error("an empty search does not say so")
	}
	b.Clear()
	if b.Count() != all || b.Narrowed() || b.nothing.Visible() {
		t.Errorf("%d after clearing", b.Count())
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	h := &screentest.Held{}
	b := openOn(t, screentest.Params{}, h)
	h.Backwards()
	all := b.Count()
	b.Search("παπαδοπουλου")
	b.Search("nobody is called this")
	b.Search("")
	h.Backwards()
	if b.Count() != all || b.nothing.Visible() {
		t.Errorf("%d of %d: an older answer took the place of a newer one", b.Count(), all)
	}
}

func TestAKeystrokeAsksTwoQueries(t *testing.T) {
	b := open(t, screentest.Params{})
	for _, typed := range []string{"π", "πα", "παπ", "a", ""} {
		b.asked = nil
		b.searched(typed)
		asked := slices.DeleteFunc(b.asked, func(sql string) bool { return !strings.Contains(sql, "contacts") })
		if len(asked) > 2 {
			t.Errorf("%q asks %d queries", typed, len(asked))
		}
	}
}

func TestPickedRowsAreActedOn(t *testing.T) {
	b := open(t, screentest.Params{})
	first, _ := b.Row(0)
	second, _ := b.Row(1)
	b.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	b.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.Search(second.Record.Title("en"))
	b.Clear()
	if b.Picked() != 1 {
		t.Errorf("%d picked after a search", b.Picked())
	}
	b.act(b.p.Actions[0])
	if !slices.Equal(b.acted, []string{first.ID()}) {
		t.Errorf("acted on %q", b.acted)
	}
	b.SetFilter("country", "GR")
	b.table.TypedShortcut(&fyne.ShortcutSelectAll{})
	n := b.Count()
	b.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	b.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // all but one
	b.act(b.p.Actions[0])
	if len(b.acted) != n-1 || b.Picked() != n-1 {
		t.Errorf("acted on %d of %d, %d picked", len(b.acted), n, b.Picked())
	}
	b.SetFilter("country", "")
	if b.Picked() != 0 {
		t.Error("all of another list is still picked")
	}
}

func TestColumnsAreRemembered(t *testing.T) {
	b := open(t, screentest.Params{})
	b.chosen([]kit.ColumnState{{ID: "owner"}, {ID: "family_name", Width: 200}, {ID: "country", Hidden: true}, {ID: "organisation", Hidden: true}})
	b.table.SetColumnStates([]kit.ColumnState{{ID: "owner"}, {ID: "family_name", Width: 200}, {ID: "country", Hidden: true}, {ID: "organisation", Hidden: true}})
	b.sorted("family_name", true)
	b.SetFilter("country", "GR")
	text := b.State()
	again := open(t, screentest.Params{})
	again.SetState(text)
	again.ask()
	if again.State() != text || !slices.Equal(again.Filter("country"), []string{"GR"}) || !again.want.desc || again.first != "owner" || !slices.Equal(again.with(), []string{"owner"}) {
		t.Errorf("%s became %s, read with %v", text, again.State(), again.with())
	}
	again.SetState(`{"sort":"gone","filters":{"gone":["x"]},"columns":[{"id":"gone"}]}`)
	if again.want.sort == "gone" || len(again.want.filters) != 0 {
		t.Errorf("took over what is not there: %+v", again.want)
	}
}

func TestNarrowTablesLetColumnsGiveWay(t *testing.T) {
	b := open(t, screentest.Params{})
	if b.hidden["country"] {
		t.Error("country is hidden in a wide table")
	}
	b.s.Win.Resize(fyne.NewSize(400, 700))
	if !b.hidden["country"] {
		t.Error("country does not give way")
	}
}

func TestAFoundRecordIsSelectedWhereverItStands(t *testing.T) {
	s := open(t, screentest.Params{Empty: true})
	var recs []data.Record
	for i := range 500 {
		recs = append(recs, &data.Contact{FamilyName: fmt.Sprintf("Family %03d", i), Country: "GR"})
	}
	screentest.Keep(t, s.s.Work, recs...)
	s.Shown()
	id := recs[444].Head().ID
	s.SetFilter("country", "GR")
	s.Search("Family 1")
	s.Insist(id)
	if s.Narrowed() || s.table.Selected() != 444 {
		t.Errorf("narrowed %v, line %d", s.Narrowed(), s.table.Selected())
	}
	if n := s.Neighbour(id); n != recs[445].Head().ID {
		t.Errorf("neighbour %q", n)
	}
	held := 0
	for line := 0; line < 500; line += 50 {
		s.table.Select(line)
	}
	for i := range 500 {
		if _, ok := s.Row(i); ok {
			held++
		}
	}
	if held == 0 || held > 20*pageSize {
		t.Errorf("%d rows are held", held)
	}
}

func TestEmptyListOffersTheFirstStep(t *testing.T) {
	b := open(t, screentest.Params{Empty: true})
	if !b.empty.Visible() || b.nothing.Visible() {
		t.Error("the empty list does not say what belongs there")
	}
	screentest.Keep(t, b.s.Work, &data.Contact{FamilyName: "First"})
	b.Changed(app.Changed{Records: map[string][]string{"contact": nil}})
	if b.empty.Visible() || b.Count() != 1 {
		t.Errorf("%d rows", b.Count())
	}
}

func TestTheFilterMenuIsUsedWithTheKeyboard(t *testing.T) {
	b := open(t, screentest.Params{})
	canvas := b.s.Win.Canvas()
	typed := func(text string, keys ...fyne.KeyName) {
		t.Helper()
		for _, r := range text {
			canvas.Focused().TypedRune(r)
		}
		for _, key := range keys {
			canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	all := b.Count()
	canvas.Focus(b.bar.add)
	typed("", fyne.KeyReturn)
	if len(canvas.Overlays().List()) != 1 {
		t.Fatal("no menu")
	}
	typed("gree", fyne.KeyReturn)
	greeks := b.Count()
	if !slices.Equal(b.Filter("country"), []string{"GR"}) || greeks == 0 || greeks == all {
		t.Fatalf("%q, %d of %d", b.Filter("country"), greeks, all)
	}
	for range "gree" {
		typed("", fyne.KeyBackspace)
	}
	typed("cyp", fyne.KeyReturn)
	if len(b.Filter("country")) != 2 || b.Count() <= greeks {
		t.Errorf("%q: %d", b.Filter("country"), b.Count())
	}
	typed("", fyne.KeyReturn) // once more: taken away
	if len(b.Filter("country")) != 1 || b.Count() != greeks {
		t.Errorf("%q: %d", b.Filter("country"), b.Count())
	}
	typed("", fyne.KeyEscape)
	if len(canvas.Overlays().List()) != 0 || canvas.Focused() != b.bar.add {
		t.Errorf("the menu stays, or the keyboard went to %v", canvas.Focused())
	}
}

func TestTheKeyboardStaysWhereAChipWas(t *testing.T) {
	b := open(t, screentest.Params{})
	canvas := b.s.Win.Canvas()
	b.SetFilter("country", "GR")
	press := func(words string) {
		t.Helper()
		for _, o := range b.bar.row.Objects {
			if chip, ok := o.(*kit.FilterChip); ok && chip.Text() == words {
				canvas.Focus(chip)
				chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				return
			}
		}
		t.Fatalf("no chip says %q", words)
	}
	press("Greece")
	if canvas.Focused() != b.bar.add {
		t.Errorf("after a filter was taken away the keyboard is at %v", canvas.Focused())
	}
	first, _ := b.First()
	b.Pick(first.ID())
	press("None")
	if canvas.Focused() != b.table {
		t.Errorf("after the picks were taken away the keyboard is at %v", canvas.Focused())
	}
}
