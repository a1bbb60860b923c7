package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tableHeader is the row of titles, 30 high. A sortable title is pressed to sort, again to turn the order round.
type tableHeader struct {
	widget.BaseWidget
	table      *Table
	titles     []*headerCell
	column     string
	descending bool
	under      *canvas.Rectangle
}

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t, under: canvas.NewRectangle(nil)}
	h.ExtendBaseWidget(h)
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
	cols := h.table.p.Columns
	for len(h.titles) < len(cols) {
		h.titles = append(h.titles, newHeaderCell(h))
	}
	h.titles = h.titles[:len(cols)]
	for i, cell := range h.titles {
		cell.col = cols[i]
		if cols[i].Sortable {
			cell.Enable()
		} else {
			cell.Disable()
		}
		cell.Refresh()
	}
}

func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	h.match()
	paintRect(h.under, BoxStyle{Fill: TokenLine})
	return &paint{
		of: h,
		objects: func() []fyne.CanvasObject {
			objs := []fyne.CanvasObject{h.under}
			for _, c := range h.titles {
				objs = append(objs, c)
			}
			return objs
		},
		min: func() fyne.Size { return fyne.NewSize(1, U(TableHeader)) },
		layout: func(s fyne.Size) {
			placeRect(h.under, fyne.NewPos(0, s.Height-U(1)), fyne.NewSize(s.Width, U(1)))
			for i, sp := range spans(h.table.p.Columns, s.Width, h.table.p.Margin) {
				if i < len(h.titles) {
					place(h.titles[i], sp.x, 0, sp.w, s.Height)
				}
			}
		},
		refresh: func() {
			paintRect(h.under, BoxStyle{Fill: TokenLine})
			h.match()
		},
	}
}

type headerCell struct {
	press
	of    *tableHeader
	col   Column
	label *canvas.Text
	mark  *canvas.Image
	ring  ring
}

func newHeaderCell(of *tableHeader) *headerCell {
	c := &headerCell{of: of, label: canvas.NewText("", nil), mark: &canvas.Image{}, ring: newRing()}
	c.extend(c, func() { of.press(c.col) })
	return c
}

// Text is the column's title.
func (c *headerCell) Text() string { return c.col.Title }

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
	c.ring.paint(c.focused, 5, TokenFocus)
}
