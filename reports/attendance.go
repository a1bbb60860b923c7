package reports

import (
	"context"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// attendanceReport counts who came: by event, gender, age band, country and group, and how many different people they were.
func attendanceReport() Report {
	return Report{
		Name: "attendance", Label: "report.attendance.name", Purpose: "report.attendance.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptPartner, OptCountry, OptType, OptWorkPackage, OptDeliverable, OptEvent, OptPublic, OptFinal},
		make:  ofEvents(attendanceBook),
	}
}

// attendanceBook declares the workbook. It counts what was held alone.
func attendanceBook(_ context.Context, d *dossier) (workbook.Workbook, error) {
	d.coming = nil
	d.draft = !d.o.Final && (len(d.problems) > 0 || len(d.undated()) > 0 || d.uncounted())
	if err := d.refuse(); err != nil {
		return workbook.Workbook{}, err
	}
	if err := d.withhold(); err != nil {
		return workbook.Workbook{}, err
	}
	r := &roll{dossier: d, turnout: d.turnout()}
	overview, err := r.overviewSheet()
	if err != nil {
		return workbook.Workbook{}, err
	}
	book := d.frame(d.p.T("report.attendance.title"))
	book.Names, book.Properties.Category = nil, d.p.T("report.attendance.name")
	book.Sheets = []workbook.Sheet{overview, r.byEventSheet()}
	if d.public == nil || d.public.totals.grouped {
		book.Sheets = append(book.Sheets, r.differentSheet())
	}
	book.Sheets = append(book.Sheets, r.wordsSheet("country"), r.wordsSheet("group"), d.countingSheet(
		workbook.Pair{Label: d.p.T("report.attendance.different"), Value: workbook.Text(d.p.T("report.attendance.define_different"))}))
	return book, nil
}

// uncounted tells whether an event has no number of participants.
func (d *dossier) uncounted() bool {
	for _, o := range d.held {
		if !o.tally.Known {
			return true
		}
	}
	return false
}

// roll is what the sheets of the attendance are made from.
type roll struct {
	*dossier
	turnout turnout
}

// turnout leads from participations to different people.
type turnout struct {
	participations int         // over all days of all events
	people         int         // each once at each event
	named, unnamed int         // of people: those whose names are known, each once at each event, and those counted
	known          int         // different people known by name
	times          map[int]int // how many events → how many of the known came to so many
	largest        int         // the most people at one event
}

func (d *dossier) turnout() turnout {
	t := turnout{times: map[int]int{}}
	came := map[string]int{}
	for _, o := range d.held {
		t.participations += o.tally.Participations
		t.people += o.tally.Total
		t.named += o.tally.Named
		t.unnamed += o.tally.Counted
		t.largest = max(t.largest, o.tally.Total)
		for _, person := range o.tally.People {
			came[person]++
		}
	}
	t.known = len(came)
	for _, n := range came {
		t.times[n]++
	}
	return t
}

// beyond are people who are named although a head count that includes them is smaller: a sum that is off.
func (t *turnout) beyond() int { return t.named + t.unnamed - t.people }

// again are the events to which known people came after their first.
func (t *turnout) again() int { return t.named - t.known }

// knownOf counts the different people whose names are known, at some events.
func knownOf(events []*occasion) int {
	met := map[string]bool{}
	for _, o := range events {
		for _, person := range o.tally.People {
			met[person] = true
		}
	}
	return len(met)
}

// organiserLabel is the partner that an event counts for.
func (d *dossier) organiserLabel(o *occasion) string {
	return first(d.partner(o.Organiser), d.p.T("report.not_stated"))
}

// periodLabel is the number of the reporting period in which an event began.
func (d *dossier) periodLabel(o *occasion) string {
	if period := d.periodOf(o); period != nil {
		return d.p.Number(*period.Number)
	}
	if o.Start == "" {
		return d.p.T("report.attendance.no_date")
	}
	return d.p.T("report.attendance.no_period")
}

// periodName is the same with its days, where there is room.
func (d *dossier) periodName(o *occasion) string {
	if period := d.periodOf(o); period != nil {
		return joined(" · ", d.p.Number(*period.Number), d.p.DateRange(string(period.From), string(period.To)))
	}
	return d.periodLabel(o)
}

func (d *dossier) periodOf(o *occasion) *data.Period {
	for i := range d.project.Periods {
		if period := &d.project.Periods[i]; period.Has(o.Start.Day()) && period.Number != nil {
			return period
		}
	}
	return nil
}
