package events

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"primadesk/data"
	"primadesk/ui/fields"
)

// nextNumber is the number after the highest that a partner has given: its code and two digits at least. Gaps are not
// filled, so that the number of an event that was deleted does not come to stand for another. Empty without a code.
func nextNumber(code string, used []string) string {
	if code == "" {
		return ""
	}
	highest := 0
	for _, number := range used {
		digits, ours := strings.CutPrefix(number, code+"-")
		if n, err := strconv.Atoi(digits); ours && err == nil {
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("%s-%02d", code, highest+1)
}

// newEvent is an event to be planned: of the current project, by the partner that the list is narrowed to, or that of who
// writes, in that partner's country.
func newEvent(b *book, author, organiser string) *data.Event {
	e := &data.Event{Status: "idea"}
	e.ID = newID()
	if b.project != nil {
		e.Project = b.project.ID
	}
	if a := b.authors[author]; organiser == "" && a != nil {
		organiser = a.Partner
	}
	if organiser == "" && len(b.partners) == 1 {
		organiser = b.partners[0].ID
	}
	if p := b.partner(organiser); p != nil {
		e.Organiser, e.Country, e.Region = p.ID, p.Country, p.Region
		e.Zone = fields.ZoneOf(p.Country)
	}
	return e
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }
