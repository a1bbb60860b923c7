package cli_test

import (
	"maps"
	"slices"
)

// Who was at an event, by the words of the sheet Definitions and of the field list:
//
//   - Named people count once, however many days they came. Of somebody with several rows the first says what she is.
//   - A head count that includes the named is the total; head counts of other people are added. Without one, the named are
//     added to the head counts.
//   - Head counts of the event as a whole always count. Of those taken on several days only the day with the most people
//     does, because nobody can tell who came again.
//   - What is not stated is a word of its own. A dimension that some head count was taken without is not known at all,
//     unless the head count has nobody beyond the named.
type turnout struct {
	known          bool
	total          int
	participations int // the days of an event of several days added
	unnamed        int // of the total: those whose names are not known
	by             map[string]map[string]int
	people         map[string]string // contact who came → her group
	organisations  map[string]bool
	off            []string // sums that are not the total
}

const notStated = "undisclosed"

var dimensions = []string{"gender", "age_band", "country", "group"}

// heads are the head counts of one day, or of the event as a whole.
type heads struct{ including, others []*rawAttendance }

func (h heads) people() int {
	n := 0
	if all := h.largest(); all != nil {
		n = *all.Count
	}
	for _, a := range h.others {
		n += *a.Count
	}
	return n
}

func (h heads) largest() *rawAttendance {
	var all *rawAttendance
	for _, a := range h.including {
		if all == nil || *a.Count > *all.Count || *a.Count == *all.Count && a.ID < all.ID {
			all = a
		}
	}
	return all
}

func (r *raw) turnout(event string) turnout {
	came, counted, present := map[string]*rawAttendance{}, map[string]heads{}, map[string]map[string]bool{}
	for _, a := range r.attendance[event] {
		switch {
		case a.Contact != "" && a.Came == "yes":
			if came[a.Contact] == nil || a.ID < came[a.Contact].ID {
				came[a.Contact] = a
			}
			if present[a.Day] == nil {
				present[a.Day] = map[string]bool{}
			}
			present[a.Day][a.Contact] = true
		case a.Contact == "" && a.Count != nil:
			h := counted[a.Day]
			if a.IncludesNamed {
				h.including = append(h.including, a)
			} else {
				h.others = append(h.others, a)
			}
			counted[a.Day] = h
		}
	}
	t := turnout{known: len(came)+len(counted) > 0, by: map[string]map[string]int{}, people: map[string]string{}, organisations: map[string]bool{}}
	if !t.known {
		return t
	}
	for contact, a := range came {
		t.people[contact] = r.wordOf(a, "group")
		if o := r.contacts[contact].Organisation; o != "" {
			t.organisations[o] = true
		}
	}
	r.addUp(&t, came, counted)
	t.participations = max(t.total, participationsOf(present, counted))
	return t
}

// addUp makes the total and its breakdowns.
func (r *raw) addUp(t *turnout, came map[string]*rawAttendance, counted map[string]heads) {
	fullest := ""
	for _, day := range slices.Sorted(maps.Keys(counted)) {
		if day != "" && (fullest == "" || counted[day].people() > counted[fullest].people()) {
			fullest = day
		}
	}
	valid := counted[""]
	if fullest != "" {
		valid.including = slices.Concat(valid.including, counted[fullest].including)
		valid.others = slices.Concat(valid.others, counted[fullest].others)
	}
	whole := valid.largest()
	t.total = valid.people()
	if whole == nil {
		t.total += len(came)
	}
	named := len(came)
	if whole != nil {
		named = min(named, *whole.Count)
	}
	t.unnamed = t.total - named
	for _, by := range dimensions {
		sum, known := r.breakdown(by, came, whole, valid.others)
		if known {
			t.by[by] = sum
			if n := total(sum); n != t.total {
				t.off = append(t.off, by)
			}
		}
	}
	if whole != nil && len(came) > *whole.Count {
		t.off = append(t.off, "more named than counted")
	}
	for _, h := range counted {
		if len(h.including) > 1 {
			t.off = append(t.off, "counted twice")
		}
	}
}

func total(sum map[string]int) int {
	n := 0
	for _, k := range sum {
		n += k
	}
	return n
}

func (r *raw) breakdown(by string, came map[string]*rawAttendance, whole *rawAttendance, others []*rawAttendance) (map[string]int, bool) {
	sum := map[string]int{}
	byName := whole == nil
	if whole != nil && !tells(whole, by) && *whole.Count == len(came) {
		byName = true // the names say what the head count does not
	}
	if byName {
		for _, a := range came {
			sum[r.wordOf(a, by)]++
		}
	} else {
		others = append([]*rawAttendance{whole}, others...)
	}
	for _, a := range others {
		switch {
		case !tells(a, by) && *a.Count > 0:
			return nil, false
		case !tells(a, by):
		case !parted(a, by):
			sum[a.word(by)] += *a.Count
		}
		for _, p := range a.Parts {
			if p.By == by && p.Count != nil {
				sum[p.Word] += *p.Count
			}
		}
	}
	return sum, true
}

func parted(a *rawAttendance, by string) bool {
	for _, p := range a.Parts {
		if p.By == by && p.Count != nil {
			return true
		}
	}
	return false
}

func tells(a *rawAttendance, by string) bool { return parted(a, by) || a.word(by) != "" }

func (a *rawAttendance) word(by string) string {
	return map[string]string{"gender": a.Gender, "age_band": a.AgeBand, "country": a.Country, "group": a.Group}[by]
}

// wordOf is what is known of somebody who came: from the attendance, else from the contact, where the country and the group
// are those of the organisation, and without one the country is that of residence.
func (r *raw) wordOf(a *rawAttendance, by string) string {
	c := r.contacts[a.Contact]
	o := r.organisations[c.Organisation]
	said := []string{a.word(by)}
	switch by {
	case "gender":
		said = append(said, c.Gender)
	case "country":
		said = append(said, o.Country, c.Country)
	case "group":
		said = append(said, o.Group)
	}
	for _, s := range said {
		if s != "" {
			return s
		}
	}
	return notStated
}

// participationsOf adds the days. Somebody without a day took part once; a head count of the whole event with the named in it
// has them already, and itself counts where no day was counted.
func participationsOf(present map[string]map[string]bool, counted map[string]heads) int {
	days := map[string]bool{}
	for _, day := range slices.Concat(slices.Collect(maps.Keys(present)), slices.Collect(maps.Keys(counted))) {
		if day != "" {
			days[day] = true
		}
	}
	n := 0
	for day := range days {
		n += counted[day].people()
		if len(counted[day].including) == 0 {
			n += len(present[day])
		}
	}
	event := counted[""]
	for _, a := range event.others {
		n += *a.Count
	}
	switch all := event.largest(); {
	case all == nil:
		n += len(present[""])
	case len(days) == 0:
		n += *all.Count
	}
	return n
}
