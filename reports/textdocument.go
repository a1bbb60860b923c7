package reports

import (
	"context"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/docx"
)

// inWords is a report that is a Word document.
type inWords struct {
	d        *dossier
	document docx.Document
}

func (w *inWords) write(ctx context.Context, path string, progress Progress) error {
	if err := docx.WriteFile(ctx, path, w.document, w.d.o.Scratch); err != nil {
		return err
	}
	if progress != nil {
		progress(1, 1, w.document.Properties.Title)
	}
	return nil
}

func (w *inWords) result() Result {
	return Result{Draft: w.d.draft, Sheets: len(w.chapters()), Events: len(w.d.held), Problems: w.d.problems}
}

// preview gives the chapters; a table's rows as such, paragraphs as rows of one cell.
func (w *inWords) preview(rows int) []SheetPreview {
	list := w.chapters()
	for i := range list {
		list[i].More = len(list[i].Rows) > rows
		list[i].Rows = list[i].Rows[:min(rows, len(list[i].Rows))]
	}
	return list
}

func (w *inWords) chapters() []SheetPreview {
	var list []SheetPreview
	for _, block := range w.document.Blocks {
		if h, ok := block.(docx.Heading); ok && h.Level == 1 {
			list = append(list, SheetPreview{Name: saidBy(h.Runs)})
			continue
		}
		if len(list) == 0 {
			continue // the cover
		}
		last := &list[len(list)-1]
		header, rows := rowsOf(block)
		if len(last.Rows) == 0 && header != nil {
			last.Header, header = header, nil
		}
		if header != nil {
			rows = append([][]string{header}, rows...)
		}
		last.Rows = append(last.Rows, rows...)
	}
	return list
}

// rowsOf is what a block says, line by line.
func rowsOf(block docx.Block) (header []string, rows [][]string) {
	switch b := block.(type) {
	case docx.Heading:
		rows = [][]string{{saidBy(b.Runs)}}
	case docx.Paragraph:
		rows = [][]string{{saidBy(b.Runs)}}
	case docx.List:
		for _, item := range b.Items {
			rows = append(rows, []string{"• " + saidBy(item)})
		}
	case docx.Facts:
		for _, f := range b.Rows {
			rows = append(rows, []string{f.Label, saidBy(f.Value)})
		}
	case docx.Table:
		for _, c := range b.Columns {
			header = append(header, c.Header)
		}
		for _, cells := range b.Rows {
			row := make([]string, len(cells))
			for i, cell := range cells {
				row[i] = saidBy(cell)
			}
			rows = append(rows, row)
		}
	}
	return header, rows
}

func saidBy(runs []docx.Run) string {
	var s strings.Builder
	for _, r := range runs {
		s.WriteString(r.Text)
	}
	return s.String()
}

// chapters are a document as it grows.
type chapters struct {
	d      *dossier
	blocks []docx.Block
}

func (c *chapters) add(blocks ...docx.Block) { c.blocks = append(c.blocks, blocks...) }

func (c *chapters) heading(level int, s string) {
	c.add(docx.Heading{Level: level, Runs: docx.Text(s), NewPage: level == 1})
}

// prose is a text as paragraphs, parted at its line breaks.
func (c *chapters) prose(t *data.Texts) {
	s, in := t.Get(c.d.p.Lang())
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			c.add(docx.Paragraph{Runs: c.d.marked(line, in)})
		}
	}
}

// runs is a text in the report's language, or marked with its own, for the eye and for a screen reader.
func (d *dossier) runs(t *data.Texts) []docx.Run {
	s, in := t.Get(d.p.Lang())
	return d.marked(s, in)
}

func (d *dossier) marked(s, in string) []docx.Run {
	if in == "" || in == d.p.Lang() {
		return docx.Text(s)
	}
	return []docx.Run{{Text: "[" + strings.ToUpper(in) + "] "}, {Text: s, Lang: i18n.For(in).ExcelLanguageTag()}}
}

// must is a text that should be there; marked in a version to be completed.
func (d *dossier) must(s string, missing bool) []docx.Run {
	if !missing || d.o.Final {
		return docx.Text(s)
	}
	if s != "" {
		s += ", "
	}
	return []docx.Run{{Text: s}, {Text: d.toComplete(), Missing: true}}
}

// figure is a number that may be unknown: then there is none.
func (d *dossier) figure(n int, known bool) docx.Cell {
	if !known {
		return nil
	}
	return docx.Text(d.p.Number(n))
}

// facts are labels with their values; what is not known has an empty one.
func (d *dossier) facts(name string, list []stated) docx.Facts {
	out := docx.Facts{Name: name}
	for _, s := range list {
		text := s.text
		if s.dated {
			text = d.p.Date(string(s.day))
		}
		out.Rows = append(out.Rows, docx.Fact{Label: s.label, Value: docx.Text(text)})
	}
	return out
}
