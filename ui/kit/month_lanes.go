package kit

import (
	"cmp"
	"slices"
	"time"
)

// monthEntry is an entry with its days read.
type monthEntry struct {
	MonthEntry
	first, last time.Time
}

func (e monthEntry) covers(day time.Time) bool { return !day.Before(e.first) && !day.After(e.last) }

// monthBar is the part of an entry that lies in one week: columns from to to in a lane below the day's number.
type monthBar struct {
	entry          monthEntry
	week           int
	from, to, lane int
	begins, ends   bool // here, not in another week
}

// sortEntries puts earlier ones first, of those that begin on a day the longer ones; the order given decides the rest.
func sortEntries(entries []monthEntry) {
	slices.SortStableFunc(entries, func(a, b monthEntry) int {
		return cmp.Or(a.first.Compare(b.first), b.last.Compare(a.last))
	})
}

// layBars parts sorted entries by weeks and gives each part the first lane that is free on all its days.
func layBars(entries []monthEntry, start time.Time, weeks int) []monthBar {
	var out []monthBar
	for week := range weeks {
		monday := start.AddDate(0, 0, 7*week)
		var lanes []uint8 // the days taken, a bit each
		for _, e := range entries {
			from, to := daysBetween(monday, e.first), daysBetween(monday, e.last)
			if to < 0 || from > 6 {
				continue
			}
			bar := monthBar{entry: e, week: week, from: max(from, 0), to: min(to, 6), begins: from >= 0, ends: to <= 6}
			days := uint8(1<<(bar.to+1) - 1<<bar.from)
			bar.lane = slices.IndexFunc(lanes, func(taken uint8) bool { return taken&days == 0 })
			if bar.lane < 0 {
				bar.lane = len(lanes)
				lanes = append(lanes, 0)
			}
			lanes[bar.lane] |= days
			out = append(out, bar)
		}
	}
	return out
}

func daysBetween(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }

// hiddenBars says how many entries of each day are in lanes that a day has no room for.
func hiddenBars(bars []monthBar, weeks, room int) []int {
	hidden := make([]int, 7*weeks)
	for _, b := range bars {
		for d := b.from; d <= b.to && b.lane >= room; d++ {
			hidden[7*b.week+d]++
		}
	}
	return hidden
}
