package fields

import (
	"encoding/json"
	"reflect"
	"slices"

	"primadesk/data"
	"primadesk/ui/kit"
)

// RowsOf is what a list's control needs beyond the column.
type RowsOf struct {
	Columns []string // the ids of the row's fields that are edited, in their order; empty: all but the order
	Add     string   // the words of the link that adds a row
	NewID   func() string
	// Weights are the fields' shares of the line, 1 where there is none.
	Weights map[string]float32
	// Breaks are the fields that begin a new line.
	Breaks []string
}

// RowsControl makes the control of a list: a line of fields for each of its members. What is not edited stays as it is.
func (m Maker) RowsControl(col *data.Column, of RowsOf) *kit.RowsEditor {
	ids := of.Columns
	if len(ids) == 0 {
		for _, c := range col.Rows.Columns {
			if c.ID != "order" {
				ids = append(ids, c.ID)
			}
		}
	}
	return kit.NewRowsEditor(kit.RowsParams{Add: of.Add, Remove: m.Printer.T("fields.remove_line"), NewID: of.NewID, New: func() []kit.Field {
		var out []kit.Field
		for _, id := range ids {
			if sub, ok := col.Rows.Column(id); ok {
				f := m.Field(sub)
				f.Weight, f.Break = of.Weights[id], slices.Contains(of.Breaks, id)
				out = append(out, f)
			}
		}
		return out
	}})
}

// rowsValue is a list as a kit.RowsEditor holds it: JSON of its rows.
func rowsValue(col *data.Column, list data.List) string {
	rows := make([]kit.RowValue, list.Len())
	for i := range rows {
		row := list.Row(i)
		rows[i] = kit.RowValue{ID: row.Elem().ID, Values: map[string]string{}}
		for j := range col.Rows.Columns {
			if sub := &col.Rows.Columns[j]; sub.ID != "order" {
				rows[i].Values[sub.ID] = Value(sub, row)
			}
		}
	}
	return encodeRows(rows)
}

func encodeRows(rows []kit.RowValue) string {
	if len(rows) == 0 {
		return ""
	}
	b, err := json.Marshal(rows)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// setRows makes the list anew from what a form holds: rows that are still there keep their identity and the fields that
// the form does not have. Where rows stand in another order than before, they get order keys that say so.
func setRows(col *data.Column, list data.List, value string) {
	var rows []kit.RowValue
	if value != "" && json.Unmarshal([]byte(value), &rows) != nil {
		return
	}
	before := make(map[string]data.Row, list.Len())
	for i := range list.Len() {
		row := list.Row(i)
		before[row.Elem().ID] = row
	}
	list.Reset() // a new list: the rows before may be those of a record that is shown
	for _, r := range rows {
		row := list.Add(r.ID)
		if old := before[r.ID]; old != nil {
			reflect.ValueOf(row).Elem().Set(reflect.ValueOf(old).Elem())
		}
		for id, text := range r.Values {
			if sub, ok := col.Rows.Column(id); ok {
				Set(sub, row, text)
			}
		}
	}
	reorder(list)
}

// reorder gives an order key to rows that are new or were moved.
func reorder(list data.List) {
	keys := make([]string, list.Len())
	for i := range keys {
		keys[i] = list.Row(i).Elem().Order
	}
	for i, key := range data.Reorder(keys) {
		list.Row(i).Elem().Order = key
	}
}
