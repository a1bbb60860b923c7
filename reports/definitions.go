package reports

import "primadesk/reports/workbook"

// definitionsSheet says how everything in the deliverable was counted and of which moment the data are.
func (d *dossier) definitionsSheet() workbook.Sheet {
	p := d.p
	personal := p.T("report.define.no_personal_data")
	if d.o.WithPersonalData {
		personal = p.T("report.define.personal_data")
	}
	return d.defined(
		append(d.cut(), term(p.T("report.define.recorded"), p.T("report.define.recorded_text"))),
		append(d.counting(),
			term(p.T("report.organisations"), p.T("report.define.organisations")),
			term(p.T("report.sheet.indicators"), p.T("report.define.indicators"))),
		workbook.PageBreak{},
		workbook.Heading{Text: p.T("report.define.contents"), Level: 2},
		workbook.Pairs{Lined: true, Pairs: []workbook.Pair{
			term(p.T("report.sheet.events"), p.T("report.define.events")),
			term(p.Field("period"), p.T("report.define.period")),
			term(p.T("report.sheet.learnings"), p.T("report.define.learnings")),
			term(p.T("report.define.language_term"), p.T("report.define.language")),
			term(p.T("report.cover.personal"), personal),
		}},
	)
}

// countingPage is the counting sheet of a workbook that has no cover: under the emblem, with what makes it a draft.
func (d *dossier) countingPage() (workbook.Sheet, error) {
	blocks, err := d.letterhead()
	sheet := d.countingSheet()
	blocks = append(blocks, workbook.Banner{Title: sheet.Title, Below: sheet.Caption})
	sheet.OnePage, sheet.Title, sheet.Caption = true, "", ""
	sheet.Blocks = append(append(blocks, d.draftNotice()...), sheet.Blocks...)
	return sheet, err
}

// countingSheet says the same of a report that counts people; more are terms of its own.
func (d *dossier) countingSheet(more ...workbook.Pair) workbook.Sheet {
	p := d.p
	counting := append(d.counting(), more...)
	if mark := p.T("report.public.mark"); d.public != nil {
		counting = append(counting, term(mark, p.T("report.public.define", "Mark", mark, "Fewest", p.Number(fewest))))
	}
	return d.defined(append(d.cut(), pairsOf(d.statedReported())...), counting,
		workbook.Heading{Text: p.T("report.define.contents"), Level: 2},
		workbook.Pairs{Lined: true, Pairs: []workbook.Pair{
			term(p.T("report.sheet.events"), p.T("report.define.events_counted")),
			term(p.Field("period"), p.T("report.define.period")),
			term(p.T("report.cover.personal"), p.T("report.define.no_personal_data")),
		}},
		workbook.Gap(8), workbook.Paragraph{Text: d.disclaimer(), Tone: workbook.Small},
	)
}

// defined is a sheet of definitions: what the data are cut to, how they were counted, and what else there is to say.
func (d *dossier) defined(cut, counting []workbook.Pair, more ...workbook.Block) workbook.Sheet {
	p := d.p
	return workbook.Sheet{
		ID: "definitions", Name: p.T("report.sheet.definitions"), Title: p.T("report.sheet.definitions"),
		Caption: p.T("report.define.caption"), Layout: workbook.Form, Blocks: append([]workbook.Block{
			workbook.Heading{Text: p.T("report.define.cut"), Level: 2},
			workbook.Pairs{Lined: true, Pairs: cut},
			workbook.Heading{Text: p.T("report.define.counting"), Level: 2},
			workbook.Pairs{Lined: true, Pairs: counting},
		}, more...),
	}
}

// cut says of which moment the data are, and which of them.
func (d *dossier) cut() []workbook.Pair {
	p := d.p
	return []workbook.Pair{
		{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)},
		term(p.Field("period"), d.spanText()),
		term(p.T("report.cover.selection"), first(d.selection(), p.T("report.define.no_selection"))),
	}
}

// counting are the terms that all counts of people share.
func (d *dossier) counting() []workbook.Pair {
	p := d.p
	return []workbook.Pair{
		term(p.T("report.people"), p.T("report.define.people")),
		term(p.T("report.define.head_counts_term"), p.T("report.define.head_counts")),
		term(p.T("report.define.several_days_term"), p.T("report.define.several_days")),
		term(p.T("report.not_stated"), p.T("report.define.not_stated")),
		term(p.T("report.not_broken"), p.T("report.define.not_broken")),
		term(p.T("report.define.empty_term"), p.T("report.define.empty")),
		term(p.Field("country"), p.T("report.define.country")),
	}
}

func term(label, text string) workbook.Pair {
	return workbook.Pair{Label: label, Value: workbook.Text(text)}
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
