package workbook

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// hasTotals reports whether any column wants something in the totals row.
func (w *tableWriter[T]) hasTotals() bool {
	for _, column := range w.table.Columns {
		if column.Total.kind != totalNone {
			return true
		}
	}
	return false
}

// totals writes the totals row. Sums and counts are SUBTOTAL 109 and 103, which follow a filter; 102 counts numbers alone.
func (w *tableWriter[T]) totals() error {
	if !w.hasTotals() {
		return nil
	}
	s := w.sheet
	w.info.totals = s.row + 1
	spans := make([]span, 0, len(w.states))
	for i, column := range w.table.Columns {
		value, err := w.total(i, column)
		if err != nil {
			return err
		}
		w.bottom = append(w.bottom, value)
		style := look{bold: true, fill: colourTotals, across: column.across(), indent: 1, below: colourLine, above: colourLine}
		switch value := value.(type) {
		case formula:
			style.format = w.states[i].format
			if s.plan.Layout != Form {
				s.fit(w.states[i].from, numberChars(style.format, value.cached)+0.5)
			}
			w.info.sums[column.ID] = value.cached
		case string:
			if s.plan.Layout != Form && i > 0 {
				s.fit(w.states[i].from, min(chars(style.font().width(value)+2), column.widest()))
			}
		}
		spans = append(spans, span{from: w.states[i].from, to: w.states[i].to, value: value, look: style})
	}
	return s.put(lineHeight+rowPadding+2, spans...)
}

// total is what stands below a column: a formula, a string or nil.
func (w *tableWriter[T]) total(i int, column Column[T]) (any, error) {
	state := w.states[i]
	rows := cellName(state.from, w.info.first) + ":" + cellName(state.from, w.info.last)
	switch column.Total.kind {
	case totalSum:
		return state.computed(rows, formula{"SUBTOTAL(109," + rows + ")", state.sum}), nil
	case totalLabel:
		if text := oneLine(column.Total.label); text != "" {
			return text, nil
		}
	case totalFormula:
		text, err := w.sheet.expand(column.Total.expression, here{w.info.columns, w.info.totals})
		if err != nil {
			return nil, err
		}
		cached := column.Total.cached()
		if cached-cached != 0 {
			cached = 0
		}
		return state.computed(rows, formula{text, cached}), nil
	case totalNumber:
		return formula{strconv.FormatFloat(column.Total.number, 'f', -1, 64), column.Total.number}, nil
	}
	return nil, nil
}

// computed is a total of these rows, and nothing where they have no number.
func (s *columnState) computed(rows string, f formula) formula {
	if s.numbers == 0 {
		f.cached = NoNumber()
	}
	f.text = "IF(SUBTOTAL(102," + rows + `)=0,"",` + f.text + ")"
	return f
}

// The parts of a table definition (ECMA-376 part 1, 18.5.1). excelize writes one for a streamed sheet, but without totals: that
// one is replaced by ours under the same name.
type tablePart struct {
	XMLName        xml.Name      `xml:"http://schemas.openxmlformats.org/spreadsheetml/2006/main table"`
	ID             int           `xml:"id,attr"`
	Name           string        `xml:"name,attr"`
	DisplayName    string        `xml:"displayName,attr"`
	Ref            string        `xml:"ref,attr"`
	TotalsRowCount int           `xml:"totalsRowCount,attr,omitempty"`
	TotalsRowShown string        `xml:"totalsRowShown,attr,omitempty"`
	Filter         tableFilter   `xml:"autoFilter"`
	Columns        tableColumns  `xml:"tableColumns"`
	Style          tableStyleTag `xml:"tableStyleInfo"`
}

type tableFilter struct {
	Ref string `xml:"ref,attr"`
}

type tableColumns struct {
	Count   int           `xml:"count,attr"`
	Columns []tableColumn `xml:"tableColumn"`
}

type tableColumn struct {
	ID       int    `xml:"id,attr"`
	Name     string `xml:"name,attr"`
	Label    string `xml:"totalsRowLabel,attr,omitempty"`
	Function string `xml:"totalsRowFunction,attr,omitempty"`
	Formula  string `xml:"totalsRowFormula,omitempty"`
}

type tableStyleTag struct {
	First   int `xml:"showFirstColumn,attr"`
	Last    int `xml:"showLastColumn,attr"`
	Rows    int `xml:"showRowStripes,attr"`
	Columns int `xml:"showColumnStripes,attr"`
}

// makeNative declares the rows as an Excel table.
func (w *tableWriter[T]) makeNative() error {
	s := w.sheet
	last := len(w.states) - 1
	rows := cellName(0, w.info.header) + ":" + cellName(last, w.info.last)
	s.book.natives++
	name := tableName(w.table.ID)
	if w.table.ID == "" {
		name = fmt.Sprintf("Table_%d", s.book.natives)
	}
	if err := s.stream.AddTable(&excelize.Table{Range: rows, Name: name}); err != nil {
		return invalid("table %q: %w", w.table.ID, err)
	}
	part := tablePart{ID: s.book.natives, Name: name, DisplayName: name, Ref: rows, Filter: tableFilter{rows}, TotalsRowShown: "0"}
	if w.info.totals > 0 {
		part.Ref = cellName(0, w.info.header) + ":" + cellName(last, w.info.totals)
		part.TotalsRowCount, part.TotalsRowShown = 1, ""
	}
	part.Columns = tableColumns{len(w.headers), w.columnParts()}
	text, err := xml.Marshal(part)
	if err != nil {
		return invalid("table %q: %w", w.table.ID, err)
	}
	path := fmt.Sprintf("xl/tables/table%d.xml", part.ID)
	if _, there := s.file.Pkg.Load(path); !there {
		return invalid("table %q is not where it is expected: %s", w.table.ID, path)
	}
	s.file.Pkg.Store(path, append([]byte(xml.Header), text...))
	return nil
}

func (w *tableWriter[T]) columnParts() []tableColumn {
	parts := make([]tableColumn, len(w.headers))
	for i, header := range w.headers {
		parts[i] = tableColumn{ID: i + 1, Name: header}
		if w.info.totals == 0 {
			continue
		}
		switch value := w.bottom[i].(type) {
		case string:
			parts[i].Label = value
		case formula:
			parts[i].Function, parts[i].Formula = "custom", value.text
		}
	}
	return parts
}
