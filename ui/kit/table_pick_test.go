package kit

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// pickRows are manyRows with ids.
type pickRows struct{ manyRows }

func (p *pickRows) ID(i int) string {
	if i < 0 || i >= p.gone {
		return ""
	}
	return fmt.Sprintf("%03d", i)
}

func (p *pickRows) Range(first, last int, give func([]string)) {
	var ids []string
	for i := first; i <= last; i++ {
		ids = append(ids, p.ID(i))
	}
	give(ids)
}

func pickTable(t *testing.T, log *told, held *fyne.KeyModifier) (*Table, *pickRows, fyne.Canvas) {
	source := &pickRows{manyRows{n: 100, gone: 100}}
	table := NewTable(TableParams{
		Columns: tableColumns(), Source: source, Pick: true, Held: func() fyne.KeyModifier { return *held },
		OnPicked: func(p Picked) { log.add(p.All, p.IDs) }, OnRune: func(r rune) { log.add(string(r)) },
	})
	c := show(t, table, 600, 30+38*10)
	table.Focus()
	return table, source, c
}

func TestTablePicksByKeys(t *testing.T) {
	start(t)
	var log told
	var held fyne.KeyModifier
	table, source, c := pickTable(t, &log, &held)
	key(c, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	held = fyne.KeyModifierShift
	key(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	held = 0
	want := "false [001]; false [001 003]; false [001 003 004]; false [001 003 004 005]; false [001 003 004]"
	if got := log.take(); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	source.n = 90
	table.Reload()
	if fmt.Sprint(table.Picked().IDs) != "[001 003 004]" || !table.rowPicked(3) {
		t.Error("a reload loses what is picked")
	}
	c.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	key(c, fyne.KeySpace)
	if p := table.Picked(); !p.All || p.Count(90) != 89 || table.rowPicked(4) || !table.rowPicked(50) {
		t.Errorf("all but one: %+v", p)
	}
	escaped := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	key(c, fyne.KeyEscape)
	if !table.Picked().Empty() || escaped != 0 {
		t.Error("Esc does not pick none, or leaves at once")
	}
	key(c, fyne.KeyEscape)
	if escaped != 1 {
		t.Error("Esc with nothing picked does not reach the window")
	}
	log.take()
	write(c, "π ")
	if got := log.take(); got != "π" {
		t.Errorf("typed letters told %q", got)
	}
}

func TestTablePicksByClicks(t *testing.T) {
	start(t)
	var log told
	var held fyne.KeyModifier
	table, _, _ := pickTable(t, &log, &held)
	box, name := fyne.NewPos(25, 10), fyne.NewPos(120, 10)
	test.TapAt(table.body.rows[2], box)
	if table.Selected() != 0 {
		t.Error("a click on the box selects the row")
	}
	held = fyne.KeyModifierShift
	test.TapAt(table.body.rows[4], name)
	test.TapAt(table.body.rows[1], box)
	held = fyne.KeyModifierControl
	test.TapAt(table.body.rows[6], name)
	held = 0
	test.TapAt(table.body.rows[8], name)
	want := "false [002]; false [002 003 004]; false [001 002]; false [001 002 006]"
	if got := log.take(); got != want || table.Selected() != 8 {
		t.Errorf("told %q, want %q; selected %d", got, want, table.Selected())
	}
	if row := table.body.rows; !row[8].edge.Visible() || row[6].edge.Visible() {
		t.Error("the selected row looks like those that are picked")
	}
	if !table.header.box.bar.Visible() {
		t.Error("the header's box does not show that some are picked")
	}
	test.Tap(table.header.box)
	test.Tap(table.header.box)
	if got := log.take(); got != "false []; true []" || !table.header.box.tick.Visible() {
		t.Errorf("the header's box told %q", got)
	}
	table.SetPicked(Picked{IDs: []string{"007"}})
	if got := log.take(); got != "" || !table.rowPicked(7) || !table.body.rows[7].tick.Visible() {
		t.Errorf("set from outside told %q", got)
	}
}

func TestPagesGiveTheIDsOfARange(t *testing.T) {
	start(t)
	fetched := 0
	pages := NewPages(PagesParams[int]{Exec: Inline(), Size: 10, Keep: 2,
		Fetch: func(_ context.Context, q PageQuery) (Page[int], error) {
			fetched++
			var p Page[int]
			for i := q.First; i < min(q.First+q.Limit, 95); i++ {
				p.Rows = append(p.Rows, i)
			}
			p.Total, p.Mark = 95, fmt.Sprint(q.First+q.Limit)
			return p, nil
		},
		Cells: func(int) []Cell { return nil }, ID: func(i int) string { return fmt.Sprint(i) }})
	pages.Reload()
	var got []string
	pages.Range(2, 4, func(ids []string) { got = ids })
	if fmt.Sprint(got) != "[2 3 4]" || fetched != 1 {
		t.Errorf("held rows: %v after %d fetches", got, fetched)
	}
	pages.Range(5, 94, func(ids []string) { got = ids })
	if len(got) != 90 || got[0] != "5" || got[89] != "94" {
		t.Errorf("a long range has %d ids", len(got))
	}
}

func TestTableColumnsAreRemembered(t *testing.T) {
	start(t)
	var log told
	table := NewTable(TableParams{Columns: tableColumns(), Source: &manyRows{n: 5, gone: 5}, OnColumns: func(s []ColumnState) { log.add(s) }})
	c := show(t, table, 600, 300)
	table.SetColumnStates([]ColumnState{{ID: "count"}, {ID: "gone"}, {ID: "name", Hidden: true}, {ID: "there"}})
	if got := fmt.Sprint(table.ColumnStates()); got != "[{count 0 false} {name 0 true} {state 0 false} {there 0 false}]" {
		t.Errorf("states %v", got)
	}
	if got := table.body.rows[0].drawn[0].text.Text; got != "7" {
		t.Errorf("the first cell shows %q", got)
	}
	c.FocusNext()
	c.FocusNext()
	before := table.spans(600)[1].w
	key(c, fyne.KeyRight)
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyRight)
	if got := table.spans(600)[1].w; got != before+10 {
		t.Errorf("widened with the keyboard from %v to %v", before, got)
	}
	test.Drag(c, table.header.edges[0].Position().AddXY(4, 10), 25, 0)
	if got := fmt.Sprint(table.ColumnStates()[0], table.ColumnStates()[2]); got != "{count 75 false} {state 90 false}" {
		t.Errorf("states %v", got)
	}
	if len(log) != 2 {
		t.Errorf("told %d times", len(log))
	}
	table.SetColumnStates([]ColumnState{{ID: "name", Hidden: true}, {ID: "state", Hidden: true}, {ID: "count", Hidden: true}, {ID: "there", Hidden: true}})
	if len(table.columns.order()) != 1 {
		t.Error("no column is left")
	}
	table.SetColumnStates(nil)
	if got := table.body.rows[0].drawn[0].text.Text; got != "row 0" {
		t.Errorf("as declared, the first cell shows %q", got)
	}
}
