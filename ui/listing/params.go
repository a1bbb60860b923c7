package listing

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Params is what a List is made from. Workspace, Shell, Printer, Exec, Entity and Columns are needed, the others may be
// left out.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec

	Entity  *data.Entity
	Words   Words
	Columns []Column // all that can be shown, in their first order
	Filters []Filter
	Actions []Action          // on rows that are picked; none: rows are not picked
	Where   func() []app.Cond // what always holds, such as the current project
	With    []string          // columns whose records own cells read, beside those that are shown
	// Extra reads what own cells show beyond the records, by id, for a page at once and off the UI's goroutine.
	Extra  func(context.Context, []data.Record) (map[string]any, error)
	Beside []fyne.CanvasObject // at the right of the filters
	Sort   string              // the column that the list is sorted by at first
	Desc   bool

	OnShow func(Row)      // a row is selected by the user
	OnOpen func()         // Enter, or a double click
	Waits  func() bool    // something is shown that is no row yet: see kit.TableParams; may be nil
	OnNew  func()         // the main action, and the first step of an empty list
	OnRows func()         // rows came, or their number changed
	OnAsk  func()         // another list is asked for: a search, a filter, an order, or after a change
	Marked func(Row) bool // the row has something that is not saved
}

// Words are what a list says. What is empty is said in words that fit any entity, or left out.
type Words struct {
	Title     string        // of the header; without one the list has no header, and its search stands in the filter bar
	Search    string        // in the empty search field
	New       string        // the main action
	Empty     string        // what belongs here, while there is nothing
	FirstStep string        // what a user can do about that
	Icon      fyne.Resource // over both
}

// Row is one line: a record and what it refers to.
type Row struct {
	Record data.Record
	Refs   map[string]data.Record // by column, those of With and of the columns that are shown
	Extra  any                    // what Params.Extra read of it; nil where there is nothing
	lang   string
}

// ID is the record's.
func (r Row) ID() string {
	if r.Record == nil {
		return ""
	}
	return r.Record.Head().ID
}

// Ref is what a referred record is called; empty where there is none.
func (r Row) Ref(column string) string {
	if to := r.Refs[column]; to != nil {
		return to.Title(r.lang)
	}
	return ""
}

// Names are what the row's references are called, by id.
func (r Row) Names() map[string]string {
	out := map[string]string{}
	for column, to := range r.Refs {
		out[to.Head().ID] = r.Ref(column)
	}
	return out
}

// Column is one that the table can show. ID is a column of the entity, or the caller's own.
type Column struct {
	ID     string
	Title  string // empty: the column's label
	Width  float32
	Grow   float32
	Kind   kit.CellKind
	Sort   string             // the column that the list is sorted by under this title; empty: the column itself, where it can be
	Hidden bool               // until somebody chooses it
	Least  float32            // the table's width, at scale 1, under which the column gives way, unless somebody chose it
	Cell   func(Row) kit.Cell // empty: the column's text
}

// Filter narrows a list by a field, as app's conditions name it: country, organisation.group, consents.purpose.
type Filter struct {
	Field string
	Label string // empty: the column's label
	// Options are the values to choose from, read off the UI's goroutine. Nil: what the column has in use, or its words;
	// for days: past, within a week, within a month, none.
	Options func(context.Context) ([]kit.Option, error)
	// Conds makes conditions of a value. Nil: the field has the value.
	Conds func(value string) []app.Cond
	Plain bool // the chip shows the value's word alone: it speaks for itself
}

// Action is something that is done with picked rows, as one batch. Do is told their ids, on the UI's goroutine; it takes the
// picks away with Unpick once they have served.
type Action struct {
	Text string
	Do   func(ids []string)
}

// field is the column that a filter's field names, also through a reference; nil where it is no column.
func (p *Params) field(name string) *data.Column {
	e := p.Entity
	first, rest, nested := strings.Cut(name, ".")
	col, ok := e.Column(first)
	switch {
	case !ok:
		return nil
	case !nested:
		return col
	case col.Ref != "":
		if to, ok := data.EntityNamed(col.Ref); ok {
			col, _ = to.Column(rest)
			return col
		}
	case col.Rows != nil:
		col, _ = col.Rows.Column(rest)
		return col
	}
	return nil
}

func (p *Params) label(f Filter) string {
	if f.Label != "" {
		return f.Label
	}
	if col := p.field(f.Field); col != nil {
		return p.Printer.T(col.LabelID())
	}
	return f.Field
}

func (p *Params) readOnly() bool {
	only, _ := p.Workspace.ReadOnly()
	return only
}

func (p *Params) search() string {
	return cmp.Or(p.Words.Search, p.Printer.T("listing.search"))
}
