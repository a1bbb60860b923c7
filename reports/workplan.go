package reports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// workPlanReport is the plan as it stands: what is due, delivered and late, and what became of the critical risks.
func workPlanReport() Report {
	return Report{
		Name: "work-plan", Label: "report.plan.name", Purpose: "report.plan.purpose", Job: JobPeriod, Ending: ".xlsx",
		Takes: []Option{OptPeriod, OptDates, OptPartner, OptWorkPackage},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			d := newDossier(o)
			plan := &workPlan{dossier: d}
			for _, step := range []func(context.Context, Source) error{d.readProject, d.readPlan, d.choose, plan.read} {
				if err := step(ctx, src); err != nil {
					return nil, err
				}
			}
			book, err := plan.book()
			return &sheets{d, d.completed(book)}, err
		},
	}
}

// workPlan is a dossier with the parts of the plan that the choice leaves.
type workPlan struct {
	*dossier
	stages     []*stage // work packages, each with its tasks below it
	due        []*data.Deliverable
	milestones []*data.Milestone
	risks      []*data.Risk
}

// stage is a work package or a task.
type stage struct {
	pack       *data.WorkPackage // of a task, the one that it belongs to; nil if it is gone
	task       *data.Task        // nil for a work package
	number     string
	name       *data.Texts
	lead       string
	start, end data.Date
}

func (p *workPlan) read(ctx context.Context, src Source) error {
	p.readStages()
	milestones, err := src.Milestones(ctx)
	if err != nil {
		return fmt.Errorf("milestones: %w", err)
	}
	risks, err := src.Risks(ctx)
	if err != nil {
		return fmt.Errorf("risks: %w", err)
	}
	for _, x := range p.deliverables {
		if p.chosen(&x.Delivery) {
			p.due = append(p.due, x)
		}
	}
	for _, m := range milestones {
		if p.chosen(&m.Delivery) {
			p.milestones = append(p.milestones, m)
		}
	}
	slices.SortFunc(p.milestones, func(a, b *data.Milestone) int { return natural(a.Number+a.ID, b.Number+b.ID) })
	for _, r := range risks {
		if p.choice.partner == nil && (p.choice.workPackage == nil || r.WorkPackage == p.choice.workPackage.ID) {
			p.risks = append(p.risks, r)
		}
	}
	slices.SortFunc(p.risks, func(a, b *data.Risk) int { return natural(a.Number+a.ID, b.Number+b.ID) })
	p.draft = p.unanswered()
	return nil
}

// readStages puts each task below its work package; tasks whose work package is gone stand last.
func (p *workPlan) readStages() {
	tasks := make([]*data.Task, 0, len(p.tasks))
	for _, t := range p.tasks {
		tasks = append(tasks, t)
	}
	slices.SortFunc(tasks, func(a, b *data.Task) int { return natural(a.Number+a.ID, b.Number+b.ID) })
	packs := make([]*data.WorkPackage, 0, len(p.packages))
	for _, w := range p.packages {
		packs = append(packs, w)
	}
	slices.SortFunc(packs, func(a, b *data.WorkPackage) int { return natural(a.Number+a.ID, b.Number+b.ID) })
	add := func(s *stage) {
		c := p.choice
		switch {
		case c.workPackage != nil && (s.pack == nil || s.pack.ID != c.workPackage.ID):
		case c.partner != nil && s.lead != c.partner.ID:
		case !c.spans(s.start, s.end):
		default:
			p.stages = append(p.stages, s)
		}
	}
	for _, w := range packs {
		add(&stage{pack: w, number: w.Number, name: &w.Name, lead: w.Lead, start: w.Start, end: w.End})
		for _, t := range tasks {
			if t.WorkPackage == w.ID {
				add(&stage{w, t, t.Number, &t.Name, t.Lead, t.Start, t.End})
			}
		}
	}
	for _, t := range tasks {
		if p.packages[t.WorkPackage] == nil {
			add(&stage{nil, t, t.Number, &t.Name, t.Lead, t.Start, t.End})
		}
	}
}

// spans tells whether some days lie in the choice; an open end does.
func (c *choice) spans(from, to data.Date) bool {
	before := func(limit data.Date) bool { return limit != "" && to != "" && to < limit }
	after := func(limit data.Date) bool { return limit != "" && from != "" && from > limit }
	if c.period != nil && (before(c.period.From) || after(c.period.To)) {
		return false
	}
	return !before(c.from) && !after(c.to)
}

// chosen tells whether a deliverable or a milestone belongs to the choice: due or delivered on its days, or of no day yet.
func (p *workPlan) chosen(x *data.Delivery) bool {
	c := p.choice
	switch {
	case c.workPackage != nil && x.WorkPackage != c.workPackage.ID:
		return false
	case c.partner != nil && x.Lead != c.partner.ID:
		return false
	}
	return c.day(x.DueDate()) || x.Delivered != "" && c.day(x.Delivered)
}

// periods are the reporting periods that risks are reported for: the one chosen, or all.
func (p *workPlan) periods() []*data.Period {
	if p.choice.period != nil {
		return []*data.Period{p.choice.period}
	}
	list := make([]*data.Period, 0, len(p.project.Periods))
	for i := range p.project.Periods {
		if p.project.Periods[i].Number != nil {
			list = append(list, &p.project.Periods[i])
		}
	}
	slices.SortStableFunc(list, func(a, b *data.Period) int { return *a.Number - *b.Number })
	return list
}

// unanswered tells whether a period is over for which a risk has no state.
func (p *workPlan) unanswered() bool {
	for _, r := range p.risks {
		for _, period := range p.periods() {
			if p.over(period) && stateOf(r, *period.Number) == nil {
				return true
			}
		}
	}
	return false
}

func (p *workPlan) over(period *data.Period) bool { return period.To != "" && period.To < p.today() }

func stateOf(r *data.Risk, period int) *data.RiskState {
	for i := range r.States {
		if n := r.States[i].Period; n != nil && *n == period {
			return &r.States[i]
		}
	}
	return nil
}

// standing is where a delivery stands on the day of the data: done, late or to come. Words are message ids behind
// "report.plan.".
func (p *workPlan) standing(x *data.Delivery, achieved string) string {
	due, today := x.DueDate(), p.today()
	switch {
	case x.Delivered != "" && due != "" && x.Delivered > due:
		return "delivered_late"
	case x.Delivered != "" || achieved == "yes" || x.Status == "submitted" || x.Status == "approved":
		return "delivered"
	case due != "" && due < today:
		return "late"
	}
	return "to_come"
}

//i18n:prefix report.plan.
func (p *workPlan) standingWord(s string) string { return p.p.T("report.plan." + s) }

// standingCell marks what is late.
func (p *workPlan) standingCell(s string) workbook.Cell {
	if s == "late" {
		return workbook.Missing(p.standingWord(s))
	}
	return workbook.Text(p.standingWord(s))
}

func (p *workPlan) book() (workbook.Workbook, error) {
	t := p.p
	counts := map[string]int{}
	for _, x := range p.due {
		counts[p.standing(&x.Delivery, "")]++
	}
	late := p.p.T("report.plan.late_deliverables")
	title := t.T("report.plan.name")
	cover, err := p.frontSheet(front{
		title: title, draft: t.T("report.plan.unanswered"),
		pairs: []workbook.Pair{{Label: late, Value: workbook.Formula(
			workbook.Expression("SUMPRODUCT(--EXACT({deliverables!standing:},"+quoted(p.standingWord("late"))+"))"), float64(counts["late"]))}},
		links: []workbook.Link{
			content("gantt", t.T("report.sheet.gantt"), "", 0), content("plan", t.T("report.plan.stages"), "plan", len(p.stages)),
			content("deliverables", t.Entities("deliverable"), "deliverables", len(p.due)),
			content("milestones", t.Entities("milestone"), "milestones", len(p.milestones)), content("risks", t.Entities("risk"), "risks", len(p.risks)),
		},
		notes: []workbook.Pair{note(t.T("report.sheet.gantt"), t.T("report.plan.gantt_note")), note(t.Field("status"), t.T("report.plan.standing_note"))},
	})
	book := p.bound(title)
	book.Sheets = []workbook.Sheet{cover, p.ganttSheet(), p.stagesSheet(), p.deliverablesSheet(), p.milestonesSheet(), p.risksSheet()}
	return book, err
}

// numberAndName is how a table names a work package.
func (p *workPlan) numberAndName(id string) string {
	if w := p.packages[id]; w != nil {
		return strings.TrimSpace(w.Number)
	}
	return ""
}
