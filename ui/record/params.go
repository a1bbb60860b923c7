package record

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// The tabs that every pane has: the form, and what happened to the record.
const (
	TabForm    = "form"
	TabHistory = "history"
)

// Params is what a Pane is made from. Workspace, Shell, Printer, Exec, Entity and Sections are needed, the others may be
// left out.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec

	Entity   *data.Entity
	Avatar   bool      // initials before the title
	TabTitle string    // of the form's tab; empty: what the entity is called
	Sections []Section // of the form
	Tabs     []Tab     // between the form's and the history's
	// New makes an empty record; its id is given to it where it has none. Nil: an empty one of the current project.
	New func() data.Record
	// Head says what stands over the tabs. Names are what the record's references are called, by id. Nil: its title.
	Head func(rec data.Record, names map[string]string) (title, subtitle string)

	// Control makes the control of a column, or of a column of one of its lists, where that is not the usual one of its
	// kind; nil for all others.
	Control func(*data.Column) kit.Control
	// Rows says how lists are edited, by column.
	Rows map[string]fields.RowsOf
	// Lines are how many lines of a text in several languages are seen at once, by column: of one that has several
	// paragraphs. Others are titles of one line.
	Lines map[string]int
	// Create offers to make a record where a reference is typed that is not found, by column. It asks for what the record
	// needs, and calls use; the record is written together with the pane's own.
	Create map[string]func(typed string, use func(data.Record))
	// Left is told when a field is left, and gives the value that it then has (a telephone number in international form).
	Left func(field, value string) string

	// Top is what stands over the form's sections, such as the ways to reach somebody; nil: nothing.
	Top func(rec data.Record) fyne.CanvasObject
	// Facts reads what the tabs show beside the record, off the UI's goroutine.
	Facts func(context.Context, data.Record) (any, error)
	// Touches are the entities whose changes make the pane read anew, beside its own and those it refers to.
	Touches []string
	// BeforeSave adds to the batch that saves a record: other records that follow from it.
	BeforeSave func(tx *app.Tx, rec data.Record, fresh bool) error
	// BeforeDelete is asked before a record is deleted, with what Facts read of it, and calls do to have it deleted: to say
	// first what that leaves behind. Nil: deleting offers Undo, and asks nothing.
	BeforeDelete func(rec data.Record, facts any, do func())
	// NotCopied are the columns that a duplicate begins without: dates of what was done, consents.
	NotCopied []string

	// Next is the record that is shown after one that was deleted; empty: none.
	Next func(id string) string
	// Lock gives the sentence why a record is not to be changed, such as that it was reported; empty: it may be. A link
	// unlocks it all the same, until it was saved or another one is shown.
	Lock func(data.Record) string
	// Single is for a record that is the only one: it is neither duplicated nor deleted here.
	Single bool
	// OnEdited is told with every change by the user.
	OnEdited func(field string)

	// OnShown is told when another record is shown, or none (empty).
	OnShown func(id string)
	// OnMark is told when it may have changed which records have drafts.
	OnMark func()
}

// Section is a part of the form: columns in rows, by their ids.
type Section struct {
	ID    string // under which the screen's state remembers whether it is folded open
	Title string // may be empty
	Tab   string // the tab that it stands on; empty: the form's
	More  bool   // folded away until somebody opens it
	Rows  [][]string
}

// Tab is a further tab. Under the sections that stand on it, it shows Body.
type Tab struct {
	ID, Title string
	Count     func(facts any) int // shown after the title where there are some; may be nil
	// Body makes what is shown of a record; facts are nil until they were read. Nil: only sections stand on the tab.
	Body func(rec data.Record, facts any) fyne.CanvasObject
}

func (p *Params) readOnly() bool {
	only, _ := p.Workspace.ReadOnly()
	return only
}

func (p *Params) column(id string) *data.Column {
	col, _ := p.Entity.Column(id)
	return col
}
