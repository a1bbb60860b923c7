package workbook

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

type stretch struct {
	name       string
	start, end time.Time
}

func plannedBook(rows ...stretch) Workbook {
	columns := []Column[stretch]{
		{ID: "name", Header: "Name", Value: func(s stretch) Cell { return Text(s.name) }},
		{ID: "start", Header: "Start", Kind: KindDate, Value: func(s stretch) Cell { return DateFormula("DATE(2025,2,3)", s.start) }},
		{ID: "end", Header: "End", Kind: KindDate, Value: func(s stretch) Cell { return Date(s.end) }},
	}
	return Workbook{Sheets: []Sheet{{Name: "Plan", Title: "Plan", Layout: Register, Blocks: []Block{Table[stretch]{
		ID: "plan", Columns: columns, Rows: Of(rows...), Months: &Months{
			From: day(2024, time.November, 20), To: day(2025, time.March, 1), Marks: []Mark{
				{When: "{month}=DATE(2025,1,1)", Line: "C93A3A", Label: "today"},
				{When: "AND({start}<=EOMONTH({month},0),{end}>={month})", Fill: "1D4ED8", Label: "lasts"},
			},
		},
	}}}}}
}

func TestMonthsBesideATable(t *testing.T) {
	path := writeSample(t, plannedBook(stretch{"one", day(2025, 2, 3), day(2025, 2, 20)}, stretch{"two", day(2025, 2, 3), time.Time{}}))
	file := open(t, path)
	for cell, want := range map[string]string{"D3": "45597", "H3": "45717", "B4": "45691", "C5": "", "D4": ""} { // 1 November 2024 to 1 March 2025
		if got, _ := file.GetCellValue("Plan", cell, excelize.Options{RawCellValue: true}); got != want {
			t.Errorf("%s: %q, not %q", cell, got, want)
		}
	}
	tables, err := file.GetTables("Plan")
	if err != nil || len(tables) != 1 || tables[0].Range != "A3:C5" {
		t.Errorf("the months are no part of the native table: %+v, %v", tables, err)
	}
	rules, err := file.GetConditionalFormats("Plan")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, rule := range rules["D4:H5"] {
		said = append(said, rule.Criteria)
	}
	want := []string{"AND(D$3=DATE(2025,1,1),AND($B4<=EOMONTH(D$3,0),$C4>=D$3))", "AND($B4<=EOMONTH(D$3,0),$C4>=D$3)", "D$3=DATE(2025,1,1)"}
	if !slices.Equal(said, want) || len(rules["D3:H3"]) != 1 {
		t.Errorf("rules %q, of the header %v", said, rules["D3:H3"])
	}
	if width, _ := file.GetColWidth("Plan", "E"); width > 3.5 {
		t.Errorf("a month is %.1f wide", width)
	}
	for _, label := range []string{"today", "lasts"} {
		if found, _ := file.SearchSheet("Plan", label); len(found) != 1 {
			t.Errorf("%q is not explained", label)
		}
	}
	if shown := Show(plannedBook(stretch{"one", day(2025, 2, 3), day(2025, 2, 20)}), 3, Words{
		Date: func(d time.Time) string { return d.Format(time.DateOnly) }, Number: func(float64, Kind) string { return "a number" },
	}); shown[0].Rows[0][1] != "2025-02-03" {
		t.Errorf("a date from a formula is shown as %q", shown[0].Rows[0])
	}
}

func TestMonthsThatCannotBe(t *testing.T) {
	if n := (&Months{From: day(1900, 1, 1), To: day(2900, 1, 1)}).count(); n != mostMonths {
		t.Errorf("%d months", n)
	}
	if n := (&Months{From: day(2025, 2, 1), To: day(2025, 1, 1)}).count(); n != 0 {
		t.Errorf("%d months backwards", n)
	}
	var none *Months
	if none.count() != 0 {
		t.Error("no months are some")
	}
	book := plannedBook(stretch{name: "one"})
	table := book.Sheets[0].Blocks[0].(Table[stretch])
	table.Months.Marks = []Mark{{When: "{nowhere}=1", Fill: "000000"}}
	if err := WriteFile(t.Context(), t.TempDir()+"/x.xlsx", book, Options{}); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a mark over a column that is not there: %v", err)
	}
}

func TestTheWayBackStandsOnTop(t *testing.T) {
	book := plannedBook(stretch{name: "one"})
	book.Sheets[0].Back = Link{Text: "← Plan", Sheet: "Plan"}
	file := open(t, writeSample(t, book))
	if linked, to, _ := file.GetCellHyperLink("Plan", "A1"); !linked || to != "'Plan'!A1" {
		t.Errorf("it leads to %q", to)
	}
	if panes, _ := file.GetPanes("Plan"); panes.YSplit != 4 {
		t.Errorf("%d rows are frozen, the header is the fourth of them", panes.YSplit)
	}
	book.Sheets[0].Back.Sheet = "nowhere"
	if err := WriteFile(t.Context(), t.TempDir()+"/x.xlsx", book, Options{}); err == nil {
		t.Error("it leads to a sheet that is not there")
	}
}
