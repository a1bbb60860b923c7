package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tableBody is as high as all rows and holds widgets for those in view. Row i is always drawn by widget i modulo their
// number, so that scrolling by a line fills one widget only.
type tableBody struct {
	widget.BaseWidget
	table    *Table
	rows     []*tableRow
	spans    []span
	width    float32
	updating bool
	again    bool
}

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t}
	b.ExtendBaseWidget(b)
	return b
}

// rebuild lets all row widgets go, when the columns changed.
func (b *tableBody) rebuild() {
	b.rows, b.width = nil, 0
	b.update(true)
}

func (b *tableBody) columnAt(x float32) (Column, bool) {
	shown := b.table.columns.shown()
	for i, s := range b.spans {
		if i < len(shown) && x >= s.x-U(columnGap)/2 && x < s.x+s.w+U(columnGap)/2 {
			return shown[i], true
		}
	}
	return Column{}, false
}

// update puts the rows in view into the widgets; with all set, also those whose index has not changed. A source that
// answers at once may ask for an update from within: that is done after.
func (b *tableBody) update(all bool) {
	if b.updating {
		b.again = true
		return
	}
	b.updating = true
	b.fill(all)
	for b.again {
		b.again = false
		b.fill(true)
	}
	b.updating = false
}

func (b *tableBody) fill(all bool) {
	t := b.table
	h, view := U(RowHeight), t.scroll.Size()
	if view.Height <= 0 || view.Width <= 0 {
		return
	}
	if view.Width != b.width {
		b.width, all = view.Width, true
		b.spans = t.spans(view.Width)
	}
	n := t.p.Source.Len()
	first := min(max(0, int(t.scroll.Offset.Y/h)), max(0, n-1))
	last := min(first+int(view.Height/h)+1, n-1)
	if n > 0 {
		t.p.Source.Need(first, last)
	}
	for len(b.rows) < int(view.Height/h)+2 {
		b.rows = append(b.rows, newTableRow(b))
		all = true
	}
	for i, row := range b.rows {
		index := first - first%len(b.rows) + i
		if index < first {
			index += len(b.rows)
		}
		row.put(index, index <= last, all, h)
	}
}

func (b *tableBody) CreateRenderer() fyne.WidgetRenderer {
	return &paint{
		of: b,
		objects: func() []fyne.CanvasObject {
			objs := make([]fyne.CanvasObject, 0, len(b.rows))
			for _, r := range b.rows {
				objs = append(objs, r)
			}
			return objs
		},
		min:     func() fyne.Size { return fyne.NewSize(1, float32(b.table.p.Source.Len())*U(RowHeight)) },
		layout:  func(fyne.Size) { b.update(false) },
		refresh: func() { b.width = 0 },
	}
}
