package kit

import "fyne.io/fyne/v2"

// NewCard puts something on a card: radius 12, a margin of 18, a hair line and a soft shadow.
func NewCard(o fyne.CanvasObject) fyne.CanvasObject {
	return Stack(
		NewBox(BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: CardRadius, Shadow: true}),
		Pad(Inset{16, 18, 16, 18}, o),
	)
}

// NewTitledCard is a card with a title, something beside the title (may be nil), and a body.
func NewTitledCard(title string, beside, body fyne.CanvasObject) fyne.CanvasObject {
	head := HStack(8, NewText(title, TextStyle{Size: TextCard, Bold: true}))
	if beside != nil {
		head.Add(beside)
	}
	return NewCard(Framed(Borders{Top: Pad(Inset{Bottom: 10}, head)}, body))
}

// NewTapCard is a card that can be pressed, as in a list of cards; chosen gives it an accent edge.
func NewTapCard(o fyne.CanvasObject, chosen bool, tapped func()) fyne.CanvasObject {
	card, _ := NewStepCard(o, chosen, tapped, nil)
	return card
}

// NewStepCard is a card that can be pressed, among others between which the up and down keys go: step is told where, -1 or 1;
// 0 when the keyboard has come to the card itself. It gives the card, and what the keyboard goes to.
func NewStepCard(o fyne.CanvasObject, chosen bool, tapped func(), step func(by int)) (fyne.CanvasObject, fyne.Focusable) {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: CardRadius, Shadow: true}
	if chosen {
		style.Stroke, style.StrokeWidth = TokenAccent, 2
	}
	a := newArea(tapped, TokenFocus)
	a.radius, a.hover, a.step = CardRadius, TokenHover, step
	a.watch(func(on bool) {
		if on && step != nil && !a.hovered { // what moved under the pointer could not be clicked
			step(0)
		}
	})
	return Stack(NewBox(style), a, Pad(Sides(12, 16), o)), a
}

// NewChoiceRow is a line of a list that can be chosen, such as the kinds of report: a title and what it is for.
func NewChoiceRow(title, text string, chosen bool, tapped func()) fyne.CanvasObject {
	fill, token := TokenNone, TokenText
	if chosen {
		fill, token = TokenSelected, TokenAccent
	}
	a := newArea(tapped, TokenFocus)
	a.SetName(title)
	a.radius = 9
	if !chosen {
		a.hover = TokenHover
	}
	return Stack(
		NewBox(BoxStyle{Fill: fill, Radius: 9}), a,
		Pad(Sides(9, 12), VStack(0,
			NewText(title, TextStyle{Token: token, Wrap: true}),
			NewText(text, TextStyle{Size: TextSmall, Token: TokenMuted, Wrap: true}))),
	)
}

// NewTile is a number with what it counts; strong gives it an accent edge.
func NewTile(label, value string, strong bool) fyne.CanvasObject {
	style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: 10, Shadow: true}
	if strong {
		style.Stroke, style.Shadow = TokenAccent, false
	}
	return Stack(NewBox(style), Pad(Sides(10, 12), VStack(2,
		NewText(label, TextStyle{Size: TextSmall, Token: TokenMuted, Cut: true}),
		NewText(value, TextStyle{Size: TextNumber, Bold: true, Cut: true}))))
}

// NewEmpty says what belongs on an empty screen and offers the first step; link may be empty.
func NewEmpty(icon fyne.Resource, sentence, link string, act func()) fyne.CanvasObject {
	parts := VStack(14, HStack(0, NewSpring(), NewIcon(icon, TokenMuted, 40), NewSpring()),
		NewText(sentence, TextStyle{Token: TokenMuted, Wrap: true, Align: fyne.TextAlignCenter}))
	if link != "" {
		parts.Add(HStack(0, NewSpring(), NewButton(ButtonSecondary, link, act), NewSpring()))
	}
	return centred(HStack(0, NewSpring(), Sized(320, 0, parts), NewSpring()))
}

// NewIndexRow is a line of a table of contents: a title, and a few words under it where there are any.
func NewIndexRow(title, text string, chosen bool, tapped func()) fyne.CanvasObject {
	fill, token := TokenNone, TokenText
	if chosen {
		fill, token = TokenSelected, TokenAccent
	}
	a := newArea(tapped, TokenFocus)
	if !chosen {
		a.hover = TokenHover
	}
	lines := VStack(0, NewText(title, TextStyle{Token: token, Cut: true, Bold: chosen}))
	if text != "" {
		lines.Add(NewText(text, TextStyle{Size: TextSmall, Token: TokenMuted, Wrap: true}))
	}
	return Stack(NewBox(BoxStyle{Fill: fill, Radius: 7}), a, Pad(Sides(7, 10), lines))
}
