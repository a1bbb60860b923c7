package data

import "strings"

// Attendance is one person at an event, or a head count without names. A head
// count says whether it includes the people who are named.
type Attendance struct {
	Meta
	Event         string
	Day           Date   // of an event of several days; empty: the event as a whole
	Contact       string // empty: a head count
	Count         *int   // of a head count
	IncludesNamed bool   // of a head count
	Parts         Rows[CountPart]
	Invitation    string
	Came          string
	WalkIn        bool
	Mode          string
	Minutes       *int
	Gender        string
	AgeBand       string
	Country       string // of the organisation or of residence, never citizenship
	Group         string
	Evidence      string
}

// CountPart is a part of a head count: so many of one gender, age band, country or group.
type CountPart struct {
	Element
	By    string `json:"by,omitempty"`   // a word of Dimension
	Word  string `json:"word,omitempty"` // gender, age band or group word, or a country; "undisclosed" in any
	Count *int   `json:"count,omitempty"`
}

var countPartShape = &Shape{Name: "count_part", Columns: []Column{
	orderColumn(at(func(p *CountPart) any { return &p.Order })),
	{ID: "by", Kind: KindEnum, Enum: Dimension, Required: true, Label: "field.count_by", Width: 10, at: at(func(p *CountPart) any { return &p.By })},
	{ID: "word", Kind: KindText, Required: true, Label: "field.count_word", Width: 14, at: at(func(p *CountPart) any { return &p.Word })},
	{ID: "count", Kind: KindInt, Required: true, Width: 8, at: at(func(p *CountPart) any { return &p.Count })},
}}

var attendances = entity[Attendance]("attendance", "attendance", "attendance", false,
	Column{ID: "event", Kind: KindRef, Ref: "event", Required: true, Sort: true, Filter: true, Width: 20, at: at(func(a *Attendance) any { return &a.Event })},
	Column{ID: "day", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(a *Attendance) any { return &a.Day })},
	Column{ID: "contact", Kind: KindRef, Ref: "contact", Privacy: Personal, Sort: true, Filter: true, Width: 24, at: at(func(a *Attendance) any { return &a.Contact })},
	Column{ID: "count", Kind: KindInt, Sort: true, Width: 8, at: at(func(a *Attendance) any { return &a.Count })},
	Column{ID: "includes_named", Kind: KindBool, Filter: true, Width: 8, at: at(func(a *Attendance) any { return &a.IncludesNamed })},
	Column{ID: "parts", Kind: KindRows, Rows: countPartShape, at: at(func(a *Attendance) any { return &a.Parts })},
	Column{ID: "invitation", Kind: KindEnum, Enum: Invitation, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(a *Attendance) any { return &a.Invitation })},
	Column{ID: "came", Kind: KindEnum, Enum: Came, Privacy: Personal, Sort: true, Filter: true, Width: 8, at: at(func(a *Attendance) any { return &a.Came })},
	Column{ID: "walk_in", Kind: KindBool, Privacy: Personal, Filter: true, Width: 8, at: at(func(a *Attendance) any { return &a.WalkIn })},
	Column{ID: "mode", Kind: KindEnum, Enum: Mode, Sort: true, Filter: true, Width: 10, at: at(func(a *Attendance) any { return &a.Mode })},
	Column{ID: "minutes", Kind: KindInt, Privacy: Personal, Sort: true, Width: 8, at: at(func(a *Attendance) any { return &a.Minutes })},
	Column{ID: "gender", Kind: KindEnum, Enum: Gender, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(a *Attendance) any { return &a.Gender })},
	Column{ID: "age_band", Kind: KindEnum, Enum: AgeBand, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(a *Attendance) any { return &a.AgeBand })},
	Column{ID: "country", Kind: KindCountry, Privacy: Personal, Sort: true, Filter: true, Width: 12, at: at(func(a *Attendance) any { return &a.Country })},
	Column{ID: "group", Kind: KindEnum, Enum: Group, Privacy: Personal, Sort: true, Filter: true, Width: 20, at: at(func(a *Attendance) any { return &a.Group })},
	Column{ID: "evidence", Kind: KindEnum, Enum: AttendanceEvidence, Sort: true, Filter: true, Label: "field.attendance_evidence", Width: 12, at: at(func(a *Attendance) any { return &a.Evidence })},
)

// Title is empty: attendance is shown by its event and contact.
func (a *Attendance) Title(string) string { return "" }

// Undisclosed is the word for what people did not say, in any dimension.
const Undisclosed = "undisclosed"

// Check wants a person or a count, never both, counts that are not negative, and
// finds parts that do not add up to the whole. "Migrants" is a group for head
// counts, never for a named person: it would reveal a status.
func (a *Attendance) Check(ps *Problems) {
	ps.notNegative("count", a.Count)
	ps.notNegative("minutes", a.Minutes)
	switch {
	case a.Contact == "" && a.Count == nil:
		ps.Reject("contact", "attendance.nobody")
	case a.Contact != "" && (a.Count != nil || len(a.Parts) > 0 || a.IncludesNamed):
		ps.Reject("count", "attendance.both")
	case a.Contact != "" && a.Group == "migrants":
		ps.Reject("group", "attendance.migrants")
	}
	for i := range a.Parts {
		a.checkPart(ps, &a.Parts[i])
	}
	for _, by := range Dimension.Words {
		if sum, given := a.PartSum(by); given && a.Count != nil && sum != *a.Count {
			ps.Find("parts", "count.parts", "By", by, "Sum", sum, "Count", *a.Count, "Difference", sum-*a.Count)
		}
	}
}

func (a *Attendance) checkPart(ps *Problems, p *CountPart) {
	field := "parts/" + p.ID
	ps.notNegative(field+"/count", p.Count)
	if p.Word == "" || p.Word == Undisclosed {
		return
	}
	var words *Enum
	switch p.By {
	case "gender":
		words = Gender
	case "age_band":
		words = AgeBand
	case "group":
		words = Group
	case "country":
		if !KnownCountry(p.Word) {
			ps.Reject(field+"/word", "country.unknown", "Value", p.Word)
		}
		return
	default:
		return // the column's own check names it
	}
	if !words.Has(p.Word) {
		ps.Reject(field+"/word", "word.unknown", "Value", p.Word, "Allowed", strings.Join(words.Words, ", "))
	}
}

// PartSum adds a head count's parts in one dimension, and tells whether any is given.
func (a *Attendance) PartSum(by string) (sum int, given bool) {
	for i := range a.Parts {
		if p := &a.Parts[i]; p.By == by && p.Count != nil {
			sum, given = sum+*p.Count, true
		}
	}
	return sum, given
}

// IsCount tells a head count from a named person.
func (a *Attendance) IsCount() bool { return a.Contact == "" }
