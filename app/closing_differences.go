package app

import (
	"context"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
	"primadesk/reports"
)

// ofPeriod are the records that the figures of a period follow from.
func (b *books) ofPeriod(period *data.Period) *data.PeriodBooks {
	return &data.PeriodBooks{
		Project: b.project, Period: period, Partners: b.partners, Events: b.events, Evidence: b.evidence, Takeaways: b.takeaways,
		Indicators: b.indicators, Communications: b.communications, Organisation: b.organisation,
	}
}

// reported compares what was reported of a period with what would be reported now; nil where nothing was. One that was opened
// again counts only where it is asked for.
func (b *books) reported(period *data.Period, opened bool) *data.Reported {
	if period.Number == nil {
		return nil
	}
	closings := data.ClosingsOf(b.closings, *period.Number)
	r := &data.Reported{Period: period, Closing: data.StandingOf(closings)}
	if r.Closing == nil && opened && len(closings) > 0 {
		r.Closing = closings[0]
	}
	if r.Closing == nil {
		return nil
	}
	for _, c := range closings {
		if c != r.Closing {
			r.Others = append(r.Others, c)
		}
	}
	if r.Then, r.Unreadable = data.DecodeFigures(r.Closing.Figures); r.Unreadable != nil {
		return r
	}
	r.Now = b.ofPeriod(period).Figures()
	r.Differences = data.Differences(&r.Then, &r.Now)
	return r
}

// Reported compares what was reported of a period, also of one that was opened again, with what would be reported now; nil where nothing
// was reported.
func (f *figures) Reported(ctx context.Context, p *i18n.Printer, number int) (*data.Reported, error) {
	closings, err := f.Closings(ctx)
	if err != nil || len(data.ClosingsOf(closings, number)) == 0 {
		return nil, err
	}
	b, err := f.books(ctx)
	if err != nil {
		return nil, err
	}
	period, ok := b.project.Period(number)
	if !ok {
		return nil, nil
	}
	r := b.reported(period, true)
	return r, f.explain(p.Lang(), r)
}

// Closings are what was reported of the project's periods.
func (f *figures) Closings(context.Context) ([]*data.Closing, error) { return all[data.Closing](f) }

// explain says of each difference what its record is called, what became of it, and who changed it last, where that is known.
func (f *figures) explain(lang string, r *data.Reported) error {
	met := map[[2]string]*explained{}
	for i := range r.Differences {
		d := &r.Differences[i]
		key := [2]string{d.Entity, d.ID}
		if met[key] == nil {
			x, err := f.explained(lang, r, d)
			if err != nil {
				return err
			}
			met[key] = x
		}
		x := met[key]
		d.Title, d.By, d.At = x.title, x.by, x.last.ChangedAt
		if d.Kind == data.DifferenceGone && x.kind != "" {
			d.Kind, d.Day = x.kind, x.day
		}
		var err error
		if d.Of, err = f.calledBy(d.Figure, lang); err != nil {
			return err
		}
	}
	return nil
}

// calledBy is what the word of a figure is called, where that is a record: a partner, or a theme that has a label of the users.
func (f *figures) calledBy(figure, lang string) (string, error) {
	kind, word := data.SplitFigure(figure)
	switch {
	case word == "":
	case kind == data.FigureActual || kind == data.FigureTarget:
		names, err := f.r.Titles("partner", []string{word}, lang)
		return names[word], err
	case kind == data.FigureLearnedTheme:
		words, err := all[data.Vocabulary](f)
		for _, v := range words {
			if v.Kind == "theme" && v.Code == word {
				return v.Label.Show(lang), err
			}
		}
		return "", err
	}
	return "", nil
}

// explained is what is known of the record of a difference.
type explained struct {
	title, kind string
	day         data.Date
	last        data.Meta // of the latest change since the closing
	by          string
}

func (f *figures) explained(lang string, r *data.Reported, d *data.Difference) (*explained, error) {
	x := &explained{}
	e, ok := data.EntityNamed(d.Entity)
	if !ok { // a country
		return x, nil
	}
	found, err := f.r.Many(e.Name, []string{d.ID})
	if err != nil || len(found) == 0 || found[0].Head().State == data.Undone {
		return x, err
	}
	rec := found[0]
	x.title = rec.Title(lang)
	x.fate(rec, r.Period)
	if e.Name == "project" || e.Name == "partner" { // whose numbers are sums
		return x, nil
	}
	x.note(rec, r.Closing)
	if event, ok := rec.(*data.Event); ok {
		if err := f.around(x, event, r.Closing); err != nil {
			return nil, err
		}
	}
	if x.last.ChangedBy == "" {
		return x, nil
	}
	names, err := f.r.Titles("author", []string{x.last.ChangedBy}, lang)
	x.by = names[x.last.ChangedBy]
	return x, err
}

// fate says why a record does not count any more.
func (x *explained) fate(rec data.Record, period *data.Period) {
	var day data.Date
	held := true
	switch rec := rec.(type) {
	case *data.Event:
		day, held = rec.Start.Day(), rec.Held()
	case *data.Communication:
		day = rec.Date
	}
	switch {
	case rec.Head().State == data.Trash:
		x.kind = data.DifferenceTrashed
	case !held:
		x.kind = data.DifferenceNotHeld
	default:
		x.kind = data.DifferenceMoved
		if !period.Has(day) {
			x.day = day
		}
	}
}

// note keeps the latest change that came after the closing.
func (x *explained) note(rec data.Record, c *data.Closing) {
	if m := rec.Head(); m.ChangedAt.After(c.CreatedAt) && m.ChangedAt.After(x.last.ChangedAt) {
		x.last = *m
	}
}

// around looks at what an event's numbers follow from besides itself: who came, what was learned, what is on file, those who
// were deleted too.
func (f *figures) around(x *explained, event *data.Event, c *data.Closing) error {
	var people []string
	for _, q := range []store.Query{
		{Entity: "attendance", Where: []store.Cond{store.Where("event", store.Equal, event.ID)}},
		{Entity: "evidence", Where: []store.Cond{store.Where("event", store.Equal, event.ID)}},
		{Entity: "takeaway", Where: []store.Cond{store.Where("events", store.Has, event.ID)}},
	} {
		for _, trash := range []bool{false, true} {
			q.Trash = trash
			for rec, err := range f.r.Each(q) {
				if err != nil {
					return err
				}
				x.note(rec, c)
				if a, ok := rec.(*data.Attendance); ok && a.Contact != "" && a.Came == "yes" {
					people = append(people, a.Contact)
				}
			}
		}
	}
	found, err := f.r.Many("contact", people)
	for _, rec := range found {
		x.note(rec, c)
	}
	return err
}

// TellDifference puts a difference into words: which record, and how its figure is another.
func TellDifference(p *i18n.Printer, d data.Difference) (which, what string) {
	return reports.DifferenceOf(p, d), reports.TellDifference(p, d)
}

// figures are kept figures in a few words.
func (v Viewer) figures(s string) string {
	f, err := data.DecodeFigures(s)
	if err != nil {
		return v.P.T("closing.unreadable")
	}
	var parts []string
	if n := f.Whole().Value(data.FigureEvents); n != nil {
		parts = append(parts, v.P.Count("event", int(n.Float64())))
	}
	if n := f.Whole().Value(data.FigurePeople); n != nil {
		parts = append(parts, v.P.N("closing.people", int(n.Float64())))
	}
	return strings.Join(parts, ", ")
}
