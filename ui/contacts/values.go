package contacts

import (
	"encoding/json"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/ui/kit"
)

// A form holds every field as one text (kit.Control says how). These funcs bring a record's fields into that form and
// back, by what data says of each column, so that a new field needs a place in the form and nothing else.

// valueOf is what a form shows of one column.
func valueOf(col *data.Column, rec any) string {
	switch p := col.At(rec).(type) {
	case *string:
		return *p
	case *data.Date:
		return string(*p)
	case *bool:
		if *p {
			return "true"
		}
		return "false"
	case *data.Set:
		return strings.Join(*p, kit.Separator)
	case data.List:
		return rowsValue(col, p)
	}
	return ""
}

// rowsValue is a list as a kit.RowsEditor holds it: JSON of its rows.
func rowsValue(col *data.Column, list data.List) string {
	rows := make([]kit.RowValue, list.Len())
	for i := range rows {
		row := list.Row(i)
		rows[i] = kit.RowValue{ID: row.Elem().ID, Values: map[string]string{}}
		for j := range col.Rows.Columns {
			if sub := &col.Rows.Columns[j]; shown(sub) {
				rows[i].Values[sub.ID] = valueOf(sub, row)
			}
		}
	}
	return encodeRows(rows)
}

// shown tells whether a field of a list's rows is one that people edit here: not their order, nor the file that proves a
// consent, which is kept with an event's evidence.
func shown(sub *data.Column) bool { return sub.ID != "order" && sub.Kind != data.KindRef }

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

func decodeRows(value string) []kit.RowValue {
	var rows []kit.RowValue
	if value == "" || json.Unmarshal([]byte(value), &rows) != nil {
		return nil
	}
	return rows
}

// setValue brings what a form holds into a column. What it does not show, it leaves alone.
func setValue(col *data.Column, rec any, value string) {
	switch p := col.At(rec).(type) {
	case *string:
		*p = value
	case *data.Date:
		*p = data.Date(value)
	case *bool:
		*p = value == "true"
	case *data.Set:
		*p = data.SetOf(strings.Split(value, kit.Separator)...)
	case data.List:
		setRows(col, p, decodeRows(value))
	}
}

// setRows keeps the rows that are still there with their identity, and puts new ones behind them.
func setRows(col *data.Column, list data.List, rows []kit.RowValue) {
	list.Keep(func(id string) bool {
		return slices.ContainsFunc(rows, func(r kit.RowValue) bool { return r.ID == id })
	})
	for _, r := range rows {
		row, ok := list.Find(r.ID)
		if !ok {
			last := ""
			for i := range list.Len() {
				last = max(last, list.Row(i).Elem().Order)
			}
			row = list.Add(r.ID)
			row.Elem().Order = data.Between(last, "")
		}
		for id, value := range r.Values {
			if sub, ok := col.Rows.Column(id); ok {
				setValue(sub, row, value)
			}
		}
	}
}

// withValues is a copy of a contact with what a form changed. The copy shares nothing with the original.
func withValues(c *data.Contact, changed map[string]string) *data.Contact {
	next := *c
	next.Emails, next.Phones = slices.Clone(c.Emails), slices.Clone(c.Phones)
	next.LegalBases, next.Consents = slices.Clone(c.LegalBases), slices.Clone(c.Consents)
	next.Languages, next.Tags = slices.Clone(c.Languages), slices.Clone(c.Tags)
	for id, value := range changed {
		if col, ok := entity().Column(id); ok {
			setValue(col, &next, value)
		}
	}
	return &next
}

// valuesOf is a whole contact as the form holds it.
func valuesOf(c *data.Contact) map[string]string {
	values := map[string]string{}
	for i := range entity().Columns {
		col := &entity().Columns[i]
		values[col.ID] = valueOf(col, c)
	}
	return values
}

func entity() *data.Entity             { return data.EntityOf((*data.Contact)(nil)) }
func organisationEntity() *data.Entity { return data.EntityOf((*data.Organisation)(nil)) }
