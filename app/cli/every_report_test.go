package cli_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"primadesk/app"
)

// ids are those of the first records of an entity.
func (d *desk) ids(entity string, n int) []string {
	d.t.Helper()
	var out []string
	for after := ""; len(out) < n; {
		args := []string{"list", entity, "--json", "--limit", "500"}
		if after != "" {
			args = append(args, "--after", after)
		}
		var page struct {
			Next    string
			Records []struct{ ID string }
		}
		if err := json.Unmarshal([]byte(d.run(args...)), &page); err != nil {
			d.t.Fatal(err)
		}
		for _, r := range page.Records {
			out = append(out, r.ID)
		}
		if after = page.Next; after == "" {
			break
		}
	}
	return out
}

// period is the first of the project, 0 where it has none.
func (d *desk) period() int {
	d.t.Helper()
	var page struct {
		Records []struct{ Periods []struct{ Number int } }
	}
	if err := json.Unmarshal([]byte(d.run("list", "projects", "--json")), &page); err != nil {
		d.t.Fatal(err)
	}
	for _, project := range page.Records {
		for _, p := range project.Periods {
			return p.Number
		}
	}
	return 0
}

// needed are the arguments without which a report has nothing to write.
func (d *desk) needed(r app.Report) (args []string, possible bool) {
	d.t.Helper()
	needs := r.Needs
	if r.Name == "audit-file" { // an event or a period
		needs, args = []app.ReportOption{app.OptEvent}, []string{"--incomplete"}
	}
	for _, option := range needs {
		switch option {
		case app.OptPeriod:
			number := d.period()
			if number == 0 {
				return nil, false
			}
			args = append(args, "--period", fmt.Sprint(number))
		case app.OptEvent:
			events := d.ids("events", 1)
			if len(events) == 0 {
				return nil, false
			}
			args = append(args, "--event", events[0])
		case app.OptTemplate:
			form, err := filepath.Abs("../../docs/examples/events.xlsx")
			if err != nil {
				d.t.Fatal(err)
			}
			args = append(args, "--template", form)
		default:
			d.t.Fatalf("%s needs %s: say here what to give it", r.Name, option)
		}
	}
	return args, true
}
