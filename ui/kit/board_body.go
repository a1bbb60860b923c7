package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Measures of a board, at scale 1.
const (
	boardGap    float32 = 12
	boardHead   float32 = 34
	boardInset  float32 = 8
	boardNarrow float32 = 180 // narrower columns stand under each other
)

// boardBody is what scrolls: columns, their cards, and the card that is dragged.
type boardBody struct {
	widget.BaseWidget
	of     *Board
	width  float32
	height float32
	ghost  *canvas.Rectangle
	label  *canvas.Text
	held   *boardCard // the one that is dragged
	at     fyne.Position
}

func newBoardBody(of *Board) *boardBody {
	b := &boardBody{of: of, ghost: canvas.NewRectangle(nil), label: canvas.NewText("", nil)}
	b.ExtendBaseWidget(b)
	return b
}

// stacked tells whether the columns stand under each other.
func (b *boardBody) stacked(width float32) bool {
	n := float32(len(b.of.columns))
	return n > 1 && (width-U(boardGap)*(n-1))/n < U(boardNarrow)
}

// arrange finds the places of columns and cards in a width.
func (b *boardBody) arrange(width float32) {
	b.width = width
	n := float32(max(1, len(b.of.columns)))
	each, stacked := floor((width-U(boardGap)*(n-1))/n), b.stacked(width)
	if stacked {
		each = width
	}
	b.height = 0
	pos := fyne.Position{}
	for i, column := range b.of.columns {
		column.pos = pos
		column.size = fyne.NewSize(each, b.arrangeColumn(i, pos, each))
		b.height = max(b.height, pos.Y+column.size.Height)
		if stacked {
			pos.Y += column.size.Height + U(boardGap)
		} else {
			pos.X += each + U(boardGap)
		}
	}
	if !stacked {
		for _, column := range b.of.columns {
			column.size.Height = b.height
		}
	}
}

// arrangeColumn puts the cards of a column under each other and gives the column's height.
func (b *boardBody) arrangeColumn(i int, pos fyne.Position, width float32) float32 {
	y, inner := pos.Y+U(boardHead), max(0, width-U(2*boardInset))
	cards := b.of.in(i)
	for _, c := range cards {
		h := c.heightFor(inner)
		c.Resize(fyne.NewSize(inner, h))
		c.Move(fyne.NewPos(pos.X+U(boardInset), y))
		y += h + U(boardInset)
	}
	if len(cards) == 0 {
		y += U(40)
	}
	return y - pos.Y
}

// columnAt gives the column at a position.
func (b *boardBody) columnAt(pos fyne.Position) int {
	stacked := b.stacked(b.width)
	for i, c := range b.of.columns {
		if !stacked && pos.X < c.pos.X+c.size.Width+U(boardGap/2) || stacked && pos.Y < c.pos.Y+c.size.Height+U(boardGap/2) {
			return i
		}
	}
	return len(b.of.columns) - 1
}

func (b *boardBody) drag(c *boardCard, at fyne.Position) {
	b.held, b.at = c, at
	b.Refresh()
}

func (b *boardBody) drop() {
	c, to := b.held, b.columnAt(b.at)
	b.held = nil
	b.of.move(c, to)
	b.Refresh()
}

func (b *boardBody) CreateRenderer() fyne.WidgetRenderer {
	return &paint{
		of: b,
		objects: func() []fyne.CanvasObject {
			var objs []fyne.CanvasObject
			for _, c := range b.of.columns {
				objs = append(objs, c.ground, c.dot, c.title, c.count, c.empty)
			}
			for _, c := range b.of.cards {
				objs = append(objs, c)
			}
			return append(objs, b.ghost, b.label)
		},
		min:    func() fyne.Size { return fyne.NewSize(1, b.height) },
		layout: func(s fyne.Size) { b.place(s) },
		refresh: func() {
			b.paint()
			for _, c := range b.of.cards {
				c.Refresh()
			}
		},
	}
}

func (b *boardBody) paint() {
	target := -1
	if b.held != nil {
		target = b.columnAt(b.at)
	}
	for i, c := range b.of.columns {
		style := BoxStyle{Fill: TokenHover, Radius: CardRadius}
		if i == target {
			style = BoxStyle{Fill: TokenSelected, Stroke: TokenAccent, Radius: CardRadius}
		}
		paintRect(c.ground, style)
		paintRect(c.dot, BoxStyle{Fill: c.column.Tone.Dot(), Radius: 4})
		c.title.TextSize, c.title.Color, c.title.TextStyle.Bold = U(TextBody), TokenText.Color(), true
		n := len(b.of.in(i))
		c.count.Text, c.count.TextSize, c.count.Color = strconv.Itoa(n), U(TextMedium), TokenMuted.Color()
		c.empty.TextSize, c.empty.Color = U(TextMedium), TokenMuted.Color()
		c.empty.Hidden = n > 0
	}
	b.ghost.Hidden, b.label.Hidden = b.held == nil, b.held == nil
	if b.held != nil {
		paintRect(b.ghost, BoxStyle{Fill: TokenSurface, Stroke: TokenAccent, StrokeWidth: 2, Radius: 9})
		b.label.TextSize, b.label.Color = U(TextBody), TokenText.Color()
	}
}

func (b *boardBody) place(s fyne.Size) {
	for _, c := range b.of.columns {
		height := c.size.Height
		if !b.stacked(b.width) {
			height = max(height, s.Height)
		}
		placeRect(c.ground, c.pos, fyne.NewSize(c.size.Width, height))
		placeRect(c.dot, c.pos.AddXY(U(12), U(boardHead-8)/2), usize(8, 8))
		count := c.count.MinSize()
		c.title.Text = ellipsis(c.column.Title, c.size.Width-U(48)-count.Width, c.title.TextSize, c.title.TextStyle)
		m := c.title.MinSize()
		place(c.title, c.pos.X+U(26), c.pos.Y+(U(boardHead)-m.Height)/2, m.Width, m.Height)
		place(c.count, c.pos.X+c.size.Width-count.Width-U(12), c.pos.Y+(U(boardHead)-count.Height)/2, count.Width, count.Height)
		c.empty.Text = ellipsis(b.of.p.Empty, c.size.Width-U(24), c.empty.TextSize, c.empty.TextStyle)
		m = c.empty.MinSize()
		place(c.empty, c.pos.X+U(12), c.pos.Y+U(boardHead+2), m.Width, m.Height)
	}
	if b.held != nil {
		size := fyne.NewSize(b.held.Size().Width, U(40))
		at := b.at.SubtractXY(U(24), U(16))
		placeRect(b.ghost, at, size)
		b.label.Text = ellipsis(b.held.card.Title, size.Width-U(24), b.label.TextSize, b.label.TextStyle)
		m := b.label.MinSize()
		place(b.label, at.X+U(12), at.Y+(size.Height-m.Height)/2, m.Width, m.Height)
	}
}
