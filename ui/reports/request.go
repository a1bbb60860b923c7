package reports

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
)

// optLanguage is a choice of every report, so that none declares it.
const optLanguage app.ReportOption = "language"

// The values of the options that are no records.
const (
	all      = "*"     // does not narrow the report
	draft    = "draft" // of OptFinal
	final    = "final"
	noNames  = "none" // of OptPersonalData
	withName = "names"
)

// request is what is chosen: a report, its language, and the values of its options. A value of an option that the report
// does not take is kept for the next report that does.
type request struct {
	report app.Report
	lang   string
	values map[app.ReportOption]string
}

func (r request) copy() request {
	r.values = maps.Clone(r.values)
	return r
}

// takes tells whether the report has a choice.
func (r request) takes(o app.ReportOption) bool {
	return o == optLanguage || slices.Contains(r.report.Takes, o)
}

// value is what a choice shows.
func (r request) value(o app.ReportOption) string {
	if o == optLanguage {
		return r.lang
	}
	if v, set := r.values[o]; set {
		return v
	}
	switch o {
	case app.OptFinal:
		return draft
	case app.OptPersonalData:
		return noNames
	}
	return all
}

// narrowed is the value that a report is asked for; "" where there is none.
func (r request) narrowed(o app.ReportOption) string {
	if v := r.value(o); r.takes(o) && v != all {
		return v
	}
	return ""
}

// params is the request as the service takes it, without a file.
func (r request) params() app.ReportParams {
	period, _ := strconv.Atoi(r.narrowed(app.OptPeriod)) // "" is all of them
	return app.ReportParams{
		Name: r.report.Name, Lang: r.lang,
		Options: app.ReportOptions{
			Period:           period,
			Partner:          r.narrowed(app.OptPartner),
			Country:          r.narrowed(app.OptCountry),
			Type:             r.narrowed(app.OptType),
			WorkPackage:      r.narrowed(app.OptWorkPackage),
			Deliverable:      r.narrowed(app.OptDeliverable),
			Final:            r.narrowed(app.OptFinal) == final,
			WithPersonalData: r.narrowed(app.OptPersonalData) == withName,
		},
	}
}

// fileName suggests what the file is called: PRIMACENTERS-D2.1-P1-fr.xlsx. Subject is the number of the deliverable that
// the report is narrowed to, if it is.
func (r request) fileName(acronym, subject string) string {
	if subject == "" {
		subject = r.report.Name
	}
	parts := []string{acronym, subject}
	if period := r.narrowed(app.OptPeriod); period != "" {
		parts = append(parts, "P"+period)
	}
	var name []string
	for _, part := range append(parts, r.lang) {
		if part = safe(part); part != "" {
			name = append(name, part)
		}
	}
	return strings.Join(name, "-") + ".xlsx"
}

// longest is how much of an acronym or a number goes into a file's name, in characters.
const longest = 40

// safe makes a text a part of a file's name on every system: letters and digits of any script, points, and hyphens for
// the rest, none of them at an end.
func safe(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '.' && r != '_'
	})
	runes := []rune(strings.Join(words, "-"))
	return strings.Trim(string(runes[:min(len(runes), longest)]), "-._")
}

// matching are the reports whose name and purpose have every word that is searched for.
func matching(p *i18n.Printer, reports []app.Report, text string) []app.Report {
	words := strings.Fields(data.Fold(text))
	var out []app.Report
	for _, r := range reports {
		said := data.Fold(p.T(r.Label) + " " + p.T(r.Purpose))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(said, w) }) {
			out = append(out, r)
		}
	}
	return out
}
