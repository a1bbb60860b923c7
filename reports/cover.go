package reports

import (
	"sync"

	"primadesk/assets"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// emblem is drawn once: it is always the same.
var emblem = sync.OnceValues(func() ([]byte, error) { return assets.EmblemPNG(360) })

// title is what the workbook is called: the deliverable's title, or what it holds.
func (d *dossier) title() string {
	if x := d.subject(); x != nil {
		return d.text(&x.Name)
	}
	return d.p.T("report.deliverable.title")
}

// below is the line under the title: "Deliverable D2.1 · PRIMACENTERS".
func (d *dossier) below() string {
	if x := d.subject(); x != nil {
		return joined(" · ", d.p.Entity("deliverable")+" "+x.Number, d.project.Acronym)
	}
	return d.project.Acronym
}

// spanText is the period or the days that the workbook is about.
func (d *dossier) spanText() string {
	c, p := d.choice, d.p
	days := ""
	if c.from != "" || c.to != "" {
		days = span(d, c.from, c.to)
	}
	switch {
	case c.period != nil:
		return joined(" · ", p.Number(*c.period.Number), span(d, c.period.From, c.period.To), days)
	case days != "":
		return days
	}
	return joined(" · ", span(d, d.project.Start, d.project.End), p.T("report.whole_project"))
}

func span(d *dossier, from, to data.Date) string {
	switch {
	case from != "" && to == "":
		return d.p.T("report.since", "Date", d.p.Date(string(from)))
	case from == "" && to != "":
		return d.p.T("report.until", "Date", d.p.Date(string(to)))
	}
	return d.p.DateRange(string(from), string(to))
}

// selection says in words what else narrows the workbook.
func (d *dossier) selection() string {
	c := d.choice
	parts := []string{}
	add := func(label, value string) {
		if value != "" {
			parts = append(parts, label+" "+value)
		}
	}
	if c.partner != nil {
		add(d.p.Field("partner"), c.partner.Title(d.p.Lang()))
	}
	add(d.p.Field("country"), d.country(c.country))
	label, _ := d.word("event_type", c.kind)
	add(d.p.Field("type"), label)
	if c.workPackage != nil {
		add(d.p.Field("work_package"), c.workPackage.Number)
	}
	if c.deliverable != nil {
		add(d.p.Field("deliverable"), c.deliverable.Number)
	}
	if len(c.events) > 0 {
		numbers := make([]string, 0, len(d.held)+len(d.coming))
		for _, o := range append(d.held[:len(d.held):len(d.held)], d.coming...) {
			numbers = append(numbers, o.Number)
		}
		add(d.p.Field("events"), joined(", ", numbers...))
	}
	return joined(" · ", parts...)
}

// coverSheet is the first page: who pays, what this is, of which grant and which days, what is in it.
func (d *dossier) coverSheet() (workbook.Sheet, error) {
	blocks, err := d.letterhead()
	if err != nil {
		return workbook.Sheet{}, err
	}
	blocks = append(blocks, workbook.Banner{Title: d.title(), Below: d.below()})
	blocks = append(blocks, d.draftNotice()...)
	blocks = append(blocks,
		workbook.Pairs{Pairs: d.coverPairs()}, workbook.Gap(8), workbook.Links{Links: d.contents()},
		workbook.Gap(10), workbook.Paragraph{Text: d.disclaimer(), Tone: workbook.Small})
	return workbook.Sheet{ID: "cover", Name: d.p.T("report.sheet.cover"), Layout: workbook.Form, OnePage: true, Late: true, Blocks: blocks}, nil
}

// fundingStatement is the project's own, or the official one.
func (d *dossier) fundingStatement() string {
	if !d.project.FundingStatement.Empty() {
		return d.text(&d.project.FundingStatement)
	}
	return d.p.FundingStatement(d.project.Funding)
}

func (d *dossier) disclaimer() string {
	if !d.project.Disclaimer.Empty() {
		return d.text(&d.project.Disclaimer)
	}
	return d.p.Disclaimer(d.project.GrantingAuthority.Show(d.p.Lang()))
}

// stated is a label with what is said under it; a day is one in the language that it is written in.
type stated struct {
	label, text string
	day         data.Date
	dated       bool // it is a day, which may be unknown
}

// identity says of which project, partners and days a document is.
func (d *dossier) identity() []stated {
	p := d.p
	coordinator, others := "", []string{}
	lead := d.coordinator()
	for _, partner := range d.partners {
		if partner == lead {
			coordinator = partner.LegalName
			continue
		}
		others = append(others, partner.Title(p.Lang()))
	}
	list := []stated{
		{label: p.Field("project"), text: joined(" – ", d.project.Acronym, d.text(&d.project.Name))},
		{label: p.Field("grant_number"), text: d.project.GrantNumber},
		{label: p.Field("call"), text: d.project.Call},
		{label: p.Enum("partner_role", "coordinator"), text: coordinator},
		{label: p.Entities("partner"), text: joined(", ", others...)},
		{label: p.Field("period"), text: d.spanText()},
	}
	list = append(list, d.statedReported()...)
	if selection := d.selection(); selection != "" {
		list = append(list, stated{label: p.T("report.cover.selection"), text: selection})
	}
	return list
}

func (d *dossier) coverPairs() []workbook.Pair {
	p := d.p
	personal := workbook.Text(p.T("report.cover.no_personal_data"))
	if d.o.WithPersonalData {
		personal = workbook.Text(p.T("report.cover.personal_data")).Strong()
	}
	return append(pairsOf(d.identity()),
		workbook.Pair{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)},
		workbook.Pair{Label: p.T("report.cover.personal"), Value: personal})
}

func pairsOf(list []stated) []workbook.Pair {
	pairs := make([]workbook.Pair, 0, len(list)+2)
	for _, s := range list {
		value := workbook.Text(s.text)
		if s.dated {
			value = day(s.day)
		}
		pairs = append(pairs, workbook.Pair{Label: s.label, Value: value})
	}
	return pairs
}

// contents lead to the sheets, with how much is in each.
func (d *dossier) contents() []workbook.Link {
	count := func(table string, n int) workbook.Cell {
		return workbook.Formula(workbook.Expression("{"+table+"!#}"), float64(n))
	}
	link := func(sheet, name string, value workbook.Cell) workbook.Link {
		return workbook.Link{Text: name, Sheet: sheet, Value: value}
	}
	p := d.p
	links := []workbook.Link{
		link("control", p.T("report.sheet.control"), workbook.Empty()),
		link("summary", p.T("report.sheet.summary"), workbook.Empty()),
		link("events", p.T("report.sheet.events"), count("events", len(d.held))),
		link("participants", p.T("report.sheet.participants"), whereNumbers("events!people", "SUM({events!people:})", d.participants(), d.attended() != nil)),
		link("learnings", p.T("report.sheet.learnings"), count("learnings", len(d.lessons))),
		link("follow_up", p.T("report.sheet.follow_up"), count("follow_up", len(d.agreed()))),
		link("organisations", p.T("report.sheet.organisations"), count("organisations", len(d.organisations))),
		link("indicators", p.T("report.sheet.indicators"), count("indicators", len(d.indicators))),
		link("communication", p.T("report.sheet.communication"), count("communication", len(d.communications))),
		link("definitions", p.T("report.sheet.definitions"), workbook.Empty()),
	}
	if d.reported != nil {
		links = append(links, link(differingSheet, p.T("closing.title"), workbook.Empty()))
	}
	if len(d.held) > 0 {
		links = append(links, link(d.held[0].sheet, p.T("report.event.sheets"), workbook.Int(len(d.held))))
	}
	if d.o.WithPersonalData {
		links = append(links, link("contacts", p.T("report.sheet.contacts"), workbook.Empty()))
	}
	return links
}
