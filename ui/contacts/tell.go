package contacts

import (
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// teller puts registers of the journal (a path and its JSON) into words.
type teller struct {
	p             *i18n.Printer
	viewer        *app.Viewer
	organisations map[string]string
}

func newTeller(p *i18n.Printer, v *app.Viewer, organisations map[string]string) *teller {
	named := app.Viewer{P: p, Names: func(_, id string) string {
		if name := organisations[id]; name != "" {
			return name
		}
		return id
	}}
	if v != nil {
		named.Words = v.Words
	}
	return &teller{p: p, viewer: &named, organisations: organisations}
}

// noValue is the journal's "there is nothing here".
const noValue = "null"

// label is what the field of a path is called.
func (t *teller) label(path string) string {
	if path == "" {
		return t.p.Entity(entity().Name)
	}
	return app.FieldLabel(t.p, entity().Name, path)
}

// value is what stands in one register; empty for nothing. Regs are the registers beside it: what an element of a list
// is called stands in several.
func (t *teller) value(path, value string, regs map[string]string) string {
	if value == noValue || value == "" {
		return ""
	}
	if path == "" {
		return t.p.Enum("record_state", strings.Trim(value, `"`))
	}
	parts := strings.SplitN(path, "/", 3)
	col, ok := entity().Column(parts[0])
	if !ok {
		return value
	}
	rec := &data.Contact{}
	switch {
	case len(parts) == 1:
		if data.SetRegisters(rec, map[string]string{path: value}) != nil {
			return value
		}
		return t.viewer.Text(col, rec)
	case col.Kind == data.KindSet:
		return t.member(col, strings.Join(parts[1:], "/"))
	case col.Kind == data.KindRows && len(parts) == 2:
		return t.element(col, parts[1], regs)
	}
	return t.part(col, parts[1], parts[2], value)
}

// member is one word of a set.
func (t *teller) member(col *data.Column, escaped string) string {
	word := strings.NewReplacer("~1", "/", "~0", "~").Replace(escaped)
	switch col.ID {
	case "languages":
		return t.p.Language(word)
	case "tags":
		return tagWord(t.viewer, word)
	}
	return word
}

// element is a row of a list in one line.
func (t *teller) element(col *data.Column, id string, regs map[string]string) string {
	base := col.ID + "/" + id
	own := map[string]string{base: "true"}
	for path, value := range regs {
		if strings.HasPrefix(path, base+"/") {
			own[path] = value
		}
	}
	rec := &data.Contact{}
	if data.SetRegisters(rec, own) != nil {
		return ""
	}
	row, ok := col.At(rec).(data.List).Find(id)
	if !ok {
		return ""
	}
	var words []string
	for i := range col.Rows.Columns {
		if sub := &col.Rows.Columns[i]; shown(sub) {
			if word := t.viewer.Text(sub, row); word != "" {
				words = append(words, word)
			}
		}
	}
	return strings.Join(words, ", ")
}

// part is one field of a row.
func (t *teller) part(col *data.Column, id, name, value string) string {
	sub, ok := col.Rows.Column(name)
	if !ok {
		return value
	}
	base := col.ID + "/" + id
	rec := &data.Contact{}
	if data.SetRegisters(rec, map[string]string{base: "true", base + "/" + name: value}) != nil {
		return value
	}
	row, ok := col.At(rec).(data.List).Find(id)
	if !ok {
		return value
	}
	return t.viewer.Text(sub, row)
}
