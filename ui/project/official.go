package project

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// official is a statement that has an official wording in each language. It is written as the EU words it, until somebody
// writes a wording of the project's own.
type official struct {
	widget.BaseWidget
	g      *grant
	column string
	own    *fields.Texts
	lang   string // in which the official wording is shown
	told   func()
	off    bool

	marks   *fyne.Container
	wording *kit.Text
	state   *kit.StatusChip
	change  *kit.Button
	content *fyne.Container
}

func newOfficial(g *grant, col *data.Column) *official {
	p := g.s.Printer
	o := &official{g: g, column: col.ID, lang: p.Lang(), marks: kit.HStack(4)}
	o.own = fields.NewTexts(fields.TextsParams{Printer: p, Lines: 3, Field: col.ID, Translations: fields.TranslationsOf(g.s.Workspace, g.s.exec, g.written)})
	o.own.OnEdited(o.edited)
	kit.SetName(o.own, p.T(col.LabelID())) // the form names the link, which has the keyboard while there is no own wording
	o.wording = kit.NewText("", kit.TextStyle{Wrap: true})
	o.state = kit.NewStatusChip("", kit.ToneNeutral)
	o.change = kit.NewLink("", o.turn)
	o.change.SetTextSize(kit.TextMedium)
	o.content = kit.VStack(8,
		kit.HStack(10, o.state, kit.NewSpring(), o.marks),
		kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround, Radius: 8}), kit.Pad(kit.Sides(10, 12), o.wording)),
		kit.HStack(0, o.change), o.own)
	o.ExtendBaseWidget(o)
	o.show()
	return o
}

// show says which wording counts, and shows the official one.
func (o *official) show() {
	p := o.g.s.Printer
	o.wording.SetText(o.official(o.lang))
	own := o.own.Value() != ""
	if own {
		o.state.Set(p.T("project.own_wording"), kit.TonePostponed)
		o.change.SetText(p.T("project.restore_official"))
		o.wording.SetToken(kit.TokenMuted)
	} else {
		o.state.Set(p.T("project.official_wording"), kit.ToneHeld)
		o.change.SetText(p.T("project.write_own"))
		o.wording.SetToken(kit.TokenText)
	}
	setVisible(o.own, own)
	setVisible(o.change, !o.off)
	o.marks.RemoveAll()
	for _, lang := range data.Languages {
		o.marks.Add(fields.NewLanguageMark(lang, fields.Fresh, lang == o.lang, func() { o.read(lang) }))
	}
	o.content.Refresh()
}

// read shows the official wording in a language. The marks are drawn anew, and the keyboard stays on the one that was pressed.
func (o *official) read(lang string) {
	o.lang = lang
	o.show()
	kit.Focus(o.marks.Objects[slices.Index(data.Languages, lang)])
}

func (o *official) official(lang string) string { return o.g.official(o.column, i18n.For(lang)) }

// turn goes from the official wording to one of the project's own, which begins as the official one in all languages, and
// back.
func (o *official) turn() {
	if o.own.Value() != "" {
		o.own.SetValue("")
	} else {
		var t data.Texts
		lang := o.g.s.Printer.Lang()
		t.Set(lang, o.official(lang))
		for _, other := range data.Languages {
			if other != lang {
				t.Set(other, o.official(other))
			}
		}
		rec := data.Project{Disclaimer: t}
		o.own.SetValue(fields.Value(fields.Column(&rec, "disclaimer"), &rec))
	}
	o.edited()
}

func (o *official) edited() {
	o.show()
	if o.told != nil {
		o.told()
	}
}

// Value implements kit.Control.
func (o *official) Value() string { return o.own.Value() }

// SetValue implements kit.Control.
func (o *official) SetValue(v string) {
	o.own.SetValue(v)
	o.show()
}

// OnEdited implements kit.Control.
func (o *official) OnEdited(f func()) { o.told = f }

// SetInvalid implements kit.Control.
func (o *official) SetInvalid(on bool) { o.own.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (o *official) SetEnabled(on bool) {
	o.off = !on
	o.own.SetEnabled(on)
	o.show()
}

// Target implements kit.Control: the own wording where there is one.
func (o *official) Target() fyne.Focusable {
	if o.own.Value() != "" {
		return o.own.Target()
	}
	return o.change
}

// CreateRenderer implements fyne.Widget.
func (o *official) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.content) }
