package data

import "time"

// Record is one row of any entity: a pointer to Contact, Event and so on.
type Record interface {
	// Head gives what every record has.
	Head() *Meta
	// Check adds what the entity's own rules find; the columns' are checked by Validate.
	Check(*Problems)
	// Title is how people call the record, in the language asked for where it has several.
	Title(lang string) string
}

// Meta is what every record has. ID and Owner are the record's own; the rest is
// derived from the journal and never set by hand.
type Meta struct {
	ID        string `gorm:"primaryKey"` // UUIDv7
	State     State
	Owner     string // the partner whose record it is
	CreatedAt time.Time
	CreatedBy string // an author
	ChangedAt time.Time
	ChangedBy string
	Device    string
	// Base is how far the local journal went when the record was read. What a
	// form saves supersedes what stood at its base, not what came since.
	Base int64 `gorm:"-"`
}

// Head returns m itself, so that embedding Meta is enough.
func (m *Meta) Head() *Meta { return m }

// State tells live records from the trash.
type State string

const (
	Live   State = "live"
	Trash  State = "trash"
	Undone State = "undone" // its creation was undone
)

// Entity is a kind of record.
type Entity struct {
	Name    string // "work_package": JSON and message ids
	Plural  string // "work-packages": command line
	Table   string // "work_packages"
	Columns []Column
	New     func() Record
	Project bool // its records belong to one project
}

// Column finds a column by its id.
func (e *Entity) Column(id string) (*Column, bool) { return findColumn(e.Columns, id) }

// LabelID is the message id of the entity's name, which has plural forms.
func (e *Entity) LabelID() string { return "entity." + e.Name }

// metaColumns come first in every entity that travels with an owner.
func ownerColumn[T any, P interface {
	*T
	Record
}]() Column {
	return Column{
		ID: "owner", Kind: KindRef, Ref: "partner", Width: 16, Sort: true, Filter: true,
		at: at(func(r *T) any { return &P(r).Head().Owner }),
	}
}

func entity[T any, P interface {
	*T
	Record
}](name, plural, table string, project bool, columns ...Column) *Entity {
	return &Entity{
		Name: name, Plural: plural, Table: table, Project: project,
		Columns: append(columns, ownerColumn[T, P]()),
		New:     func() Record { return P(new(T)) },
	}
}

// Entities in the fixed order of a canonical export: what is referred to comes
// before what refers to it.
func Entities() []*Entity { return entities }

var entities = []*Entity{
	authors, projects, partners, workPackages, tasks, deliverables, milestones,
	vocabularies, organisations, contacts, events, attendances, engagements,
	takeaways, communications, indicators, risks, bulletins, narratives, evidences,
	collections, partnerQueries, closings,
}

// EntityNamed finds an entity by its name ("contact"), its plural as the command
// line has it ("contacts") or its table.
func EntityNamed(name string) (*Entity, bool) {
	for _, e := range entities {
		if e.Name == name || e.Plural == name || e.Table == name {
			return e, true
		}
	}
	return nil, false
}

// EntityOf gives the entity of a record.
func EntityOf(r Record) *Entity {
	switch r.(type) {
	case *Author:
		return authors
	case *Project:
		return projects
	case *Partner:
		return partners
	case *WorkPackage:
		return workPackages
	case *Task:
		return tasks
	case *Deliverable:
		return deliverables
	case *Milestone:
		return milestones
	case *Vocabulary:
		return vocabularies
	case *Organisation:
		return organisations
	case *Contact:
		return contacts
	case *Event:
		return events
	case *Attendance:
		return attendances
	case *Engagement:
		return engagements
	case *Takeaway:
		return takeaways
	case *Communication:
		return communications
	case *Indicator:
		return indicators
	case *Risk:
		return risks
	case *Bulletin:
		return bulletins
	case *Narrative:
		return narratives
	case *Evidence:
		return evidences
	case *Collection:
		return collections
	case *PartnerQuery:
		return partnerQueries
	case *Closing:
		return closings
	}
	return nil
}
