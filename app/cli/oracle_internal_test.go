package cli_test

import (
	"strconv"
	"time"
)

// today is the day on which a report is written.
func (o *oracle) today() string { return time.Now().Format(time.DateOnly) }

func (x rawOrganisation) called() string {
	if x.LatinName != "" && x.LatinName != x.Name {
		return x.Name + " (" + x.LatinName + ")"
	}
	return x.Name
}

// quarter of the stakeholder grid: 4 and 5 are high.
func (x rawOrganisation) quarter() string {
	if x.Power == nil || x.Interest == nil {
		return ""
	}
	return map[[2]bool]string{{true, true}: "Manage closely", {true, false}: "Keep satisfied", {false, true}: "Keep informed", {false, false}: "Monitor"}[[2]bool{*x.Power >= 4, *x.Interest >= 4}]
}

// stakeholdersBook: organisations that are not in the trash.
func (o *oracle) stakeholdersBook() expected {
	register := foretold{sheet: "Organisations", headers: split("Group|Country|Level|Organisation|Sector|Region|Place|Engagement|Wanted engagement|Power|Interest|Quarter")}
	placed := foretold{sheet: "By quarter", headers: split("Quarter|Organisation|Power|Interest|Engagement|Wanted engagement|Group|Country")}
	var list []rawOrganisation
	sums := map[string]int{}
	for _, x := range o.organisations {
		if o.gone[x.ID] || o.country != "" && x.Country != o.country {
			continue
		}
		list = append(list, x)
		quarter := x.quarter()
		register.rows = append(register.rows, []value{
			text(o.word("group", x.Group)), text(o.countryName(x.Country)), text(o.word("level", x.Level)), text(x.called()), text(o.word("sector", x.Sector)), text(x.Region), text(x.Place),
			text(o.word("engagement_level", x.Engagement)), text(o.word("engagement_level", x.WantedEngagement)), maybe(x.Power), maybe(x.Interest), text(quarter),
		})
		sums[quarter]++
		if quarter != "" {
			placed.rows = append(placed.rows, []value{
				text(quarter), text(x.called()), maybe(x.Power), maybe(x.Interest), text(o.word("engagement_level", x.Engagement)), text(o.word("engagement_level", x.WantedEngagement)),
				text(o.word("group", x.Group)), text(o.countryName(x.Country)),
			})
		}
	}
	grid := foretold{sheet: "Power and interest", headers: split("Quarter|Power|Interest|Organisations"), ordered: true}
	for _, q := range [][3]string{{"Manage closely", "4–5", "4–5"}, {"Keep satisfied", "4–5", "1–3"}, {"Keep informed", "1–3", "4–5"}, {"Monitor", "1–3", "1–3"}, {"", "", ""}} {
		label := q[0]
		if label == "" {
			label = "Not placed yet"
		}
		grid.rows = append(grid.rows, []value{text(label), text(q[1]), text(q[2]), integer(sums[q[0]])})
	}
	grid.total = []value{text("Total"), {}, {}, integer(len(list))}
	e := expected{
		sheets: split("Cover|Power and interest|By quarter|Organisations"), tables: []foretold{register, placed, grid}, least: 7,
		lines: map[string]map[string]value{"Cover": {"By quarter": integer(len(placed.rows)), "Organisations": integer(len(list))}},
		more:  func(b *xlsx) { b.noFigures("Power and interest", 13) }, // the chart's lines through the middle
	}
	if len(list) > 0 {
		e.tables = append(e.tables,
			counts("Organisations", "Group", labels(list, func(x rawOrganisation) string { return o.word("group", x.Group) })),
			counts("Organisations", "Country", labels(list, func(x rawOrganisation) string { return o.countryName(x.Country) })),
			counts("Organisations", "Level", labels(list, func(x rawOrganisation) string { return o.word("level", x.Level) })),
			counts("Organisations", "Engagement", labels(list, func(x rawOrganisation) string { return o.word("engagement_level", x.Engagement) })))
	}
	return e
}

// noFigures says that the numbers of a sheet below a row are no figures.
func (b *xlsx) noFigures(sheet string, below int) {
	for i, row := range b.sheet(sheet).rows {
		for _, c := range row {
			if c != nil && i >= below {
				c.seen = true
			}
		}
	}
}

// logBook: the exchanges, what was to come next, and how often each organisation was in touch.
func (o *oracle) logBook() expected {
	log := foretold{sheet: "Exchanges", headers: split("Date|Organisation|Channel|Direction|Due date|Next step by")}
	next := foretold{sheet: "Next steps", headers: split("Due date|Day passed|Next step by|Organisation|Agreed on")}
	months := map[[2]string]int{}
	var channels, directions, who []string
	for _, x := range o.engagements {
		id := x.Organisation
		if id == "" {
			id = o.contacts[x.Contact].Organisation
		}
		organisation := o.organisations[id] // in the trash too: an exchange took place
		if !o.inTime(x.Date) || o.country != "" && organisation.Country != o.country {
			continue
		}
		channel, direction, by := o.word("channel", x.Channel), o.word("direction", x.Direction), o.partners[x.NextOwner].title()
		log.rows = append(log.rows, []value{day(x.Date), text(organisation.Name), text(channel), text(direction), day(x.Due), text(by)})
		channels, directions, who = append(channels, channel), append(directions, direction), append(who, organisation.Name)
		month := ""
		if x.Date != "" {
			month = x.Date[:7] + "-01"
		}
		months[[2]string{organisation.Name, month}]++
		if x.NextStep+x.NextOwner+x.Due != "" {
			past := value{}
			if x.Due != "" && x.Due < o.today() {
				past = text("done?")
			}
			next.rows = append(next.rows, []value{day(x.Due), past, text(by), text(organisation.Name), day(x.Date)})
		}
	}
	monthly := foretold{sheet: "By organisation and month", headers: split("Organisation|Month from|Exchanges")}
	for k, n := range months {
		name := k[0]
		if name == "" {
			name = "Not stated"
		}
		monthly.rows = append(monthly.rows, []value{text(name), day(k[1]), integer(n)})
	}
	monthly.summed([]value{text("Total"), {}, integer(len(log.rows))})
	e := expected{
		sheets: split("Cover|Exchanges|Next steps|By organisation and month"), tables: []foretold{log, next, monthly}, least: 3,
		lines: map[string]map[string]value{"Cover": {"Exchanges": integer(len(log.rows)), "Next steps": integer(len(next.rows))}},
	}
	if len(log.rows) > 0 {
		e.tables = append(e.tables, counts("Exchanges", "Channel", channels), counts("Exchanges", "Direction", directions), counts("Exchanges", "Organisation", who))
	}
	return e
}

// collectionBook: what partners were asked for, and how far it is.
func (o *oracle) collectionBook() expected {
	standings := foretold{sheet: "Collection", headers: split("Partner|Reporting period|State|Asked on|Due date|Reminded|Received on|Checked on|Open queries|Points to settle")}
	reminded, open, missing := 0, 0, 0
	for _, p := range o.project.Periods {
		if o.period != 0 && p.Number != o.period || o.period == 0 && p.From > o.today() {
			continue
		}
		found := o.findings(p.Number)
		for _, partner := range o.partners {
			if o.partner != "" && partner.Code != o.partner {
				continue
			}
			row, ok := o.standingOf(partner, p.Number)
			if !ok {
				continue
			}
			row = append(row, integer(found.by[partner.ID]))
			standings.rows = append(standings.rows, row)
			reminded, open, missing = reminded+int(row[5].n), open+int(row[8].n), missing+found.by[partner.ID]
		}
	}
	standings.total = []value{text("Total"), {}, {}, {}, {}, integer(reminded), {}, {}, integer(open), integer(missing)}
	standings.summed(standings.total)
	queries := foretold{sheet: "Queries", headers: split("Partner|Reporting period|Event|Question|Asked on|Due date|Answer|Answered on")}
	for _, q := range o.queries {
		if o.partner != "" && !o.isPartner(q.Partner) || o.period != 0 && (q.Period == nil || *q.Period != o.period) {
			continue
		}
		queries.rows = append(queries.rows, []value{
			text(o.partners[q.Partner].title()), maybe(q.Period), text(o.numbers([]string{q.Event})), text(q.Question), day(q.Asked), day(q.Due), text(q.Answer), day(q.Answered),
		})
	}
	return expected{sheets: split("Collection|Queries"), tables: []foretold{standings, queries}, least: 3}
}

// standingOf is a partner's row for a period up to its open queries; who is associated and was not asked has none.
func (o *oracle) standingOf(partner rawPartner, period int) ([]value, bool) {
	var asked *rawCollection
	for i := range o.collections {
		if c := &o.collections[i]; c.Partner == partner.ID && c.Period != nil && *c.Period == period && (asked == nil || c.ID > asked.ID) {
			asked = c
		}
	}
	open := 0
	for _, q := range o.queries {
		if q.Partner == partner.ID && q.Period != nil && *q.Period == period && q.Answered == "" {
			open++
		}
	}
	row := []value{text(partner.title()), integer(period)}
	if asked == nil {
		return append(row, text("not asked"), value{}, value{}, value{}, value{}, value{}, integer(open)), partner.Role != "associated_partner"
	}
	late := asked.Due != "" && asked.Due < o.today()
	state := "asked"
	switch {
	case asked.Checked != "" && open == 0:
		state = "checked"
	case asked.Received != "" && open > 0:
		state = "queried"
	case asked.Received != "":
		state = "received"
	case asked.Asked == "":
		state = "not asked"
	case late:
		state = "late"
	case len(asked.Reminders) > 0:
		state = "reminded"
	}
	return append(row, text(state), day(asked.Asked), day(asked.Due), integer(len(asked.Reminders)), day(asked.Received), day(asked.Checked), integer(open)), true
}

// found are the findings of a period as the check file lists them.
type found struct {
	severities map[string]int
	remedies   map[string]int
	by         map[string]int // about events, by their organising partner
}

// findings reads them off the check file: what it counts must be what it lists.
func (o *oracle) findings(period int) found {
	o.t.Helper()
	file, ok := o.desk.written("readiness", ".xlsx", asked{period: period}.args()...)
	if !ok {
		o.t.Fatal("the check file was refused")
	}
	return o.listed1(readBook(o.t, file))
}

func (o *oracle) listed1(b *xlsx) found {
	f := found{severities: map[string]int{}, remedies: map[string]int{}, by: map[string]int{}}
	t := b.table("To do", split("Severity|Kind of record|Which one|Field|What was found|What to do"))
	if t == nil {
		o.t.Fatal("the check file has no list")
	}
	for row := t.first; row < t.after; row++ {
		cell := func(i int) string {
			if c := t.sheet.cell(row, t.columns[i]); c != nil {
				return c.text
			}
			return ""
		}
		if cell(5) == "" {
			continue // it says that there is nothing
		}
		f.severities[cell(0)]++
		f.remedies[cell(5)]++
		for _, e := range o.events {
			if cell(1) == "Event" && glued(" ", e.Number, unmarked(e.Name)) == cell(2) && e.Organiser != "" {
				f.by[e.Organiser]++
				break
			}
		}
	}
	return f
}

// readinessBook: what is counted is what is listed, and what the oracle knows of events is there as often as it happens.
func (o *oracle) readinessBook() expected {
	f := foretold{sheet: "Overview", headers: split("Severity|Number"), ordered: true}
	listed := o.findings(o.period)
	all := 0
	for _, s := range split("Error|Warning|Notice") {
		f.rows = append(f.rows, []value{text(s), integer(listed.severities[s])})
		all += listed.severities[s]
	}
	f.total = []value{text("Total"), integer(all)}
	want := map[string]int{}
	for _, e := range o.coming {
		if e.Start == "" {
			want["Enter the day; without it the event belongs to no period."]++
		}
	}
	for _, h := range o.held {
		note := func(remedy string, lacks bool) {
			if lacks {
				want[remedy]++
			}
		}
		note("Enter the day; without it the event belongs to no period.", h.Start == "")
		note("Mark who came, or enter a head count.", !h.known)
		note("Choose the partner.", h.Organiser == "")
		note("Choose the country.", h.Country == "")
		for _, off := range h.off {
			switch off {
			case "more named than counted":
				note("Correct the head count, or who came.", true)
			case "counted twice":
				note("Keep one of them.", true)
			default:
				note("Correct the head count or its parts.", true)
			}
		}
	}
	for _, remedy := range []string{
		"Enter the day; without it the event belongs to no period.", "Mark who came, or enter a head count.", "Choose the partner.", "Choose the country.",
		"Correct the head count, or who came.", "Keep one of them.", "Correct the head count or its parts.",
	} {
		if listed.remedies[remedy] != want[remedy] {
			o.t.Errorf("check file: %q stands there %d times, want %d", remedy, listed.remedies[remedy], want[remedy])
		}
	}
	result := strconv.Itoa(all) + " points to settle"
	switch all {
	case 0:
		result = "Nothing is missing"
	case 1:
		result = "1 point to settle"
	}
	return expected{sheets: split("Overview|To do"), tables: []foretold{f}, lines: map[string]map[string]value{"Overview": {"Result": text(result)}}, least: 4}
}
