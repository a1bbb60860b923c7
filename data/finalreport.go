package data

// FinalReport is what the Portal's final report makes of the communication activities. It wants at least one that was
// delivered, and takes none that is still ongoing or postponed (Portal help, "Communication activities").
type FinalReport struct {
	Delivered int
	Open      []*Communication // ongoing or postponed
}

// Refused tells whether the Portal would not take the activities as they are.
func (r FinalReport) Refused() bool { return r.Delivered == 0 || len(r.Open) > 0 }

// FinalReportOf looks at the activities of one project.
func FinalReportOf(list []*Communication) FinalReport {
	var r FinalReport
	for _, c := range list {
		switch c.Status {
		case "delivered":
			r.Delivered++
		case "ongoing", "postponed":
			r.Open = append(r.Open, c)
		}
	}
	return r
}

// Lacks are the fields that the final report wants of an activity that was delivered, and that are empty: date, audience, outcome,
// and the check of emblem and disclaimer (grant agreement, article 17).
func (c *Communication) Lacks() []string {
	if c.Status != "delivered" {
		return nil
	}
	var fields []string
	for _, f := range []struct {
		field string
		empty bool
	}{{"audience", c.Audience.Empty()}, {"date", c.Date == ""}, {"outcome", c.Outcome.Empty()}, {"emblem_checked", !c.EmblemChecked}} {
		if f.empty {
			fields = append(fields, f.field)
		}
	}
	return fields
}

// Locked tells whether the activity stands in a report: the Portal does not let one be changed that was reported.
func (c *Communication) Locked() bool { return c.ReportedPeriod != nil }

// Years for which records are kept after the balance is paid (grant agreement, article 20), and where the grant is at
// most EUR 60,000.
const (
	RecordYears      = 5
	RecordYearsSmall = 3
)

// AddYears is the same day some years on; 29 February becomes 1 March.
func (d Date) AddYears(n int) Date {
	if !d.Valid() || d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(n, 0, 0))
}
