package docx

import "time"

// Document is a document on A4, as it is declared.
type Document struct {
	Properties Properties
	Header     Line
	Footer     Line
	// Cover leaves header and footer away from the first page.
	Cover  bool
	Blocks []Block
}

// Properties say what the file is; what is empty is left out.
type Properties struct {
	Title, Subject, Creator, Keywords, Description, Category, Status, Company string
	// Language of the document, with a country: el-GR.
	Language string
	// Application is the program that wrote it.
	Application string
	Created     time.Time
}

// Line stands above or below each page: a text on the left, a mark in the middle, a text on the right. {page} and {pages}
// in them are the page's number and how many there are.
type Line struct{ Left, Mark, Right string }

// Run is a piece of a paragraph.
type Run struct {
	Text         string
	Bold, Italic bool
	// Link is where it leads: http, https or mailto; any other address leaves the text without a link.
	Link string
	// Lang is the language of the text where it is not the document's: a tag of BCP 47.
	Lang string
	// Missing marks what is still to be completed.
	Missing bool
}

// Text is one plain run.
func Text(s string) []Run { return []Run{{Text: s}} }

// Style is a paragraph's style.
type Style string

// The styles that a paragraph may have; headings and lists have blocks of their own.
const (
	Normal    Style = "Normal"
	Title     Style = "Title"
	Subtitle  Style = "Subtitle"
	Quote     Style = "Quote"
	Caption   Style = "Caption"
	Lead      Style = "Lead"      // an introduction
	Statement Style = "Statement" // small print
	Note      Style = "Note"      // a warning in a box
	Details   Style = "Details"   // the line of facts under a heading
	Together  Style = "Together"  // stays with what follows: the line above a list
)

// Block is a part of the text, in its order.
type Block interface{ write(*body) }

// Paragraph is a text; line breaks in it stay.
type Paragraph struct {
	Runs  []Run
	Style Style // empty: Normal
}

// Heading of level 1 to 3.
type Heading struct {
	Level int
	Runs  []Run
	// NewPage begins a page with it.
	NewPage bool
}

// List has an item a line, with bullets or numbers. Each numbered list begins at 1.
type List struct {
	Items    [][]Run
	Numbered bool
}

// Contents is the table of contents: headings down to Depth, as a field that Word brings up to date when asked. Each entry leads to its
// heading; it has no page number.
type Contents struct {
	Title string
	Depth int // 1 to 3; 0 is 2
}

// Column of a table. Widths are shares of the page's width.
type Column struct {
	Header string
	Width  int
	Right  bool // numbers
}

// Cell is what stands in a table.
type Cell []Run

// Table has a header row that is repeated on every page. Caption, if any, stands above it and names it to screen readers.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Cell
	// Total sets the last row apart.
	Total bool
}

// Facts are labels with their values.
type Facts struct {
	Name string // to screen readers
	Rows []Fact
}

// Fact is one of them.
type Fact struct {
	Label string
	Value []Run
}

// Picture is a PNG or JPEG. Alt says what is to be seen on it.
type Picture struct {
	Bytes  []byte
	Height float64 // in millimetres; the width follows
	Alt    string
}

// Pictures stand beside each other.
type Pictures []Picture

// Beside is a picture with a line of text beside it, in bold.
type Beside struct {
	Picture Picture
	Runs    []Run
}

// PageBreak begins a new page.
type PageBreak struct{}
