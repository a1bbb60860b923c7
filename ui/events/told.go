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
	t.account = g.form("", nil, append([][]kit.Field{{m.Long(g.column("account"), 11)}}, m.Rows((*data.Event)(nil), []string{"replies", "satisfaction"})...))
	t.content = scrolled(kit.VStack(16, kit.Share(16, []float32{3, 1}, kit.VStack(0, kit.NewCard(t.account)),
		kit.VStack(0, kit.NewText(p.T("events.account_hint"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))), t.learned))
	return []*kit.Form{t.account}
}

func (t *told) show(*dossier) {
	t.learned.Objects = []fyne.CanvasObject{t.takeaways()}
	t.learned.Refresh()
}

// takeaways lists what was learned at the event; a line opens it on its own screen.
func (t *told) takeaways() fyne.CanvasObject {
	g := t.g
	p := g.s.Printer
	if g.now == nil || len(g.now.takeaways) == 0 {
		return kit.NewEmpty(kit.IconBulb(), p.T("events.no_takeaways"), p.T("events.to_takeaways"), func() { g.s.Shell.Go("takeaways", "") })
	}
	cards := kit.VStack(10)
	for _, x := range g.now.takeaways {
		cards.Add(kit.NewTapCard(t.takeawayCard(x), false, func() { g.s.Shell.Go("takeaways", x.ID) }))
	}
	cards.Add(kit.HStack(0, kit.NewLink(p.T("events.to_takeaways"), func() { g.s.Shell.Go("takeaways", "") }), kit.NewSpring()))
	return cards
}

func (t *told) takeawayCard(x *data.Takeaway) fyne.CanvasObject {
	g := t.g
	p := g.s.Printer
	head := kit.HStack(8)
	if x.Kind != "" {
		head.Add(kit.NewStatusChip(i18n.Lower(p.Enum(data.TakeawayKind.Name, x.Kind)), kit.ToneNeutral))
	}
	theme := ""
	if x.Theme != "" {
		theme = g.s.book.viewer.Words("theme", x.Theme)
	}
	head.Add(kit.Grow(kit.NewText(theme, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true})))
	for _, lang := range data.Languages {
		head.Add(fields.NewLanguageMark(lang, fields.StateOf(&x.Text, lang), false, nil))
	}
	return kit.VStack(6, head, kit.NewText(x.Text.Show(p.Lang()), kit.TextStyle{Wrap: true}))
}

// reveal implements revealer.
func (t *told) reveal(entity, _, field string) bool {
	return entity == "event" && t.g.s.revealIn([]*kit.Form{t.account}, field)
}
