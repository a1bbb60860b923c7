package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ButtonKind is how much weight a button has. A screen has one primary button.
type ButtonKind int

// The kinds of button.
const (
	ButtonPrimary ButtonKind = iota
	ButtonSecondary
	ButtonLink   // accent text without a box
	ButtonDanger // a primary button for what cannot be undone
)

// Button is a button in LOOK's proportions: 32 high, radius 8.
type Button struct {
	press
	kind ButtonKind
	text string
	icon fyne.Resource
	onto Token // the link's colour, where it stands on another ground
	cut  bool  // the words give way
	size float32

	rect  *canvas.Rectangle
	label *canvas.Text
	image *canvas.Image
	ring  ring
}

// NewButton makes a button. tapped may be nil and set later with OnTapped.
func NewButton(kind ButtonKind, text string, tapped func()) *Button {
	b := &Button{
		kind: kind, text: text, size: TextBody,
		rect: canvas.NewRectangle(nil), label: canvas.NewText(text, nil), image: &canvas.Image{}, ring: newRing(),
	}
	b.extend(b, tapped)
	return b
}

// NewLink makes a link: a button that looks like words.
func NewLink(text string, tapped func()) *Button { return NewButton(ButtonLink, text, tapped) }

// newIconButton makes a small button that is only an icon, inside of a field.
func newIconButton(icon fyne.Resource, tapped func()) *Button {
	b := NewLink("", tapped)
	b.icon = icon
	b.onto = TokenMuted
	return b
}

// OnTapped changes what the button does.
func (b *Button) OnTapped(f func()) { b.act = f }

// Text gives the button's words.
func (b *Button) Text() string { return b.text }

// SetText changes the button's words.
func (b *Button) SetText(text string) {
	b.text = text
	b.Refresh()
}

// SetIcon puts an icon before the words, or alone where there are none.
func (b *Button) SetIcon(icon fyne.Resource) {
	b.icon = icon
	b.Refresh()
}

// SetToken changes the colour of a link's words.
func (b *Button) SetToken(token Token) *Button {
	b.onto = token
	return b
}

// SetTextSize changes the size of the words, at scale 1.
func (b *Button) SetTextSize(size float32) *Button {
	b.size = size
	return b
}

// SetCut lets a link give way: its words are cut to the room that it gets.
func (b *Button) SetCut() *Button {
	b.cut = true
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.image.FillMode = canvas.ImageFillContain
	return newPaint(b, []fyne.CanvasObject{b.rect, b.image, b.label, b.ring.rect}, b.minSize, b.place, b.paint)
}

func (b *Button) padding() float32 {
	switch {
	case b.text == "" && b.kind == ButtonLink:
		return U(5)
	case b.text == "":
		return U(8)
	case b.kind == ButtonLink:
		return 0
	}
	return U(15)
}

func (b *Button) inner() (icon, gap, text float32) {
	if b.icon != nil {
		icon = U(16)
		if b.text != "" {
			gap = U(6)
		}
	}
	return icon, gap, fyne.MeasureText(b.text, U(b.size), fyne.TextStyle{}).Width
}

func (b *Button) minSize() fyne.Size {
	icon, gap, text := b.inner()
	h := U(ControlHeight)
	if b.kind == ButtonLink {
		h = fyne.MeasureText("Mg", U(b.size), fyne.TextStyle{}).Height
	}
	if b.cut {
		text = min(text, U(leastCut))
	}
	return fyne.NewSize(icon+gap+text+2*b.padding(), h)
}

// leastCut is the room that the words of a link keep however narrow it is.
const leastCut = 60

// words are the text as far as there is room for it.
func (b *Button) words(width float32) string {
	if !b.cut || width <= 0 {
		return b.text
	}
	icon, gap, _ := b.inner()
	return ellipsis(b.text, width-icon-gap-2*b.padding(), U(b.size), fyne.TextStyle{})
}

func (b *Button) place(s fyne.Size) {
	placeRect(b.rect, fyne.Position{}, s)
	icon, gap, _ := b.inner()
	b.label.Text = b.words(s.Width)
	text := b.label.MinSize()
	x := max(0, (s.Width-icon-gap-text.Width)/2)
	if b.cut {
		x = b.padding()
	}
	b.image.Resize(fyne.NewSize(icon, icon))
	b.image.Move(fyne.NewPos(x, (s.Height-icon)/2))
	b.label.Resize(text)
	b.label.Move(fyne.NewPos(x+icon+gap, (s.Height-text.Height)/2))
	out := float32(2)
	if b.kind == ButtonLink {
		out = 3
	}
	if b.text == "" {
		out = 0
	}
	b.ring.around(fyne.Position{}, s, out)
}

func (b *Button) paint() {
	style, token := b.looks()
	paintRect(b.rect, style)
	b.label.Text, b.label.TextSize, b.label.Color = b.words(b.Size().Width), U(b.size), token.Color()
	b.image.Hidden = b.icon == nil
	if b.icon != nil {
		b.image.Resource = tinted(b.icon, token)
	}
	radius, focus := float32(ControlRadius+2), TokenFocus
	if b.kind == ButtonLink {
		radius = 5
	}
	if b.onto != "" && b.onto != TokenMuted {
		focus = b.onto
	}
	b.ring.paint(b.focused && !b.Disabled(), radius, focus)
}

func (b *Button) looks() (BoxStyle, Token) {
	style := BoxStyle{Radius: ControlRadius}
	hot := b.hovered && !b.Disabled()
	switch {
	case b.kind == ButtonLink:
		token := TokenAccent
		if b.onto != "" {
			token = b.onto
		}
		if b.Disabled() {
			token = TokenMuted
		}
		return BoxStyle{}, token
	case b.Disabled():
		style.Fill, style.Stroke = TokenHover, TokenLine
		return style, TokenMuted
	case b.kind == ButtonPrimary:
		style.Fill = TokenAccent
		if hot {
			style.Fill = TokenAccentDeep
		}
		return style, TokenOnAccent
	case b.kind == ButtonDanger:
		style.Fill, style.Stroke = TokenSurface, TokenError
		if hot {
			style.Fill = ToneLate.Ground()
		}
		return style, TokenError
	}
	style.Fill, style.Stroke = TokenSurface, TokenLine
	if hot {
		style.Fill = TokenHover
	}
	return style, TokenText
}
