package takeaways

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// Margins of the cards, at scale 1: where they can be moved, there is room for a grip before each.
const (
	cardMargin = kit.PageMargin
	gripRoom   = 26
)

// blockObject makes the cards of a block, with the heading where a group begins. Where the order is that of the takeaways
// themselves, each has a grip by which it can be moved.
func (s *takeaways) blockObject(b *block) fyne.CanvasObject {
	margin := float32(cardMargin)
	if s.want.view == byCountry {
		margin = gripRoom
	}
	rows := make([]fyne.CanvasObject, 0, len(b.list))
	b.targets = nil
	for i, t := range b.list {
		card, target := kit.NewStepCard(s.card(t), t.ID == s.pane.ID(), func() { s.press(t.ID) }, func(by int) { s.cards.step(b, i+by) })
		rows, b.targets = append(rows, kit.Named(s.Printer.Entity("takeaway"), card)), append(b.targets, target)
	}
	var list fyne.CanvasObject = kit.Pad(kit.Inset{Left: margin}, kit.VStack(10, rows...))
	b.order = nil
	if b.group.ordered && len(b.list) > 1 && !s.readOnly() {
		b.order = kit.NewOrder(kit.OrderParams{
			Gap: 10, Name: s.Printer.T("takeaways.move"),
			OnMoved: func(from, to int) { s.move(b.group, b.first+from, b.first+to) },
			OnOpen:  func(row int) { s.press(b.list[row].ID) },
			OnFocus: func(row int) { s.cards.bring(b, row) },
		}, rows...)
		list = b.order
	}
	stack := kit.VStack(10)
	if b.first == 0 {
		stack.Add(kit.Pad(kit.Inset{Top: 6, Left: margin}, kit.NewHeading(b.group.heading)))
	}
	stack.Add(list)
	return kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 10}, stack)
}

// card is one takeaway in short.
func (s *takeaways) card(t *data.Takeaway) fyne.CanvasObject {
	p := s.Printer
	head := kit.HStack(8)
	if t.Kind != "" {
		head.Add(kit.NewStatusChip(i18n.Lower(p.Enum(data.TakeawayKind.Name, t.Kind)), kindTone(t.Kind)))
	}
	head.Add(kit.Grow(kit.NewText(s.caption(t), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true})))
	marks := kit.HStack(4)
	for _, lang := range data.Languages {
		marks.Add(fields.NewLanguageMark(lang, fields.StateOf(&t.Text, lang), false, nil))
	}
	head.Add(marks)
	body := kit.VStack(6, head, kit.NewText(t.Text.Show(p.Lang()), kit.TextStyle{Size: kit.TextCard, Wrap: true}))
	if t.HasFollowUp() {
		body.Add(s.followUp(t))
	}
	return body
}

// caption is what stands beside the kind: the theme, unless the cards are grouped by it, then the place of the events.
func (s *takeaways) caption(t *data.Takeaway) string {
	var parts []string
	if s.want.view != byTheme {
		parts = append(parts, s.book.theme(t.Theme))
	}
	switch {
	case s.want.view != byCountry:
		parts = append(parts, s.book.eventsOf(t))
	default:
		for _, id := range t.Events {
			if e := s.book.events[id]; e != nil && e.City != "" && !slices.Contains(parts, e.City) {
				parts = append(parts, e.City)
			}
		}
	}
	if t.Visibility == "internal" {
		parts = append(parts, s.Printer.Enum(data.Visibility.Name, t.Visibility))
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// followUp is what was agreed, by whom and until when.
func (s *takeaways) followUp(t *data.Takeaway) fyne.CanvasObject {
	p := s.Printer
	word, tone := p.T("takeaways.follow_up"), kit.TonePlanned
	switch {
	case t.FollowUpState == "done" || t.FollowUpState == "dropped":
		word, tone = i18n.Lower(p.Enum(data.FollowUpStatus.Name, t.FollowUpState)), kit.ToneNeutral
	case s.late(t):
		word, tone = p.T("takeaways.late"), kit.ToneLate
	}
	var parts []string
	for _, part := range []string{s.book.partners[t.FollowUpOwner], p.MediumDate(string(t.FollowUpDue))} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return kit.HStack(8, kit.NewStatusChip(word, tone),
		kit.Grow(kit.Share(8, []float32{3, 2}, kit.NewText(t.FollowUp, kit.TextStyle{Size: kit.TextMedium, Cut: true}),
			kit.NewText(strings.Join(parts, " · "), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true, Align: fyne.TextAlignTrailing}))))
}

// kindTone is the colour of a kind.
func kindTone(kind string) kit.Tone {
	switch kind {
	case "challenge":
		return kit.ToneLate
	case "good_practice":
		return kit.ToneHeld
	case "need":
		return kit.TonePostponed
	case "partnership":
		return kit.ToneConfirmed
	case "recommendation":
		return kit.TonePlanned
	case "next_step":
		return kit.ToneWarm
	}
	return kit.ToneNeutral
}
