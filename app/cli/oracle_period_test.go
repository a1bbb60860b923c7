package cli_test

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// takeawaysBook: what was learned, by country, theme and kind; follow-ups, and languages.
func (o *oracle) takeawaysBook() expected {
	follow := o.followUp()
	follow.headers = slices.Insert(follow.headers, 2, "Late")
	today := o.today()
	for i, k := range o.agreed() {
		late := value{}
		if k.FollowUpDue != "" && k.FollowUpDue < today && k.FollowUpState != "done" && k.FollowUpState != "dropped" {
			late = text("late")
		}
		follow.rows[i] = slices.Insert(follow.rows[i], 2, late)
	}
	languages := foretold{sheet: "Languages", headers: split("Event(s)|Country|Theme|Original in|Original|English|Status (en)")}
	states := map[string]int{}
	for _, k := range o.lessons {
		original, _ := k.Text["original"].(string)
		state := k.Text.state()
		states[state]++
		en, _ := k.Text["en"].(string)
		said, _ := k.Text[original].(string)
		languages.rows = append(languages.rows, []value{
			text(o.numbers(k.Events)), text(strings.Join(o.landsOf(k), ", ")), text(o.own("theme", k.Theme)), anything(), text(said), text(en), text(state),
		})
	}
	e := expected{sheets: split("Cover|Summary|Key learnings|Follow-up|Languages"), least: 5, tables: []foretold{
		o.learnings(), follow, languages,
		counts("Summary", "Country", labels(o.lessons, func(k *rawTakeaway) string { return strings.Join(o.landsOf(k), ", ") })),
		counts("Summary", "Theme", labels(o.lessons, func(k *rawTakeaway) string { return o.own("theme", k.Theme) })),
		counts("Summary", "Kind of key learning", labels(o.lessons, func(k *rawTakeaway) string { return o.word("takeaway_kind", k.Kind) })),
	}, lines: map[string]map[string]value{"Cover": {"Key learnings": integer(len(o.lessons)), "Follow-up": integer(len(o.agreed()))}}}
	if len(o.agreed()) > 0 {
		e.tables = append(e.tables, counts("Follow-up", "Status", labels(o.agreed(), func(k *rawTakeaway) string { return o.word("follow_up_status", k.FollowUpState) })))
	}
	if len(o.lessons) > 0 {
		row := []value{text("English")}
		for _, s := range split("Original|Up to date|Stale|Missing") {
			row = append(row, integer(states[s]))
		}
		e.tables = append(e.tables, foretold{sheet: "Languages", headers: split("Language|Original|Up to date|Stale|Missing"), rows: [][]value{row}})
	}
	return e
}

// state is how far a text is in English.
func (t rawText) state() string {
	stale, _ := t["stale"].(map[string]any)
	switch _, old := stale["en"]; {
	case t["en"] == nil || t["en"] == "":
		return "Missing"
	case t["original"] == "en":
		return "Original"
	case old:
		return "Stale"
	}
	return "Up to date"
}

// communicationBook: the Portal's table, and what its final report would refuse.
func (o *oracle) communicationBook() expected {
	f := foretold{sheet: "Communication", headers: split("Title|Description|Audience|Channel|Country|Date|Reached|Outcome|Status|Link|Emblem|Came from|Reported")}
	refused := foretold{sheet: "Would be refused", headers: split("Communication activity|Field|What was found")}
	reached, delivered := 0, 0
	refuse := func(c *rawCommunication, field string) {
		name := ""
		if c != nil {
			name = c.Name.en()
		}
		refused.rows = append(refused.rows, []value{text(name), text(field), anything()})
	}
	for _, c := range o.communications {
		if c.Reached != nil {
			reached += *c.Reached
		}
		if c.Status == "delivered" {
			delivered++
		}
	}
	if delivered == 0 {
		refuse(nil, "Status")
	}
	for _, c := range o.communications {
		done := c.Status == "delivered"
		lacking := func(field string, v value, empty bool) value {
			if done && empty {
				refuse(c, field)
				return o.gap()
			}
			return v
		}
		if c.Status == "ongoing" || c.Status == "postponed" {
			refuse(c, "Status")
		}
		emblem := "not checked"
		if c.EmblemChecked {
			emblem = "checked"
		} else if done {
			refuse(c, "Emblem and disclaimer checked")
		}
		f.rows = append(f.rows, []value{
			text(c.Name.en()), text(c.Description.en()), lacking("Audience", text(c.Audience.en()), c.Audience.en() == ""), text(o.word("communication_channel", c.Channel)),
			text(o.countryName(c.Country)), lacking("Date", day(c.Date), c.Date == ""), maybe(c.Reached), lacking("Outcome", text(c.Outcome.en()), c.Outcome.en() == ""),
			text(o.word("communication_status", c.Status)), text(c.Link), text(emblem), text(o.cameFrom(c)), maybe(c.ReportedPeriod),
		})
	}
	f.summed(append(o.blank(6), integer(reached), value{}, value{}, value{}, value{}, value{}, value{}))
	if len(refused.rows) == 0 {
		refused.rows = [][]value{{anything(), {}, {}}}
	}
	e := expected{sheets: split("Cover|Communication|Would be refused"), least: 3, tables: []foretold{f, refused}, lines: map[string]map[string]value{"Cover": {
		"Delivered": integer(delivered), "Communication activities": integer(len(o.communications)), "Would be refused": integer(refusals(refused)),
	}}}
	if len(o.communications) > 0 {
		e.tables = append(e.tables,
			counts("Communication", "Status", labels(o.communications, func(c *rawCommunication) string { return o.word("communication_status", c.Status) })),
			counts("Communication", "Channel", labels(o.communications, func(c *rawCommunication) string { return o.word("communication_channel", c.Channel) })))
	}
	return e
}

// refusals are the rows but that which says that there are none.
func refusals(f foretold) int {
	return len(slices.DeleteFunc(slices.Clone(f.rows), func(row []value) bool { return row[0].kind == "anything" }))
}

func (o *oracle) cameFrom(c *rawCommunication) string {
	from := o.numbers([]string{c.Event})
	for _, b := range o.bulletins {
		if b.ID == c.Bulletin && b.Number != nil {
			return glued(", ", from, fmt.Sprint("Newsletter ", *b.Number))
		}
	}
	return from
}

// planBook: work packages, tasks, deliverables, milestones and risks.
func (o *oracle) planBook() expected {
	stages := foretold{sheet: "Work packages and tasks", headers: split("No.|Kind|Title|Lead partner|Start|End")}
	for kind, list := range map[string]map[string]rawNumbered{"Work package": o.packages, "Task": o.tasks} {
		for _, n := range list {
			if o.leads(n) && o.overlaps(n.Start, n.End) {
				stages.rows = append(stages.rows, []value{text(n.Number), text(kind), text(n.Name.en()), text(o.partners[n.Lead].title()), day(n.Start), day(n.End)})
			}
		}
	}
	const common = "No.|Title|WP|Type|Lead partner|Due date|Revised due date|Due date in force|Delivered on|Approved on|Status|On time|Reason for the delay"
	due := foretold{sheet: "Deliverables", headers: split(common + "|Dissemination level|Version")}
	late := 0
	for _, n := range o.deliverables {
		if o.leads(n) && (o.inDays(n.due()) || n.Delivered != "" && o.inDays(n.Delivered)) {
			due.rows = append(due.rows, append(o.delivery(n), text(o.word("dissemination", n.Dissemination)), text(n.Version)))
			if o.standing(n) == "late" {
				late++
			}
		}
	}
	reached := foretold{sheet: "Milestones", headers: split(common + "|Achieved|Estimated date")}
	for _, n := range o.milestones {
		if o.leads(n) && (o.inDays(n.due()) || n.Delivered != "" && o.inDays(n.Delivered)) {
			achieved := text(o.word("achieved", n.Achieved))
			if n.Achieved == "" && n.due() != "" && n.due() < o.today() {
				achieved = text("to complete")
			}
			reached.rows = append(reached.rows, append(o.delivery(n), achieved, day(n.Estimated)))
		}
	}
	risks := o.criticalRisks()
	return expected{
		sheets: split("Cover|Gantt chart|Work packages and tasks|Deliverables|Milestones|Critical risks"), tables: []foretold{stages, due, reached, risks},
		lines: map[string]map[string]value{"Cover": {
			"Late deliverables": integer(late), "Work packages and tasks": integer(len(stages.rows)), "Deliverables": integer(len(due.rows)),
			"Milestones": integer(len(reached.rows)), "Critical risks": integer(len(risks.rows)),
		}}, least: 5, more: func(b *xlsx) { o.checkGantt(b, len(stages.rows)+len(due.rows)+len(reached.rows)) },
	}
}

func (o *oracle) leads(n rawNumbered) bool { return o.partner == "" || o.isPartner(n.Lead) }

// inDays: what has no day belongs everywhere in a draft.
func (o *oracle) inDays(day string) bool { return o.inTime(day) }

func (o *oracle) overlaps(from, to string) bool {
	for _, p := range o.project.Periods {
		if p.Number == o.period {
			return !(to != "" && to < p.From || from != "" && from > p.To)
		}
	}
	return true
}

// standing is where a delivery stands today.
func (o *oracle) standing(n rawNumbered) string {
	switch {
	case n.Delivered != "" && n.due() != "" && n.Delivered > n.due():
		return "delivered late"
	case n.Delivered != "", n.Achieved == "yes", n.Status == "submitted", n.Status == "approved":
		return "delivered"
	case n.due() != "" && n.due() < o.today():
		return "late"
	}
	return "to come"
}

func (o *oracle) delivery(n rawNumbered) []value {
	why, standing := text(n.DelayReason.en()), o.standing(n)
	if n.DelayReason.en() == "" && (standing == "late" || standing == "delivered late") {
		why = text("to complete")
	}
	return []value{
		text(n.Number), text(n.Name.en()), text(o.packages[n.WorkPackage].Number), text(n.Type), text(o.partners[n.Lead].title()), day(n.Due), day(n.RevisedDue), day(n.due()),
		day(n.Delivered), day(n.Approved), text(o.word("delivery_status", n.Status)), text(standing), why,
	}
}

func (o *oracle) criticalRisks() foretold {
	f := foretold{sheet: "Critical risks", headers: split("No.|Description|WP|Foreseen|Mitigation measure")}
	yes := map[bool]string{true: "yes", false: "no"}
	for _, p := range o.project.Periods {
		if o.period == 0 || o.period == p.Number {
			f.headers = append(f.headers, fmt.Sprintf("Materialised, period %d", p.Number), fmt.Sprintf("Measure applied, period %d", p.Number))
		}
	}
	for _, n := range o.risks {
		if o.partner != "" {
			continue
		}
		row := []value{text(n.Number), text(n.Description.en()), text(o.packages[n.WorkPackage].Number), text(yes[n.Foreseen]), text(n.Measure.en())}
		for _, p := range o.project.Periods {
			if o.period != 0 && o.period != p.Number {
				continue
			}
			cells := []value{{}, {}}
			if p.To < o.today() {
				cells = []value{text("to complete"), text("to complete")}
			}
			for _, s := range n.States {
				if s.Period != nil && *s.Period == p.Number {
					cells = []value{text(yes[s.Materialised]), text(yes[s.Applied])}
				}
			}
			row = append(row, cells...)
		}
		f.rows = append(f.rows, row)
	}
	return f
}

// checkMonths wants the first of one month after the other above the bars.
func (o *oracle) checkMonths(cells []*xlsxCell) {
	o.t.Helper()
	before := time.Time{}
	for _, c := range cells {
		n, _ := c.number()
		c.seen = true
		first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n))
		if first.Day() != 1 || !before.IsZero() && first != before.AddDate(0, 1, 0) {
			o.t.Errorf("%s: %s after %s", c.at, first.Format(time.DateOnly), before.Format(time.DateOnly))
		}
		before = first
	}
}

// checkGantt wants a row of the chart for every part, with the days of its register: its dates are formulas that lead there.
func (o *oracle) checkGantt(b *xlsx, parts int) {
	o.t.Helper()
	s, rows := b.sheet("Gantt chart"), 0
	all := map[string]rawNumbered{}
	for _, list := range []map[string]rawNumbered{o.packages, o.tasks, o.deliverables, o.milestones} {
		for _, n := range list {
			all[n.called()] = n
		}
	}
	o.checkMonths(s.rows[3][8:])
	for i := range s.rows {
		said := func(column int) string {
			if c := s.cell(i, column); c != nil {
				return c.text
			}
			return ""
		}
		n, known := all[glued(" ", said(0), said(2))]
		if !known {
			continue
		}
		rows++
		end, delivered := n.End, value{}
		if n.due() != "" {
			end = n.due()
		}
		if n.Delivered != "" {
			delivered = day(n.Delivered)
		}
		for column, want := range map[int]value{4: day(n.Start), 5: day(end), 6: delivered} {
			if off := b.off(s.cell(i, column), want); off != "" {
				o.t.Errorf("Gantt chart, %s, column %d: %s", n.called(), column+1, off)
			}
		}
	}
	if rows != parts {
		o.t.Errorf("the Gantt chart has %d rows of %d", rows, parts)
	}
}
