package data

import (
	"fmt"
	"time"
)

// A day's agenda is a chain: an item begins when the one before it ends, unless it has a time of its own. Every item's
// time is kept, so that whoever reads an agenda need not know of the chain; an item follows on where its time is empty
// or is what the one before it leads to.

// Slot is where an item of an agenda lies: minutes of its day, with what is between it and the item before.
type Slot struct {
	From, To int  // minutes after midnight; From is -1 where no time is known. To equals From where the length is not known
	Known    bool // the length is known
	Gap      int  // minutes that are free before it; negative where it begins before the one before ends
}

// ClockMinutes reads "10:05" as minutes after midnight.
func ClockMinutes(clock string) (int, bool) {
	t, err := time.Parse("15:04", clock)
	if err != nil {
		return 0, false
	}
	return t.Hour()*60 + t.Minute(), true
}

// MinutesClock writes minutes after midnight as "10:05"; past midnight it begins anew.
func MinutesClock(minutes int) string {
	minutes = (minutes%dayMinutes + dayMinutes) % dayMinutes
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

const dayMinutes = 24 * 60

// Timeline places the items of one day. Start is when the day begins ("10:00"), for a first item without a time.
func Timeline(start string, items []AgendaItem) []Slot {
	slots := make([]Slot, len(items))
	end, known := ClockMinutes(start)
	for i := range items {
		s := &slots[i]
		own, timed := ClockMinutes(items[i].Time)
		switch {
		case timed:
			s.From = own
			if known && i > 0 {
				s.Gap = (own - end) % dayMinutes // past midnight the clock begins anew
			}
		case known:
			s.From = end
		default:
			s.From, s.To = -1, -1
			continue
		}
		s.To = s.From
		if items[i].Minutes != nil {
			s.To, s.Known = s.From+*items[i].Minutes, true
		}
		end, known = s.To, s.Known
	}
	return slots
}

// Follows tells of each item of a day whether its time follows from the item before it, the first one's from start.
func Follows(start string, items []AgendaItem) []bool {
	out := make([]bool, len(items))
	slots := Timeline(start, items)
	for i := range items {
		switch {
		case items[i].Time == "":
			out[i] = true
		case i == 0:
			out[i] = items[i].Time == start
		default:
			out[i] = slots[i-1].Known && slots[i].Gap == 0
		}
	}
	return out
}

// FollowOn gives a day's items the times that follow on from each other: of those for which follows holds. The others
// keep their own.
func FollowOn(start string, items []AgendaItem, follows []bool) {
	end, known := ClockMinutes(start)
	for i := range items {
		if follows[i] && known {
			items[i].Time = MinutesClock(end)
		}
		own, timed := ClockMinutes(items[i].Time)
		known = timed && items[i].Minutes != nil
		if known {
			end = own + *items[i].Minutes
		}
	}
}
