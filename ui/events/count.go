package events

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The dialog's fields: the number, whether the named are in it, one number for each gender and age band, and countries as rows.
const (
	countNumber    = "count"
	countIncludes  = "includes_named"
	countCountries = "countries"
	countGroups    = "groups"
)

// countFolds are the dimensions that are folded away.
var countFolds = []string{data.AgeBand.Name, data.Group.Name}

// partID is the field of one word of a dimension.
func partID(by, word string) string { return by + ":" + word }

// editCount asks for a head count's numbers; of a new one where a is nil.
func (v *people) editCount(a *data.Attendance) {
	s := v.g.s
	if v.d == nil || s.readOnly() {
		return
	}
	p := s.Printer
	title := p.T("events.count_title")
	if a == nil {
		a = v.newCount()
	}
	form := newCountForm(p, a, v.unfolded)
	kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: title, Body: container.New(bounded{s.canvas()}, container.NewVScroll(form)), Width: 520, Yes: p.T("events.apply"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !v.keepCount(a, form) },
	})
	s.focus(form, countNumber)
}

// bounded is the layout of a dialog's form that scrolls where the window is too low for all of it.
type bounded struct{ on fyne.Canvas }

// MinSize implements fyne.Layout.
func (b bounded) MinSize(objs []fyne.CanvasObject) fyne.Size {
	form := objs[0].(*container.Scroll).Content
	return fyne.NewSize(form.MinSize().Width, min(form.MinSize().Height, b.on.Size().Height-kit.U(190)))
}

// Layout implements fyne.Layout.
func (bounded) Layout(objs []fyne.CanvasObject, size fyne.Size) { objs[0].Resize(size) }

// newCountForm asks for the numbers. What a coordinator rarely counts is folded away, unless it was unfolded before or there are
// such numbers.
func newCountForm(p *i18n.Printer, a *data.Attendance, unfolded map[string]bool) *kit.Form {
	number := func(id, label string, required bool) kit.Field {
		return kit.Field{ID: id, Label: label, Required: required, Control: kit.NewNumberEntry(p.T("fields.wrong_number"))}
	}
	rows := [][]kit.Field{{
		number(countNumber, p.T("field.count"), true),
		{ID: countIncludes, Control: kit.NewCheck(p.T("field.includes_named")), Weight: 2},
	}}
	sections := []kit.Section{{Rows: rows}}
	for _, e := range []*data.Enum{data.Gender, data.AgeBand} {
		var row []kit.Field
		for _, w := range e.Words {
			row = append(row, number(partID(e.Name, w), p.Enum(e.Name, w), false))
		}
		sections = append(sections, kit.Section{
			ID: e.Name, Title: p.Enum(data.Dimension.Name, e.Name), More: e == data.AgeBand, Rows: [][]kit.Field{row},
		})
	}
	list := func(id, by, label, add string, options []kit.Option) {
		editor := kit.NewRowsEditor(kit.RowsParams{Add: add, Remove: p.T("fields.remove_line"), NewID: newID, New: func() []kit.Field {
			return []kit.Field{{ID: "word", Label: label, Control: kit.NewSelect(options, ""), Weight: 3}, number("count", p.T("field.count"), false)}
		}})
		sections = append(sections, kit.Section{
			ID: by, Title: p.Enum(data.Dimension.Name, by), More: by == data.Group.Name, Rows: [][]kit.Field{{{ID: id, Control: editor}}},
		})
	}
	countries := append(fields.Countries(p), kit.Option{Value: data.Undisclosed, Text: p.T("events.country_unknown")})
	list(countCountries, "country", p.T("field.country"), p.T("events.add_country"), countries)
	groups := append(fields.Enum(p, data.Group), kit.Option{Value: data.Undisclosed, Text: p.T("people.group_unknown")})
	list(countGroups, "group", p.T("field.group"), p.T("people.add_group"), groups)
	open := map[string]bool{}
	for _, by := range countFolds {
		open[by] = unfolded[by] || len(partsBy(a, by)) > 0
	}
	form := kit.NewForm(kit.FormParams{
		Sections: sections, Required: p.T("fields.required"), Open: open, OnFold: func(by string, open bool) { unfolded[by] = open },
	})
	form.Load(countValues(a))
	return form
}

// countValues is a head count as its form holds it.
func countValues(a *data.Attendance) map[string]string {
	values := map[string]string{
		countNumber: fields.Value(fields.Column(a, countNumber), a), countIncludes: fields.Value(fields.Column(a, countIncludes), a),
	}
	for i := range a.Parts {
		if part := &a.Parts[i]; part.Count != nil && (part.By == data.Gender.Name || part.By == data.AgeBand.Name) {
			values[partID(part.By, part.Word)] = fields.Value(column(partShape(), "count"), part)
		}
	}
	values[countCountries], values[countGroups] = rowsText(partsBy(a, "country")), rowsText(partsBy(a, "group"))
	return values
}

// partsBy are the parts of one dimension as the rows of a list.
func partsBy(a *data.Attendance, by string) []kit.RowValue {
	var rows []kit.RowValue
	for i := range a.Parts {
		if part := &a.Parts[i]; part.By == by && part.Count != nil {
			count := fields.Value(column(partShape(), "count"), part)
			rows = append(rows, kit.RowValue{ID: part.ID, Values: map[string]string{"word": part.Word, "count": count}})
		}
	}
	return rows
}

func rowsText(rows []kit.RowValue) string {
	b, err := json.Marshal(rows)
	if err != nil || rows == nil { // strings always marshal
		return ""
	}
	return string(b)
}

func partShape() *data.Shape { return fields.Column((*data.Attendance)(nil), "parts").Rows }

func column(s *data.Shape, id string) *data.Column {
	c, _ := s.Column(id)
	return c
}

// countOf is the head count with what the form holds.
func countOf(a *data.Attendance, values map[string]string) *data.Attendance {
	next := *a
	next.Count = fields.Number(values[countNumber])
	next.IncludesNamed = values[countIncludes] == "true"
	next.Parts = slices.Clone(a.Parts)
	for _, e := range []*data.Enum{data.Gender, data.AgeBand} {
		for _, w := range e.Words {
			setPart(&next, e.Name, w, fields.Number(values[partID(e.Name, w)]))
		}
	}
	setParts(&next, "country", values[countCountries])
	setParts(&next, "group", values[countGroups])
	return &next
}

// setParts takes over a list's rows as the parts of one dimension; two rows of the same word are added.
func setParts(a *data.Attendance, by, text string) {
	var rows []kit.RowValue
	if text != "" && json.Unmarshal([]byte(text), &rows) != nil {
		rows = nil
	}
	given := map[string]*int{}
	for _, row := range rows {
		if n := fields.Number(row.Values["count"]); n != nil && row.Values["word"] != "" {
			sum := *n
			if before := given[row.Values["word"]]; before != nil {
				sum += *before
			}
			given[row.Values["word"]] = &sum
		}
	}
	a.Parts = slices.DeleteFunc(a.Parts, func(p data.CountPart) bool { return p.By == by && given[p.Word] == nil })
	for _, row := range rows {
		setPart(a, by, row.Values["word"], given[row.Values["word"]])
	}
}

// setPart gives one word of a dimension its number, or takes it out.
func setPart(a *data.Attendance, by, word string, n *int) {
	i := slices.IndexFunc(a.Parts, func(p data.CountPart) bool { return p.By == by && p.Word == word })
	switch {
	case i >= 0 && n == nil:
		a.Parts = slices.Delete(a.Parts, i, i+1)
	case i >= 0:
		a.Parts[i].Count = n
	case n != nil:
		part := data.CountPart{By: by, Word: word, Count: n}
		part.ID, part.Order = newID(), fields.NextOrder(&a.Parts)
		a.Parts = append(a.Parts, part)
	}
}

// keepCount writes a head count, and tells whether it could be.
func (v *people) keepCount(a *data.Attendance, form *kit.Form) bool {
	s := v.g.s
	next := countOf(a, form.Values())
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Save(ctx, next)
	if known, ok := errors.AsType[*data.Error](err); ok && len(known.Details) > 0 {
		form.SetError(countNumber, app.TellProblem(s.Printer, known.Details[0]).Message)
		return false
	}
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	s.undoable(s.Printer.T("events.count_kept"), done)
	s.reread()
	return true
}
