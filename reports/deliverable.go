package reports

import (
	"context"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// deliverableReport is the workbook that a deliverable about events consists of.
func deliverableReport() Report {
	return Report{
		Name: "deliverable", Label: "report.deliverable.name", Purpose: "report.deliverable.purpose", Job: JobDeliverable, Ending: ".xlsx",
		Takes: []Option{
			OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent,
			OptFinal, OptPersonalData,
		},
		make: gathered(deliverable),
	}
}

// deliverable declares the workbook, in the order in which its sheets stand.
func deliverable(ctx context.Context, d *dossier) (workbook.Workbook, error) {
	if err := d.refuse(); err != nil {
		return workbook.Workbook{}, err
	}
	cover, err := d.coverSheet()
	if err != nil {
		return workbook.Workbook{}, err
	}
	book := d.frame(d.title())
	book.Sheets = []workbook.Sheet{
		cover, d.controlSheet(), d.summarySheet(), d.eventsSheet(), d.participantsSheet(), d.learningsSheet(), d.followUpSheet(),
		d.organisationsSheet(), d.indicatorsSheet(), d.communicationSheet(), d.definitionsSheet(),
	}
	for _, o := range d.held {
		book.Sheets = append(book.Sheets, d.eventSheet(o))
	}
	if d.o.WithPersonalData {
		contacts, err := d.contactsSheet(ctx)
		if err != nil {
			return workbook.Workbook{}, err
		}
		book.Sheets = append(book.Sheets, contacts)
	}
	return book, nil
}

// frame is what a workbook has besides its sheets.
func (d *dossier) frame(title string) workbook.Workbook {
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
			Title: title, Subject: d.below(), Creator: creator, Company: creator, Category: d.p.Entity("deliverable"),
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
