package docx

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// textWidth is the width of the text, in twentieths of a point: A4 less the margins.
const textWidth = 11906 - 2*1247

// body is the text of the document as it is written, with what it refers to.
type body struct {
	part
	links    []string // addresses, in the order in which they were met
	media    []media
	pictures int // drawn so far
	numbered int // numbered lists so far
	headings []mark
	met      int    // headings met while writing
	raised   string // how much runs stand above the line, in half points
	failed   error
}

// mark is a heading that the table of contents leads to.
type mark struct {
	level int
	text  string
}

func (m mark) name(i int) string { return "_Toc" + strconv.Itoa(1000+i) }

// write puts the whole document into the main part.
func (b *body) write(d Document) error {
	for _, block := range d.Blocks {
		if h, ok := block.(Heading); ok {
			b.headings = append(b.headings, mark{level(h.Level), plain(h.Runs)})
		}
	}
	b.WriteString(xmlHead)
	b.start("w:document", "xmlns:w", wordNamespace, "xmlns:r", relationNamespace, "xmlns:wp", drawingNamespace, "xmlns:a", artNamespace, "xmlns:pic", pictureNamespace)
	b.start("w:body")
	for _, block := range d.Blocks {
		block.write(b)
	}
	b.section(d.Cover)
	b.end()
	b.end()
	return b.failed
}

func (b *body) section(cover bool) {
	b.start("w:sectPr")
	b.empty("w:headerReference", "w:type", "default", "r:id", headerID)
	b.empty("w:footerReference", "w:type", "default", "r:id", footerID)
	b.empty("w:pgSz", "w:w", "11906", "w:h", "16838")
	b.empty("w:pgMar", "w:top", "1304", "w:right", "1247", "w:bottom", "1247", "w:left", "1247", "w:header", "624", "w:footer", "624", "w:gutter", "0")
	if cover {
		b.empty("w:titlePg")
	}
	b.end()
}

// paragraph opens a paragraph of a style; more may add properties behind the style, in the order of the schema.
func (b *body) paragraph(style string, more func()) {
	b.start("w:p")
	if (style == "" || style == string(Normal)) && more == nil {
		return
	}
	b.start("w:pPr")
	if style != "" && style != string(Normal) {
		b.empty("w:pStyle", "w:val", style)
	}
	if more != nil {
		more()
	}
	b.end()
}

// runs writes the pieces of a paragraph.
func (b *body) runs(runs []Run) {
	for _, r := range runs {
		address := Address(r.Link)
		if address == "" {
			b.run(r, "")
			continue
		}
		b.start("w:hyperlink", "r:id", b.link(address), "w:history", "1")
		b.run(r, "Hyperlink")
		b.end()
	}
}

func (b *body) run(r Run, style string) {
	if r.Missing {
		style = "Missing"
	}
	b.start("w:r")
	if style != "" || r.Bold || r.Italic || r.Lang != "" || b.raised != "" {
		b.start("w:rPr")
		if style != "" {
			b.empty("w:rStyle", "w:val", style)
		}
		if r.Bold {
			b.empty("w:b")
		}
		if r.Italic {
			b.empty("w:i")
		}
		if b.raised != "" {
			b.empty("w:position", "w:val", b.raised)
		}
		if r.Lang != "" {
			b.empty("w:lang", "w:val", r.Lang)
		}
		b.end()
	}
	b.words(r.Text)
	b.end()
}

// words are the text of a run: line breaks and tabs are elements of their own.
func (b *part) words(s string) {
	for i, line := range strings.Split(clean(s), "\n") {
		if i > 0 {
			b.empty("w:br")
		}
		for j, text := range strings.Split(line, "\t") {
			if j > 0 {
				b.empty("w:tab")
			}
			if text != "" {
				b.leaf("w:t", text, "xml:space", "preserve")
			}
		}
	}
}

// link gives the id of the relation to an address.
func (b *body) link(address string) string {
	for i, known := range b.links {
		if known == address {
			return linkID(i)
		}
	}
	b.links = append(b.links, address)
	return linkID(len(b.links) - 1)
}

func linkID(i int) string { return fmt.Sprintf("rIdLink%d", i+1) }

// Address is where a link may lead: an absolute http or https address, or a mailto; anything else is "".
func Address(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	switch {
	case err != nil:
		return ""
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", u.Scheme == "mailto" && u.Opaque != "":
		return u.String()
	}
	return ""
}

func plain(runs []Run) string {
	var s strings.Builder
	for _, r := range runs {
		s.WriteString(r.Text)
	}
	return oneLine(s.String())
}

func level(n int) int { return min(max(n, 1), 3) }
