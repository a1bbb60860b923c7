package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// filter is one chip over the list: all, or one word of what there is.
type filter struct {
	chip    *kit.FilterChip
	all     string // the words for no filter
	value   *string
	options func() []kit.Option
}

// filterBar shows what the list is narrowed to, and how many events have no date.
type filterBar struct {
	s       *events
	filters []*filter
	dates   *kit.FilterChip
	content fyne.CanvasObject
}

func newFilterBar(s *events) *filterBar {
	p := s.Printer
	b := &filterBar{s: s}
	chips := kit.Flow(8)
	for _, f := range []*filter{
		{all: p.T("events.all_statuses"), value: &s.want.status, options: func() []kit.Option { return fields.Enum(p, data.EventStatus) }},
		{all: p.T("events.all_countries"), value: &s.want.country, options: func() []kit.Option { return s.book.countries }},
		{all: p.T("events.all_organisers"), value: &s.want.organiser, options: func() []kit.Option { return s.book.options["partner"] }},
		{all: p.T("events.all_types"), value: &s.want.kind, options: func() []kit.Option { return s.book.options["event_type"] }},
	} {
		f.chip = kit.NewFilterChip(f.all, func() { b.open(f) }).SetOpens()
		b.filters = append(b.filters, f)
		chips.Add(f.chip)
	}
	b.dates = kit.NewFilterChip("", func() {
		s.want.undated = !s.want.undated
		s.narrow()
	})
	b.dates.Hide()
	chips.Add(b.dates)
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, chips)
	return b
}

// show says on each chip what it is set to.
func (b *filterBar) show() {
	for _, f := range b.filters {
		text := f.all
		if *f.value != "" {
			text = *f.value
			for _, o := range b.optionsOf(f) {
				if o.Value == *f.value {
					text = o.Text
				}
			}
		}
		f.chip.SetText(text)
		f.chip.SetSelected(*f.value != "")
	}
	b.dates.SetSelected(b.s.want.undated)
	b.content.Refresh()
}

func (b *filterBar) optionsOf(f *filter) []kit.Option {
	if b.s.book == nil {
		return nil
	}
	return f.options()
}

// undated says how many events have no date; the chip narrows the list to them.
func (b *filterBar) undated(n int) {
	b.dates.SetText(b.s.Printer.N("events.undated", n))
	setVisible(b.dates, n > 0 || b.s.want.undated)
	b.content.Refresh()
}

// open shows what a chip can be set to.
func (b *filterBar) open(f *filter) {
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

func (b *filterBar) set(f *filter, value string) {
	*f.value = value
	b.s.narrow()
}
