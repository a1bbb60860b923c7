package data

// Project is a grant: its identity, periods, statements and logos.
type Project struct {
	Meta
	Acronym           string
	Name              Texts
	GrantNumber       string
	Call              string
	Programme         string
	GrantingAuthority Texts
	Start             Date
	End               Date
	Periods           Rows[Period]
	BalancePaid       Date // records are kept five years from here (three up to EUR 60,000)
	Website           string
	SocialLinks       Rows[Link]
	Funding           string
	FundingStatement  Texts               // where it differs from the official one
	Disclaimer        Texts               // where it differs from the official one
	PrivacyNotice     Texts               // of sign-in sheets, where it differs from the program's wording
	Notice            Texts               // shown as a banner, e.g. that the records are invented
	Checklist         Rows[ChecklistItem] // what a new event's checklist begins with; empty: what the program ships
}

// Period is a reporting period of a project.
type Period struct {
	Element
	Number *int `json:"number,omitempty"`
	From   Date `json:"from,omitempty"`
	To     Date `json:"to,omitempty"`
	Closed bool `json:"closed,omitempty"`
}

// Has tells whether a day lies in the period. A day that is not known lies in none.
func (p *Period) Has(day Date) bool {
	return day != "" && (p.From == "" || day >= p.From) && (p.To == "" || day <= p.To)
}

// Link is a web address with a name.
type Link struct {
	Element
	Label string `json:"label,omitempty"`
	URL   string `json:"url,omitempty"`
}

var orderColumn = func(f func(any) any) Column { return Column{ID: "order", Kind: KindText, at: f} }

var periodShape = &Shape{Name: "period", Columns: []Column{
	orderColumn(at(func(p *Period) any { return &p.Order })),
	{ID: "number", Kind: KindInt, Required: true, Width: 8, at: at(func(p *Period) any { return &p.Number })},
	{ID: "from", Kind: KindDate, Required: true, Width: 12, at: at(func(p *Period) any { return &p.From })},
	{ID: "to", Kind: KindDate, Required: true, Width: 12, at: at(func(p *Period) any { return &p.To })},
	{ID: "closed", Kind: KindBool, Width: 8, at: at(func(p *Period) any { return &p.Closed })},
}}

var linkShape = &Shape{Name: "link", Columns: []Column{
	orderColumn(at(func(l *Link) any { return &l.Order })),
	{ID: "label", Kind: KindText, Width: 14, at: at(func(l *Link) any { return &l.Label })},
	{ID: "url", Kind: KindURL, Required: true, Width: 30, at: at(func(l *Link) any { return &l.URL })},
}}

var projects = entity[Project]("project", "projects", "projects", false,
	Column{ID: "acronym", Kind: KindText, Required: true, Search: true, Sort: true, Width: 16, at: at(func(p *Project) any { return &p.Acronym })},
	Column{ID: "name", Kind: KindTexts, Search: true, Width: 40, at: at(func(p *Project) any { return &p.Name })},
	Column{ID: "grant_number", Kind: KindText, Search: true, Sort: true, Width: 12, at: at(func(p *Project) any { return &p.GrantNumber })},
	Column{ID: "call", Kind: KindText, Search: true, Width: 28, at: at(func(p *Project) any { return &p.Call })},
	Column{ID: "programme", Kind: KindText, Search: true, Width: 12, at: at(func(p *Project) any { return &p.Programme })},
	Column{ID: "granting_authority", Kind: KindTexts, Width: 24, at: at(func(p *Project) any { return &p.GrantingAuthority })},
	Column{ID: "start", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(p *Project) any { return &p.Start })},
	Column{ID: "end", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(p *Project) any { return &p.End })},
	Column{ID: "periods", Kind: KindRows, Rows: periodShape, at: at(func(p *Project) any { return &p.Periods })},
	Column{ID: "balance_paid", Kind: KindDate, Sort: true, Width: 12, at: at(func(p *Project) any { return &p.BalancePaid })},
	Column{ID: "website", Kind: KindURL, Width: 24, at: at(func(p *Project) any { return &p.Website })},
	Column{ID: "social_links", Kind: KindRows, Rows: linkShape, at: at(func(p *Project) any { return &p.SocialLinks })},
	Column{ID: "funding", Kind: KindEnum, Enum: Funding, Filter: true, Width: 14, at: at(func(p *Project) any { return &p.Funding })},
	Column{ID: "funding_statement", Kind: KindTexts, at: at(func(p *Project) any { return &p.FundingStatement })},
	Column{ID: "disclaimer", Kind: KindTexts, at: at(func(p *Project) any { return &p.Disclaimer })},
	Column{ID: "privacy_notice", Kind: KindTexts, Width: 40, at: at(func(p *Project) any { return &p.PrivacyNotice })},
	Column{ID: "notice", Kind: KindTexts, Label: "field.banner", at: at(func(p *Project) any { return &p.Notice })},
	Column{ID: "checklist", Kind: KindRows, Rows: checklistShape, Label: "field.checklist_template", at: at(func(p *Project) any { return &p.Checklist })},
)

// Title is the acronym.
func (p *Project) Title(string) string { return p.Acronym }

// Check wants dates in order and periods that do not overlap.
func (p *Project) Check(ps *Problems) {
	ps.order("end", p.Start, p.End)
	seen := map[int]bool{}
	for i := range p.Periods {
		period := &p.Periods[i]
		field := "periods/" + period.ID
		ps.order(field+"/to", period.From, period.To)
		if period.Number != nil {
			if *period.Number < 1 {
				ps.Reject(field+"/number", "number.positive")
			} else if seen[*period.Number] {
				ps.Find(field+"/number", "period.twice", "N", *period.Number)
			}
			seen[*period.Number] = true
		}
		for j := range i {
			other := &p.Periods[j]
			if period.From != "" && period.To != "" && other.Has(period.From) || other.From != "" && other.To != "" && period.Has(other.From) {
				ps.Find(field+"/from", "period.overlap")
			}
		}
	}
}

// Period finds a reporting period by its number.
func (p *Project) Period(number int) (*Period, bool) {
	for i := range p.Periods {
		if n := p.Periods[i].Number; n != nil && *n == number {
			return &p.Periods[i], true
		}
	}
	return nil, false
}

// Partner is a member of the consortium.
type Partner struct {
	Meta
	Project       string
	LegalName     string
	ShortName     string
	Code          string // prefix of the event numbers it gives, e.g. EL
	PIC           string
	Country       string
	Region        string
	Role          string
	ContactPerson string
	Logo          string // an evidence record
}

func projectColumn[T any](f func(*T) any) Column {
	return Column{ID: "project", Kind: KindRef, Ref: "project", Required: true, Filter: true, Width: 14, at: at(f)}
}

var partners = entity[Partner]("partner", "partners", "partners", true,
	projectColumn(func(p *Partner) any { return &p.Project }),
	Column{ID: "legal_name", Kind: KindText, Required: true, Search: true, Sort: true, Width: 30, at: at(func(p *Partner) any { return &p.LegalName })},
	Column{ID: "short_name", Kind: KindText, Search: true, Sort: true, Width: 16, at: at(func(p *Partner) any { return &p.ShortName })},
	Column{ID: "code", Kind: KindText, Search: true, Code: true, Sort: true, Width: 6, at: at(func(p *Partner) any { return &p.Code })},
	Column{ID: "pic", Kind: KindText, Search: true, Width: 10, at: at(func(p *Partner) any { return &p.PIC })},
	Column{ID: "country", Kind: KindCountry, Sort: true, Filter: true, Width: 12, at: at(func(p *Partner) any { return &p.Country })},
	Column{ID: "region", Kind: KindText, Search: true, Sort: true, Width: 16, at: at(func(p *Partner) any { return &p.Region })},
	Column{ID: "role", Kind: KindEnum, Enum: PartnerRole, Sort: true, Filter: true, Label: "field.partner_role", Width: 14, at: at(func(p *Partner) any { return &p.Role })},
	Column{ID: "contact_person", Kind: KindRef, Ref: "contact", Privacy: Personal, Width: 20, at: at(func(p *Partner) any { return &p.ContactPerson })},
	Column{ID: "logo", Kind: KindRef, Ref: "evidence", at: at(func(p *Partner) any { return &p.Logo })},
)

// Title is the short name, or the legal name.
func (p *Partner) Title(string) string {
	if p.ShortName != "" {
		return p.ShortName
	}
	return p.LegalName
}

// Check wants a PIC of nine digits, as the Funding and Tenders Portal gives them.
func (p *Partner) Check(ps *Problems) {
	if p.PIC == "" {
		return
	}
	if len(p.PIC) != 9 || !digits(p.PIC) {
		ps.Reject("pic", "pic.form", "Value", p.PIC)
	}
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}
