package fields

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// TextsParams is what a Texts is made from.
type TextsParams struct {
	Printer *i18n.Printer
	Lines   int // of each text, as seen at once
	// Title is for a text that is one line, however many it takes to show it: line breaks become spaces.
	Title bool
}

// Texts is a field for one text in several languages: a mark for each language, the original, and under it the translation
// into the language that is chosen, with what is the matter with it. Its value is that of a column of data.KindTexts.
type Texts struct {
	widget.BaseWidget
	p      *i18n.Printer
	title  bool
	now    data.Texts
	first  string // the language that a first text is written in
	chosen string // the language of the translation that is shown; empty: none
	told   func()
	off    bool

	marks       *fyne.Container
	name, other *kit.Text // which language
	stale       *kit.Text
	right       *kit.Button
	original    *kit.Entry
	translation *kit.Entry
	below       *fyne.Container
	content     *fyne.Container
}

// NewTexts makes an empty field.
func NewTexts(p TextsParams) *Texts {
	t := &Texts{p: p.Printer, title: p.Title, first: p.Printer.Lang(), marks: kit.HStack(5)}
	caption := kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}
	t.name, t.other = kit.NewText("", caption), kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})
	t.stale = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenWarm, Bold: true, Cut: true})
	t.right = kit.NewLink(p.Printer.T("fields.still_right"), t.confirm).SetTextSize(kit.TextSmall)
	t.original, t.translation = newLines(p.Lines), newLines(p.Lines)
	t.original.OnEdited(t.originalTyped)
	t.translation.OnEdited(t.translationTyped)
	t.below = kit.VStack(4, kit.HStack(6, t.other, kit.Grow(t.stale), t.right), t.translation)
	t.content = kit.VStack(6, kit.HStack(8, kit.Grow(t.name), t.marks), t.original, t.below)
	t.ExtendBaseWidget(t)
	t.show()
	return t
}

func newLines(lines int) *kit.Entry {
	if lines > 1 {
		return kit.NewTextArea(lines)
	}
	return kit.NewEntry()
}

// Choose shows the translation into a language, or the original alone.
func (t *Texts) Choose(lang string) {
	switch {
	case t.now.Empty():
		t.first = lang // the language to begin in
	case lang == t.now.Original:
		t.chosen = ""
	default:
		t.chosen = lang
	}
	t.show()
}

// Chosen is the language whose translation is shown; empty while the original is shown alone.
func (t *Texts) Chosen() string { return t.chosen }

func (t *Texts) originalTyped() {
	lang := t.originalLanguage()
	t.now = t.now.Clone()
	t.now.Set(lang, t.typed(t.original))
	t.first = lang
	t.tell()
}

// translationTyped takes a translation as made from the original as it is now. Where it becomes empty, the language has none.
func (t *Texts) translationTyped() {
	t.now = t.now.Clone()
	t.now.Set(t.chosen, t.typed(t.translation))
	t.tell()
}

func (t *Texts) typed(in *kit.Entry) string {
	if t.title {
		return strings.ReplaceAll(in.Value(), "\n", " ")
	}
	return in.Value()
}

// confirm says that the translation fits the original as it is now.
func (t *Texts) confirm() {
	t.now = t.now.Clone()
	t.now.Confirm(t.chosen)
	t.tell()
}

func (t *Texts) tell() {
	t.captions()
	if t.told != nil {
		t.told()
	}
}

func (t *Texts) originalLanguage() string {
	if t.now.Original != "" {
		return t.now.Original
	}
	return t.first
}

// show brings what is held into the fields.
func (t *Texts) show() {
	t.original.SetValue(t.now.In[t.originalLanguage()])
	t.translation.SetValue(t.now.In[t.chosen])
	t.captions()
}

// captions says which languages are shown, and marks all of them.
func (t *Texts) captions() {
	original := t.originalLanguage()
	name := i18n.Upper(t.p.Language(original))
	if !t.now.Empty() {
		name = t.p.T("fields.original", "Language", name)
	}
	t.name.SetText(name)
	t.other.SetText(i18n.Upper(t.p.Language(t.chosen)))
	stale := t.now.Stale(t.chosen)
	t.stale.SetText("")
	if stale {
		t.stale.SetText(t.p.T("fields.stale"))
	}
	t.right.Hidden = !stale || t.off
	t.below.Hidden = t.chosen == "" || t.now.Empty()
	t.marks.RemoveAll()
	for _, lang := range languagesFrom(t.p.Lang()) {
		t.marks.Add(NewLanguageMark(lang, t.mark(lang), lang == t.chosen || t.chosen == "" && lang == original, func() { t.Choose(lang) }))
	}
	t.content.Refresh()
}

func (t *Texts) mark(lang string) LanguageState { return StateOf(&t.now, lang) }

// Value implements kit.Control.
func (t *Texts) Value() string { return encodeTexts(&t.now) }

// SetValue implements kit.Control: it shows the translation into the window's language.
func (t *Texts) SetValue(v string) {
	t.now = decodeTexts(v)
	t.first, t.chosen = t.p.Lang(), ""
	if !t.now.Empty() && t.now.Original != t.p.Lang() {
		t.chosen = t.p.Lang()
	}
	t.show()
}

// OnEdited implements kit.Control.
func (t *Texts) OnEdited(f func()) { t.told = f }

// SetInvalid implements kit.Control.
func (t *Texts) SetInvalid(on bool) { t.original.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (t *Texts) SetEnabled(on bool) {
	t.off = !on
	t.original.SetEnabled(on)
	t.translation.SetEnabled(on)
	t.captions()
}

// Target implements kit.Control.
func (t *Texts) Target() fyne.Focusable { return t.original.Target() }

// CreateRenderer implements fyne.Widget.
func (t *Texts) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

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
	mark := kit.NewTag(text, tone, state == Missing)
	if pressed == nil {
		return mark
	}
	return kit.NewPressRow(mark, pressed)
}
