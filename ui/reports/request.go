package reports

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Choices that no report declares: the language, which every report has, and the days, which stand in place of a period.
const (
	optLanguage app.ReportOption = "language"
	optFrom     app.ReportOption = "from"
	optTo       app.ReportOption = "to"
)

// The values of the options that are no records.
const (
	all      = "*"     // does not narrow the report
	days     = "days"  // of OptPeriod: from one day to another
	draft    = "draft" // of OptFinal
	final    = "final"
	exact    = "exact" // of OptPublic
	public   = "public"
	noNames  = "none" // of OptPersonalData
	withName = "names"
	each     = "each"   // of OptLanguages: all of them
	refuse   = "refuse" // of OptIncomplete
	asItIs   = "as_it_is"
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
	switch o {
	case optLanguage:
		return true
	case optFrom, optTo:
		return r.value(app.OptPeriod) == days
	}
	return slices.Contains(r.report.Takes, o)
}

// value is what a choice shows.
func (r request) value(o app.ReportOption) string {
	if o == optLanguage {
		return r.lang
	}
	if v, set := r.values[o]; set && (v != days || r.takes(app.OptDates)) {
		return v
	}
	return r.asNothing(o)
}

// asNothing is the value of an option that nobody has chosen.
func (r request) asNothing(o app.ReportOption) string {
	switch o {
	case optFrom, optTo:
		return ""
	case app.OptFinal:
		return draft
	case app.OptPublic:
		return exact
	case app.OptPersonalData:
		return noNames
	case app.OptIncomplete:
		return refuse
	case app.OptTemplate:
		return ""
	}
	return all
}

// needs tells whether the report can be written only with a choice.
func (r request) needs(o app.ReportOption) bool { return slices.Contains(r.report.Needs, o) }

// lacks are the choices that are still to be made before there is anything to write.
func (r request) lacks() []app.ReportOption {
	return slices.DeleteFunc(slices.Clone(r.report.Needs), func(o app.ReportOption) bool { return r.narrowed(o) != "" })
}

// narrowed is the value that a report is asked for; "" where there is none.
func (r request) narrowed(o app.ReportOption) string {
	if v := r.value(o); r.takes(o) && v != all && v != days {
		return v
	}
	return ""
}

// params is the request as the service takes it, without a file.
func (r request) params() app.ReportParams {
	period, _ := strconv.Atoi(r.narrowed(app.OptPeriod)) // "" is all of them
	var events []string
	if id := r.narrowed(app.OptEvent); id != "" {
		events = []string{id}
	}
	return app.ReportParams{
		Name: r.report.Name, Lang: r.lang,
		Options: app.ReportOptions{
			From:             data.Date(r.narrowed(optFrom)),
			To:               data.Date(r.narrowed(optTo)),
			Events:           events,
			Languages:        r.languages(),
			Period:           period,
			Partner:          r.narrowed(app.OptPartner),
			Country:          r.narrowed(app.OptCountry),
			Type:             r.narrowed(app.OptType),
			WorkPackage:      r.narrowed(app.OptWorkPackage),
			Deliverable:      r.narrowed(app.OptDeliverable),
			Template:         r.narrowed(app.OptTemplate),
			Separator:        r.narrowed(app.OptSeparator),
			Public:           r.narrowed(app.OptPublic) == public,
			Final:            r.narrowed(app.OptFinal) == final,
			WithPersonalData: r.narrowed(app.OptPersonalData) == withName,
			Incomplete:       r.narrowed(app.OptIncomplete) == asItIs,
		},
	}
}

// languages are those that texts are asked for in; none is the report's own.
func (r request) languages() []string {
	switch v := r.narrowed(app.OptLanguages); v {
	case "":
		return nil
	case each:
		return data.Languages
	default:
		return []string{v}
	}
}

// written is the request that a report was written from; ok is false where the report is known no more.
func written(reports []app.Report, w app.Written) (r request, ok bool) {
	i := slices.IndexFunc(reports, func(r app.Report) bool { return r.Name == w.Report })
	if i < 0 {
		return request{}, false
	}
	r = request{report: reports[i], lang: w.Lang, values: map[app.ReportOption]string{}}
	set := func(o app.ReportOption, v string) {
		if v != "" {
			r.values[o] = v
		}
	}
	o := w.Options
	switch {
	case o.Period != 0:
		set(app.OptPeriod, strconv.Itoa(o.Period))
	case o.From != "" || o.To != "":
		set(app.OptPeriod, days)
		set(optFrom, string(o.From))
		set(optTo, string(o.To))
	}
	set(app.OptPartner, o.Partner)
	set(app.OptCountry, o.Country)
	set(app.OptType, o.Type)
	set(app.OptWorkPackage, o.WorkPackage)
	set(app.OptDeliverable, o.Deliverable)
	if len(o.Events) > 0 {
		set(app.OptEvent, o.Events[0])
	}
	set(app.OptTemplate, o.Template)
	set(app.OptSeparator, o.Separator)
	if o.Public {
		set(app.OptPublic, public)
	}
	switch len(o.Languages) {
	case 0:
	case 1:
		set(app.OptLanguages, o.Languages[0])
	default:
		set(app.OptLanguages, each)
	}
	if o.Final {
		set(app.OptFinal, final)
	}
	if o.PersonalData {
		set(app.OptPersonalData, withName)
	}
	if o.Incomplete {
		set(app.OptIncomplete, asItIs)
	}
	return r, true
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
	parts = append(parts, r.narrowed(optFrom), r.narrowed(optTo))
	var name []string
	for _, part := range append(parts, r.lang) {
		if part = kit.FileWord(part); part != "" {
			name = append(name, part)
		}
	}
	return strings.Join(name, "-") + r.report.Ending
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
