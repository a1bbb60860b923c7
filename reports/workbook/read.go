package workbook

import (
	"context"
	"math"
	"time"
)

// Reader renders what a workbook declares in another form than Excel's. It is called in the order in which sheets are
// written: late ones come last, and At says where each stands.
type Reader interface {
	// Sheet begins a sheet: at is its place among the tabs, name what its tab says.
	Sheet(at int, name string, s Sheet) error
	// Block is any block that is no table; values are those of its pairs or links, in their order.
	Block(b Block, values []Value) error
	// Head begins a table, Row is called for each of its rows and Foot ends it; totals are nil where it has none. The
	// slices are the reader's to keep.
	Head(h Head) error
	Row(values []Value) error
	Foot(totals []Value) error
}

// Head is what a table is, without its rows.
type Head struct {
	ID, Heading string
	// Empty is shown when there are no rows.
	Empty   string
	Columns []HeadColumn
}

// HeadColumn is what a column is, without its values.
type HeadColumn struct {
	ID string
	// Header is one line, and no two in a table are alike.
	Header string
	Kind   Kind
	// Align is never AlignAuto.
	Align Align
	// Width is the most that it should take, in characters.
	Width float64
	Bar   bool
}

// ValueKind is what a value is.
type ValueKind uint8

// The kinds of value.
const (
	ValueEmpty   ValueKind = iota
	ValueText              // Text
	ValueMissing           // Text is the word for what should be known and is not
	ValueNumber            // Number
	ValueDate              // Time, a day in UTC
	ValueDateTime
)

// Value is a cell with everything that it refers to filled in.
type Value struct {
	Kind   ValueKind
	Text   string
	Number float64
	Time   time.Time
	// As is how a number is shown.
	As     Kind
	Strong bool
	// Sheet is the id of the sheet, or Address the address, that it leads to.
	Sheet, Address string
}

// Show writes a value as text in the reader's language.
func (v Value) Show(words Words) string {
	switch v.Kind {
	case ValueText, ValueMissing:
		return v.Text
	case ValueNumber:
		return words.Number(v.Number, v.As)
	case ValueDate:
		return words.Date(v.Time)
	case ValueDateTime:
		return words.DateTime(v.Time)
	}
	return ""
}

// value is what the cell shows in a column of a kind; what refers to a table is empty.
func (c Cell) value(kind Kind) Value {
	v := Value{Strong: c.strong, As: kind, Number: c.number, Text: c.text}
	if c.external {
		v.Address = c.link
	} else {
		v.Sheet = c.link
	}
	if math.IsNaN(c.number) {
		c.kind = cellEmpty
	}
	switch c.kind {
	case cellText:
		v.Kind = ValueText
	case cellMissing:
		v.Kind = ValueMissing
	case cellNumber, cellFormula:
		v.Kind, v.Text = ValueNumber, ""
		v.asDay(kind)
	case cellDate:
		v.asDay(KindDate)
	case cellDateTime:
		v.asDay(KindDateTime)
	default:
		return Value{Strong: v.Strong, Sheet: v.Sheet, Address: v.Address}
	}
	return v
}

// asDay makes a serial number a moment where the kind is one.
func (v *Value) asDay(kind Kind) {
	switch kind {
	case KindDate:
		v.Kind = ValueDate
	case KindDateTime:
		v.Kind = ValueDateTime
	default:
		return
	}
	v.Time, v.Number = time.Unix(epoch.Unix()+int64(v.Number*86400+0.5), 0).UTC(), 0
}

// Read goes through a workbook once. Errors are of type *[Error].
func Read(ctx context.Context, w Workbook, to Reader) error {
	wished := make([]string, len(w.Sheets))
	ids := make(map[string]bool, len(w.Sheets))
	for i, plan := range w.Sheets {
		wished[i] = plan.Name
		ids[plan.id()] = true
	}
	names := SheetNames(wished)
	r := &reading{ctx: ctx, to: to, sheets: ids, tables: make(map[string]*tallied)}
	for _, i := range writingOrder(w.Sheets) {
		if err := r.sheet(i, names[i], w.Sheets[i]); err != nil {
			located := *classify(err)
			located.Sheet = names[i]
			return &located
		}
	}
	return nil
}

// reading is a workbook while it is read.
type reading struct {
	ctx    context.Context
	to     Reader
	sheets map[string]bool
	tables map[string]*tallied
}

// tallied is what other tables may refer to.
type tallied struct {
	rows int
	sums map[string]float64
}

func (r *reading) sheet(at int, name string, plan Sheet) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if err := r.to.Sheet(at, name, plan); err != nil {
		return err
	}
	for _, block := range plan.Blocks {
		if err := r.block(block); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) block(block Block) error {
	var values []Value
	take := func(c Cell, kind Kind) error {
		v, err := r.value(c, kind)
		values = append(values, v)
		return err
	}
	switch b := block.(type) {
	case tabular:
		return b.read(r)
	case Pairs:
		for _, pair := range b.Pairs {
			if err := take(pair.Value, pair.Kind); err != nil {
				return err
			}
		}
	case Links:
		for _, link := range b.Links {
			if err := take(link.Value, KindText); err != nil {
				return err
			}
			if link.Sheet != "" && !r.sheets[link.Sheet] {
				return invalid("link to sheet %q, which is not there", link.Sheet)
			}
		}
	}
	return r.to.Block(block, values)
}

// value resolves a cell.
func (r *reading) value(c Cell, kind Kind) (Value, error) {
	if c.kind != cellTotal && c.kind != cellCount {
		return c.value(kind), nil
	}
	number, err := r.refer(c)
	c.kind, c.number = cellFormula, number
	return c.value(kind), err
}

// refer is the number behind a reference to another table.
func (r *reading) refer(c Cell) (float64, error) {
	id, column := c.text, ""
	if c.kind == cellTotal {
		id, column = splitReference(c.text)
	}
	table, ok := r.tables[id]
	if !ok {
		return 0, invalid("formula: table %q is not written yet", id)
	}
	if c.kind == cellCount {
		return float64(table.rows), nil
	}
	sum, known := table.sums[column]
	if !known {
		return 0, invalid("table %q has no total of column %q", id, column)
	}
	return sum, nil
}
