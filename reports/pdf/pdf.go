// Package pdf writes a workbook's declaration as a PDF: the same sheets in the same order, paginated on A4, with every
// figure that Excel would calculate. Charts are left out: the numbers that they draw stand in the tables beside them.
//
// It knows nothing of the domain or of languages: words come with the declaration, numbers and days are written by whoever
// calls. The same declaration gives the same bytes.
package pdf

import (
	"context"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"primadesk/reports/workbook"
)

// Report says what was written.
type Report struct {
	Pages int
	// Replaced are the characters, each once, that the font has no sign for; a hollow square stands for them.
	Replaced string
}

// Press writes documents one after the other. What it tries sheets out on serves for all of them: reading the fonts for it takes as long as
// writing a page. The zero value is ready.
type Press struct{ trial *canvas }

// Write writes the workbook to out as PDF 1.3 or later, with fonts that hold Latin, Greek and Cyrillic. All of it is in memory
// until it is written. Errors in the declaration are of type *[workbook.Error].
func Write(ctx context.Context, out io.Writer, w workbook.Workbook, words workbook.Words) (Report, error) {
	return new(Press).Write(ctx, out, w, words)
}

// Write is as [Write]: what was written before makes no difference.
func (p *Press) Write(ctx context.Context, out io.Writer, w workbook.Workbook, words workbook.Words) (Report, error) {
	content := &content{sheets: make([]*sheet, len(w.Sheets)), words: words}
	if err := workbook.Read(ctx, w, content); err != nil {
		return Report{}, err
	}
	doc := open(w.Properties)
	c := &canvas{
		pdf: doc, glyphs: newGlyphs(), footer: w.Footer, sheets: make(map[string]int, len(content.sheets)), trial: p.trial,
	}
	defer func() { p.trial = c.trial }()
	for _, s := range content.sheets {
		c.sheets[s.id()] = doc.AddLink()
	}
	for i, s := range content.sheets {
		content.sheets[i] = nil // the pages take its place in memory
		if err := c.sheet(ctx, s); err != nil {
			return Report{}, err
		}
	}
	if err := doc.Output(out); err != nil {
		return Report{}, err
	}
	return Report{doc.PageCount(), c.glyphs.missing()}, nil
}

// family is the font's name inside the document.
const family = "go"

// pagesAlias stands for the number of pages until it is known. The font has its signs.
const pagesAlias = "{pages}"

func open(p workbook.Properties) *fpdf.Fpdf {
	doc := fpdf.New("P", "pt", "A4", "")
	doc.SetCatalogSort(true)
	doc.AliasNbPages(pagesAlias)
	doc.AddUTF8FontFromBytes(family, "", goregular.TTF)
	doc.AddUTF8FontFromBytes(family, "B", gobold.TTF)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetTitle(p.Title, true)
	doc.SetSubject(p.Subject, true)
	doc.SetAuthor(p.Creator, true)
	doc.SetKeywords(p.Keywords, true)
	doc.SetCreator(p.Application, true)
	doc.SetProducer("fpdf", false)
	doc.SetLang(p.Language)
	created := p.Created.UTC()
	if p.Created.IsZero() { // a document without a time would take the clock's
		created = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	doc.SetCreationDate(created)
	doc.SetModificationDate(created)
	return doc
}
