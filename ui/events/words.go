package events

import (
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// days are an event's day or days, as short as they stay clear; empty where no day is known.
func days(p *i18n.Printer, e *data.Event) string {
	first, last := e.Start.Day(), e.LastDay()
	switch {
	case first == "":
		return ""
	case last == first:
		return p.MediumDate(string(first))
	case first[:7] == last[:7] && e.Days == nil:
		return p.DateRange(string(first), string(last))
	}
	return p.DayMonth(string(first)) + " – " + p.MediumDate(string(last))
}

// when is the day and the time.
func when(p *i18n.Printer, e *data.Event) string {
	text := days(p, e)
	if clock := clocks(p, e); clock != "" && !e.AllDay {
		text += ", " + clock
	}
	return text
}

// clocks are the times at which an event begins and ends.
func clocks(p *i18n.Printer, e *data.Event) string {
	from, to := p.Time(string(e.Start)), p.Time(string(e.End))
	if from == "" || to == "" {
		return from
	}
	return from + "–" + to
}

// where is the place, from small to large.
func where(p *i18n.Printer, e *data.Event) string {
	var parts []string
	for _, s := range []string{e.Venue, e.City, e.Region, p.Country(e.Country)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// statusWord is a state within a chip.
func statusWord(p *i18n.Printer, status string) string {
	return i18n.Lower(p.Enum(data.EventStatus.Name, status))
}

// statusTone is the colour of a state.
func statusTone(status string) kit.Tone { return kit.Tone(status) }

// localTime tells what a time at the venue is on the user's own clock; empty where that is the same or not known.
func localTime(p *i18n.Printer, at data.Wall, zone string, here *time.Location) string {
	venue, err := time.LoadLocation(zone)
	if zone == "" || err != nil || at.Clock() == "" {
		return ""
	}
	moment, ok := at.Instant(venue)
	if !ok {
		return ""
	}
	mine := data.Wall(moment.In(here).Format("2006-01-02T15:04"))
	if mine == at {
		return ""
	}
	clock := p.Time(string(mine))
	if mine.Day() != at.Day() {
		clock = p.DayMonth(string(mine.Day())) + ", " + clock
	}
	return p.T("events.local_time", "Venue", p.Time(string(at)), "Place", placeOf(zone), "Here", clock)
}

// placeOf is the town that a zone is called after.
func placeOf(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}
