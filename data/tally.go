package data

import (
	"maps"
	"slices"
)

// Facts are what a contact's and its organisation's records say of a participant,
// for what the attendance itself does not say.
type Facts struct {
	Gender       string
	Country      string // of the organisation, else of residence
	Organisation string
	Group        string // the organisation's
}

// FactsOf puts together what is known of a contact. Either may be nil.
func FactsOf(c *Contact, o *Organisation) Facts {
	var f Facts
	if c != nil {
		f = Facts{Gender: c.Gender, Country: c.Country, Organisation: c.Organisation}
	}
	return f.At(o)
}

// At adds what the organisation says, which may be nil.
func (f Facts) At(o *Organisation) Facts {
	if o != nil {
		f.Group = o.Group
		if o.Country != "" {
			f.Country = o.Country
		}
	}
	return f
}

// Breakdown is a number of people by the words of one dimension. What people did
// not say, or nobody wrote down of a named one, counts as Undisclosed. Known is
// false where a head count was taken without this dimension: then no word has a
// number, which is not the same as zero.
type Breakdown struct {
	Known bool
	Count map[string]int
}

// Sum adds the breakdown's numbers.
func (b Breakdown) Sum() int {
	n := 0
	for _, c := range b.Count {
		n += c
	}
	return n
}

// Of is the number for a word, nil where the breakdown is not known.
func (b Breakdown) Of(word string) *int {
	if !b.Known {
		return nil
	}
	n := b.Count[word]
	return &n
}

// Tally is how many people took part in an event. Known is false where nobody was
// counted or marked as present: the numbers are then not known, which is not zero.
//
// Named people and head counts are never added twice. A head count that includes
// the named is the total, to which only head counts of other people are added;
// otherwise the named, each once however many days they came, are added to the head
// counts. Of head counts taken on several days those of the day with the most people
// count, because nobody knows who came again.
type Tally struct {
	Known          bool
	Total          int
	Named          int // distinct named people who came
	Counted        int // from head counts
	Participations int // added over the days of an event of several days; at least Total
	By             map[string]Breakdown
	People         Set               // contacts who came
	GroupOf        map[string]string // contact who came → group, Undisclosed where not known
	Organisations  Set               // theirs
	Mismatches     []Mismatch
}

// Mismatch is a sum that does not equal its total. Difference is Sum - Total.
type Mismatch struct {
	Code       string // message id "problem." + Code
	By         string // the dimension, for "tally.parts"
	Sum, Total int
	Difference int
}

// Countries lists the known countries that people came from, in order.
func (t *Tally) Countries() []string {
	var list []string
	for word, n := range t.By["country"].Count {
		if n > 0 && word != Undisclosed {
			list = append(list, word)
		}
	}
	slices.Sort(list)
	return list
}

// TallyOf counts the participants of one event from all its attendance. facts says
// what is known of a contact; a contact that is nowhere to be found has none, and
// still counts.
func TallyOf(rows []*Attendance, facts func(contact string) Facts) Tally {
	s := sorted(rows)
	t := Tally{By: map[string]Breakdown{}, People: SetOf(slices.Collect(maps.Keys(s.named))...)}
	t.Named = len(s.named)
	t.Known = t.Named > 0 || len(s.including) > 0 || len(s.beside) > 0
	if !t.Known {
		return t
	}
	orgs := map[string]bool{}
	t.GroupOf = make(map[string]string, len(s.named))
	people := make([]participant, 0, len(s.named))
	for contact, a := range s.named {
		f := facts(contact)
		orgs[f.Organisation] = true
		t.GroupOf[contact] = word(a, "group", &f)
		people = append(people, participant{a, f})
	}
	t.Organisations = SetOf(slices.Collect(maps.Keys(orgs))...)

	whole, beside := s.counts()
	for _, a := range beside {
		t.Counted += *a.Count
	}
	t.Total = t.Named + t.Counted
	if whole != nil {
		t.Total = *whole.Count + t.Counted
		t.Counted = t.Total - min(t.Named, *whole.Count)
	}
	for _, by := range Dimension.Words {
		t.By[by] = s.breakdown(by, whole, beside, people)
	}
	t.Participations = max(s.participations(), t.Total)
	t.check(s, whole)
	return t
}

func (t *Tally) check(s *sortedRows, whole *Attendance) {
	add := func(code, by string, sum, total int) {
		t.Mismatches = append(t.Mismatches, Mismatch{Code: code, By: by, Sum: sum, Total: total, Difference: sum - total})
	}
	for _, by := range Dimension.Words {
		if b := t.By[by]; b.Known && b.Sum() != t.Total {
			add("tally.parts", by, b.Sum(), t.Total)
		}
	}
	if whole != nil && t.Named > *whole.Count {
		add("tally.more_named", "", t.Named, *whole.Count)
	}
	for _, day := range slices.Sorted(maps.Keys(s.including)) { // in the same order for whoever looks
		if same := s.including[day]; len(same) > 1 {
			add("tally.counted_twice", "", len(same), 1)
		}
	}
}

// participant is a named one who came, with what is known of her.
type participant struct {
	first *Attendance
	facts Facts
}

// sortedRows are an event's attendance by what they are.
type sortedRows struct {
	named     map[string]*Attendance   // contact → its first row with came = yes
	days      map[Date]map[string]bool // day → contacts who came
	including map[Date][]*Attendance   // head counts with the named in them
	beside    map[Date][]*Attendance   // head counts of others
}

func sorted(rows []*Attendance) *sortedRows {
	s := &sortedRows{
		named: make(map[string]*Attendance, len(rows)), days: map[Date]map[string]bool{},
		including: map[Date][]*Attendance{}, beside: map[Date][]*Attendance{},
	}
	for _, a := range rows {
		switch {
		case a.IsCount() && a.Count == nil:
		case a.IsCount() && a.IncludesNamed:
			s.including[a.Day] = append(s.including[a.Day], a)
		case a.IsCount():
			s.beside[a.Day] = append(s.beside[a.Day], a)
		case a.Came == "yes":
			if first := s.named[a.Contact]; first == nil || a.ID < first.ID {
				s.named[a.Contact] = a
			}
			if s.days[a.Day] == nil {
				s.days[a.Day] = make(map[string]bool, len(rows))
			}
			s.days[a.Day][a.Contact] = true
		}
	}
	return s
}

// counts are the head counts that make the total: those of the event as a whole, and
// those of the day on which most people were counted. whole is the largest of them
// that includes the named, the first by id among equals; nil if none does. beside are
// those of other people.
func (s *sortedRows) counts() (whole *Attendance, beside []*Attendance) {
	fullest, most := Date(""), -1
	for _, day := range s.countedDays() {
		if n := largest(s.including[day]) + total(s.beside[day]); n > most {
			fullest, most = day, n
		}
	}
	including := s.including[""]
	beside = s.beside[""]
	if fullest != "" {
		including = slices.Concat(including, s.including[fullest])
		beside = slices.Concat(beside, s.beside[fullest])
	}
	for _, a := range including {
		if whole == nil || *a.Count > *whole.Count || *a.Count == *whole.Count && a.ID < whole.ID {
			whole = a
		}
	}
	return whole, beside
}

// countedDays are the days on which heads were counted, in order.
func (s *sortedRows) countedDays() []Date {
	days := map[Date]bool{}
	for d := range s.including {
		days[d] = true
	}
	for d := range s.beside {
		days[d] = true
	}
	delete(days, "")
	return slices.Sorted(maps.Keys(days))
}

func total(rows []*Attendance) int {
	n := 0
	for _, a := range rows {
		n += *a.Count
	}
	return n
}

// breakdown adds up one dimension. A head count without it makes it unknown, unless
// it counts nobody beyond those named.
func (s *sortedRows) breakdown(by string, whole *Attendance, beside []*Attendance, people []participant) Breakdown {
	b := Breakdown{Known: true, Count: map[string]int{}}
	counts := beside
	if whole != nil && !(missing(whole, by) && *whole.Count == len(s.named)) {
		counts = append([]*Attendance{whole}, beside...)
	} else {
		for i := range people {
			b.Count[word(people[i].first, by, &people[i].facts)]++
		}
	}
	for _, a := range counts {
		switch own := ofCount(a, by); {
		case missing(a, by) && *a.Count == 0: // nobody to break down
		case missing(a, by):
			return Breakdown{}
		case own != "":
			b.Count[own] += *a.Count
		default:
			for i := range a.Parts {
				if p := &a.Parts[i]; p.By == by && p.Count != nil {
					b.Count[p.Word] += *p.Count
				}
			}
		}
	}
	return b
}

// missing tells whether a head count says nothing of a dimension.
func missing(a *Attendance, by string) bool {
	_, parts := a.PartSum(by)
	return !parts && ofCount(a, by) == ""
}

// ofCount is the word that a whole head count has in a dimension, when it has no parts there.
func ofCount(a *Attendance, by string) string {
	if _, parts := a.PartSum(by); parts {
		return ""
	}
	return own(a, by)
}

func own(a *Attendance, by string) string {
	switch by {
	case "gender":
		return a.Gender
	case "age_band":
		return a.AgeBand
	case "country":
		return a.Country
	case "group":
		return a.Group
	}
	return ""
}

func word(a *Attendance, by string, f *Facts) string {
	w := own(a, by)
	if w == "" {
		switch by {
		case "gender":
			w = f.Gender
		case "country":
			w = f.Country
		case "group":
			w = f.Group
		}
	}
	if w == "" {
		return Undisclosed
	}
	return w
}

// participations adds the days of an event of several days. Rows without a day count
// once; a head count of the whole event that includes the named counts only where no
// day was counted.
func (s *sortedRows) participations() int {
	n := total(s.beside[""])
	byDay := false
	for _, day := range s.allDays() {
		byDay = true
		n += max(largest(s.including[day]), len(s.days[day])*absent(s.including[day])) + total(s.beside[day])
	}
	switch {
	case len(s.including[""]) == 0:
		n += len(s.days[""])
	case !byDay:
		n += largest(s.including[""])
	}
	return n
}

func absent(rows []*Attendance) int {
	if len(rows) == 0 {
		return 1
	}
	return 0
}

func largest(rows []*Attendance) int {
	n := 0
	for _, a := range rows {
		n = max(n, *a.Count)
	}
	return n
}

func (s *sortedRows) allDays() []Date {
	days := s.countedDays()
	for d := range s.days {
		if d != "" {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
