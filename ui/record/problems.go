package record

import (
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// check looks for what the forms themselves can tell, and gives the first part that has something wrong.
func (s *sheet) check() *part {
	var first *part
	for _, part := range s.parts {
		if !part.form.Check() && first == nil {
			first = part
		}
	}
	return first
}

// setProblems shows what is wrong, each at its field. It gives the first part that has something, and what belongs to no
// field of the sheet.
func (s *sheet) setProblems(problems []data.Problem) (first *part, elsewhere []data.Problem) {
	errors := map[*part]map[string]string{}
	var rows []data.Problem
	for _, x := range problems {
		id, inside, nested := strings.Cut(x.Field, "/")
		in := s.in[id]
		if in == nil {
			elsewhere = append(elsewhere, x)
			continue
		}
		if errors[in] == nil {
			errors[in] = map[string]string{}
		}
		if _, ok := s.boxes[id].inner.(*kit.RowsEditor); ok && nested && strings.Contains(inside, "/") {
			rows = append(rows, x)
		} else if errors[in][id] == "" {
			errors[in][id] = s.sentence(x)
		}
	}
	for _, part := range s.parts {
		part.form.SetErrors(errors[part])
		if first == nil && errors[part] != nil {
			first = part
		}
	}
	for _, x := range rows {
		s.setRowProblem(x)
	}
	return first, elsewhere
}

// sentence is a problem as it stands at its field: without the field's name, which stands above.
func (s *sheet) sentence(x data.Problem) string {
	p := s.p.Printer
	text := app.TellProblem(p, x).Message
	if rest, ok := strings.CutPrefix(text, app.FieldLabel(p, x.Entity, x.Field)); ok {
		text = i18n.Upper(strings.TrimLeft(rest, ": \u00a0\u202f"))
	}
	return text
}

func (s *sheet) setRowProblem(x data.Problem) {
	parts := strings.SplitN(x.Field, "/", 3)
	s.boxes[parts[0]].inner.(*kit.RowsEditor).SetRowError(parts[1], parts[2], s.sentence(x))
	s.wrong[parts[0]] = append(s.wrong[parts[0]], rowError{parts[1], parts[2]})
}

// showDisputes puts what somebody has to decide at the fields, and gives what belongs to none of them.
func (s *sheet) showDisputes(disputes []dispute, pick func(path, value string)) (elsewhere []dispute) {
	byField := map[string][]dispute{}
	for _, d := range disputes {
		if in := s.in[d.field()]; in == nil {
			elsewhere = append(elsewhere, d)
		} else {
			byField[d.field()] = append(byField[d.field()], d)
			in.open()
		}
	}
	for id, box := range s.boxes {
		box.show(byField[id], s.disputeTitle, pick)
	}
	return elsewhere
}

func (s *sheet) disputeTitle(d dispute) string { return disputeTitle(s.p.Printer, d, true) }

// isOpen tells whether a part is unfolded; one that is never folded always is.
func (p *part) isOpen() bool { return p.form.Open(p.ID) }

// open unfolds a part.
func (p *part) open() { p.form.SetOpen(p.ID, true) }

// left brings a field that was left into its usual form, and gives what is wrong with it: empty when nothing is.
func (s *sheet) left(id string) string {
	value := s.value(id)
	if s.p.Left != nil {
		if next := s.p.Left(id, value); next != value {
			s.setValue(id, next)
		}
	}
	rec := with(s.record(), s.changed())
	data.Clean(rec)
	text := ""
	for _, x := range data.Validate(rec) {
		field, _, nested := strings.Cut(x.Field, "/")
		if field != id || !x.Refuse || x.Code == "required" || x.Code == "name.missing" {
			continue // what is missing is said when it is saved, or when it was taken out
		}
		if _, rows := s.boxes[id].inner.(*kit.RowsEditor); rows && nested {
			s.setRowProblem(x)
		} else if text == "" {
			text = s.sentence(x)
		}
	}
	return text
}
