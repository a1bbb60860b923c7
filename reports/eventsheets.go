package reports

import (
	"context"
	"fmt"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// eventSheetReport are the Commission's event description sheets alone, a page each, ready to be attached.
func eventSheetReport() Report {
	return Report{
		Name: "event-sheet", Label: "report.event_sheet.name", Purpose: "report.event_sheet.purpose", Job: JobEvent, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptFinal},
		make:  ofEvents(eventSheets),
	}
}

// eventSheets declares the sheets of the events held; one that is only planned has none, and does not make it a draft. Where no event
// was held the workbook says so. Error, where events were asked for by name or a final version: "report.none_held".
func eventSheets(_ context.Context, d *dossier) (workbook.Workbook, error) {
	d.coming = nil
	d.draft = !d.o.Final && (len(d.problems) > 0 || d.incomplete())
	if len(d.held) == 0 && (d.o.Final || len(d.o.Events) > 0) {
		return workbook.Workbook{}, data.Fail("report.none_held")
	}
	if err := d.refuse(); err != nil {
		return workbook.Workbook{}, err
	}
	head, err := d.letterhead()
	if err != nil {
		return workbook.Workbook{}, err
	}
	book := d.frame(d.p.T("report.event.title"))
	book.Names = nil
	if len(d.held) == 0 {
		book.Sheets = []workbook.Sheet{{
			ID: "none", Name: d.p.T("report.event.title"), Title: d.p.T("report.event.title"), Layout: workbook.Form,
			Blocks: []workbook.Block{workbook.Paragraph{Text: d.p.T("err.report.none_held"), Tone: workbook.Warning}},
		}}
	}
	for _, o := range d.held {
		book.Sheets = append(book.Sheets, d.eventPage(o, head))
	}
	return book, nil
}

// eventPage is the form of an event as a page that is attached alone: under the emblem, with the disclaimer.
func (d *dossier) eventPage(o *occasion, head []workbook.Block) workbook.Sheet {
	sheet := d.eventSheet(o)
	blocks := append(head[:len(head):len(head)], workbook.Banner{Title: d.p.T("report.event.title"), Below: sheet.Caption})
	blocks = append(blocks, d.draftNotice()...)
	blocks = append(blocks, sheet.Blocks...)
	sheet.OnePage, sheet.Title, sheet.Caption = true, "", ""
	sheet.Blocks = append(blocks, workbook.Gap(6), workbook.Paragraph{Text: d.disclaimer(), Tone: workbook.Small})
	return sheet
}

// letterhead is the emblem with the funding statement beside it, as article 17 asks of what leaves the project.
func (d *dossier) letterhead() ([]workbook.Block, error) {
	picture, err := emblem()
	if err != nil {
		return nil, fmt.Errorf("emblem: %w", err)
	}
	return []workbook.Block{
		workbook.Picture{PNG: picture, Height: 42, Alt: d.p.T("report.cover.emblem"), Beside: d.fundingStatement()}, workbook.Gap(14),
	}, nil
}

// draftNotice says why a version is a draft, if it is one, and what the project says of itself.
func (d *dossier) draftNotice() []workbook.Block {
	var blocks []workbook.Block
	if d.draft {
		reason := d.p.T("report.draft.incomplete")
		if len(d.problems) > 0 {
			reason = d.p.T("report.draft.sums")
		}
		blocks = append(blocks, workbook.Paragraph{Text: d.p.T("report.draft") + " · " + reason, Tone: workbook.Warning, Bold: true})
	}
	if notice := d.text(&d.project.Notice); notice != "" {
		blocks = append(blocks, workbook.Paragraph{Text: notice, Tone: workbook.Warning})
	}
	return blocks
}
