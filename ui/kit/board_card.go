package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const boardLines = 3 // of a card's title, at most

// boardCard is one card.
type boardCard struct {
	widget.BaseWidget
	of      *Board
	card    BoardCard
	hovered bool
	drag    drag

	ground     *canvas.Rectangle
	lines      [boardLines]*canvas.Text
	note, chip *canvas.Text
	chipRect   *canvas.Rectangle
	ring       ring
}

func newBoardCard(of *Board, card BoardCard) *boardCard {
	c := &boardCard{
		of: of, card: card, ground: canvas.NewRectangle(nil), note: canvas.NewText("", nil), chip: canvas.NewText("", nil),
		chipRect: canvas.NewRectangle(nil), ring: newRing(),
	}
	for i := range c.lines {
		c.lines[i] = canvas.NewText("", nil)
	}
	c.ExtendBaseWidget(c)
	return c
}

// title is the card's title in lines for a width; what does not fit into the last is cut.
func (c *boardCard) title(width float32) []string {
	room := max(U(20), width-U(24))
	lines := wrapped(c.card.Title, room, U(TextBody), fyne.TextStyle{})
	if len(lines) > boardLines {
		lines = lines[:boardLines]
		last := []rune(lines[boardLines-1] + " …")
		lines[boardLines-1] = ellipsis(string(last), room, U(TextBody), fyne.TextStyle{})
	}
	return lines
}

func lineHeight(size float32) float32 {
	return fyne.MeasureText("Mg", U(size), fyne.TextStyle{}).Height
}

func (c *boardCard) heightFor(width float32) float32 {
	h := U(18) + float32(len(c.title(width)))*lineHeight(TextBody)
	if c.card.Note != "" {
		h += U(2) + lineHeight(TextSmall)
	}
	if c.card.Chip != "" {
		h += U(6 + ChipHeight)
	}
	return h
}

// Tapped implements fyne.Tappable.
func (c *boardCard) Tapped(*fyne.PointEvent) {
	c.of.take(c)
	focus(c.of)
	c.of.open(c.card.ID)
}

// MouseDown implements desktop.Mouseable.
func (c *boardCard) MouseDown(ev *desktop.MouseEvent) { c.drag.down(ev) }

// MouseUp implements desktop.Mouseable.
func (c *boardCard) MouseUp(*desktop.MouseEvent) { c.drag.pressed = false }

// Dragged implements fyne.Draggable.
func (c *boardCard) Dragged(ev *fyne.DragEvent) {
	c.drag.moved(ev)
	if !c.card.Fixed && c.of.p.OnMove != nil {
		c.of.body.drag(c, c.Position().Add(c.drag.at))
	}
}

// DragEnd implements fyne.Draggable.
func (c *boardCard) DragEnd() {
	c.drag.end()
	if c.of.body.held == c {
		c.of.body.drop()
		focus(c.of) // so that what was moved can be moved on with the keyboard
	}
}

// MouseIn implements desktop.Hoverable.
func (c *boardCard) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *boardCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *boardCard) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *boardCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (c *boardCard) CreateRenderer() fyne.WidgetRenderer {
	objs := []fyne.CanvasObject{c.ground}
	for _, l := range c.lines {
		objs = append(objs, l)
	}
	return newPaint(c, append(objs, c.note, c.chipRect, c.chip, c.ring.rect),
		func() fyne.Size { return fyne.NewSize(U(60), c.heightFor(U(60))) }, c.place, c.paint)
}

func (c *boardCard) place(s fyne.Size) {
	placeRect(c.ground, fyne.Position{}, s)
	c.ring.around(fyne.Position{}, s, 0)
	y := U(9)
	title := c.title(s.Width)
	for i, l := range c.lines {
		l.Hidden = i >= len(title)
		if !l.Hidden {
			l.Text = title[i]
			place(l, U(12), y, s.Width-U(24), lineHeight(TextBody))
			y += lineHeight(TextBody)
		}
	}
	if c.card.Note != "" {
		c.note.Text = ellipsis(c.card.Note, s.Width-U(24), c.note.TextSize, c.note.TextStyle)
		place(c.note, U(12), y+U(2), s.Width-U(24), lineHeight(TextSmall))
		y += U(2) + lineHeight(TextSmall)
	}
	if c.card.Chip != "" {
		c.chip.Text = ellipsis(c.card.Chip, s.Width-U(42), c.chip.TextSize, c.chip.TextStyle)
		placeChip(c.chipRect, c.chip, fyne.NewPos(U(12), y+U(6)), chipSize(c.chip.Text))
	}
}

func (c *boardCard) paint() {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: 9, Shadow: true}
	picked := c.of.picked == c.card.ID
	switch {
	case c.of.body.held == c:
		style = BoxStyle{Fill: TokenGround, Stroke: TokenLine, Radius: 9}
	case picked:
		style.Stroke = TokenAccent
	case c.hovered:
		style.Stroke = TokenMuted
	}
	paintRect(c.ground, style)
	for _, l := range c.lines {
		l.TextSize, l.Color = U(TextBody), TokenText.Color()
	}
	c.note.TextSize, c.note.Color = U(TextSmall), TokenMuted.Color()
	c.note.Hidden, c.chip.Hidden, c.chipRect.Hidden = c.card.Note == "", c.card.Chip == "", c.card.Chip == ""
	paintChip(c.chipRect, c.chip, c.card.Chip, c.card.Tone)
	c.ring.paint(picked && c.of.focused, 9, TokenFocus)
}
