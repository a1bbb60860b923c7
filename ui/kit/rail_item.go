package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// railItem is a row of the rail: icon 17, word, shortcut hint. Up and Down move the focus among them.
type railItem struct {
	press
	rail *Rail
	item RailItem

	rect       *canvas.Rectangle
	icon       *canvas.Image
	word, hint *canvas.Text
	ring       ring
}

func newRailItem(rail *Rail, item RailItem) *railItem {
	i := &railItem{
		rail: rail, item: item,
		rect: canvas.NewRectangle(nil), icon: &canvas.Image{FillMode: canvas.ImageFillContain},
		word: canvas.NewText("", nil), hint: canvas.NewText("", nil), ring: newRing(),
	}
	i.extend(i, func() {
		if rail.act != nil {
			rail.act(item.ID)
		}
	})
	return i
}

// Text is the screen's word.
func (i *railItem) Text() string { return i.item.Text }

func (i *railItem) TypedKey(ev *fyne.KeyEvent) {
	by := 0
	switch ev.Name {
	case fyne.KeyUp:
		by = -1
	case fyne.KeyDown:
		by = 1
	default:
		i.press.TypedKey(ev)
		return
	}
	for n, other := range i.rail.items {
		if other == i && n+by >= 0 && n+by < len(i.rail.items) {
			focus(i.rail.items[n+by])
			return
		}
	}
}

func (i *railItem) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(i, []fyne.CanvasObject{i.rect, i.icon, i.word, i.hint, i.ring.rect},
		func() fyne.Size { return usize(RailWidth-16, 34) }, i.place, i.paint)
}

func (i *railItem) place(s fyne.Size) {
	placeRect(i.rect, fyne.Position{}, s)
	i.icon.Resize(usize(17, 17))
	i.icon.Move(fyne.NewPos(U(10), (s.Height-U(17))/2))
	hint := i.hint.MinSize()
	i.hint.Resize(hint)
	i.hint.Move(fyne.NewPos(s.Width-U(10)-hint.Width, (s.Height-hint.Height)/2))
	room := s.Width - U(37) - U(10) - hint.Width - U(6)
	// The word counts for more than its shortcut, which the menu and the list of shortcuts have too.
	i.hint.Hidden = fyne.MeasureText(i.item.Text, i.word.TextSize, fyne.TextStyle{}).Width > room
	if i.hint.Hidden {
		room += hint.Width + U(6)
	}
	i.word.Text = ellipsis(i.item.Text, room, i.word.TextSize, fyne.TextStyle{})
	word := i.word.MinSize()
	i.word.Resize(word)
	i.word.Move(fyne.NewPos(U(37), (s.Height-word.Height)/2))
	i.ring.around(fyne.Position{}, s, 0)
}

func (i *railItem) paint() {
	style, token, hint := BoxStyle{Radius: 7}, TokenRailText, TokenRailFaint
	switch {
	case i.rail.chosen == i.item.ID:
		style.Fill, token, hint = TokenChosen, TokenRailStrong, TokenRailText
	case i.hovered:
		style.Fill = TokenRailHover
	}
	paintRect(i.rect, style)
	i.icon.Hidden = i.item.Icon == nil
	if i.item.Icon != nil {
		i.icon.Resource = tinted(i.item.Icon, token)
		i.icon.Refresh()
	}
	i.word.TextSize, i.word.Color = U(TextBody), token.Color()
	i.hint.Text, i.hint.TextSize, i.hint.Color = i.item.Hint, U(TextTiny), hint.Color()
	i.ring.paint(i.focused, 7, TokenRailStrong)
}
