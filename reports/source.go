package reports

import (
	"context"
	"iter"

	"primadesk/data"
)

// Source gives a report the live records of one project. All calls of a report are answered from
// one state of the workspace (one read transaction), so that its sheets agree with each other.
//
// Small lists are slices, in any order; a report sorts them. Long ones are sequences that are
// read once, from begin to end or until the first error, and never while another is open. The
// records are only read.
type Source interface {
	Project(context.Context) (*data.Project, error)
	Partners(context.Context) ([]*data.Partner, error)
	WorkPackages(context.Context) ([]*data.WorkPackage, error)
	Tasks(context.Context) ([]*data.Task, error)
	Deliverables(context.Context) ([]*data.Deliverable, error)
	// Vocabulary gives the words that users added or renamed: event types and themes.
	Vocabulary(context.Context) ([]*data.Vocabulary, error)
	Communications(context.Context) ([]*data.Communication, error)
	Indicators(context.Context) ([]*data.Indicator, error)
	Takeaways(context.Context) ([]*data.Takeaway, error)
	// Events gives every event of the project with what is counted of it, whatever its status, day or partner: what
	// belongs into a report is the report's business. In any order.
	Events(context.Context) iter.Seq2[EventFigures, error]
	// Organisations gives every organisation of the workspace, in any order. A report keeps those that an event's
	// Tally names.
	Organisations(context.Context) iter.Seq2[*data.Organisation, error]
	// Contacts gives every contact of the workspace, in the order in which lists show them. It is called only for a
	// report with personal data, which keeps those who came to its events.
	Contacts(context.Context) iter.Seq2[*data.Contact, error]
}

// EventFigures is an event with what was counted at it.
type EventFigures struct {
	Event *data.Event
	// Tally is data.TallyOf all live attendance of the event. The facts about a contact in the trash still
	// count: deleting a contact changes no figure.
	Tally data.Tally
	// Evidence counts the pieces of evidence on file by kind (words of data.EvidenceKind).
	Evidence map[string]int
}
