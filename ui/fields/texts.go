package fields

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// Field is the column's id, by which Translations finds earlier texts again.
	Field        string
	Translations *Translations // may be nil
}

// Texts is a field for one text in several languages: the original, and under it the translation into one language, which
// can be another, with what is the matter with it. All the languages are shown when asked for. Its value is that of a column
// of data.KindTexts.
type Texts struct {
	widget.BaseWidget
	TextsParams
	now    data.Texts
	first  string // the language that a first text is written in
	chosen string // the language of the translation that is shown; empty: none
	whole  bool   // all languages are shown
	told   func()
	off    bool

	name     *kit.Text       // which language the original is in
	begin    *kit.FilterChip // in which language to begin, while there is no text
	marks    *fyne.Container // of languages that are not shown and have to be looked at
	original *kit.Entry      //
	choose   *kit.FilterChip // of the language beside the original
	all      *kit.Button     // shows all languages, or two
	shown    []*translation  // under the original
	stack    *fyne.Container // of what is shown
	bar      *fyne.Container // with choose and all
	content  *fyne.Container
}

// NewTexts makes an empty field.
func NewTexts(p TextsParams) *Texts {
	if p.Translations == nil {
		p.Translations = &Translations{}
	}
	t := &Texts{TextsParams: p, first: p.Printer.Lang()}
	t.name = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
	t.begin = kit.NewFilterChip("", t.chooseFirst).SetOpens()
	t.marks = kit.HStack(4)
	t.original = t.newEntry()
	t.original.OnEdited(t.originalTyped)
	t.choose = kit.NewFilterChip("", t.chooseSecond).SetOpens()
	t.all = kit.NewLink("", t.toggleAll).SetTextSize(kit.TextSmall)
	t.stack = kit.VStack(8)
	t.bar = kit.HStack(8, t.choose, kit.NewSpring(), t.marks, t.all)
	t.content = container.New(&beside{t: t},
		kit.VStack(6, kit.HStack(8, kit.Grow(t.name), t.begin), t.original), kit.VStack(6, t.bar, t.stack))
	t.ExtendBaseWidget(t)
	t.show()
	return t
}

func (t *Texts) newEntry() *kit.Entry {
	if t.Lines > 1 {
		return kit.NewTextArea(t.Lines)
	}
	return kit.NewEntry()
}

// Choose shows the translation into a language, or the original alone. While there is no text, it says in which language it
// will begin.
func (t *Texts) Choose(lang string) {
	switch {
	case t.now.Empty():
		t.first = lang
	case lang == t.now.Original:
		t.chosen = ""
	default:
		t.chosen = lang
		if t.Translations.SetSecond != nil {
			t.Translations.SetSecond(lang)
		}
	}
	t.show()
}

// Reveal puts the keyboard into the text in a language.
func (t *Texts) Reveal(lang string) {
	if !slices.Contains(data.Languages, lang) {
		return
	}
	t.Choose(lang)
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if i := slices.IndexFunc(t.shown, func(x *translation) bool { return x.lang == lang }); i >= 0 && c != nil {
		c.Focus(t.shown[i].entry.Target())
	}
}

// Chosen is the language whose translation is shown; empty while the original is shown alone.
func (t *Texts) Chosen() string { return t.chosen }

// others are the languages that a translation can be in.
func (t *Texts) others() []string {
	return slices.DeleteFunc(languagesFrom(t.Printer.Lang()), func(lang string) bool { return lang == t.now.Original })
}

func (t *Texts) toggleAll() {
	t.whole = !t.whole
	t.show()
}

func (t *Texts) originalTyped() {
	lang, began := t.originalLanguage(), t.now.Empty()
	t.now = t.now.Clone()
	t.now.Set(lang, t.typed(t.original))
	t.first = lang
	if began != t.now.Empty() { // there is something to translate now, or no longer
		t.settle()
		t.arrange()
	}
	t.tell()
}

func (t *Texts) typed(in *kit.Entry) string {
	if t.Title {
		return strings.ReplaceAll(in.Value(), "\n", " ")
	}
	return in.Value()
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

// settle chooses the language beside the original: the one of last time, else the window's.
func (t *Texts) settle() {
	t.chosen = ""
	if t.now.Empty() {
		return
	}
	second := ""
	if t.Translations.Second != nil {
		second = t.Translations.Second()
	}
	for _, lang := range []string{second, t.Printer.Lang()} {
		if lang != "" && lang != t.now.Original {
			t.chosen = lang
			return
		}
	}
}

// show brings what is held into the fields.
func (t *Texts) show() {
	t.original.SetValue(t.now.In[t.originalLanguage()])
	t.arrange()
	t.captions()
}

// arrange makes the translations that are to be shown.
func (t *Texts) arrange() {
	var want []string
	switch {
	case t.now.Empty():
	case t.whole:
		want = t.others()
	case t.chosen != "":
		want = []string{t.chosen}
	}
	if !slices.EqualFunc(t.shown, want, func(x *translation, lang string) bool { return x.lang == lang }) {
		for _, x := range t.shown {
			x.stop()
		}
		t.shown = nil
		for _, lang := range want {
			t.shown = append(t.shown, newTranslation(t, lang))
		}
	}
	t.stack.RemoveAll()
	for _, x := range t.shown {
		x.show()
		t.stack.Add(x.content)
	}
}

// captions says which languages are shown, and which others have to be looked at.
func (t *Texts) captions() {
	p, empty := t.Printer, t.now.Empty()
	original := i18n.Upper(p.Language(t.originalLanguage()))
	t.name.SetText("")
	t.begin.SetText(original)
	if !empty {
		t.name.SetText(p.T("fields.original", "Language", original))
	}
	t.begin.Hidden = !empty || t.off
	t.choose.SetText(p.T("fields.translate"))
	if t.chosen != "" {
		t.choose.SetText(i18n.Upper(p.Language(t.chosen)))
	}
	t.all.SetText(p.T("fields.all_languages"))
	if t.whole {
		t.all.SetText(p.T("fields.two_languages"))
	}
	t.choose.Hidden = t.whole
	t.bar.Hidden = empty
	t.stack.Hidden = len(t.shown) == 0
	t.marks.RemoveAll()
	for _, lang := range t.others() {
		if !t.whole && lang != t.chosen && t.now.Stale(lang) {
			t.marks.Add(NewLanguageMark(lang, Stale, false, func() { t.Reveal(lang) }))
		}
	}
	for _, x := range t.shown {
		x.caption()
	}
	t.content.Refresh()
}

// Value implements kit.Control.
func (t *Texts) Value() string { return encodeTexts(&t.now) }

// SetValue implements kit.Control. It shows the translation into the language of last time, else into the window's.
func (t *Texts) SetValue(v string) {
	t.now = decodeTexts(v)
	t.first = t.Printer.Lang()
	for _, x := range t.shown {
		x.forget()
	}
	t.settle()
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
	for _, x := range t.shown {
		x.entry.SetEnabled(on)
	}
	t.captions()
}

// Target implements kit.Control.
func (t *Texts) Target() fyne.Focusable { return t.original.Target() }

// Held implements kit.Holder.
func (t *Texts) Held() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// CreateRenderer implements fyne.Widget.
func (t *Texts) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
