package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PartsWidth is the width of a list of parts at scale 1.
const PartsWidth float32 = 208

// Part is one part of a screen that has several.
type Part struct {
	ID, Text string
	Inset    bool // belongs to the one before it
	More     bool // behind the fold, with the others that are seldom needed
}

// PartsParams is what a Parts is made from.
type PartsParams struct {
	Parts  []Part
	More   string // the words of the fold
	Chosen func(id string)
	OnFold func(open bool) // may be nil
	Top    fyne.CanvasObject
	Bottom fyne.CanvasObject // both may be nil
}

// Parts is the list of a screen's parts at its left, one of them chosen, each with what it counts. Up and Down move among
// them, Enter chooses.
type Parts struct {
	widget.BaseWidget
	p       PartsParams
	items   []*partItem
	chosen  string
	more    *Button
	folded  *fyne.Container
	content fyne.CanvasObject
}

// NewParts makes a list with its first part chosen.
func NewParts(p PartsParams) *Parts {
	s := &Parts{p: p, folded: VStack(2)}
	first := VStack(2)
	for _, part := range p.Parts {
		item := newPartItem(s, part)
		s.items = append(s.items, item)
		if part.More {
			s.folded.Add(item)
		} else {
			first.Add(item)
		}
	}
	if len(s.items) > 0 {
		s.chosen = s.items[0].part.ID
	}
	s.more = NewLink(p.More, func() {
		s.SetOpen(!s.Open())
		if p.OnFold != nil {
			p.OnFold(s.Open())
		}
	})
	s.more.SetTextSize(TextMedium)
	if len(s.folded.Objects) > 0 {
		first.Add(Pad(Inset{Top: 8, Left: 2, Bottom: 2}, HStack(0, s.more)))
		first.Add(s.folded)
	}
	s.SetOpen(false)
	b := Borders{Top: p.Top, Bottom: p.Bottom}
	s.content = Sized(PartsWidth, 0, Stack(NewBox(BoxStyle{Fill: TokenSurface}),
		Framed(Borders{Right: NewUpright()}, Framed(b, container.NewVScroll(Pad(Sides(12, 10), first))))))
	s.ExtendBaseWidget(s)
	return s
}

// Choose marks a part as the one that is shown, without calling back. One behind the fold opens it.
func (s *Parts) Choose(id string) {
	s.chosen = id
	for _, item := range s.items {
		if item.part.ID == id && item.part.More {
			s.SetOpen(true)
		}
		item.Refresh()
	}
}

// Chosen gives the part that is marked.
func (s *Parts) Chosen() string { return s.chosen }

// Open tells whether the fold is open.
func (s *Parts) Open() bool { return s.folded.Visible() }

// SetOpen opens or closes the fold, without calling back.
func (s *Parts) SetOpen(open bool) {
	icon := theme.MenuExpandIcon()
	if open {
		icon = theme.MenuDropDownIcon()
	}
	s.more.SetIcon(icon)
	setVisible(s.folded, open)
	s.Refresh()
}

// SetNote shows what a part counts, at its right; a strong one asks to be looked at.
func (s *Parts) SetNote(id, note string, strong bool) {
	for _, item := range s.items {
		if item.part.ID == id && (item.note != note || item.strong != strong) {
			item.note, item.strong = note, strong
			item.Refresh()
		}
	}
}

// Note gives what is shown at a part's right.
func (s *Parts) Note(id string) string {
	for _, item := range s.items {
		if item.part.ID == id {
			return item.note
		}
	}
	return ""
}

// Focus puts the keyboard onto the chosen part.
func (s *Parts) Focus() { focus(s.Target()) }

// Target is the chosen part; nil where none is.
func (s *Parts) Target() fyne.Focusable {
	for _, item := range s.items {
		if item.part.ID == s.chosen {
			return item
		}
	}
	return nil
}

// Held implements Holder.
func (s *Parts) Held() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// CreateRenderer implements fyne.Widget.
func (s *Parts) CreateRenderer() fyne.WidgetRenderer { return newWrap(s, s.content, nil) }

// partItem is one line: a word, and what it counts.
type partItem struct {
	press
	of     *Parts
	part   Part
	note   string
	strong bool

	rect       *canvas.Rectangle
	word, mark *canvas.Text
	ring       ring
}

func newPartItem(of *Parts, part Part) *partItem {
	i := &partItem{of: of, part: part, rect: canvas.NewRectangle(nil), word: canvas.NewText("", nil), mark: canvas.NewText("", nil), ring: newRing()}
	i.extend(i, func() {
		if of.p.Chosen != nil && of.chosen != part.ID {
			of.Choose(part.ID)
			of.p.Chosen(part.ID)
		}
	})
	return i
}

// Text is the part's word.
func (i *partItem) Text() string { return i.part.Text }

func (i *partItem) TypedKey(ev *fyne.KeyEvent) {
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
	for n, other := range i.of.items {
		if other != i {
			continue
		}
		if n += by; n >= 0 && n < len(i.of.items) && (i.of.Open() || !i.of.items[n].part.More) {
			focus(i.of.items[n])
		}
		return
	}
}

func (i *partItem) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(i, []fyne.CanvasObject{i.rect, i.word, i.mark, i.ring.rect},
		func() fyne.Size { return usize(120, 32) }, i.place, i.paint)
}

func (i *partItem) place(s fyne.Size) {
	placeRect(i.rect, fyne.Position{}, s)
	left := U(10)
	if i.part.Inset {
		left = U(24)
	}
	mark := i.mark.MinSize()
	if i.mark.Text == "" {
		mark.Width = 0
	}
	i.mark.Resize(mark)
	i.mark.Move(fyne.NewPos(s.Width-U(10)-mark.Width, (s.Height-mark.Height)/2))
	i.word.Text = ellipsis(i.part.Text, s.Width-left-mark.Width-U(16), i.word.TextSize, i.word.TextStyle)
	word := i.word.MinSize()
	i.word.Resize(word)
	i.word.Move(fyne.NewPos(left, (s.Height-word.Height)/2))
	i.ring.around(fyne.Position{}, s, 0)
}

func (i *partItem) paint() {
	style, token, mark := BoxStyle{Radius: 7}, TokenText, TokenMuted
	switch {
	case i.of.chosen == i.part.ID:
		style.Fill, token = TokenSelected, TokenAccent
	case i.hovered:
		style.Fill = TokenHover
	}
	if i.strong {
		mark = TokenWarm
	}
	paintRect(i.rect, style)
	i.word.TextSize, i.word.Color = U(TextBody), token.Color()
	i.mark.Text, i.mark.TextSize, i.mark.Color = i.note, U(TextSmall), mark.Color()
	i.mark.TextStyle.Bold = i.strong
	i.ring.paint(i.focused, 7, TokenFocus)
}
