package app

import (
	"bytes"
	"context"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Calendar is an event as a file for calendars (RFC 5545) in a language: its name, place, link and times in the zone of
// the venue, with that zone's own rules in the file. Of an event of several days it has an entry a day. The entries keep
// their UID, and count up their SEQUENCE with each change of the event, so that a file that is sent again replaces what
// was there. An event without a date gives the code calendar.undated.
func (s *Invitations) Calendar(ctx context.Context, event, lang string) ([]byte, error) {
	e, err := s.event(ctx, event)
	if err != nil {
		return nil, err
	}
	steps, err := s.w.Records.History(ctx, data.EntityOf(e), e.ID)
	if err != nil {
		return nil, err
	}
	return calendarOf(i18n.For(lang), e, calendarStamp{at: s.w.now(), sequence: len(steps), program: s.w.Program()})
}

// calendarStamp is what a calendar file says of itself.
type calendarStamp struct {
	at       time.Time
	sequence int
	program  string
}

// sitting is one part of an event with a time of its own.
type sitting struct {
	id, name, venue string
	start, end      data.Wall
}

func sittings(e *data.Event, lang string) []sitting {
	name := e.Title(lang)
	var list []sitting
	for i := range e.Days {
		d := &e.Days[i]
		if d.Start == "" {
			continue
		}
		s := sitting{e.ID + "." + d.ID, name, e.Venue, d.Start, d.End}
		if d.Name != "" {
			s.name += " – " + d.Name
		}
		if d.Venue != "" {
			s.venue = d.Venue
		}
		list = append(list, s)
	}
	if list == nil {
		list = []sitting{{e.ID, name, e.Venue, e.Start, e.End}}
	}
	return list
}

func calendarOf(p *i18n.Printer, e *data.Event, stamp calendarStamp) ([]byte, error) {
	list := sittings(e, p.Lang())
	if list[0].start == "" {
		return nil, data.Fail("calendar.undated", "Event", e.Title(p.Lang()))
	}
	cal := ics.NewCalendarFor(stamp.program)
	cal.SetMethod(ics.MethodPublish)
	if e.Status == "cancelled" {
		cal.SetMethod(ics.MethodCancel)
	}
	zone := zoneOf(e)
	if zone != nil {
		addZone(cal, zone, list)
	}
	for _, s := range list {
		entry := cal.AddEvent(s.id + "@primadesk")
		entry.SetDtStampTime(stamp.at.UTC())
		entry.SetSequence(stamp.sequence)
		entry.SetSummary(s.name)
		entry.SetStatus(calendarStatus(e.Status))
		if place := placeOf(p, e, s.venue); place != "" {
			entry.SetLocation(place)
		} else if e.OnlineLink != "" {
			entry.SetLocation(e.OnlineLink)
		}
		if text := calendarText(p, e); text != "" {
			entry.SetDescription(text)
		}
		if link := firstOf(e.OnlineLink, e.Website); link != "" {
			entry.SetURL(link)
		}
		setTimes(entry, s, e.AllDay, zone)
	}
	var out bytes.Buffer
	err := cal.SerializeTo(&out, ics.WithNewLineWindows)
	return out.Bytes(), err
}

// zoneOf is the event's zone; nil where it is not known: then the times are those of whoever reads them.
func zoneOf(e *data.Event) *time.Location {
	if e.Zone == "" {
		return nil
	}
	zone, err := time.LoadLocation(e.Zone)
	if err != nil {
		return nil
	}
	return zone
}

func calendarStatus(status string) ics.ObjectStatus {
	switch status {
	case "cancelled":
		return ics.ObjectStatusCancelled
	case "confirmed", "held", "reported":
		return ics.ObjectStatusConfirmed
	}
	return ics.ObjectStatusTentative
}

const (
	calendarDay  = "20060102"
	calendarTime = "20060102T150405"
)

// setTimes writes when a sitting begins and ends. The end of whole days is the day after the last (RFC 5545, 3.6.1).
func setTimes(entry *ics.VEvent, s sitting, wholeDays bool, zone *time.Location) {
	if wholeDays || s.start.Clock() == "" {
		last := max(s.start.Day(), s.end.Day())
		entry.SetProperty(ics.ComponentPropertyDtStart, s.start.Day().Time().Format(calendarDay), ics.WithValue("DATE"))
		entry.SetProperty(ics.ComponentPropertyDtEnd, last.AddDays(1).Time().Format(calendarDay), ics.WithValue("DATE"))
		return
	}
	set := func(property ics.ComponentProperty, w data.Wall) {
		at := zone
		if at == nil {
			at = time.UTC
		}
		t, ok := w.Instant(at)
		switch {
		case !ok:
		case zone == nil: // floating
			entry.SetProperty(property, t.Format(calendarTime))
		case zone == time.UTC:
			entry.SetProperty(property, t.Format(calendarTime)+"Z")
		default:
			entry.SetProperty(property, t.Format(calendarTime), ics.WithTZID(zone.String()))
		}
	}
	set(ics.ComponentPropertyDtStart, s.start)
	if s.end > s.start {
		set(ics.ComponentPropertyDtEnd, s.end)
	}
}

// placeOf is where people go: venue, address, city and country.
func placeOf(p *i18n.Printer, e *data.Event, venue string) string {
	if e.Mode == "online" {
		return ""
	}
	country := ""
	if e.Country != "" {
		country = p.Country(e.Country)
	}
	var parts []string
	for _, s := range []string{venue, e.Address, e.City, country} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func calendarText(p *i18n.Printer, e *data.Event) string {
	text := firstOf(e.Description.Show(p.Lang()), e.Aims.Show(p.Lang()))
	if e.OnlineLink != "" {
		text = strings.TrimSpace(text + "\n\n" + e.OnlineLink)
	}
	return text
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
