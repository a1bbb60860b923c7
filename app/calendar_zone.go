package app

import (
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"
)

// addZone writes the zone's offsets about the time of the sittings into the file (RFC 5545, 3.6.5), so that programs
// which do not know the zone by its name read the times right: a part for the offset in force at the beginning, and one
// for each change until the end.
func addZone(cal *ics.Calendar, zone *time.Location, list []sitting) {
	if zone == time.UTC {
		return
	}
	first, last := list[0].start.Day(), list[0].start.Day()
	for _, s := range list {
		first, last = min(first, s.start.Day()), max(last, s.start.Day(), s.end.Day())
	}
	from, to := first.Time().AddDate(0, 0, -2).In(zone), last.Time().AddDate(0, 0, 3).In(zone)
	tz := cal.AddTimezone(zone.String())
	for at := from; at.Before(to); {
		begin, end := at.ZoneBounds()
		tz.Components = append(tz.Components, offsetPart(at, begin))
		if end.IsZero() {
			break
		}
		at = end
	}
}

// offsetPart is one stretch of the zone with one offset. It begins, in the time that its clocks showed before, at begin; a
// stretch without a beginning at 1970.
func offsetPart(at, begin time.Time) ics.Component {
	name, offset := at.Zone()
	before, onset := offset, time.Unix(0, 0).UTC()
	if !begin.IsZero() {
		_, before = begin.Add(-time.Second).Zone()
		onset = begin.UTC().Add(time.Duration(before) * time.Second)
	}
	var base ics.ComponentBase
	base.AddProperty(ics.ComponentPropertyDtStart, onset.Format(calendarTime))
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offsetWords(before))
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offsetWords(offset))
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzname), name)
	if at.IsDST() {
		return &ics.Daylight{ComponentBase: base}
	}
	return &ics.Standard{ComponentBase: base}
}

// offsetWords writes an offset from UTC as +0300; seconds only where there are some.
func offsetWords(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	out := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		out += fmt.Sprintf("%02d", seconds%60)
	}
	return out
}
