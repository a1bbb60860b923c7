package contacts

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/uuid"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// part is a section of the form: rows of columns beside each other.
type part struct {
	title string
	rows  [][]string
}

// formParts is the form's order. Every column is named once.
func formParts(p *i18n.Printer) []part {
	return []part{
		{p.T("contacts.section_person"), [][]string{
			{"given_name", "family_name"}, {"latin_name", "honorific"}, {"role", "organisation"}, {"gender", "country"}, {"place"},
		}},
		{p.T("contacts.section_reach"), [][]string{{"emails"}, {"phones"}, {"preferred_language"}, {"languages"}}},
		{p.T("contacts.section_touch"), [][]string{{"next_contact", "review_by"}, {"tags"}, {"notes"}}},
		{p.T("contacts.section_privacy"), [][]string{{"consents"}, {"photo_consent", "source"}, {"legal_bases"}, {"suppressed"}}},
	}
}

// formParams is what the form needs of the screen.
type formParams struct {
	printer *i18n.Printer
	exec    kit.Exec
	today   func() data.Date
	window  func() fyne.Window
	find    func(ctx context.Context, typed string) ([]kit.Option, error) // organisations
	create  func(typed string)                                            // an organisation
	onDirty func(bool)
}

// form is the contact's form: controls made from the columns' definitions.
type form struct {
	*kit.Form
	p        formParams
	fields   map[string]*disputable
	wrong    map[string][]rowError // of lists, to be taken away with the next edit
	names    map[string]string     // what organisations are called
	company  *kit.Combo
	tags     *kit.Tags
	consents *consentsField
}

type rowError struct{ id, field string }

func newForm(p formParams) *form {
	f := &form{p: p, fields: map[string]*disputable{}, wrong: map[string][]rowError{}, names: map[string]string{}}
	var sections []kit.Section
	for _, part := range formParts(p.printer) {
		section := kit.Section{Title: part.title}
		for _, ids := range part.rows {
			var fields []kit.Field
			for _, id := range ids {
				if col, ok := entity().Column(id); ok {
					fields = append(fields, f.field(col))
				}
			}
			section.Rows = append(section.Rows, fields)
		}
		sections = append(sections, section)
	}
	f.Form = kit.NewForm(kit.FormParams{
		Sections: sections, Required: p.printer.T("contacts.required"), OnDirty: p.onDirty, OnEdited: f.edited,
	})
	return f
}

func (f *form) field(col *data.Column) kit.Field {
	control := newDisputable(f.control(col))
	f.fields[col.ID] = control
	label := f.p.printer.T(col.LabelID())
	if col.Kind == data.KindBool {
		label = "" // stands beside the box
	}
	return kit.Field{ID: col.ID, Label: label, Required: col.Required, Control: control}
}

// control makes the widget that suits a column's kind.
func (f *form) control(col *data.Column) kit.Control {
	p := f.p.printer
	switch col.Kind {
	case data.KindLong:
		return kit.NewTextArea(4)
	case data.KindDate:
		return kit.NewDateEntry(fields.DateWords(p), func() time.Time { return f.p.today().Time() })
	case data.KindEnum:
		return kit.NewSelect(enumOptions(p, col.Enum), p.T("contacts.unset"))
	case data.KindCountry:
		return kit.NewSelect(countryOptions(p), p.T("contacts.unset"))
	case data.KindLang:
		return kit.NewSelect(languageOptions(), p.T("contacts.unset"))
	case data.KindBool:
		return kit.NewCheck(p.T(col.LabelID()))
	case data.KindRef:
		return f.organisation()
	case data.KindSet:
		return f.set(col)
	case data.KindRows:
		return f.rows(col)
	}
	return kit.NewEntry()
}

func (f *form) organisation() kit.Control {
	p := f.p.printer
	f.company = kit.NewCombo(kit.ComboParams{
		Exec: f.p.exec, Find: f.p.find, Unknown: p.T("contacts.organisation_unknown"),
		Word:     func(id string) string { return f.names[id] },
		Create:   func(typed string) string { return p.T("contacts.organisation_create", "Name", p.Quote(typed)) },
		OnCreate: f.p.create,
	})
	return f.company
}

func (f *form) set(col *data.Column) kit.Control {
	p := f.p.printer
	if col.ID == "languages" {
		return kit.NewTags(kit.TagsParams{Exec: f.p.exec, Known: spokenOptions(p), Add: p.T("contacts.add_language")})
	}
	f.tags = kit.NewTags(kit.TagsParams{Exec: f.p.exec, Free: true, Add: p.T("contacts.add_tag")})
	return f.tags
}

// rows edits a list in place; consents have too many fields for one line, and are edited in a dialog.
func (f *form) rows(col *data.Column) kit.Control {
	if col.ID == "consents" {
		f.consents = newConsentsField(f, col)
		return f.consents
	}
	add := map[string]string{
		"emails": f.p.printer.T("contacts.add_email"), "phones": f.p.printer.T("contacts.add_phone"),
		"legal_bases": f.p.printer.T("contacts.add_basis"),
	}
	return kit.NewRowsEditor(kit.RowsParams{
		Add: add[col.ID], NewID: newID,
		New: func() []kit.Field {
			var fields []kit.Field
			for i := range col.Rows.Columns {
				if sub := &col.Rows.Columns[i]; shown(sub) {
					fields = append(fields, kit.Field{
						ID: sub.ID, Label: f.p.printer.T(sub.LabelID()), Required: sub.Required,
						Control: f.control(sub), Weight: rowWeight(sub),
					})
				}
			}
			return fields
		},
	})
}

// rowWeight leaves words of a list enough room beside an address.
func rowWeight(sub *data.Column) float32 {
	if sub.ID == "label" {
		return 1
	}
	return 2
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// edited takes the errors of a list's rows away, as kit.Form does for a field's own.
func (f *form) edited(id string) {
	if rows, ok := f.fields[id].inner.(*kit.RowsEditor); ok {
		for _, e := range f.wrong[id] {
			rows.SetRowError(e.id, e.field, "")
		}
	}
	delete(f.wrong, id)
}

// changed gives the values that the user changed.
func (f *form) changed() map[string]string {
	out := map[string]string{}
	for _, id := range f.Changed() {
		out[id] = f.Value(id)
	}
	return out
}

// load shows a contact, with the changes of a draft on top. Names says what organisations are called.
func (f *form) load(c *data.Contact, draft map[string]string, names map[string]string) {
	f.names = names
	f.wrong = map[string][]rowError{}
	f.Load(valuesOf(c))
	for id, value := range draft {
		f.SetValue(id, value)
	}
}

// setProblems shows what is wrong, each at its field; what belongs to no field of the form comes back.
func (f *form) setProblems(problems []data.Problem) (elsewhere []data.Problem) {
	errors := map[string]string{}
	var rows []data.Problem
	for _, x := range problems {
		id, inside, nested := strings.Cut(x.Field, "/")
		field := f.fields[id]
		if field == nil {
			elsewhere = append(elsewhere, x)
			continue
		}
		if _, ok := field.inner.(*kit.RowsEditor); ok && nested && strings.Contains(inside, "/") {
			rows = append(rows, x)
			continue
		}
		if errors[id] == "" {
			errors[id] = f.sentence(x)
		}
	}
	f.SetErrors(errors)
	for _, x := range rows {
		f.setRowProblem(x)
	}
	f.Refresh()
	return elsewhere
}

// sentence is a problem as it stands at its field: without the field's name, which stands above.
func (f *form) sentence(x data.Problem) string {
	p := f.p.printer
	text := app.TellProblem(p, x).Message
	if rest, ok := strings.CutPrefix(text, app.FieldLabel(p, x.Entity, x.Field)); ok {
		text = i18n.Upper(strings.TrimLeft(rest, ": \u00a0\u202f"))
	}
	return text
}

func (f *form) setRowProblem(x data.Problem) {
	parts := strings.SplitN(x.Field, "/", 3)
	editor := f.fields[parts[0]].inner.(*kit.RowsEditor)
	editor.SetRowError(parts[1], parts[2], f.sentence(x))
	f.wrong[parts[0]] = append(f.wrong[parts[0]], rowError{parts[1], parts[2]})
}

// showDisputes puts what somebody has to decide at the fields, and gives what belongs to none of them.
func (f *form) showDisputes(disputes []dispute, pick func(path, value string)) (elsewhere []dispute) {
	byField := map[string][]dispute{}
	for _, d := range disputes {
		if f.fields[d.field()] == nil {
			elsewhere = append(elsewhere, d)
			continue
		}
		byField[d.field()] = append(byField[d.field()], d)
	}
	for id, field := range f.fields {
		field.show(byField[id], f.disputeTitle, pick)
	}
	f.Refresh()
	return elsewhere
}

func (f *form) disputeTitle(d dispute) string {
	if d.path == d.field() && d.path != "" { // stands at the field, whose name is above
		return f.p.printer.T("contacts.dispute_here")
	}
	return f.p.printer.T("contacts.dispute", "Field", d.label)
}
