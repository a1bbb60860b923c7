package reports

import (
	"context"
	"slices"
	"strconv"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// menu is what can be chosen, in the window's language.
type menu struct {
	acronym string
	options map[app.ReportOption][]kit.Option
	numbers map[string]string // a deliverable's or an event's id → its number
	only    string            // the number of the one deliverable that has events
}

// offered are the choices of an option; of the period's those that the report can do.
func (m menu) offered(r request, o app.ReportOption) []kit.Option {
	options := m.options[o]
	if o == app.OptPeriod && !r.takes(app.OptDates) {
		options = slices.DeleteFunc(slices.Clone(options), func(o kit.Option) bool { return o.Value == days })
	}
	return options
}

// subject is the number of the event or the deliverable that a request is about; "" where it is about none, or several.
func (m menu) subject(r request) string {
	if id := r.narrowed(app.OptEvent); id != "" {
		return m.numbers[id]
	}
	switch id := r.narrowed(app.OptDeliverable); {
	case id != "":
		return m.numbers[id]
	case r.takes(app.OptDeliverable):
		return m.only
	}
	return ""
}

// fetchMenu reads the project's plan, and the countries and types that its events have.
func fetchMenu(ctx context.Context, w *app.Workspace, lang string) (menu, error) {
	project, err := w.Projects.Current(ctx)
	if err != nil {
		return menu{}, err
	}
	viewer, err := w.Viewer(ctx, lang)
	if err != nil {
		return menu{}, err
	}
	p := w.Printer(lang)
	m := menu{acronym: project.Acronym, numbers: map[string]string{}, options: map[app.ReportOption][]kit.Option{
		app.OptPeriod: periodOptions(p, project),
		app.OptFinal:  {{Value: draft, Text: p.T("reportscreen.draft")}, {Value: final, Text: p.T("report.final")}},
		app.OptPublic: {{Value: exact, Text: p.T("reportscreen.exact")}, {Value: public, Text: p.T("reportscreen.public")}},
		app.OptSeparator: {
			{Value: all, Text: p.T("pack.separator.language")}, {Value: "comma", Text: p.T("pack.separator.comma")},
			{Value: "semicolon", Text: p.T("pack.separator.semicolon")}, {Value: "tab", Text: p.T("pack.separator.tab")},
		},
		app.OptIncomplete:   {{Value: refuse, Text: p.T("reportscreen.incomplete_refuse")}, {Value: asItIs, Text: p.T("reportscreen.incomplete_write")}},
		app.OptPersonalData: {{Value: noNames, Text: p.T("reportscreen.no_names")}, {Value: withName, Text: p.T("reportscreen.with_names")}},
	}}
	for _, l := range i18n.Languages {
		m.options[optLanguage] = append(m.options[optLanguage], kit.Option{Value: l, Text: i18n.Name(l)})
	}
	m.options[app.OptLanguages] = slices.Concat(
		[]kit.Option{{Value: all, Text: p.T("reportscreen.texts_as_report")}, {Value: each, Text: p.T("reportscreen.texts_in_all")}}, m.options[optLanguage])
	if err := m.addPlan(ctx, w, p, project.ID); err != nil {
		return menu{}, err
	}
	if err := m.addEvents(ctx, w, viewer); err != nil {
		return menu{}, err
	}
	if m.only, err = onlyDeliverable(ctx, w, m.numbers); err != nil {
		return menu{}, err
	}
	err = m.addEventList(ctx, w, p, project.ID)
	return m, err
}

// addEventList adds the project's events, the latest first.
func (m *menu) addEventList(ctx context.Context, w *app.Workspace, p *i18n.Printer, project string) error {
	page, err := w.Records.List(ctx, app.Query{
		Entity: "event", Where: []app.Cond{app.Where("project", "=", project)}, Sort: "start", Desc: true, Limit: mostEvents,
	})
	if err != nil {
		return err
	}
	options := []kit.Option{{Value: all, Text: p.T("reportscreen.all")}}
	for _, rec := range page.Records {
		e := rec.(*data.Event)
		m.numbers[e.ID] = e.Number
		options = append(options, kit.Option{Value: e.ID, Text: numbered(e.Number, e.Name.Show(p.Lang()))})
	}
	m.options[app.OptEvent] = options
	return nil
}

// mostEvents is how many events can be chosen from.
const mostEvents = 1000

// onlyDeliverable is the number of the one deliverable that has events; "" where several have, or none.
func onlyDeliverable(ctx context.Context, w *app.Workspace, numbers map[string]string) (only string, err error) {
	for id, number := range numbers {
		n, err := w.Records.Count(ctx, app.Query{Entity: "event", Where: []app.Cond{app.Where("deliverable", "=", id)}})
		switch {
		case err != nil:
			return "", err
		case n > 0 && only != "":
			return "", nil
		case n > 0:
			only = number
		}
	}
	return only, nil
}

func periodOptions(p *i18n.Printer, project *data.Project) []kit.Option {
	out := []kit.Option{{Value: all, Text: p.T("reportscreen.whole_project")}}
	for i := range project.Periods {
		period := &project.Periods[i]
		if period.Number == nil {
			continue
		}
		n := strconv.Itoa(*period.Number)
		text := n
		if period.From != "" && period.To != "" {
			text = numbered(n, p.MediumDate(string(period.From))+" – "+p.MediumDate(string(period.To)))
		}
		out = append(out, kit.Option{Value: n, Text: text})
	}
	return append(out, kit.Option{Value: days, Text: p.T("reportscreen.days")})
}

// addPlan adds partners, work packages and deliverables.
func (m *menu) addPlan(ctx context.Context, w *app.Workspace, p *i18n.Printer, project string) error {
	for _, list := range []struct {
		option app.ReportOption
		entity string
		text   func(data.Record) string
	}{
		{app.OptPartner, "partner", partnerName},
		{app.OptWorkPackage, "work_package", func(r data.Record) string {
			x := r.(*data.WorkPackage)
			return numbered(x.Number, x.Name.Show(p.Lang()))
		}},
		{app.OptDeliverable, "deliverable", func(r data.Record) string {
			x := r.(*data.Deliverable)
			m.numbers[x.ID] = x.Number
			return numbered(x.Number, x.Name.Show(p.Lang()))
		}},
	} {
		page, err := w.Records.List(ctx, app.Query{
			Entity: list.entity, Where: []app.Cond{app.Where("project", "=", project)}, Limit: 1000,
		})
		if err != nil {
			return err
		}
		options := []kit.Option{}
		for _, r := range page.Records {
			options = append(options, kit.Option{Value: r.Head().ID, Text: list.text(r)})
		}
		m.options[list.option] = offered(p, options)
	}
	return nil
}

// offered puts options in order, WP2 before WP10, behind the one that narrows nothing.
func offered(p *i18n.Printer, options []kit.Option) []kit.Option {
	c := collate.New(language.Make(p.Lang()), collate.Numeric)
	slices.SortStableFunc(options, func(a, b kit.Option) int { return c.CompareString(a.Text, b.Text) })
	return slices.Insert(options, 0, kit.Option{Value: all, Text: p.T("reportscreen.all")})
}

func partnerName(r data.Record) string {
	x := r.(*data.Partner)
	if x.ShortName != "" {
		return x.ShortName
	}
	return x.LegalName
}

func numbered(number, name string) string {
	switch {
	case number == "":
		return name
	case name == "":
		return number
	}
	return number + " · " + name
}

// addEvents adds the countries and the types that events have.
func (m *menu) addEvents(ctx context.Context, w *app.Workspace, v *app.Viewer) error {
	entity := data.EntityOf((*data.Event)(nil))
	for _, list := range []struct {
		option app.ReportOption
		column string
		text   func(code string) string
	}{
		{app.OptCountry, "country", v.P.Country},
		{app.OptType, "type", func(code string) string { return v.Words("event_type", code) }},
	} {
		codes, err := w.Records.Values(ctx, entity, list.column)
		if err != nil {
			return err
		}
		options := []kit.Option{}
		for _, code := range codes {
			if code != "" {
				options = append(options, kit.Option{Value: code, Text: i18n.Upper(list.text(code))})
			}
		}
		m.options[list.option] = offered(v.P, options)
	}
	return nil
}
