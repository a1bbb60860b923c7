package events

import (
	"context"
	"strings"

	"primadesk/data"
	"primadesk/ui/kit"
)

// revealer is a part that can put the keyboard into one of its fields or rows.
type revealer interface {
	// reveal looks for a field of the event ("start", "agenda/ID/time"), or the part's own record, and tells whether it
	// is here. It is asked once the event is shown.
	reveal(entity, id, field string) bool
}

// Reveal implements screen.Revealer: the event's page, on the tab that has the field or the record.
func (s *events) Reveal(entity, id, field string) {
	if entity == "event" {
		s.Open(id)
		s.wanted(entity, id, field)
		return
	}
	w := s.Workspace
	s.finding.Run(context.Background(),
		func(ctx context.Context) (string, error) {
			rec, err := w.Records.Find(ctx, id)
			switch r := rec.(type) {
			case *data.Attendance:
				return r.Event, err
			case *data.Evidence:
				return r.Event, err
			}
			return "", err
		},
		func(event string, err error) {
			switch {
			case err != nil:
				s.failed(err)
			case event != "":
				s.Open(event)
				s.wanted(entity, id, field)
			}
		})
}

// wanted reveals a field as soon as the event is on its page.
func (s *events) wanted(entity, id, field string) {
	s.aim = aim{event: s.opened, entity: entity, id: id, field: field}
	if s.paged && s.page.now != nil && s.page.now.event.ID == s.opened {
		s.hit()
	}
}

// aim is what is to be revealed once its event has been read.
type aim struct{ event, entity, id, field string }

// hit reveals what was asked for, once.
func (s *events) hit() {
	at := s.aim
	s.aim = aim{}
	if at.event != s.opened || at.entity == "" || at.field == "" && at.entity == "event" {
		return
	}
	for _, x := range s.page.parts {
		r, ok := x.(revealer)
		if !ok {
			continue
		}
		if s.page.choose(x.tab().ID); r.reveal(at.entity, at.id, at.field) {
			return
		}
	}
	s.page.choose(s.page.parts[0].tab().ID)
}

// revealIn puts the keyboard into a field of one of some forms.
func (s *events) revealIn(forms []*kit.Form, field string) bool {
	id, rest, _ := strings.Cut(field, "/")
	for _, f := range forms {
		if f == nil || f.Control(id) == nil {
			continue
		}
		s.focus(f, id)
		if x, ok := f.Control(id).(interface{ Reveal(path string) }); ok && rest != "" {
			x.Reveal(rest) // a part of the field, such as the text in one language
		}
		return true
	}
	return false
}
