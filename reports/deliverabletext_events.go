package reports

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/reports/docx"
)

// events tells of each event held, with what was learned at it; then what was learned at several, and what is to come.
func (c *chapters) events() {
	d, p := c.d, c.d.p
	c.heading(1, p.T("report.sheet.events"))
	table := docx.Table{Caption: d.eventsCaption(), Columns: []docx.Column{
		{Header: p.FieldShort("number"), Width: 9}, {Header: p.Field("title"), Width: 33}, {Header: p.T("report.event.dates"), Width: 16},
		{Header: p.Field("country"), Width: 12}, {Header: p.FieldShort("organiser"), Width: 17}, {Header: p.T("report.people"), Width: 17, Right: true},
	}}
	for _, o := range d.held {
		people := d.figure(o.tally.Total, o.tally.Known)
		if !o.tally.Known {
			people = d.must("", true)
		}
		table.Rows = append(table.Rows, []docx.Cell{
			d.must(o.Number, o.Number == ""), d.runs(&o.Name), d.must(d.when(o.Event), o.Start == ""), d.must(d.country(o.Country), o.Country == ""),
			d.must(d.partner(o.Organiser), d.partner(o.Organiser) == ""), people,
		})
	}
	if len(d.held) > 0 {
		table.Total = true
		table.Rows = append(table.Rows, []docx.Cell{docx.Text(p.T("report.total")), nil, nil, nil, nil, d.all(d.attended())})
	}
	c.table(table)
	for _, o := range d.held {
		c.event(o)
	}
	c.furtherLessons()
	c.coming()
}

// event is the account of one event, and what was learned there alone.
func (c *chapters) event(o *occasion) {
	d, p := c.d, c.d.p
	heading := d.runs(&o.Name)
	if o.Number != "" {
		heading = append(docx.Text(o.Number+" "), heading...)
	}
	c.add(docx.Heading{Level: 2, Runs: heading})
	facts := joined(" · ", d.when(o.Event), joined(", ", o.City, d.country(o.Country)), d.partner(o.Organiser), d.eventType(o.Event))
	if o.tally.Known {
		facts = joined(" · ", facts, p.N("report.text.participants", o.tally.Total))
	}
	c.add(docx.Paragraph{Runs: docx.Text(facts), Style: docx.Details})
	if o.told().Empty() {
		c.add(docx.Paragraph{Runs: d.must("", true)})
	}
	c.prose(o.told())
	list := docx.List{}
	for _, l := range d.lessonsInOrder() {
		if o.alone(l) {
			list.Items = append(list.Items, d.runs(&l.Text))
		}
	}
	c.lessons(list)
}

// lessonsInOrder are the key learnings as whoever wrote them ordered them, in every language alike; the register groups them by words.
func (d *dossier) lessonsInOrder() []*lesson {
	return slices.SortedStableFunc(slices.Values(d.lessons), func(a, b *lesson) int {
		return cmp.Or(a.first-b.first, strings.Compare(a.Order, b.Order), strings.Compare(a.ID, b.ID))
	})
}

// alone tells whether something was learned at this event only.
func (o *occasion) alone(l *lesson) bool { return len(l.Events) == 1 && l.Events.Has(o.ID) }

func (c *chapters) lessons(list docx.List) {
	if len(list.Items) > 0 {
		c.add(docx.Paragraph{Runs: []docx.Run{{Text: c.d.p.T("report.sheet.learnings"), Bold: true}}, Style: docx.Together}, list)
	}
}

// furtherLessons are those of several events, or of none that is told of here, each with where it is from.
func (c *chapters) furtherLessons() {
	d := c.d
	list := docx.List{}
	for _, l := range d.lessonsInOrder() {
		if slices.ContainsFunc(d.held, func(o *occasion) bool { return o.alone(l) }) {
			continue
		}
		item := d.runs(&l.Text)
		if from := first(l.events, l.country); from != "" {
			item = append(item, docx.Run{Text: " (" + from + ")"})
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) > 0 {
		c.heading(2, d.p.T("report.text.further"))
		c.add(list)
	}
	agreed := docx.Table{Columns: []docx.Column{
		{Header: d.p.T("report.follow_up.what"), Width: 44}, {Header: d.p.Field("follow_up_owner"), Width: 20}, {Header: d.p.Field("due"), Width: 18}, {Header: d.p.Field("status"), Width: 18},
	}}
	for _, l := range d.agreed() {
		agreed.Rows = append(agreed.Rows, []docx.Cell{
			docx.Text(l.FollowUp), docx.Text(d.partner(l.FollowUpOwner)), docx.Text(d.p.ShortDate(string(l.FollowUpDue))), docx.Text(d.followUpState(l)),
		})
	}
	if len(agreed.Rows) > 0 {
		c.heading(2, d.p.T("report.sheet.follow_up"))
		agreed.Caption = d.p.T("report.follow_up.caption")
		c.add(agreed)
	}
}

// coming lists what is planned or confirmed.
func (c *chapters) coming() {
	d, p := c.d, c.d.p
	if len(d.coming) == 0 {
		return
	}
	c.heading(2, p.T("report.events.coming_title"))
	table := docx.Table{Columns: []docx.Column{
		{Header: p.FieldShort("number"), Width: 10}, {Header: p.Field("title"), Width: 42}, {Header: p.T("report.event.dates"), Width: 18}, {Header: p.Field("country"), Width: 15}, {Header: p.Field("status"), Width: 15},
	}}
	for _, o := range d.coming {
		table.Rows = append(table.Rows, []docx.Cell{
			docx.Text(o.Number), d.runs(&o.Name), d.must(d.when(o.Event), o.Start == ""), docx.Text(d.country(o.Country)), docx.Text(p.Enum("event_status", o.Status)),
		})
	}
	c.add(table)
}

// annex are the event sheets, one a page.
func (c *chapters) annex() {
	d, p := c.d, c.d.p
	if len(d.held) == 0 {
		return
	}
	c.heading(1, p.T("report.text.annex"))
	for i, o := range d.held {
		c.add(docx.Heading{Level: 2, Runs: docx.Text(first(d.called(o), p.Entity("event"))), NewPage: i > 0})
		form := docx.Facts{Name: p.T("report.event.title")}
		for _, f := range d.form(o) {
			form.Rows = append(form.Rows, docx.Fact{Label: f.label, Value: d.must(f.text, f.missing)})
		}
		c.add(form, d.partsTable(o, p.Field("gender"), "gender", o.genders(d)), d.partsTable(o, p.T("report.event.from_country"), "country", o.origins(d)))
		by := o.tally.By["country"]
		c.add(docx.Facts{Name: p.T("report.event.participants"), Rows: []docx.Fact{
			{Label: p.T("report.event.total_people"), Value: d.counted(o.tally.Total, o.tally.Known)},
			{Label: p.T("report.event.total_countries"), Value: d.counted(o.countries(d), by.Known)},
		}})
		c.add(docx.Paragraph{Runs: []docx.Run{{Text: p.T("report.event.description"), Bold: true}}, Style: docx.Together})
		if o.told().Empty() {
			c.add(docx.Paragraph{Runs: d.must("", true)})
		}
		c.prose(o.told())
	}
}

// counted is a number of the form, marked where it is not known.
func (d *dossier) counted(n int, known bool) docx.Cell {
	if !known {
		return d.must("", true)
	}
	return docx.Text(d.p.Number(n))
}

// all is a sum over events, and empty where none of them has a number.
func (d *dossier) all(n *int) docx.Cell {
	if n == nil {
		return nil
	}
	return docx.Text(d.p.Number(*n))
}

func (d *dossier) partsTable(o *occasion, header, by string, parts []part) docx.Table {
	table := docx.Table{Columns: []docx.Column{{Header: header, Width: 70}, {Header: d.p.T("report.people"), Width: 30, Right: true}}}
	for _, p := range parts {
		cell := d.must("", p.n == nil)
		if p.n != nil {
			cell = docx.Text(d.p.Number(*p.n))
		}
		table.Rows = append(table.Rows, []docx.Cell{docx.Text(p.label), cell})
	}
	if b := o.tally.By[by]; b.Known {
		table.Total = true
		table.Rows = append(table.Rows, []docx.Cell{docx.Text(d.p.T("report.total")), docx.Text(d.p.Number(b.Sum()))})
	}
	return table
}
