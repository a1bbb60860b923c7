package data

// Kind says what a column holds, and so how it is edited, checked, sorted and
// written. The Go type that belongs to each is named beside it.
type Kind uint8

const (
	KindText    Kind = iota // string, one line
	KindLong                // string, several lines
	KindInt                 // *int; nil is "not known", which is not zero
	KindDecimal             // *Decimal
	KindBool                // bool
	KindDate                // Date
	KindWall                // Wall: a day, with or without a time, at the venue
	KindEnum                // string, a word of Column.Enum
	KindWord                // string, a code of the vocabulary Column.Vocabulary
	KindCountry             // string, ISO 3166-1 alpha-2
	KindLang                // string, one of Languages
	KindZone                // string, an IANA time zone
	KindEmail               // string
	KindPhone               // string
	KindURL                 // string
	KindRef                 // string, the id of a record of Column.Ref
	KindSet                 // Set, of items as Column.Item says
	KindTexts               // Texts
	KindRows                // Rows of Column.Rows
	KindHash                // string, SHA-256 in lower-case hex
	KindFigures             // string, encoded Figures
)

// Privacy says what a field tells about a living person. Reports, packages and
// erasure read this mark and nothing else.
type Privacy uint8

const (
	Free     Privacy = iota // nothing about a person
	Personal                // personal data (GDPR article 4(1))
	Special                 // never leaves the workspace in a deliverable: private notes, power and interest
)

// Column is one field of one entity, declared once.
type Column struct {
	ID         string // stable: the JSON name, the database column, the register's path
	Kind       Kind
	Privacy    Privacy
	Width      int  // in characters, for tables and sheets
	Sort       bool // lists can be sorted by it
	Filter     bool // lists can be filtered by it
	Search     bool // its text is found by search
	Code       bool // people call the record by it, as by its title: who types it wants that record first
	Required   bool
	Enum       *Enum  // for KindEnum, and sets of enum words
	Vocabulary string // for KindWord
	Ref        string // for KindRef and sets of references: the entity
	Item       Kind   // for KindSet
	Rows       *Shape // for KindRows
	Label      string // message id, where it is not "field." + ID

	at func(any) any
}

// At returns a pointer to the field in rec, of the type that the kind names.
// rec is a pointer to the entity's (or row's) struct.
func (c *Column) At(rec any) any { return c.at(rec) }

// LabelID is the message id of the column's label.
func (c *Column) LabelID() string {
	if c.Label != "" {
		return c.Label
	}
	return "field." + c.ID
}

// at binds a typed accessor to a column, so that a wrong field is a compile error.
func at[T any](f func(*T) any) func(any) any {
	return func(rec any) any { return f(rec.(*T)) }
}

// Shape is what the elements of a list look like.
type Shape struct {
	Name    string
	Columns []Column
}

// Column finds a column of the shape by its id.
func (s *Shape) Column(id string) (*Column, bool) { return findColumn(s.Columns, id) }

func findColumn(cols []Column, id string) (*Column, bool) {
	for i := range cols {
		if cols[i].ID == id {
			return &cols[i], true
		}
	}
	return nil, false
}
