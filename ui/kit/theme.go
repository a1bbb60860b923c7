package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look says which of the two themes is used.
type Look string

// The looks. LookSystem follows what the desktop asks for.
const (
	LookSystem Look = "system"
	LookLight  Look = "light"
	LookDark   Look = "dark"
)

// ThemeParams is what a Theme is made from.
type ThemeParams struct {
	Look        Look
	Scale       float32 // 1 when zero; kept between 0.75 and 2.5
	StrongFocus bool    // a focus ring that does not rely on hue
}

// Theme is the look of the window: LOOK's tokens in light and dark, all sizes times a scale. It does not change once
// made; to switch, give Fyne's settings another one (Apply), and every widget follows.
type Theme struct {
	params      ThemeParams
	light, dark map[Token]color.NRGBA
	base        fyne.Theme
}

// sizeUnit is the theme size that holds the scale, so that measures follow the theme in force.
const sizeUnit fyne.ThemeSizeName = "primadesk.unit"

// NewTheme makes a theme.
func NewTheme(p ThemeParams) *Theme {
	if p.Scale == 0 {
		p.Scale = 1
	}
	p.Scale = min(max(p.Scale, 0.75), 2.5)
	return &Theme{
		params: p,
		light:  colors(false, p.StrongFocus),
		dark:   colors(true, p.StrongFocus),
		base:   theme.DefaultTheme(),
	}
}

// Apply puts a theme made from p into force in the running application. To be called on the UI's goroutine.
func Apply(p ThemeParams) *Theme {
	t := NewTheme(p)
	fyne.CurrentApp().Settings().SetTheme(t)
	return t
}

// Params tells what the theme was made from.
func (t *Theme) Params() ThemeParams { return t.params }

// Dark tells whether the theme is dark when the desktop asks for variant v.
func (t *Theme) Dark(v fyne.ThemeVariant) bool {
	if t.params.Look == LookSystem || t.params.Look == "" {
		return v == theme.VariantDark
	}
	return t.params.Look == LookDark
}

// Color implements fyne.Theme: our tokens by their names, and Fyne's names put onto our tokens.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	set, variant := t.light, theme.VariantLight
	if t.Dark(v) {
		set, variant = t.dark, theme.VariantDark
	}
	if c, ok := set[Token(name)]; ok {
		return c
	}
	if token, ok := fyneColors(name); ok {
		return set[token]
	}
	switch name {
	case theme.ColorNameScrollBar:
		return faded(set[TokenMuted], 0x70)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameDisabled:
		return faded(set[TokenMuted], 0xA0)
	case theme.ColorNameFocus:
		return faded(set[TokenAccent], 0x40)
	case theme.ColorNamePressed:
		return faded(set[TokenAccent], 0x20)
	}
	return t.base.Color(name, variant)
}

// fyneColors puts the names that Fyne's own widgets (file dialogs, menus, entries) ask for onto our tokens.
func fyneColors(name fyne.ThemeColorName) (Token, bool) {
	switch name {
	case theme.ColorNameBackground:
		return TokenGround, true
	case theme.ColorNameForeground:
		return TokenText, true
	case theme.ColorNamePlaceHolder:
		return TokenMuted, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return TokenAccent, true
	case theme.ColorNameForegroundOnPrimary:
		return TokenOnAccent, true
	case theme.ColorNameInputBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground,
		theme.ColorNameButton, theme.ColorNameHeaderBackground:
		return TokenSurface, true
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		return TokenLine, true
	case theme.ColorNameHover, theme.ColorNameDisabledButton:
		return TokenHover, true
	case theme.ColorNameSelection:
		return TokenSelected, true
	case theme.ColorNameError:
		return TokenError, true
	case theme.ColorNameSuccess:
		return TokenOk, true
	case theme.ColorNameWarning:
		return TokenAmber, true
	case theme.ColorNameShadow:
		return TokenShadow, true
	}
	return "", false
}

func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// Font implements fyne.Theme with the bundled fonts, which have Greek, Cyrillic and all Western accents.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return t.base.Font(s) }

// Icon implements fyne.Theme with Fyne's own icons.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.base.Icon(n) }

// Size implements fyne.Theme: every size at scale 1, times the scale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	return t.params.Scale * t.plainSize(name)
}

func (t *Theme) plainSize(name fyne.ThemeSizeName) float32 {
	switch name {
	case sizeUnit:
		return 1
	case theme.SizeNameText:
		return TextBody
	case theme.SizeNameCaptionText:
		return TextSmall
	case theme.SizeNameSubHeadingText:
		return TextTitle
	case theme.SizeNameHeadingText:
		return TextPage
	case theme.SizeNameInlineIcon:
		return 17
	case theme.SizeNamePadding, theme.SizeNameLineSpacing:
		return 4
	case theme.SizeNameInnerPadding:
		return 7 // an entry of one line is then 32 high
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius:
		return 8
	case theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 8
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return 12
	}
	return t.base.Size(name)
}
