package reports

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// promised is small with targets of partners, an event of two of them and people in two periods.
func promised(t testing.TB) *memory {
	m := small(t)
	m.events[1].CoOrganisers = data.SetOf("p2")
	m.events[0].Start = "2025-04-22T10:00" // in period 1
	for i, partner := range []string{"p1", "p2"} {
		target := m.indicators[0].Targets.Add(partner).(*data.PartnerTarget)
		target.Partner, target.Target = partner, exact(2+i)
	}
	m.indicators[1].Baseline = exact(5)
	for period, n := range map[int]int{1: 3, 2: 4} {
		v := m.indicators[3].Values.Add(fmt.Sprint("v", period)).(*data.PeriodValue)
		v.Period, v.Value = number(period), exact(n)
	}
	m.indicators = append(m.indicators, &data.Indicator{Code: "I5", Name: texts("en", "en", "Organisations"), Count: "organisations"})
	m.indicators[4].ID = "i5"
	return m
}

func TestIndicatorsWithWhatIsBehindThem(t *testing.T) {
	w := writeNamed(t, promised(t), "indicators", options("en"))
	if got := strings.Join(w.file.GetSheetList(), ","); got != "Cover,Indicators,By partner,By period,I1,I2,I3,I4,I5" || w.result.Draft {
		t.Errorf("sheets %s, draft %v", got, w.result.Draft)
	}
	check(t, "indicators", w.table("Indicators", "Code", ""), []map[string]string{
		{"Code": "I1", "Target": "4", "Actual": "2", "Share of target": "0.5"},
		{"Code": "I2", "Baseline": "5", "Target": "100", "Actual": "43", "Share of target": "0.43"},
		{"Code": "I3", "Actual": "2"}, {"Code": "I4", "Actual": "7"}, {"Code": "I5", "Actual": "2"},
	})
	check(t, "I1", w.table("I1", "No.", "Total"), []map[string]string{
		{"No.": "IT-01", "Country": "Italy", "Counts as": "1", "REGION": "1", "SECOND": ""},
		{"No.": "EL-03", "Date": "45810", "Counts as": "1", "REGION": "1", "SECOND": "1"},
		{"Counts as": "2", "REGION": "2", "SECOND": "1"},
	})
	check(t, "I1 by partner", w.table("I1", "Partner", ""), []map[string]string{
		{"Partner": "REGION", "Target": "2", "Actual": "2", "Share of target": "1"}, {"Partner": "SECOND", "Target": "3", "Actual": "1"},
	})
	check(t, "by period", w.table("By period", "Code", "")[:4], []map[string]string{
		{"Code": "I1", "Actual": "1"}, {"Code": "I1", "Actual": "1"},
		{"Code": "I2", "Reporting period": "2 · 1 May 2025 – 30 April 2026", "Actual": "38"}, {"Code": "I3", "Actual": "1"},
	})
	check(t, "I4", w.table("I4", "Reporting period", "Total"), []map[string]string{{"Counts as": "3"}, {"Counts as": "4"}, {"Counts as": "7"}})
	row := w.find("Indicators", "I2", 1)
	cell := fmt.Sprint("G", row)
	if formula, _ := w.file.GetCellFormula("Indicators", cell); formula != "SUM('I2'!$F$6:$F$6)+E6" {
		t.Errorf("the actual is %q", formula)
	}
	if linked, to, _ := w.file.GetCellHyperLink("Indicators", cell); !linked || to != "'I2'!A1" {
		t.Errorf("the figure leads to %q", to)
	}
	if linked, to, _ := w.file.GetCellHyperLink("I2", "A1"); !linked || to != "'Indicators'!A1" {
		t.Errorf("the way back leads to %q", to)
	}
}

func TestUniquePeopleAreNumbersWithoutNames(t *testing.T) {
	m := promised(t)
	w := writeNamed(t, m, "indicators", options("en"))
	check(t, "I3", w.table("I3", "Person", "Total"), []map[string]string{
		{"Person": "1", "Country": "Greece", "Group": "Regional or local authorities", "Gender": "Female", "Counts as": "1", "REGION": "1", "SECOND": "1"},
		{"Person": "2", "Country": "Italy", "Group": "Primary-sector employers"}, {"Counts as": "2"},
	})
	if all := w.bytes(); strings.Contains(all, "Family1") || strings.Contains(all, "person1@") {
		t.Error("somebody is named")
	}
	m.contacts[0].Suppressed = true
	o := options("en")
	o.WithPersonalData = true
	named := writeNamed(t, m, "indicators", o)
	check(t, "I3 with names", named.table("I3", "Person", "Total"), []map[string]string{
		{"Person": "1", "Name": "", "Events": "EL-03"}, {"Person": "2", "Name": "Family2 Given", "Events": "EL-03, IT-01"},
	})
	if row := named.find("Cover", "Personal data", 1); row == 0 || !strings.HasPrefix(named.raw("Cover", fmt.Sprint("E", row)), "Included") {
		t.Error("the cover does not say that people are named")
	}
}

func TestWhatIsNotCountedIsMarked(t *testing.T) {
	m := mixed(t)
	m.event("e7", "EL-09", "All known by name", "GR", "Tripoli", "2025-06-20")
	m.present("e7", "c2")
	m.indicators = append(m.indicators, &data.Indicator{Code: "I6", Name: texts("en", "en", "Employers"), Count: "participations", Group: "employers"})
	for _, partner := range []string{"p1", "p2"} {
		target := m.indicators[len(m.indicators)-1].Targets.Add(partner).(*data.PartnerTarget)
		target.Partner, target.Target = partner, exact(4)
	}
	w := writeNamed(t, m, "indicators", options("en"))
	if !w.result.Draft || !strings.Contains(w.bytes(), "still to be completed") {
		t.Error("what is not known makes no draft")
	}
	rows := w.table("Indicators", "Code", "")
	if last := rows[len(rows)-1]; last["Actual"] != "to complete" {
		t.Errorf("a group that head counts do not tell: %v", last)
	}
	unknown := 0
	for _, row := range w.table("By partner", "Code", "") {
		if row["Actual"] == "to complete" {
			if unknown++; row["Share of target"] != "" {
				t.Errorf("a share of what is not known: %v", row)
			}
		}
	}
	if unknown == 0 {
		t.Error("no partner's figure is unknown")
	}
	o := options("en")
	o.Final = true
	if _, err := Write(t.Context(), m, "indicators", o, filepath.Join(t.TempDir(), "x.xlsx"), nil); codeOf(t, err).Code != "report.undated" {
		t.Errorf("%v", err)
	}
	o.Period = 2
	if w := writeNamed(t, m, "indicators", o); w.result.Draft || strings.Contains(w.bytes(), "to complete") {
		t.Error("a final version marks what is missing")
	}
}

func TestIndicatorsOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		m := tidy(t)
		if n := len(writeNamed(t, m, "indicators", options(lang)).file.GetSheetList()); n != 4 {
			t.Errorf("%s: %d sheets of an empty project", lang, n)
		}
		cachedNumbers(t, writeNamed(t, sampleProject(t), "indicators", options(lang)), 60)
	}
}

// The rows are the figure; no partner or period has more than all; together they have it all, once for additive counts.
func TestRowsBehindAFigureAreTheFigure(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := promised(t)
		m.events[0].Organiser = rapid.SampledFrom([]string{"", "p1", "p2"}).Draw(rt, "organiser")
		m.events[1].CoOrganisers = rapid.SampledFrom([]data.Set{nil, data.SetOf("p2")}).Draw(rt, "with")
		m.events[1].Start = rapid.SampledFrom([]data.Wall{"", "2024-06-01", "2025-06-02", "2031-01-01"}).Draw(rt, "day")
		for _, i := range m.indicators {
			i.Country = rapid.SampledFrom([]string{"", "GR"}).Draw(rt, "country")
			i.Group = rapid.SampledFrom([]string{"", "employers"}).Draw(rt, "group")
		}
		o := options("en")
		o.Partner = rapid.SampledFrom([]string{"", "EL"}).Draw(rt, "partner")
		d, err := gather(t.Context(), m, o)
		if err != nil {
			rt.Fatal(err)
		}
		proofs, err := d.proofs(t.Context(), m)
		if err != nil {
			rt.Fatal(err)
		}
		for _, x := range proofs {
			x.check(rt)
		}
	})
}

func (x *proof) check(rt *rapid.T) {
	var sum data.Decimal
	for _, row := range x.rows {
		sum += row.Adds
		if in := slices.ContainsFunc(row.adds[x.periods:], func(n *data.Decimal) bool { return n != nil }); !in && !row.uncounted() {
			rt.Fatalf("%s: a record lies in no period, nor beside them", x.Code)
		}
	}
	if x.actual != nil {
		whole := sum
		if x.Baseline != nil {
			whole += *x.Baseline
		}
		if *x.actual != whole {
			rt.Fatalf("%s: the rows add up to %v, not %v", x.Code, whole, *x.actual)
		}
	}
	var periods data.Decimal
	for n := range x.parts {
		if x.parts[n].sum > sum {
			rt.Fatalf("%s: a part has %v of %v", x.Code, x.parts[n].sum, sum)
		}
		if n >= x.periods {
			periods += x.parts[n].sum
		}
	}
	if additive := x.Count == "events_held" || x.Count == "participations" || x.Count == "by_hand"; additive && periods != sum || periods < sum {
		rt.Fatalf("%s: periods have %v of %v", x.Code, periods, sum)
	}
}

// A table without rows still says by what it would be.
func TestPartsWithoutRowsSayWhatTheyAre(t *testing.T) {
	m := small(t)
	m.indicators = nil
	w := writeNamed(t, m, "indicators", options("en"))
	for sheet, header := range map[string]string{"By partner": "Partner", "By period": "Reporting period"} {
		if got := w.raw(sheet, "C4"); got != header {
			t.Errorf("%s: %q, not %q", sheet, got, header)
		}
	}
}
