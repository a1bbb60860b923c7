package kit

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// manyRows is a source of n rows; rows from gone on are not there yet. It counts what is read of it.
type manyRows struct {
	n, gone     int
	reads       int
	first, last int
}

func (m *manyRows) Len() int             { return m.n }
func (m *manyRows) Need(first, last int) { m.first, m.last = first, last }
func (m *manyRows) Row(i int) ([]Cell, bool) {
	m.reads++
	if i >= m.gone {
		return nil, false
	}
	return []Cell{{Text: fmt.Sprintf("row %d", i)}, {Text: "held", Tone: ToneHeld}, {Text: "7"}, {On: i%2 == 0}}, true
}

func tableColumns() []Column {
	return []Column{
		{ID: "name", Title: "Name", Width: 100, Grow: 1, Sortable: true}, {ID: "state", Title: "State", Width: 80, Kind: CellChip},
		{ID: "count", Title: "Count", Width: 50, Kind: CellNumber, Sortable: true}, {ID: "there", Title: "", Width: 20, Kind: CellCheck},
	}
}

// shownRows gives the texts of the rows in view, by index.
func shownRows(table *Table) map[int]string {
	out := map[int]string{}
	for _, r := range table.body.rows {
		if r.Visible() {
			out[r.index] = r.drawn[0].text.Text
		}
	}
	return out
}

func TestTableIsVirtual(t *testing.T) {
	start(t)
	source := &manyRows{n: 100_000, gone: 100_000}
	table := NewTable(TableParams{Columns: tableColumns(), Source: source})
	show(t, table, 600, 30+38*10)
	widgets := append([]*tableRow(nil), table.body.rows...)
	if len(widgets) != 12 {
		t.Fatalf("%d row widgets for ten rows in view, want 12", len(widgets))
	}
	source.reads = 0
	table.scroll.ScrollToOffset(fyne.NewPos(0, 38))
	if source.reads > 2 {
		t.Errorf("scrolling by a row read %d rows", source.reads)
	}
	table.Select(99_999)
	got := shownRows(table)
	if got[99_999] != "row 99999" || got[99_990] != "row 99990" {
		t.Errorf("at the end the rows in view are %v", got)
	}
	if source.last != 99_999 || source.first < 99_985 {
		t.Errorf("asked for rows %d to %d", source.first, source.last)
	}
	for i, r := range table.body.rows {
		if r != widgets[i] {
			t.Fatal("a row widget was made anew while scrolling")
		}
	}
}

func TestTableKeyboard(t *testing.T) {
	start(t)
	source := &manyRows{n: 1000, gone: 1000}
	var selected, opened []int
	table := NewTable(TableParams{
		Columns: tableColumns(), Source: source,
		OnSelect: func(i int) { selected = append(selected, i) }, OnOpen: func(i int) { opened = append(opened, i) },
	})
	c := show(t, table, 600, 30+38*10)
	escaped := false
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { escaped = escaped || ev.Name == fyne.KeyEscape })
	table.Focus()
	key(c, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEscape)
	if want := []int{0, 1, 10, 999, 998, 0}; fmt.Sprint(selected) != fmt.Sprint(want) {
		t.Errorf("selected %v, want %v", selected, want)
	}
	if fmt.Sprint(opened) != "[0]" || !escaped {
		t.Errorf("opened %v, Esc passed on: %v", opened, escaped)
	}
	if table.scroll.Offset.Y != 0 || !table.ring.rect.Visible() {
		t.Error("the first row is not in view, or the focus is not seen")
	}
}

func TestTableClicks(t *testing.T) {
	start(t)
	now := time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)
	var opened, checked []string
	table := NewTable(TableParams{
		Columns: tableColumns(), Source: &manyRows{n: 20, gone: 20}, Now: func() time.Time { return now },
		OnOpen:  func(i int) { opened = append(opened, fmt.Sprint(i)) },
		OnCheck: func(i int, on bool) { checked = append(checked, fmt.Sprint(i, on)) },
	})
	c := show(t, table, 600, 30+38*10)
	at := func(row int, x float32) { test.TapCanvas(c, fyne.NewPos(x, 30+38*float32(row)+10)) }
	at(2, 50)
	if table.Selected() != 2 || c.Focused() != fyne.Focusable(table) || len(opened) > 0 {
		t.Fatalf("after a click: selected %d, opened %v", table.Selected(), opened)
	}
	now = now.Add(time.Second)
	at(2, 50)
	now = now.Add(100 * time.Millisecond)
	at(2, 50)
	if fmt.Sprint(opened) != "[2]" {
		t.Errorf("opened %v, want the row that was clicked twice at once", opened)
	}
	at(3, 600-25)
	key(c, fyne.KeySpace)
	if fmt.Sprint(checked) != "[3 true 2 false]" || table.Selected() != 2 {
		t.Errorf("checked %v, selected %d", checked, table.Selected())
	}
}

func TestTableShowsBlankUntilRowsCome(t *testing.T) {
	start(t)
	source := &manyRows{n: 50, gone: 2}
	empty := NewText("nothing", TextStyle{})
	table := NewTable(TableParams{Columns: tableColumns(), Source: source, Empty: empty})
	show(t, table, 600, 30+38*5)
	if got := shownRows(table); got[1] != "row 1" || got[3] != "" {
		t.Fatalf("rows %v", got)
	}
	source.gone = 50
	table.Reload()
	if got := shownRows(table); got[3] != "row 3" {
		t.Errorf("rows that came are not shown: %v", got)
	}
	table.Select(4)
	source.n = 0
	table.Reload()
	if !empty.Visible() || table.Selected() != -1 || len(shownRows(table)) != 0 {
		t.Error("an empty table still shows rows, or a selection")
	}
}

func TestTableSort(t *testing.T) {
	start(t)
	var sorts []string
	table := NewTable(TableParams{Columns: tableColumns(), Source: &manyRows{}, OnSort: func(c string, d bool) { sorts = append(sorts, fmt.Sprint(c, d)) }})
	c := show(t, table, 600, 200)
	for _, i := range []int{0, 0, 1, 2} {
		test.Tap(table.header.titles[i])
	}
	if fmt.Sprint(sorts) != "[namefalse nametrue countfalse]" {
		t.Errorf("sorted by %v", sorts)
	}
	c.FocusNext() // the rows
	c.FocusNext() // the header
	key(c, fyne.KeySpace)
	if column, descending := table.Sort(); column != "name" || descending {
		t.Errorf("sorted by %s, descending %v, after Space on the first title", column, descending)
	}
	if !table.header.titles[0].mark.Visible() || table.header.titles[2].mark.Visible() {
		t.Error("the sort mark is not where it belongs")
	}
}

func TestColumnsFillTheWidth(t *testing.T) {
	start(t)
	cols := tableColumns()
	for _, width := range []float32{200, 318, 600, 1200} {
		got := spans(cols, width, 0, 20)
		last := got[len(got)-1]
		if end := last.x + last.w; end < width-21 || end > width-19 {
			t.Errorf("width %v: the last column ends at %v", width, end)
		}
		if width == 318 && (got[0].w != 80 || got[1].w != 80) {
			t.Errorf("the column that grows does not give way first: %v", got)
		}
	}
}

func BenchmarkTableScroll(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(NewTheme(ThemeParams{}))
	table := NewTable(TableParams{Columns: tableColumns(), Source: &manyRows{n: 100_000, gone: 100_000}})
	w := test.NewWindow(table)
	defer w.Close()
	w.Resize(fyne.NewSize(800, 600))
	for i := range b.N {
		table.scroll.ScrollToOffset(fyne.NewPos(0, float32(i%90_000)*38))
	}
}

func TestATableLeavesAloneWhatWaits(t *testing.T) {
	waits := true
	table := NewTable(TableParams{Columns: tableColumns(), Source: &manyRows{n: 3, gone: 3}, Waits: func() bool { return waits }})
	if table.FocusGained(); table.Selected() != -1 {
		t.Errorf("row %d is selected in the place of what waits", table.Selected())
	}
	table.FocusLost()
	waits = false
	if table.FocusGained(); table.Selected() != 0 {
		t.Errorf("row %d is selected, want the first", table.Selected())
	}
}
