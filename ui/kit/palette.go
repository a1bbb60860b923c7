package kit

import "image/color"

// shades is a colour in both themes, as 0xRRGGBB.
type shades struct{ light, dark uint32 }

// palette says what each token looks like. Texts keep a contrast of 4.5:1 or more on the grounds they stand on.
func palette() map[Token]shades {
	return map[Token]shades{
		TokenGround:     {0xF5F6F8, 0x12161D},
		TokenSurface:    {0xFFFFFF, 0x1A2029},
		TokenText:       {0x1B2430, 0xE6EAF0},
		TokenMuted:      {0x5B6675, 0x9AA5B4},
		TokenLine:       {0xE1E5EA, 0x2B3440},
		TokenHover:      {0xF0F3FA, 0x212936},
		TokenSelected:   {0xE4ECFC, 0x24365C},
		TokenAccent:     {0x1D4ED8, 0x8FB0FF},
		TokenAccentDeep: {0x1A44BD, 0xA6C0FF},
		TokenOnAccent:   {0xFFFFFF, 0x0E1726},
		TokenRail:       {0x0E2350, 0x0B0F15},
		TokenRailText:   {0xC9D4EC, 0x9AA8C0},
		TokenRailStrong: {0xFFFFFF, 0xFFFFFF},
		TokenRailFaint:  {0x9AA9CC, 0x8794AB},
		TokenRailLine:   {0x2B3D65, 0x282C31},
		TokenRailHover:  {0x162D62, 0x141B28},
		TokenChosen:     {0x1F3B78, 0x1C2A45},
		TokenGold:       {0xE0A526, 0xE9C46A},
		TokenOnGold:     {0x0E2350, 0x0E2350},
		TokenWarm:       {0xA84A22, 0xE59A72},
		TokenError:      {0xC23434, 0xF3A6A6},
		TokenOk:         {0x2E9E5B, 0x2E9E5B},
		TokenAmber:      {0xD97706, 0xE9A33B},
		TokenFocus:      {0x1D4ED8, 0x8FB0FF},
		TokenToast:      {0x1B2430, 0x2B3440},
		TokenOnToast:    {0xFFFFFF, 0xE6EAF0},
		TokenToastLink:  {0x9DBBFF, 0x8FB0FF},

		ToneNeutral.Text():   {0x4B5563, 0xB7C1CF},
		ToneNeutral.Ground(): {0xECEFF3, 0x2B3440},
		TonePlanned.Text():   {0x1D4ED8, 0xA9C3FF},
		TonePlanned.Ground(): {0xE6EEFC, 0x1F325C},
		ToneConfirmed.Text(): {0x0B6B63, 0x7FD8CC},
		ToneConfirmed.Ground(): {
			0xDDF3F0, 0x123F3B,
		},
		ToneHeld.Text():        {0x226B27, 0x93D69A},
		ToneHeld.Ground():      {0xE2F2E3, 0x1B3F20},
		ToneReported.Text():    {0xFFFFFF, 0xFFFFFF},
		ToneReported.Ground():  {0x226B27, 0x226B27},
		TonePostponed.Text():   {0x8A5B00, 0xF0CD7A},
		TonePostponed.Ground(): {0xFBF0D5, 0x463508},
		ToneLate.Text():        {0xA11D1D, 0xF3A6A6},
		ToneLate.Ground():      {0xFBE4E4, 0x4A1D1D},
		ToneWarm.Text():        {0x9C4420, 0xE59A72},
		ToneWarm.Ground():      {0xF8E7DD, 0x4A2816},
	}
}

// see-through tokens, which 0xRRGGBB cannot hold.
func veils(dark bool) map[Token]color.NRGBA {
	shadow, veil := uint8(0x14), uint8(0x59)
	if dark {
		shadow, veil = 0x50, 0x8C
	}
	return map[Token]color.NRGBA{
		TokenShadow: {A: shadow},
		TokenVeil:   {A: veil},
		TokenNone:   {},
	}
}

// colors makes one theme's look-up from the palette. With strong focus the ring does not rely on hue: black on light,
// yellow on dark.
func colors(dark, strongFocus bool) map[Token]color.NRGBA {
	out := veils(dark)
	for token, s := range palette() {
		v := s.light
		if dark {
			v = s.dark
		}
		out[token] = rgb(v)
	}
	if strongFocus {
		out[TokenFocus] = rgb(0x000000)
		if dark {
			out[TokenFocus] = rgb(0xFFE14D)
		}
	}
	return out
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}
