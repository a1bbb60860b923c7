package contacts

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// offered are the values that the menu of filters offers: what is there, not all that could be.
type offered struct {
	countries, tags []string
	viewer          *app.Viewer
}

func readOffered(ctx context.Context, w *app.Workspace, lang string) (offered, error) {
	var o offered
	var err error
	if o.countries, err = w.Records.Values(ctx, entity(), "country"); err != nil {
		return o, err
	}
	if o.tags, err = w.Records.Values(ctx, entity(), "tags"); err != nil {
		return o, err
	}
	o.viewer, err = w.Viewer(ctx, lang)
	return o, err
}

// options are the choices of one field.
func (o offered) options(p *i18n.Printer, field string) []kit.Option {
	var out []kit.Option
	add := func(codes []string) {
		for _, code := range codes {
			out = append(out, kit.Option{Value: code, Text: filterWord(p, o.viewer, field, code)})
		}
	}
	switch field {
	case byCountry:
		add(o.countries)
		fields.SortOptions(p, out)
	case byGroup:
		add(data.Group.Words)
	case byConsent:
		add([]string{data.NotAsked, data.Consented, data.Withdrawn})
	case byLanguage:
		add(data.Languages)
	case byTag:
		add(o.tags)
		fields.SortOptions(p, out)
	}
	return out
}

// filterBar shows the filters that are set, the menu that adds one, and the drafts that wait.
type filterBar struct {
	s       *contacts
	chips   *fyne.Container
	add     *kit.FilterChip
	drafts  *kit.FilterChip
	later   *kit.Later[offered]
	known   offered
	content fyne.CanvasObject
}

func newFilterBar(s *contacts) *filterBar {
	b := &filterBar{s: s, chips: kit.Flow(8), later: kit.NewLater[offered](s.exec)}
	b.add = kit.NewFilterChip(s.Printer.T("contacts.filter"), b.open)
	b.drafts = kit.NewFilterChip("", s.nextDraft)
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, b.chips)
	b.show()
	return b
}

// show draws the chips anew.
func (b *filterBar) show() {
	p := b.s.Printer
	b.chips.RemoveAll()
	for _, field := range filterFields {
		if value, set := b.s.want.filters[field]; set {
			b.chips.Add(kit.NewFilterSet(filterChip(p, b.known.viewer, field, value), func() { b.s.setFilter(field, "") }))
		}
	}
	b.chips.Add(b.add)
	if n := b.s.draftCount(); n > 0 {
		b.drafts.SetText(p.N("contacts.drafts", n))
		b.chips.Add(b.drafts)
	}
	b.chips.Refresh()
}

// open asks what there is to filter by now, and shows the menu.
func (b *filterBar) open() { b.read(b.menu) }

// read asks what there is to filter by, which is also what the form's tags are completed from.
func (b *filterBar) read(then func()) {
	b.later.Run(context.Background(),
		func(ctx context.Context) (offered, error) {
			return readOffered(ctx, b.s.Workspace, b.s.Printer.Lang())
		},
		func(o offered, err error) {
			if err != nil {
				b.s.failed(err)
				return
			}
			b.known = o
			b.s.record.form.tags.SetKnown(o.options(b.s.Printer, byTag))
			then()
		})
}

// menu shows a line for each field, with its values beside it.
func (b *filterBar) menu() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b.add)
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, field := range filterFields {
		options := b.known.options(b.s.Printer, field)
		if len(options) == 0 {
			continue
		}
		item := fyne.NewMenuItem(filterLabel(b.s.Printer, field), nil)
		var values []*fyne.MenuItem
		for _, option := range options {
			choice := fyne.NewMenuItem(option.Text, func() { b.s.setFilter(field, option.Value) })
			choice.Checked = b.s.want.filters[field] == option.Value
			values = append(values, choice)
		}
		item.ChildMenu = fyne.NewMenu("", values...)
		items = append(items, item)
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).
		ShowAtRelativePosition(fyne.NewPos(0, b.add.Size().Height+kit.U(4)), b.add)
}
