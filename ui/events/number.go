package events

import (
	"github.com/google/uuid"

	"primadesk/data"
	"primadesk/ui/fields"
)

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
