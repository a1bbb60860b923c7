package record

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// Teller puts the registers of a record's journal (docs/decisions/0001: a path and its JSON) into words.
type Teller struct {
	p      *i18n.Printer
	entity *data.Entity
	viewer *app.Viewer
}

// NewTeller makes a teller for records of an entity. Names are what references are called, by id (see ReadNames); what is
// not among them is shown as its id. The viewer may be nil, then words of vocabularies are shown as codes.
func NewTeller(p *i18n.Printer, e *data.Entity, v *app.Viewer, names map[string]string) *Teller {
	named := app.Viewer{P: p, Names: func(_, id string) string {
		if name := names[id]; name != "" {
			return name
		}
		return id
	}}
	if v != nil {
		named.Words = v.Words
	}
	return &Teller{p: p, entity: e, viewer: &named}
}

// ReadNames reads what the references are called that steps of a record's history name: a query an entity.
func ReadNames(ctx context.Context, w *app.Workspace, lang string, e *data.Entity, steps []app.Step) (map[string]string, error) {
	ids := map[string][]string{}
	for _, step := range steps {
		for _, c := range step.Changes {
			if entity, found := references(e, c.Path, c.Old, c.New); entity != "" {
				ids[entity] = append(ids[entity], found...)
			}
		}
	}
	names := map[string]string{}
	for entity, of := range ids {
		to, ok := data.EntityNamed(entity)
		if !ok {
			continue
		}
		slices.Sort(of)
		titles, err := w.Records.Titles(ctx, to, slices.Compact(of), lang)
		if err != nil {
			return nil, err
		}
		maps.Copy(names, titles)
	}
	return names, nil
}

// references are the ids that the values of a register name, and of which entity.
func references(e *data.Entity, path string, values ...string) (entity string, ids []string) {
	parts := strings.SplitN(path, "/", 3)
	col, ok := e.Column(parts[0])
	if !ok {
		return "", nil
	}
	switch {
	case col.Kind == data.KindSet && len(parts) > 1:
		return col.Ref, []string{strings.Join(parts[1:], "/")}
	case col.Kind == data.KindRows && len(parts) == 3:
		if col, ok = col.Rows.Column(parts[2]); !ok {
			return "", nil
		}
	}
	if col.Ref == "" {
		return "", nil
	}
	for _, v := range values {
		var id string
		if json.Unmarshal([]byte(v), &id) == nil && id != "" {
			ids = append(ids, id)
		}
	}
	return col.Ref, ids
}

// noValue is the journal's "there is nothing here".
const noValue = "null"

// Label is what the field of a path is called.
func (t *Teller) Label(path string) string {
	if path == "" {
		return t.p.Entity(t.entity.Name)
	}
	label := app.FieldLabel(t.p, t.entity.Name, path)
	if lang, ok := t.language(path); ok && lang != originalPath {
		return t.p.T("record.in_language", "Field", label, "Language", t.p.Language(lang))
	}
	return label
}

// originalPath is the register that holds a text's original language.
const originalPath = "@"

// language is the last part of the path of a text in several languages.
func (t *Teller) language(path string) (string, bool) {
	parts := strings.SplitN(path, "/", 4)
	col, ok := t.entity.Column(parts[0])
	switch {
	case ok && col.Kind == data.KindTexts && len(parts) == 2:
		return parts[1], true
	case ok && col.Kind == data.KindRows && len(parts) == 4:
		return parts[3], true
	}
	return "", false
}

// Value is what stands in one register; empty for nothing. Regs are the registers beside it: what an element of a list is
// called stands in several.
func (t *Teller) Value(path, value string, regs map[string]string) string {
	if value == noValue || value == "" {
		return ""
	}
	if path == "" {
		return t.p.Enum("record_state", strings.Trim(value, `"`))
	}
	if lang, ok := t.language(path); ok {
		return t.text(lang, value)
	}
	parts := strings.SplitN(path, "/", 3)
	col, ok := t.entity.Column(parts[0])
	if !ok {
		return value
	}
	switch {
	case col.Kind == data.KindRows && len(parts) == 2:
		return t.element(col, parts[1], regs)
	case col.Kind == data.KindRows:
		return t.part(col, parts[1], parts[2], value)
	case col.Kind == data.KindSet && col.ID == "languages":
		return t.p.Language(parts[len(parts)-1])
	case isFree(col):
		return Tag(t.viewer, unescape.Replace(strings.Join(parts[1:], "/")))
	}
	rec := t.entity.New()
	if data.SetRegisters(rec, map[string]string{path: value}) != nil {
		return value
	}
	return t.viewer.Text(col, rec)
}

// unescape undoes what lets a member of a set hold what parts a path.
var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// text is one language's text, or for "@" the name of the original's language.
func (t *Teller) text(lang, value string) string {
	if lang == originalPath {
		var code string
		if json.Unmarshal([]byte(value), &code) != nil {
			return value
		}
		return t.p.T("record.original", "Language", t.p.Language(code))
	}
	var v struct{ Text string }
	if json.Unmarshal([]byte(value), &v) != nil {
		return value
	}
	return v.Text
}

// element is a row of a list in one line.
func (t *Teller) element(col *data.Column, id string, regs map[string]string) string {
	base := col.ID + "/" + id
	own := map[string]string{base: "true"}
	for path, value := range regs {
		if strings.HasPrefix(path, base+"/") {
			own[path] = value
		}
	}
	row, ok := t.row(col, id, own)
	if !ok {
		return ""
	}
	var words []string
	for i := range col.Rows.Columns {
		sub := &col.Rows.Columns[i]
		if sub.ID == "order" || sub.Kind == data.KindRef && sub.Ref == "evidence" {
			continue
		}
		if word := t.viewer.Text(sub, row); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

// part is one field of a row.
func (t *Teller) part(col *data.Column, id, name, value string) string {
	sub, ok := col.Rows.Column(name)
	if !ok {
		return value
	}
	base := col.ID + "/" + id
	row, ok := t.row(col, id, map[string]string{base: "true", base + "/" + name: value})
	if !ok {
		return value
	}
	return t.viewer.Text(sub, row)
}

func (t *Teller) row(col *data.Column, id string, regs map[string]string) (data.Row, bool) {
	rec := t.entity.New()
	if data.SetRegisters(rec, regs) != nil {
		return nil, false
	}
	return col.At(rec).(data.List).Find(id)
}
