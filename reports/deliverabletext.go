package reports

import (
	"context"
	"fmt"

	"primadesk/reports/docx"
)

// deliverableTextReport is the deliverable in words: the same records and figures as the workbook's, for those who read.
func deliverableTextReport() Report {
	return Report{
		Name: "deliverable-text", Label: "report.text.name", Purpose: "report.text.purpose", Job: JobDeliverable, Ending: ".docx",
		Takes: []Option{
			OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptFinal, OptPersonalData,
		},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			if err := d.refuse(); err != nil {
				return nil, err
			}
			narratives, err := src.Narratives(ctx)
			if err != nil {
				return nil, fmt.Errorf("narratives: %w", err)
			}
			c := &chapters{d: d}
			if err := c.cover(); err != nil {
				return nil, err
			}
			c.control()
			c.summary()
			c.events()
			c.participants()
			c.indicators()
			c.narratives(d.narrated(narratives))
			c.counting()
			c.annex()
			return &inWords{d, docx.Document{
				Properties: d.fileProperties(), Cover: true, Blocks: c.blocks,
				Header: docx.Line{Left: joined(" · ", d.project.Acronym, d.title()), Mark: d.draftMark()},
				Footer: docx.Line{Left: d.project.GrantNumber, Right: d.p.T("report.page", "Page", "{page}", "Pages", "{pages}")},
			}}, nil
		},
	}
}

func (d *dossier) draftMark() string {
	if d.draft {
		return d.p.T("report.draft")
	}
	return ""
}

// fileProperties say the same as those of the workbook.
func (d *dossier) fileProperties() docx.Properties {
	p := d.frame(d.title()).Properties
	return docx.Properties{
		Title: p.Title, Subject: p.Subject, Creator: p.Creator, Company: p.Company, Category: p.Category, Keywords: p.Keywords,
		Description: p.Description, Language: p.Language, Status: p.Status, Application: p.Application, Created: p.Created,
	}
}

// cover is the first page, and the contents on the second.
func (c *chapters) cover() error {
	d, p := c.d, c.d.p
	picture, err := emblem()
	if err != nil {
		return fmt.Errorf("emblem: %w", err)
	}
	c.add(docx.Beside{Picture: docx.Picture{Bytes: picture, Height: 16, Alt: p.T("report.cover.emblem")}, Runs: docx.Text(d.fundingStatement())},
		docx.Paragraph{Runs: docx.Text(d.title()), Style: docx.Title}, docx.Paragraph{Runs: docx.Text(d.below()), Style: docx.Subtitle})
	if d.draft {
		reason := p.T("report.draft.incomplete")
		if len(d.problems) > 0 {
			reason = p.T("report.draft.sums")
		}
		c.add(docx.Paragraph{Runs: []docx.Run{{Text: p.T("report.draft") + " · " + reason, Bold: true}}, Style: docx.Note})
		off := docx.List{}
		for _, problem := range d.problems {
			off.Items = append(off.Items, docx.Text(p.T("problem."+problem.Code, problem.Args...)))
		}
		c.add(off)
	}
	if !d.project.Notice.Empty() {
		c.add(docx.Paragraph{Runs: d.runs(&d.project.Notice), Style: docx.Note})
	}
	personal := p.T("report.cover.no_personal_data")
	if d.o.WithPersonalData {
		personal = p.T("report.text.personal_data")
	}
	c.add(d.facts(d.title(), append(d.identity(),
		stated{label: p.T("report.cover.data_of"), text: p.DateTime(d.o.Now.Format("2006-01-02T15:04"))},
		stated{label: p.T("report.cover.personal"), text: personal})))
	c.add(docx.Paragraph{Runs: docx.Text(d.disclaimer()), Style: docx.Statement},
		docx.PageBreak{}, docx.Contents{Title: p.T("report.text.contents")})
	return nil
}

// control is the document control with its history, or the deliverables where it is none of them.
func (c *chapters) control() {
	d, p := c.d, c.d.p
	title := p.T("report.sheet.control")
	c.heading(1, title)
	x := d.subject()
	if x == nil {
		table := docx.Table{Caption: p.T("report.control.several"), Columns: []docx.Column{
			{Header: p.FieldShort("number"), Width: 10}, {Header: p.Field("title"), Width: 42}, {Header: p.Field("lead"), Width: 20},
			{Header: p.Field("due"), Width: 16}, {Header: p.Field("version"), Width: 12},
		}}
		for _, x := range d.concerned() {
			table.Rows = append(table.Rows, []docx.Cell{
				docx.Text(x.Number), d.runs(&x.Name), docx.Text(d.partner(x.Lead)), docx.Text(p.ShortDate(string(x.DueDate()))), docx.Text(x.Version),
			})
		}
		c.table(table)
		return
	}
	c.add(d.facts(title, d.controlled(x)))
	authors := d.namesAuthors(x)
	table := docx.Table{Caption: p.Field("versions"), Columns: []docx.Column{{Header: p.Field("version"), Width: 12}, {Header: p.Field("date"), Width: 18}}}
	if authors {
		table.Columns = append(table.Columns, docx.Column{Header: p.Field("author"), Width: 22})
	}
	table.Columns = append(table.Columns, docx.Column{Header: p.Field("changes"), Width: 60})
	for i := range x.Versions {
		v := &x.Versions[i]
		row := []docx.Cell{docx.Text(v.Version), docx.Text(p.ShortDate(string(v.Date)))}
		if authors {
			row = append(row, docx.Text(v.Author))
		}
		table.Rows = append(table.Rows, append(row, d.runs(&v.Changes)))
	}
	c.table(table)
}

// table is a table, or the word that there is nothing in it.
func (c *chapters) table(t docx.Table) {
	if len(t.Rows) > 0 {
		c.add(t)
		return
	}
	if t.Caption != "" {
		c.add(docx.Paragraph{Runs: docx.Text(t.Caption), Style: docx.Caption})
	}
	c.add(docx.Paragraph{Runs: docx.Text(c.d.p.T("report.none"))})
}

// counting says how it was counted, as far as it concerns what stands here.
func (c *chapters) counting() {
	p := c.d.p
	c.heading(1, p.T("report.define.counting"))
	c.add(docx.Facts{Name: p.T("report.define.counting"), Rows: []docx.Fact{
		{Label: p.T("report.people"), Value: docx.Text(p.T("report.define.people"))},
		{Label: p.T("report.define.head_counts_term"), Value: docx.Text(p.T("report.define.head_counts"))},
		{Label: p.T("report.define.several_days_term"), Value: docx.Text(p.T("report.define.several_days"))},
		{Label: p.Field("country"), Value: docx.Text(p.T("report.define.country"))},
		{Label: p.T("report.not_stated"), Value: docx.Text(p.T("report.define.not_stated"))},
		{Label: p.T("report.organisations"), Value: docx.Text(p.T("report.define.organisations"))},
		{Label: p.T("report.sheet.learnings"), Value: docx.Text(p.T("report.define.learnings"))},
		{Label: p.T("report.define.language_term"), Value: docx.Text(p.T("report.define.language"))},
	}})
}
