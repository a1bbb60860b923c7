package docx

import (
	"fmt"
	"strconv"
)

func (p Paragraph) write(b *body) {
	b.paragraph(string(p.Style), nil)
	b.runs(p.Runs)
	b.end()
}

func (h Heading) write(b *body) {
	var more func()
	if h.NewPage {
		more = func() { b.empty("w:pageBreakBefore") }
	}
	b.paragraph("Heading"+strconv.Itoa(level(h.Level)), more)
	id := strconv.Itoa(b.met)
	b.empty("w:bookmarkStart", "w:id", id, "w:name", mark{}.name(b.met))
	b.runs(h.Runs)
	b.empty("w:bookmarkEnd", "w:id", id)
	b.end()
	b.met++
}

func (l List) write(b *body) {
	style, number := "ListBullet", bulletNumber
	if l.Numbered {
		b.numbered++
		style, number = "ListNumber", bulletNumber+b.numbered
	}
	for _, item := range l.Items {
		b.paragraph(style, func() {
			b.start("w:numPr")
			b.empty("w:ilvl", "w:val", "0")
			b.empty("w:numId", "w:val", strconv.Itoa(number))
			b.end()
		})
		b.runs(item)
		b.end()
	}
}

func (PageBreak) write(b *body) {
	b.start("w:p")
	b.start("w:r")
	b.empty("w:br", "w:type", "page")
	b.end()
	b.end()
}

// write makes the field with all its entries, each a link. There are no page numbers (switch n): only who lays the pages out knows
// them, and Word would do so only after a question to whoever opens the document.
func (c Contents) write(b *body) {
	depth := c.Depth
	if depth == 0 {
		depth = 2
	}
	depth = level(depth)
	b.start("w:sdt")
	b.start("w:sdtPr")
	b.start("w:docPartObj")
	b.empty("w:docPartGallery", "w:val", "Table of Contents")
	b.empty("w:docPartUnique")
	b.end()
	b.end()
	b.start("w:sdtContent")
	b.paragraph("TOCHeading", nil)
	b.runs(Text(c.Title))
	b.end()
	begun := false
	for i, h := range b.headings {
		if h.level > depth {
			continue
		}
		b.paragraph("TOC"+strconv.Itoa(h.level), nil)
		if !begun {
			b.fieldStart(fmt.Sprintf(`TOC \o "1-%d" \n \h \z \u`, depth))
			begun = true
		}
		b.start("w:hyperlink", "w:anchor", h.name(i), "w:history", "1")
		b.run(Run{Text: h.text}, "")
		b.end()
		b.end()
	}
	b.start("w:p")
	if begun {
		b.fieldChar("end")
	}
	b.end()
	b.end()
	b.end()
}

// fieldStart opens a field up to its result.
func (x *part) fieldStart(instruction string) {
	x.fieldChar("begin")
	x.start("w:r")
	x.leaf("w:instrText", " "+instruction+" ", "xml:space", "preserve")
	x.end()
	x.fieldChar("separate")
}

func (x *part) fieldChar(kind string) {
	x.start("w:r")
	x.empty("w:fldChar", "w:fldCharType", kind)
	x.end()
}
