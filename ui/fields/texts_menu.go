package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// chooseFirst asks for the language of a first text.
func (t *Texts) chooseFirst() {
	t.menu(t.begin, data.Languages, func(lang string) bool { return lang == t.first })
}

// chooseSecond asks for the language that is shown beside the original.
func (t *Texts) chooseSecond() {
	t.menu(t.choose, t.others(), func(lang string) bool { return lang == t.chosen })
}

// menu offers languages, each with how the text stands in it.
func (t *Texts) menu(under *kit.FilterChip, languages []string, chosen func(string) bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, lang := range languages {
		text := i18n.Upper(t.Printer.Language(lang))
		switch {
		case t.now.Empty():
		case StateOf(&t.now, lang) == Missing:
			text = t.Printer.T("fields.language_missing", "Language", text)
		case t.now.Stale(lang):
			text = t.Printer.T("fields.language_stale", "Language", text)
		}
		item := fyne.NewMenuItem(text, func() {
			t.Choose(lang)
			if len(t.shown) > 0 {
				c.Focus(t.shown[0].entry.Target())
			}
		})
		item.Checked = chosen(lang)
		items = append(items, item)
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height+kit.U(4)), under)
}
