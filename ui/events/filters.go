package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	tasks   *kit.FilterChip // of the month: what is due is shown too
	chips   *fyne.Container
	content *fyne.Container
}

func newFilterBar(s *events) *filterBar {
	p := s.Printer
	b := &filterBar{s: s}
	b.chips = kit.Flow(8)
	for _, f := range []*filter{
		{all: p.T("events.all_statuses"), value: &s.want.status, options: func() []kit.Option { return fields.Enum(p, data.EventStatus) }},
		{all: p.T("events.all_countries"), value: &s.want.country, options: func() []kit.Option { return s.book.countries }},
		{all: p.T("events.all_organisers"), value: &s.want.organiser, options: func() []kit.Option { return s.book.options["partner"] }},
		{all: p.T("events.all_types"), value: &s.want.kind, options: func() []kit.Option { return s.book.options["event_type"] }},
	} {
		f.chip = kit.NewFilterChip(f.all, func() { b.open(f) }).SetOpens()
		b.filters = append(b.filters, f)
		b.chips.Add(f.chip)
	}
	b.tasks = kit.NewFilterChip(p.T("events.show_tasks"), func() {
		s.calendar.tasks = !s.calendar.tasks
		b.show()
		s.calendar.show()
	})
	b.chips.Add(b.tasks)
	b.dates = kit.NewFilterChip("", func() {
		s.want.undated = !s.want.undated
		if s.want.undated && s.view != viewList { // what has no date is on no calendar
			s.setView(viewList)
		}
		s.narrow()
	})
	b.dates.SetTone(kit.ToneLate).Hide()
	b.chips.Add(b.dates)
	return b
}

// place puts the bar together, with something at its left.
func (b *filterBar) place(left fyne.CanvasObject) fyne.CanvasObject {
	b.content = container.New(ends{gap: 12}, left, b.chips)
	return kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, b.content)
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
	setVisible(b.tasks, b.s.view == viewMonth)
	b.tasks.SetSelected(b.s.calendar.tasks)
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
