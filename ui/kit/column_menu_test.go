package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestColumnMenu(t *testing.T) {
	start(t)
	table := NewTable(TableParams{Columns: tableColumns(), Source: &manyRows{n: 5, gone: 5}})
	menu := NewColumnMenu(table, "Columns", "As at first")
	c := show(t, VStack(0, menu, Sized(600, 300, table)), 600, 400)
	shown := func() (out string) {
		for _, col := range table.columns.shown() {
			out += col.ID + " "
		}
		return out
	}
	c.Focus(menu)
	key(c, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	if got := shown(); got != "name count there " {
		t.Errorf("with one hidden: %s", got)
	}
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyDown)
	key(c, fyne.KeySpace)
	if got := shown(); got != "name count state there " {
		t.Errorf("shown again, one place on: %s", got)
	}
	list := c.Focused().(*columnList)
	dragOver(list, fyne.NewPos(20, 4+15), fyne.NewPos(20, 4+30*2+15))
	if got := shown(); got != "count state name there " || list.at != 2 {
		t.Errorf("dragged: %s", got)
	}
	test.TapAt(list, fyne.NewPos(20, 10))
	test.TapAt(list, fyne.NewPos(20, 40))
	test.TapAt(list, fyne.NewPos(20, 70))
	test.TapAt(list, fyne.NewPos(20, 100))
	if got := shown(); got != "there " {
		t.Errorf("at least one stays: %s", got)
	}
	key(c, fyne.KeyEnd, fyne.KeyReturn)
	if got := shown(); got != "name state count there " {
		t.Errorf("as at first: %s", got)
	}
	key(c, fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(menu) || c.Overlays().Top() != nil {
		t.Error("Esc does not close the menu")
	}
}

func TestMoved(t *testing.T) {
	for _, tc := range []struct {
		from, to int
		want     string
	}{{0, 0, "[a b c d]"}, {0, 3, "[b c d a]"}, {3, 0, "[d a b c]"}, {1, 2, "[a c b d]"}, {2, 1, "[a c b d]"}} {
		if got := fmt.Sprint(moved([]string{"a", "b", "c", "d"}, tc.from, tc.to)); got != tc.want {
			t.Errorf("%d to %d: %s, want %s", tc.from, tc.to, got, tc.want)
		}
	}
}

func TestGalleryTable(t *testing.T) {
	picture(t, "table", 1, fyne.NewSize(800, 420), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		table := mockTable()
		rows := table.p.Source.(fixedRows)
		table = NewTable(TableParams{Source: idRows{rows}, Columns: table.p.Columns, Pick: true})
		table.SetPicked(Picked{IDs: []string{"2", "3"}})
		menu := NewColumnMenu(table, "Στήλες", "Όπως στην αρχή")
		return Framed(Borders{Top: Pad(Even(10), HStack(0, NewSpring(), menu))}, table), func(fyne.Canvas) { test.Tap(menu) }
	})
}

type idRows struct{ fixedRows }

func (idRows) ID(i int) string                     { return fmt.Sprint(i) }
func (idRows) Range(_, _ int, give func([]string)) { give(nil) }
