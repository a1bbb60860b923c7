package data

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// derived are names that a record's JSON may carry when it was listed or shown;
// they are read over, because the journal knows them better.
var derived = []string{"entity", "id", "state", "created_at", "created_by", "changed_at", "changed_by", "device", "base"}

// ReadJSON sets in rec the fields that a JSON object names. Fields not named stay as
// they are; null takes a value out. A list is replaced as a whole: members with an id
// keep their identity, members without one find it by their first required field, or
// get one from newID. Nothing is guessed: an unknown field or a value of the wrong
// type is a problem that names it.
func ReadJSON(rec Record, object map[string]json.RawMessage, newID func() string) Problems {
	var ps Problems
	e := EntityOf(rec)
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if slices.Contains(derived, name) {
			continue
		}
		c, ok := e.Column(name)
		if !ok {
			ps.Reject(name, "field.unknown", "Value", name)
			continue
		}
		readField(&ps, c, c.At(rec), name, object[name], newID)
	}
	for i := range ps {
		ps[i].Entity, ps[i].Record = e.Name, rec.Head().ID
	}
	return ps
}

func readField(ps *Problems, c *Column, p any, field string, raw json.RawMessage, newID func() string) {
	if string(raw) == "null" {
		reset(p)
		return
	}
	if list, ok := p.(List); ok {
		readRows(ps, c, list, field, raw, newID)
		return
	}
	if err := json.Unmarshal(raw, p); err != nil {
		code := "type"
		if errors.Is(err, ErrForm) {
			code = "form"
		}
		ps.Reject(field, code, "Value", short(raw), "Kind", kindWord(c.Kind))
	}
}

func readRows(ps *Problems, c *Column, list List, field string, raw json.RawMessage, newID func() string) {
	var objects []map[string]json.RawMessage
	if err := json.Unmarshal(raw, &objects); err != nil {
		ps.Reject(field, "type", "Value", short(raw), "Kind", "list")
		return
	}
	kept := map[string]bool{}
	ids := make([]string, 0, len(objects))
	ordered, last := true, ""
	for _, object := range objects {
		row := findRow(c.Rows, list, object, kept, newID)
		kept[row.Elem().ID] = true
		ids = append(ids, row.Elem().ID)
		prefix := field + "/" + row.Elem().ID + "/"
		for _, name := range slices.Sorted(maps.Keys(object)) {
			if name == "id" {
				continue
			}
			sub, ok := c.Rows.Column(name)
			if !ok {
				ps.Reject(prefix+name, "field.unknown", "Value", name)
				continue
			}
			readField(ps, sub, sub.At(row), prefix+name, object[name], newID)
		}
		for i := range c.Rows.Columns { // a member is given whole: what it does not name, it does not have
			if sub := &c.Rows.Columns[i]; sub.ID != "order" && object[sub.ID] == nil {
				reset(sub.At(row))
			}
		}
		order := row.Elem().Order
		ordered = ordered && order != "" && order >= last
		last = order
	}
	list.Keep(func(id string) bool { return kept[id] })
	if !ordered {
		for i, rank := range Ranks(len(ids)) {
			if row, ok := list.Find(ids[i]); ok {
				row.Elem().Order = rank
			}
		}
	}
	list.Arrange()
}

// findRow gives the member that an object of a list means.
func findRow(shape *Shape, list List, object map[string]json.RawMessage, taken map[string]bool, newID func() string) Row {
	var id string
	if raw, ok := object["id"]; ok {
		_ = json.Unmarshal(raw, &id) // an id that is no string is refused by Validate as empty
		if row, ok := list.Find(id); ok {
			return row
		}
		return list.Add(id)
	}
	for i := range shape.Columns {
		c := &shape.Columns[i]
		if !c.Required || object[c.ID] == nil {
			continue
		}
		for j := range list.Len() {
			row := list.Row(j)
			if !taken[row.Elem().ID] && sameValue(c.At(row), object[c.ID]) {
				return row
			}
		}
		break
	}
	return list.Add(newID())
}

func sameValue(p any, raw json.RawMessage) bool {
	fresh := reflect.New(reflect.TypeOf(p).Elem()).Interface()
	if json.Unmarshal(raw, fresh) != nil {
		return false
	}
	return reflect.DeepEqual(p, fresh)
}

func short(raw json.RawMessage) string {
	const most = 60
	s := strings.Trim(string(raw), `"`)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func kindWord(k Kind) string {
	switch k {
	case KindInt:
		return "whole_number"
	case KindDecimal:
		return "number"
	case KindBool:
		return "yes_no"
	case KindSet, KindRows:
		return "list"
	case KindTexts:
		return "texts"
	}
	return "text"
}

// AppendJSON writes a record as one canonical JSON object: entity, id, then the fields
// that have a value in the order of their declaration. The same record always gives
// the same bytes. Stamps, state and base are not part of it.
func AppendJSON(b []byte, rec Record) ([]byte, error) {
	e := EntityOf(rec)
	b = appendString(append(b, `{"entity":`...), e.Name)
	b = appendString(append(b, `,"id":`...), rec.Head().ID)
	b, err := appendFields(b, e.Columns, rec)
	return append(b, '}'), err
}

func appendFields(b []byte, cols []Column, rec any) ([]byte, error) {
	for i := range cols {
		c := &cols[i]
		p := c.At(rec)
		if empty(p) {
			continue
		}
		b = append(appendString(append(b, ','), c.ID), ':')
		switch p := p.(type) {
		case List:
			b = append(b, '[')
			for j := range p.Len() {
				row := p.Row(j)
				if j > 0 {
					b = append(b, ',')
				}
				b = appendString(append(b, `{"id":`...), row.Elem().ID)
				var err error
				if b, err = appendFields(b, c.Rows.Columns, row); err != nil {
					return b, err
				}
				b = append(b, '}')
			}
			b = append(b, ']')
		case *Set, *Texts:
			s, err := marshal(p)
			if err != nil {
				return b, err
			}
			b = append(b, s...)
		default:
			b = append(b, scalarJSON(p)...)
		}
	}
	return b, nil
}

// WithoutPeople takes every field out of a record that is marked as anything but Free:
// what is left may be given to others without giving people away.
func WithoutPeople(rec Record) { withoutPeople(EntityOf(rec).Columns, rec) }

func withoutPeople(cols []Column, rec any) {
	for i := range cols {
		c := &cols[i]
		if c.Privacy != Free {
			reset(c.At(rec))
			continue
		}
		if list, ok := c.At(rec).(List); ok {
			for j := range list.Len() {
				withoutPeople(c.Rows.Columns, list.Row(j))
			}
		}
	}
}
