package data

// Communication is one communication activity, as the Portal's final report asks for them.
type Communication struct {
	Meta
	Project        string
	Name           Texts
	Description    Texts
	Audience       Texts
	Channel        string
	Country        string
	Date           Date
	Reached        *int
	Outcome        Texts
	Status         string
	Link           string
	EmblemChecked  bool
	Event          string
	Bulletin       string
	ReportedPeriod *int // then locked: the Portal does not let a delivered one be changed
}

var communications = entity[Communication]("communication", "communications", "communications", true,
	projectColumn(func(c *Communication) any { return &c.Project }),
	Column{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Label: "field.title", Width: 30, at: at(func(c *Communication) any { return &c.Name })},
	Column{ID: "description", Kind: KindTexts, Search: true, Width: 40, at: at(func(c *Communication) any { return &c.Description })},
	Column{ID: "audience", Kind: KindTexts, Search: true, Width: 24, at: at(func(c *Communication) any { return &c.Audience })},
	Column{ID: "channel", Kind: KindEnum, Enum: CommunicationBy, Sort: true, Filter: true, Width: 16, at: at(func(c *Communication) any { return &c.Channel })},
	Column{ID: "country", Kind: KindCountry, Sort: true, Filter: true, Width: 12, at: at(func(c *Communication) any { return &c.Country })},
	Column{ID: "date", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Communication) any { return &c.Date })},
	Column{ID: "reached", Kind: KindInt, Sort: true, Width: 10, at: at(func(c *Communication) any { return &c.Reached })},
	Column{ID: "outcome", Kind: KindTexts, Search: true, Width: 30, at: at(func(c *Communication) any { return &c.Outcome })},
	Column{ID: "status", Kind: KindEnum, Enum: CommunicationStatus, Sort: true, Filter: true, Width: 12, at: at(func(c *Communication) any { return &c.Status })},
	Column{ID: "link", Kind: KindURL, Width: 24, at: at(func(c *Communication) any { return &c.Link })},
	Column{ID: "emblem_checked", Kind: KindBool, Filter: true, Width: 8, at: at(func(c *Communication) any { return &c.EmblemChecked })},
	Column{ID: "event", Kind: KindRef, Ref: "event", Filter: true, Width: 20, at: at(func(c *Communication) any { return &c.Event })},
	Column{ID: "bulletin", Kind: KindRef, Ref: "bulletin", Filter: true, Width: 14, at: at(func(c *Communication) any { return &c.Bulletin })},
	Column{ID: "reported_period", Kind: KindInt, Sort: true, Filter: true, Width: 8, at: at(func(c *Communication) any { return &c.ReportedPeriod })},
)

// Title is the name.
func (c *Communication) Title(lang string) string { return c.Name.Show(lang) }

// Check wants a number reached that is not negative.
func (c *Communication) Check(ps *Problems) {
	ps.notNegative("reached", c.Reached)
	if c.ReportedPeriod != nil && *c.ReportedPeriod < 1 {
		ps.Reject("reported_period", "number.positive")
	}
}

// Indicator is something the project promised to reach.
type Indicator struct {
	Meta
	Project  string
	Code     string
	Name     Texts
	Unit     Texts
	Count    string
	Type     string // filter: event type
	Group    string // filter
	Country  string // filter
	Target   *Decimal
	Baseline *Decimal
	Targets  Rows[PartnerTarget]
	Values   Rows[PeriodValue]
}

// PartnerTarget is one partner's share of a target.
type PartnerTarget struct {
	Element
	Partner string   `json:"partner,omitempty"`
	Target  *Decimal `json:"target,omitempty"`
}

// PeriodValue is a value counted by hand for a period.
type PeriodValue struct {
	Element
	Period *int     `json:"period,omitempty"`
	Value  *Decimal `json:"value,omitempty"`
}

var partnerTargetShape = &Shape{Name: "partner_target", Columns: []Column{
	orderColumn(at(func(t *PartnerTarget) any { return &t.Order })),
	{ID: "partner", Kind: KindRef, Ref: "partner", Required: true, Width: 16, at: at(func(t *PartnerTarget) any { return &t.Partner })},
	{ID: "target", Kind: KindDecimal, Required: true, Width: 10, at: at(func(t *PartnerTarget) any { return &t.Target })},
}}

var periodValueShape = &Shape{Name: "period_value", Columns: []Column{
	orderColumn(at(func(v *PeriodValue) any { return &v.Order })),
	{ID: "period", Kind: KindInt, Required: true, Width: 8, at: at(func(v *PeriodValue) any { return &v.Period })},
	{ID: "value", Kind: KindDecimal, Required: true, Width: 10, at: at(func(v *PeriodValue) any { return &v.Value })},
}}

var indicators = entity[Indicator]("indicator", "indicators", "indicators", true,
	projectColumn(func(i *Indicator) any { return &i.Project }),
	Column{ID: "code", Kind: KindText, Required: true, Search: true, Sort: true, Width: 10, at: at(func(i *Indicator) any { return &i.Code })},
	Column{ID: "name", Kind: KindTexts, Required: true, Search: true, Sort: true, Width: 40, at: at(func(i *Indicator) any { return &i.Name })},
	Column{ID: "unit", Kind: KindTexts, Width: 12, at: at(func(i *Indicator) any { return &i.Unit })},
	Column{ID: "count", Kind: KindEnum, Enum: IndicatorCount, Required: true, Sort: true, Filter: true, Label: "field.indicator_count", Width: 16, at: at(func(i *Indicator) any { return &i.Count })},
	Column{ID: "type", Kind: KindWord, Vocabulary: "event_type", Filter: true, Width: 16, at: at(func(i *Indicator) any { return &i.Type })},
	Column{ID: "group", Kind: KindEnum, Enum: Group, Filter: true, Width: 16, at: at(func(i *Indicator) any { return &i.Group })},
	Column{ID: "country", Kind: KindCountry, Filter: true, Width: 12, at: at(func(i *Indicator) any { return &i.Country })},
	Column{ID: "target", Kind: KindDecimal, Sort: true, Width: 10, at: at(func(i *Indicator) any { return &i.Target })},
	Column{ID: "baseline", Kind: KindDecimal, Sort: true, Width: 10, at: at(func(i *Indicator) any { return &i.Baseline })},
	Column{ID: "targets", Kind: KindRows, Rows: partnerTargetShape, at: at(func(i *Indicator) any { return &i.Targets })},
	Column{ID: "values", Kind: KindRows, Rows: periodValueShape, at: at(func(i *Indicator) any { return &i.Values })},
)

// Title is code and name.
func (i *Indicator) Title(lang string) string { return numbered(i.Code, &i.Name, lang) }

// Check finds partner targets that do not add up to the target in all.
func (i *Indicator) Check(ps *Problems) {
	if i.Target == nil || len(i.Targets) == 0 {
		return
	}
	var sum Decimal
	for j := range i.Targets {
		if t := i.Targets[j].Target; t != nil {
			sum += *t
		}
	}
	if sum != *i.Target {
		ps.Find("targets", "target.parts", "Sum", sum, "Target", *i.Target, "Difference", sum-*i.Target)
	}
}

// Risk is a critical risk of the project.
type Risk struct {
	Meta
	Project     string
	Number      string
	Description Texts
	WorkPackage string
	Foreseen    bool
	Measure     Texts
	States      Rows[RiskState]
}

// RiskState is what became of a risk in a period.
type RiskState struct {
	Element
	Period       *int `json:"period,omitempty"`
	Materialised bool `json:"materialised,omitempty"`
	Applied      bool `json:"applied,omitempty"`
}

var riskStateShape = &Shape{Name: "risk_state", Columns: []Column{
	orderColumn(at(func(s *RiskState) any { return &s.Order })),
	{ID: "period", Kind: KindInt, Required: true, Width: 8, at: at(func(s *RiskState) any { return &s.Period })},
	{ID: "materialised", Kind: KindBool, Width: 8, at: at(func(s *RiskState) any { return &s.Materialised })},
	{ID: "applied", Kind: KindBool, Width: 8, at: at(func(s *RiskState) any { return &s.Applied })},
}}

var risks = entity[Risk]("risk", "risks", "risks", true,
	projectColumn(func(r *Risk) any { return &r.Project }),
	numberColumn(func(r *Risk) any { return &r.Number }),
	Column{ID: "description", Kind: KindTexts, Required: true, Search: true, Width: 50, at: at(func(r *Risk) any { return &r.Description })},
	Column{ID: "work_package", Kind: KindRef, Ref: "work_package", Sort: true, Filter: true, Width: 12, at: at(func(r *Risk) any { return &r.WorkPackage })},
	Column{ID: "foreseen", Kind: KindBool, Filter: true, Width: 8, at: at(func(r *Risk) any { return &r.Foreseen })},
	Column{ID: "measure", Kind: KindTexts, Search: true, Width: 40, at: at(func(r *Risk) any { return &r.Measure })},
	Column{ID: "states", Kind: KindRows, Rows: riskStateShape, at: at(func(r *Risk) any { return &r.States })},
)

// Title is number and description.
func (r *Risk) Title(lang string) string { return numbered(r.Number, &r.Description, lang) }

// Check has nothing to add to the columns.
func (r *Risk) Check(*Problems) {}

// Bulletin is one issue of the project's newsletter.
type Bulletin struct {
	Meta
	Project   string
	Number    *int
	Month     string // 2025-07
	Language  string
	Name      Texts
	Intro     Texts
	Events    Rows[BulletinEvent]
	NextSteps Texts
	Links     Rows[Link]
}

// BulletinEvent is an event that the bulletin tells of, in an order given by hand.
type BulletinEvent struct {
	Element
	Event string `json:"event,omitempty"`
}

var bulletinEventShape = &Shape{Name: "bulletin_event", Columns: []Column{
	orderColumn(at(func(b *BulletinEvent) any { return &b.Order })),
	{ID: "event", Kind: KindRef, Ref: "event", Required: true, Width: 24, at: at(func(b *BulletinEvent) any { return &b.Event })},
}}

var bulletins = entity[Bulletin]("bulletin", "bulletins", "bulletins", true,
	projectColumn(func(b *Bulletin) any { return &b.Project }),
	Column{ID: "number", Kind: KindInt, Required: true, Sort: true, Filter: true, Width: 8, at: at(func(b *Bulletin) any { return &b.Number })},
	Column{ID: "month", Kind: KindText, Sort: true, Width: 10, at: at(func(b *Bulletin) any { return &b.Month })},
	Column{ID: "language", Kind: KindLang, Sort: true, Filter: true, Width: 10, at: at(func(b *Bulletin) any { return &b.Language })},
	Column{ID: "name", Kind: KindTexts, Search: true, Sort: true, Label: "field.title", Width: 30, at: at(func(b *Bulletin) any { return &b.Name })},
	Column{ID: "intro", Kind: KindTexts, Search: true, Width: 50, at: at(func(b *Bulletin) any { return &b.Intro })},
	Column{ID: "events", Kind: KindRows, Rows: bulletinEventShape, at: at(func(b *Bulletin) any { return &b.Events })},
	Column{ID: "next_steps", Kind: KindTexts, Search: true, Width: 50, at: at(func(b *Bulletin) any { return &b.NextSteps })},
	Column{ID: "links", Kind: KindRows, Rows: linkShape, at: at(func(b *Bulletin) any { return &b.Links })},
)

// Title is the name.
func (b *Bulletin) Title(lang string) string { return b.Name.Show(lang) }

// Check wants a month that exists.
func (b *Bulletin) Check(ps *Problems) {
	if b.Month != "" && (len(b.Month) != 7 || !Date(b.Month+"-01").Valid()) {
		ps.Reject("month", "month.form", "Value", b.Month)
	}
}
