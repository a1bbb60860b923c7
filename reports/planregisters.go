package reports

import (
	"fmt"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// stagesSheet is the register of work packages and their tasks.
func (p *workPlan) stagesSheet() workbook.Sheet {
	type column = workbook.Column[*stage]
	t := p.p
	return workbook.Sheet{
		ID: "plan", Name: t.T("report.plan.stages"), Title: t.T("report.plan.stages"), Back: p.back(), Layout: workbook.Register,
		Blocks: []workbook.Block{workbook.Table[*stage]{
			ID: "plan", Rows: workbook.Of(p.stages...), Expected: len(p.stages), Empty: t.T("report.none"), Columns: []column{
				{ID: "number", Header: t.FieldShort("number"), Width: 10, Value: func(s *stage) workbook.Cell {
					if s.task == nil {
						return workbook.Text(s.number).Strong()
					}
					return workbook.Text(s.number)
				}},
				{ID: "kind", Header: t.T("report.plan.kind"), Width: 16, Value: func(s *stage) workbook.Cell {
					if s.task == nil {
						return workbook.Text(t.Entity("work_package"))
					}
					return workbook.Text(t.Entity("task"))
				}},
				{ID: "title", Header: t.Field("title"), Width: 70, Value: func(s *stage) workbook.Cell { return workbook.Text(p.text(s.name)) }},
				{ID: "lead", Header: t.Field("lead"), Width: 24, Value: func(s *stage) workbook.Cell { return workbook.Text(p.partner(s.lead)) }},
				{ID: "start", Header: t.Field("start"), Kind: workbook.KindDate, Value: func(s *stage) workbook.Cell { return day(s.start) }},
				{ID: "end", Header: t.Field("end"), Kind: workbook.KindDate, Value: func(s *stage) workbook.Cell { return day(s.end) }},
			},
		}},
	}
}

func (p *workPlan) back() workbook.Link {
	return workbook.Link{Text: "← " + p.p.T("report.sheet.gantt"), Sheet: "gantt"}
}

// deliveryColumns are what deliverables and milestones have in common. "until" is the due date in force, live.
func deliveryColumns[T any](p *workPlan, of func(T) *data.Delivery, standing func(T) string) []workbook.Column[T] {
	type column = workbook.Column[T]
	t := p.p
	text := func(id, header string, width float64, value func(*data.Delivery) string) column {
		return column{ID: id, Header: header, Width: width, Value: func(x T) workbook.Cell { return workbook.Text(value(of(x))) }}
	}
	date := func(id string, value func(*data.Delivery) data.Date) column {
		return column{ID: id, Header: t.Field(id), Kind: workbook.KindDate, Value: func(x T) workbook.Cell { return day(value(of(x))) }}
	}
	return []column{
		text("number", t.FieldShort("number"), 10, func(x *data.Delivery) string { return x.Number }),
		text("title", t.Field("title"), 44, func(x *data.Delivery) string { return p.text(&x.Name) }),
		text("wp", t.FieldShort("work_package"), 8, func(x *data.Delivery) string { return p.numberAndName(x.WorkPackage) }),
		text("type", t.Field("delivery_type"), 14, func(x *data.Delivery) string { return x.Type }),
		text("lead", t.Field("lead"), 20, func(x *data.Delivery) string { return p.partner(x.Lead) }),
		date("due", func(x *data.Delivery) data.Date { return x.Due }),
		date("revised_due", func(x *data.Delivery) data.Date { return x.RevisedDue }),
		{ID: "until", Header: t.T("report.plan.in_force"), Kind: workbook.KindDate, Value: func(x T) workbook.Cell {
			if of(x).DueDate() == "" {
				return workbook.Empty()
			}
			return workbook.DateFormula(`IF({revised_due}<>"",{revised_due},{due})`, of(x).DueDate().Time())
		}},
		date("delivered", func(x *data.Delivery) data.Date { return x.Delivered }),
		date("approved", func(x *data.Delivery) data.Date { return x.Approved }),
		text("status", t.Field("status"), 14, func(x *data.Delivery) string { return p.enum(data.DeliveryStatus, x.Status) }),
		{ID: "standing", Header: t.T("report.plan.standing"), Width: 16, Value: func(x T) workbook.Cell { return p.standingCell(standing(x)) }},
		{ID: "delay", Header: t.Field("delay_reason"), Kind: workbook.KindWrapped, Width: 40, Value: func(x T) workbook.Cell {
			if s := standing(x); of(x).DelayReason.Empty() && (s == "late" || s == "delivered_late") {
				return p.gap()
			}
			return workbook.Text(p.text(&of(x).DelayReason))
		}},
	}
}

func (p *workPlan) deliverablesSheet() workbook.Sheet {
	type column = workbook.Column[*data.Deliverable]
	t := p.p
	columns := deliveryColumns(p, func(x *data.Deliverable) *data.Delivery { return &x.Delivery }, func(x *data.Deliverable) string { return p.standing(&x.Delivery, "") })
	columns = append(columns,
		column{ID: "level", Header: t.Field("dissemination"), Width: 14, Value: func(x *data.Deliverable) workbook.Cell {
			return workbook.Text(p.enum(data.Dissemination, x.Dissemination))
		}},
		column{ID: "version", Header: t.Field("version"), Width: 10, Value: func(x *data.Deliverable) workbook.Cell { return workbook.Text(x.Version) }})
	return workbook.Sheet{
		ID: "deliverables", Name: t.Entities("deliverable"), Title: t.Entities("deliverable"), Back: p.back(), Layout: workbook.Register, Freeze: 1,
		Blocks: []workbook.Block{workbook.Table[*data.Deliverable]{
			ID: "deliverables", Rows: workbook.Of(p.due...), Expected: len(p.due), Empty: t.T("report.none"), Columns: columns,
		}},
	}
}

func (p *workPlan) milestonesSheet() workbook.Sheet {
	type column = workbook.Column[*data.Milestone]
	t := p.p
	columns := deliveryColumns(p, func(x *data.Milestone) *data.Delivery { return &x.Delivery }, func(x *data.Milestone) string { return p.standing(&x.Delivery, x.Achieved) })
	columns = append(columns,
		column{ID: "achieved", Header: t.Field("achieved"), Width: 14, Value: func(x *data.Milestone) workbook.Cell {
			if x.Achieved == "" && x.DueDate() != "" && x.DueDate() < p.today() {
				return p.gap()
			}
			return workbook.Text(p.enum(data.AchievedWords, x.Achieved))
		}},
		column{ID: "estimated", Header: t.Field("estimated"), Kind: workbook.KindDate, Value: func(x *data.Milestone) workbook.Cell { return day(x.Estimated) }})
	return workbook.Sheet{
		ID: "milestones", Name: t.Entities("milestone"), Title: t.Entities("milestone"), Back: p.back(), Layout: workbook.Register, Freeze: 1,
		Blocks: []workbook.Block{workbook.Table[*data.Milestone]{
			ID: "milestones", Rows: workbook.Of(p.milestones...), Expected: len(p.milestones), Empty: t.T("report.none"), Columns: columns,
		}},
	}
}

// risksSheet has the critical risks with their state in each reporting period.
func (p *workPlan) risksSheet() workbook.Sheet {
	type column = workbook.Column[*data.Risk]
	t := p.p
	columns := []column{
		{ID: "number", Header: t.FieldShort("number"), Width: 8, Value: func(r *data.Risk) workbook.Cell { return workbook.Text(r.Number) }},
		{ID: "description", Header: t.Field("description"), Kind: workbook.KindWrapped, Width: roomFor(p.risks, func(r *data.Risk) string { return p.text(&r.Description) }, 50),
			Value: func(r *data.Risk) workbook.Cell { return workbook.Text(p.text(&r.Description)) }},
		{ID: "wp", Header: t.FieldShort("work_package"), Width: 8, Value: func(r *data.Risk) workbook.Cell { return workbook.Text(p.numberAndName(r.WorkPackage)) }},
		{ID: "foreseen", Header: t.Field("foreseen"), Width: 12, Value: func(r *data.Risk) workbook.Cell { return workbook.Text(p.yesOrNo(r.Foreseen)) }},
		{ID: "measure", Header: t.Field("measure"), Kind: workbook.KindWrapped, Width: roomFor(p.risks, func(r *data.Risk) string { return p.text(&r.Measure) }, 44),
			Value: func(r *data.Risk) workbook.Cell { return workbook.Text(p.text(&r.Measure)) }},
	}
	for _, period := range p.periods() {
		number := *period.Number
		cell := func(value func(*data.RiskState) bool) func(*data.Risk) workbook.Cell {
			return func(r *data.Risk) workbook.Cell {
				state := stateOf(r, number)
				switch {
				case state != nil:
					return workbook.Text(p.yesOrNo(value(state)))
				case p.over(period):
					return p.gap()
				}
				return workbook.Empty()
			}
		}
		header := func(field string) string {
			return t.T("report.plan.in_period", "Field", t.Field(field), "Period", t.Number(number))
		}
		columns = append(columns,
			column{ID: fmt.Sprintf("materialised%d", number), Header: header("materialised"), Width: 16, Value: cell(func(s *data.RiskState) bool { return s.Materialised })},
			column{ID: fmt.Sprintf("applied%d", number), Header: header("applied"), Width: 16, Value: cell(func(s *data.RiskState) bool { return s.Applied })})
	}
	return workbook.Sheet{
		ID: "risks", Name: t.Entities("risk"), Title: t.Entities("risk"), Layout: workbook.Register, Freeze: 1,
		Blocks: []workbook.Block{workbook.Table[*data.Risk]{
			ID: "risks", Rows: workbook.Of(p.risks...), Expected: len(p.risks), Empty: t.T("report.none"), Columns: columns,
		}},
	}
}

func (p *workPlan) yesOrNo(b bool) string {
	if b {
		return p.p.T("report.yes")
	}
	return p.p.T("report.no")
}
