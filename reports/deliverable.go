package reports

import (
	"context"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// Deliverable writes the deliverable workbook to path, whole or not at all.
//
// Errors of the choice are of type *data.Error: "report.option", "report.period", "report.nothing" (an option names a record
// that is not there), and, for a final version, "report.sums" with every sum that is off and "report.undated" with
// every event that has no date. Errors of writing are *workbook.Error.
func Deliverable(ctx context.Context, src Source, o Options, path string, progress Progress) (Result, error) {
	d, book, err := deliverable(ctx, src, o)
	if err != nil {
		return Result{}, err
	}
	if err := workbook.WriteFile(ctx, path, book, workbook.Options{Scratch: o.Scratch, Progress: workbook.Progress(progress)}); err != nil {
		return Result{}, err
	}
	return Result{Path: path, Draft: d.draft, Sheets: len(book.Sheets), Events: len(d.held), Problems: d.problems}, nil
}

// Preview gives the first rows of each sheet of the deliverable workbook, at most so many, as text. What Deliverable refuses it
// refuses too.
func Preview(ctx context.Context, src Source, o Options, rows int) ([]SheetPreview, error) {
	_, book, err := deliverable(ctx, src, o)
	if err != nil {
		return nil, err
	}
	return preview(o.Printer, book, rows), nil
}

// deliverable declares the workbook, in the order in which its sheets stand.
func deliverable(ctx context.Context, src Source, o Options) (*dossier, workbook.Workbook, error) {
	report, err := Named("deliverable")
	if err != nil {
		return nil, workbook.Workbook{}, err
	}
	if err := report.Check(&o); err != nil {
		return nil, workbook.Workbook{}, err
	}
	d, err := gather(ctx, src, o)
	if err != nil {
		return nil, workbook.Workbook{}, err
	}
	if err := d.refuse(); err != nil {
		return nil, workbook.Workbook{}, err
	}
	cover, err := d.coverSheet()
	if err != nil {
		return nil, workbook.Workbook{}, err
	}
	book := d.frame()
	book.Sheets = []workbook.Sheet{
		cover, d.controlSheet(), d.summarySheet(), d.eventsSheet(), d.participantsSheet(), d.learningsSheet(), d.followUpSheet(),
		d.organisationsSheet(), d.indicatorsSheet(), d.communicationSheet(), d.definitionsSheet(),
	}
	for _, o := range d.held {
		book.Sheets = append(book.Sheets, d.eventSheet(o))
	}
	if o.WithPersonalData {
		contacts, err := d.contactsSheet(ctx)
		if err != nil {
			return nil, workbook.Workbook{}, err
		}
		book.Sheets = append(book.Sheets, contacts)
	}
	return d, book, nil
}

// frame is what the workbook has besides its sheets.
func (d *dossier) frame() workbook.Workbook {
	status, draft := d.p.T("report.final"), ""
	if d.draft {
		status, draft = d.p.T("report.draft"), d.p.T("report.draft")
	}
	creator := ""
	if c := d.coordinator(); c != nil {
		creator = c.LegalName
	}
	number := ""
	if x := d.subject(); x != nil {
		number = x.Number
	}
	return workbook.Workbook{
		Formats: formats(d.p), Footer: footer(d.p, d.project, draft), Names: registerNames(),
		Properties: workbook.Properties{
			Title: d.title(), Subject: d.below(), Creator: creator, Company: creator, Category: d.p.Entity("deliverable"),
			Keywords:    joined("; ", d.project.Acronym, d.project.GrantNumber, number),
			Description: d.fundingStatement(), Language: d.p.ExcelLanguageTag(), Status: status,
			Application: d.o.Program, Created: d.o.Now,
		},
	}
}

// footer of every page: acronym and grant number, sheet, page of pages.
func footer(p *i18n.Printer, project *data.Project, draft string) workbook.Footer {
	return workbook.Footer{
		Left:  joined(" · ", project.Acronym, project.GrantNumber),
		Page:  p.T("report.page", "Page", "{page}", "Pages", "{pages}"),
		Draft: draft,
	}
}

// formats are the number formats of a language. Where it puts a space before the sign, the sign stands as text behind a percentage.
func formats(p *i18n.Printer) workbook.Formats {
	percent := "0%"
	if number, spaced := strings.CutSuffix(strings.TrimPrefix(p.Percent(0.5), "50"), "%"); spaced && number != "" {
		percent = `0"` + number + `"%`
	}
	return workbook.Formats{Date: p.ExcelDateFormat(), DateTime: p.ExcelDateTimeFormat(), Percent: percent}
}
