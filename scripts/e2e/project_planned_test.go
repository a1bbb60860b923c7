//go:build e2e

package e2e

import "primadesk/assets/i18n"

// entered is what is entered into a field of a form: typed, or chosen by its first letters.
type entered struct{ column, text string }

// plan is a part of the project with a record to be made there, and what the command line has to say of it.
type plan struct {
	entity, list string
	fields, more []entered // of the form, and of what is folded in it
	folded       string    // message id of what is folded, where it is not called "More"
	tab          string    // message id of the tab that has the rows
	rows         []rowOf
	search       string // finds the record
	filter       entered
	changes      int // the field that is changed once more, by a text that is added
	other        string
	holds        map[string]string
}

// rowOf is a row of a list inside of a record.
type rowOf struct {
	list   string
	fields []entered
}

func (p plan) moreTitle() string {
	if p.folded != "" {
		return p.folded
	}
	return "record.more"
}

var planned = []plan{
	{
		entity: "partner", filter: entered{"country", "Italy"}, list: "partners", search: "Harbour", changes: 4, other: "!",
		fields: []entered{{"legal_name", "Harbour Association"}, {"short_name", "HARBOUR"}, {"code", "HB"}, {"country", "Ita"}, {"region", "Sicily"}, {"role", "Ben"}},
		more:   []entered{{"pic", "999999999"}, {"contact_person", "Cammarata"}},
		holds:  map[string]string{"short_name": "HARBOUR", "code": "HB", "country": "IT", "region": "Sicily", "role": "beneficiary", "pic": "999999999"},
	},
	{
		entity: "work_package", filter: entered{"lead", "LAND"}, list: "work-packages", search: "Harbours", changes: 2, other: "!",
		fields: []entered{{"number", "WP9"}, {"lead", "LAND"}, {"name", "Harbours"}, {"start", "1/2/2026"}, {"end", "1/3/2026"}},
		more:   []entered{{"owner", "KMOP"}},
		holds:  map[string]string{"number": "WP9", "start": "2026-02-01", "end": "2026-03-01"},
	},
	{
		entity: "task", filter: entered{"lead", "LAND"}, list: "tasks", search: "quays", changes: 3, other: "!",
		fields: []entered{{"work_package", "WP2"}, {"number", "T9.1"}, {"lead", "LAND"}, {"name", "Walk the quays"}},
		more:   []entered{{"start", "1/2/2026"}, {"end", "1/3/2026"}, {"owner", "KMOP"}},
		holds:  map[string]string{"number": "T9.1", "start": "2026-02-01", "end": "2026-03-01"},
	},
	{
		entity: "deliverable", filter: entered{"lead", "LAND"}, list: "deliverables", search: "Harbour book", tab: "field.versions", changes: 2, other: "!",
		fields: []entered{
			{"number", "D9.1"}, {"type", "R"}, {"name", "Harbour book"}, {"work_package", "WP2"}, {"lead", "LAND"}, {"status", "Sub"}, {"due", "1/4/2026"},
			{"revised_due", "1/5/2026"}, {"delay_reason", "Storms"}, {"delivered", "2/5/2026"}, {"approved", "3/5/2026"},
		},
		more: []entered{{"dissemination", "Pub"}, {"version", "1.0"}, {"authors", "Ada"}, {"reviewer", "Bea"}, {"owner", "KMOP"}},
		rows: []rowOf{{"versions", []entered{{"version", "0.1"}, {"date", "2/4/2026"}, {"author", "Anna"}, {"changes", "First text"}}}},
		holds: map[string]string{
			"number": "D9.1", "type": "R", "status": "submitted", "due": "2026-04-01", "revised_due": "2026-05-01", "delivered": "2026-05-02", "approved": "2026-05-03",
			"dissemination": "public", "version": "1.0", "authors": "Ada", "reviewer": "Bea",
		},
	},
	{
		entity: "indicator", filter: entered{"count", "Entered"}, list: "indicators", search: "Harbours visited", tab: "project.progress", changes: 2, other: "!", folded: "project.counts_only",
		fields: []entered{{"code", "I9"}, {"count", "Ent"}, {"name", "Harbours visited"}, {"unit", "harbours"}, {"target", "12"}, {"baseline", "1"}},
		more:   []entered{{"type", "Round"}, {"country", "Ita"}, {"group", "Emplo"}, {"owner", "KMOP"}},
		rows:   []rowOf{{"targets", []entered{{"partner", "LAND"}, {"target", "7"}}}, {"values", []entered{{"period", "1"}, {"value", "3"}}}},
		holds:  map[string]string{"code": "I9", "count": "by_hand", "target": "12", "baseline": "1", "type": "round_table", "country": "IT"},
	},
	{
		entity: "milestone", filter: entered{"lead", "LAND"}, list: "milestones", search: "All harbours", changes: 2, other: "!",
		fields: []entered{
			{"number", "MS9"}, {"lead", "LAND"}, {"name", "All harbours seen"}, {"work_package", "WP2"}, {"due", "1/5/2026"}, {"achieved", "Achieved"},
			{"estimated", "2/5/2026"}, {"delivered", "3/5/2026"},
		},
		more: []entered{{"type", "event"}, {"status", "Sub"}, {"revised_due", "4/5/2026"}, {"approved", "5/5/2026"}, {"delay_reason", "Storms"}, {"owner", "KMOP"}},
		holds: map[string]string{
			"number": "MS9", "due": "2026-05-01", "achieved": "yes", "estimated": "2026-05-02", "delivered": "2026-05-03", "revised_due": "2026-05-04", "approved": "2026-05-05",
			"status": "submitted",
		},
	},
	{
		entity: "risk", filter: entered{"work_package", "WP2"}, list: "risks", search: "Storms", changes: 2, other: "!",
		fields: []entered{{"number", "R9"}, {"foreseen", "yes"}, {"description", "Storms"}, {"measure", "Go by train"}, {"work_package", "WP2"}},
		rows:   []rowOf{{"states", []entered{{"period", "1"}, {"materialised", "yes"}, {"applied", "yes"}}}},
		more:   []entered{{"owner", "KMOP"}},
		holds:  map[string]string{"number": "R9", "foreseen": "true"},
	},
	{
		entity: "narrative", filter: entered{"partner", "LAND"}, list: "narratives", search: "Quays were", changes: 3, other: " Again.",
		fields: []entered{{"work_package", "WP2"}, {"partner", "LAND"}, {"period", "2"}, {"done", "Quays were walked."}, {"deviations", "None."}, {"next", "More quays."}},
		more:   []entered{{"owner", "KMOP"}},
		holds:  map[string]string{"period": "2"},
	},
	{
		entity: "collection", filter: entered{"partner", "KMOP"}, list: "collections", search: "by bus", changes: 6, other: " again",
		fields: []entered{{"partner", "KMOP"}, {"period", "1"}, {"asked", "1/2/2026"}, {"due", "1/3/2026"}, {"received", "2/3/2026"}, {"checked", "3/3/2026"}, {"notes", "Came by bus"}},
		rows:   []rowOf{{"reminders", []entered{{"date", "20/2/2026"}, {"channel", "E"}}}},
		more:   []entered{{"owner", "KMOP"}},
		holds:  map[string]string{"period": "1", "asked": "2026-02-01", "due": "2026-03-01", "received": "2026-03-02", "checked": "2026-03-03"},
	},
	{
		entity: "query", filter: entered{"partner", "KMOP"}, list: "queries", search: "Why 31", changes: 3, other: "?",
		fields: []entered{
			{"partner", "KMOP"}, {"period", "1"}, {"event", "EL-02"}, {"question", "Why 31?"}, {"asked", "1/2/2026"}, {"due", "1/3/2026"}, {"answer", "It was 32."},
			{"answered", "2/3/2026"},
		},
		more:  []entered{{"owner", "KMOP"}},
		holds: map[string]string{"period": "1", "asked": "2026-02-01", "due": "2026-03-01", "answer": "It was 32.", "answered": "2026-03-02"},
	},
}

// partNames are what the parts are called, as the list of parts has them.
func partNames(w *i18n.Printer) []string {
	out := []string{w.T("project.grant"), w.T("project.activities"), w.T("project.words"), w.T("project.more_parts")}
	for _, p := range planned {
		out = append(out, w.Entities(p.entity))
	}
	return out
}
