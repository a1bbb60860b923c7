package workbook

import "time"

// Preview is the beginning of a sheet as text, for a look before it is written.
type Preview struct {
	Sheet  string
	Header []string // of the sheet's first table; none on a [Form]
	Rows   [][]string
	More   bool // there are more rows than these
}

// Words writes values as text in the reader's language.
type Words struct {
	Number   func(value float64, kind Kind) string
	Date     func(time.Time) string
	DateTime func(time.Time) string
}

// Show reads at most so many rows of each sheet: of a [Form] its lines, of others their first table. Nothing is calculated:
// formulas show the values that they come with, references to totals nothing. An error among a table's rows ends that table.
func Show(w Workbook, rows int, words Words) []Preview {
	wished := make([]string, len(w.Sheets))
	for i, plan := range w.Sheets {
		wished[i] = plan.Name
	}
	shown := make([]Preview, len(w.Sheets))
	for i, name := range SheetNames(wished) {
		shown[i] = w.Sheets[i].show(name, rows, words)
	}
	return shown
}

func (s Sheet) show(name string, rows int, words Words) Preview {
	p := Preview{Sheet: name}
	for _, block := range s.Blocks {
		part, ok := block.(shower)
		if !ok {
			continue
		}
		header, lines := part.show(rows+1, words)
		if s.Layout != Form {
			if header == nil {
				continue
			}
			p.Header, p.Rows = header, lines
			break
		}
		p.Rows = append(p.Rows, lines...)
		if len(p.Rows) > rows {
			break
		}
	}
	if len(p.Rows) > rows {
		p.Rows, p.More = p.Rows[:rows], true
	}
	return p
}

// shower is a block that has text.
type shower interface {
	show(rows int, words Words) (header []string, lines [][]string)
}

func (t Table[T]) show(rows int, words Words) (header []string, lines [][]string) {
	for _, column := range t.Columns {
		header = append(header, column.Header)
	}
	if t.Rows == nil || rows < 1 {
		return header, nil
	}
	for row, err := range t.Rows {
		if err != nil {
			break
		}
		line := make([]string, len(t.Columns))
		for i, column := range t.Columns {
			line[i] = column.Value(row).show(column.Kind, words)
		}
		if lines = append(lines, line); len(lines) >= rows {
			break
		}
	}
	return header, lines
}

func (p Pairs) show(_ int, words Words) (header []string, lines [][]string) {
	for _, pair := range p.Pairs {
		lines = append(lines, []string{pair.Label, pair.Value.show(pair.Kind, words)})
	}
	return nil, lines
}

func (l Links) show(_ int, words Words) (header []string, lines [][]string) {
	for _, link := range l.Links {
		lines = append(lines, []string{link.Text, link.Value.show(KindText, words)})
	}
	return nil, lines
}

func (b Banner) show(int, Words) (header []string, lines [][]string) {
	return nil, [][]string{{b.Title}, {b.Below}}
}

func (h Heading) show(int, Words) (header []string, lines [][]string) {
	return nil, [][]string{{h.Text}}
}

func (p Paragraph) show(int, Words) (header []string, lines [][]string) {
	return nil, [][]string{{p.Text}}
}

func (p Picture) show(int, Words) (header []string, lines [][]string) {
	return nil, [][]string{{oneLine(p.Beside)}}
}

// show is a cell's value as text.
func (c Cell) show(kind Kind, words Words) string { return c.value(kind).Show(words) }
