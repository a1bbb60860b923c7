package data

import "time"

// Event is a meeting that the project plans or held.
type Event struct {
	Meta
	Project      string
	Number       string // by partner: EL-03
	Name         Texts
	Type         string
	Mode         string
	Country      string
	Region       string
	City         string
	Venue        string
	Address      string
	OnlineLink   string
	Start        Wall // may be unknown: shown as missing, never as today
	End          Wall
	AllDay       bool
	Zone         string
	Days         Rows[EventDay]
	Organiser    string
	CoOrganisers Set
	WorkPackage  string
	Task         string
	Deliverable  string
	Website      string
	Languages    Set
	Description  Texts // before: what is planned
	Aims         Texts
	Account      Texts // after: what happened, entered once and used by every report
	Replies      *int
	Satisfaction *Decimal
	TargetGroups Set
	Expected     *int
	Status       string
	Agenda       Rows[AgendaItem]
	Budget       Rows[BudgetLine]
	Checklist    Rows[ChecklistItem]
}

// EventDay is one day or part of an event that has several.
type EventDay struct {
	Element
	Name  string `json:"name,omitempty"`
	Start Wall   `json:"start,omitempty"`
	End   Wall   `json:"end,omitempty"`
	Venue string `json:"venue,omitempty"`
}

// AgendaItem is one line of the programme.
type AgendaItem struct {
	Element
	Day     Date   `json:"day,omitempty"`  // of an event of several days; empty: its first
	Time    string `json:"time,omitempty"` // 10:00
	Name    string `json:"name,omitempty"`
	Speaker string `json:"speaker,omitempty"`
	Minutes *int   `json:"minutes,omitempty"`
}

// BudgetLine is what something was to cost and did, in euro.
type BudgetLine struct {
	Element
	Category string   `json:"category,omitempty"`
	Name     string   `json:"name,omitempty"`
	Planned  *Decimal `json:"planned,omitempty"`
	Spent    *Decimal `json:"spent,omitempty"`
}

// ChecklistItem is something to do for an event, some days before (negative) or after it.
type ChecklistItem struct {
	Element
	Name   string `json:"name,omitempty"`
	Phase  string `json:"phase,omitempty"`
	Offset *int   `json:"offset,omitempty"`
	Who    string `json:"who,omitempty"`
	Due    Date   `json:"due,omitempty"`
	Done   Date   `json:"done,omitempty"`
}

// DueOn is the day by which the item is to be done: its own, or the event's and the offset.
func (i *ChecklistItem) DueOn(event Date) Date {
	if i.Due != "" || i.Offset == nil {
		return i.Due
	}
	return event.AddDays(*i.Offset)
}

var eventDayShape = &Shape{Name: "event_day", Columns: []Column{
	orderColumn(at(func(d *EventDay) any { return &d.Order })),
	{ID: "name", Kind: KindText, Label: "field.title", Width: 24, at: at(func(d *EventDay) any { return &d.Name })},
	{ID: "start", Kind: KindWall, Required: true, Width: 16, at: at(func(d *EventDay) any { return &d.Start })},
	{ID: "end", Kind: KindWall, Width: 16, at: at(func(d *EventDay) any { return &d.End })},
	{ID: "venue", Kind: KindText, Width: 20, at: at(func(d *EventDay) any { return &d.Venue })},
}}

var agendaShape = &Shape{Name: "agenda_item", Columns: []Column{
	orderColumn(at(func(a *AgendaItem) any { return &a.Order })),
	{ID: "day", Kind: KindDate, Width: 12, at: at(func(a *AgendaItem) any { return &a.Day })},
	{ID: "time", Kind: KindText, Width: 8, at: at(func(a *AgendaItem) any { return &a.Time })},
	{ID: "name", Kind: KindText, Required: true, Label: "field.title", Width: 30, at: at(func(a *AgendaItem) any { return &a.Name })},
	{ID: "speaker", Kind: KindRef, Ref: "contact", Privacy: Personal, Width: 20, at: at(func(a *AgendaItem) any { return &a.Speaker })},
	{ID: "minutes", Kind: KindInt, Width: 8, at: at(func(a *AgendaItem) any { return &a.Minutes })},
}}

var budgetShape = &Shape{Name: "budget_line", Columns: []Column{
	orderColumn(at(func(b *BudgetLine) any { return &b.Order })),
	{ID: "category", Kind: KindEnum, Enum: BudgetCategory, Width: 14, at: at(func(b *BudgetLine) any { return &b.Category })},
	{ID: "name", Kind: KindText, Label: "field.title", Width: 24, at: at(func(b *BudgetLine) any { return &b.Name })},
	{ID: "planned", Kind: KindDecimal, Width: 12, at: at(func(b *BudgetLine) any { return &b.Planned })},
	{ID: "spent", Kind: KindDecimal, Width: 12, at: at(func(b *BudgetLine) any { return &b.Spent })},
}}

var checklistShape = &Shape{Name: "checklist_item", Columns: []Column{
	orderColumn(at(func(c *ChecklistItem) any { return &c.Order })),
	{ID: "name", Kind: KindText, Required: true, Label: "field.to_do", Width: 30, at: at(func(c *ChecklistItem) any { return &c.Name })},
	{ID: "phase", Kind: KindEnum, Enum: Phase, Width: 10, at: at(func(c *ChecklistItem) any { return &c.Phase })},
	{ID: "offset", Kind: KindInt, Width: 8, at: at(func(c *ChecklistItem) any { return &c.Offset })},
	{ID: "who", Kind: KindText, Privacy: Personal, Width: 16, at: at(func(c *ChecklistItem) any { return &c.Who })},
	{ID: "due", Kind: KindDate, Width: 12, at: at(func(c *ChecklistItem) any { return &c.Due })},
	{ID: "done", Kind: KindDate, Width: 12, at: at(func(c *ChecklistItem) any { return &c.Done })},
}}

var events = entity[Event]("event", "events", "events", true,
	projectColumn(func(e *Event) any { return &e.Project }),
	Column{ID: "number", Kind: KindText, Search: true, Code: true, Sort: true, Width: 8, at: at(func(e *Event) any { return &e.Number })},
	Column{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Label: "field.title", Width: 40, at: at(func(e *Event) any { return &e.Name })},
	Column{ID: "type", Kind: KindWord, Vocabulary: "event_type", Sort: true, Filter: true, Width: 18, at: at(func(e *Event) any { return &e.Type })},
	Column{ID: "mode", Kind: KindEnum, Enum: Mode, Sort: true, Filter: true, Width: 10, at: at(func(e *Event) any { return &e.Mode })},
	Column{ID: "country", Kind: KindCountry, Sort: true, Filter: true, Width: 12, at: at(func(e *Event) any { return &e.Country })},
	Column{ID: "region", Kind: KindText, Search: true, Sort: true, Filter: true, Width: 16, at: at(func(e *Event) any { return &e.Region })},
	Column{ID: "city", Kind: KindText, Search: true, Sort: true, Filter: true, Width: 14, at: at(func(e *Event) any { return &e.City })},
	Column{ID: "venue", Kind: KindText, Search: true, Sort: true, Width: 20, at: at(func(e *Event) any { return &e.Venue })},
	Column{ID: "address", Kind: KindText, Width: 24, at: at(func(e *Event) any { return &e.Address })},
	Column{ID: "online_link", Kind: KindURL, Width: 24, at: at(func(e *Event) any { return &e.OnlineLink })},
	Column{ID: "start", Kind: KindWall, Sort: true, Filter: true, Label: "field.event_start", Width: 16, at: at(func(e *Event) any { return &e.Start })},
	Column{ID: "end", Kind: KindWall, Sort: true, Filter: true, Label: "field.event_end", Width: 16, at: at(func(e *Event) any { return &e.End })},
	Column{ID: "all_day", Kind: KindBool, Width: 8, at: at(func(e *Event) any { return &e.AllDay })},
	Column{ID: "zone", Kind: KindZone, Width: 16, at: at(func(e *Event) any { return &e.Zone })},
	Column{ID: "days", Kind: KindRows, Rows: eventDayShape, at: at(func(e *Event) any { return &e.Days })},
	Column{ID: "organiser", Kind: KindRef, Ref: "partner", Sort: true, Filter: true, Width: 18, at: at(func(e *Event) any { return &e.Organiser })},
	Column{ID: "co_organisers", Kind: KindSet, Item: KindRef, Ref: "partner", Filter: true, Width: 18, at: at(func(e *Event) any { return &e.CoOrganisers })},
	Column{ID: "work_package", Kind: KindRef, Ref: "work_package", Sort: true, Filter: true, Width: 10, at: at(func(e *Event) any { return &e.WorkPackage })},
	Column{ID: "task", Kind: KindRef, Ref: "task", Sort: true, Filter: true, Width: 10, at: at(func(e *Event) any { return &e.Task })},
	Column{ID: "deliverable", Kind: KindRef, Ref: "deliverable", Sort: true, Filter: true, Width: 10, at: at(func(e *Event) any { return &e.Deliverable })},
	Column{ID: "website", Kind: KindURL, Width: 24, at: at(func(e *Event) any { return &e.Website })},
	Column{ID: "languages", Kind: KindSet, Item: KindText, Filter: true, Label: "field.working_languages", Width: 12, at: at(func(e *Event) any { return &e.Languages })},
	Column{ID: "description", Kind: KindTexts, Search: true, Width: 40, at: at(func(e *Event) any { return &e.Description })},
	Column{ID: "aims", Kind: KindTexts, Search: true, Width: 40, at: at(func(e *Event) any { return &e.Aims })},
	Column{ID: "account", Kind: KindTexts, Search: true, Width: 50, at: at(func(e *Event) any { return &e.Account })},
	Column{ID: "replies", Kind: KindInt, Width: 8, at: at(func(e *Event) any { return &e.Replies })},
	Column{ID: "satisfaction", Kind: KindDecimal, Width: 10, at: at(func(e *Event) any { return &e.Satisfaction })},
	Column{ID: "target_groups", Kind: KindSet, Item: KindEnum, Enum: Group, Filter: true, Width: 24, at: at(func(e *Event) any { return &e.TargetGroups })},
	Column{ID: "expected", Kind: KindInt, Sort: true, Width: 10, at: at(func(e *Event) any { return &e.Expected })},
	Column{ID: "status", Kind: KindEnum, Enum: EventStatus, Sort: true, Filter: true, Width: 12, at: at(func(e *Event) any { return &e.Status })},
	Column{ID: "agenda", Kind: KindRows, Rows: agendaShape, at: at(func(e *Event) any { return &e.Agenda })},
	Column{ID: "budget", Kind: KindRows, Rows: budgetShape, at: at(func(e *Event) any { return &e.Budget })},
	Column{ID: "checklist", Kind: KindRows, Rows: checklistShape, at: at(func(e *Event) any { return &e.Checklist })},
)

// Title is the name, or the number.
func (e *Event) Title(lang string) string {
	if s := e.Name.Show(lang); s != "" {
		return s
	}
	return e.Number
}

// Held tells whether the event took place.
func (e *Event) Held() bool { return e.Status == "held" || e.Status == "reported" }

// LastDay is the day on which the event ends, or its only day.
func (e *Event) LastDay() Date {
	last := e.Start.Day()
	for _, w := range append([]Wall{e.End}, e.dayEnds()...) {
		last = max(last, w.Day())
	}
	return last
}

func (e *Event) dayEnds() []Wall {
	ends := make([]Wall, 0, 2*len(e.Days))
	for i := range e.Days {
		ends = append(ends, e.Days[i].Start, e.Days[i].End)
	}
	return ends
}

// Check wants times in order, counts that are not negative, and minutes that make sense.
func (e *Event) Check(ps *Problems) {
	ps.wallOrder("end", e.Start, e.End)
	if e.Start == "" && e.End != "" {
		ps.Reject("start", "start.missing")
	}
	for i := range e.Days {
		ps.wallOrder("days/"+e.Days[i].ID+"/end", e.Days[i].Start, e.Days[i].End)
	}
	ps.notNegative("expected", e.Expected)
	ps.notNegative("replies", e.Replies)
	for i := range e.Agenda {
		a := &e.Agenda[i]
		ps.notNegative("agenda/"+a.ID+"/minutes", a.Minutes)
		if _, err := time.Parse("15:04", a.Time); a.Time != "" && err != nil {
			ps.Reject("agenda/"+a.ID+"/time", "time.form", "Value", a.Time)
		}
	}
}

// Evidence is a file that proves something, kept under its SHA-256.
type Evidence struct {
	Meta
	Project        string
	Event          string
	Kind           string
	File           string // SHA-256 of the bytes
	FileName       string // as it was called where it came from
	Size           *int   // bytes
	Caption        Texts
	ConsentChecked bool
	OriginalAt     string // where the paper original is kept
}

var evidences = entity[Evidence]("evidence", "evidence", "evidence", false,
	Column{ID: "project", Kind: KindRef, Ref: "project", Filter: true, Width: 14, at: at(func(e *Evidence) any { return &e.Project })},
	Column{ID: "event", Kind: KindRef, Ref: "event", Sort: true, Filter: true, Width: 20, at: at(func(e *Evidence) any { return &e.Event })},
	Column{ID: "kind", Kind: KindEnum, Enum: EvidenceKind, Required: true, Sort: true, Filter: true, Label: "field.evidence_kind", Width: 14, at: at(func(e *Evidence) any { return &e.Kind })},
	Column{ID: "file", Kind: KindHash, Width: 16, at: at(func(e *Evidence) any { return &e.File })},
	Column{ID: "file_name", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 24, at: at(func(e *Evidence) any { return &e.FileName })},
	Column{ID: "size", Kind: KindInt, Sort: true, Width: 10, at: at(func(e *Evidence) any { return &e.Size })},
	Column{ID: "caption", Kind: KindTexts, Search: true, Width: 30, at: at(func(e *Evidence) any { return &e.Caption })},
	Column{ID: "consent_checked", Kind: KindBool, Filter: true, Width: 10, at: at(func(e *Evidence) any { return &e.ConsentChecked })},
	Column{ID: "original_at", Kind: KindText, Search: true, Width: 24, at: at(func(e *Evidence) any { return &e.OriginalAt })},
)

// Title is the caption, or the file's name.
func (e *Evidence) Title(lang string) string {
	if s := e.Caption.Show(lang); s != "" {
		return s
	}
	return e.FileName
}

// Check wants a file or a place where the original is.
func (e *Evidence) Check(ps *Problems) {
	if e.File == "" && e.OriginalAt == "" {
		ps.Reject("file", "evidence.nowhere")
	}
	ps.notNegative("size", e.Size)
}
