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

// declared are the columns as the table has them.
func (l *List) declared() []kit.Column {
	out := make([]kit.Column, len(l.columns))
	for i, c := range l.columns {
		out[i] = kit.Column{ID: c.ID, Title: c.Title, Width: c.Width, Grow: c.Grow, Kind: c.Kind, Sortable: c.Sort != "", Off: c.Hidden}
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
		if ok && col.Kind == data.KindRef && !l.hidden[c.ID] {
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

// cells are one row's, in the order in which the columns are declared. A row with something unsaved has a mark at the first
// column that is shown.
func (l *List) cells(r Row) []kit.Cell {
	out := make([]kit.Cell, len(l.columns))
	if r.Record == nil {
		return out
	}
	marked := l.p.Marked != nil && l.p.Marked(r)
	for i := range l.columns {
		c := &l.columns[i]
		if l.hidden[c.ID] {
			continue
		}
		out[i] = l.cell(r, c)
		if marked && c.ID == l.first {
			out[i].Text, out[i].Token = out[i].Text+" •", kit.TokenWarm
		}
	}
	return out
}

func (l *List) cell(r Row, c *Column) kit.Cell {
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
	f.l.fit()
	objs[0].Resize(size)
	objs[0].Move(fyne.Position{})
}

// fit lets columns give way where the table is narrow, as long as nobody has chosen columns.
func (l *List) fit() {
	if l.custom {
		return
	}
	states := make([]kit.ColumnState, len(l.columns))
	same := true
	for i, c := range l.columns {
		hide := c.Hidden || l.width > 0 && l.width < c.Least
		states[i] = kit.ColumnState{ID: c.ID, Hidden: hide}
		same = same && hide == l.hidden[c.ID]
	}
	if !same {
		l.take(states)
		l.table.SetColumnStates(states)
	}
}

// take remembers which columns are shown.
func (l *List) take(states []kit.ColumnState) {
	l.hidden, l.first = map[string]bool{}, ""
	for _, s := range states {
		l.hidden[s.ID] = s.Hidden
		if !s.Hidden && l.first == "" {
			l.first = s.ID
		}
	}
}

// chosen is told when the user changed which columns are shown, their order or their widths.
func (l *List) chosen(states []kit.ColumnState) {
	before := len(l.with())
	l.custom = true
	l.take(states)
	if len(l.with()) != before {
		l.ask() // what a column refers to is read with the rows
	}
	l.table.Reload()
}
