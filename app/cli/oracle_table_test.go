package cli_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// xlsxTable is where a table lies: its columns, its rows, and the row of its totals (-1: none).
type xlsxTable struct {
	sheet        *xlsxSheet
	columns      []int
	first, after int
	total        int
}

// table finds the table that has exactly these headers. It ends before its totals or an empty row.
func (b *xlsx) table(sheet string, headers []string) *xlsxTable {
	b.t.Helper()
	s := b.sheet(sheet)
	for i := range s.rows {
		columns, texts := []int{}, []string{}
		for j, c := range s.rows[i] {
			if c != nil {
				columns, texts = append(columns, j), append(texts, c.text)
			}
		}
		if strings.Join(texts, "|") != strings.Join(headers, "|") {
			continue
		}
		t := &xlsxTable{sheet: s, columns: columns, first: i + 1, after: i + 1, total: -1}
		for ; t.after < len(s.rows) && (!t.empty(t.after) || t.bare()); t.after++ {
			if c := s.cell(t.after, columns[0]); c != nil && c.text == "Total" {
				t.total = t.after
				break
			}
		}
		return t
	}
	return nil
}

// bare tells whether it has totals and nothing above them.
func (t *xlsxTable) bare() bool {
	c := t.sheet.cell(t.after+1, t.columns[0])
	return t.after == t.first && c != nil && c.text == "Total"
}

func (t *xlsxTable) empty(row int) bool {
	for _, c := range t.columns {
		if t.sheet.cell(row, c) != nil {
			return false
		}
	}
	return true
}

// value is what is expected of a cell.
type value struct {
	kind string // "" nothing, "text", "number", "day"
	text string
	n    float64
}

func text(s string) value {
	if s == "" {
		return value{}
	}
	return value{kind: "text", text: s}
}

// anything is a cell that is looked at elsewhere, or that no figure stands in.
func anything() value { return value{kind: "anything"} }

func number(f float64) value { return value{kind: "number", n: f} }
func integer(n int) value    { return number(float64(n)) }

// maybe is a number that may be unknown.
func maybe(n *int) value {
	if n == nil {
		return value{}
	}
	return integer(*n)
}

func (v value) String() string {
	switch v.kind {
	case "":
		return "nothing"
	case "anything":
		return v.kind
	case "text":
		return strconv.Quote(v.text)
	}
	return v.kind + " " + strconv.FormatFloat(v.n, 'f', -1, 64)
}

// off says how a cell differs from what is expected; "" is not at all.
func (b *xlsx) off(c *xlsxCell, v value) string {
	if c != nil {
		c.seen = true
	}
	found := "nothing"
	if c != nil {
		found = strconv.Quote(c.text)
	}
	n, isNumber := c.number()
	switch v.kind {
	case "anything":
		return ""
	case "":
		if c == nil || c.formula != "" && c.text == "" {
			return ""
		}
	case "text":
		if c != nil && !isNumber && c.text == v.text {
			return ""
		}
	default:
		if isNumber && math.Abs(n-v.n) < 1e-9*max(1, math.Abs(v.n)) && (v.kind != "day" || b.dates[c.style]) {
			return ""
		}
	}
	return fmt.Sprintf("%s, want %v", found, v)
}
