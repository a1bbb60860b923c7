package reports

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/docx"
)

// summary is a page for those who read no further: the figures in sentences, and by country.
func (c *chapters) summary() {
	d, p := c.d, c.d.p
	c.heading(1, p.T("report.text.summary"))
	c.add(docx.Paragraph{Runs: docx.Text(strings.Join(d.sentences(), " ")), Style: docx.Lead})
	lands := d.summaryLands()
	if len(lands) == 0 {
		return
	}
	table := docx.Table{Caption: p.T("report.summary.country"), Total: true, Columns: []docx.Column{
		{Header: p.Field("country"), Width: 26}, {Header: p.T("report.events"), Width: 14, Right: true}, {Header: p.T("report.people"), Width: 15, Right: true},
		{Header: p.T("report.women"), Width: 13, Right: true}, {Header: p.T("report.men"), Width: 13, Right: true}, {Header: p.T("report.sheet.learnings"), Width: 19, Right: true},
	}}
	events := 0
	for _, l := range lands {
		events += l.events
		table.Rows = append(table.Rows, []docx.Cell{
			docx.Text(first(l.name, p.T("report.not_stated"))), d.figure(l.events, true), d.figure(l.people, l.counted),
			d.figure(l.genders["female"], l.known["female"]), d.figure(l.genders["male"], l.known["male"]), d.figure(l.lessons, true),
		})
	}
	table.Rows = append(table.Rows, []docx.Cell{
		docx.Text(p.T("report.total")), d.figure(events, true), d.all(d.attended()), d.all(d.wordSum("gender", "female")), d.all(d.wordSum("gender", "male")), d.figure(len(d.lessons), true),
	})
	c.add(table, docx.Paragraph{Runs: docx.Text(p.T("report.summary.note")), Style: docx.Statement})
}

// sentences say the figures of the summary; each is one that the tables have too.
func (d *dossier) sentences() []string {
	p := d.p
	if len(d.held) == 0 {
		return []string{p.T("report.text.no_events")}
	}
	list := []string{p.N("report.text.events", len(d.held), "Countries", first(strings.Join(d.eventCountries(), ", "), p.T("report.not_stated")))}
	uncounted := 0
	for _, o := range d.held {
		if !o.tally.Known {
			uncounted++
		}
	}
	if uncounted < len(d.held) {
		list = append(list, p.N("report.text.people", d.participants(), "Parts", strings.Join(d.genderParts(), ", ")))
	}
	if uncounted > 0 {
		list = append(list, p.N("report.text.uncounted", uncounted))
	}
	origins := 0
	for _, line := range d.originTotals() {
		if line.known && line.n > 0 {
			origins++
		}
	}
	reached, aimed := d.reachedTargets()
	for _, s := range []struct {
		id string
		n  int
	}{{"report.text.origins", origins}, {"report.text.organisations", len(d.organisations)}, {"report.text.learnings", len(d.lessons)}, {"report.text.follow_up", len(d.agreed())}} {
		if s.n > 0 {
			list = append(list, p.N(s.id, s.n))
		}
	}
	if aimed > 0 {
		list = append(list, p.N("report.text.indicators", reached, "All", p.Number(aimed)))
	}
	return list
}

// genderParts are "women 76" and so on: those that are not zero, so that they add up to all.
func (d *dossier) genderParts() []string {
	var parts []string
	for _, line := range d.totalsBy("gender", data.Gender.Words, d.genderHeader) {
		if line.n > 0 {
			parts = append(parts, i18n.Lower(line.label)+" "+d.p.Number(line.n))
		}
	}
	return parts
}

// reachedTargets counts the indicators with a target and a value, and those of them that have reached it.
func (d *dossier) reachedTargets() (reached, aimed int) {
	for _, r := range d.reachedIndicators() {
		share, ok := r.share()
		if ok {
			aimed++
		}
		if ok && share >= 1 {
			reached++
		}
	}
	return reached, aimed
}

// participants are the breakdowns of the workbook.
func (c *chapters) participants() {
	d, p := c.d, c.d.p
	c.heading(1, p.T("report.sheet.participants"))
	table := docx.Table{Caption: p.T("report.by_event"), Columns: []docx.Column{{Header: p.Field("event"), Width: 40}, {Header: p.T("report.people"), Width: 15, Right: true}}}
	for _, word := range data.Gender.Words {
		table.Columns = append(table.Columns, docx.Column{Header: d.genderShort(word), Width: 14, Right: true})
	}
	for _, o := range d.held {
		row := []docx.Cell{docx.Text(d.called(o)), d.counted(o.tally.Total, o.tally.Known)}
		for _, word := range data.Gender.Words {
			row = append(row, d.all(o.tally.By["gender"].Of(word)))
		}
		table.Rows = append(table.Rows, row)
	}
	if len(d.held) == 0 {
		c.table(table)
		return
	}
	row := []docx.Cell{docx.Text(p.T("report.total")), d.all(d.attended())}
	for _, word := range data.Gender.Words {
		row = append(row, d.all(d.wordSum("gender", word)))
	}
	table.Rows, table.Total = append(table.Rows, row), true
	c.add(table,
		d.sharesTable(p.T("report.by_age"), p.Field("age_band"), d.totalsBy("age_band", data.AgeBand.Words, d.ageWord)),
		d.sharesTable(p.T("report.by_country"), p.Field("country"), d.originTotals()))
}

func (d *dossier) sharesTable(caption, header string, lines []share) docx.Table {
	p := d.p
	table := docx.Table{Caption: caption, Columns: []docx.Column{{Header: header, Width: 60}, {Header: p.T("report.people"), Width: 20, Right: true}, {Header: p.T("report.share"), Width: 20, Right: true}}, Total: true}
	all := d.participants()
	percent := func(n *int) docx.Cell {
		if all == 0 || n == nil {
			return nil
		}
		return docx.Text(p.Percent(float64(*n) / float64(all)))
	}
	var sum *int
	for _, line := range lines {
		n := line.number()
		if n != nil {
			more := *n
			if sum != nil {
				more += *sum
			}
			sum = &more
		}
		table.Rows = append(table.Rows, []docx.Cell{docx.Text(line.label), d.all(n), percent(n)})
	}
	table.Rows = append(table.Rows, []docx.Cell{docx.Text(p.T("report.total")), d.all(sum), percent(sum)})
	return table
}

func (c *chapters) indicators() {
	d, p := c.d, c.d.p
	c.heading(1, p.T("report.sheet.indicators"))
	table := docx.Table{Caption: p.T("report.indicators.caption"), Columns: []docx.Column{
		{Header: p.Field("code"), Width: 13}, {Header: p.Entity("indicator"), Width: 47}, {Header: p.Field("target"), Width: 13, Right: true},
		{Header: p.T("report.indicators.actual"), Width: 13, Right: true}, {Header: p.T("report.indicators.share"), Width: 14, Right: true},
	}}
	for _, r := range d.reachedIndicators() {
		var part docx.Cell
		if s, ok := r.share(); ok {
			part = docx.Text(p.Percent(s))
		}
		table.Rows = append(table.Rows, []docx.Cell{docx.Text(r.Code), d.runs(&r.Name), d.amount(r.target), d.amount(r.actual), part})
	}
	c.table(table)
}

// amount is a number with the decimals that it has.
func (d *dossier) amount(n *data.Decimal) docx.Cell {
	if n == nil {
		return nil
	}
	_, decimals, _ := strings.Cut(n.String(), ".")
	return docx.Text(d.p.Decimal(n.Float64(), len(decimals)))
}

// narrated are the narratives that belong to the choice, by work package, period and partner. What narrows by country, type or event
// leaves none: they are not parted by these.
func (d *dossier) narrated(all []*data.Narrative) []*data.Narrative {
	c := d.choice
	if c.country != "" || c.kind != "" || len(c.events) > 0 {
		return nil
	}
	periods, every := c.periods(d.project)
	wanted := ""
	switch {
	case c.workPackage != nil:
		wanted = c.workPackage.ID
	case c.deliverable != nil:
		wanted = c.deliverable.WorkPackage
	}
	list := slices.DeleteFunc(slices.Clone(all), func(n *data.Narrative) bool {
		return wanted != "" && n.WorkPackage != wanted || c.partner != nil && n.Partner != c.partner.ID ||
			!every && (n.Period == nil || !slices.Contains(periods, *n.Period))
	})
	number := func(n *data.Narrative) string {
		if w := d.packages[n.WorkPackage]; w != nil {
			return w.Number
		}
		return ""
	}
	slices.SortFunc(list, func(a, b *data.Narrative) int {
		return cmp.Or(natural(number(a), number(b)), strings.Compare(a.WorkPackage, b.WorkPackage), periodOf(a)-periodOf(b),
			d.compare(d.partner(a.Partner), d.partner(b.Partner)), strings.Compare(a.ID, b.ID))
	})
	return list
}

func periodOf(n *data.Narrative) int {
	if n.Period == nil {
		return 0
	}
	return *n.Period
}

// narratives is what partners wrote of the work, by work package.
func (c *chapters) narratives(list []*data.Narrative) {
	d, p := c.d, c.d.p
	if len(list) == 0 {
		return
	}
	c.heading(1, p.T("report.text.narratives"))
	at := "-"
	for _, n := range list {
		if n.WorkPackage != at {
			at = n.WorkPackage
			title := p.T("report.not_stated")
			if w := d.packages[at]; w != nil {
				title = joined(" ", w.Number, d.text(&w.Name))
			}
			c.heading(2, title)
		}
		c.heading(3, joined(" · ", d.partner(n.Partner), p.T("report.text.period", "N", p.Number(periodOf(n)))))
		c.prose(&n.Done)
		for _, more := range []struct {
			label string
			text  *data.Texts
		}{{p.Field("deviations"), &n.Deviations}, {p.Field("narrative_next"), &n.Next}} {
			if !more.text.Empty() {
				c.add(docx.Paragraph{Runs: []docx.Run{{Text: more.label, Bold: true}}, Style: docx.Together})
				c.prose(more.text)
			}
		}
	}
}
