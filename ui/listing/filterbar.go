package listing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

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
	had := b.row.Objects
	b.row.Objects = objs
	b.row.Refresh()
	b.keep(had)
}

// keep gives the keyboard a place when the chip that had it is gone: the table, for what was done with rows, else the chip
// that adds a filter.
func (b *filterBar) keep(had []fyne.CanvasObject) {
	chip, ok := b.l.p.Shell.Window().Canvas().Focused().(*kit.FilterChip)
	switch {
	case !ok || !slices.Contains(had, fyne.CanvasObject(chip)) || slices.Contains(b.row.Objects, fyne.CanvasObject(chip)):
	case slices.Contains(had, fyne.CanvasObject(b.add)) && slices.Contains(b.row.Objects, fyne.CanvasObject(b.add)):
		b.l.p.Shell.Window().Canvas().Focus(b.add)
	default:
		b.l.Focus()
	}
}

func (b *filterBar) chips() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range b.l.p.Filters {
		if values := b.l.want.filters[f.Field]; len(values) > 0 {
			out = append(out, b.chip(f, values))
		}
	}
	if len(b.l.p.Filters) > 0 {
		out = append(out, b.add)
	}
	return append(out, b.extra...)
}

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
