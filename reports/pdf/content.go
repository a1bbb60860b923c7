package pdf

import "primadesk/reports/workbook"

// content is a workbook read: its sheets where their tabs stand.
type content struct {
	sheets  []*sheet
	words   workbook.Words
	current *sheet
}

// sheet is one that is read, with its figures as text.
type sheet struct {
	workbook.Sheet
	name  string
	parts []part
}

func (s *sheet) id() string {
	if s.ID != "" {
		return s.ID
	}
	return s.Name
}

// part is a block with its values, or a table.
type part struct {
	block  workbook.Block
	values []shown
	table  *table
}

// shown is a value in the reader's words.
type shown struct {
	workbook.Value
	text string
}

// table is a table that is read.
type table struct {
	workbook.Head
	rows   [][]shown
	totals []shown
	// greatest is the largest number of each column, for its bars.
	greatest []float64
}

var _ workbook.Reader = (*content)(nil)

// Sheet begins a sheet.
func (c *content) Sheet(at int, name string, s workbook.Sheet) error {
	c.current = &sheet{Sheet: s, name: name}
	c.sheets[at] = c.current
	return nil
}

// Block keeps a block.
func (c *content) Block(b workbook.Block, values []workbook.Value) error {
	c.current.parts = append(c.current.parts, part{block: b, values: c.show(values)})
	return nil
}

// Head begins a table.
func (c *content) Head(h workbook.Head) error {
	c.current.parts = append(c.current.parts, part{table: &table{Head: h, greatest: make([]float64, len(h.Columns))}})
	return nil
}

func (c *content) table() *table { return c.current.parts[len(c.current.parts)-1].table }

// Row keeps a row of the table.
func (c *content) Row(values []workbook.Value) error {
	t := c.table()
	t.rows = append(t.rows, c.show(values))
	for i, v := range values {
		t.greatest[i] = max(t.greatest[i], v.Number)
		if t.Columns[i].Kind == workbook.KindPercent {
			t.greatest[i] = max(t.greatest[i], 1)
		}
	}
	return nil
}

// Foot ends the table.
func (c *content) Foot(totals []workbook.Value) error {
	c.table().totals = c.show(totals)
	return nil
}

func (c *content) show(values []workbook.Value) []shown {
	if values == nil {
		return nil
	}
	out := make([]shown, len(values))
	for i, v := range values {
		out[i] = shown{v, v.Show(c.words)}
	}
	return out
}
