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

// cardBlock makes the cards from first up to last, with a heading where another group begins; nil while one of them has
// not been read.
func (s *takeaways) cardBlock(first, last int) fyne.CanvasObject {
	if s.book == nil {
		return nil
	}
	stack := kit.VStack(10)
	before, beforeHeld := s.source.pages.Item(first - 1)
	for i := first; i < last; i++ {
		t, held := s.source.pages.Item(i)
		if !held {
			return nil
		}
		if t == nil { // deleted since the list was read
			continue
		}
		if heading := s.heading(t); i == 0 || i > first && s.heading(before) != heading || i == first && (!beforeHeld || s.heading(before) != heading) {
			stack.Add(kit.Pad(kit.Inset{Top: 6}, kit.NewHeading(heading)))
		}
		stack.Add(kit.NewTapCard(s.card(t), t.ID == s.record.id(), func() { s.pick(t.ID) }))
		before = t
	}
	return kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, stack)
}

// heading names the group that a takeaway is in.
func (s *takeaways) heading(t *data.Takeaway) string {
	if t == nil {
		return ""
	}
	p := s.Printer
	switch s.want.group {
	case byTheme:
		if theme := s.book.theme(t.Theme); theme != "" {
			return theme
		}
		return p.T("takeaways.no_theme")
	case byFollowUp:
		if t.FollowUpDue == "" {
			return p.T("takeaways.no_due")
		}
		return p.T("takeaways.due_in", "Month", p.MonthYear(string(t.FollowUpDue)))
	}
	parts := []string{p.Country(t.Country)}
	if t.Country == "" {
		parts = []string{p.T("takeaways.no_country")}
	}
	return strings.Join(append(parts, s.eventsOf(t)), " · ")
}

// eventsOf are the events of a takeaway with their days, in the order they took place.
func (s *takeaways) eventsOf(t *data.Takeaway) string {
	p := s.Printer
	var events []*data.Event
	for _, id := range t.Events {
		if e := s.book.events[id]; e != nil {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(a, b *data.Event) int { return strings.Compare(string(a.Start), string(b.Start)) })
	var out []string
	for _, e := range events {
		text := e.Title(p.Lang())
		if day := e.Start.Day(); day != "" {
			text = p.T("takeaways.event_on", "Event", text, "Date", p.MediumDate(string(day)))
		}
		out = append(out, text)
	}
	if len(out) == 0 {
		return p.T("takeaways.no_event")
	}
	return p.List(out)
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
	if s.want.group != byTheme {
		parts = append(parts, s.book.theme(t.Theme))
	}
	switch {
	case s.want.group != byCountry:
		parts = append(parts, s.eventsOf(t))
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
	open := t.FollowUpState != "done" && t.FollowUpState != "dropped"
	word, tone := p.T("takeaways.follow_up"), kit.TonePlanned
	switch {
	case !open:
		word, tone = i18n.Lower(p.Enum(data.FollowUpStatus.Name, t.FollowUpState)), kit.ToneNeutral
	case t.FollowUpDue != "" && t.FollowUpDue < s.Workspace.Today():
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
