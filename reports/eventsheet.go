package reports

import (
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// formField is one line of the Commission's event description sheet.
type formField struct {
	label   string
	text    string // what the cell says; empty where it is missing
	cell    workbook.Cell
	missing bool
	at      Place // where it is entered
}

// form are the fields of an event sheet up to the participants, in the order of the form (FIELDS: event sheet).
func (d *dossier) form(o *occasion) []formField {
	p := d.p
	legal, pic := "", ""
	if partner := d.partnerRecord(o.Organiser); partner != nil {
		legal, pic = partner.LegalName, partner.PIC
		if legal == "" {
			legal = partner.ShortName
		}
	}
	mode := ""
	if o.Mode != "" {
		mode = p.Enum("mode", o.Mode)
	}
	of := func(column string) Place { return Place{"event", o.ID, column} }
	participant, code := of("organiser"), of("organiser")
	if d.partnerRecord(o.Organiser) != nil {
		participant, code = Place{"partner", o.Organiser, "legal_name"}, Place{"partner", o.Organiser, "pic"}
	}
	fields := []formField{
		d.field(p.T("report.event.participant"), legal, participant),
		d.field(p.Field("pic"), pic, code),
		d.field(p.T("report.event.project"), joined(" – ", d.project.Acronym, d.text(&d.project.Name)), Place{"project", d.project.ID, "name"}),
		d.field(p.T("report.event.number"), o.Number, of("number")),
		d.field(p.T("report.event.name"), d.text(&o.Name), of("name")),
		d.field(p.Field("type"), d.eventType(o.Event), of("type")),
		d.field(p.T("report.event.mode"), mode, of("mode")),
		d.place(o),
		d.dates(o),
		d.field(p.T("report.event.website"), o.Website, of("website")),
	}
	last := &fields[len(fields)-1]
	last.cell = last.cell.LinkOut(o.Website)
	return fields
}

func (d *dossier) field(label, value string, at Place) formField {
	return formField{label, value, d.required(value), value == "", at}
}

// place is country and city; where one is missing, the other is still shown.
func (d *dossier) place(o *occasion) formField {
	country := d.country(o.Country)
	f := formField{label: d.p.T("report.event.location"), text: joined(", ", country, o.City), at: Place{"event", o.ID, "city"}}
	if country == "" {
		f.at.Field = "country"
	}
	f.missing = country == "" || o.City == "" && o.Mode != "online"
	if !f.missing || d.o.Final {
		f.cell = workbook.Text(f.text)
		return f
	}
	parts := []string{country, o.City}
	for i := range parts {
		if parts[i] == "" {
			parts[i] = d.toComplete()
		}
	}
	f.cell = workbook.Missing(strings.Join(slices.Compact(parts), ", "))
	return f
}

// dates is a real date, or several days in words.
func (d *dossier) dates(o *occasion) formField {
	f := formField{label: d.p.T("report.event.dates"), text: d.when(o.Event), cell: day(o.Start.Day()), at: Place{"event", o.ID, "start"}}
	switch {
	case o.Start == "":
		f.text, f.cell, f.missing = "", d.gap(), true
	case o.LastDay() > o.Start.Day():
		f.cell = workbook.Text(d.when(o.Event))
	}
	return f
}

// account is what happened; before it is written, what was planned.
func (d *dossier) account(o *occasion) string { return d.text(o.told()) }

func (o *occasion) told() *data.Texts {
	if !o.Account.Empty() {
		return &o.Account
	}
	return &o.Description
}

// part is a line of a breakdown: so many people of a gender or from a country.
type part struct {
	label string
	n     *int
}

func (o *occasion) genders(d *dossier) []part {
	parts := make([]part, 0, len(data.Gender.Words))
	for _, word := range data.Gender.Words {
		parts = append(parts, part{d.genderHeader(word), o.tally.By["gender"].Of(word)})
	}
	return parts
}

// origins are the countries that people came from, in the order of the language, and at the end those who are not known.
func (o *occasion) origins(d *dossier) []part {
	by := o.tally.By["country"]
	notStated := part{d.p.T("report.not_stated"), by.Of(data.Undisclosed)}
	if !by.Known {
		return []part{notStated}
	}
	sums := map[string]int{}
	for code, n := range by.Count {
		if code != data.Undisclosed {
			sums[d.country(code)] += n
		}
	}
	parts := make([]part, 0, len(sums)+1)
	for name, n := range sums {
		parts = append(parts, part{name, &n})
	}
	slices.SortFunc(parts, func(a, b part) int { return d.compare(a.label, b.label) })
	return append(parts, notStated)
}

// agrees tells whether a breakdown is known and adds up to the total.
func (o *occasion) agrees(by string) bool {
	b := o.tally.By[by]
	return o.tally.Known && b.Known && b.Sum() == o.tally.Total
}

// ids of an event sheet's tables.
func (o *occasion) genderTable() string { return o.sheet + "_gender" }
func (o *occasion) originTable() string { return o.sheet + "_country" }
func (o *occasion) totalTable() string  { return o.sheet + "_total" }

// ref is a live reference to one number of an event sheet, where it is known; row counts from 1.
func ref(table, column string, row int, n *int) workbook.Cell {
	if n == nil {
		return workbook.Empty()
	}
	return workbook.Formula(workbook.Expression("INDEX({"+table+"!"+column+":},"+strconv.Itoa(row)+")"), float64(*n))
}

// people is the event's total, live.
func (o *occasion) people() workbook.Cell {
	if !o.tally.Known {
		return workbook.Empty()
	}
	return ref(o.totalTable(), "people", 1, &o.tally.Total)
}

// eventSheet is the form of one held event on A4. Its numbers are those that are typed in: every other sheet refers to them.
func (d *dossier) eventSheet(o *occasion) workbook.Sheet {
	pairs := make([]workbook.Pair, 0, 10)
	for _, f := range d.form(o) {
		pairs = append(pairs, workbook.Pair{Label: f.label, Value: f.cell})
	}
	blocks := []workbook.Block{
		workbook.Pairs{Lined: true, Pairs: pairs},
		workbook.Heading{Text: d.p.T("report.event.participants"), Level: 2},
		d.breakdown(o, o.genderTable(), d.p.Field("gender"), "gender", o.genders(d)),
		d.breakdown(o, o.originTable(), d.p.T("report.event.from_country"), "country", o.origins(d)),
		d.totals(o),
		workbook.Heading{Text: d.p.T("report.event.description"), Level: 2},
	}
	if account := d.account(o); account != "" {
		for _, part := range paragraphs(account) {
			blocks = append(blocks, workbook.Paragraph{Text: part})
		}
	} else {
		blocks = append(blocks, workbook.Pairs{Pairs: []workbook.Pair{{Label: d.p.Field("account"), Value: d.gap()}}})
	}
	return workbook.Sheet{
		ID: o.sheet, Name: d.eventSheetName(o), Layout: workbook.Form, Blocks: blocks,
		Title: d.p.T("report.event.title"), Caption: joined(" · ", o.Number, d.text(&o.Name)),
	}
}

// eventSheetName is "EL-03 2025-06-02", or "ES-01" of an event without a date.
func (d *dossier) eventSheetName(o *occasion) string {
	if name := joined(" ", o.Number, string(o.Start.Day())); name != "" {
		return name
	}
	return d.p.Entity("event")
}

// breakdown is the table of one dimension, with its sum; where it is not known it has no sum, because nothing is not zero.
func (d *dossier) breakdown(o *occasion, id, header, by string, parts []part) workbook.Table[part] {
	known := o.tally.By[by].Known
	table := workbook.Table[part]{ID: id, Rows: workbook.Of(parts...), Columns: []workbook.Column[part]{
		{ID: "name", Header: header, Width: 60, Value: func(p part) workbook.Cell { return workbook.Text(p.label) }},
		{ID: "people", Header: d.p.T("report.people"), Width: 30, Kind: workbook.KindInt, Value: func(p part) workbook.Cell {
			if p.n == nil {
				return d.gap()
			}
			return workbook.Int(*p.n)
		}},
	}}
	if known {
		table.Columns[0].Total, table.Columns[1].Total = workbook.Label(d.p.T("report.total")), workbook.Sum()
	}
	return table
}

// totals is the line with the number of participants and of the countries that they came from. The total is the sum of a breakdown
// that agrees with it; one that no breakdown gives is a number of its own.
func (d *dossier) totals(o *occasion) workbook.Table[*occasion] {
	return workbook.Table[*occasion]{ID: o.totalTable(), Rows: workbook.Of(o), Columns: []workbook.Column[*occasion]{
		{ID: "people", Header: d.p.T("report.event.total_people"), Width: 45, Kind: workbook.KindInt, Value: func(o *occasion) workbook.Cell {
			switch total := float64(o.tally.Total); {
			case !o.tally.Known:
				return d.gap()
			case o.agrees("gender"):
				return workbook.Formula(workbook.Expression("{"+o.genderTable()+"!people}"), total).Strong()
			case o.agrees("country"):
				return workbook.Formula(workbook.Expression("{"+o.originTable()+"!people}"), total).Strong()
			default:
				return workbook.Number(total).Strong()
			}
		}},
		{ID: "countries", Header: d.p.T("report.event.total_countries"), Width: 45, Kind: workbook.KindInt, Value: func(o *occasion) workbook.Cell {
			if !o.tally.By["country"].Known {
				return d.gap()
			}
			// The last line of the table is for those whose country is not known.
			rows := "{" + o.originTable() + "!people:}"
			formula := "COUNTIF(" + rows + ",\">0\")-(INDEX(" + rows + ",ROWS(" + rows + "))>0)"
			return workbook.Formula(workbook.Expression(formula), float64(o.countries(d))).Strong()
		}},
	}}
}

// countries is how many known countries people came from.
func (o *occasion) countries(d *dossier) int {
	n := 0
	parts := o.origins(d)
	for _, p := range parts[:len(parts)-1] {
		if p.n != nil && *p.n > 0 {
			n++
		}
	}
	return n
}
