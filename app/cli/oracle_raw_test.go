package cli_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"
)

// The oracle reads what "export all" wrote, and nothing else. It knows the records by the names in FIELDS and counts them
// by the words of the sheet Definitions; it shares no code with the program that it checks.

type rawText map[string]any

// en is the text in English; one that is not there stands in its original, marked with that language.
func (t rawText) en() string {
	if s, _ := t["en"].(string); s != "" {
		return s
	}
	lang, _ := t["original"].(string)
	if s, _ := t[lang].(string); s != "" {
		return "[" + strings.ToUpper(lang) + "] " + s
	}
	return ""
}

type rawProject struct {
	Acronym string
	Name    rawText
	Periods []struct {
		Number   int
		From, To string
	}
}

type rawPartner struct {
	ID, Role  string
	LegalName string `json:"legal_name"`
	ShortName string `json:"short_name"`
	Code, PIC string
}

func (p rawPartner) title() string {
	if p.ShortName != "" {
		return p.ShortName
	}
	return p.LegalName
}

type rawOrganisation struct {
	ID, Name                             string
	LatinName                            string `json:"latin_name"`
	Country, Place, Group, Sector, Level string
	Region, Engagement                   string
	WantedEngagement                     string `json:"wanted_engagement"`
	Power, Interest                      *int
}

type rawContact struct {
	ID, Organisation, Country, Gender string
	Honorific                         string
	GivenName                         string `json:"given_name"`
	FamilyName                        string `json:"family_name"`
	PreferredLanguage                 string `json:"preferred_language"`
	Suppressed                        bool
	Emails                            []struct{ Address string }
	Consents                          []struct{ Purpose, Date, Withdrawn string }
}

type rawEvent struct {
	ID, Number, Type, Mode, Country, City, Start, End string
	Name, Account, Description                        rawText
	Days                                              []struct{ Start, End string }
	Organiser, Task, Deliverable, Website, Status     string
	CoOrganisers                                      []string `json:"co_organisers"`
	WorkPackage                                       string   `json:"work_package"`
	TargetGroups                                      []string `json:"target_groups"`
	Expected, Replies                                 *int
	Agenda                                            []any
	Satisfaction                                      *float64
}

// held tells that it took place, reported or not.
func (e *rawEvent) held() bool   { return e.Status == "held" || e.Status == "reported" }
func (e *rawEvent) coming() bool { return e.Status == "planned" || e.Status == "confirmed" }

func dayOf(wall string) string {
	if len(wall) < len(time.DateOnly) {
		return ""
	}
	return wall[:len(time.DateOnly)]
}

func (e *rawEvent) lastDay() string {
	last := max(dayOf(e.Start), dayOf(e.End))
	for _, d := range e.Days {
		last = max(last, dayOf(d.Start), dayOf(d.End))
	}
	return last
}

type rawAttendance struct {
	ID, Event, Day, Contact, Came string
	Invitation                    string
	WalkIn                        bool `json:"walk_in"`
	Count                         *int
	IncludesNamed                 bool `json:"includes_named"`
	Gender, Country, Group        string
	AgeBand                       string `json:"age_band"`
	Parts                         []struct {
		By, Word string
		Count    *int
	}
}

type rawTakeaway struct {
	ID                   string
	Events               []string
	Country, Kind, Theme string
	Text                 rawText
	TargetGroups         []string `json:"target_groups"`
	Visibility           string
	FollowUp             string `json:"follow_up"`
	FollowUpOwner        string `json:"follow_up_owner"`
	FollowUpDue          string `json:"follow_up_due"`
	FollowUpState        string `json:"follow_up_state"`
}

type rawCommunication struct {
	ID                                   string
	Name, Description, Audience, Outcome rawText
	Channel, Country, Date, Status, Link string
	Event, Owner, Bulletin               string
	EmblemChecked                        bool `json:"emblem_checked"`
	Reached                              *int
	ReportedPeriod                       *int `json:"reported_period"`
}

type rawIndicator struct {
	ID, Code, Count, Type, Group, Country string
	Name, Unit                            rawText
	Target, Baseline                      *float64
	Targets                               []struct {
		Partner string
		Target  *float64
	}
	Values []struct {
		Period *int
		Value  *float64
	}
}

// rawNumbered is a part of the plan: a work package, a task, a deliverable, a milestone or a risk.
type rawNumbered struct {
	ID, Number, Lead, Start, End, Due, Delivered, Approved, Status, Type, Dissemination, Version, Achieved, Estimated string
	WorkPackage                                                                                                       string  `json:"work_package"`
	RevisedDue                                                                                                        string  `json:"revised_due"`
	DelayReason                                                                                                       rawText `json:"delay_reason"`
	Name, Description, Measure                                                                                        rawText
	Foreseen                                                                                                          bool
	States                                                                                                            []struct {
		Period                *int
		Materialised, Applied bool
	}
}

func (n rawNumbered) called() string { return glued(" ", n.Number, n.Name.en()) }

// due is the day that holds: the revised one, if there is one.
func (n rawNumbered) due() string {
	if n.RevisedDue != "" {
		return n.RevisedDue
	}
	return n.Due
}

type rawEngagement struct {
	ID, Date, Contact, Organisation, Channel, Direction, Due string
	NextStep                                                 string `json:"next_step"`
	NextOwner                                                string `json:"next_owner"`
}

type rawCollection struct {
	ID, Partner, Asked, Due, Received, Checked string
	Period                                     *int
	Reminders                                  []struct{ Date string }
}

type rawQuery struct {
	ID, Partner, Event, Question, Asked, Due, Answer, Answered string
	Period                                                     *int
}

type rawNarrative struct {
	ID, Partner      string
	WorkPackage      string `json:"work_package"`
	Period           *int
	Done, Deviations rawText
	Next             rawText
}

type rawBulletin struct {
	ID, Language string
	Number       *int
	Events       []struct{ Event string }
}

type rawEvidence struct {
	ID, Event, Kind string
	OriginalAt      string `json:"original_at"`
	ConsentChecked  bool   `json:"consent_checked"`
}

// raw is everything of an export that a figure can depend on.
type raw struct {
	project        rawProject
	partners       map[string]rawPartner
	packages       map[string]rawNumbered
	tasks          map[string]rawNumbered
	deliverables   map[string]rawNumbered
	organisations  map[string]rawOrganisation
	contacts       map[string]rawContact
	gone           map[string]bool // contacts and organisations in the trash
	events         []*rawEvent
	attendance     map[string][]*rawAttendance // by event
	evidence       map[string][]rawEvidence    // by event
	takeaways      []*rawTakeaway
	communications []*rawCommunication
	indicators     []*rawIndicator
	labels         map[string]rawText // of words that users added: kind/code
	milestones     map[string]rawNumbered
	risks          map[string]rawNumbered
	engagements    []rawEngagement
	collections    []rawCollection
	queries        []rawQuery
	narratives     []rawNarrative
	bulletins      []rawBulletin
}

// readRaw reads JSON Lines. Later lines win, so that an export before a deletion can be read
// ahead of the one after it: people who are in the trash still came.
func readRaw(t testing.TB, lines string) *raw {
	t.Helper()
	r := &raw{
		partners: map[string]rawPartner{}, packages: map[string]rawNumbered{}, tasks: map[string]rawNumbered{}, deliverables: map[string]rawNumbered{},
		organisations: map[string]rawOrganisation{}, contacts: map[string]rawContact{}, gone: map[string]bool{}, attendance: map[string][]*rawAttendance{},
		evidence: map[string][]rawEvidence{}, labels: map[string]rawText{}, milestones: map[string]rawNumbered{}, risks: map[string]rawNumbered{},
	}
	for line := range strings.Lines(lines) {
		r.take(t, decoded[struct{ Entity string }](t, line).Entity, line)
	}
	return r
}

func (r *raw) take(t testing.TB, entity, line string) {
	switch entity {
	case "project":
		r.project = decoded[rawProject](t, line)
	case "partner":
		p := decoded[rawPartner](t, line)
		r.partners[p.ID] = p
	case "work_package":
		keepNumbered(t, r.packages, line)
	case "task":
		keepNumbered(t, r.tasks, line)
	case "deliverable":
		keepNumbered(t, r.deliverables, line)
	case "milestone":
		keepNumbered(t, r.milestones, line)
	case "risk":
		keepNumbered(t, r.risks, line)
	case "engagement":
		r.engagements = append(r.engagements, decoded[rawEngagement](t, line))
	case "collection":
		r.collections = append(r.collections, decoded[rawCollection](t, line))
	case "query":
		r.queries = append(r.queries, decoded[rawQuery](t, line))
	case "narrative":
		r.narratives = append(r.narratives, decoded[rawNarrative](t, line))
	case "bulletin":
		r.bulletins = append(r.bulletins, decoded[rawBulletin](t, line))
	case "organisation":
		o := decoded[rawOrganisation](t, line)
		r.organisations[o.ID] = o
	case "contact":
		c := decoded[rawContact](t, line)
		r.contacts[c.ID] = c
	case "event":
		e := decoded[rawEvent](t, line)
		r.events = append(r.events, &e)
	case "attendance":
		a := decoded[rawAttendance](t, line)
		r.attendance[a.Event] = append(r.attendance[a.Event], &a)
	case "evidence":
		e := decoded[rawEvidence](t, line)
		r.evidence[e.Event] = append(r.evidence[e.Event], e)
	case "takeaway":
		k := decoded[rawTakeaway](t, line)
		r.takeaways = append(r.takeaways, &k)
	case "communication":
		c := decoded[rawCommunication](t, line)
		r.communications = append(r.communications, &c)
	case "indicator":
		i := decoded[rawIndicator](t, line)
		r.indicators = append(r.indicators, &i)
	case "vocabulary":
		v := decoded[struct {
			Kind, Code string
			Label      rawText
		}](t, line)
		r.labels[v.Kind+"/"+v.Code] = v.Label
	}
}

func decoded[T any](t testing.TB, line string) (v T) {
	if err := json.Unmarshal([]byte(line), &v); err != nil {
		t.Fatalf("%v in %.300s", err, line)
	}
	return v
}

func keepNumbered(t testing.TB, into map[string]rawNumbered, line string) {
	n := decoded[rawNumbered](t, line)
	into[n.ID] = n
}

// english are the words of the catalogue, read as the plain file that translators edit.
func english(t testing.TB) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../../assets/i18n/data.en.json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for id, v := range decoded[map[string]any](t, string(text)) {
		if s, ok := v.(string); ok {
			words[id] = s
		}
	}
	return words
}
