package bulletin

import (
	"fmt"
	"time"

	"primadesk/assets/i18n"
	"primadesk/reports/docx"
)

// Stamp is what a file says of its making.
type Stamp struct {
	Now     time.Time
	Program string // "Primadesk 1.0"
}

// Word is the issue as a Word document in a language.
func Word(i Issue, p *i18n.Printer, s Stamp) (docx.Document, error) {
	drawn, err := emblem()
	if err != nil {
		return docx.Document{}, fmt.Errorf("emblem: %w", err)
	}
	l := compose(i, p)
	w := &worded{}
	w.add(docx.Paragraph{Runs: docx.Text(l.Issue), Style: docx.Subtitle}, docx.Paragraph{Runs: runs(l.Title), Style: docx.Title})
	w.paragraphs(l.Notice, docx.Note)
	w.paragraphs(l.Intro, docx.Lead)
	if len(l.Lands) > 0 {
		w.heading(1, text{S: l.Activities})
	}
	for _, land := range l.Lands {
		w.heading(2, text{S: land.Country})
		for _, meeting := range land.Meetings {
			w.heading(3, meeting.Name)
			if meeting.Facts != "" {
				w.add(docx.Paragraph{Runs: docx.Text(meeting.Facts), Style: docx.Details})
			}
			w.paragraphs(meeting.Account, docx.Normal)
			w.lessons(meeting.Lessons)
		}
		w.lessons(land.Lessons)
	}
	if len(l.Next) > 0 {
		w.heading(1, text{S: l.NextTitle})
		w.paragraphs(l.Next, docx.Normal)
	}
	w.ending(l, drawn)
	return docx.Document{
		Properties: docx.Properties{
			Title: l.Title.S, Subject: l.Issue, Creator: coordinator(i), Company: coordinator(i), Keywords: l.Acronym, Category: p.Entity("bulletin"),
			Description: l.Funding.S, Language: l.Tag, Application: s.Program, Created: s.Now,
		},
		Header: docx.Line{Left: l.Issue},
		Footer: docx.Line{Left: l.Number, Right: p.T("report.page", "Page", "{page}", "Pages", "{pages}")},
		Blocks: w.blocks,
	}, nil
}

func coordinator(i Issue) string {
	for _, p := range i.Partners {
		if p.Role == "coordinator" {
			return p.LegalName
		}
	}
	return ""
}

// worded grows block by block.
type worded struct{ blocks []docx.Block }

func (w *worded) add(blocks ...docx.Block) { w.blocks = append(w.blocks, blocks...) }

func (w *worded) heading(level int, t text) {
	w.add(docx.Heading{Level: level, Runs: runs(t)})
}

func (w *worded) paragraphs(list []text, style docx.Style) {
	for _, t := range list {
		w.add(docx.Paragraph{Runs: runs(t), Style: style})
	}
}

func (w *worded) lessons(l lessons) {
	if len(l.Items) == 0 {
		return
	}
	list := docx.List{}
	for _, t := range l.Items {
		list.Items = append(list.Items, runs(t))
	}
	w.add(docx.Paragraph{Runs: []docx.Run{{Text: l.Title, Bold: true}}, Style: docx.Together}, list)
}

// ending is what stands under every issue: links, partners, who pays.
func (w *worded) ending(l *letter, drawn []byte) {
	if len(l.Links) > 0 {
		w.heading(1, text{S: l.LinksTitle})
		list := docx.List{}
		for _, link := range l.Links {
			list.Items = append(list.Items, []docx.Run{{Text: link.Label, Link: link.URL}})
		}
		w.add(list)
	}
	if len(l.Partners) > 0 {
		w.heading(1, text{S: l.PartnersTitle})
		list, logos := docx.List{}, docx.Pictures{}
		for _, partner := range l.Partners {
			name := partner.Name
			if partner.Country != "" {
				name += " (" + partner.Country + ")"
			}
			list.Items = append(list.Items, docx.Text(name))
			if partner.Logo != nil {
				logos = append(logos, docx.Picture{Bytes: partner.Logo, Height: 10, Alt: partner.Name})
			}
		}
		w.add(list, logos)
	}
	w.add(docx.Beside{Picture: docx.Picture{Bytes: drawn, Height: 14, Alt: l.Emblem}, Runs: runs(l.Funding)})
	w.paragraphs(l.Disclaimer, docx.Statement)
	if l.Number != "" {
		w.add(docx.Paragraph{Runs: docx.Text(l.Number), Style: docx.Statement})
	}
}

// runs are a text, in its own language where that is another, and the note that says so.
func runs(t text) []docx.Run {
	run := docx.Run{Text: t.S}
	if t.Lang != "" {
		run.Lang = i18n.For(t.Lang).ExcelLanguageTag()
	}
	if t.Note == "" {
		return []docx.Run{run}
	}
	return []docx.Run{run, {Text: " "}, {Text: "[" + t.Note + "]", Missing: true}}
}
