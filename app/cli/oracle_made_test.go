package cli_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// maker makes up what "generate" leaves out: the plan of the project, the log of exchanges, what is asked of partners, the grid of
// stakeholders, and who wants the newsletter. All of it follows from the seed.
type maker struct {
	r   *rand.Rand
	of  *raw
	n   int
	out strings.Builder
}

// furnished are those records as JSON Lines.
func furnished(r *raw, seed int) string {
	m := &maker{r: rand.New(rand.NewPCG(uint64(seed), 7)), of: r}
	m.plan()
	m.log()
	m.collections()
	m.grid()
	m.newsletter()
	m.vocabulary()
	return m.out.String()
}

// put adds a record. What has no id gets one.
func (m *maker) put(entity string, fields map[string]any) string {
	if fields["id"] == nil {
		fields["id"] = m.id()
	}
	fields["entity"] = entity
	for k, v := range fields {
		if v == "" || v == nil {
			delete(fields, k)
		}
	}
	line, err := json.Marshal(fields)
	if err != nil {
		panic(err)
	}
	m.out.Write(append(line, '\n'))
	return fields["id"].(string)
}

func (m *maker) id() string {
	m.n++
	return fmt.Sprintf("01900000-0000-7000-a000-%012d", m.n)
}

func (m *maker) oneIn(n int) bool { return m.r.IntN(n) == 0 }

// day is one between 2024 and 2027; one in four is not there.
func (m *maker) day() string {
	if m.oneIn(4) {
		return ""
	}
	return fmt.Sprintf("%d-%02d-%02d", 2024+m.r.IntN(4), 1+m.r.IntN(12), 1+m.r.IntN(28))
}

func one[T any](m *maker, list ...T) T { return list[m.r.IntN(len(list))] }

func (m *maker) key(ids []string) string {
	if len(ids) == 0 || m.oneIn(6) {
		return ""
	}
	return ids[m.r.IntN(len(ids))]
}

func sortedKeys[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }

func (m *maker) partner() string { return m.key(sortedKeys(m.of.partners)) }

func (m *maker) text(words string) map[string]any {
	if m.oneIn(5) {
		return map[string]any{"original": "el", "el": "Κείμενο " + words}
	}
	return map[string]any{"original": "en", "en": words, "fr": "Texte " + words}
}

func (m *maker) plan() {
	packages := sortedKeys(m.of.packages)
	for n := range m.r.IntN(4) {
		m.put("task", map[string]any{"number": fmt.Sprint("T9.", n+1), "name": m.text("Task"), "work_package": one(m, packages...), "lead": m.partner(), "start": "2024-06-01", "end": one(m, "", "2025-06-30", "2027-01-31")})
	}
	delivery := func(number string) map[string]any {
		due := m.day()
		fields := map[string]any{"number": number, "name": m.text("Part " + number), "work_package": one(m, packages...), "lead": m.partner(), "due": due, "delivered": m.day(), "status": one(m, "pending", "draft", "submitted", "approved", "rejected")}
		if due != "" && m.oneIn(3) {
			fields["revised_due"] = "2027-03-31"
		}
		if m.oneIn(2) {
			fields["delay_reason"] = m.text("It took longer")
		}
		return fields
	}
	for n := range m.r.IntN(4) {
		m.put("deliverable", delivery(fmt.Sprint("D9.", n+1)))
	}
	for n := range m.r.IntN(4) {
		fields := delivery(fmt.Sprint("MS", n+1))
		fields["achieved"], fields["estimated"] = one(m, "", "yes", "no"), m.day()
		m.put("milestone", fields)
	}
	for n := range m.r.IntN(3) {
		var states []map[string]any
		for period := 1; period <= m.r.IntN(3); period++ {
			states = append(states, map[string]any{"id": m.id(), "order": string(rune('a' + period)), "period": period, "materialised": m.oneIn(2), "applied": m.oneIn(2)})
		}
		m.put("risk", map[string]any{"number": fmt.Sprint("R", n+1), "description": m.text("Risk"), "measure": m.text("Measure"), "work_package": m.key(packages), "foreseen": m.oneIn(2), "states": states})
	}
	for range m.r.IntN(3) {
		m.put("narrative", map[string]any{"work_package": packages[m.r.IntN(len(packages))], "partner": sortedKeys(m.of.partners)[0], "period": 1 + m.r.IntN(2), "done": m.text("Work was done & <told>"), "next": m.text("More")})
	}
}

func (m *maker) log() {
	for range m.r.IntN(9) {
		fields := map[string]any{
			"date": m.day(), "contact": m.key(sortedKeys(m.of.contacts)), "organisation": m.key(sortedKeys(m.of.organisations)), "channel": one(m, "email", "call", "meeting", "letter"),
			"direction": one(m, "incoming", "outgoing"), "summary": "What was said",
		}
		if m.oneIn(2) {
			fields["next_step"], fields["next_owner"], fields["due"] = "Call again", m.partner(), one(m, "2025-01-15", "2031-01-15")
		}
		if fields["date"] == "" {
			fields["date"] = "2025-03-01"
		}
		if fields["contact"] == "" && fields["organisation"] == "" {
			continue
		}
		m.put("engagement", fields)
	}
}

func (m *maker) collections() {
	for _, partner := range sortedKeys(m.of.partners) {
		for period := 1; period <= 2; period++ {
			if m.oneIn(3) {
				continue
			}
			fields := map[string]any{"partner": partner, "period": period, "asked": "2025-11-03", "due": one(m, "", "2025-11-14", "2031-11-14")}
			var reminders []map[string]any
			for n := range m.r.IntN(3) {
				reminders = append(reminders, map[string]any{"id": m.id(), "order": string(rune('a' + n)), "date": "2025-11-20", "channel": "email"})
			}
			if reminders != nil {
				fields["reminders"] = reminders
			}
			if m.oneIn(2) {
				fields["received"] = "2025-11-21"
				fields["checked"] = one(m, "", "2025-11-25")
			}
			m.put("collection", fields)
		}
	}
	for n := range m.r.IntN(4) {
		m.put("query", map[string]any{"partner": sortedKeys(m.of.partners)[n%len(m.of.partners)], "period": 1 + m.r.IntN(2), "question": "How many came?", "asked": "2025-11-24", "answer": one(m, "", "Twelve"), "answered": one(m, "", "2025-12-01")})
	}
}

func (m *maker) grid() {
	for _, id := range sortedKeys(m.of.organisations) {
		if m.oneIn(4) {
			continue
		}
		m.put("organisation", map[string]any{"id": id, "power": 1 + m.r.IntN(5), "interest": 1 + m.r.IntN(5), "engagement": one(m, "unaware", "neutral", "leading"), "region": one(m, "", "Peloponnese")})
	}
}

// vocabulary gives words that come with the program a name of the users’ own.
func (m *maker) vocabulary() {
	if m.oneIn(2) {
		m.put("vocabulary", map[string]any{"kind": "theme", "code": "decent_work", "label": m.text("Work that is decent")})
		m.put("vocabulary", map[string]any{"kind": "event_type", "code": "workshop", "label": m.text("Workshop of ours")})
	}
}

// newsletter makes an issue, and people who said yes, took it back, share an address or asked for nothing more.
func (m *maker) newsletter() {
	var events []map[string]any
	for n, e := range m.of.events {
		if e.held() && m.oneIn(2) {
			events = append(events, map[string]any{"id": m.id(), "order": fmt.Sprintf("%04di", n), "event": e.ID})
		}
	}
	m.put("bulletin", map[string]any{"number": 1, "month": "2025-07", "language": "en", "name": map[string]any{"original": "en", "en": "News"}, "intro": map[string]any{"original": "en", "en": "Hello."}, "events": events})
	for _, id := range sortedKeys(m.of.contacts) {
		if !m.oneIn(3) {
			continue
		}
		fields := map[string]any{"id": id, "preferred_language": one(m, "en", "en", "en", "fr", "")}
		if m.oneIn(6) {
			fields["suppressed"] = true
		}
		consent := map[string]any{"id": m.id(), "order": "i", "purpose": one(m, "newsletter", "newsletter", "newsletter", "photographs"), "date": "2025-01-15", "given": "paper"}
		if m.oneIn(5) {
			consent["withdrawn"] = "2025-02-15"
		}
		fields["consents"] = []map[string]any{consent}
		switch m.r.IntN(5) {
		case 0:
			fields["emails"] = []map[string]any{{"id": m.id(), "order": "i", "label": "work", "address": "Office@example.org"}}
		case 1:
			fields["emails"] = []map[string]any{}
		}
		if fields["preferred_language"] == "" {
			delete(fields, "preferred_language")
		}
		m.put("contact", fields)
	}
}
