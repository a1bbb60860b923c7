package record

import (
	"cmp"
	"slices"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// sheet is a record's form: its sections, each a kit.Form, that are loaded, checked and saved together.
type sheet struct {
	p      *Params
	maker  fields.Maker
	parts  []*part
	boxes  map[string]*disputable
	in     map[string]*part // by field
	wrong  map[string][]rowError
	book   *book
	refers []referring
	names  func(id string) string
	edited func(field string)
	use    func(field string, rec data.Record)
	record func() data.Record
}

// part is a section of the sheet.
type part struct {
	Section
	form *kit.Form
}

type rowError struct{ id, field string }

// referring is a control whose choices come from the book.
type referring struct {
	col     *data.Column
	control kit.Control
}

// sheetFuncs are what a sheet tells its pane.
type sheetFuncs struct {
	edited  func(field string) // with every change by the user
	dirty   func()             // when the first change is made, and when all are taken back
	folded  func()
	names   func(id string) string
	use     func(field string, rec data.Record) // a record that was made in place of a reference
	record  func() data.Record                  // the one that is shown, as it was read
	written func() (*data.Entity, string)       // the record that is shown; no id while it was never saved
}

func newSheet(p *Params, f sheetFuncs) *sheet {
	s := &sheet{p: p, boxes: map[string]*disputable{}, in: map[string]*part{}, wrong: map[string][]rowError{}, names: f.names, edited: f.edited, use: f.use, record: f.record}
	s.maker = fields.Maker{
		Printer: p.Printer, Exec: p.Exec, Today: p.Workspace.Today, Choices: s.choices, Own: s.own,
		Translations: fields.TranslationsOf(p.Workspace, p.Exec, f.written),
	}
	for _, section := range p.Sections {
		part := &part{Section: section}
		made := kit.Section{ID: section.ID, Title: section.Title, More: section.More}
		if section.More {
			made.Title = cmp.Or(section.Title, p.Printer.T("record.more"))
		}
		for _, ids := range section.Rows {
			if row := s.row(part, ids); len(row) > 0 {
				made.Rows = append(made.Rows, row)
			}
		}
		part.form = kit.NewForm(kit.FormParams{
			Sections: []kit.Section{made}, Required: p.Printer.T("record.required"),
			OnDirty: func(bool) { f.dirty() }, OnEdited: s.told, OnLeft: s.left, OnFold: func(string, bool) { f.folded() },
		})
		s.parts = append(s.parts, part)
	}
	return s
}

func (s *sheet) row(in *part, ids []string) []kit.Field {
	var out []kit.Field
	for _, id := range ids {
		if col := s.p.column(id); col != nil {
			out = append(out, s.field(col))
			s.in[id] = in
		}
	}
	return out
}

func (s *sheet) field(col *data.Column) kit.Field {
	inner := s.maker.Control(col)
	if key(s.p.Entity, col) != "" {
		s.refers = append(s.refers, referring{col, inner})
	}
	box := newDisputable(inner)
	s.boxes[col.ID] = box
	return s.maker.Labelled(col, box)
}

// own is the control of a column that is edited in a way of its own: the caller's, references to what there is too much of
// to choose from a list, and lists.
func (s *sheet) own(col *data.Column) kit.Control {
	if s.p.Control != nil {
		if c := s.p.Control(col); c != nil {
			return c
		}
	}
	switch {
	case col.Kind == data.KindTexts && s.p.Lines[col.ID] > 0:
		return s.maker.Long(col, s.p.Lines[col.ID]).Control
	case col.Kind == data.KindRef && slices.Contains(many, col.Ref):
		return s.reference(col)
	case col.Kind == data.KindRows:
		of := s.p.Rows[col.ID]
		of.NewID = NewID
		of.Add = cmp.Or(of.Add, s.p.Printer.T("fields.add"))
		return s.maker.RowsControl(col, of)
	}
	return nil
}

// choices are what a column is chosen from, as far as that was read.
func (s *sheet) choices(col *data.Column) []kit.Option { return s.book.choices(s.p.Entity, col) }

// columns are all that the sheet chooses something for, those of lists too.
func (s *sheet) columns() []*data.Column {
	var out []*data.Column
	for id := range s.in {
		col := s.p.column(id)
		out = append(out, col)
		if col.Kind == data.KindRows {
			for i := range col.Rows.Columns {
				out = append(out, &col.Rows.Columns[i])
			}
		}
	}
	return out
}

// setBook gives the controls their choices. A value that is not among them, because its record went or belongs to another
// project, is offered under its name.
func (s *sheet) setBook(b *book) {
	s.book = b
	for _, r := range s.refers {
		s.offer(r)
	}
}

func (s *sheet) offer(r referring) {
	options := s.choices(r.col)
	switch c := r.control.(type) {
	case *kit.Select:
		c.SetOptions(s.withValue(options, c.Value()))
	case *kit.Tags:
		for _, code := range c.Codes() {
			if r.col.Ref != "" {
				options = s.withValue(options, code)
			}
		}
		c.SetKnown(options)
	}
}

func (s *sheet) withValue(options []kit.Option, code string) []kit.Option {
	known := slices.ContainsFunc(options, func(o kit.Option) bool { return o.Value == code })
	if name := s.names(code); code != "" && !known && name != "" {
		return append(options[:len(options):len(options)], kit.Option{Value: code, Text: name})
	}
	return options
}

// told is told with every change by the user: it takes the errors of a list's rows away, as kit.Form does for a field's own.
func (s *sheet) told(id string) {
	if rows, ok := s.boxes[id].inner.(*kit.RowsEditor); ok {
		for _, e := range s.wrong[id] {
			rows.SetRowError(e.id, e.field, "")
		}
	}
	delete(s.wrong, id)
	s.edited(id)
}

// load shows a record, with the changes of a draft on top.
func (s *sheet) load(rec data.Record, draft map[string]string) {
	s.wrong = map[string][]rowError{}
	values := map[string]string{}
	if rec != nil {
		values = fields.All(rec)
	}
	for _, part := range s.parts {
		part.form.Load(values)
	}
	for id, value := range draft {
		s.setValue(id, value)
	}
	for _, r := range s.refers {
		s.offer(r)
	}
}

func (s *sheet) dirty() bool {
	return slices.ContainsFunc(s.parts, func(p *part) bool { return p.form.Dirty() })
}

// changed gives the values that the user changed.
func (s *sheet) changed() map[string]string {
	out := map[string]string{}
	for _, part := range s.parts {
		for _, id := range part.form.Changed() {
			out[id] = part.form.Value(id)
		}
	}
	return out
}

func (s *sheet) value(id string) string {
	if part := s.in[id]; part != nil {
		return part.form.Value(id)
	}
	return ""
}

func (s *sheet) setValue(id, value string) {
	if part := s.in[id]; part != nil {
		part.form.SetValue(id, value)
	}
}

func (s *sheet) setEnabled(on bool) {
	for _, part := range s.parts {
		part.form.SetEnabled(on)
	}
}
