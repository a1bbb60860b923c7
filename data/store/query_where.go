package store

import (
	"encoding/json"
	"strconv"
	"strings"

	"primadesk/data"
)

// compile turns a condition into SQL over the entity's table, with its arguments.
func compile(e *data.Entity, c Cond) (string, []any, error) {
	if err := checkOp(c); err != nil {
		return "", nil, err
	}
	if isMeta(c.Field) {
		return compare(e.Table+"."+quote(c.Field), &data.Column{ID: c.Field, Kind: metaKind(c.Field)}, c)
	}
	name, rest, nested := strings.Cut(c.Field, ".")
	if nested && name == "consent" && e.Name == "contact" {
		return consentState(e, rest, c)
	}
	col, ok := e.Column(name)
	if !ok {
		return "", nil, data.Fail("query.field", "Entity", e.Name, "Field", c.Field)
	}
	field := e.Table + "." + quote(col.ID)
	switch {
	case nested && col.Ref != "":
		return through(field, col, Cond{Field: rest, Op: c.Op, Values: c.Values})
	case nested && col.Kind == data.KindRows:
		sub, ok := col.Rows.Column(rest)
		if !ok {
			return "", nil, data.Fail("query.field", "Entity", e.Name, "Field", c.Field)
		}
		return member(field, sub, c)
	case nested:
		return "", nil, data.Fail("query.field", "Entity", e.Name, "Field", c.Field)
	case col.Kind == data.KindSet:
		return setMember(field, col, c)
	}
	return compare(field, col, c)
}

func metaKind(field string) data.Kind {
	if strings.HasSuffix(field, "_at") {
		return data.KindWall // "2025-06-02" means the whole day, in UTC
	}
	return data.KindText
}

// checkOp wants an operator that exists and as many values as it takes.
func checkOp(c Cond) error {
	n := len(c.Values)
	ok := false
	switch c.Op {
	case Equal, Has, Less, AtMost, Greater, AtLeast:
		ok = n == 1
	case Between:
		ok = n == 2
	case In:
		ok = n > 0
	case Empty, Present:
		ok = n == 0
	}
	if !ok {
		return data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	return nil
}

// compare is a condition on one plain value: field is SQL for it.
func compare(field string, col *data.Column, c Cond) (string, []any, error) {
	empty := noValue(field, col.Kind)
	switch c.Op {
	case Empty:
		return empty, nil, nil
	case Present:
		return "NOT " + empty, nil, nil
	case Equal, In:
		return oneOf(field, empty, col, c)
	case Has:
		return "", nil, data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	return ranged(field, col, c)
}

// noValue is SQL for a field that is empty, as the tables keep it.
func noValue(field string, k data.Kind) string {
	switch {
	case numeric(k):
		return field + " IS NULL"
	case k == data.KindBool:
		return field + " = 0"
	}
	return field + " = ''"
}

// hasValue is the contrary for what has an order, in a form that bounds a walk along the field's index from below.
func hasValue(field string, k data.Kind) string {
	if numeric(k) {
		return field + " IS NOT NULL"
	}
	return field + " > ''"
}

func numeric(k data.Kind) bool { return k == data.KindInt || k == data.KindDecimal }

func oneOf(field, empty string, col *data.Column, c Cond) (string, []any, error) {
	if col.Kind == data.KindTexts || col.Kind == data.KindRows {
		return "", nil, data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	if c.Field == "id" && len(c.Values) > 1 { // picked rows may be very many
		list, err := json.Marshal(c.Values)
		return field + " IN (SELECT value FROM json_each(?))", []any{string(list)}, err
	}
	var ways []string
	var args []any
	for _, v := range c.Values {
		if v == "" {
			ways = append(ways, empty)
			continue
		}
		arg, err := value(col, col.Kind, c.Field, v)
		if err != nil {
			return "", nil, err
		}
		if day, ok := arg.(string); ok && col.Kind == data.KindWall && len(day) == dayLength {
			ways, args = append(ways, field+" BETWEEN ? AND ?"), append(args, day, day+dayEnd)
			continue
		}
		ways, args = append(ways, field+" = ?"), append(args, arg)
	}
	return either(ways), args, nil
}

func either(ways []string) string {
	if len(ways) == 1 {
		return ways[0]
	}
	return "(" + strings.Join(ways, " OR ") + ")"
}

// A time of a day is written after it, so that it sorts after the day and before dayEnd.
const (
	dayLength = len("2006-01-02")
	dayEnd    = "~"
)

// ranged is a condition that wants an order: days, times, numbers.
func ranged(field string, col *data.Column, c Cond) (string, []any, error) {
	switch col.Kind {
	case data.KindDate, data.KindWall, data.KindInt, data.KindDecimal:
	default:
		return "", nil, data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	var args []any
	for i, v := range c.Values {
		arg, err := value(col, col.Kind, c.Field, v)
		if err != nil {
			return "", nil, err
		}
		upper := c.Op == AtMost || c.Op == Greater || c.Op == Between && i == 1
		if day, ok := arg.(string); ok && upper && col.Kind == data.KindWall && len(day) == dayLength {
			arg = day + dayEnd
		}
		args = append(args, arg)
	}
	sql := field + " " + string(c.Op) + " ?"
	if c.Op == Between {
		sql = field + " BETWEEN ? AND ?"
	}
	return "(" + hasValue(field, col.Kind) + " AND " + sql + ")", args, nil
}

// value reads what a condition compares with into what the table holds. kind is the column's, or that of a set's items.
func value(col *data.Column, kind data.Kind, field, v string) (any, error) {
	ok := true
	var out any = v
	switch kind {
	case data.KindInt:
		n, err := strconv.ParseInt(v, 10, 64)
		out, ok = n, err == nil
	case data.KindDecimal:
		n, err := data.ParseDecimal(v)
		out, ok = int64(n), err == nil
	case data.KindBool:
		ok = v == "true" || v == "false"
		out = int64(0)
		if v == "true" {
			out = int64(1)
		}
	case data.KindDate:
		ok = v != "" && data.Date(v).Valid()
	case data.KindWall:
		ok = v != "" && (isMeta(field) || data.Wall(v).Valid())
		if isMeta(field) { // stamps are kept with a space between day and time
			out = strings.Replace(v, "T", " ", 1)
		}
	case data.KindEnum:
		ok = col.Enum.Has(v)
	case data.KindCountry:
		ok = data.KnownCountry(v)
	}
	if !ok {
		return nil, data.Fail("query.value", "Field", field, "Value", v)
	}
	return out, nil
}
