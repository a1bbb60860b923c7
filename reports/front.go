package reports

import (
	"fmt"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// front is the first page of a workbook that is no deliverable: what it is, of which grant and days, what is in it and how it was
// counted.
type front struct {
	title    string
	internal bool            // it is for the project alone, and says so
	draft    string          // why it is a draft, where it is one
	pairs    []workbook.Pair // what it says of itself, behind grant and days
	links    []workbook.Link
	notes    []workbook.Pair // how to read it
	personal bool            // it may name people, so it says whether it does
}

// frontSheet lays the first page out. It is written last, so that its figures may refer to every sheet.
func (d *dossier) frontSheet(f front) (workbook.Sheet, error) {
	picture, err := emblem()
	if err != nil {
		return workbook.Sheet{}, fmt.Errorf("emblem: %w", err)
	}
	p := d.p
	blocks := []workbook.Block{
		workbook.Picture{PNG: picture, Height: 42, Alt: p.T("report.cover.emblem"), Beside: d.fundingStatement()},
		workbook.Gap(14), workbook.Banner{Title: f.title, Below: d.project.Acronym},
	}
	if f.internal {
		blocks = append(blocks, workbook.Paragraph{Text: p.T("report.front.internal"), Tone: workbook.Warning, Bold: true})
	}
	if d.draft {
		blocks = append(blocks, workbook.Paragraph{Text: p.T("report.draft") + " · " + f.draft, Tone: workbook.Warning, Bold: true})
	}
	if notice := d.text(&d.project.Notice); notice != "" {
		blocks = append(blocks, workbook.Paragraph{Text: notice, Tone: workbook.Warning})
	}
	blocks = append(blocks, workbook.Pairs{Pairs: d.frontPairs(f)}, workbook.Gap(8), workbook.Links{Links: f.links})
	if len(f.notes) > 0 {
		blocks = append(blocks, workbook.Gap(8), workbook.Pairs{Lined: true, Pairs: f.notes})
	}
	if !f.internal {
		blocks = append(blocks, workbook.Gap(10), workbook.Paragraph{Text: d.disclaimer(), Tone: workbook.Small})
	}
	return workbook.Sheet{ID: "cover", Name: p.T("report.sheet.cover"), Layout: workbook.Form, OnePage: true, Late: true, Blocks: blocks}, nil
}

func (d *dossier) frontPairs(f front) []workbook.Pair {
	p := d.p
	pairs := []workbook.Pair{
		{Label: p.Field("project"), Value: workbook.Text(joined(" – ", d.project.Acronym, d.text(&d.project.Name)))},
		{Label: p.Field("grant_number"), Value: workbook.Text(d.project.GrantNumber)},
		{Label: p.Field("period"), Value: workbook.Text(d.spanText())},
	}
	pairs = append(pairs, pairsOf(d.statedReported())...)
	if chosen := d.selection(); chosen != "" {
		pairs = append(pairs, workbook.Pair{Label: p.T("report.cover.selection"), Value: workbook.Text(chosen)})
	}
	pairs = append(pairs, f.pairs...)
	pairs = append(pairs, workbook.Pair{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)})
	if f.personal {
		names := workbook.Text(p.T("report.cover.no_personal_data"))
		if d.o.WithPersonalData {
			names = workbook.Text(p.T("report.front.personal_data")).Strong()
		}
		pairs = append(pairs, workbook.Pair{Label: p.T("report.cover.personal"), Value: names})
	}
	return pairs
}

// note is a line of how to read a workbook.
func note(label, text string) workbook.Pair {
	return workbook.Pair{Label: label, Value: workbook.Text(text)}
}

// content is a line of a first page's contents: a sheet, with the number of rows of its table where it has one.
func content(sheet, name, table string, rows int) workbook.Link {
	link := workbook.Link{Text: name, Sheet: sheet}
	if table != "" {
		link.Value = workbook.Formula(workbook.Expression("{"+table+"!#}"), float64(rows))
	}
	return link
}

// bound is a workbook that is no deliverable, without its sheets.
func (d *dossier) bound(title string) workbook.Workbook {
	book := d.frame(title)
	book.Names = nil
	book.Properties.Subject, book.Properties.Category = d.project.Acronym, title
	return book
}

// settled says of what was gathered for other rules than a deliverable's that it is no draft.
func (d *dossier) settled() {
	d.draft, d.problems = false, nil
}

// today is the day on which the data are read.
func (d *dossier) today() data.Date { return data.DateOf(d.o.Now) }
