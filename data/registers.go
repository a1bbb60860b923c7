package data

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// A member of a set may hold what parts a path: it is escaped as RFC 6901 says.
var (
	escape   = strings.NewReplacer("~", "~0", "/", "~1")
	unescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// originalPath is the register that holds a text's original language.
const originalPath = "@"

// Registers gives a record as the journal sees it: path → canonical JSON of every
// field that has a value (docs/decisions/0001). The record's own presence, the
// empty path, is not among them: it is the journal's.
func Registers(rec Record) map[string]string {
	regs := make(map[string]string, 16)
	registers(regs, EntityOf(rec).Columns, rec, "")
	return regs
}

func registers(regs map[string]string, cols []Column, rec any, prefix string) {
	for i := range cols {
		c := &cols[i]
		p := c.At(rec)
		if empty(p) {
			continue
		}
		path := prefix + c.ID
		switch p := p.(type) {
		case *Set:
			for _, s := range *p {
				regs[path+"/"+escape.Replace(s)] = "true"
			}
		case *Texts:
			textRegisters(regs, path, p)
		case List:
			for j := range p.Len() {
				row := p.Row(j)
				at := path + "/" + row.Elem().ID
				regs[at] = "true"
				registers(regs, c.Rows.Columns, row, at+"/")
			}
		default:
			regs[path] = scalarJSON(p)
		}
	}
}

func textRegisters(regs map[string]string, path string, t *Texts) {
	regs[path+"/"+originalPath] = scalarJSON(&t.Original)
	for lang, s := range t.In {
		b := appendString([]byte(`{`), "text") // keys are in order when "of" comes first
		if of := t.Of[lang]; of != "" && lang != t.Original {
			b = appendString([]byte(`{"of":`), of)
			b = append(b, `,"text"`...)
		}
		b = appendString(append(b, ':'), s)
		regs[path+"/"+lang] = string(append(b, '}'))
	}
}

func scalarJSON(p any) string {
	switch p := p.(type) {
	case *string:
		return quoted(*p)
	case *Date:
		return quoted(string(*p))
	case *Wall:
		return quoted(string(*p))
	case *bool:
		return strconv.FormatBool(*p)
	case **int:
		return strconv.Itoa(**p)
	case **Decimal:
		return (**p).String()
	}
	return "null"
}

func quoted(s string) string { return string(appendString(make([]byte, 0, len(s)+2), s)) }

// empty tells whether a field (a pointer, as Column.At gives it) has no value.
func empty(p any) bool {
	switch p := p.(type) {
	case *string:
		return *p == ""
	case *Date:
		return *p == ""
	case *Wall:
		return *p == ""
	case *bool:
		return !*p
	case **int:
		return *p == nil
	case **Decimal:
		return *p == nil
	case *Set:
		return len(*p) == 0
	case *Texts:
		return p.Empty()
	case List:
		return p.Len() == 0
	}
	return true
}

func reset(p any) { reflect.ValueOf(p).Elem().SetZero() }

// SetRegisters makes rec what the registers say, and nothing else: fields without a
// register lose their value. Registers of fields that this version does not know are
// passed over; the journal keeps them. It fails on a value of the wrong type.
func SetRegisters(rec Record, regs map[string]string) error {
	e := EntityOf(rec)
	for i := range e.Columns {
		reset(e.Columns[i].At(rec))
	}
	for path, value := range regs {
		if path == "" || value == "null" {
			continue
		}
		id, rest, _ := strings.Cut(path, "/")
		c, ok := e.Column(id)
		if !ok {
			continue
		}
		if err := setRegister(c, c.At(rec), rest, value, regs); err != nil {
			return fmt.Errorf("%s %s %s: %w", e.Name, rec.Head().ID, path, err)
		}
	}
	for i := range e.Columns {
		switch p := e.Columns[i].At(rec).(type) {
		case List:
			p.Arrange()
		case *Set:
			*p = SetOf(*p...)
		case *Texts:
			settle(p)
		}
	}
	return nil
}

func setRegister(c *Column, p any, rest, value string, regs map[string]string) error {
	switch p := p.(type) {
	case *Set:
		*p = append(*p, unescape.Replace(rest))
		return nil
	case *Texts:
		return setText(p, rest, value)
	case List:
		return setElement(c, p, rest, value, regs)
	}
	return json.Unmarshal([]byte(value), p)
}

func setText(t *Texts, lang, value string) error {
	if lang == originalPath {
		return json.Unmarshal([]byte(value), &t.Original)
	}
	var v struct{ Text, Of string }
	if err := json.Unmarshal([]byte(value), &v); err != nil {
		return err
	}
	if v.Text == "" {
		return nil
	}
	if t.In == nil {
		t.In = map[string]string{}
	}
	t.In[lang] = v.Text
	if v.Of != "" {
		if t.Of == nil {
			t.Of = map[string]string{}
		}
		t.Of[lang] = v.Of
	}
	return nil
}

// settle mends what a merge can leave: an original that was taken out elsewhere
// while its translations stayed. The first language then counts as the original.
func settle(t *Texts) {
	if len(t.In) == 0 {
		*t = Texts{}
		return
	}
	if t.In[t.Original] == "" {
		_, t.Original = t.Get(t.Original)
	}
	delete(t.Of, t.Original)
}

// setElement sets one field of a list's member, if the member is there.
func setElement(c *Column, list List, rest, value string, regs map[string]string) error {
	id, field, deep := strings.Cut(rest, "/")
	if !deep {
		if _, ok := list.Find(id); !ok {
			list.Add(id)
		}
		return nil
	}
	if present := regs[c.ID+"/"+id]; present == "" || present == "null" {
		return nil
	}
	row, ok := list.Find(id)
	if !ok {
		row = list.Add(id)
	}
	name, rest, _ := strings.Cut(field, "/")
	sub, ok := c.Rows.Column(name)
	if !ok {
		return nil
	}
	p := sub.At(row)
	if err := setRegister(sub, p, rest, value, regs); err != nil {
		return err
	}
	if t, ok := p.(*Texts); ok && t.In[t.Original] != "" {
		delete(t.Of, t.Original)
	}
	return nil
}
