package reports

import (
	"context"
	"io"
	"iter"

	"primadesk/assets/i18n"
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
	Milestones(context.Context) ([]*data.Milestone, error)
	Risks(context.Context) ([]*data.Risk, error)
	Narratives(context.Context) ([]*data.Narrative, error)
	Bulletins(context.Context) ([]*data.Bulletin, error)
	Collections(context.Context) ([]*data.Collection, error)
	Queries(context.Context) ([]*data.PartnerQuery, error)
	// Reported compares what was reported of a period, also of one that was opened again, with what would be reported now, put
	// into words of a language; nil where nothing was reported.
	Reported(ctx context.Context, p *i18n.Printer, period int) (*data.Reported, error)
	Communications(context.Context) ([]*data.Communication, error)
	Indicators(context.Context) ([]*data.Indicator, error)
	Takeaways(context.Context) ([]*data.Takeaway, error)
	// Events gives every event of the project with what is counted of it, whatever its status, day or partner: what
	// belongs into a report is the report's business. In any order.
	Events(context.Context) iter.Seq2[EventFigures, error]
	// Organisations gives every organisation of the workspace, in any order. A report keeps those that an event's
	// Tally names.
	Organisations(context.Context) iter.Seq2[*data.Organisation, error]
	// Evidence gives what is on file of all events.
	Evidence(context.Context) ([]*data.Evidence, error)
	// OpenEvidence reads a file of evidence by its SHA-256; reading to the end fails where it is not what was attached.
	// Errors: "evidence.missing", "evidence.damaged".
	OpenEvidence(sha string) (io.ReadCloser, error)
	// Attendance gives who was invited to an event and who came, and its head counts.
	Attendance(ctx context.Context, event string) ([]*data.Attendance, error)
	// People gives contacts by their ids, those in the trash too. It is called only for what names people or lists them one by
	// one.
	People(ctx context.Context, ids []string) ([]*data.Contact, error)
	// Engagements gives the log of contacts made, the oldest first.
	Engagements(context.Context) iter.Seq2[*data.Engagement, error]
	// Text puts any column of a record (or of a row inside one) into words: names in place of ids, labels in place of codes.
	Text(context.Context, *i18n.Printer) (func(c *data.Column, rec any) string, error)
	// Findings are what an officer or an auditor would still ask for, in a period (0: the whole project), their arguments in
	// the words of a language.
	Findings(ctx context.Context, p *i18n.Printer, period int) ([]data.Finding, error)
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
