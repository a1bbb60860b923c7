package data_test

import (
	"strings"
	"testing"

	"primadesk/data"
)

func TestWhatADeliveredActivityLacks(t *testing.T) {
	whole := data.Communication{
		Status: "delivered", Date: "2025-07-01", Audience: data.TextIn("en", "Everybody"), Outcome: data.TextIn("en", "Read"), EmblemChecked: true,
	}
	for _, tt := range []struct {
		name, want string
		change     func(*data.Communication)
	}{
		{"nothing", "", func(*data.Communication) {}},
		{"the date", "date", func(c *data.Communication) { c.Date = "" }},
		{"the audience", "audience", func(c *data.Communication) { c.Audience = data.Texts{} }},
		{"the outcome and the emblem", "outcome emblem_checked", func(c *data.Communication) { c.Outcome, c.EmblemChecked = data.Texts{}, false }},
		{"all, but it is only planned", "", func(c *data.Communication) { *c = data.Communication{Status: "ongoing"} }},
		{"all, but it is cancelled", "", func(c *data.Communication) { *c = data.Communication{Status: "cancelled"} }},
	} {
		c := whole
		tt.change(&c)
		if got := strings.Join(c.Lacks(), " "); got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}
