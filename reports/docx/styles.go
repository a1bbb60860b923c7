package docx

import (
	"fmt"
	"strconv"
)

// The colours: the blue of the Union's emblem, and a darker warm one for what needs attention.
const (
	blue  = "003399"
	muted = "555F6E"
	amber = "8A4B00"
)

// style is a paragraph style as it is declared here; sizes are half points, distances twentieths of a point.
type style struct {
	id, name, next  string
	before, after   int
	size            int
	bold, italic    bool
	colour          string
	keepNext        bool
	outline         int // 1 to 3 of a heading
	left, hanging   int
	extra           string // properties of the paragraph that only this style has, in the order of the schema before spacing
	quick, priority int
}

// styles in the order in which they stand. Ids and names of built-in ones are Word's, so that it shows them in its language.
var styles = []style{
	{id: "Title", name: "Title", next: "Normal", before: 240, after: 120, size: 52, bold: true, colour: blue, quick: 1, priority: 10},
	{id: "Subtitle", name: "Subtitle", next: "Normal", after: 240, size: 26, colour: muted, quick: 1, priority: 11},
	{id: "Heading1", name: "heading 1", next: "Normal", before: 360, after: 120, size: 34, bold: true, colour: blue, keepNext: true, outline: 1, quick: 1, priority: 9},
	{id: "Heading2", name: "heading 2", next: "Normal", before: 280, after: 80, size: 27, bold: true, colour: blue, keepNext: true, outline: 2, quick: 1, priority: 9},
	{id: "Heading3", name: "heading 3", next: "Normal", before: 200, after: 60, size: 23, bold: true, colour: "1F2A44", keepNext: true, outline: 3, quick: 1, priority: 9},
	{id: "ListBullet", name: "List Bullet", after: 60, left: 360, hanging: 360, quick: 1, priority: 36, extra: numbering(bulletNumber)},
	{id: "ListNumber", name: "List Number", after: 60, left: 360, hanging: 360, quick: 1, priority: 36, extra: numbering(bulletNumber + 1)},
	{id: "Quote", name: "Quote", next: "Normal", before: 120, after: 120, left: 400, italic: true, colour: muted, quick: 1, priority: 29,
		extra: `<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="` + blue + `"/></w:pBdr>`},
	{id: "Caption", name: "caption", next: "Normal", before: 160, after: 80, size: 20, bold: true, colour: muted, keepNext: true, quick: 1, priority: 35},
	{id: "Lead", name: "Lead", next: "Normal", after: 200, size: 24, quick: 1, priority: 40},
	{id: "Details", name: "Details", next: "Normal", after: 80, size: 20, colour: muted, keepNext: true, quick: 1, priority: 41},
	{id: "Note", name: "Note", next: "Normal", before: 120, after: 160, left: 120, colour: amber, quick: 1, priority: 42,
		extra: `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="E0A100"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FFF6E0"/>`},
	{id: "Together", name: "Together", next: "Normal", after: 60, keepNext: true, priority: 47},
	{id: "Statement", name: "Statement", after: 120, size: 18, colour: muted, quick: 1, priority: 43},
	{id: "Pictures", name: "Pictures", before: 120, after: 120, priority: 44},
	{id: "TableText", name: "Table Text", size: 19, before: 30, after: 30, priority: 45},
	{id: "AfterTable", name: "After Table", size: 12, priority: 46},
	{id: "TOCHeading", name: "TOC Heading", next: "Normal", before: 360, after: 120, size: 34, bold: true, colour: blue, keepNext: true, quick: 1, priority: 39},
	{id: "TOC1", name: "toc 1", next: "Normal", before: 80, after: 40, bold: true, priority: 39},
	{id: "TOC2", name: "toc 2", next: "Normal", after: 30, left: 240, priority: 39},
	{id: "TOC3", name: "toc 3", next: "Normal", after: 20, left: 480, priority: 39},
	{id: "Header", name: "header", size: 17, colour: muted, priority: 99, extra: sides},
	{id: "Footer", name: "footer", size: 17, colour: muted, priority: 99, extra: sides},
}

// sides are the middle and the right end of a header.
var sides = `<w:tabs><w:tab w:val="center" w:pos="` + strconv.Itoa(textWidth/2) + `"/><w:tab w:val="right" w:pos="` + strconv.Itoa(textWidth) + `"/></w:tabs>`

func numbering(n int) string {
	return `<w:numPr><w:numId w:val="` + strconv.Itoa(n) + `"/></w:numPr>`
}

const stylesHead = `<w:styles xmlns:w="` + wordNamespace + `"><w:docDefaults><w:rPrDefault><w:rPr>` +
	`<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>` +
	`<w:lang w:val="%[1]s" w:eastAsia="%[1]s" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
	`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
	`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
	`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>`

const stylesTail = `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="` + blue + `"/><w:u w:val="single"/></w:rPr></w:style>` +
	`<w:style w:type="character" w:customStyle="1" w:styleId="Missing"><w:name w:val="Missing"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="47"/><w:rPr><w:i/><w:color w:val="` + amber + `"/><w:shd w:val="clear" w:color="auto" w:fill="FFF1CC"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="48"/><w:tblPr>` +
	`<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="` + blue + `"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="` + blue + `"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="C9D1DE"/></w:tblBorders></w:tblPr>` +
	`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + blue + `"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>` +
	`<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="` + blue + `"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF2FA"/></w:tcPr></w:tblStylePr>` +
	`<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EEF2FA"/></w:tcPr></w:tblStylePr>` +
	`</w:style></w:styles>`

// stylesPart declares the styles, and the language that the text is in.
func stylesPart(language string) []byte {
	var x part
	x.WriteString(xmlHead)
	fmt.Fprintf(&x, stylesHead, escape(oneLine(language)))
	for i := range styles {
		styles[i].write(&x)
	}
	x.WriteString(stylesTail)
	return x.Bytes()
}

func (s *style) write(x *part) {
	attributes := []string{"w:type", "paragraph", "w:styleId", s.id}
	if s.priority >= 40 && s.priority < 99 {
		attributes = append(attributes, "w:customStyle", "1")
	}
	x.start("w:style", attributes...)
	x.empty("w:name", "w:val", s.name)
	x.empty("w:basedOn", "w:val", "Normal")
	if s.next != "" {
		x.empty("w:next", "w:val", s.next)
	}
	x.empty("w:uiPriority", "w:val", strconv.Itoa(s.priority))
	if s.quick > 0 {
		x.empty("w:qFormat")
	}
	x.start("w:pPr")
	if s.keepNext {
		x.empty("w:keepNext")
		x.empty("w:keepLines")
	}
	x.WriteString(s.extra)
	x.empty("w:spacing", "w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after))
	if s.left > 0 {
		x.empty("w:ind", "w:left", strconv.Itoa(s.left), "w:hanging", strconv.Itoa(s.hanging))
	}
	if s.outline > 0 {
		x.empty("w:outlineLvl", "w:val", strconv.Itoa(s.outline-1))
	}
	x.end()
	x.start("w:rPr")
	if s.bold {
		x.empty("w:b")
	}
	if s.italic {
		x.empty("w:i")
	}
	if s.colour != "" {
		x.empty("w:color", "w:val", s.colour)
	}
	if s.size > 0 {
		x.empty("w:sz", "w:val", strconv.Itoa(s.size))
		x.empty("w:szCs", "w:val", strconv.Itoa(s.size))
	}
	x.end()
	x.end()
}
