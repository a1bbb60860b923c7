package reports

import (
	"slices"
	"testing"

	"primadesk/app"
)

// taken gives a value of an option that asks for something, as a user can choose it.
func (d *desk) taken(t *testing.T, option app.ReportOption) string {
	t.Helper()
	for _, o := range d.options.menu.offered(d.asked, option) {
		if o.Value != d.asked.asNothing(option) && o.Value != days {
			return o.Value
		}
	}
	t.Errorf("%s: nothing can be chosen for %s", d.asked.report.Name, option)
	return ""
}

// Whatever a report takes on the command line has its control in the window, and what is chosen there is asked for.
func TestEveryOptionHasItsControl(t *testing.T) {
	d := start(t)
	d.shell.OpenFrom = "consortium.xlsx"
	met := map[app.ReportOption]bool{}
	for _, report := range d.reports {
		d.Open(report.Name)
		d.options.setMore(true)
		for _, option := range report.Takes {
			met[option] = true
			d.asked.values = map[app.ReportOption]string{}
			switch option {
			case app.OptTemplate:
				if d.options.template == nil {
					t.Errorf("%s: no control for %s", report.Name, option)
					continue
				}
				d.pickTemplate()
			case app.OptDates:
				d.set(app.OptPeriod, days)
				if d.options.from == nil || d.options.to == nil {
					t.Errorf("%s: no days can be typed", report.Name)
					continue
				}
				d.changed(optFrom, "2025-05-01")
			default:
				if d.options.selects[option] == nil {
					t.Errorf("%s: no control for %s", report.Name, option)
					continue
				}
				d.set(option, d.taken(t, option))
			}
			asked := d.asked.params().Options
			if given := asked.Given(); !slices.Equal(given, []app.ReportOption{option}) {
				t.Errorf("%s: %s is chosen, and asked for is %q", report.Name, option, given)
			}
		}
	}
	if len(met) < 15 {
		t.Errorf("%d options were met: %v", len(met), met)
	}
}
