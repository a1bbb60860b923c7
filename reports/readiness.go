package reports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// severities in the order of the check file.
var severities = []data.Severity{data.Severe, data.Warning, data.Notice}

// readinessReport is the check file: what an officer or auditor would still ask for, by severity, with what to do about it. It is
// for the project alone, and may name records as the workspace calls them.
func readinessReport() Report {
	return Report{
		Name: "readiness", Label: "report.readiness.name", Purpose: "report.readiness.purpose", Job: JobAudit, Ending: ".xlsx",
		Takes: []Option{OptPeriod},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d := newDossier(o)
			for _, step := range []func(context.Context, Source) error{d.readProject, d.choose} {
				if err := step(ctx, src); err != nil {
					return nil, err
				}
			}
			findings, err := src.Findings(ctx, o.Printer, o.Period)
			if err != nil {
				return nil, err
			}
			return &sheets{d, d.checkFile(findings)}, nil
		},
	}
}

// checkFile is an overview and a register of what is still to be done.
func (d *dossier) checkFile(findings []data.Finding) workbook.Workbook {
	p := d.p
	list := slices.Clone(findings)
	slices.SortStableFunc(list, func(a, b data.Finding) int {
		return slices.Index(severities, a.Severity) - slices.Index(severities, b.Severity)
	})
	return workbook.Workbook{
		Formats: formats(p), Footer: footer(p, d.project, ""),
		Properties: workbook.Properties{
			Title: p.T("report.readiness.title"), Subject: d.project.Acronym, Category: p.T("report.readiness.name"),
			Keywords: joined("; ", d.project.Acronym, d.project.GrantNumber), Language: p.ExcelLanguageTag(),
			Application: d.o.Program, Created: d.o.Now,
		},
		Sheets: []workbook.Sheet{d.checkCover(list), d.checkRegister(list)},
	}
}

func (d *dossier) checkCover(list []data.Finding) workbook.Sheet {
	p := d.p
	counts := map[data.Severity]int{}
	for _, f := range list {
		counts[f.Severity]++
	}
	lines := make([]tallied, 0, len(severities))
	for _, s := range severities {
		lines = append(lines, tallied{p.Enum("severity", string(s)), counts[s]})
	}
	result := p.T("report.readiness.clean")
	if len(list) > 0 {
		result = p.N("report.readiness.found", len(list))
	}
	criterion := workbook.Expression("SUMPRODUCT(--EXACT({findings!severity:},{name}))")
	return workbook.Sheet{ID: "overview", Name: p.T("report.sheet.overview"), Layout: workbook.Form, Late: true, Blocks: []workbook.Block{
		workbook.Banner{Title: p.T("report.readiness.title"), Below: d.project.Acronym},
		workbook.Paragraph{Text: p.T("report.readiness.internal"), Tone: workbook.Warning},
		workbook.Pairs{Pairs: []workbook.Pair{
			{Label: p.Field("grant_number"), Value: workbook.Text(d.project.GrantNumber)},
			{Label: p.Field("period"), Value: workbook.Text(d.spanText())},
			{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)},
			{Label: p.T("report.readiness.result"), Value: workbook.Text(result).Strong()},
		}},
		workbook.Gap(10),
		workbook.Table[tallied]{ID: "severities", Rows: workbook.Of(lines...), Columns: []workbook.Column[tallied]{
			{ID: "name", Header: p.T("report.readiness.severity"), Width: 60, Total: workbook.Label(p.T("report.total")), Value: func(t tallied) workbook.Cell {
				return workbook.Text(t.label).LinkTo("findings")
			}},
			{ID: "n", Header: p.T("report.count"), Width: 30, Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(t tallied) workbook.Cell {
				return workbook.Formula(criterion, float64(t.n))
			}},
		}},
	}}
}

func (d *dossier) checkRegister(list []data.Finding) workbook.Sheet {
	p := d.p
	type column = workbook.Column[data.Finding]
	return workbook.Sheet{
		ID: "findings", Name: p.T("report.sheet.findings"), Title: p.T("report.sheet.findings"), Caption: p.T("report.readiness.caption"),
		Layout: workbook.Register, Blocks: []workbook.Block{workbook.Table[data.Finding]{
			ID: "findings", Rows: workbook.Of(list...), Expected: len(list), Empty: p.T("report.readiness.clean"),
			Columns: []column{
				{ID: "severity", Header: p.T("report.readiness.severity"), Width: 14, Value: func(f data.Finding) workbook.Cell {
					return workbook.Text(p.Enum("severity", string(f.Severity)))
				}},
				{ID: "entity", Header: p.T("report.readiness.record"), Width: 22, Value: func(f data.Finding) workbook.Cell {
					if f.Entity == "" {
						return workbook.Empty()
					}
					return workbook.Text(p.Entity(f.Entity))
				}},
				{ID: "title", Header: p.T("report.readiness.which"), Width: 36, Value: func(f data.Finding) workbook.Cell { return workbook.Text(f.Title) }},
				{ID: "field", Header: p.T("report.readiness.field"), Width: 22, Value: func(f data.Finding) workbook.Cell { return workbook.Text(fieldLabel(p, f)) }},
				{ID: "finding", Header: p.T("report.readiness.finding"), Kind: workbook.KindWrapped, Width: 52, Value: func(f data.Finding) workbook.Cell {
					return workbook.Text(p.T("finding."+f.Code, spoken(p, f.Args)...)) //i18n:prefix finding.
				}},
				{ID: "remedy", Header: p.T("report.readiness.remedy"), Kind: workbook.KindWrapped, Width: 52, Value: func(f data.Finding) workbook.Cell {
					return workbook.Text(p.T("remedy."+f.Code, spoken(p, f.Args)...)) //i18n:prefix remedy.
				}},
			},
		}},
	}
}

// fieldLabel is the label of the field that lacks something; of a list's element, the list's.
func fieldLabel(p *i18n.Printer, f data.Finding) string {
	entity, ok := data.EntityNamed(f.Entity)
	if !ok || f.Field == "" {
		return ""
	}
	id, _, _ := strings.Cut(f.Field, "/")
	c, ok := entity.Column(id)
	if !ok {
		return ""
	}
	return p.T(c.LabelID())
}

// spoken puts numbers and days among arguments into the language.
func spoken(p *i18n.Printer, args []any) []any {
	said := slices.Clone(args)
	for i := 1; i < len(said); i += 2 {
		switch v := said[i].(type) {
		case int:
			said[i] = p.Number(v)
		case data.Date:
			said[i] = p.Date(string(v))
		case data.Wall:
			said[i] = p.DateTime(string(v))
		case fmt.Stringer:
			said[i] = v.String()
		}
	}
	return said
}
