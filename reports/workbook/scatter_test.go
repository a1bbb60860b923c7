package workbook

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func scattered(rows ...visit) Workbook {
	columns := visitColumns()[3:7]
	return Workbook{Sheets: []Sheet{{Name: "Grid", Layout: Stack, Blocks: []Block{
		Table[visit]{ID: "visits", Columns: columns, Rows: Of(rows...)},
		Scatter{Title: "Places", Table: "visits", X: "women", Y: "men", XTitle: "W", YTitle: "M", Least: 1, Most: 5, Middle: 3.5},
	}}}}
}

func TestScatterChart(t *testing.T) {
	path := writeSample(t, scattered(visit{women: 1, men: 5}, visit{women: 4, men: 4}))
	chart := partOf(t, path, "xl/charts/chart1.xml")
	if valueAxis.FindString(chart) == "" || categoryOnly.MatchString(strings.Join(valueAxis.FindAllString(chart, -1), "")) {
		t.Error("an axis of values has what only one of categories may have")
	}
	for _, want := range []string{"<scatterChart>", "&#39;Grid&#39;!$B$2:$B$3", "&#39;Grid&#39;!$C$2:$C$3", `<max val="5">`, `<min val="1">`, "E0A526", "1D4ED8", ">W<", ">M<"} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	if n := strings.Count(chart, "<ser>"); n != 3 {
		t.Errorf("%d series: the points and two lines", n)
	}
	file := open(t, path)
	rows, err := file.GetRows("Grid", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for i := range rows {
		if strings.Join(rows[i], ",") == "3.5,1,1,3.5" && i+1 < len(rows) {
			found = strings.Join(rows[i+1], ",") == "3.5,5,5,3.5"
		}
	}
	if !found {
		t.Errorf("the ends of the lines are not where they should be: %q", rows)
	}
	if strings.Contains(partOf(t, writeSample(t, scattered()), "xl/worksheets/sheet1.xml"), "<drawing") {
		t.Error("a table without rows has a chart")
	}
}

func TestScatterOverNothingIsAnError(t *testing.T) {
	for _, change := range []func(*Scatter){func(c *Scatter) { c.Table = "other" }, func(c *Scatter) { c.X = "other" }, func(c *Scatter) { c.Y = "other" }} {
		book := scattered(visit{women: 1, men: 5})
		chart := book.Sheets[0].Blocks[1].(Scatter)
		change(&chart)
		book.Sheets[0].Blocks[1] = chart
		if err := WriteFile(t.Context(), t.TempDir()+"/x.xlsx", book, Options{}); err == nil {
			t.Errorf("%+v is written", chart)
		}
	}
}
