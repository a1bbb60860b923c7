package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Token is a colour by what it is for. Widgets keep tokens, never colours, so that they follow the theme.
type Token string

// The colours of the window. Each has a light and a dark form, see the palettes in palette.go.
const (
	TokenGround     Token = "primadesk.ground"
	TokenSurface    Token = "primadesk.surface"
	TokenText       Token = "primadesk.text"
	TokenMuted      Token = "primadesk.muted"
	TokenLine       Token = "primadesk.line"
	TokenHover      Token = "primadesk.hover"
	TokenSelected   Token = "primadesk.selected"
	TokenAccent     Token = "primadesk.accent"
	TokenAccentDeep Token = "primadesk.accentDeep" // the accent under the pointer
	TokenOnAccent   Token = "primadesk.onAccent"
	TokenRail       Token = "primadesk.rail"
	TokenRailText   Token = "primadesk.railText"
	TokenRailStrong Token = "primadesk.railStrong" // the brand, the chosen item
	TokenRailFaint  Token = "primadesk.railFaint"  // the shortcut hints
	TokenRailLine   Token = "primadesk.railLine"
	TokenRailHover  Token = "primadesk.railHover"
	TokenChosen     Token = "primadesk.chosen"
	TokenOnGold     Token = "primadesk.onGold"
	TokenGold       Token = "primadesk.gold"
	TokenWarm       Token = "primadesk.warm"
	TokenError      Token = "primadesk.error"
	TokenOk         Token = "primadesk.ok"
	TokenAmber      Token = "primadesk.amber"
	TokenFocus      Token = "primadesk.focus"
	TokenToast      Token = "primadesk.toast"
	TokenOnToast    Token = "primadesk.onToast"
	TokenToastLink  Token = "primadesk.toastLink"
	TokenShadow     Token = "primadesk.shadow"
	TokenVeil       Token = "primadesk.veil" // over the window, behind a dialog
	TokenNone       Token = "primadesk.none" // transparent
)

// Color gives the token's colour in the theme that is in force.
func (t Token) Color() color.Color {
	return theme.Color(fyne.ThemeColorName(t))
}

// Tone is a status colour: a text on a ground, used by chips, dots and marked cells.
type Tone string

// The tones of LOOK's status chips, named after the state that they were drawn for.
const (
	ToneNeutral   Tone = "neutral"
	ToneIdea      Tone = "idea"
	ToneCancelled Tone = "cancelled"
	TonePlanned   Tone = "planned"
	ToneConfirmed Tone = "confirmed"
	ToneHeld      Tone = "held"
	ToneReported  Tone = "reported"
	TonePostponed Tone = "postponed"
	ToneLate      Tone = "late"
	ToneWarm      Tone = "warm"
)

// Text is the token of the tone's text.
func (t Tone) Text() Token { return Token("primadesk.tone." + string(t.known()) + ".text") }

// Ground is the token of the tone's ground.
func (t Tone) Ground() Token { return Token("primadesk.tone." + string(t.known()) + ".ground") }

// Dot is the token of a small mark in the tone: the ground where that is the strong colour, otherwise the text.
func (t Tone) Dot() Token {
	switch t.known() {
	case ToneLate:
		return TokenError
	case ToneHeld, ToneConfirmed:
		return TokenOk
	case TonePostponed, ToneWarm:
		return TokenAmber
	case ToneReported:
		return ToneReported.Ground()
	default:
		return t.Text()
	}
}

func (t Tone) known() Tone {
	switch t {
	case TonePlanned, ToneConfirmed, ToneHeld, ToneReported, TonePostponed, ToneLate, ToneWarm:
		return t
	default: // an idea, a cancelled one, and whatever name we do not know
		return ToneNeutral
	}
}
