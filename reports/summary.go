package reports

import (
	"cmp"
	"slices"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// land is a line of the summary: what took place in one country.
type land struct {
	name          string // empty: the events have no country
	events        int
	people        int
	counted       bool // somebody was counted at one of the events at least
	genders       map[string]int
	known         map[string]bool
	organisations int
	named         bool
	lessons       int
}

// lands are the countries in which events were held or from which something was learned, in the order of the language.
func (d *dossier) summaryLands() []*land {
	found := map[string]*land{}
	of := func(name string) *land {
		if found[name] == nil {
			found[name] = &land{name: name, genders: map[string]int{}, known: map[string]bool{}}
		}
		return found[name]
	}
	organisations := map[string]map[string]bool{}
	for _, o := range d.held {
		l := of(d.country(o.Country))
		l.events++
		l.people += o.tally.Total
		l.counted = l.counted || o.tally.Known
		l.named = l.named || o.tally.Named > 0
		for _, word := range data.Gender.Words {
			l.genders[word] += o.tally.By["gender"].Count[word]
			l.known[word] = l.known[word] || o.tally.By["gender"].Known
		}
		if organisations[l.name] == nil {
			organisations[l.name] = map[string]bool{}
		}
		for _, id := range o.tally.Organisations {
			organisations[l.name][id] = true
		}
		l.organisations = len(organisations[l.name])
	}
	for _, lesson := range d.lessons {
		names := d.countryNames([]string{lesson.Country})
		if lesson.Country == "" {
			names = d.countryNames(d.landsOf(lesson.Events))
		}
		if len(names) == 0 {
			names = []string{""}
		}
		for _, name := range names {
			of(name).lessons++
		}
	}
	list := make([]*land, 0, len(found))
	for _, l := range found {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b *land) int {
		return cmp.Or(rank(a.name == "")-rank(b.name == ""), d.compare(a.name, b.name), cmp.Compare(a.name, b.name))
	})
	return list
}

// summarySheet is one page: the figures by the country in which the events took place.
func (d *dossier) summarySheet() workbook.Sheet {
	lands := d.summaryLands()
	blocks := []workbook.Block{
		workbook.Table[*land]{
			ID: "summary", Rows: workbook.Of(lands...), Expected: len(lands), Empty: d.p.T("report.none"), Columns: d.summaryColumns(),
		},
		workbook.Paragraph{Text: d.p.T("report.summary.note"), Tone: workbook.Muted},
	}
	if slices.ContainsFunc(lands, func(l *land) bool { return l.known["female"] }) {
		blocks = append(blocks, workbook.Chart{
			Title: d.p.T("report.summary.chart"), Table: "summary", Category: "name", Series: []string{"female", "male"}, Height: 210, Most: 12,
		})
	}
	return workbook.Sheet{
		ID: "summary", Name: d.p.T("report.sheet.summary"), Title: d.p.T("report.sheet.summary"),
		Caption: joined(" · ", d.project.Acronym, d.spanText()), Layout: workbook.Stack, OnePage: true, Late: true, Blocks: blocks,
	}
}

func (d *dossier) summaryColumns() []workbook.Column[*land] {
	type column = workbook.Column[*land]
	// live adds a column of the register over the country's events.
	live := func(id string) func(*land, int) workbook.Cell {
		return func(l *land, n int) workbook.Cell {
			condition := workbook.Expression("EXACT({events!country:},{name})")
			if l.name == "" {
				condition = workbook.Expression("EXACT({events!country:}," + quoted(d.noCountry()) + ")")
			}
			if id == "" {
				return workbook.Formula("SUMPRODUCT(--"+condition+")", float64(n))
			}
			return workbook.Formula("SUMPRODUCT(--"+condition+",{events!"+workbook.Expression(id)+":})", float64(n))
		}
	}
	people := live("people")
	columns := []column{
		{ID: "name", Header: d.p.T("report.summary.country"), Width: 24, Total: workbook.Label(d.p.T("report.total")), Value: func(l *land) workbook.Cell {
			if l.name == "" {
				return workbook.Text(d.p.T("report.not_stated"))
			}
			return workbook.Text(l.name)
		}},
		{ID: "events", Header: d.p.T("report.events"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(l *land) workbook.Cell { return live("")(l, l.events) }},
		{ID: "people", Header: d.p.T("report.people"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(l *land) workbook.Cell {
			if !l.counted {
				return workbook.Empty()
			}
			return people(l, l.people).Strong()
		}},
	}
	for _, word := range data.Gender.Words {
		number := live(word)
		columns = append(columns, column{
			ID: word, Header: d.genderHeader(word), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(l *land) workbook.Cell {
				if !l.known[word] {
					return workbook.Empty()
				}
				return number(l, l.genders[word])
			},
		})
	}
	return append(columns,
		column{
			ID: "organisations", Header: d.p.T("report.organisations"), Kind: workbook.KindInt, Total: d.totalOf("organisations", len(d.organisations)),
			Value: func(l *land) workbook.Cell {
				if !l.named { // head counts name no organisations
					return workbook.Empty()
				}
				return workbook.Int(l.organisations)
			},
		},
		column{
			ID: "lessons", Header: d.p.T("report.sheet.learnings"), Kind: workbook.KindInt, Total: d.totalOf("learnings", len(d.lessons)),
			Value: func(l *land) workbook.Cell { return workbook.Int(l.lessons) },
		})
}

// noCountry is what the register shows for an event without a country.
func (d *dossier) noCountry() string {
	if d.o.Final {
		return ""
	}
	return d.toComplete()
}
