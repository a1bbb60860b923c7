package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// BoardColumn is a state that cards are in.
type BoardColumn struct {
	ID, Title string
	Tone      Tone
}

// BoardCard is a card: what it is, a muted line under it, and a chip, such as when it is due.
type BoardCard struct {
	ID, Column  string
	Title, Note string
	Chip        string
	Tone        Tone // of the chip
	Fixed       bool // cannot be moved
}

// BoardParams is what a Board is made from. The funcs may be nil.
type BoardParams struct {
	Name   string // what the board is called, for what reads the focus
	Empty  string // the words in a column without cards
	OnPick func(id string)
	OnOpen func(id string) // Enter, or a click
	OnMove func(id, from, to string)
}

// Board shows cards in columns. The arrow keys pick a card, Enter opens it, Ctrl with left and right moves it to the
// column beside, as does a drag. Where columns would become narrow they stand under each other.
type Board struct {
	widget.BaseWidget
	named
	p       BoardParams
	columns []*boardColumn
	cards   []*boardCard
	picked  string
	focused bool
	body    *boardBody
	scroll  *container.Scroll
	ring    ring
}

// NewBoard makes a board without columns.
func NewBoard(p BoardParams) *Board {
	b := &Board{p: p, ring: newRing()}
	b.name = p.Name
	b.ExtendBaseWidget(b)
	b.body = newBoardBody(b)
	b.scroll = container.NewVScroll(b.body)
	return b
}

// Set changes columns and cards. A card in none of the columns is left out. The picked card stays picked.
func (b *Board) Set(columns []BoardColumn, cards []BoardCard) {
	b.columns, b.cards = nil, nil
	for _, c := range columns {
		b.columns = append(b.columns, newBoardColumn(c))
	}
	for _, c := range cards {
		if b.column(c.Column) >= 0 {
			b.cards = append(b.cards, newBoardCard(b, c))
		}
	}
	b.relay()
}

// relay lays the cards anew and repaints.
func (b *Board) relay() {
	b.body.arrange(b.body.width)
	b.scroll.Refresh()
	b.Refresh()
}

// Picked gives the id of the picked card, empty where there is none.
func (b *Board) Picked() string {
	if b.card(b.picked) == nil {
		return ""
	}
	return b.picked
}

// Pick picks a card and brings it into view, without calling back.
func (b *Board) Pick(id string) {
	b.picked = id
	if c := b.card(id); c != nil {
		reveal(b.scroll, c)
	}
	b.body.Refresh()
}

func (b *Board) column(id string) int {
	return slices.IndexFunc(b.columns, func(c *boardColumn) bool { return c.column.ID == id })
}

func (b *Board) card(id string) *boardCard {
	for _, c := range b.cards {
		if c.card.ID == id {
			return c
		}
	}
	return nil
}

// in gives the cards of a column, in their order.
func (b *Board) in(column int) []*boardCard {
	var out []*boardCard
	for _, c := range b.cards {
		if column >= 0 && column < len(b.columns) && c.card.Column == b.columns[column].column.ID {
			out = append(out, c)
		}
	}
	return out
}

func (b *Board) take(c *boardCard) {
	same := c.card.ID == b.picked
	b.Pick(c.card.ID)
	if !same && b.p.OnPick != nil {
		b.p.OnPick(b.picked)
	}
}

func (b *Board) open(id string) {
	if id != "" && b.p.OnOpen != nil {
		b.p.OnOpen(id)
	}
}

// move puts a card into another column, where it comes last until the screen says otherwise.
func (b *Board) move(c *boardCard, to int) {
	if c == nil || c.card.Fixed || b.p.OnMove == nil || to < 0 || to >= len(b.columns) {
		return
	}
	from, id := c.card.Column, b.columns[to].column.ID
	if from == id {
		return
	}
	c.card.Column = id
	i := slices.Index(b.cards, c)
	b.cards = append(slices.Delete(b.cards, i, i+1), c)
	b.relay()
	b.Pick(c.card.ID)
	b.p.OnMove(c.card.ID, from, id)
}

// FocusGained implements fyne.Focusable. A board without a picked card picks its first.
func (b *Board) FocusGained() {
	b.focused = true
	if b.card(b.picked) == nil {
		b.along(0, 1)
	}
	b.Refresh()
}

// FocusLost implements fyne.Focusable.
func (b *Board) FocusLost() {
	b.focused = false
	b.Refresh()
}

// TypedRune implements fyne.Focusable.
func (b *Board) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *Board) TypedKey(ev *fyne.KeyEvent) {
	column, row := b.place()
	switch ev.Name {
	case fyne.KeyUp:
		b.to(column, row-1)
	case fyne.KeyDown:
		b.to(column, row+1)
	case fyne.KeyHome:
		b.to(column, 0)
	case fyne.KeyEnd:
		b.to(column, len(b.cards))
	case fyne.KeyLeft:
		b.along(row, -1)
	case fyne.KeyRight:
		b.along(row, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.open(b.Picked())
	default:
		passKey(b, ev)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	column, _ := b.place()
	switch withKey(s, fyne.KeyModifierControl) {
	case fyne.KeyLeft:
		b.move(b.card(b.picked), column-1)
	case fyne.KeyRight:
		b.move(b.card(b.picked), column+1)
	default:
		passShortcut(canvasOf(b), s)
	}
}

// place gives column and row of the picked card; the column is -1 where none is picked.
func (b *Board) place() (column, row int) {
	c := b.card(b.picked)
	if c == nil {
		return -1, 0
	}
	column = b.column(c.card.Column)
	return column, slices.Index(b.in(column), c)
}

func (b *Board) to(column, row int) {
	if cards := b.in(column); len(cards) > 0 {
		b.take(cards[min(max(row, 0), len(cards)-1)])
		return
	}
	b.along(0, 1)
}

// along goes to the next column that has cards.
func (b *Board) along(row, by int) {
	column, _ := b.place()
	for i := column + by; i >= 0 && i < len(b.columns); i += by {
		if len(b.in(i)) > 0 {
			b.to(i, row)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(b, []fyne.CanvasObject{b.scroll, b.ring.rect},
		func() fyne.Size { return usize(200, 120) },
		func(s fyne.Size) {
			b.body.arrange(s.Width)
			place(b.scroll, 0, 0, s.Width, s.Height)
			b.scroll.Refresh()
			b.ring.around(fyne.Position{}, s, 2)
		},
		func() {
			b.ring.paint(b.focused && b.card(b.picked) == nil, CardRadius, TokenFocus)
			b.body.Refresh()
		})
}

// boardColumn is a column's head and ground.
type boardColumn struct {
	column       BoardColumn
	ground, dot  *canvas.Rectangle
	title, count *canvas.Text
	empty        *canvas.Text
	pos          fyne.Position
	size         fyne.Size
}

func newBoardColumn(c BoardColumn) *boardColumn {
	return &boardColumn{
		column: c, ground: canvas.NewRectangle(nil), dot: canvas.NewRectangle(nil),
		title: canvas.NewText("", nil), count: canvas.NewText("", nil), empty: canvas.NewText("", nil),
	}
}
