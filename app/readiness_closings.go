package app

import "primadesk/data"

// closings finds closed periods whose figures are not those that were reported any more. They are told whatever period is asked
// for: what was reported of an earlier one is to be corrected in the next report.
func (f *finder) closings() {
	for _, c := range f.books.closings {
		if c.Period == nil || c.Open() {
			continue
		}
		if _, ok := f.books.project.Period(*c.Period); !ok {
			f.add(data.Severe, "closing.no_period", "closing", c.ID, c.Title(f.p.Lang()), "", "N", *c.Period, "Date", c.Closed)
		}
	}
	for i := range f.books.project.Periods {
		r := f.books.reported(&f.books.project.Periods[i], false)
		if r == nil {
			continue
		}
		n := *r.Period.Number
		tell := func(s data.Severity, code string, args ...any) {
			args = append([]any{"N", n, "Date", r.Closing.Closed}, args...)
			f.add(s, "closing."+code, "closing", r.Closing.ID, r.Closing.Title(f.p.Lang()), "", args...)
		}
		if r.Twice() {
			tell(data.Severe, "twice")
		}
		then, now := r.Figure(data.FigurePeople)
		switch {
		case r.Unreadable != nil:
			tell(data.Warning, "unreadable")
		case len(r.Differences) > 0 && then != nil && now != nil && *then != *now:
			tell(data.Warning, "people", "Then", *then, "Now", *now, "Count", len(r.Differences))
		case len(r.Differences) > 0:
			tell(data.Warning, "differs", "Count", len(r.Differences))
		}
	}
}
