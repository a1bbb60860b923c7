package reports

import (
	"maps"
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// step is a line of the reckoning from participations to different people.
type step struct {
	label, note string
	n           int
	formula     workbook.Expression
	result      bool // what stands above adds up to it
	hidden      bool
}

// steps lead from participations to different people, each a formula over the other sheets.
func (r *roll) steps() []step {
	t, p := r.turnout, r.p
	line := func(name string, n int, formula workbook.Expression, result bool) step {
		return step{label: p.T("report.step." + name), note: p.T("report.step_note." + name), n: n, formula: formula, result: result} //i18n:prefix report.step. report.step_note.
	}
	if r.public != nil {
		return r.publicSteps(line)
	}
	list := []step{
		line("participations", t.participations, "SUM({people!participations:})", true),
		line("days", t.people-t.participations, "SUM({people!people:})-SUM({people!participations:})", false),
		line("people", t.people, "SUM({people!people:})", true),
		line("unnamed", -t.unnamed, "-SUM({people!unnamed:})", false),
	}
	if beyond := t.beyond(); beyond != 0 {
		list = append(list, line("beyond", beyond, "SUM({people!named:})+SUM({people!unnamed:})-SUM({people!people:})", false))
	}
	return append(list,
		line("named", t.named, "SUM({people!named:})", true),
		line("again", -t.again(), "-SUMPRODUCT({times!events:}-1,{times!people:})", false),
		line("known", t.known, "SUM({times!people:})", true),
		line("counted", t.unnamed, "SUM({people!unnamed:})", false),
		line("most", t.known+t.unnamed, "SUM({times!people:})+SUM({people!unnamed:})", true),
		line("least", max(t.known, t.largest), "MAX(SUM({times!people:}),MAX({people!people:}))", true),
	)
}

// publicSteps show how many came more than once only where they are many: one or two could be recognised.
func (r *roll) publicSteps(line func(string, int, workbook.Expression, bool) step) []step {
	t := r.turnout
	list := []step{line("people", t.people, "", true), line("again", -t.again(), "", false), line("most", t.known+t.unnamed, "", true)}
	for i := range list {
		list[i].hidden = r.hidesAll() || i > 0 && few(t.again())
	}
	return list
}

// overviewSheet says what was counted and how the numbers hang together.
func (r *roll) overviewSheet() (workbook.Sheet, error) {
	p := r.p
	blocks, err := r.letterhead()
	if err != nil {
		return workbook.Sheet{}, err
	}
	blocks = append(blocks, workbook.Banner{Title: p.T("report.attendance.title"), Below: r.project.Acronym})
	blocks = append(blocks, r.draftNotice()...)
	blocks = append(blocks, r.publicNotice()...)
	blocks = append(blocks,
		workbook.Pairs{Pairs: []workbook.Pair{
			{Label: p.Field("project"), Value: workbook.Text(joined(" – ", r.project.Acronym, r.text(&r.project.Name)))},
			{Label: p.Field("grant_number"), Value: workbook.Text(r.project.GrantNumber)},
			{Label: p.Field("period"), Value: workbook.Text(r.spanText())},
			{Label: p.T("report.cover.selection"), Value: workbook.Text(first(r.selection(), p.T("report.define.no_selection")))},
			{Label: p.T("report.events"), Value: workbook.CountOf("people")},
			{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(r.o.Now)},
		}},
		workbook.Heading{Text: p.T("report.attendance.reckoning"), Level: 2},
		workbook.Paragraph{Text: p.T("report.attendance.reckoning_text"), Tone: workbook.Muted}, r.stepsTable(), workbook.Links{Links: r.parts()}, workbook.Gap(10),
		workbook.Paragraph{Text: r.disclaimer(), Tone: workbook.Small})
	return workbook.Sheet{ID: "overview", Name: p.T("report.sheet.overview"), Layout: workbook.Form, Late: true, OnePage: true, Blocks: blocks}, nil
}

// parts lead to the sheets.
func (r *roll) parts() []workbook.Link {
	p := r.p
	links := []workbook.Link{{Text: p.T("report.attendance.by_event"), Sheet: "people"}}
	if r.public == nil || r.public.totals.grouped {
		links = append(links, workbook.Link{Text: p.T("report.attendance.groupings"), Sheet: "different"})
	}
	return append(links,
		workbook.Link{Text: p.T("report.attendance.by_country"), Sheet: "by_country"},
		workbook.Link{Text: p.T("report.attendance.by_group"), Sheet: "by_group"},
		workbook.Link{Text: p.T("report.sheet.definitions"), Sheet: "definitions"})
}

func (r *roll) stepsTable() workbook.Table[step] {
	type column = workbook.Column[step]
	strong := func(s step, c workbook.Cell) workbook.Cell {
		if s.result {
			return c.Strong()
		}
		return c
	}
	return workbook.Table[step]{ID: "steps", Rows: workbook.Of(r.steps()...), Columns: []column{
		{ID: "name", Header: r.p.T("report.attendance.step"), Width: 32, Value: func(s step) workbook.Cell { return strong(s, workbook.Text(s.label)) }},
		{ID: "n", Header: r.p.T("report.count"), Width: 14, Kind: workbook.KindInt, Value: func(s step) workbook.Cell {
			switch {
			case s.hidden:
				return workbook.Text(r.p.T("report.public.mark"))
			case s.formula == "" && r.attended() == nil:
				return workbook.Empty()
			case s.formula == "":
				return strong(s, workbook.Int(s.n))
			}
			return strong(s, whereNumbers("people!people", s.formula, s.n, r.attended() != nil))
		}},
		{ID: "note", Header: r.p.T("report.attendance.step_why"), Width: 54, Value: func(s step) workbook.Cell { return workbook.Text(s.note) }},
	}}
}

// times is how many known people came to so many events.
type times struct{ events, people int }

// differentSheet shows how often the same people came, and the people by partner and period.
func (r *roll) differentSheet() workbook.Sheet {
	p := r.p
	var blocks []workbook.Block
	if r.public == nil {
		blocks = append(blocks, workbook.Paragraph{Text: p.T("report.attendance.times_text")}, r.timesTable())
	}
	blocks = append(blocks, r.groupTable(groupsBy{
		id: "partners", heading: p.T("report.attendance.by_partner"), header: p.Field("organiser"), column: "organiser",
		label: r.organiserLabel, name: r.organiserLabel,
	}), r.groupTable(groupsBy{
		id: "periods", heading: p.T("report.attendance.by_period"), header: p.Field("period"), column: "period",
		label: r.periodLabel, name: r.periodName,
	}))
	if r.public == nil {
		blocks = append(blocks, workbook.Paragraph{Text: p.T("report.attendance.known_note"), Tone: workbook.Muted})
	}
	return workbook.Sheet{
		ID: "different", Name: p.T("report.sheet.different"), Title: p.T("report.attendance.groupings"), Caption: r.publicCaption(),
		Layout: workbook.Stack, Blocks: blocks,
	}
}

func (r *roll) timesTable() workbook.Table[times] {
	var rows []times
	for _, n := range slices.Sorted(maps.Keys(r.turnout.times)) {
		rows = append(rows, times{n, r.turnout.times[n]})
	}
	if len(rows) == 0 {
		rows = []times{{1, 0}}
	}
	type column = workbook.Column[times]
	return workbook.Table[times]{ID: "times", Heading: r.p.T("report.attendance.times"), Rows: workbook.Of(rows...), Columns: []column{
		{ID: "events", Header: r.p.T("report.organisations.events"), Kind: workbook.KindInt, Align: workbook.AlignLeft, Total: workbook.Label(r.p.T("report.total")),
			Value: func(t times) workbook.Cell { return workbook.Int(t.events) }},
		{ID: "people", Header: r.p.T("report.attendance.known"), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(t times) workbook.Cell { return workbook.Int(t.people) }},
		{ID: "named", Header: r.p.T("report.attendance.named"), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(t times) workbook.Cell { return workbook.Formula("{events}*{people}", float64(t.events*t.people)) }},
		{ID: "again", Header: r.p.T("report.attendance.again"), Kind: workbook.KindInt, Total: workbook.Sum(),
			Value: func(t times) workbook.Cell {
				return workbook.Formula("{named}-{people}", float64((t.events-1)*t.people))
			}},
	}}
}

// groupsBy is what events are added by: a column of the register.
type groupsBy struct {
	id, heading, header, column string
	label, name                 func(*occasion) string // in the register, and in the table
}

// grouped are the events of one partner or period.
type grouped struct {
	label, name string
	events      []*occasion
}

// groups are the events by label: periods by the day of their first event, partners by name.
func (r *roll) groups(by groupsBy) []*grouped {
	var groups []*grouped
	for _, o := range r.held {
		label := by.label(o)
		at := slices.IndexFunc(groups, func(g *grouped) bool { return g.label == label })
		if at < 0 {
			at, groups = len(groups), append(groups, &grouped{label: label, name: by.name(o)})
		}
		groups[at].events = append(groups[at].events, o)
	}
	if by.column == "organiser" {
		slices.SortStableFunc(groups, func(a, b *grouped) int { return r.compare(a.name, b.name) })
	}
	return groups
}

// counted tells whether there is a number of participants at any of the events.
func (g *grouped) counted() bool {
	return slices.ContainsFunc(g.events, func(o *occasion) bool { return o.tally.Known })
}

func (g *grouped) sum(of func(*data.Tally) int) int {
	n := 0
	for _, o := range g.events {
		n += of(&o.tally)
	}
	return n
}

// groupTable adds the events by what a column of the register says of them. Who came to events of two partners is known at both, so
// the people who are known are no sum.
func (r *roll) groupTable(by groupsBy) workbook.Table[*grouped] {
	type column = workbook.Column[*grouped]
	columns := []column{
		{ID: "name", Header: by.header, Width: 34, Total: workbook.Label(r.p.T("report.total")), Value: func(g *grouped) workbook.Cell { return workbook.Text(g.name) }},
		{ID: "events", Header: r.p.T("report.events"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(g *grouped) workbook.Cell {
			return workbook.Formula(workbook.Expression("SUMPRODUCT("+by.condition(g)+")"), float64(len(g.events)))
		}},
		r.groupColumn(by, "people", r.p.T("report.people"), func(t *data.Tally) int { return t.Total }),
	}
	if r.public == nil {
		columns = append(columns,
			r.groupColumn(by, "participations", r.p.T("report.attendance.participations"), func(t *data.Tally) int { return t.Participations }),
			r.groupColumn(by, "named", r.p.T("report.attendance.named"), func(t *data.Tally) int { return t.Named }),
			column{ID: "known", Header: r.p.T("report.attendance.known"), Kind: workbook.KindInt, Total: r.knownTotal(),
				Value: func(g *grouped) workbook.Cell {
					if !g.counted() {
						return workbook.Empty()
					}
					return workbook.Int(knownOf(g.events))
				}})
	}
	return workbook.Table[*grouped]{ID: by.id, Heading: by.heading, Rows: workbook.Of(r.groups(by)...), Empty: r.p.T("report.none"), Columns: columns}
}

// condition is 1 for the rows of the register that belong to a group. What users call a partner is only ever referred to.
func (by groupsBy) condition(g *grouped) string {
	label := "{name}"
	if g.name != g.label {
		label = quoted(g.label)
	}
	return "--EXACT({people!" + by.column + ":}," + label + ")"
}

// groupColumn adds a column of the register, live; in public the numbers, since the register lacks what is withheld.
func (r *roll) groupColumn(by groupsBy, id, header string, count func(*data.Tally) int) workbook.Column[*grouped] {
	all := &grouped{events: r.held}
	var total *int
	if all.counted() {
		n := all.sum(count)
		total = &n
	}
	return workbook.Column[*grouped]{ID: id, Header: header, Kind: workbook.KindInt, Total: r.peopleSum(total, false), Value: func(g *grouped) workbook.Cell {
		if !g.counted() {
			return workbook.Empty()
		}
		if r.public != nil {
			return workbook.Int(g.sum(count))
		}
		return workbook.Formula(workbook.Expression("SUMPRODUCT("+by.condition(g)+",{people!"+id+":})"), float64(g.sum(count)))
	}}
}

// knownTotal are the different people of all events, whoever came to several once.
func (r *roll) knownTotal() workbook.Total {
	return workbook.TotalFormula("SUM({times!people:})", func() float64 { return float64(r.turnout.known) })
}
