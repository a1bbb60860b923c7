package takeaways

import (
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
	"primadesk/ui/listing"
)

// filter is one thing that the list can be narrowed by.
type filter struct {
	id    string
	field string // of the query; with op, empty for what only wanted.fits can tell
	op    string
	label string // message id
}

// filterLanguage narrows by how the text stands in a language: its values are a language, a colon, and one of two states.
const (
	filterLanguage = "language"
	missing        = "missing"
	stale          = "stale"
)

// filters are all there are, in the order of the menu.
var filters = []filter{
	{byCountry, "country", "=", "field.country"}, {byTheme, "theme", "=", "field.theme"}, {byKind, "kind", "=", "field.takeaway_kind"},
	{byGroup, "target_groups", "has", "field.target_groups"}, {"event", "events", "has", "field.events"},
	{filterLanguage, "", "", "takeaways.translation"}, {"visibility", "visibility", "=", "field.visibility"},
}

// bar is over the cards: the views, the filters that are set, and the menu that sets one.
type bar struct {
	s       *takeaways
	views   map[string]*kit.FilterChip
	chips   *fyne.Container
	add     *kit.FilterChip
	drafts  *kit.FilterChip
	content *fyne.Container
}

func newBar(s *takeaways) *bar {
	b := &bar{s: s, views: map[string]*kit.FilterChip{}, chips: kit.Flow(8)}
	for _, view := range views {
		b.views[view] = kit.NewFilterChip(s.viewName(view), func() { s.look(view) })
	}
	b.add = kit.NewFilterChip(s.Printer.T("listing.filter"), b.open)
	b.drafts = kit.NewFilterChip("", func() { s.pane.NextDraft() })
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, b.chips)
	return b
}

// show says what is set.
func (b *bar) show() {
	p := b.s.Printer
	b.chips.RemoveAll()
	for _, view := range views {
		b.views[view].SetSelected(view == b.s.want.view)
		b.chips.Add(b.views[view])
	}
	if a := b.s.answer; a != nil && a.followUps > 0 {
		b.views[byFollowUp].SetText(b.s.viewName(byFollowUp) + " " + p.Number(a.followUps))
	} else {
		b.views[byFollowUp].SetText(b.s.viewName(byFollowUp))
	}
	for _, f := range filters {
		if value := b.s.want.filters[f.id]; value != "" {
			word := p.T("listing.filter_set", "Field", p.T(f.label), "Value", b.word(f, value))
			b.chips.Add(kit.NewFilterSet(word, func() {
				kit.Focus(b.add) // the chip goes, and the keyboard would be nowhere
				b.s.setFilter(f.id, "")
			}))
		}
	}
	b.chips.Add(b.add)
	if n := b.s.pane.Drafts(); n > 0 {
		b.drafts.SetText(p.N("record.drafts", n))
		b.chips.Add(b.drafts)
	}
	b.content.Refresh()
}

func (b *bar) options(f filter) []kit.Option {
	if b.s.book == nil {
		return nil
	}
	return b.s.book.options[f.id]
}

func (b *bar) word(f filter, value string) string {
	options := b.options(f)
	if i := slices.IndexFunc(options, func(o kit.Option) bool { return o.Value == value }); i >= 0 {
		return options[i].Text
	}
	return value
}

// open shows what there is to filter by.
func (b *bar) open() {
	listing.OpenMenu(b.add, listing.MenuParams{
		Hint: b.s.Printer.T("listing.filter_find"), Fields: b.fields,
		Choose: func(field string, values []string) { b.s.setFilter(field, values[0]) },
	})
}

// fields are the filters as the menu offers them.
func (b *bar) fields() []listing.MenuField {
	out := make([]listing.MenuField, 0, len(filters))
	for _, f := range filters {
		field := listing.MenuField{ID: f.id, Label: b.s.Printer.T(f.label), Options: b.options(f)}
		if value := b.s.want.filters[f.id]; value != "" {
			field.Chosen, field.Note = []string{value}, b.word(f, value)
		}
		out = append(out, field)
	}
	return out
}
