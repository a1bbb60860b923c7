package data

import "testing"

func TestQuarter(t *testing.T) {
	number := func(n int) *int { return &n }
	for _, tc := range []struct {
		power, interest *int
		want            string
	}{
		{number(5), number(4), "manage_closely"}, {number(4), number(3), "keep_satisfied"}, {number(3), number(5), "keep_informed"},
		{number(3), number(3), "monitor"}, {number(1), nil, ""}, {nil, number(5), ""},
	} {
		o := &Organisation{Power: tc.power, Interest: tc.interest}
		if got := o.Quarter(); got != tc.want || got != "" && !Grid.Has(got) {
			t.Errorf("quarter %q, want %q", got, tc.want)
		}
	}
}
