package store

import (
	"encoding/json"
	"strings"

	"primadesk/data"
)

// Sets and lists are JSON text in one column, '' where empty. Whether a text occurs in it at all is asked first: that is
// quick, and for nearly all rows the answer. SQLite then reads the JSON of the few that are left.

// each is a table of the members of a JSON column.
func each(field string) string {
	return "json_each(CASE " + field + " WHEN '' THEN '[]' ELSE " + field + " END)"
}

// setMember is a condition on a set: that it has one of the values.
func setMember(field string, col *data.Column, c Cond) (string, []any, error) {
	switch c.Op {
	case Empty:
		return field + " = ''", nil, nil
	case Present:
		return "NOT " + field + " = ''", nil, nil
	case Equal, Has, In:
	default:
		return "", nil, data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	var ways []string
	var args []any
	for _, v := range c.Values {
		if v == "" {
			ways = append(ways, field+" = ''")
			continue
		}
		if _, err := value(col, col.Item, c.Field, v); err != nil {
			return "", nil, err
		}
		ways = append(ways, "(instr("+field+", ?) AND EXISTS (SELECT 1 FROM "+each(field)+" m WHERE m.value = ?))")
		args = append(args, inJSON(v), v)
	}
	return either(ways), args, nil
}

// member is a condition on a field of a list's members, which one of them has to fulfil.
func member(field string, sub *data.Column, c Cond) (string, []any, error) {
	path := "m.value ->> '$." + sub.ID + "'" // JSON leaves out what is empty
	switch {
	case sub.Kind == data.KindBool:
		path = "coalesce(" + path + ", 0)"
	case !numeric(sub.Kind):
		path = "coalesce(" + path + ", '')"
	}
	path = "(" + path + ")"
	exists := "EXISTS (SELECT 1 FROM " + each(field) + " m WHERE "
	inner := c
	switch c.Op {
	case Has:
		inner.Op = Equal
	case Empty:
		inner.Op = Present
	}
	switch sub.Kind {
	case data.KindTexts, data.KindSet, data.KindRows:
		return "", nil, data.Fail("query.field", "Field", c.Field)
	}
	sql, args, err := compare(path, sub, inner)
	if err != nil {
		return "", nil, err
	}
	if sub.Kind == data.KindDecimal { // a JSON number, not the table's ten-thousandths
		for i := range args {
			args[i] = data.Decimal(args[i].(int64)).Float64()
		}
	}
	sql = exists + sql + ")"
	switch {
	case c.Op == Empty:
		return "NOT " + sql, args, nil
	case inner.Op == Equal && len(args) == 1 && textual(sub.Kind):
		needle := `"` + sub.ID + `":` + inJSON(c.Values[0])
		return "(instr(" + field + ", ?) AND " + sql + ")", append([]any{needle}, args...), nil
	}
	return sql, args, nil
}

// textual kinds are JSON strings.
func textual(k data.Kind) bool { return !numeric(k) && k != data.KindBool }

// inJSON is a text as it stands in the JSON that data writes.
func inJSON(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSuffix(b.String(), "\n")
}

// through is a condition on what a reference, or a set of them, stands for. What refers to nothing has nothing there.
func through(field string, col *data.Column, c Cond) (string, []any, error) {
	other, ok := data.EntityNamed(col.Ref)
	if !ok {
		return "", nil, data.Fail("query.field", "Field", c.Field)
	}
	inner, not := c, ""
	if c.Op == Empty || c.Op == Equal && c.Values[0] == "" {
		inner, not = Where(c.Field, Present), "NOT "
	}
	sql, args, err := compile(other, inner)
	if err != nil {
		return "", nil, err
	}
	those := "(SELECT id FROM " + other.Table + " WHERE " + sql + ")"
	if col.Kind == data.KindSet {
		return not + "EXISTS (SELECT 1 FROM " + each(field) + " s WHERE s.value IN " + those + ")", args, nil
	}
	return not + field + " IN " + those, args, nil
}

// consentState is data.Contact.ConsentFor in SQL: among the consents for a purpose the one with the latest date decides,
// and of several on that day the last in the list.
func consentState(e *data.Entity, purpose string, c Cond) (string, []any, error) {
	if !data.Purpose.Has(purpose) {
		return "", nil, data.Fail("query.field", "Entity", e.Name, "Field", c.Field)
	}
	if c.Op != Equal && c.Op != In {
		return "", nil, data.Fail("query.op", "Field", c.Field, "Op", string(c.Op))
	}
	for _, v := range c.Values {
		if v != data.NotAsked && v != data.Consented && v != data.Withdrawn {
			return "", nil, data.Fail("query.value", "Field", c.Field, "Value", v)
		}
	}
	field := e.Table + ".consents"
	state := "CASE instr(" + field + ", ?) WHEN 0 THEN '" + data.NotAsked + "' ELSE coalesce((SELECT CASE coalesce(m.value ->> '$.withdrawn', '') WHEN '' THEN '" +
		data.Consented + "' ELSE '" + data.Withdrawn + "' END FROM " + each(field) + " m WHERE m.value ->> '$.purpose' = ?" +
		" ORDER BY coalesce(m.value ->> '$.date', '') DESC, m.key DESC LIMIT 1), '" + data.NotAsked + "') END"
	args := []any{`"purpose":` + inJSON(purpose), purpose}
	for _, v := range c.Values {
		args = append(args, v)
	}
	return state + " IN (?" + strings.Repeat(", ?", len(c.Values)-1) + ")", args, nil
}
