package reports

import (
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// reached is an indicator with what it has reached in this workbook.
type reached struct {
	*data.Indicator
	target *data.Decimal
	actual *data.Decimal
	// live is the formula behind the actual; empty where no cell of the workbook gives it.
	live workbook.Expression
}

func (d *dossier) reachedIndicators() []reached {
	events, groups := d.countedEvents(), d.groupOfOrganisation()
	list := make([]reached, 0, len(d.indicators))
	for _, i := range d.indicators {
		r := reached{Indicator: i, target: d.targetOf(i)}
		if periods, ok := d.countable(i); ok {
			r.actual = i.Actual(events, periods, groups)
		}
		if r.actual != nil {
			r.live = d.live(i)
		}
		list = append(list, r)
	}
	return list
}

// countable tells whether an indicator can be counted in the choice, and for values entered by hand of which periods: they are
// the whole project's.
func (d *dossier) countable(i *data.Indicator) (periods []int, ok bool) {
	periods, all := d.choice.periods(d.project)
	return periods, i.Count != "by_hand" || !d.choice.narrowed() && (all || len(periods) > 0)
}

func (d *dossier) countedEvents() []data.Counted {
	events := make([]data.Counted, 0, len(d.held))
	for _, o := range d.held {
		events = append(events, data.Counted{Event: o.Event, Tally: o.tally})
	}
	return events
}

func (d *dossier) groupOfOrganisation() data.GroupOf {
	groups := make(map[string]string, len(d.organisations))
	for _, i := range d.organisations {
		groups[i.id] = i.group
	}
	return func(id string) string { return groups[id] }
}

// targetOf is the target in all, or the partner's share where the choice is of one partner.
func (d *dossier) targetOf(i *data.Indicator) *data.Decimal {
	if d.choice.partner == nil {
		return i.Target
	}
	for j := range i.Targets {
		if i.Targets[j].Partner == d.choice.partner.ID {
			return i.Targets[j].Target
		}
	}
	return nil
}

// registerNames are names for columns of registers, for sheets that are written before it.
func registerNames() []workbook.Name {
	return []workbook.Name{
		{Name: "events_people", Refers: "{events!people:}"},
		{Name: "events_type", Refers: "{events!type:}"},
		{Name: "events_country", Refers: "{events!country:}"},
		{Name: "organisations_name", Refers: "{organisations!name:}"},
	}
}

// live says how an indicator follows from the register of events, so that it changes with it. Distinct people and
// stakeholder groups stand in no cell: they are numbers.
func (d *dossier) live(i *data.Indicator) workbook.Expression {
	if i.Group != "" || len(d.held) == 0 {
		return ""
	}
	conditions, ok := d.conditions(i)
	if !ok {
		return ""
	}
	formula := ""
	switch {
	case i.Count == "events_held" && len(conditions) == 0:
		formula = "ROWS(events_people)"
	case i.Count == "events_held":
		formula = "SUMPRODUCT(1*" + strings.Join(conditions, "*") + ")"
	case i.Count == "participations" && len(conditions) == 0:
		formula = "SUM(events_people)"
	case i.Count == "participations":
		formula = "SUMPRODUCT(1*" + strings.Join(conditions, "*") + ",events_people)"
	case i.Count == "organisations" && len(conditions) == 0 && len(d.organisations) > 0:
		formula = "ROWS(organisations_name)"
	default:
		return ""
	}
	if i.Count == "participations" {
		// Who came on several days took part on each: what that adds is not in the register.
		if extra := d.extraDays(i); extra != 0 {
			formula += "+" + strconv.Itoa(extra)
		}
	}
	if i.Baseline != nil {
		formula += "+(" + i.Baseline.String() + ")"
	}
	return workbook.Expression(formula)
}

// conditions compare the register's columns with the indicator's filter. Only words of ours may stand in a formula.
func (d *dossier) conditions(i *data.Indicator) (list []string, ok bool) {
	if i.Type != "" {
		label, shipped := d.word("event_type", i.Type)
		if !shipped {
			return nil, false
		}
		list = append(list, "EXACT(events_type,"+quoted(label)+")")
	}
	if i.Country != "" {
		if !data.KnownCountry(i.Country) {
			return nil, false
		}
		list = append(list, "EXACT(events_country,"+quoted(d.country(i.Country))+")")
	}
	return list, true
}

// quoted is a text in a formula.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func (d *dossier) extraDays(i *data.Indicator) int {
	n := 0
	for _, o := range d.held {
		if (i.Type == "" || i.Type == o.Type) && (i.Country == "" || i.Country == o.Country) {
			n += o.tally.Participations - o.tally.Total
		}
	}
	return n
}

// share is the part of the target that is reached.
func (r reached) share() (float64, bool) {
	if r.actual == nil || r.target == nil || *r.target == 0 {
		return 0, false
	}
	return r.actual.Float64() / r.target.Float64(), true
}

func (d *dossier) indicatorsSheet() workbook.Sheet {
	list := d.reachedIndicators()
	blocks := []workbook.Block{workbook.Table[reached]{
		ID: "indicators", Rows: workbook.Of(list...), Expected: len(list), Empty: d.p.T("report.none"), Columns: d.indicatorColumns(list),
	}}
	for _, r := range list {
		if _, ok := r.share(); ok {
			blocks = append(blocks, workbook.Chart{
				Kind: workbook.BarChart, Title: d.p.T("report.indicators.chart"), Table: "indicators", Category: "code", Series: []string{"share"}, Percent: true,
			})
			break
		}
	}
	return workbook.Sheet{
		ID: "indicators", Name: d.p.T("report.sheet.indicators"), Title: d.p.T("report.sheet.indicators"), Caption: d.p.T("report.indicators.caption"),
		Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}

func (d *dossier) indicatorColumns(list []reached) []workbook.Column[reached] {
	type column = workbook.Column[reached]
	number := numberKind(list)
	return []column{
		{ID: "code", Header: d.p.Field("code"), Width: 12, Value: func(r reached) workbook.Cell { return workbook.Text(r.Code) }},
		{ID: "name", Header: d.p.Entity("indicator"), Width: 48, Value: func(r reached) workbook.Cell { return workbook.Text(d.text(&r.Name)) }},
		{ID: "unit", Header: d.p.Field("unit"), Width: 16, Value: func(r reached) workbook.Cell { return workbook.Text(d.text(&r.Unit)) }},
		{ID: "count", Header: d.p.Field("indicator_count"), Width: 30, Value: func(r reached) workbook.Cell { return workbook.Text(d.howCounted(r.Indicator)) }},
		{ID: "baseline", Header: d.p.Field("baseline"), Kind: number, Value: func(r reached) workbook.Cell { return decimal(r.Baseline) }},
		{ID: "target", Header: d.p.Field("target"), Kind: number, Value: func(r reached) workbook.Cell { return decimal(r.target) }},
		{ID: "actual", Header: d.p.T("report.indicators.actual"), Kind: number, Value: func(r reached) workbook.Cell {
			if r.live == "" {
				return decimal(r.actual).Strong()
			}
			return workbook.Formula(r.live, r.actual.Float64()).Strong()
		}},
		{ID: "share", Header: d.p.T("report.indicators.share"), Kind: workbook.KindPercent, Bar: true, Width: 24, Value: func(r reached) workbook.Cell {
			share, ok := r.share()
			if !ok {
				return workbook.Empty()
			}
			return workbook.Formula("{actual}/{target}", share)
		}},
	}
}

// numberKind has decimals only where some number has them.
func numberKind(list []reached) workbook.Kind {
	for _, r := range list {
		for _, n := range []*data.Decimal{r.Baseline, r.target, r.actual} {
			if n != nil && *n%data.DecimalOf(1) != 0 {
				return workbook.KindDecimal
			}
		}
	}
	return workbook.KindInt
}

// howCounted is what an indicator counts, with its filter: "Participations (Round table, Italy)".
func (d *dossier) howCounted(i *data.Indicator) string {
	kind, _ := d.word("event_type", i.Type)
	filter := joined(", ", kind, d.enum(data.Group, i.Group), d.country(i.Country))
	if filter != "" {
		filter = "(" + filter + ")"
	}
	return joined(" ", d.enum(data.IndicatorCount, i.Count), filter)
}

func decimal(n *data.Decimal) workbook.Cell {
	if n == nil {
		return workbook.Empty()
	}
	return workbook.Number(n.Float64())
}
