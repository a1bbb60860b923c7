package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TableParams is what a Table is made from. The funcs may be nil.
type TableParams struct {
	Columns  []Column
	Source   TableSource
	Margin   float32 // at scale 1, left and right of the columns; PageMargin when zero
	OnSelect func(row int)
	OnOpen   func(row int) // Enter, or a second click at once
	OnSort   func(column string, descending bool)
	OnCheck  func(row int, on bool) // Space, or a click on the box of a CellCheck
	// OnBox is OnCheck for tables with several columns of boxes: Space turns the first over, a digit that one, a click that
	// which was clicked.
	OnBox func(row int, column string, on bool)

	// Pick draws a box before each row, so that several can be picked: Space or a click on the box picks one, Shift with
	// an arrow or a click all between, Ctrl+A all that the list has, Esc none. The source must be a RowIDs.
	Pick      bool
	OnPicked  func(Picked)
	OnColumns func([]ColumnState) // the user changed widths, order or choice of columns
	OnRune    func(rune)          // a letter typed into the table, such as for the search field

	// Waits tells that something is shown in place of a row, such as a new record that was not written yet: the keyboard that
	// only comes by then selects nothing.
	Waits func() bool

	Held  func() fyne.KeyModifier // which of Shift and Ctrl are held; the keyboard's when nil
	Empty fyne.CanvasObject       // shown instead of rows where there are none
	Now   func() time.Time        // to tell a double click; time.Now when nil
}

// Table shows rows in columns. It holds as many row widgets as fit into view, whatever the number of rows. It has one
// selected row, moved with the arrow keys, Page Up and Down, Home and End.
type Table struct {
	widget.BaseWidget
	named
	p        TableParams
	header   *tableHeader
	body     *tableBody
	scroll   *container.Scroll
	ring     ring
	selected int
	focused  bool
	tapped   int // the row of the last click
	tappedAt time.Time
	columns  columnOrder
	picks    picks
}

// NewTable makes a table without a selected row.
func NewTable(p TableParams) *Table {
	if p.Margin == 0 {
		p.Margin = PageMargin
	}
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Held == nil {
		p.Held = heldKeys
	}
	t := &Table{p: p, selected: -1, tapped: -1, ring: newRing()}
	t.columns = newColumnOrder(p.Columns)
	t.picks.clear()
	t.ExtendBaseWidget(t)
	t.header = newTableHeader(t)
	t.body = newTableBody(t)
	t.scroll = container.NewVScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.body.update(false) }
	return t
}

// SetColumns changes the columns. Their widths, order and choice are those that they are declared with.
func (t *Table) SetColumns(cols []Column) {
	t.p.Columns = cols
	t.columns = newColumnOrder(cols)
	t.relayColumns()
}

// SetSort shows which column the rows are sorted by, without calling back.
func (t *Table) SetSort(column string, descending bool) {
	t.header.column, t.header.descending = column, descending
	t.header.Refresh()
}

// Sort tells which column the rows are sorted by.
func (t *Table) Sort() (column string, descending bool) { return t.header.column, t.header.descending }

// Reload reads all rows in view again from the source, after its rows or their number changed.
func (t *Table) Reload() {
	if t.selected >= t.p.Source.Len() {
		t.selected = -1
	}
	t.scroll.Refresh()
	t.body.update(true)
	t.showEmpty()
}

// Selected gives the selected row, -1 where there is none.
func (t *Table) Selected() int { return t.selected }

// Select selects a row and brings it into view, without calling back; -1 selects none.
func (t *Table) Select(row int) {
	if row >= t.p.Source.Len() {
		return
	}
	t.selected = row
	if row >= 0 {
		t.reveal(row)
	}
	t.body.update(true)
}

// pick is a selection by the user.
func (t *Table) pick(row int) {
	n := t.p.Source.Len()
	if n == 0 {
		return
	}
	row = min(max(row, 0), n-1)
	same := row == t.selected
	t.Select(row)
	if !same && t.p.OnSelect != nil {
		t.p.OnSelect(row)
	}
	if t.shift() {
		t.extend(row)
	} else {
		t.picks.anchor = row
	}
}

// ScrollTop shows the first rows.
func (t *Table) ScrollTop() {
	t.scroll.ScrollToTop()
	t.body.update(false)
}

// reveal scrolls just as far as a row needs to be seen.
func (t *Table) reveal(row int) {
	h := U(RowHeight)
	top, view := float32(row)*h, t.scroll.Size().Height
	at := t.scroll.Offset.Y
	switch {
	case view <= 0:
		return
	case top < at:
		at = top
	case top+h > at+view:
		at = top + h - view
	default:
		return
	}
	t.scroll.ScrollToOffset(fyne.NewPos(0, at))
}

// Focus gives the table the keyboard.
func (t *Table) Focus() { focus(t) }

// FocusGained implements fyne.Focusable. A table that had no selection selects its first row, so that keys act on
// something that is seen.
func (t *Table) FocusGained() {
	t.focused = true
	if t.selected < 0 && t.tapped < 0 && (t.p.Waits == nil || !t.p.Waits()) {
		t.pick(0)
	}
	t.Refresh()
}

// FocusLost implements fyne.Focusable.
func (t *Table) FocusLost() {
	t.focused = false
	t.Refresh()
}

// TypedRune implements fyne.Focusable.
func (t *Table) TypedRune(r rune) {
	switch {
	case t.p.OnBox != nil && r >= '1' && r <= '9':
		t.box(t.selected, int(r-'1'))
	case t.p.OnRune != nil && r != ' ':
		t.p.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	page := max(1, int(t.scroll.Size().Height/U(RowHeight))-1)
	switch ev.Name {
	case fyne.KeyUp:
		t.pick(t.selected - 1)
	case fyne.KeyDown:
		t.pick(t.selected + 1)
	case fyne.KeyPageUp:
		t.pick(t.selected - page)
	case fyne.KeyPageDown:
		t.pick(t.selected + page)
	case fyne.KeyHome:
		t.pick(0)
	case fyne.KeyEnd:
		t.pick(t.p.Source.Len() - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open(t.selected)
	case fyne.KeySpace:
		if t.p.Pick {
			t.toggle(t.selected)
		} else {
			t.check(t.selected)
		}
	case fyne.KeyEscape:
		if t.Picked().Empty() {
			passKey(t, ev)
		} else {
			t.change(t.picks.clear)
		}
	default:
		passKey(t, ev)
	}
}

func (t *Table) open(row int) {
	if row >= 0 && t.p.OnOpen != nil {
		t.p.OnOpen(row)
	}
}

// check turns the box of a row over, where there is one.
func (t *Table) check(row int) {
	if t.p.OnBox != nil {
		t.box(row, 0)
		return
	}
	if row < 0 || t.p.OnCheck == nil {
		return
	}
	cells, ok := t.p.Source.Row(row)
	for i, c := range t.p.Columns {
		if ok && c.Kind == CellCheck && i < len(cells) {
			t.p.OnCheck(row, !cells[i].On)
			return
		}
	}
}

// click is a tap on a row at some x.
func (t *Table) click(row int, x float32) {
	if t.clickPicks(row, x) {
		return
	}
	double := row == t.tapped && t.p.Now().Sub(t.tappedAt) < 400*time.Millisecond
	t.tapped, t.tappedAt = row, t.p.Now()
	focus(t)
	if c, ok := t.body.columnAt(x); ok && c.Kind == CellCheck {
		if t.p.OnBox != nil {
			t.box(row, t.boxes(t.columns.at[c.ID]))
			return
		}
		t.check(row)
		return
	}
	t.pick(row)
	if double {
		t.open(row)
	}
}

func (t *Table) showEmpty() {
	if t.p.Empty != nil {
		setVisible(t.p.Empty, t.p.Source.Len() == 0)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	objs := []fyne.CanvasObject{t.header, t.scroll}
	if t.p.Empty != nil {
		objs = append(objs, t.p.Empty)
	}
	objs = append(objs, t.ring.rect)
	t.showEmpty()
	p := newPaint(t, objs,
		func() fyne.Size { return fyne.NewSize(U(160), U(TableHeader+2*RowHeight)) },
		func(s fyne.Size) {
			top := U(TableHeader)
			place(t.header, 0, 0, s.Width, top)
			place(t.scroll, 0, top, s.Width, max(0, s.Height-top))
			place(t.p.Empty, 0, top, s.Width, max(0, s.Height-top))
			t.ring.around(fyne.NewPos(0, top), fyne.NewSize(s.Width, max(0, s.Height-top)), 0)
			t.body.update(false)
		},
		func() { t.ring.paint(t.focused, 2, TokenFocus) })
	return p
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
