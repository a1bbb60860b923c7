// Package workbook writes Excel workbooks from declarations: a workbook is a list of sheets, a sheet a list of blocks
// (tables, headings, pairs, charts ...), and a table columns over a sequence of rows of any type.
//
// It streams: rows are never all in memory, the file appears whole or not at all, and the same declaration gives the same
// bytes. It is the one place of the reports that may import excelize. It knows nothing of the domain, of languages or of
// where rows come from: every word that a reader sees is handed in, already translated.
//
// Text from users can only ever be text: a formula is made from an [Expression], which code writes, and never from a cell's
// text. See [Text] for what happens to characters and lengths that the format cannot hold.
package workbook

import "time"

// Workbook is everything that one file holds.
type Workbook struct {
	Properties Properties
	Formats    Formats
	Footer     Footer
	// Sheets in the order in which their tabs stand; the first is the one that opens.
	Sheets []Sheet
	// Names are the workbook's defined names, for instance of a total.
	Names []Name
}

// Properties are what a file browser or a document register shows about the file.
type Properties struct {
	Title, Subject, Creator, Keywords, Description, Category, Company string
	// Language is a BCP 47 tag such as "fr" or "el-GR".
	Language string
	// Status is free text; offices use "Draft" and "Final".
	Status string
	// Application is the program that the file says wrote it.
	Application string
	// Created is written as the creation and change time, in UTC; left zero, neither is written, which keeps the
	// output the same from run to run.
	Created time.Time
}

// Formats are Excel number formats (ECMA-376 part 1, 18.8.30) in the workbook's language. An empty one takes the default.
type Formats struct {
	Date     string // default dd/mm/yyyy
	DateTime string // default dd/mm/yyyy hh:mm
	Int      string // default #,##0
	Decimal  string // default #,##0.00
	Percent  string // default 0%
}

func (f Formats) filled() Formats {
	fill := func(s *string, value string) {
		if *s == "" {
			*s = value
		}
	}
	fill(&f.Date, "dd/mm/yyyy")
	fill(&f.DateTime, f.Date+" hh:mm")
	fill(&f.Int, "#,##0")
	fill(&f.Decimal, "#,##0.00")
	fill(&f.Percent, "0%")
	return f
}

// Footer stands at the foot of every printed page: Left on the left, the sheet's name in the middle, the page on the right.
type Footer struct {
	Left string
	// Page is the page number in words, with {page} and {pages} in it: "page {page} of {pages}".
	Page string
	// Draft, when it is not empty, stands before the sheet's name in a warning colour.
	Draft string
}

// Layout says how blocks share a sheet's columns and how it prints.
type Layout int

const (
	// Register is for one long table: landscape, a native Excel table with filters, header frozen and repeated on
	// every page, each table column one sheet column. The first block must be a table; other blocks may follow it.
	Register Layout = iota
	// Stack is for several small tables one above the other: portrait, each table column one sheet column.
	Stack
	// Form is for a page to be read: portrait, on a grid of twelve equal columns over which blocks are merged.
	Form
)

// Sheet is one tab.
type Sheet struct {
	// ID is what links to this sheet name; an empty one is taken to be Name.
	ID string
	// Name is what stands on the tab. It is made safe and unique (see [SheetNames]).
	Name string
	// Title and Caption stand at the top, with a gold rule below; no row is used where both are empty.
	Title, Caption string
	// Back is a link above the title, to the sheet that led here. Without a text there is none.
	Back   Link
	Layout Layout
	// Landscape turns a Stack or Form; a Register always lies.
	Landscape bool
	// Tab is the tab's colour as RRGGBB, or empty.
	Tab string
	// Freeze is how many columns of a Register stay in view beside the header.
	Freeze int
	// Repeat prints the header of the first table of a Stack or Form on every page, as a Register does anyway.
	Repeat bool
	// OnePage makes the sheet smaller in print until it fits a page: a cover, a summary.
	OnePage bool
	// Late sheets are written after the others, wherever their tab stands, and among themselves from the last to the first,
	// so that they can refer to the totals of sheets behind them: a summary to its registers, a cover to both.
	Late   bool
	Blocks []Block
}

func (s Sheet) id() string {
	if s.ID != "" {
		return s.ID
	}
	return s.Name
}

// Name is a defined name of the workbook. Its reference is resolved when all sheets are written.
type Name struct {
	// Name starts with a letter and has letters, digits, _ and . only.
	Name    string
	Refers  Expression
	Comment string
}

// Block is a part of a sheet. The types of this package that end in "is a Block" are all there are.
type Block interface {
	// write puts the block onto the sheet from its present row on.
	write(s *sheet) error
	// columns is how many sheet columns it needs one by one.
	columns() int
	// expected is how many rows it is thought to hold, for the progress.
	expected() int
}
