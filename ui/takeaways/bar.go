package takeaways

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// filter is one chip over the cards: all, or one word of what there is.
type filter struct {
	chip    *kit.FilterChip
	all     string // the words for no filter
	value   *string
	options func() []kit.Option
}

// bar is over the cards: how they are grouped, and what they are narrowed to.
type bar struct {
	s       *takeaways
	groups  map[string]*kit.FilterChip
	filters []*filter
	content *fyne.Container
}

func newBar(s *takeaways) *bar {
	p := s.Printer
	b := &bar{s: s, groups: map[string]*kit.FilterChip{}}
	chips := kit.Flow(8)
	for _, g := range []kit.Tab{
		{ID: byCountry, Text: p.T("takeaways.by_country")}, {ID: byTheme, Text: p.T("takeaways.by_theme")},
		{ID: byFollowUp, Text: p.T("takeaways.follow_ups")},
	} {
		b.groups[g.ID] = kit.NewFilterChip(g.Text, func() {
			s.want.group = g.ID
			s.narrow()
		})
		chips.Add(b.groups[g.ID])
	}
	for _, f := range []*filter{
		{all: p.T("takeaways.all_kinds"), value: &s.want.kind, options: func() []kit.Option { return fields.Enum(p, data.TakeawayKind) }},
		{all: p.T("takeaways.all_themes"), value: &s.want.theme, options: func() []kit.Option { return s.book.options["theme"] }},
		{all: p.T("takeaways.all_countries"), value: &s.want.country, options: func() []kit.Option { return s.book.countries }},
		{all: p.T("takeaways.public_and_internal"), value: &s.want.visibility, options: func() []kit.Option { return fields.Enum(p, data.Visibility) }},
	} {
		f.chip = kit.NewFilterChip(f.all, func() { b.open(f) }).SetOpens()
		b.filters = append(b.filters, f)
		chips.Add(f.chip)
	}
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, chips)
	b.show()
	return b
}

// show says on each chip what it is set to.
func (b *bar) show() {
	for id, chip := range b.groups {
		chip.SetSelected(id == b.s.want.group)
	}
	for _, f := range b.filters {
		text := f.all
		for _, o := range b.optionsOf(f) {
			if o.Value == *f.value {
				text = o.Text
			}
		}
		f.chip.SetText(text)
		f.chip.SetSelected(*f.value != "")
	}
	b.content.Refresh()
}

// followUps says how many follow-ups are open.
func (b *bar) followUps(n int) {
	p := b.s.Printer
	b.groups[byFollowUp].SetText(p.T("takeaways.follow_ups") + " " + p.Number(n))
	b.content.Refresh()
}

func (b *bar) optionsOf(f *filter) []kit.Option {
	if b.s.book == nil {
		return nil
	}
	return f.options()
}

// open shows what a chip can be set to.
func (b *bar) open(f *filter) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f.chip)
	if c == nil {
		return
	}
	item := func(text, value string) *fyne.MenuItem {
		i := fyne.NewMenuItem(text, func() { b.set(f, value) })
		i.Checked = *f.value == value
		return i
	}
	items := []*fyne.MenuItem{item(f.all, ""), fyne.NewMenuItemSeparator()}
	for _, o := range b.optionsOf(f) {
		items = append(items, item(o.Text, o.Value))
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).
		ShowAtRelativePosition(fyne.NewPos(0, f.chip.Size().Height+kit.U(4)), f.chip)
}

func (b *bar) set(f *filter, value string) {
	*f.value = value
	b.s.narrow()
}
