package reports

import (
	"fmt"
	"strconv"
	"time"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// bar is a line of the Gantt: a stage with a beginning, or a point that is due.
type bar struct {
	kind, number, name, lead, state string
	table                           string // the register that its dates stand in
	row                             int
	start, end, done                data.Date
	endColumn                       string
}

// bars are everything with a date, each package's points below it.
func (p *workPlan) bars() []bar {
	var list []bar
	points := p.points()
	placed := map[int]bool{}
	of := func(pack string) {
		for n, x := range points {
			if x.pack == pack && !placed[n] {
				list, placed[n] = append(list, x.bar), true
			}
		}
	}
	for n, s := range p.stages {
		b := bar{number: s.number, name: p.text(s.name), lead: p.partner(s.lead), table: "plan", row: n + 1, start: s.start, end: s.end, endColumn: "end"}
		b.kind = p.p.Entity("work_package")
		if s.task != nil {
			b.kind = p.p.Entity("task")
		}
		list = append(list, b)
		if last := n+1 == len(p.stages) || p.stages[n+1].pack != s.pack; last && s.pack != nil {
			of(s.pack.ID)
		}
	}
	for _, x := range points {
		of(x.pack)
	}
	return list
}

type point struct {
	bar
	pack string
}

// points are deliverables, then milestones.
func (p *workPlan) points() []point {
	list := make([]point, 0, len(p.due)+len(p.milestones))
	add := func(x *data.Delivery, entity, table string, row int, achieved string) {
		list = append(list, point{pack: x.WorkPackage, bar: bar{
			kind: p.p.Entity(entity), number: x.Number, name: p.text(&x.Name), lead: p.partner(x.Lead),
			state: p.standingWord(p.standing(x, achieved)), table: table, row: row, end: x.DueDate(), done: x.Delivered, endColumn: "until",
		}})
	}
	for n, x := range p.due {
		add(&x.Delivery, "deliverable", "deliverables", n+1, "")
	}
	for n, m := range p.milestones {
		add(&m.Delivery, "milestone", "milestones", n+1, m.Achieved)
	}
	return list
}

// ganttSheet draws the plan over months, from dates that are live references to the registers behind.
func (p *workPlan) ganttSheet() workbook.Sheet {
	rows := p.bars()
	return workbook.Sheet{
		ID: "gantt", Name: p.p.T("report.sheet.gantt"), Title: p.p.T("report.plan.name"), Caption: joined(" · ", p.project.Acronym, p.spanText(), p.p.Date(string(p.today()))),
		Layout: workbook.Register, Freeze: 3, Late: true, Blocks: []workbook.Block{workbook.Table[bar]{
			ID: "gantt", Rows: workbook.Of(rows...), Expected: len(rows), Empty: p.p.T("report.none"), Columns: p.ganttColumns(), Months: p.months(rows),
		}},
	}
}

func (p *workPlan) ganttColumns() []workbook.Column[bar] {
	type column = workbook.Column[bar]
	t := p.p
	date := func(b bar, column string, day data.Date) workbook.Cell {
		if day == "" {
			return workbook.Empty()
		}
		return workbook.DateFormula(workbook.Expression(fmt.Sprintf("INDEX({%s!%s:},%d)", b.table, column, b.row)), day.Time())
	}
	return []column{
		{ID: "number", Header: t.FieldShort("number"), Width: 8, Value: func(b bar) workbook.Cell { return workbook.Text(b.number).LinkTo(b.table) }},
		{ID: "kind", Header: t.T("report.plan.kind"), Width: 15, Value: func(b bar) workbook.Cell { return workbook.Text(b.kind) }},
		{ID: "name", Header: t.Field("title"), Width: 40, Value: func(b bar) workbook.Cell { return workbook.Text(b.name) }},
		{ID: "lead", Header: t.Field("lead"), Width: 16, Value: func(b bar) workbook.Cell { return workbook.Text(b.lead) }},
		{ID: "start", Header: t.Field("start"), Kind: workbook.KindDate, Value: func(b bar) workbook.Cell { return date(b, "start", b.start) }},
		{ID: "end", Header: t.T("report.plan.end_or_due"), Kind: workbook.KindDate, Value: func(b bar) workbook.Cell { return date(b, b.endColumn, b.end) }},
		{ID: "done", Header: t.Field("delivered"), Kind: workbook.KindDate, Value: func(b bar) workbook.Cell { return date(b, "delivered", b.done) }},
		{ID: "state", Header: t.Field("status"), Width: 14, Value: func(b bar) workbook.Cell {
			if b.state == p.standingWord("late") {
				return workbook.Missing(b.state)
			}
			return workbook.Text(b.state)
		}},
	}
}

// months are those of the project, or of what its plan says beyond it.
func (p *workPlan) months(rows []bar) *workbook.Months {
	from, to := p.project.Start, p.project.End
	for _, b := range rows {
		for _, day := range []data.Date{b.start, b.end, b.done} {
			if day == "" {
				continue
			}
			if from == "" || day < from {
				from = day
			}
			if day > to {
				to = day
			}
		}
	}
	if from == "" || to == "" {
		return nil
	}
	return &workbook.Months{From: from.Time(), To: to.Time(), Marks: p.marks()}
}

// marks say what is coloured how. What is done has its word in the column of states, since a milestone can be achieved without a day.
func (p *workPlan) marks() []workbook.Mark {
	t := p.p
	now := excelDay(p.o.Now)
	within := func(id string) workbook.Expression {
		e := workbook.Expression(id)
		return `AND({` + e + `}<>"",{` + e + `}>={month},{` + e + `}<=EOMONTH({month},0))`
	}
	open := workbook.Expression(`{done}="",{state}<>` + quoted(p.standingWord("delivered")))
	bars := func(entity string) workbook.Expression {
		return workbook.Expression(`AND({kind}=` + quoted(t.Entity(entity)) + `,{start}<>"",{end}<>"",{start}<=EOMONTH({month},0),{end}>={month})`)
	}
	return []workbook.Mark{
		{When: workbook.Expression("AND({month}<=" + now + "," + now + "<=EOMONTH({month},0))"), Line: "C93A3A", Label: t.T("report.plan.today")},
		{When: within("done"), Fill: "226B27", Label: t.T("report.plan.delivered")},
		{When: `AND({start}="",` + open + `,{end}<` + workbook.Expression(now) + `,` + within("end") + `)`, Fill: "A11D1D", Label: t.T("report.plan.due_late")},
		{When: `AND({start}="",` + within("end") + `)`, Fill: "E0A526", Label: t.T("report.plan.due")},
		{
			When: `AND({start}="",{end}<>"",{state}<>` + workbook.Expression(quoted(p.standingWord("delivered"))) + `,{month}>{end},{month}<=IF({done}<>"",{done},` + workbook.Expression(now) + `))`,
			Fill: "F3A6A6", Label: t.T("report.plan.overdue"),
		},
		{When: bars("work_package"), Fill: "0E2350", Label: t.Entity("work_package")},
		{When: bars("task"), Fill: "A9C3FF", Label: t.Entity("task")},
	}
}

// excelDay writes a day into a formula.
func excelDay(day time.Time) string {
	return "DATE(" + strconv.Itoa(day.Year()) + "," + strconv.Itoa(int(day.Month())) + "," + strconv.Itoa(day.Day()) + ")"
}
