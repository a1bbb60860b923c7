package listing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// filterMenu is the open choice of filters: first the fields, then a field's values. What is typed looks among the values of
// all fields, so that two letters and Enter narrow a list by a country. A field that can have several values stays open.
type filterMenu struct {
	b     *filterBar
	pop   *kit.FinderPopover
	field *Filter // whose values are shown; nil: the fields are
	lines []filterLine
}

// filterLine is what a line of the menu stands for.
type filterLine struct {
	field *Filter // nil: a heading
	value string  // empty: the field itself
}

const filterMenuWidth = 320

// menu shows what there is to filter by.
func (b *filterBar) menu() {
	m := &filterMenu{b: b}
	m.pop = kit.OpenFinder(b.add, filterMenuWidth, kit.FinderParams{
		Placeholder: b.l.p.Printer.T("listing.filter_find"), OnTyped: func(string) { m.show(true) }, OnChosen: m.choose, OnBack: m.back,
	})
	if m.pop != nil {
		m.show(true)
	}
}

// show fills the list for what is typed.
func (m *filterMenu) show(mark bool) {
	typed := kit.Plain(strings.TrimSpace(m.pop.Text()))
	var rows []kit.FinderRow
	m.lines = nil
	add := func(row kit.FinderRow, line filterLine) { rows, m.lines = append(rows, row), append(m.lines, line) }
	for i := range m.b.l.p.Filters {
		f := &m.b.l.p.Filters[i]
		options := m.b.known.options[f.Field]
		switch {
		case len(options) == 0 || m.field != nil && m.field != f:
		case m.field == nil && typed == "":
			add(kit.FinderRow{Text: m.b.l.p.label(*f), Note: m.b.words(*f, m.b.l.want.filters[f.Field])}, filterLine{field: f})
		default:
			m.values(f, options, typed, add)
		}
	}
	m.pop.SetRows(rows, mark && len(rows) > 0)
}

// values adds the values of a field that what is typed begins a word of, under its name.
func (m *filterMenu) values(f *Filter, options []kit.Option, typed string, add func(kit.FinderRow, filterLine)) {
	chosen := m.b.l.want.filters[f.Field]
	first := true
	for _, o := range options {
		if !begins(kit.Plain(o.Text), typed) {
			continue
		}
		if first {
			add(kit.FinderRow{Text: m.b.l.p.label(*f), Heading: true}, filterLine{})
			first = false
		}
		row := kit.FinderRow{Text: o.Text}
		if slices.Contains(chosen, o.Value) {
			row.Icon = kit.IconTick()
		}
		add(row, filterLine{field: f, value: o.Value})
	}
}

// begins tells whether typed begins a word of a text.
func begins(text, typed string) bool {
	return strings.HasPrefix(text, typed) || strings.Contains(text, " "+typed)
}

// choose opens a field, or sets a value or takes it away.
func (m *filterMenu) choose(i int) {
	line := m.lines[i]
	if line.value == "" {
		m.field = line.field
		m.pop.SetText("")
		m.show(true)
		return
	}
	l := m.b.l
	if !l.several(*line.field) {
		m.pop.Close()
		l.SetFilter(line.field.Field, line.value)
		return
	}
	chosen := slices.Clone(l.want.filters[line.field.Field])
	if at := slices.Index(chosen, line.value); at >= 0 {
		chosen = slices.Delete(chosen, at, at+1)
	} else {
		chosen = append(chosen, line.value)
	}
	l.SetFilter(line.field.Field, chosen...)
	m.show(false)
	m.pop.Mark(i)
}

// back goes from a field's values to the fields.
func (m *filterMenu) back() bool {
	if m.field == nil {
		return false
	}
	m.field = nil
	m.show(true)
	return true
}

// open asks what there is to filter by now, and shows the menu.
func (b *filterBar) open() { b.read(b.menu) }

// words are what the values of a filter are called.
func (b *filterBar) words(f Filter, values []string) string {
	out := make([]string, len(values))
	for i, value := range values {
		out[i] = value
		if at := slices.IndexFunc(b.known.options[f.Field], func(o kit.Option) bool { return o.Value == value }); at >= 0 {
			out[i] = b.known.options[f.Field][at].Text
		}
	}
	return strings.Join(out, ", ")
}

// mostWords is how many values a chip names; of more it gives the number.
const mostWords = 2

// chip is that of a filter that is set.
func (b *filterBar) chip(f Filter, values []string) fyne.CanvasObject {
	p := b.l.p.Printer
	text := b.words(f, values)
	switch {
	case len(values) > mostWords:
		text = p.T("listing.filter_set", "Field", b.l.p.label(f), "Value", p.Number(len(values)))
	case !f.Plain:
		text = p.T("listing.filter_set", "Field", b.l.p.label(f), "Value", text)
	}
	return kit.NewFilterSet(text, func() { b.l.SetFilter(f.Field) })
}
