package reports

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// text is a text in the report's language; one that is missing there stands in its original, marked with that language: "[FR] …".
func (d *dossier) text(t *data.Texts) string {
	s, in := t.Get(d.p.Lang())
	if in != "" && in != d.p.Lang() {
		return "[" + strings.ToUpper(in) + "] " + s
	}
	return s
}

// word is a word of a vocabulary: as its record says, else as shipped. shipped tells that the label is the catalogue's.
func (d *dossier) word(kind, code string) (label string, shipped bool) {
	if code == "" {
		return "", false
	}
	if v := d.words[kind+"/"+code]; v != nil && !v.Label.Empty() {
		return d.text(&v.Label), false
	}
	if label, ok := d.p.Word(kind, code); ok {
		return label, true
	}
	return code, false
}

func (d *dossier) eventType(e *data.Event) string {
	label, _ := d.word("event_type", e.Type)
	return label
}

func (d *dossier) country(code string) string {
	if code == "" {
		return ""
	}
	return d.p.Country(code)
}

// required is a text that should be there.
func (d *dossier) required(s string) workbook.Cell {
	if s == "" {
		return d.gap()
	}
	return workbook.Text(s)
}

// gap is the cell of something that should be there and is not: marked in a version to be completed, empty in a final one.
func (d *dossier) gap() workbook.Cell {
	if d.o.Final {
		return workbook.Empty()
	}
	return workbook.Missing(d.toComplete())
}

func (d *dossier) toComplete() string { return d.p.T("report.to_complete") }

// called is how a message names an event: number and name.
func (d *dossier) called(o *occasion) string { return joined(" ", o.Number, d.text(&o.Name)) }

// partner is a partner's short name.
func (d *dossier) partner(id string) string {
	if p := d.partnerRecord(id); p != nil {
		return p.Title(d.p.Lang())
	}
	return ""
}

func (d *dossier) partnerRecord(id string) *data.Partner {
	for _, p := range d.partners {
		if p.ID == id && id != "" {
			return p
		}
	}
	return nil
}

func (d *dossier) coordinator() *data.Partner {
	if len(d.partners) > 0 && d.partners[0].Role == "coordinator" {
		return d.partners[0]
	}
	return nil
}

func (d *dossier) deliverableRecord(id string) *data.Deliverable {
	for _, x := range d.deliverables {
		if x.ID == id && id != "" {
			return x
		}
	}
	return nil
}

func (d *dossier) deliverableNumber(id string) string {
	if x := d.deliverableRecord(id); x != nil {
		return x.Number
	}
	return ""
}

// plan is where an event stands in the plan: "WP2 · T2.1".
func (d *dossier) plan(e *data.Event) string {
	number, task := "", ""
	if w := d.packages[e.WorkPackage]; w != nil {
		number = w.Number
	}
	if t := d.tasks[e.Task]; t != nil {
		task = t.Number
	}
	return joined(" · ", number, task)
}

// when is the day of an event; of one of several days, all of them.
func (d *dossier) when(e *data.Event) string {
	return d.p.DateRange(string(e.Start.Day()), string(e.LastDay()))
}

// eventNumbers names events by their numbers, in order; an event without one by its name is not known here and is left out.
func (d *dossier) eventNumbers(ids []string) string {
	var list []string
	for _, id := range ids {
		if n := d.numbers[id]; n != "" {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, natural)
	return strings.Join(slices.Compact(list), ", ")
}

// countryNames are countries in the order of the language, each once.
func (d *dossier) countryNames(codes []string) []string {
	var names []string
	for _, code := range codes {
		if name := d.country(code); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, d.compare)
	return names
}

// onFile says which evidence there is: "Photographs (3), Signed attendance list".
func (d *dossier) onFile(kinds map[string]int) string {
	var parts []string
	for _, kind := range data.EvidenceKind.Words {
		switch n := kinds[kind]; {
		case n == 1:
			parts = append(parts, d.p.Enum("evidence_kind", kind))
		case n > 1:
			parts = append(parts, d.p.Enum("evidence_kind", kind)+" ("+d.p.Number(n)+")")
		}
	}
	return strings.Join(parts, ", ")
}

// joined puts what is not empty together.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

// day is a date cell; an unknown day is an empty one.
func day(date data.Date) workbook.Cell { return workbook.Date(date.Time()) }

// optional is a number that may be unknown.
func optional(n *int) workbook.Cell {
	if n == nil {
		return workbook.Empty()
	}
	return workbook.Int(*n)
}

// tallied is a label with how many records have it.
type tallied struct {
	label string // empty: not stated
	n     int
}

// tally counts records by label: in the order of the language, those without a label last.
func tally[T any](d *dossier, list []T, label func(T) string) []tallied {
	counts := map[string]int{}
	for _, record := range list {
		counts[label(record)]++
	}
	groups := make([]tallied, 0, len(counts))
	for l, n := range counts {
		groups = append(groups, tallied{l, n})
	}
	slices.SortFunc(groups, func(a, b tallied) int {
		return cmp.Or(rank(a.label == "")-rank(b.label == ""), d.compare(a.label, b.label), cmp.Compare(a.label, b.label))
	})
	return groups
}
