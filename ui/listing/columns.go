package listing

import (
	"cmp"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// shape completes the columns by their definitions in data.
func (p *Params) shape() []Column {
	out := make([]Column, len(p.Columns))
	for i, c := range p.Columns {
		if col, ok := p.Entity.Column(c.ID); ok {
			c.Title = cmp.Or(c.Title, short(p.Printer, col))
			c.Width = cmp.Or(c.Width, width(col))
			if col.Sort {
				c.Sort = cmp.Or(c.Sort, col.ID)
			}
			if c.Kind == kit.CellText && (col.Kind == data.KindInt || col.Kind == data.KindDecimal) {
				c.Kind = kit.CellNumber
			}
		}
		c.Width = cmp.Or(c.Width, 100)
		out[i] = c
	}
	return out
}

// short is a column's label as a narrow title has it.
func short(p *i18n.Printer, col *data.Column) string {
	if col.Label != "" {
		return p.T(col.Label)
	}
	return p.FieldShort(col.ID)
}

// width is a column's width at scale 1, from that in letters, within bounds that let several stand beside each other.
func width(col *data.Column) float32 {
	return min(max(float32(col.Width)*7, 56), 180)
}

// shownColumns are the columns for which a width, at scale 1, has room.
func (l *List) shownColumns(width float32) []kit.Column {
	var out []kit.Column
	for _, c := range l.columns {
		if c.Hidden || width > 0 && width < c.Least && len(out) > 0 {
			continue
		}
		out = append(out, kit.Column{ID: c.ID, Title: c.Title, Width: c.Width, Grow: c.Grow, Kind: c.Kind, Sortable: c.Sort != ""})
	}
	return out
}

// column finds one by its id.
func (l *List) column(id string) *Column {
	for i := range l.columns {
		if l.columns[i].ID == id {
			return &l.columns[i]
		}
	}
	return nil
}

// with are the references that rows are read with.
func (l *List) with() []string {
	out := append([]string(nil), l.p.With...)
	for _, c := range l.columns {
		col, ok := l.p.Entity.Column(c.ID)
		if ok && col.Kind == data.KindRef && !c.Hidden {
			out = append(out, c.ID)
		}
	}
	return unique(out)
}

func unique(ids []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// cells are one row's, in the order of the columns that are shown. A row with something unsaved has a mark at its first.
func (l *List) cells(r Row) []kit.Cell {
	out := make([]kit.Cell, len(l.shown))
	if r.Record == nil {
		return out
	}
	for i, c := range l.shown {
		out[i] = l.cell(r, l.column(c.ID))
	}
	if len(out) > 0 && l.p.Marked != nil && l.p.Marked(r) {
		out[0].Text, out[0].Token = out[0].Text+" •", kit.TokenWarm
	}
	return out
}

func (l *List) cell(r Row, c *Column) kit.Cell {
	if c == nil {
		return kit.Cell{}
	}
	if c.Cell != nil {
		return c.Cell(r)
	}
	col, ok := l.p.Entity.Column(c.ID)
	switch {
	case !ok:
		return kit.Cell{}
	case col.Kind == data.KindRef:
		return kit.Cell{Text: r.Ref(c.ID)}
	case col.Kind == data.KindCountry:
		return kit.Cell{Text: l.p.Printer.CountryShort(*col.At(r.Record).(*string))}
	}
	viewer := l.viewer
	if viewer == nil {
		viewer = &app.Viewer{P: l.p.Printer}
	}
	return kit.Cell{Text: oneLine(viewer.Text(col, r.Record))}
}

// oneLine is the first line of a text.
func oneLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}

// fitting is the layout that gives the table its columns by its width: the record beside it, a large scale and long words
// leave little.
type fitting struct{ l *List }

// MinSize implements fyne.Layout.
func (f fitting) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout implements fyne.Layout.
func (f fitting) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f.l.width = size.Width / kit.U(1)
	f.l.arrange()
	objs[0].Resize(size)
	objs[0].Move(fyne.Position{})
}

// arrange gives the table the columns that are to be shown, if they are others than before.
func (l *List) arrange() {
	cols := l.shownColumns(l.width)
	same := len(cols) == len(l.shown)
	for i := range cols {
		same = same && cols[i] == l.shown[i]
	}
	if !same {
		l.shown = cols
		l.table.SetColumns(cols)
	}
}
