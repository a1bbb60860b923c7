package listing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/ui/kit"
)

// filterBar shows the filters that are set, the menu that adds one, and what a screen puts beside them. Where the list has
// no header, it has the search field and the main action, too.
type filterBar struct {
	l       *List
	chips   *fyne.Container
	add     *kit.FilterChip
	beside  *fyne.Container
	row     *fyne.Container // all of it
	columns *kit.FilterChip
	total   *kit.Text
	later   *kit.Later[known]
	known   known
	extra   []fyne.CanvasObject // chips of the screen's own, such as the drafts that wait
	content fyne.CanvasObject
}

func newFilterBar(l *List) *filterBar {
	b := &filterBar{l: l, chips: kit.Flow(8), beside: kit.HStack(8, l.p.Beside...), later: kit.NewLater[known](l.p.Exec)}
	b.total = kit.NewText("", kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted})
	b.add = kit.NewFilterChip(l.p.Printer.T("listing.filter"), b.open)
	row := kit.HStack(8, kit.Grow(b.chips))
	if l.header == nil {
		row = kit.HStack(8, kit.Sized(220, kit.ControlHeight, l.search), kit.Grow(b.chips), b.total)
		if l.p.OnNew != nil && !l.p.readOnly() && l.p.Words.New != "" {
			b.beside.Add(kit.NewButton(kit.ButtonPrimary, l.p.Words.New, l.p.OnNew))
		}
	}
	if len(l.columns) > 1 {
		b.columns = kit.NewColumnMenu(l.table, l.p.Printer.T("listing.columns"), l.p.Printer.T("listing.columns_reset"))
		b.beside.Add(b.columns)
	}
	row.Add(b.beside)
	b.row = row
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, row)
	b.show()
	return b
}

// SetChips shows chips of the screen's own after the filters.
func (l *List) SetChips(chips ...fyne.CanvasObject) {
	l.bar.extra = chips
	l.bar.show()
}

func (b *filterBar) counted(text string) {
	if b.l.header == nil {
		b.total.SetText(text)
	}
}

// show draws the chips anew.
func (b *filterBar) show() {
	b.chips.RemoveAll()
	picked := b.l.table.Picked()
	if b.beside.Hidden == picked.Empty() { // the actions need its room
		setVisible(b.beside, picked.Empty())
		defer b.row.Refresh()
	}
	if !picked.Empty() {
		b.showActions(picked)
		return
	}
	for _, f := range b.l.p.Filters {
		if value, set := b.l.want.filters[f.Field]; set {
			b.chips.Add(kit.NewFilterSet(b.word(f, value), func() { b.l.SetFilter(f.Field, "") }))
		}
	}
	if len(b.l.p.Filters) > 0 {
		b.chips.Add(b.add)
	}
	for _, o := range b.extra {
		b.chips.Add(o)
	}
	b.chips.Refresh()
}

// word is what the chip of a filter says.
func (b *filterBar) word(f Filter, value string) string {
	text := value
	if i := slices.IndexFunc(b.known.options[f.Field], func(o kit.Option) bool { return o.Value == value }); i >= 0 {
		text = b.known.options[f.Field][i].Text
	}
	if f.Plain {
		return text
	}
	return b.l.p.Printer.T("listing.filter_set", "Field", b.l.p.label(f), "Value", text)
}

// open asks what there is to filter by now, and shows the menu.
func (b *filterBar) open() { b.read(b.menu) }

func (b *filterBar) read(then func()) {
	p := &b.l.p
	b.later.Run(context.Background(), p.readKnown, func(k known, err error) {
		if err != nil {
			b.l.failed(err)
			return
		}
		b.known = k
		b.l.viewer = k.viewer
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
	for _, f := range b.l.p.Filters {
		options := b.known.options[f.Field]
		if len(options) == 0 {
			continue
		}
		item := fyne.NewMenuItem(b.l.p.label(f), nil)
		var values []*fyne.MenuItem
		for _, option := range options {
			choice := fyne.NewMenuItem(option.Text, func() { b.l.SetFilter(f.Field, option.Value) })
			choice.Checked = b.l.want.filters[f.Field] == option.Value
			values = append(values, choice)
		}
		item.ChildMenu = fyne.NewMenu("", values...)
		items = append(items, item)
	}
	if len(items) == 0 {
		return
	}
	widget.NewPopUpMenu(fyne.NewMenu("", items...), c).
		ShowAtRelativePosition(fyne.NewPos(0, b.add.Size().Height+kit.U(4)), b.add)
}
