package events

import (
	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// learned lists what was learned at the event; a line opens it on its own screen.
func (g *page) learned() fyne.CanvasObject {
	p := g.s.Printer
	if g.now == nil || len(g.now.takeaways) == 0 {
		return kit.NewEmpty(kit.IconBulb(), p.T("events.no_takeaways"), p.T("events.to_takeaways"), func() { g.s.Shell.Go("takeaways", "") })
	}
	cards := kit.VStack(10)
	for _, t := range g.now.takeaways {
		cards.Add(kit.NewTapCard(g.takeawayCard(t), false, func() { g.s.Shell.Go("takeaways", t.ID) }))
	}
	cards.Add(kit.HStack(0, kit.NewLink(p.T("events.to_takeaways"), func() { g.s.Shell.Go("takeaways", "") }), kit.NewSpring()))
	return cards
}

func (g *page) takeawayCard(t *data.Takeaway) fyne.CanvasObject {
	p := g.s.Printer
	head := kit.HStack(8)
	if t.Kind != "" {
		head.Add(kit.NewStatusChip(i18n.Lower(p.Enum(data.TakeawayKind.Name, t.Kind)), kit.ToneNeutral))
	}
	theme := ""
	if t.Theme != "" {
		theme = g.s.book.viewer.Words("theme", t.Theme)
	}
	head.Add(kit.Grow(kit.NewText(theme, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true})))
	for _, lang := range data.Languages {
		head.Add(fields.NewLanguageMark(lang, fields.StateOf(&t.Text, lang), false, nil))
	}
	return kit.VStack(6, head, kit.NewText(t.Text.Show(p.Lang()), kit.TextStyle{Wrap: true}))
}
