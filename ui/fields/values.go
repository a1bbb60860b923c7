package fields

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/ui/kit"
)

// Value is what a form holds of one column of a record, or of a row of a list: a text as kit.Control says. Texts in several
// languages are JSON with all that belongs to them, lists the JSON of a kit.RowsEditor.
func Value(col *data.Column, rec any) string {
	switch p := col.At(rec).(type) {
	case *string:
		return *p
	case *data.Date:
		return string(*p)
	case *data.Wall:
		return string(*p)
	case *bool:
		return strconv.FormatBool(*p)
	case **int:
		if *p == nil {
			return ""
		}
		return strconv.Itoa(**p)
	case **data.Decimal:
		if *p == nil {
			return ""
		}
		return (*p).String()
	case *data.Set:
		return strings.Join(*p, kit.Separator)
	case *data.Texts:
		return encodeTexts(p)
	case data.List:
		return rowsValue(col, p)
	}
	return ""
}

// Set brings what a form holds into a column. A number that is none leaves the field empty: the form's own check has
// said so before.
func Set(col *data.Column, rec any, value string) {
	switch p := col.At(rec).(type) {
	case *string:
		*p = value
	case *data.Date:
		*p = data.Date(value)
	case *data.Wall:
		*p = data.Wall(value)
	case *bool:
		*p = value == "true"
	case **int:
		*p = Number(value)
	case **data.Decimal:
		*p = decimal(value)
	case *data.Set:
		*p = data.SetOf(strings.Split(value, kit.Separator)...)
	case *data.Texts:
		*p = decodeTexts(value)
	case data.List:
		setRows(col, p, value)
	}
}

// Number is the whole number that a form holds, nil where it is not known.
func Number(value string) *int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return nil
	}
	return &n
}

func decimal(value string) *data.Decimal {
	d, err := data.ParseDecimal(value)
	if err != nil {
		return nil
	}
	return &d
}

// Values are a whole record as forms hold it, without its lists.
func Values(rec data.Record) map[string]string {
	values := All(rec)
	for _, col := range data.EntityOf(rec).Columns {
		if col.Kind == data.KindRows {
			delete(values, col.ID)
		}
	}
	return values
}

// All are Values with the record's lists.
func All(rec data.Record) map[string]string {
	values := map[string]string{}
	e := data.EntityOf(rec)
	for i := range e.Columns {
		col := &e.Columns[i]
		values[col.ID] = Value(col, rec)
	}
	return values
}

// Apply brings changed values into a record. Sets, texts and lists of the record are replaced, never changed in place, so
// that a shallow copy of a record can be given.
func Apply(rec data.Record, changed map[string]string) {
	e := data.EntityOf(rec)
	for id, value := range changed {
		if col, ok := e.Column(id); ok {
			Set(col, rec, value)
		}
	}
}

// formTexts is data.Texts with all its digests; its JSON is the form's value, with its keys in order.
type formTexts struct {
	Original string            `json:"o"`
	In       map[string]string `json:"t"`
	Of       map[string]string `json:"d,omitempty"`
}

func encodeTexts(t *data.Texts) string {
	if t.Empty() {
		return ""
	}
	b, err := json.Marshal(formTexts(*t))
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

func decodeTexts(value string) data.Texts {
	var t formTexts
	if value == "" || json.Unmarshal([]byte(value), &t) != nil {
		return data.Texts{}
	}
	return data.Texts(t)
}

// NextOrder is an order key after all rows of a list.
func NextOrder(list data.List) string {
	last := ""
	for i := range list.Len() {
		last = max(last, list.Row(i).Elem().Order)
	}
	return data.Between(last, "")
}

// Column is an entity's column by its id, which is one of the code's own: nil for none.
func Column(rec data.Record, id string) *data.Column {
	col, _ := data.EntityOf(rec).Column(id)
	return col
}

// languagesFrom are the program's languages with one of them first.
func languagesFrom(first string) []string {
	out := slices.Clone(data.Languages)
	if i := slices.Index(out, first); i > 0 {
		out = slices.Insert(slices.Delete(out, i, i+1), 0, first)
	}
	return out
}
