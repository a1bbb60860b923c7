package data

import "strings"

// Organisation is a stakeholder: not a partner of the consortium.
type Organisation struct {
	Meta
	Name             string
	LatinName        string
	Country          string
	Region           string
	Place            string
	Website          string
	Group            string
	Sector           string
	Level            string
	Power            *int // 1 to 5; kept of organisations only, not of people
	Interest         *int // 1 to 5
	Engagement       string
	WantedEngagement string
	Tags             Set
	Notes            string
}

var organisations = entity[Organisation]("organisation", "organisations", "organisations", false,
	Column{ID: "name", Kind: KindText, Required: true, Search: true, Sort: true, Width: 32, Label: "field.organisation_name", at: at(func(o *Organisation) any { return &o.Name })},
	Column{ID: "latin_name", Kind: KindText, Search: true, Sort: true, Width: 28, at: at(func(o *Organisation) any { return &o.LatinName })},
	Column{ID: "country", Kind: KindCountry, Sort: true, Filter: true, Width: 12, at: at(func(o *Organisation) any { return &o.Country })},
	Column{ID: "region", Kind: KindText, Search: true, Sort: true, Filter: true, Width: 16, at: at(func(o *Organisation) any { return &o.Region })},
	Column{ID: "place", Kind: KindText, Search: true, Sort: true, Width: 16, at: at(func(o *Organisation) any { return &o.Place })},
	Column{ID: "website", Kind: KindURL, Width: 24, at: at(func(o *Organisation) any { return &o.Website })},
	Column{ID: "group", Kind: KindEnum, Enum: Group, Sort: true, Filter: true, Width: 22, at: at(func(o *Organisation) any { return &o.Group })},
	Column{ID: "sector", Kind: KindEnum, Enum: Sector, Sort: true, Filter: true, Width: 16, at: at(func(o *Organisation) any { return &o.Sector })},
	Column{ID: "level", Kind: KindEnum, Enum: Level, Sort: true, Filter: true, Width: 12, at: at(func(o *Organisation) any { return &o.Level })},
	Column{ID: "power", Kind: KindInt, Privacy: Special, Sort: true, Filter: true, Width: 8, at: at(func(o *Organisation) any { return &o.Power })},
	Column{ID: "interest", Kind: KindInt, Privacy: Special, Sort: true, Filter: true, Width: 8, at: at(func(o *Organisation) any { return &o.Interest })},
	Column{ID: "engagement", Kind: KindEnum, Enum: EngagementLevel, Privacy: Special, Sort: true, Filter: true, Label: "field.engagement_level", Width: 12, at: at(func(o *Organisation) any { return &o.Engagement })},
	Column{ID: "wanted_engagement", Kind: KindEnum, Enum: EngagementLevel, Privacy: Special, Sort: true, Filter: true, Width: 12, at: at(func(o *Organisation) any { return &o.WantedEngagement })},
	Column{ID: "tags", Kind: KindSet, Item: KindText, Search: true, Filter: true, Width: 16, at: at(func(o *Organisation) any { return &o.Tags })},
	Column{ID: "notes", Kind: KindLong, Privacy: Special, Search: true, Width: 30, at: at(func(o *Organisation) any { return &o.Notes })},
)

// Title is the name in its own script.
func (o *Organisation) Title(string) string { return o.Name }

// Check wants power and interest from 1 to 5.
func (o *Organisation) Check(ps *Problems) {
	ps.within("power", o.Power, 1, 5)
	ps.within("interest", o.Interest, 1, 5)
}

// Contact is a person.
type Contact struct {
	Meta
	Honorific         string
	GivenName         string
	FamilyName        string
	LatinName         string
	Role              string
	Organisation      string
	Emails            Rows[Email]
	Phones            Rows[Phone]
	Place             string
	Country           string
	Languages         Set
	PreferredLanguage string
	Gender            string // only ever entered, never guessed
	NextContact       Date
	Tags              Set
	Notes             string
	PhotoConsent      string
	Source            string
	LegalBases        Rows[Basis]
	Consents          Rows[Consent]
	ReviewBy          Date
	Suppressed        bool
}

// Email is one address of a contact.
type Email struct {
	Element
	Label   string `json:"label,omitempty"`
	Address string `json:"address,omitempty"`
}

// Phone is one number of a contact.
type Phone struct {
	Element
	Label  string `json:"label,omitempty"`
	Number string `json:"number,omitempty"`
}

// Basis is the legal basis for one purpose (GDPR article 6(1)).
type Basis struct {
	Element
	Purpose string `json:"purpose,omitempty"`
	Basis   string `json:"basis,omitempty"`
}

// Consent is one consent, with what proves it (GDPR article 7(1)).
type Consent struct {
	Element
	Purpose        string `json:"purpose,omitempty"`
	NoticeVersion  string `json:"notice_version,omitempty"`
	NoticeLanguage string `json:"notice_language,omitempty"`
	Date           Date   `json:"date,omitempty"`
	Given          string `json:"given,omitempty"`
	Evidence       string `json:"evidence,omitempty"`
	Withdrawn      Date   `json:"withdrawn,omitempty"`
}

var emailShape = &Shape{Name: "email", Columns: []Column{
	orderColumn(at(func(e *Email) any { return &e.Order })),
	{ID: "label", Kind: KindEnum, Enum: ContactLabel, Width: 10, at: at(func(e *Email) any { return &e.Label })},
	{ID: "address", Kind: KindEmail, Privacy: Personal, Required: true, Search: true, Label: "field.email", Width: 26, at: at(func(e *Email) any { return &e.Address })},
}}

var phoneShape = &Shape{Name: "phone", Columns: []Column{
	orderColumn(at(func(p *Phone) any { return &p.Order })),
	{ID: "label", Kind: KindEnum, Enum: ContactLabel, Width: 10, at: at(func(p *Phone) any { return &p.Label })},
	{ID: "number", Kind: KindPhone, Privacy: Personal, Required: true, Search: true, Label: "field.phone", Width: 18, at: at(func(p *Phone) any { return &p.Number })},
}}

var basisShape = &Shape{Name: "basis", Columns: []Column{
	orderColumn(at(func(b *Basis) any { return &b.Order })),
	{ID: "purpose", Kind: KindEnum, Enum: Purpose, Required: true, Privacy: Personal, Width: 18, at: at(func(b *Basis) any { return &b.Purpose })},
	{ID: "basis", Kind: KindEnum, Enum: LegalBasis, Required: true, Privacy: Personal, Label: "field.legal_basis", Width: 18, at: at(func(b *Basis) any { return &b.Basis })},
}}

var consentShape = &Shape{Name: "consent", Columns: []Column{
	orderColumn(at(func(c *Consent) any { return &c.Order })),
	{ID: "purpose", Kind: KindEnum, Enum: Purpose, Required: true, Privacy: Personal, Width: 18, at: at(func(c *Consent) any { return &c.Purpose })},
	{ID: "notice_version", Kind: KindText, Privacy: Personal, Width: 10, at: at(func(c *Consent) any { return &c.NoticeVersion })},
	{ID: "notice_language", Kind: KindLang, Privacy: Personal, Width: 10, at: at(func(c *Consent) any { return &c.NoticeLanguage })},
	{ID: "date", Kind: KindDate, Privacy: Personal, Width: 12, at: at(func(c *Consent) any { return &c.Date })},
	{ID: "given", Kind: KindEnum, Enum: ConsentGiven, Privacy: Personal, Width: 12, at: at(func(c *Consent) any { return &c.Given })},
	{ID: "evidence", Kind: KindRef, Ref: "evidence", Privacy: Personal, Width: 16, at: at(func(c *Consent) any { return &c.Evidence })},
	{ID: "withdrawn", Kind: KindDate, Privacy: Personal, Width: 12, at: at(func(c *Consent) any { return &c.Withdrawn })},
}}

// PhotoConsent says whether pictures of a person may be used; empty is not asked.
var PhotoConsent = enum("photo_consent", "yes", "no")

var contacts = entity[Contact]("contact", "contacts", "contacts", false,
	Column{ID: "honorific", Kind: KindText, Privacy: Personal, Width: 8, at: at(func(c *Contact) any { return &c.Honorific })},
	Column{ID: "given_name", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 16, at: at(func(c *Contact) any { return &c.GivenName })},
	Column{ID: "family_name", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 20, at: at(func(c *Contact) any { return &c.FamilyName })},
	Column{ID: "latin_name", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 24, at: at(func(c *Contact) any { return &c.LatinName })},
	Column{ID: "role", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 20, at: at(func(c *Contact) any { return &c.Role })},
	Column{ID: "organisation", Kind: KindRef, Ref: "organisation", Privacy: Personal, Search: true, Sort: true, Filter: true, Width: 28, at: at(func(c *Contact) any { return &c.Organisation })},
	Column{ID: "emails", Kind: KindRows, Rows: emailShape, Privacy: Personal, Search: true, Width: 26, at: at(func(c *Contact) any { return &c.Emails })},
	Column{ID: "phones", Kind: KindRows, Rows: phoneShape, Privacy: Personal, Search: true, Width: 18, at: at(func(c *Contact) any { return &c.Phones })},
	Column{ID: "place", Kind: KindText, Privacy: Personal, Search: true, Sort: true, Width: 18, at: at(func(c *Contact) any { return &c.Place })},
	Column{ID: "country", Kind: KindCountry, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.Country })},
	Column{ID: "languages", Kind: KindSet, Item: KindText, Privacy: Personal, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.Languages })},
	Column{ID: "preferred_language", Kind: KindLang, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.PreferredLanguage })},
	Column{ID: "gender", Kind: KindEnum, Enum: Gender, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.Gender })},
	Column{ID: "next_contact", Kind: KindDate, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.NextContact })},
	Column{ID: "tags", Kind: KindSet, Item: KindText, Privacy: Personal, Search: true, Filter: true, Width: 16, at: at(func(c *Contact) any { return &c.Tags })},
	Column{ID: "notes", Kind: KindLong, Privacy: Special, Search: true, Width: 30, at: at(func(c *Contact) any { return &c.Notes })},
	Column{ID: "photo_consent", Kind: KindEnum, Enum: PhotoConsent, Privacy: Personal, Sort: true, Filter: true, Width: 10, at: at(func(c *Contact) any { return &c.PhotoConsent })},
	Column{ID: "source", Kind: KindText, Privacy: Personal, Sort: true, Filter: true, Width: 18, at: at(func(c *Contact) any { return &c.Source })},
	Column{ID: "legal_bases", Kind: KindRows, Rows: basisShape, Privacy: Personal, at: at(func(c *Contact) any { return &c.LegalBases })},
	Column{ID: "consents", Kind: KindRows, Rows: consentShape, Privacy: Personal, at: at(func(c *Contact) any { return &c.Consents })},
	Column{ID: "review_by", Kind: KindDate, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(c *Contact) any { return &c.ReviewBy })},
	Column{ID: "suppressed", Kind: KindBool, Privacy: Personal, Filter: true, Width: 10, at: at(func(c *Contact) any { return &c.Suppressed })},
)

// Title is given and family name.
func (c *Contact) Title(string) string {
	if s := strings.TrimSpace(c.GivenName + " " + c.FamilyName); s != "" {
		return s
	}
	return c.LatinName
}

// Check wants a name of some kind, and consents withdrawn after they were given.
func (c *Contact) Check(ps *Problems) {
	if c.GivenName == "" && c.FamilyName == "" && c.LatinName == "" {
		ps.Reject("family_name", "name.missing")
	}
	for i := range c.Consents {
		ps.order("consents/"+c.Consents[i].ID+"/withdrawn", c.Consents[i].Date, c.Consents[i].Withdrawn)
	}
}

// Consent states of a contact for one purpose.
const (
	NotAsked  = "not_asked"
	Consented = "consented"
	Withdrawn = "withdrawn"
)

// ConsentFor tells where a contact stands: the consent given last decides.
func (c *Contact) ConsentFor(purpose string) string {
	state, last := NotAsked, Date("")
	for i := range c.Consents {
		k := &c.Consents[i]
		if k.Purpose != purpose || state != NotAsked && k.Date < last {
			continue
		}
		state, last = Consented, k.Date
		if k.Withdrawn != "" {
			state = Withdrawn
		}
	}
	return state
}

// Engagement is one line of the log of contacts made.
type Engagement struct {
	Meta
	Date         Date
	Contact      string
	Organisation string
	Channel      string
	Direction    string
	Summary      string
	Outcome      string
	NextStep     string
	NextOwner    string
	Due          Date
}

var engagements = entity[Engagement]("engagement", "engagements", "engagements", false,
	Column{ID: "date", Kind: KindDate, Required: true, Sort: true, Filter: true, Width: 12, at: at(func(e *Engagement) any { return &e.Date })},
	Column{ID: "contact", Kind: KindRef, Ref: "contact", Privacy: Personal, Sort: true, Filter: true, Width: 24, at: at(func(e *Engagement) any { return &e.Contact })},
	Column{ID: "organisation", Kind: KindRef, Ref: "organisation", Sort: true, Filter: true, Width: 28, at: at(func(e *Engagement) any { return &e.Organisation })},
	Column{ID: "channel", Kind: KindEnum, Enum: Channel, Sort: true, Filter: true, Width: 12, at: at(func(e *Engagement) any { return &e.Channel })},
	Column{ID: "direction", Kind: KindEnum, Enum: Direction, Sort: true, Filter: true, Width: 10, at: at(func(e *Engagement) any { return &e.Direction })},
	Column{ID: "summary", Kind: KindLong, Privacy: Personal, Required: true, Search: true, Width: 40, at: at(func(e *Engagement) any { return &e.Summary })},
	Column{ID: "outcome", Kind: KindLong, Privacy: Personal, Search: true, Width: 30, at: at(func(e *Engagement) any { return &e.Outcome })},
	Column{ID: "next_step", Kind: KindText, Privacy: Personal, Search: true, Width: 30, at: at(func(e *Engagement) any { return &e.NextStep })},
	Column{ID: "next_owner", Kind: KindRef, Ref: "partner", Filter: true, Width: 16, at: at(func(e *Engagement) any { return &e.NextOwner })},
	Column{ID: "due", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(e *Engagement) any { return &e.Due })},
)

// Title is the summary.
func (e *Engagement) Title(string) string { return e.Summary }

// Check wants somebody who was reached.
func (e *Engagement) Check(ps *Problems) {
	if e.Contact == "" && e.Organisation == "" {
		ps.Reject("contact", "engagement.nobody")
	}
}

// Author is somebody who writes in the workspace: changes are theirs.
type Author struct {
	Meta
	Name    string
	Partner string
}

var authors = entity[Author]("author", "authors", "authors", false,
	Column{ID: "name", Kind: KindText, Privacy: Personal, Required: true, Search: true, Sort: true, Label: "field.author_name", Width: 24, at: at(func(a *Author) any { return &a.Name })},
	Column{ID: "partner", Kind: KindRef, Ref: "partner", Filter: true, Width: 16, at: at(func(a *Author) any { return &a.Partner })},
)

// Title is the name.
func (a *Author) Title(string) string { return a.Name }

// Check has nothing to add to the columns.
func (a *Author) Check(*Problems) {}
