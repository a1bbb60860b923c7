package listing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// MenuField is a field of a FilterMenu: what a list can be narrowed by, and what it is narrowed to.
type MenuField struct {
	ID, Label string
	Note      string // at the field's right: what is chosen, in words
	Options   []kit.Option
	Chosen    []string
	Several   bool // it can have several values; the menu stays open for them
}

// MenuParams is what a FilterMenu is made from.
type MenuParams struct {
	Hint   string             // the words in its empty field
	Fields func() []MenuField // as they are now
	Choose func(field string, values []string)
}

// FilterMenu is the open choice of filters: first the fields, then a field's values. What is typed looks among the values of
// all fields, so that two letters and Enter narrow a list by a country, and then among the fields' names. A field that can have
// several values stays open.
type FilterMenu struct {
	p     MenuParams
	pop   *kit.FinderPopover
	field string // whose values are shown; empty: the fields are
	lines []filterLine
}

// filterLine is what a line of the menu stands for.
type filterLine struct {
	field *MenuField // nil: a heading
	value string     // empty: the field itself
}

const filterMenuWidth = 320

// OpenMenu shows under a chip what there is to filter by.
func OpenMenu(under fyne.CanvasObject, p MenuParams) {
	m := &FilterMenu{p: p}
	m.pop = kit.OpenFinder(under, filterMenuWidth, kit.FinderParams{
		Placeholder: p.Hint, OnTyped: func(string) { m.show(true) }, OnChosen: m.choose, OnBack: m.back,
	})
	if m.pop != nil {
		m.show(true)
	}
}

// show fills the list for what is typed.
func (m *FilterMenu) show(mark bool) {
	typed := kit.Plain(strings.TrimSpace(m.pop.Text()))
	var rows []kit.FinderRow
	m.lines = nil
	add := func(row kit.FinderRow, line filterLine) { rows, m.lines = append(rows, row), append(m.lines, line) }
	for _, f := range m.p.Fields() {
		switch {
		case len(f.Options) == 0 || m.field != "" && m.field != f.ID:
		case m.field == "" && typed == "":
			add(kit.FinderRow{Text: f.Label, Note: f.Note}, filterLine{field: &f})
		default:
			values(&f, typed, add)
		}
	}
	if typed != "" && m.field == "" {
		m.named(typed, add)
	}
	m.pop.SetRows(rows, mark && len(rows) > 0)
}

// named adds the fields that what is typed begins a word of the name of, after the values: two letters of a country come first.
func (m *FilterMenu) named(typed string, add func(kit.FinderRow, filterLine)) {
	for _, f := range m.p.Fields() {
		if len(f.Options) > 0 && begins(kit.Plain(f.Label), typed) {
			add(kit.FinderRow{Text: f.Label, Note: f.Note}, filterLine{field: &f})
		}
	}
}

// values adds the values of a field that what is typed begins a word of, under its name.
func values(f *MenuField, typed string, add func(kit.FinderRow, filterLine)) {
	first := true
	for _, o := range f.Options {
		if !begins(kit.Plain(o.Text), typed) {
			continue
		}
		if first {
			add(kit.FinderRow{Text: f.Label, Heading: true}, filterLine{})
			first = false
		}
		row := kit.FinderRow{Text: o.Text}
		if slices.Contains(f.Chosen, o.Value) {
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
func (m *FilterMenu) choose(i int) {
	line := m.lines[i]
	if line.value == "" {
		m.field = line.field.ID
		m.pop.SetText("")
		m.show(true)
		return
	}
	if !line.field.Several {
		m.pop.Close()
		m.p.Choose(line.field.ID, []string{line.value})
		return
	}
	chosen := slices.Clone(line.field.Chosen)
	if at := slices.Index(chosen, line.value); at >= 0 {
		chosen = slices.Delete(chosen, at, at+1)
	} else {
		chosen = append(chosen, line.value)
	}
	m.p.Choose(line.field.ID, chosen)
	m.show(false)
	m.pop.Mark(i)
}

// back goes from a field's values to the fields.
func (m *FilterMenu) back() bool {
	if m.field == "" {
		return false
	}
	m.field = ""
	m.show(true)
	return true
}

// open asks what there is to filter by now, and shows the menu.
func (b *filterBar) open() {
	b.read(func() {
		OpenMenu(b.add, MenuParams{
			Hint: b.l.p.Printer.T("listing.filter_find"), Fields: b.fields,
			Choose: func(field string, values []string) { b.l.SetFilter(field, values...) },
		})
	})
}

// fields are the filters as the menu offers them.
func (b *filterBar) fields() []MenuField {
	out := make([]MenuField, 0, len(b.l.p.Filters))
	for _, f := range b.l.p.Filters {
		chosen := b.l.want.filters[f.Field]
		out = append(out, MenuField{
			ID: f.Field, Label: b.l.p.label(f), Note: b.words(f, chosen), Options: b.known.options[f.Field], Chosen: chosen, Several: b.l.several(f),
		})
	}
	return out
}

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
	chip := kit.NewFilterSet(text, func() {
		kit.Focus(b.add) // the chip goes, and the keyboard would be nowhere
		b.l.SetFilter(f.Field)
	})
	if col := b.l.p.field(f.Field); col != nil && (col.Kind == data.KindText || col.Kind == data.KindSet && col.Item == data.KindText) {
		chip.SetName(b.l.p.label(f)) // what people wrote is nothing for a log
	}
	return chip
}
