package fields

import (
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// LanguageState is how a text stands in a language.
type LanguageState int

// The states of a text in a language.
const (
	Missing LanguageState = iota
	Fresh                 // or the original
	Stale
)

// StateOf tells how a text stands in a language.
func StateOf(t *data.Texts, lang string) LanguageState {
	switch {
	case t.In[lang] == "":
		return Missing
	case t.Stale(lang):
		return Stale
	}
	return Fresh
}

// NewLanguageMark is a language's code with the state of its text: amber where the original has changed since, pale where there
// is none. Pressed may be nil; chosen marks the language that is shown.
func NewLanguageMark(lang string, state LanguageState, chosen bool, pressed func()) fyne.CanvasObject {
	text := strings.ToUpper(lang)
	if state == Stale {
		text += " !"
	}
	mark := languageMark(text, state, chosen)
	if pressed == nil {
		return mark
	}
	return kit.Named(text, kit.NewPressRow(mark, pressed))
}

func languageMark(text string, state LanguageState, chosen bool) fyne.CanvasObject {
	if chosen {
		token := kit.TokenAccent
		if state == Stale {
			token = kit.TokenWarm
		}
		return kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSelected, Stroke: token, Radius: 4, Height: 16}),
			kit.Pad(kit.Sides(0, 6), kit.NewText(text, kit.TextStyle{Size: kit.TextTiny, Token: token, Bold: true})))
	}
	tone := kit.ToneNeutral
	if state == Stale {
		tone = kit.TonePostponed
	}
	return kit.NewTag(text, tone, state == Missing)
}
