package data

// WorkPackage is a part of the project's plan.
type WorkPackage struct {
	Meta
	Project string
	Number  string
	Name    Texts
	Lead    string
	Start   Date
	End     Date
}

var workPackages = entity[WorkPackage]("work_package", "work-packages", "work_packages", true,
	projectColumn(func(w *WorkPackage) any { return &w.Project }),
	numberColumn(func(w *WorkPackage) any { return &w.Number }),
	Column{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Width: 40, at: at(func(w *WorkPackage) any { return &w.Name })},
	leadColumn(func(w *WorkPackage) any { return &w.Lead }),
	Column{ID: "start", Kind: KindDate, Sort: true, Width: 12, at: at(func(w *WorkPackage) any { return &w.Start })},
	Column{ID: "end", Kind: KindDate, Sort: true, Width: 12, at: at(func(w *WorkPackage) any { return &w.End })},
)

func numberColumn[T any](f func(*T) any) Column {
	return Column{ID: "number", Kind: KindText, Required: true, Search: true, Sort: true, Width: 8, at: at(f)}
}

func leadColumn[T any](f func(*T) any) Column {
	return Column{ID: "lead", Kind: KindRef, Ref: "partner", Sort: true, Filter: true, Width: 16, at: at(f)}
}

func numbered(number string, name *Texts, lang string) string {
	if s := name.Show(lang); s != "" {
		return number + " " + s
	}
	return number
}

// Title is number and name.
func (w *WorkPackage) Title(lang string) string { return numbered(w.Number, &w.Name, lang) }

// Check wants dates in order.
func (w *WorkPackage) Check(ps *Problems) { ps.order("end", w.Start, w.End) }

// Task is a part of a work package.
type Task struct {
	Meta
	Project     string
	WorkPackage string
	Number      string
	Name        Texts
	Lead        string
	Start       Date
	End         Date
}

var tasks = entity[Task]("task", "tasks", "tasks", true,
	projectColumn(func(t *Task) any { return &t.Project }),
	Column{ID: "work_package", Kind: KindRef, Ref: "work_package", Required: true, Sort: true, Filter: true, Width: 12, at: at(func(t *Task) any { return &t.WorkPackage })},
	numberColumn(func(t *Task) any { return &t.Number }),
	Column{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Width: 40, at: at(func(t *Task) any { return &t.Name })},
	leadColumn(func(t *Task) any { return &t.Lead }),
	Column{ID: "start", Kind: KindDate, Sort: true, Width: 12, at: at(func(t *Task) any { return &t.Start })},
	Column{ID: "end", Kind: KindDate, Sort: true, Width: 12, at: at(func(t *Task) any { return &t.End })},
)

// Title is number and name.
func (t *Task) Title(lang string) string { return numbered(t.Number, &t.Name, lang) }

// Check wants dates in order.
func (t *Task) Check(ps *Problems) { ps.order("end", t.Start, t.End) }

// Delivery is what deliverables and milestones have in common.
type Delivery struct {
	Project     string
	WorkPackage string
	Number      string
	Name        Texts
	Type        string
	Lead        string
	Due         Date
	RevisedDue  Date
	Delivered   Date
	Approved    Date
	Status      string
	DelayReason Texts
}

func deliveryColumns[T any](d func(*T) *Delivery) []Column {
	return []Column{
		projectColumn(func(t *T) any { return &d(t).Project }),
		{ID: "work_package", Kind: KindRef, Ref: "work_package", Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).WorkPackage })},
		numberColumn(func(t *T) any { return &d(t).Number }),
		{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Width: 40, at: at(func(t *T) any { return &d(t).Name })},
		{ID: "type", Kind: KindText, Sort: true, Filter: true, Label: "field.delivery_type", Width: 12, at: at(func(t *T) any { return &d(t).Type })},
		leadColumn(func(t *T) any { return &d(t).Lead }),
		{ID: "due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).Due })},
		{ID: "revised_due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).RevisedDue })},
		{ID: "delivered", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).Delivered })},
		{ID: "approved", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).Approved })},
		{ID: "status", Kind: KindEnum, Enum: DeliveryStatus, Sort: true, Filter: true, Width: 12, at: at(func(t *T) any { return &d(t).Status })},
		{ID: "delay_reason", Kind: KindTexts, Width: 30, at: at(func(t *T) any { return &d(t).DelayReason })},
	}
}

// DueDate is the revised due date where there is one.
func (d *Delivery) DueDate() Date {
	if d.RevisedDue != "" {
		return d.RevisedDue
	}
	return d.Due
}

// Title is number and name.
func (d *Delivery) Title(lang string) string { return numbered(d.Number, &d.Name, lang) }

func (d *Delivery) check(ps *Problems) { ps.order("approved", d.Delivered, d.Approved) }

// Deliverable is what the project owes the granting authority.
type Deliverable struct {
	Meta
	Delivery
	Dissemination string
	Version       string
	Versions      Rows[Version]
	Authors       string
	Reviewer      string
}

// Version is one line of a deliverable's history.
type Version struct {
	Element
	Version string `json:"version,omitempty"`
	Date    Date   `json:"date,omitempty"`
	Author  string `json:"author,omitempty"`
	Changes Texts  `json:"changes"`
}

var versionShape = &Shape{Name: "version", Columns: []Column{
	orderColumn(at(func(v *Version) any { return &v.Order })),
	{ID: "version", Kind: KindText, Required: true, Width: 8, at: at(func(v *Version) any { return &v.Version })},
	{ID: "date", Kind: KindDate, Width: 12, at: at(func(v *Version) any { return &v.Date })},
	{ID: "author", Kind: KindText, Privacy: Personal, Width: 20, at: at(func(v *Version) any { return &v.Author })},
	{ID: "changes", Kind: KindTexts, Width: 40, at: at(func(v *Version) any { return &v.Changes })},
}}

var deliverables = entity[Deliverable]("deliverable", "deliverables", "deliverables", true,
	append(deliveryColumns(func(d *Deliverable) *Delivery { return &d.Delivery }),
		Column{ID: "dissemination", Kind: KindEnum, Enum: Dissemination, Sort: true, Filter: true, Width: 10, at: at(func(d *Deliverable) any { return &d.Dissemination })},
		Column{ID: "version", Kind: KindText, Width: 8, at: at(func(d *Deliverable) any { return &d.Version })},
		Column{ID: "versions", Kind: KindRows, Rows: versionShape, at: at(func(d *Deliverable) any { return &d.Versions })},
		Column{ID: "authors", Kind: KindText, Privacy: Personal, Width: 20, at: at(func(d *Deliverable) any { return &d.Authors })},
		Column{ID: "reviewer", Kind: KindText, Privacy: Personal, Width: 20, at: at(func(d *Deliverable) any { return &d.Reviewer })},
	)...)

// Check wants delivered before approved.
func (d *Deliverable) Check(ps *Problems) { d.check(ps) }

// Milestone is a point that the plan wants reached.
type Milestone struct {
	Meta
	Delivery
	Achieved  string
	Estimated Date
}

// AchievedWords answer the periodic report's question; empty is not yet answered.
var AchievedWords = enum("achieved", "yes", "no")

var milestones = entity[Milestone]("milestone", "milestones", "milestones", true,
	append(deliveryColumns(func(m *Milestone) *Delivery { return &m.Delivery }),
		Column{ID: "achieved", Kind: KindEnum, Enum: AchievedWords, Sort: true, Filter: true, Width: 8, at: at(func(m *Milestone) any { return &m.Achieved })},
		Column{ID: "estimated", Kind: KindDate, Sort: true, Width: 12, at: at(func(m *Milestone) any { return &m.Estimated })},
	)...)

// Check wants delivered before approved.
func (m *Milestone) Check(ps *Problems) { m.check(ps) }

// Narrative is the periodic report's text of a work package and partner.
type Narrative struct {
	Meta
	Project     string
	WorkPackage string
	Partner     string
	Period      *int
	Done        Texts
	Deviations  Texts
	Next        Texts
}

var narratives = entity[Narrative]("narrative", "narratives", "narratives", true,
	projectColumn(func(n *Narrative) any { return &n.Project }),
	Column{ID: "work_package", Kind: KindRef, Ref: "work_package", Required: true, Sort: true, Filter: true, Width: 12, at: at(func(n *Narrative) any { return &n.WorkPackage })},
	Column{ID: "partner", Kind: KindRef, Ref: "partner", Sort: true, Filter: true, Width: 16, at: at(func(n *Narrative) any { return &n.Partner })},
	Column{ID: "period", Kind: KindInt, Required: true, Sort: true, Filter: true, Width: 8, at: at(func(n *Narrative) any { return &n.Period })},
	Column{ID: "done", Kind: KindTexts, Search: true, Label: "field.narrative_done", Width: 50, at: at(func(n *Narrative) any { return &n.Done })},
	Column{ID: "deviations", Kind: KindTexts, Search: true, Width: 50, at: at(func(n *Narrative) any { return &n.Deviations })},
	Column{ID: "next", Kind: KindTexts, Search: true, Label: "field.narrative_next", Width: 50, at: at(func(n *Narrative) any { return &n.Next })},
)

// Title is the beginning of what was done.
func (n *Narrative) Title(lang string) string { return n.Done.Show(lang) }

// Check wants a period number from 1.
func (n *Narrative) Check(ps *Problems) {
	if n.Period != nil && *n.Period < 1 {
		ps.Reject("period", "number.positive")
	}
}
