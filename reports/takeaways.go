package reports

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// takeawaysReport is what was learned, what is done about it, and how far its translations are.
func takeawaysReport() Report {
	return Report{
		Name: "takeaways", Label: "report.takeaways.name", Purpose: "report.takeaways.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{
			OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptLanguages,
		},
		make: gathered(takeawaysBook),
	}
}

func takeawaysBook(_ context.Context, d *dossier) (workbook.Workbook, error) {
	d.settled()
	p := d.p
	agreed := d.agreed()
	cover, err := d.frontSheet(front{
		title: p.Entities("takeaway"),
		links: []workbook.Link{
			{Text: p.T("report.sheet.summary"), Sheet: "summary"},
			content("learnings", p.T("report.sheet.learnings"), "learnings", len(d.lessons)),
			content("follow_up", p.T("report.sheet.follow_up"), "follow_up", len(agreed)),
			content("languages", p.T("report.sheet.languages"), "", 0),
		},
		notes: []workbook.Pair{
			note(p.T("report.sheet.learnings"), p.T("report.define.learnings")),
			note(p.T("report.define.language_term"), p.T("report.define.language")),
		},
	})
	if err != nil {
		return workbook.Workbook{}, err
	}
	book := d.bound(p.Entities("takeaway"))
	book.Sheets = []workbook.Sheet{cover, d.lessonsSummary(), d.lessonsSheet(), d.dueSheet(agreed), d.languagesSheet()}
	return book, nil
}

// lessonsSummary counts what was learned by country, theme and kind.
func (d *dossier) lessonsSummary() workbook.Sheet {
	p := d.p
	blocks := []workbook.Block{
		d.countTable("learnings", "country", p.T("report.by_country"), p.Field("country"), tally(d, d.lessons, func(l *lesson) string { return l.country })),
		d.countTable("learnings", "theme", p.T("report.by_theme"), p.Field("theme"), tally(d, d.lessons, func(l *lesson) string { return l.theme })),
		d.countTable("learnings", "kind", p.T("report.takeaways.by_kind"), p.Field("takeaway_kind"), tally(d, d.lessons, d.lessonKind)),
		workbook.Chart{
			Kind: workbook.BarChart, Title: p.T("report.takeaways.chart"), Table: "learnings_by_theme", Category: "name", Series: []string{"n"},
		},
	}
	return workbook.Sheet{
		ID: "summary", Name: p.T("report.sheet.summary"), Title: p.T("report.sheet.summary"),
		Caption: joined(" · ", d.project.Acronym, d.spanText()), Layout: workbook.Stack, OnePage: true, Late: true, Blocks: blocks,
	}
}

func (d *dossier) lessonKind(l *lesson) string { return d.enum(data.TakeawayKind, l.Kind) }

// lessonsSheet is the register of what was learned, each once.
func (d *dossier) lessonsSheet() workbook.Sheet {
	p := d.p
	return workbook.Sheet{
		ID: "learnings", Name: p.T("report.sheet.learnings"), Title: p.T("report.sheet.learnings"), Caption: p.T("report.learnings.caption"),
		Layout: workbook.Register, Late: true, Blocks: []workbook.Block{workbook.Table[*lesson]{
			ID: "learnings", Rows: workbook.Of(d.lessons...), Expected: len(d.lessons), Empty: p.T("report.none"),
			Columns: plainEvents(d.lessonColumns()),
		}},
	}
}

// plainEvents names events without a link: the workbook has no event sheets.
func plainEvents(columns []lessonColumn) []lessonColumn {
	for i := range columns {
		if columns[i].ID == "events" {
			columns[i].Value = func(l *lesson) workbook.Cell { return workbook.Text(l.events) }
		}
	}
	return columns
}

// dueSheet lists what was agreed to be done, with what is late.
func (d *dossier) dueSheet(agreed []*lesson) workbook.Sheet {
	p := d.p
	late := lessonColumn{ID: "late", Header: i18n.Upper(p.T("report.takeaways.late")), Width: 12, Value: func(l *lesson) workbook.Cell {
		if d.late(l) {
			return workbook.Missing(p.T("report.takeaways.late"))
		}
		return workbook.Empty()
	}}
	columns := slices.Insert(plainEvents(d.followUpColumns()), 2, late)
	blocks := []workbook.Block{workbook.Table[*lesson]{
		ID: "follow_up", Rows: workbook.Of(agreed...), Expected: len(agreed), Empty: p.T("report.none"), Columns: columns,
	}}
	if len(agreed) > 0 {
		blocks = append(blocks, workbook.Gap(4), d.countTable("follow_up", "state", p.T("report.by_status"), p.Field("status"), tally(d, agreed, d.followUpState)))
	}
	return workbook.Sheet{
		ID: "follow_up", Name: p.T("report.sheet.follow_up"), Title: p.T("report.sheet.follow_up"), Caption: p.T("report.follow_up.caption"),
		Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}

// late tells whether what was agreed should be done by now and is not.
func (d *dossier) late(l *lesson) bool {
	return l.FollowUpDue != "" && l.FollowUpDue < d.today() && l.FollowUpState != "done" && l.FollowUpState != "dropped"
}
