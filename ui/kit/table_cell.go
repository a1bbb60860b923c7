package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// tableCell draws one cell with plain canvas objects: a widget for each would be slow.
type tableCell struct {
	kind  CellKind
	cell  Cell
	there bool
	text  *canvas.Text
	rect  *canvas.Rectangle // a chip's or a check's box
	tick  *canvas.Image
}

func newTableCell(kind CellKind) *tableCell {
	c := &tableCell{kind: kind, text: canvas.NewText("", nil)}
	switch kind {
	case CellCheck:
		c.tick = &canvas.Image{FillMode: canvas.ImageFillContain}
		c.rect = canvas.NewRectangle(nil)
	case CellChip, CellMark:
		c.rect = canvas.NewRectangle(nil)
	}
	return c
}

// drawnAs is the kind, where a mark is a chip or plain text.
func (c *tableCell) drawnAs() CellKind {
	switch {
	case c.kind != CellMark:
		return c.kind
	case c.cell.Tone != "":
		return CellChip
	}
	return CellText
}

func (c *tableCell) objects() []fyne.CanvasObject {
	switch c.kind {
	case CellCheck:
		return []fyne.CanvasObject{c.rect, c.tick}
	case CellChip, CellMark:
		return []fyne.CanvasObject{c.rect, c.text}
	default:
		return []fyne.CanvasObject{c.text}
	}
}

func (c *tableCell) paint(cell Cell, there bool) {
	c.cell, c.there = cell, there
	switch c.drawnAs() {
	case CellCheck:
		paintCheck(c.rect, c.tick, cell.On)
		c.rect.Hidden = !there
		c.tick.Hidden = c.tick.Hidden || !there
	case CellChip:
		paintChip(c.rect, c.text, cell.Text, cell.Tone)
		c.rect.Hidden = cell.Text == ""
	default:
		if c.rect != nil {
			c.rect.Hidden = true
		}
		token := cell.Token
		if token == "" {
			token = TokenText
			if c.kind == CellMuted {
				token = TokenMuted
			}
		}
		c.text.Color, c.text.TextSize = token.Color(), U(TextBody)
		c.text.TextStyle.Bold = c.kind == CellBold
		c.text.Text = cell.Text
	}
}

func (c *tableCell) place(s span, height float32) {
	switch c.drawnAs() {
	case CellCheck:
		placeCheck(c.rect, c.tick, fyne.NewPos(s.x, (height-U(checkSize))/2))
	case CellChip:
		size := chipSize(c.cell.Text)
		if size.Width > s.w {
			c.text.Text = ellipsis(c.cell.Text, s.w-U(18), c.text.TextSize, fyne.TextStyle{})
			size.Width = s.w
		}
		placeChip(c.rect, c.text, fyne.NewPos(s.x, (height-size.Height)/2), size)
	default:
		c.text.Text = ellipsis(c.cell.Text, s.w, c.text.TextSize, c.text.TextStyle)
		m := c.text.MinSize()
		x := s.x
		if c.kind == CellNumber {
			x += max(0, s.w-m.Width)
		}
		c.text.Resize(m)
		c.text.Move(fyne.NewPos(x, (height-m.Height)/2))
	}
}

// cut tells whether the cell says less than it holds.
func (c *tableCell) cut() bool {
	return c.there && c.drawnAs() != CellCheck && c.text.Text != c.cell.Text
}

const checkSize = 18 // a check's box, at scale 1

// paintCheck and placeCheck draw a check's box, here and in Check.
func paintCheck(rect *canvas.Rectangle, tick *canvas.Image, on bool) {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: 5}
	if on {
		style = BoxStyle{Fill: TokenAccent, Radius: 5}
	}
	paintRect(rect, style)
	tick.Resource = tinted(iconTick(), TokenOnAccent)
	tick.Hidden = !on
}

func placeCheck(rect *canvas.Rectangle, tick *canvas.Image, pos fyne.Position) {
	placeRect(rect, pos, usize(checkSize, checkSize))
	tick.Resize(usize(checkSize-4, checkSize-4))
	tick.Move(pos.AddXY(U(2), U(2)))
}
