package kit

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tableHeader is the row of titles, 30 high. A sortable title is pressed to sort, again to turn the order round. For the
// keyboard the header is one place: left and right go from title to title, Enter sorts, Alt with left and right changes
// the column's width.
type tableHeader struct {
	widget.BaseWidget
	table      *Table
	titles     []*headerCell
	edges      []*headerEdge
	column     string
	descending bool
	focused    bool
	at         int
	under      *canvas.Rectangle
	box        *headerBox
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t, under: canvas.NewRectangle(nil)}
	h.ExtendBaseWidget(h)
	h.box = newHeaderBox(t)
	return h
}

// press sorts by a column.
func (h *tableHeader) press(c Column) {
	if !c.Sortable {
		return
	}
	h.descending = h.column == c.ID && !h.descending
	h.column = c.ID
	h.Refresh()
	if h.table.p.OnSort != nil {
		h.table.p.OnSort(h.column, h.descending)
	}
}

func (h *tableHeader) match() {
	cols := h.table.columns.shown()
	for len(h.titles) < len(cols) {
		h.titles = append(h.titles, newHeaderCell(h))
		h.edges = append(h.edges, newHeaderEdge(h))
	}
	h.titles, h.edges = h.titles[:len(cols)], h.edges[:len(cols)]
	h.at = min(h.at, max(0, len(cols)-1))
	for i, cell := range h.titles {
		cell.col, h.edges[i].id = cols[i], cols[i].ID
		cell.Refresh()
	}
	h.box.Refresh()
}

func (h *tableHeader) current() Column {
	if h.at < len(h.titles) {
		return h.titles[h.at].col
	}
	return Column{}
}

// Text is the title that the keyboard is at, or what a column without one is called.
func (h *tableHeader) Text() string { return cmp.Or(h.current().Title, h.current().Name) }

// FocusGained implements fyne.Focusable.
func (h *tableHeader) FocusGained() { h.focused = true; h.Refresh() }

// FocusLost implements fyne.Focusable.
func (h *tableHeader) FocusLost() { h.focused = false; h.Refresh() }

// TypedRune implements fyne.Focusable.
func (h *tableHeader) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (h *tableHeader) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		h.at = max(0, h.at-1)
	case fyne.KeyRight:
		h.at = min(h.at+1, max(0, len(h.titles)-1))
	case fyne.KeyHome:
		h.at = 0
	case fyne.KeyEnd:
		h.at = max(0, len(h.titles)-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		h.press(h.current())
	case fyne.KeyDown:
		h.table.Focus()
	default:
		passKey(h, ev)
	}
	h.Refresh()
}

// TypedShortcut implements fyne.Shortcutable.
func (h *tableHeader) TypedShortcut(s fyne.Shortcut) {
	step := float32(0)
	switch withKey(s, fyne.KeyModifierAlt) {
	case fyne.KeyLeft:
		step = -10
	case fyne.KeyRight:
		step = 10
	}
	if step == 0 || h.at >= len(h.titles) {
		h.table.TypedShortcut(s)
		return
	}
	h.widen(h.current().ID, U(step))
}

// widen changes a column's width by what is given in the window's units.
func (h *tableHeader) widen(id string, by float32) {
	for i, sp := range h.table.spans(h.Size().Width) {
		if i < len(h.titles) && h.titles[i].col.ID == id {
			h.table.setWidth(id, (sp.w+by)/U(1))
		}
	}
}

func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	h.match()
	paintRect(h.under, BoxStyle{Fill: TokenLine})
	return &paint{
		of: h,
		objects: func() []fyne.CanvasObject {
			objs := []fyne.CanvasObject{h.under, h.box}
			for _, c := range h.titles {
				objs = append(objs, c)
			}
			for _, e := range h.edges {
				objs = append(objs, e)
			}
			return objs
		},
		min: func() fyne.Size { return fyne.NewSize(1, U(TableHeader)) },
		layout: func(s fyne.Size) {
			placeRect(h.under, fyne.NewPos(0, s.Height-U(1)), fyne.NewSize(s.Width, U(1)))
			place(h.box, U(h.table.p.Margin), (s.Height-U(checkSize))/2, U(checkSize), U(checkSize))
			for i, sp := range h.table.spans(s.Width) {
				if i < len(h.titles) {
					place(h.titles[i], sp.x, 0, sp.w, s.Height)
					place(h.edges[i], sp.x+sp.w+U(columnGap/2-4), 0, U(8), s.Height)
				}
			}
		},
		refresh: func() {
			paintRect(h.under, BoxStyle{Fill: TokenLine})
			h.match()
		},
	}
}

// headerCell is one title.
type headerCell struct {
	widget.BaseWidget
	of      *tableHeader
	col     Column
	hovered bool
	label   *canvas.Text
	mark    *canvas.Image
	ring    ring
}

func newHeaderCell(of *tableHeader) *headerCell {
	c := &headerCell{of: of, label: canvas.NewText("", nil), mark: &canvas.Image{}, ring: newRing()}
	c.ExtendBaseWidget(c)
	return c
}

// Text is the column's title.
func (c *headerCell) Text() string { return c.col.Title }

// Tapped implements fyne.Tappable.
func (c *headerCell) Tapped(*fyne.PointEvent) { c.of.press(c.col) }

// MouseIn implements desktop.Hoverable.
func (c *headerCell) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *headerCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *headerCell) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *headerCell) Cursor() desktop.Cursor {
	if c.col.Sortable {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (c *headerCell) sorted() bool { return c.col.Sortable && c.of.column == c.col.ID }

func (c *headerCell) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, []fyne.CanvasObject{c.label, c.mark, c.ring.rect},
		func() fyne.Size { return fyne.NewSize(1, U(TableHeader)) }, c.place, c.paint)
}

func (c *headerCell) place(s fyne.Size) {
	room := s.Width
	if c.sorted() {
		room -= U(13)
	}
	c.label.Text = ellipsis(c.col.Title, room, c.label.TextSize, fyne.TextStyle{})
	m := c.label.MinSize()
	x := float32(0)
	if c.col.Kind == CellNumber {
		x = max(0, room-m.Width)
	}
	c.label.Resize(m)
	c.label.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
	c.mark.Resize(usize(8, 8))
	c.mark.Move(fyne.NewPos(x+m.Width+U(4), (s.Height-U(8))/2+U(1)))
	c.ring.around(fyne.NewPos(0, U(4)), fyne.NewSize(s.Width, s.Height-U(8)), 3)
}

func (c *headerCell) paint() {
	token := TokenMuted
	if c.hovered && c.col.Sortable {
		token = TokenText
	}
	c.label.TextSize, c.label.Color, c.label.Text = U(TextSmall), token.Color(), c.col.Title
	c.mark.Hidden = !c.sorted()
	icon := iconUp()
	if c.of.descending {
		icon = iconDown()
	}
	c.mark.Resource = tinted(icon, token)
	c.mark.Refresh()
	here := c.of.at < len(c.of.titles) && c.of.titles[c.of.at] == c
	c.ring.paint(c.of.focused && here, 5, TokenFocus)
}
