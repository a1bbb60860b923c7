package project

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// periodsNote says which of the reporting periods is the current one, shows how much of each has passed, what was reported of
// it, and which days of the project lie in none.
func (g *grant) periodsNote(one *data.Project, states []app.PeriodState) fyne.CanvasObject {
	p, today := g.s.Printer, g.s.Workspace.Today()
	box := kit.VStack(18)
	current := app.CurrentPeriod(one, today)
	for i := range one.Periods {
		period := &one.Periods[i]
		if period.Number == nil {
			continue
		}
		token, name := kit.TokenGold, p.T("project.period", "N", p.Number(*period.Number))
		if current != nil && current.ID == period.ID {
			token, name = kit.TokenAccent, p.T("project.period_current", "N", p.Number(*period.Number))
		}
		about := kit.VStack(8, kit.NewTarget(name, p.DateRange(string(period.From), string(period.To)), passed(period, today), token))
		if state := standing(states, *period.Number); state != nil {
			about.Add(g.closing(state))
		}
		box.Add(about)
	}
	if gap := uncovered(one); gap != "" {
		box.Add(kit.NewText(p.T("project.period_gap", "Date", p.Date(string(gap))), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenWarm, Wrap: true}))
	}
	return box
}

// passed is how much of a period lies behind a day, from 0 to 1.
func passed(period *data.Period, today data.Date) float64 {
	if !period.From.Valid() || !period.To.Valid() || period.From == "" || period.To <= period.From || today < period.From {
		return 0
	}
	whole := period.To.Time().Sub(period.From.Time())
	return min(float64(today.Time().Sub(period.From.Time()))/float64(whole), 1)
}

// uncovered is the first day of the project that lies in no period; empty where there is none, or no period at all.
func uncovered(one *data.Project) data.Date {
	day := one.Start
	if len(one.Periods) == 0 || day == "" || one.End == "" {
		return ""
	}
	for range one.Periods { // each moves the day on at least once, where they cover all
		for i := range one.Periods {
			if period := &one.Periods[i]; period.Has(day) && period.To != "" {
				day = period.To.AddDays(1)
			}
		}
	}
	if day > one.End {
		return ""
	}
	return day
}
