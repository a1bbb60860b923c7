package data

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// agendaOf reads "10:00/30 /15 12:00": time and minutes of each item, either of which may be missing.
func agendaOf(text string) []AgendaItem {
	var items []AgendaItem
	for i, part := range strings.Fields(text) {
		clock, minutes, _ := strings.Cut(part, "/")
		item := AgendaItem{Element: Element{ID: fmt.Sprint(i)}, Time: clock}
		if minutes != "" {
			n := 0
			_, _ = fmt.Sscan(minutes, &n)
			item.Minutes = &n
		}
		items = append(items, item)
	}
	return items
}

func clocksOf(items []AgendaItem) string {
	var out []string
	for _, i := range items {
		out = append(out, i.Time)
	}
	return strings.Join(out, " ")
}

func TestTimesFollowOn(t *testing.T) {
	for _, tc := range []struct{ name, before, after, want string }{
		{"a longer item shifts those after it", "10:00/30 10:30/15 10:45/60", "10:00/45 10:30/15 10:45/60", "10:00 10:45 11:00"},
		{"a time of its own breaks the chain", "10:00/30 10:30/15 13:00/60 14:00", "10:00/60 10:30/15 13:00/60 14:00", "10:00 11:00 13:00 14:00"},
		{"an unknown length too", "10:00/30 10:30 11:00/15", "10:00/60 10:30 11:00/15", "10:00 11:00 11:00"},
		{"a missing time follows", "10:00/30 /15 /", "10:00/20 /15 /", "10:00 10:20 10:35"},
	} {
		items := agendaOf(tc.after)
		FollowOn("10:00", items, Follows("10:00", agendaOf(tc.before)))
		if got := clocksOf(items); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestTimelineTellsGapsAndOverlaps(t *testing.T) {
	got := Timeline("10:00", agendaOf("/30 11:00/30 11:15/10 /5"))
	for i, want := range []Slot{{600, 630, true, 0}, {660, 690, true, 30}, {675, 685, true, -15}, {685, 690, true, 0}} {
		if got[i] != want {
			t.Errorf("%d: %+v, want %+v", i, got[i], want)
		}
	}
	if got := Timeline("", agendaOf("/30")); got[0].From != -1 {
		t.Errorf("without any time: %+v", got[0])
	}
}

// Whatever the lengths become, an agenda that was a chain stays one.
func TestChainsStayChains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lengths := rapid.SliceOfN(rapid.IntRange(0, 120), 1, 10).Draw(t, "minutes")
		items := make([]AgendaItem, len(lengths))
		for i := range items {
			items[i].Minutes = &lengths[i]
		}
		FollowOn("09:00", items, Follows("09:00", items))
		longer := lengths[0] + 25
		follows := Follows("09:00", items)
		items[0].Minutes = &longer
		FollowOn("09:00", items, follows)
		for i, s := range Timeline("09:00", items) {
			if s.Gap%dayMinutes != 0 {
				t.Fatalf("item %d: %+v", i, s)
			}
		}
	})
}
