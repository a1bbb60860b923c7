package reports

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"primadesk/assets/portal"
	files "primadesk/reports/publish"
	"primadesk/reports/workbook"
)

// portalDeskReport is every free text of the periodic report's technical part, ready to be copied into the Portal: as a
// workbook, or, where the file is called .txt, as plain text.
func portalDeskReport() Report {
	return Report{
		Name: "portal-desk", Label: "report.desk.name", Purpose: "report.desk.purpose", Job: JobPeriod, Ending: ".xlsx", Also: ".txt",
		Takes: []Option{OptPeriod, OptPartner}, Needs: []Option{OptPeriod},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			k, err := d.desk(ctx, src)
			if err != nil {
				return nil, err
			}
			sections, err := portal.Sections()
			if err != nil {
				return nil, fmt.Errorf("fields of the Portal: %w", err)
			}
			list := k.fill(sections)
			return &portalDesk{sheets{d, d.deskBook(list)}, list}, nil
		},
	}
}

// portalDesk is the texts in two forms.
type portalDesk struct {
	sheets
	list []*deskText
}

func (k *portalDesk) write(ctx context.Context, path string, progress Progress) error {
	if !strings.EqualFold(filepath.Ext(path), ".txt") {
		return k.sheets.write(ctx, path, progress)
	}
	return files.File(path, k.d.o.Scratch, func(out io.Writer, _ *files.Room) error {
		for _, t := range k.list {
			if err := ctx.Err(); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(out, "=== %s ===\n%s\n\n%s\n\n", joined(" · ", k.d.deskSection(t.of), t.record, t.label), k.d.deskState(t), t.text); err != nil {
				return err
			}
		}
		return nil
	})
}

// result has no draft: what is lacking is marked beside each text.
func (k *portalDesk) result() Result {
	return Result{Sheets: len(k.book.Sheets), Events: len(k.d.held)}
}

func (d *dossier) deskSection(of string) string { return d.p.Entity(of) }

// deskState says how long a text is and what is wrong with it: "1,204 of 5,000 characters · in another language".
func (d *dossier) deskState(t *deskText) string {
	length := d.p.N("report.desk.length", t.characters())
	if t.Limit > 0 {
		length = d.p.T("report.desk.length_of", "Count", d.p.Number(t.characters()), "Limit", d.p.Number(t.Limit))
	}
	return joined(" · ", length, d.deskMarks(t))
}

//i18n:prefix report.desk.mark.
func (d *dossier) deskMarks(t *deskText) string {
	words := make([]string, 0, len(t.marks))
	for _, m := range t.marks {
		words = append(words, d.p.T("report.desk.mark."+string(m)))
	}
	return joined(" · ", words...)
}

func (d *dossier) deskBook(list []*deskText) workbook.Workbook {
	p := d.p
	return workbook.Workbook{
		Formats: formats(p), Footer: footer(p, d.project, ""),
		Properties: workbook.Properties{
			Title: p.T("report.desk.title"), Subject: d.project.Acronym, Category: p.T("report.desk.name"), Language: p.ExcelLanguageTag(),
			Application: d.o.Program, Created: d.o.Now,
		},
		Sheets: []workbook.Sheet{d.deskSheet(list)},
	}
}

//i18n:prefix report.desk.source.
func (d *dossier) deskSheet(list []*deskText) workbook.Sheet {
	p := d.p
	type column = workbook.Column[*deskText]
	width := roomFor(list, func(t *deskText) string { return t.text }, 80)
	return workbook.Sheet{
		ID: "texts", Name: p.T("report.desk.texts"), Title: p.T("report.desk.title"), Layout: workbook.Register,
		Caption: joined(" · ", d.project.Acronym, p.Field("period")+" "+d.spanText(), p.T("report.desk.caption")),
		Blocks: []workbook.Block{workbook.Table[*deskText]{ID: "texts", Rows: workbook.Of(list...), Expected: len(list), Columns: []column{
			{ID: "section", Header: p.T("report.desk.section"), Width: 18, Value: func(t *deskText) workbook.Cell { return workbook.Text(d.deskSection(t.of)) }},
			{ID: "record", Header: p.T("report.desk.record"), Kind: workbook.KindWrapped, Width: 26, Value: func(t *deskText) workbook.Cell { return workbook.Text(t.record) }},
			{ID: "field", Header: p.T("report.desk.field"), Kind: workbook.KindWrapped, Width: 22, Value: func(t *deskText) workbook.Cell { return workbook.Text(t.label) }},
			{ID: "text", Header: p.T("report.desk.text"), Kind: workbook.KindWrapped, Width: width, Value: func(t *deskText) workbook.Cell { return d.required(t.text) }},
			{ID: "characters", Header: p.T("report.desk.characters"), Kind: workbook.KindInt, Width: 11, Value: func(t *deskText) workbook.Cell { return workbook.Int(t.characters()) }},
			{ID: "limit", Header: p.T("report.desk.limit"), Kind: workbook.KindInt, Width: 11, Value: func(t *deskText) workbook.Cell {
				if t.Limit == 0 {
					return workbook.Empty()
				}
				return workbook.Int(t.Limit)
			}},
			{ID: "left", Header: p.T("report.desk.left"), Kind: workbook.KindInt, Width: 11, Value: func(t *deskText) workbook.Cell {
				if t.Limit == 0 {
					return workbook.Empty()
				}
				return workbook.Formula("{limit}-{characters}", float64(t.Limit-t.characters()))
			}},
			{ID: "state", Header: p.Field("status"), Kind: workbook.KindWrapped, Width: 26, Value: func(t *deskText) workbook.Cell {
				if len(t.marks) == 0 {
					return workbook.Text(p.T("report.desk.ready"))
				}
				return workbook.Missing(d.deskMarks(t))
			}},
			{ID: "source", Header: p.T("report.desk.source"), Kind: workbook.KindWrapped, Width: 26, Value: func(t *deskText) workbook.Cell {
				if t.Limit == 0 {
					return workbook.Empty()
				}
				return workbook.Text(p.T("report.desk.source." + t.Source))
			}},
		}}},
	}
}
