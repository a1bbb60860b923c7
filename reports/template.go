package reports

import (
	"context"
	"errors"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// templateReport fills a workbook that a consortium made itself: whatever form the officer, the coordinator or an auditor
// has thought of. docs/templates.md lists the marks.
func templateReport() Report {
	return Report{
		Name: "template", Label: "report.template.name", Purpose: "report.template.purpose", Job: JobDeliverable, Ending: ".xlsx",
		Takes: []Option{
			OptTemplate, OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptFinal, OptPersonalData,
		},
		Needs: []Option{OptTemplate},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			if err := d.refuse(); err != nil {
				return nil, err
			}
			text, err := src.Text(ctx, o.Printer)
			if err != nil {
				return nil, err
			}
			return &filled{d: d, text: text}, nil
		},
	}
}

// filled is a template with what its marks stand for.
type filled struct {
	d    *dossier
	text func(c *data.Column, rec any) string
}

func (f *filled) write(ctx context.Context, path string, progress Progress) error {
	if progress != nil {
		progress(0, 1, "")
	}
	err := workbook.Fill(ctx, f.d.o.Template, path, f.slots(), workbook.Options{Scratch: f.d.o.Scratch})
	wrong, ok := errors.AsType[*workbook.TemplateError](err)
	if !ok {
		return err
	}
	refused := &data.Error{Code: "report.template", Args: []any{"File", f.d.o.Template, "N", len(wrong.Marks)}}
	for _, m := range wrong.Marks {
		code := "report.template.cell"
		if m.Cell == "" {
			code = "report.template.margin"
		}
		refused.Details = append(refused.Details, data.Problem{
			Code: code, Refuse: true, Args: []any{"Sheet", m.Sheet, "Cell", m.Cell, "Mark", "{{" + m.Mark + "}}"}, //i18n:prefix problem.report.template.
		})
	}
	return refused
}

// preview has nothing to show before the template is filled.
func (f *filled) preview(int) []SheetPreview { return nil }

func (f *filled) result() Result {
	return Result{Events: len(f.d.held), Draft: f.d.draft, Problems: f.d.problems}
}

// slots are the marks: those of the report and of the project for every cell, and the lists with those of their records.
func (f *filled) slots() workbook.Slots {
	d := f.d
	common := f.common()
	partners := marked(f, "partner", d.partners, nil)
	if d.choice.partner != nil {
		one := marked(f, "partner", []*data.Partner{d.choice.partner}, nil)
		common = orOf(common, one)
	}
	return workbook.Slots{
		Status: d.draftMark(), Words: wordsOf(d.p), Value: common,
		Lists: map[string]workbook.TemplateList{
			"partners":       partners,
			"events":         marked(f, "event", eventsOf(d.held), f.counts(d.held)),
			"coming":         marked(f, "event", eventsOf(d.coming), f.counts(d.coming)),
			"takeaways":      marked(f, "takeaway", takeawaysOf(d.lessons), nil),
			"indicators":     f.indicators(),
			"communications": marked(f, "communication", d.communications, nil),
			"deliverables":   marked(f, "deliverable", d.concerned(), nil),
			"work_packages":  marked(f, "work_package", sortedBy(d.packages, func(w *data.WorkPackage) string { return w.Number }), nil),
			"tasks":          marked(f, "task", sortedBy(d.tasks, func(t *data.Task) string { return t.Number }), nil),
		},
	}
}

// orOf asks one source of values, and for what it does not know the only row of a list.
func orOf(common func(string) (workbook.Cell, bool), list workbook.TemplateList) func(string) (workbook.Cell, bool) {
	return func(mark string) (workbook.Cell, bool) {
		if c, ok := common(mark); ok || !list.Knows(mark) {
			return c, ok
		}
		return list.Rows[0](mark), true
	}
}

// common are the marks that hold for the whole report.
func (f *filled) common() func(string) (workbook.Cell, bool) {
	d := f.d
	project := marked(f, "project", []*data.Project{d.project}, nil)
	values := map[string]func() workbook.Cell{
		"report.draft":      func() workbook.Cell { return workbook.Text(d.draftMark()) },
		"report.date":       func() workbook.Cell { return workbook.Date(d.o.Now) },
		"report.span":       func() workbook.Cell { return workbook.Text(d.spanText()) },
		"report.selection":  func() workbook.Cell { return workbook.Text(d.selection()) },
		"report.funding":    func() workbook.Cell { return workbook.Text(d.fundingStatement()) },
		"report.disclaimer": func() workbook.Cell { return workbook.Text(d.disclaimer()) },
		"total.events":      func() workbook.Cell { return workbook.Int(len(d.held)) },
		"total.people":      func() workbook.Cell { return optional(d.attended()) },
		"total.organisations": func() workbook.Cell {
			return workbook.Int(len(d.organisations))
		},
		"total.countries": func() workbook.Cell { return workbook.Int(len(d.eventCountries())) },
		"total.takeaways": func() workbook.Cell { return workbook.Int(len(d.lessons)) },
		"period.number": func() workbook.Cell {
			return d.periodCell(func(p *data.Period) workbook.Cell { return optional(p.Number) })
		},
		"period.from": func() workbook.Cell { return d.periodCell(func(p *data.Period) workbook.Cell { return day(p.From) }) },
		"period.to":   func() workbook.Cell { return d.periodCell(func(p *data.Period) workbook.Cell { return day(p.To) }) },
	}
	for _, by := range []*data.Enum{data.Gender, data.AgeBand} {
		for _, word := range by.Words {
			values["total."+by.Name+"."+word] = func() workbook.Cell { return optional(d.wordSum(by.Name, word)) }
		}
	}
	return func(mark string) (workbook.Cell, bool) {
		if value, ok := values[mark]; ok {
			return value(), true
		}
		if project.Knows(mark) {
			return project.Rows[0](mark), true
		}
		return workbook.Empty(), false
	}
}

func (d *dossier) periodCell(of func(*data.Period) workbook.Cell) workbook.Cell {
	if d.choice.period == nil {
		return workbook.Empty()
	}
	return of(d.choice.period)
}

// extra are marks of a record beyond its columns.
type extra map[string]func(i int) workbook.Cell

// marked gives records as a list: {{event.city}} is the column city of an event. What a column's mark of privacy keeps out of
// this document, no mark gives.
func marked[T any, P interface {
	*T
	data.Record
}](f *filled, prefix string, list []P, more extra) workbook.TemplateList {
	entity := data.EntityOf(P(new(T)))
	column := func(mark string) *data.Column {
		id, ok := strings.CutPrefix(mark, prefix+".")
		if !ok || !f.d.shows(entity.Column, id) {
			return nil
		}
		c, _ := entity.Column(id)
		return c
	}
	out := workbook.TemplateList{Knows: func(mark string) bool { return more[mark] != nil || column(mark) != nil }}
	for i, rec := range list {
		out.Rows = append(out.Rows, func(mark string) workbook.Cell {
			if value := more[mark]; value != nil {
				return value(i)
			}
			c := column(mark)
			if wall, ok := c.At(rec).(*data.Wall); ok {
				return day(wall.Day())
			}
			return columnCell(c, rec, f.text)
		})
	}
	return out
}

func eventsOf(list []*occasion) []*data.Event {
	out := make([]*data.Event, len(list))
	for i, o := range list {
		out[i] = o.Event
	}
	return out
}

func takeawaysOf(list []*lesson) []*data.Takeaway {
	out := make([]*data.Takeaway, len(list))
	for i, l := range list {
		out[i] = l.Takeaway
	}
	return out
}

// counts are the figures of events: {{event.people}}, {{event.gender.female}}.
func (f *filled) counts(list []*occasion) extra {
	out := extra{
		"event.people": func(i int) workbook.Cell {
			if t := list[i].tally; t.Known {
				return workbook.Int(t.Total)
			}
			return workbook.Empty()
		},
		"event.named": func(i int) workbook.Cell {
			if t := list[i].tally; t.Known {
				return workbook.Int(t.Named)
			}
			return workbook.Empty()
		},
		"event.organisations": func(i int) workbook.Cell {
			if t := list[i].tally; t.Named > 0 { // those who were only counted belong to some, and nobody knows to how many
				return workbook.Int(len(t.Organisations))
			}
			return workbook.Empty()
		},
		"event.countries": func(i int) workbook.Cell {
			if !list[i].tally.By["country"].Known {
				return workbook.Empty()
			}
			return workbook.Int(list[i].countries(f.d))
		},
		"event.dates": func(i int) workbook.Cell { return workbook.Text(f.d.when(list[i].Event)) },
	}
	for _, by := range []*data.Enum{data.Gender, data.AgeBand} {
		for _, word := range by.Words {
			out["event."+by.Name+"."+word] = func(i int) workbook.Cell { return optional(list[i].tally.By[by.Name].Of(word)) }
		}
	}
	return out
}

func (f *filled) indicators() workbook.TemplateList {
	list := f.d.reachedIndicators()
	records := make([]*data.Indicator, len(list))
	for i, r := range list {
		records[i] = r.Indicator
	}
	return marked(f, "indicator", records, extra{
		"indicator.target": func(i int) workbook.Cell { return exactCell(list[i].target) }, // a partner's own, where the report is one of its
		"indicator.actual": func(i int) workbook.Cell { return exactCell(list[i].actual) },
		"indicator.share": func(i int) workbook.Cell {
			if r := list[i]; r.actual != nil && r.target != nil && *r.target != 0 {
				return workbook.Number(r.actual.Float64() / r.target.Float64())
			}
			return workbook.Empty()
		},
	})
}

func exactCell(n *data.Decimal) workbook.Cell {
	if n == nil {
		return workbook.Empty()
	}
	return workbook.Number(n.Float64())
}
