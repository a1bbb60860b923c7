package events

import (
	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// told is the tab of what happened: the account, and what was learned.
type told struct {
	g       *page
	account *kit.Form
	content fyne.CanvasObject
	learned *fyne.Container
}

func newTold(g *page) *told { return &told{g: g, learned: kit.Stack()} }

func (t *told) tab() kit.Tab {
	n := 0
	if t.g.now != nil {
		n = len(t.g.now.takeaways)
	}
	return kit.Tab{ID: tabAccount, Text: t.g.counted(t.g.s.Printer.T("field.account"), n)}
}

func (t *told) body() fyne.CanvasObject { return t.content }

func (t *told) holds(form *kit.Form) bool { return form == t.account }

func (t *told) forget() { t.learned.RemoveAll() }

// build implements former.
func (t *told) build() []*kit.Form {
	g, p, m := t.g, t.g.s.Printer, t.g.maker()
	t.account = g.formOf(nil,
		kit.Section{Rows: [][]kit.Field{{m.Long(g.column("account"), 9)}}},
		kit.Section{ID: foldMore, Title: p.T("events.more"), More: true, Rows: m.Rows((*data.Event)(nil), []string{"replies", "satisfaction"})})
	hint := kit.NewText(p.T("events.account_hint"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true})
	t.content = kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.Share(16, []float32{5, 4},
		kit.VStack(8, kit.NewCard(t.account), hint), t.learned)))
	return []*kit.Form{t.account}
}

func (t *told) show(*dossier) {
	t.learned.Objects = []fyne.CanvasObject{t.takeaways()}
	t.learned.Refresh()
}

// takeaways lists what was learned at the event; a card opens it on its own screen.
func (t *told) takeaways() fyne.CanvasObject {
	g := t.g
	s, p := g.s, g.s.Printer
	if g.now == nil {
		return kit.VStack(0, kit.NewText(p.T("events.no_takeaways"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	head := kit.HStack(12, kit.Grow(kit.NewHeading(p.Entities("takeaway"))))
	if !s.readOnly() {
		head.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.add_takeaway"), t.askTakeaway))
	}
	cards := kit.VStack(10, head)
	for _, x := range g.now.takeaways {
		cards.Add(kit.Named(p.Entity("takeaway"), kit.NewTapCard(t.takeawayCard(x), false, func() { s.Shell.Reveal("takeaway", x.ID, "") })))
	}
	if len(g.now.takeaways) == 0 {
		cards.Add(kit.NewText(p.T("events.no_takeaways"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	} else {
		cards.Add(kit.HStack(0, kit.NewLink(p.T("events.to_takeaways"), func() { s.Shell.Go("takeaways", "") }), kit.NewSpring()))
	}
	return cards
}

func (t *told) takeawayCard(x *data.Takeaway) fyne.CanvasObject {
	g := t.g
	p := g.s.Printer
	head := kit.Flow(8)
	if x.Kind != "" {
		head.Add(kit.NewStatusChip(i18n.Lower(p.Enum(data.TakeawayKind.Name, x.Kind)), kit.ToneNeutral))
	}
	if x.Theme != "" {
		head.Add(kit.NewText(g.s.book.viewer.Words("theme", x.Theme), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted}))
	}
	head.Add(kit.NewSpring())
	marks := kit.HStack(8)
	for _, lang := range data.Languages {
		marks.Add(fields.NewLanguageMark(lang, fields.StateOf(&x.Text, lang), false, nil))
	}
	head.Add(marks)
	return kit.VStack(6, head, kit.NewText(x.Text.Show(p.Lang()), kit.TextStyle{Wrap: true}))
}

// reveal implements revealer.
func (t *told) reveal(entity, _, field string) bool {
	return entity == "event" && t.g.s.revealIn([]*kit.Form{t.account}, field)
}
