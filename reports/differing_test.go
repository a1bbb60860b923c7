package reports

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/delimited"
)

// Reported implements Source, for periods that a test closed.
func (m *memory) Reported(_ context.Context, _ *i18n.Printer, period int) (*data.Reported, error) {
	c := m.closed[period]
	if c == nil {
		return nil, nil
	}
	r := &data.Reported{Closing: c, Now: m.now(period)}
	r.Period, _ = m.project.Period(period)
	if r.Then, r.Unreadable = data.DecodeFigures(c.Figures); r.Unreadable == nil {
		r.Differences = data.Differences(&r.Then, &r.Now)
	}
	for i := range r.Differences {
		r.Differences[i].By, r.Differences[i].At = "Changing Person", time.Date(2025, 9, 17, 23, 30, 0, 0, time.UTC)
	}
	return r, nil
}

// now are the figures of a period as they are.
func (m *memory) now(period int) data.Figures {
	b := data.PeriodBooks{
		Project: m.project, Partners: m.partners, Takeaways: m.takeaways, Indicators: m.indicators, Communications: m.communications,
		Evidence: map[string][]*data.Evidence{},
		Organisation: func(id string) *data.Organisation {
			i := slices.IndexFunc(m.organisations, func(o *data.Organisation) bool { return o.ID == id })
			if i < 0 {
				return nil
			}
			return m.organisations[i]
		},
	}
	b.Period, _ = m.project.Period(period)
	for _, e := range m.events {
		b.Events = append(b.Events, data.Counted{Event: e, Tally: m.figures(e).Tally})
	}
	for _, v := range m.evidence {
		b.Evidence[v.Event] = append(b.Evidence[v.Event], v)
	}
	return b.Figures()
}

// close keeps the figures of a period.
func (m *memory) close(t testing.TB, period int) {
	t.Helper()
	now := m.now(period)
	text, err := now.Encode()
	if err != nil {
		t.Fatal(err)
	}
	m.closed = map[int]*data.Closing{period: {Period: &period, Closed: "2025-09-10", File: "sent.xlsx", Hash: strings.Repeat("ab", 32), Figures: text}}
}

// ofPeriod are reports that show the numbers of a period.
var ofPeriod = []string{"deliverable", "event-register", "attendance", "takeaways", "indicators", "communication"}

// numbersIn are the numbers in the tables of a report of a period, with the table that each stands in; nil where a final version is
// refused.
func numbersIn(t testing.TB, m *memory, name string) []string {
	t.Helper()
	o := options("en")
	o.Period = 2
	if r, err := Named(name); err == nil && slices.Contains(r.Takes, OptFinal) && name != "communication" {
		o.Final = true
	}
	doc, err := prepare(t.Context(), m, name, o)
	if err != nil {
		return nil
	}
	var numbers []string
	read := func(table delimited.Table, b []byte) error {
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
		for _, row := range rows {
			for _, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err == nil {
					numbers = append(numbers, table.ID+" "+cell)
				}
			}
		}
		return err
	}
	err = delimited.Write(t.Context(), doc.(*sheets).book, delimited.Options{Separator: ',', Create: func(table delimited.Table) (io.WriteCloser, error) {
		return &readTable{table: table, read: read}, nil
	}})
	if err != nil {
		t.Fatal(name, err)
	}
	slices.Sort(numbers)
	return numbers
}

type readTable struct {
	bytes.Buffer
	table delimited.Table
	read  func(delimited.Table, []byte) error
}

// Close reads what was written.
func (r *readTable) Close() error { return r.read(r.table, r.Bytes()) }

// working is a project in which everything that a report of its second period counts can change.
func working(rt *rapid.T, t testing.TB) *memory {
	m := promised(t)
	activity := &data.Communication{Name: texts("en", "en", "A leaflet"), Channel: "website", Date: "2025-06-10", Status: "delivered", Reached: number(40)}
	activity.ID = "a1"
	m.communications = append(m.communications, activity)
	for i := range rapid.IntRange(0, 2).Draw(rt, "events") {
		id := "x" + strconv.Itoa(i)
		m.event(id, "EL-1"+strconv.Itoa(i), "Event", "GR", "Tripoli", rapid.SampledFrom([]data.Wall{"2025-03-02", "2025-07-02"}).Draw(rt, "day")).
			Organiser = rapid.SampledFrom([]string{"p1", "p2"}).Draw(rt, "organiser")
		for j := range rapid.IntRange(0, 3).Draw(rt, "rows") {
			m.attendance = append(m.attendance, attendance(rt, id, j))
		}
	}
	return m
}

// changes are what may happen to records after a period was closed.
var changes = map[string]func(*rapid.T, *memory){
	"a date": func(rt *rapid.T, m *memory) {
		one(rt, m.events).Start = rapid.SampledFrom([]data.Wall{"2025-03-02", "2025-06-20", "2026-06-01"}).Draw(rt, "start")
	},
	"a status": func(rt *rapid.T, m *memory) {
		one(rt, m.events).Status = rapid.SampledFrom(data.EventStatus.Words).Draw(rt, "status")
	},
	"a country": func(rt *rapid.T, m *memory) {
		one(rt, m.events).Country = rapid.SampledFrom([]string{"GR", "IT", "CY"}).Draw(rt, "country")
	},
	"a type": func(rt *rapid.T, m *memory) {
		one(rt, m.events).Type = rapid.SampledFrom([]string{"round_table", "networking_event"}).Draw(rt, "type")
	},
	"an organiser": func(rt *rapid.T, m *memory) {
		one(rt, m.events).Organiser = rapid.SampledFrom([]string{"p1", "p2"}).Draw(rt, "organiser")
	},
	"an event":         func(rt *rapid.T, m *memory) { drop(rt, &m.events) },
	"someone who came": func(rt *rapid.T, m *memory) { drop(rt, &m.attendance) },
	"one more": func(rt *rapid.T, m *memory) {
		m.attendance = append(m.attendance, attendance(rt, one(rt, m.events).ID, 7))
	},
	"a gender": func(rt *rapid.T, m *memory) {
		one(rt, m.contacts).Gender = rapid.SampledFrom(data.Gender.Words).Draw(rt, "gender")
	},
	"a group": func(rt *rapid.T, m *memory) {
		one(rt, m.organisations).Group = rapid.SampledFrom(data.Group.Words).Draw(rt, "group")
	},
	"an organisation": func(rt *rapid.T, m *memory) { one(rt, m.contacts).Organisation = "" },
	"a takeaway":      func(rt *rapid.T, m *memory) { drop(rt, &m.takeaways) },
	"its events": func(rt *rapid.T, m *memory) {
		one(rt, m.takeaways).Events = data.SetOf(one(rt, m.events).ID, one(rt, m.events).ID)
	},
	"its country": func(rt *rapid.T, m *memory) {
		one(rt, m.takeaways).Country = rapid.SampledFrom([]string{"GR", "IT"}).Draw(rt, "country")
	},
	"its kind": func(rt *rapid.T, m *memory) {
		one(rt, m.takeaways).Kind = rapid.SampledFrom(data.TakeawayKind.Words).Draw(rt, "kind")
	},
	"a follow-up": func(rt *rapid.T, m *memory) {
		one(rt, m.takeaways).FollowUpState = rapid.SampledFrom(data.FollowUpStatus.Words).Draw(rt, "state")
	},
	"a level": func(rt *rapid.T, m *memory) {
		one(rt, m.organisations).Level = rapid.SampledFrom(data.Level.Words).Draw(rt, "level")
	},
	"a land": func(rt *rapid.T, m *memory) {
		one(rt, m.organisations).Country = rapid.SampledFrom([]string{"GR", "IT"}).Draw(rt, "land")
	},
	"co-organisers": func(rt *rapid.T, m *memory) {
		one(rt, m.events).CoOrganisers = data.SetOf(rapid.SampledFrom([]string{"p1", "p2"}).Draw(rt, "partner"))
	},
	"a channel": func(rt *rapid.T, m *memory) {
		one(rt, m.communications).Channel = rapid.SampledFrom(data.CommunicationBy.Words).Draw(rt, "channel")
	},
	"its status": func(rt *rapid.T, m *memory) {
		one(rt, m.communications).Status = rapid.SampledFrom(data.CommunicationStatus.Words).Draw(rt, "status")
	},
	"its day": func(rt *rapid.T, m *memory) {
		one(rt, m.communications).Date = rapid.SampledFrom([]data.Date{"2025-01-01", "2025-08-08"}).Draw(rt, "day")
	},
	"its period": func(rt *rapid.T, m *memory) {
		one(rt, m.communications).ReportedPeriod = number(1)
	},
	"who came": func(rt *rapid.T, m *memory) {
		one(rt, m.attendance).Contact = rapid.SampledFrom([]string{"c1", "c2", "c3"}).Draw(rt, "contact")
	},
	"its theme": func(rt *rapid.T, m *memory) {
		one(rt, m.takeaways).Theme = rapid.SampledFrom([]string{"", "decent_work", "cooperatives"}).Draw(rt, "theme")
	},
	"a target": func(rt *rapid.T, m *memory) {
		one(rt, m.indicators).Target = exact(rapid.IntRange(1, 500).Draw(rt, "target"))
	},
	"a baseline": func(rt *rapid.T, m *memory) {
		one(rt, m.indicators).Baseline = exact(rapid.IntRange(0, 50).Draw(rt, "baseline"))
	},
	"an indicator": func(rt *rapid.T, m *memory) { drop(rt, &m.indicators) },
	"a reach": func(rt *rapid.T, m *memory) {
		one(rt, m.communications).Reached = number(rapid.IntRange(0, 99).Draw(rt, "reached"))
	},
	"an activity": func(rt *rapid.T, m *memory) { drop(rt, &m.communications) },
	"evidence":    func(rt *rapid.T, m *memory) { drop(rt, &m.evidence) },
}

// one draws a record and puts a copy in its place, which may be changed.
func one[T any](rt *rapid.T, list []*T) *T {
	if len(list) == 0 {
		rt.Skip("there is none")
	}
	i := rapid.IntRange(0, len(list)-1).Draw(rt, "which")
	c := *list[i]
	list[i] = &c
	return &c
}

func drop[T any](rt *rapid.T, list *[]*T) {
	if len(*list) == 0 {
		rt.Skip("there is none")
	}
	i := rapid.IntRange(0, len(*list)-1).Draw(rt, "which")
	*list = slices.Delete(slices.Clone(*list), i, i+1)
}

// As long as nothing was changed there are no differences. Whatever is changed afterwards: if a report of the period shows another
// number than before, there is a difference, which has words in every language.
func TestNoNumberOfAClosedPeriodChangesSilently(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := working(rt, t)
		name := rapid.SampledFrom(ofPeriod).Draw(rt, "report")
		before := numbersIn(t, m, name)
		closed := *m
		closed.close(t, 2)
		if r, _ := closed.Reported(t.Context(), nil, 2); len(r.Differences) > 0 || r.Unreadable != nil {
			rt.Fatalf("nothing was changed: %+v %v", r.Differences, r.Unreadable)
		}
		what := rapid.SampledFrom(slices.Sorted(keys(changes))).Draw(rt, "change")
		changes[what](rt, m)
		after := numbersIn(t, m, name)
		m.closed = closed.closed
		r, _ := m.Reported(t.Context(), nil, 2)
		if before != nil && after != nil && !slices.Equal(before, after) && len(r.Differences) == 0 {
			rt.Fatalf("%s changed, and %s has other numbers: %v", what, name, other(before, after))
		}
		for _, d := range r.Differences {
			for _, lang := range data.Languages {
				p := i18n.For(lang)
				for _, text := range []string{DifferenceOf(p, d), TellDifference(p, d), FigureLabel(p, d.Figure, d.Of)} {
					if text == "" || strings.Contains(text, "[") {
						rt.Fatalf("%s: %q of %+v", lang, text, d)
					}
				}
			}
		}
	})
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// other are the numbers that are on one side alone.
func other(a, b []string) (list []string) {
	for _, x := range a {
		if !slices.Contains(b, x) {
			list = append(list, "-"+x)
		}
	}
	for _, x := range b {
		if !slices.Contains(a, x) {
			list = append(list, "+"+x)
		}
	}
	return list
}

// The workbook of a closed period has a sheet of what was reported and what differs, in every report and language; who changed it
// is named only where people may be, and numbers only where they may be.
func TestAWorkbookOfAClosedPeriodTellsDifferences(t *testing.T) {
	for _, lang := range data.Languages {
		m := promised(t)
		m.close(t, 2)
		m.events[1].Status = "cancelled"
		p := i18n.For(lang)
		for _, name := range ofPeriod {
			o := options(lang)
			o.Period = 2
			w := writeNamed(t, m, name, o)
			sheet := p.T("report.sheet.differences")
			row := w.find(sheet, p.T("figure.people"), 1)
			if row == 0 || w.raw(sheet, "B"+strconv.Itoa(row)) != "38" || w.raw(sheet, "C"+strconv.Itoa(row)) != "0" || w.raw(sheet, "D"+strconv.Itoa(row)) != "-38" {
				t.Fatalf("%s %s: row %d: %s", lang, name, row, sheetText(w, sheet))
			}
			text := sheetText(w, sheet)
			if !strings.Contains(text, "EL-03") || !strings.Contains(text, "sent.xlsx") || !strings.Contains(text, "abab") || strings.Contains(text, "Changing Person") {
				t.Errorf("%s %s: %s", lang, name, text)
			}
		}
	}
	m := promised(t)
	m.close(t, 2)
	o := options("en")
	o.Period = 2
	if text := sheetText(write(t, m, o), "Differences"); !strings.Contains(text, "No differences from what was reported") {
		t.Error(text)
	}
	m.events[1].Status = "cancelled"
	o.WithPersonalData = true
	if text := sheetText(write(t, m, o), "Differences"); !strings.Contains(text, "Changing Person") {
		t.Error(text)
	}
	o.WithPersonalData, o.Public = false, true
	if text := sheetText(writeNamed(t, m, "event-register", o), "Differences"); strings.Contains(text, "38") || !strings.Contains(text, "Figures have changed since") {
		t.Error(text)
	}
	o.Public, o.Period = false, 1
	if i, _ := write(t, m, o).file.GetSheetIndex("Differences"); i >= 0 {
		t.Error("an open period has differences")
	}
	m.closed[2].Figures = `{"version":99}`
	o.Period = 2
	if text := sheetText(write(t, m, o), "Differences"); !strings.Contains(text, "cannot be read by this version") {
		t.Error(text)
	}
}
