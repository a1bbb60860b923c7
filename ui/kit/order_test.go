package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func testOrder(log *told) *Order {
	var rows []fyne.CanvasObject
	for i, height := range []float32{30, 60, 30, 30} {
		rows = append(rows, Sized(0, height, NewText(string(rune('a'+i)), TextStyle{})))
	}
	return NewOrder(OrderParams{Gap: 4, Name: "Move", OnMoved: func(from, to int) { log.add(from, to) }, OnOpen: func(row int) { log.add("open", row) }}, rows...)
}

func orderOf(o *Order) (out string) {
	for _, r := range o.Rows() {
		out += r.(*fyne.Container).Objects[0].(*Text).Text()
	}
	return out
}

func TestOrderByKeys(t *testing.T) {
	start(t)
	var log told
	o := testOrder(&log)
	c := show(t, o, 300, 300)
	c.FocusNext()
	key(c, fyne.KeyDown)
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyDown)
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyDown)
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyDown) // is the last already
	key(c, fyne.KeyReturn)
	if got := orderOf(o) + " " + log.take(); got != "acdb 1 2; 2 3; open 3" {
		t.Errorf("by keys: %s", got)
	}
	if c.Focused() != fyne.Focusable(o.grips[3]) || NameOf(c.Focused()) != "Move" {
		t.Error("the keyboard does not go with the row")
	}
	o.SetRows(o.Rows())
	if c.Focused() != fyne.Focusable(o.grips[3]) {
		t.Error("new rows take the keyboard away")
	}
}

func TestOrderByDragging(t *testing.T) {
	start(t)
	var log told
	o := testOrder(&log)
	show(t, o, 300, 300)
	dragOver(o.grips[0], fyne.NewPos(5, 5), fyne.NewPos(5, 5+30+60+10))
	if got := orderOf(o) + " " + log.take(); got != "bca"+"d 0 2" {
		t.Errorf("dragged down: %s", got)
	}
	dragOver(o.grips[3], fyne.NewPos(5, 5), fyne.NewPos(5, -400))
	if got := orderOf(o) + " " + log.take(); got != "dbca 3 0" {
		t.Errorf("dragged up: %s", got)
	}
	dragOver(o.grips[1], fyne.NewPos(5, 5), fyne.NewPos(60, 8))
	if got := log.take(); got != "" || o.lift.Visible() {
		t.Errorf("put back: %q", got)
	}
}

func TestRowsAreMoved(t *testing.T) {
	start(t)
	n := 0
	e := NewRowsEditor(RowsParams{Add: "Add", Move: "Move", NewID: func() string { n++; return fmt.Sprint("n", n) },
		New: func() []Field { return []Field{{ID: "x", Label: "X", Control: NewEntry()}} }})
	e.SetRows([]RowValue{{ID: "1"}, {ID: "2"}, {ID: "3"}})
	told := 0
	e.OnEdited(func() { told++ })
	c := show(t, e, 300, 400)
	c.Focus(e.order.grips[2])
	shortcut(c, fyne.KeyModifierAlt, fyne.KeyUp)
	var ids []string
	for _, r := range e.Rows() {
		ids = append(ids, r.ID)
	}
	if fmt.Sprint(ids) != "[1 3 2]" || told != 1 {
		t.Errorf("rows %v, told %d times", ids, told)
	}
	e.SetEnabled(false)
	if len(e.box.Objects) != 3 {
		t.Error("rows that cannot be changed can be moved")
	}
}
