package cli_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// check compares a workbook with what the oracle foretold, cell by cell. In the end no formula and no number of it may be
// left that nothing was foretold of.
func (o *oracle) check(b *xlsx) {
	o.t.Helper()
	o.checkFigures(b)
	o.checkDraft(b)
}

// checkFigures leaves out whether it is a draft: a workbook that somebody typed into can't know.
func (o *oracle) checkFigures(b *xlsx) {
	o.t.Helper()
	want := split("Cover|Document control|Summary|Events|Participants|Key learnings|Follow-up|Organisations involved|Indicators|Communication|Definitions")
	for _, h := range o.held {
		want = append(want, h.sheet())
	}
	if o.closed != nil {
		want = append(want, "Differences")
	}
	if got := b.names(); !slices.Equal(got, want) {
		o.t.Fatalf("the sheets are %q, want %q", got, want)
	}
	for _, f := range o.tables() {
		o.checkTable(b, f)
	}
	for _, h := range o.held {
		o.checkEventSheet(b, h)
	}
	o.checkCover(b)
	o.checkCaptions(b)
	o.checkRest(b, 20)
}

func (o *oracle) checkTable(b *xlsx, f foretold) {
	o.t.Helper()
	called := f.sheet + " by " + f.headers[0]
	t := b.table(f.sheet, f.headers)
	if t == nil {
		o.t.Errorf("%s: there is no table %q", f.sheet, f.headers)
		return
	}
	rows := f.rows
	if len(rows) == 0 {
		rows = [][]value{append([]value{text(cmp.Or(f.none, "None"))}, make([]value, len(f.headers)-1)...)}
		if f.bare {
			rows[0][0] = value{}
		}
	}
	n := t.after - t.first
	if n == 0 && len(rows) == 1 && !slices.ContainsFunc(rows[0], func(v value) bool { return v.kind != "" }) {
		return // a row in which nothing is known, of a final version, reads like none
	}
	if n != len(rows) {
		o.t.Errorf("%s: %d rows, want %d", called, n, len(rows))
		return
	}
	if f.ordered {
		for i, row := range rows {
			for _, off := range b.rowOff(t, t.first+i, row) {
				o.t.Errorf("%s: %s", called, off)
			}
		}
	} else {
		o.checkUnordered(b, t, called, rows)
	}
	switch {
	case f.total == nil && t.total >= 0:
		o.t.Errorf("%s has totals", called)
	case f.total != nil && t.total < 0:
		o.t.Errorf("%s has no totals", called)
	case f.total != nil:
		for _, off := range b.rowOff(t, t.total, f.total) {
			o.t.Errorf("%s, total: %s", called, off)
		}
	}
}

// rowOff says what is not as it should be in a row.
func (b *xlsx) rowOff(t *xlsxTable, row int, want []value) (off []string) {
	for i, column := range t.columns {
		if s := b.off(t.sheet.cell(row, column), want[i]); s != "" {
			off = append(off, fmt.Sprintf("row %d, column %d: %s", row+1, column+1, s))
		}
	}
	return off
}

// checkUnordered finds a row for each that is wanted.
func (o *oracle) checkUnordered(b *xlsx, t *xlsxTable, called string, rows [][]value) {
	taken := make([]bool, len(rows))
	for row := t.first; row < t.after; row++ {
		at := -1
		for i := range rows {
			if !taken[i] && len(b.rowOff(t, row, rows[i])) == 0 {
				at = i
				break
			}
		}
		if at < 0 {
			o.t.Errorf("%s: nobody foretold %s", called, b.shown(t, row))
			continue
		}
		taken[at] = true
	}
	for i, row := range rows {
		if !taken[i] {
			o.t.Errorf("%s: missing %v", called, row)
		}
	}
}

func (b *xlsx) shown(t *xlsxTable, row int) string {
	var texts []string
	for _, c := range t.columns {
		s := ""
		if cell := t.sheet.cell(row, c); cell != nil {
			s = cell.text
		}
		texts = append(texts, s)
	}
	return fmt.Sprintf("row %d: %s", row+1, strings.Join(texts, "|"))
}

// checkEventSheet wants the figures of one event, and who it was.
func (o *oracle) checkEventSheet(b *xlsx, h *happened) {
	o.t.Helper()
	gender := foretold{sheet: h.sheet(), headers: split("Gender|Participants"), ordered: true}
	country := foretold{sheet: h.sheet(), headers: split("From country|Participants"), ordered: true}
	for i, w := range genderWords {
		n := o.gap()
		if k := h.of("gender", w); k != nil {
			n = integer(*k)
		}
		gender.rows = append(gender.rows, []value{text(genderHeaders[i]), n})
	}
	if sum, known := h.by["gender"]; known {
		gender.total = []value{text("Total"), integer(total(sum))}
	}
	countries := o.gap()
	if sum, known := h.by["country"]; known {
		names, sums := o.from(h)
		for i := range names {
			country.rows = append(country.rows, []value{text(names[i]), integer(sums[i])})
		}
		country.total = []value{text("Total"), integer(total(sum))}
		n, _ := o.countriesOf(h)
		countries = integer(n)
	} else {
		country.rows = [][]value{{text("Not stated"), o.gap()}}
	}
	o.checkTable(b, gender)
	o.checkTable(b, country)
	o.checkTable(b, foretold{sheet: h.sheet(), headers: split("Total participants|Total countries"), rows: [][]value{{h.attended(o), countries}}, ordered: true})
	dates := o.mustDay(dayOf(h.Start))
	if h.Start != "" && h.lastDay() > dayOf(h.Start) {
		dates = text(h.days())
	}
	for _, f := range []struct {
		label string
		want  value
	}{
		{"Participant (partner)", o.must(o.legalName(h.Organiser))}, {"PIC", o.must(o.partners[h.Organiser].PIC)}, {"Event number", o.must(h.Number)},
		{"Event name", o.must(h.Name.en())}, {"Event type", o.must(o.own("event_type", h.Type))}, {"Date(s)", dates}, {"Website(s)", o.must(h.Website)},
	} {
		if off := b.off(b.beside(h.sheet(), f.label), f.want); off != "" {
			o.t.Errorf("%s, %s: %s", h.sheet(), f.label, off)
		}
	}
}

func (o *oracle) legalName(partner string) string {
	p := o.partners[partner]
	if p.LegalName != "" {
		return p.LegalName
	}
	return p.ShortName
}

// beside is what stands in the row of a label.
func (b *xlsx) beside(sheet, label string) *xlsxCell {
	b.t.Helper()
	there := false
	for _, row := range b.sheet(sheet).rows {
		if len(row) == 0 || row[0] == nil || row[0].text != label {
			continue
		}
		there = true
		for _, c := range row[1:] {
			if c != nil {
				return c
			}
		}
	}
	if !there {
		b.t.Errorf("%s has no line %q", sheet, label)
	}
	return nil
}

func (o *oracle) checkCover(b *xlsx) {
	o.t.Helper()
	counts := map[string]int{
		"Events": len(o.held), "Participants": o.people(), "Key learnings": len(o.lessons), "Follow-up": len(o.agreed()), "Organisations involved": len(o.who()),
		"Indicators": len(o.indicators), "Communication": len(o.communications),
	}
	if len(o.held) > 0 {
		counts["Event sheets"] = len(o.held)
	}
	for label, n := range counts {
		want := integer(n)
		if label == "Participants" && !slices.ContainsFunc(o.held, func(h *happened) bool { return h.known }) {
			want = value{}
		}
		if off := b.off(b.beside("Cover", label), want); off != "" {
			o.t.Errorf("Cover, %s: %s", label, off)
		}
	}
}

// checkDraft wants the mark of a draft on the cover and on the footer of every page, or nowhere.
func (o *oracle) checkDraft(b *xlsx) {
	o.t.Helper()
	found := ""
	for _, row := range b.sheet("Cover").rows {
		for _, c := range row {
			if c != nil && strings.HasPrefix(c.text, "DRAFT") {
				found = c.text
			}
		}
	}
	if found != o.mark() {
		o.t.Errorf("the cover says %q, want %q", found, o.mark())
	}
	for _, s := range b.sheets {
		if strings.Contains(s.footer, "DRAFT") != (o.mark() != "") {
			o.t.Errorf("%s: the footer is %q", s.name, s.footer)
		}
	}
}

// checkCaptions wants the figures in the lines below the titles.
func (o *oracle) checkCaptions(b *xlsx) {
	o.t.Helper()
	var lands []string
	for _, h := range o.held {
		lands = append(lands, h.Country)
	}
	events := counted(len(o.held), "event held", "events held") + " · in " + counted(len(o.names(lands)), "country", "countries")
	if len(o.coming) > 0 {
		events += " · " + counted(len(o.coming), "event to come", "events to come")
	}
	for sheet, want := range map[string]string{
		"Events": events, "Communication": counted(len(o.communications), "communication activity", "communication activities"),
	} {
		if c := b.sheet(sheet).cell(1, 0); c == nil || c.text != want {
			o.t.Errorf("%s: the line below the title is not %q", sheet, want)
		}
	}
}

// checkRest finds formulas and numbers that were not foretold. The days of a deliverable's versions and the moment of the
// data are no figures.
func (o *oracle) checkRest(b *xlsx, least int) {
	o.t.Helper()
	formulas := 0
	for _, s := range b.sheets {
		for _, row := range s.rows {
			for _, c := range row {
				if c == nil {
					continue
				}
				n, isNumber := c.number()
				if c.formula != "" {
					formulas++
					if !isNumber && (c.text != "" || !c.seen) {
						o.t.Errorf("%s =%s: the stored value is %q of type %q, no number", c.at, c.formula, c.text, c.kind)
					}
				}
				moment := b.dates[c.style] && c.formula == "" && slices.Contains(split("Cover|Definitions|Document control|Overview"), s.name)
				if !c.seen && !moment && (isNumber || c.formula != "") {
					o.t.Errorf("%s =%s holds %v, which nobody foretold", c.at, c.formula, n)
				}
			}
		}
	}
	if formulas < least {
		o.t.Errorf("only %d formulas", formulas)
	}
}
