package data_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

func count(n int, including bool, parts ...any) *data.Attendance {
	a := &data.Attendance{Event: "e", Count: &n, IncludesNamed: including}
	a.ID = fmt.Sprint("count", n, including, len(parts))
	for i := 0; i < len(parts); i += 3 {
		k := parts[i+2].(int)
		a.Parts = append(a.Parts, data.CountPart{Element: data.Element{ID: fmt.Sprint(i)}, By: parts[i].(string), Word: parts[i+1].(string), Count: &k})
	}
	return a
}

func on(day data.Date, a *data.Attendance) *data.Attendance {
	a.Day = day
	a.ID += string(day)
	return a
}

func came(contact string) *data.Attendance {
	a := &data.Attendance{Event: "e", Contact: contact, Came: "yes"}
	a.ID = "named " + contact
	return a
}

// The contacts of these tests: women w1 and w2 of one organisation in Greece, a man in Cyprus.
func facts(contact string) data.Facts {
	switch contact {
	case "w1", "w2":
		return data.Facts{Gender: "female", Country: "GR", Organisation: "o1", Group: "authorities"}
	case "m1":
		return data.Facts{Gender: "male", Country: "CY", Organisation: "o2", Group: "employers"}
	}
	return data.Facts{}
}

func TestTally(t *testing.T) {
	tests := []struct {
		name          string
		rows          []*data.Attendance
		known         bool
		total         int
		participation int
		women         *int
		mismatch      string
	}{
		{"nobody wrote anything down", nil, false, 0, 0, nil, ""},
		{"invited is not come", []*data.Attendance{{Event: "e", Contact: "w1", Came: "unknown"}}, false, 0, 0, nil, ""},
		{"counted, and nobody was there", []*data.Attendance{count(0, false)}, true, 0, 0, ptr(0), ""},
		{"named", []*data.Attendance{came("w1"), came("m1"), came("x")}, true, 3, 3, ptr(1), ""},
		{"named and others", []*data.Attendance{came("w1"), came("m1"), count(7, false, "gender", "female", 3, "gender", "male", 4)}, true, 9, 9, ptr(4), ""},
		{"a count with the named in it", []*data.Attendance{came("w1"), came("m1"), count(38, true, "gender", "female", 20, "gender", "male", 18)}, true, 38, 38, ptr(20), ""},
		{"no breakdown is not known, not zero", []*data.Attendance{came("w1"), count(7, false)}, true, 8, 8, nil, ""},
		{"the count is just the named", []*data.Attendance{came("w1"), came("m1"), count(2, true)}, true, 2, 2, ptr(1), ""},
		{"parts short of the whole", []*data.Attendance{count(38, true, "gender", "female", 20, "gender", "male", 17)}, true, 38, 38, ptr(20), "tally.parts"},
		{"more names than counted", []*data.Attendance{came("w1"), came("m1"), count(1, true, "gender", "female", 1)}, true, 1, 1, ptr(1), "tally.more_named"},
		{"two counts with the named in them", []*data.Attendance{count(5, true, "gender", "female", 5), count(4, true, "gender", "female", 4)}, true, 5, 5, ptr(5), "tally.counted_twice"},
		{"two days, one person on both", []*data.Attendance{on("2025-05-22", came("w1")), on("2025-05-23", came("w1")), on("2025-05-23", came("m1"))}, true, 2, 3, ptr(1), ""},
		{"counted on two days, once with the named in it", []*data.Attendance{
			on("2025-05-22", came("w1")), on("2025-05-22", count(20, true, "gender", "female", 20)), on("2025-05-23", count(15, false, "gender", "female", 15)),
		}, true, 20, 35, ptr(20), ""},
		{"others beside the fuller day", []*data.Attendance{
			on("2025-05-22", count(20, true, "gender", "female", 20)), on("2025-05-22", count(10, false, "gender", "male", 10)),
			on("2025-05-23", count(25, true, "gender", "female", 25)),
		}, true, 30, 55, ptr(20), ""},
		{"nobody, of whom two are women", []*data.Attendance{count(0, false, "gender", "female", 2)}, true, 0, 0, ptr(2), "tally.parts"},
		{"of days the fullest", []*data.Attendance{
			on("2025-05-22", count(10, false, "gender", "female", 6, "gender", "male", 4)),
			on("2025-05-23", count(12, false, "gender", "female", 5, "gender", "male", 7)),
		}, true, 12, 22, ptr(5), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := data.TallyOf(tt.rows, facts)
			if got.Known != tt.known || got.Total != tt.total || got.Participations != tt.participation {
				t.Errorf("known %v, %d people, %d participations; want %v, %d, %d", got.Known, got.Total, got.Participations, tt.known, tt.total, tt.participation)
			}
			if women := got.By["gender"].Of("female"); !reflect.DeepEqual(women, tt.women) {
				t.Errorf("women %v, want %v", deref(women), deref(tt.women))
			}
			if (len(got.Mismatches) > 0) != (tt.mismatch != "") || tt.mismatch != "" && got.Mismatches[len(got.Mismatches)-1].Code != tt.mismatch {
				t.Errorf("mismatches %v, want %q", got.Mismatches, tt.mismatch)
			}
		})
	}
}

func ptr(n int) *int { return &n }

func deref(n *int) any {
	if n == nil {
		return "not known"
	}
	return *n
}

// Whatever was written down: a breakdown that is known and not reported as a mismatch
// adds up to the total, and the order of the rows changes nothing.
func TestTallyAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []*data.Attendance
		for i := range rapid.IntRange(0, 8).Draw(t, "rows") {
			var a *data.Attendance
			if rapid.Bool().Draw(t, "named") {
				a = came(rapid.SampledFrom([]string{"w1", "w2", "m1", "x"}).Draw(t, "who"))
			} else {
				f, m := rapid.IntRange(0, 5).Draw(t, "f"), rapid.IntRange(0, 5).Draw(t, "m")
				a = count(f+m+rapid.IntRange(0, 1).Draw(t, "off"), rapid.Bool().Draw(t, "including"), "gender", "female", f, "gender", "male", m)
			}
			a.ID = fmt.Sprint(i)
			a.Day = data.Date(rapid.SampledFrom([]string{"", "2025-05-22", "2025-05-23"}).Draw(t, "day"))
			rows = append(rows, a)
		}
		got := data.TallyOf(rows, facts)
		off := map[string]bool{}
		for _, m := range got.Mismatches {
			off[m.By] = true
		}
		for by, b := range got.By {
			if b.Known && !off[by] && b.Sum() != got.Total {
				t.Fatalf("%s adds up to %d of %d", by, b.Sum(), got.Total)
			}
		}
		if got.Participations < got.Total {
			t.Fatalf("%d participations of %d people", got.Participations, got.Total)
		}
		if again := data.TallyOf(rapid.Permutation(rows).Draw(t, "order"), facts); !reflect.DeepEqual(again, got) {
			t.Fatalf("in another order %+v, was %+v", again, got)
		}
	})
}

func TestActual(t *testing.T) {
	held := func(typ, country string, rows ...*data.Attendance) data.Counted {
		return data.Counted{Event: &data.Event{Status: "held", Type: typ, Country: country, TargetGroups: data.SetOf("employers")}, Tally: data.TallyOf(rows, facts)}
	}
	events := []data.Counted{
		held("round_table", "IT", came("w1"), came("m1")),
		held("workshop", "GR", came("w1"), count(4, false, "group", "employers", 4)),
		{Event: &data.Event{Status: "planned", Type: "round_table"}},
	}
	group := func(o string) string { return map[string]string{"o1": "authorities", "o2": "employers"}[o] }
	tests := []struct {
		name string
		i    data.Indicator
		want string
	}{
		{"events", data.Indicator{Count: "events_held"}, "2"},
		{"of a type", data.Indicator{Count: "events_held", Type: "round_table"}, "1"},
		{"participations", data.Indicator{Count: "participations"}, "7"},
		{"of a group", data.Indicator{Count: "participations", Group: "employers"}, "5"},
		{"in a country", data.Indicator{Count: "participations", Country: "GR"}, "5"},
		{"unique people", data.Indicator{Count: "unique_people"}, "2"},
		{"unique people of a group", data.Indicator{Count: "unique_people", Group: "employers"}, "1"},
		{"organisations", data.Indicator{Count: "organisations"}, "2"},
		{"organisations of a group", data.Indicator{Count: "organisations", Group: "employers"}, "1"},
		{"nothing by hand is not known", data.Indicator{Count: "by_hand"}, "not known"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := "not known"
			if d := tt.i.Actual(events, nil, group); d != nil {
				got = d.String()
			}
			if got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			var sum data.Decimal
			for _, b := range tt.i.Behind(events, nil, group) {
				sum += b.Adds
			}
			if got != "not known" && sum.String() != got {
				t.Errorf("the records behind it add up to %s", sum)
			}
		})
	}
}
