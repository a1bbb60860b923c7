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
	row     *fyne.Container     // all of it; goes on in another line where it is narrow
	before  []fyne.CanvasObject // the search field, where the list has no header
	beside  []fyne.CanvasObject // at the right
	add     *kit.FilterChip
	columns *kit.FilterChip
	total   *kit.Text
	later   *kit.Later[known]
	known   known
	extra   []fyne.CanvasObject // chips of the screen's own, such as the drafts that wait
	content fyne.CanvasObject
}

func newFilterBar(l *List) *filterBar {
	b := &filterBar{l: l, row: kit.Flow(8), later: kit.NewLater[known](l.p.Exec)}
	b.total = kit.NewText("", kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted})
	b.add = kit.NewFilterChip(l.p.Printer.T("listing.filter"), b.open)
	if l.header == nil {
		b.before = []fyne.CanvasObject{kit.Sized(220, kit.ControlHeight, l.search)}
		b.beside = append(b.beside, b.total)
	}
	b.beside = append(b.beside, l.p.Beside...)
	if l.header == nil && l.p.OnNew != nil && !l.p.readOnly() && l.p.Words.New != "" {
		b.beside = append(b.beside, kit.NewButton(kit.ButtonPrimary, l.p.Words.New, l.p.OnNew))
	}
	if len(l.columns) > 1 {
		b.columns = kit.NewColumnMenu(l.table, l.p.Printer.T("listing.columns"), l.p.Printer.T("listing.columns_reset"))
		b.beside = append(b.beside, b.columns)
	}
	b.content = kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, b.row)
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

// show draws the chips anew. While rows are picked, what can be done with them has the room of all else.
func (b *filterBar) show() {
	objs := append([]fyne.CanvasObject(nil), b.before...)
	if picked := b.l.table.Picked(); picked.Empty() {
		objs = append(append(objs, b.chips()...), kit.NewSpring())
		objs = append(objs, b.beside...)
	} else {
		objs = append(objs, b.actions(picked)...)
	}
	b.row.Objects = objs
	b.row.Refresh()
}

func (b *filterBar) chips() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range b.l.p.Filters {
		if value, set := b.l.want.filters[f.Field]; set {
			out = append(out, kit.NewFilterSet(b.word(f, value), func() { b.l.SetFilter(f.Field, "") }))
		}
	}
	if len(b.l.p.Filters) > 0 {
		out = append(out, b.add)
	}
	return append(out, b.extra...)
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
