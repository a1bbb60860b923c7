package workbook

import (
	"math"
	"strings"
	"time"
)

// Expression is a formula without its equals sign. It is a type of its own so that no string that a user wrote becomes a
// formula by mistake: code writes it as a constant. These references are filled in when the cell is written:
//
//	{actual}             the cell of column "actual" in the same row of the same table
//	{events!people}      the total of column "people" of table "events", anywhere in the workbook, already written
//	{events!people:}     the rows of that column, without header and total
//	{events!#}           how many rows the table has, as a formula
//
// Braces therefore cannot be used for Excel's array constants.
type Expression string

type cellKind uint8

const (
	cellEmpty cellKind = iota
	cellText
	cellNumber
	cellDate
	cellDateTime
	cellMissing
	cellFormula
	cellTotal
	cellCount
)

// Cell is one typed value. Its zero value is a really empty cell. How a number is shown is up to the column or block.
type Cell struct {
	kind   cellKind
	number float64
	// text of a text cell or of the word for what is missing; the expression of a formula; the table of a total.
	text string
	// link is a sheet's id, or an address.
	link     string
	external bool
	strong   bool
}

// Empty is a cell with nothing in it: not known. Zero is Int(0).
func Empty() Cell { return Cell{} }

// Text is always text, whatever it starts with. What XML cannot carry is dropped; a text of more than 32,767 UTF-16 units
// is cut and ends in "[…]". An empty string is an empty cell.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: cellText, text: cleanText(s)}
}

// Int is a whole number.
func Int(n int) Cell { return Cell{kind: cellNumber, number: float64(n)} }

// Number is any number; 0.25 in a column of percentages shows 25%. NaN and infinities, which a sheet cannot hold, are empty.
func Number(f float64) Cell {
	if f-f != 0 {
		return Cell{}
	}
	return Cell{kind: cellNumber, number: f}
}

// epoch is Excel's day 0 for all days from 1 March 1900 on (it takes 1900 for a leap year).
var epoch = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

const firstSerial = 61 // 1 March 1900

// Date is a calendar day: the one that t's own clock and zone show, which no time zone shifts. Days that Excel cannot hold
// (before 1 March 1900, after 9999) become text as 1815-06-18. A zero time is empty.
func Date(t time.Time) Cell { return moment(cellDate, t, time.DateOnly) }

// DateTime is the wall time that t's own zone shows, without that zone, to the second.
func DateTime(t time.Time) Cell { return moment(cellDateTime, t, time.DateTime) }

func moment(kind cellKind, t time.Time, layout string) Cell {
	if t.IsZero() {
		return Cell{}
	}
	year, month, day := t.Date()
	// Unix days, not Duration, which overflows after 292 years.
	days := (time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() - epoch.Unix()) / 86400
	if days < firstSerial || year > 9999 {
		return Cell{kind: cellText, text: t.Format(layout)}
	}
	number := float64(days)
	if kind == cellDateTime {
		hour, minute, second := t.Clock()
		number += float64(hour*3600+minute*60+second) / 86400
	}
	return Cell{kind: kind, number: number}
}

// Missing marks, in amber, something that should be known and is not; the word is in the reader's language. It counts in no
// sum.
func Missing(word string) Cell { return Cell{kind: cellMissing, text: cleanText(word)} }

// Formula is a live formula with the number that it had when the file was written; programs that do not calculate show that. A
// formula that gave an empty text has [NoNumber].
func Formula(expression Expression, cached float64) Cell {
	if math.IsInf(cached, 0) {
		cached = 0
	}
	return Cell{kind: cellFormula, text: string(expression), number: cached}
}

// NoNumber is the value of a formula that gives an empty text: what it would count is not known.
func NoNumber() float64 { return math.NaN() }

// DateFormula is a live formula that gives a day, with the day that it gave when the file was written. A day that Excel cannot hold,
// or none, stands there without the formula.
func DateFormula(expression Expression, cached time.Time) Cell {
	c := Date(cached)
	if c.kind == cellDate {
		c.kind, c.text = cellFormula, string(expression)
	}
	return c
}

// TotalOf is the total of another table's column as a live reference, with its value. That table must have been written
// before: the sheet that refers ahead is [Sheet].Late.
func TotalOf(table, column string) Cell {
	return Cell{kind: cellTotal, text: table + "!" + column}
}

// CountOf is how many rows another table has, live, as TotalOf.
func CountOf(table string) Cell { return Cell{kind: cellCount, text: table} }

// LinkTo makes the cell a link to the sheet with this id. A link to a sheet that is not there is an error of the program.
func (c Cell) LinkTo(sheet string) Cell {
	c.link, c.external = sheet, false
	return c
}

// LinkOut makes the cell a link to a web or mail address. Anything but http, https and mailto stays plain text, so that a file
// cannot be made to open local programs.
func (c Cell) LinkOut(address string) Cell {
	address = strings.TrimSpace(cleanText(address))
	lower := strings.ToLower(address)
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(lower, scheme) && len(address) <= maxAddress && !strings.ContainsAny(address, " \n\t\"<>") {
			c.link, c.external = address, true
		}
	}
	return c
}

// Address is the web or mail address that the cell leads to, or empty.
func (c Cell) Address() string {
	if !c.external {
		return ""
	}
	return c.link
}

// maxAddress is the longest address that Excel takes, in characters.
const maxAddress = 2079

// Strong makes the cell bold.
func (c Cell) Strong() Cell {
	c.strong = true
	return c
}
