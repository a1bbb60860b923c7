package workbook

import (
	"archive/zip"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// partOf gives a file of the package as text.
func partOf(t *testing.T, path, name string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	if archive.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", archive.File[0].Name)
	}
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestStructureOfARegister(t *testing.T) {
	path := writeSample(t, sampleWorkbook(t))
	file := open(t, path)
	const sheet = "Événements"
	tables, err := file.GetTables(sheet)
	if err != nil || len(tables) != 1 || tables[0].Name != "Table_events" || tables[0].Range != "A4:J11" {
		t.Fatalf("tables %+v, %v", tables, err)
	}
	table := partOf(t, path, "xl/tables/table1.xml")
	for _, want := range []string{`totalsRowCount="1"`, `<autoFilter ref="A4:J10">`, `totalsRowLabel="Total"`, `<totalsRowFormula>IF(SUBTOTAL(102,E5:E10)=0,&#34;&#34;,SUBTOTAL(109,E5:E10))</totalsRowFormula>`} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %s", want)
		}
	}
	panes, err := file.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 4 || panes.XSplit != 1 || panes.TopLeftCell != "B5" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if extent, _ := file.GetSheetDimension(sheet); !strings.HasPrefix(extent, "A1:J") || extent == "A1:J11" {
		t.Errorf("extent %s: the chart's rows belong to it", extent)
	}
	if linked, target, err := file.GetCellHyperLink(sheet, "B5"); err != nil || !linked || target != "https://example.org/e1" {
		t.Errorf("link %v %q, %v", linked, target, err)
	}
	rules, err := file.GetConditionalFormats(sheet)
	if err != nil || rules["I5:I10"] == nil || rules["I5:I10"][0].Type != "data_bar" || rules["A5:J10"] == nil {
		t.Errorf("conditional formats %+v, %v", rules, err)
	}
	if xml := partOf(t, path, "xl/worksheets/sheet2.xml"); !strings.Contains(xml, `<xm:f>1.05</xm:f>`) || !strings.Contains(xml, `<xm:sqref>I5:I10</xm:sqref>`) {
		t.Error("the data bar's ends are not in the part that Excel reads")
	}
	if width, _ := file.GetColWidth(sheet, "J"); width < 60 || width > 64 {
		t.Errorf("the long text's column is %.1f wide", width)
	}
	if width, _ := file.GetColWidth(sheet, "A"); width > 9 {
		t.Errorf("the number's column is %.1f wide", width)
	}
}

func TestPrinting(t *testing.T) {
	path := writeSample(t, sampleWorkbook(t))
	file := open(t, path)
	for sheet, want := range map[string]string{"Couverture": "portrait", "Événements": "landscape", "Participants": "portrait", "EL-03 2025-06-02": "portrait"} {
		page, err := file.GetPageLayout(sheet)
		if err != nil || *page.Orientation != want || *page.Size != paperA4 || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
			t.Errorf("%s: page %+v, %v", sheet, page, err)
		}
		props, err := file.GetSheetProps(sheet)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s: does not fit to the page, %v", sheet, err)
		}
		if view, err := file.GetSheetView(sheet, 0); err != nil || *view.ShowGridLines {
			t.Errorf("%s: has gridlines, %v", sheet, err)
		}
		footer, err := file.GetHeaderFooter(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"PRIMA && CO · 101140836", "BROUILLON", "&A", "page &P / &N"} {
			if !strings.Contains(footer.OddFooter, part) {
				t.Errorf("%s: footer %q lacks %q", sheet, footer.OddFooter, part)
			}
		}
	}
	names := map[string]string{}
	for _, name := range file.GetDefinedName() {
		names[name.Scope+" "+name.Name] = name.RefersTo
	}
	if got := names["Événements _xlnm.Print_Titles"]; got != "'Événements'!$4:$4" {
		t.Errorf("print titles %q", got)
	}
	if got := names["Événements _xlnm.Print_Area"]; !strings.HasPrefix(got, "'Événements'!$A$1:$J$") {
		t.Errorf("print area %q", got)
	}
	if got := names["Workbook participations"]; got != "'Événements'!$H$11" {
		t.Errorf("defined names %q", names)
	}
}

func TestPropertiesAndFirstSheet(t *testing.T) {
	path := writeSample(t, sampleWorkbook(t))
	file := open(t, path)
	props, err := file.GetDocProps()
	if err != nil || props.Title != "Événements de réseautage" || props.Language != "fr" || props.ContentStatus != "Draft" || props.Created != "2025-09-18T10:42:00Z" {
		t.Errorf("properties %+v, %v", props, err)
	}
	if file.GetActiveSheetIndex() != 0 || file.GetSheetName(0) != "Couverture" {
		t.Error("the cover is not what opens")
	}
	merged, err := file.GetMergeCells("Couverture")
	if err != nil || len(merged) < 8 {
		t.Errorf("merged cells %v, %v", merged, err)
	}
	var targets []string
	cells, _ := file.SearchSheet("Couverture", "Événements")
	for _, cell := range cells {
		if linked, target, _ := file.GetCellHyperLink("Couverture", cell); linked {
			targets = append(targets, target)
		}
	}
	if len(targets) != 1 || targets[0] != "'Événements'!A1" {
		t.Errorf("links to the register: %q", targets)
	}
	pictures, err := file.GetPictureCells("Couverture")
	if err != nil || len(pictures) != 1 {
		t.Errorf("pictures %v, %v", pictures, err)
	}
	for _, chart := range []string{"xl/charts/chart1.xml", "xl/charts/chart2.xml"} {
		xml := partOf(t, path, chart)
		if !strings.Contains(xml, `varyColors val="false"`) && !strings.Contains(xml, `varyColors val="0"`) {
			t.Errorf("%s varies its colours", chart)
		}
		if !strings.Contains(xml, colourAccent) || !strings.Contains(xml, colourGold) {
			t.Errorf("%s is not in the accent and gold", chart)
		}
	}
}

func TestTableWithoutRows(t *testing.T) {
	w := numbersSheet(0, nil)
	table := w.Sheets[0].Blocks[0].(Table[int])
	table.Empty = "nothing yet"
	w.Sheets[0].Blocks = []Block{table, Chart{Table: "n", Category: "n", Series: []string{"n"}}}
	w.Sheets = append(w.Sheets, Sheet{Name: "Sum", Layout: Form, Blocks: []Block{Links{Links: []Link{{Text: "n", Value: CountOf("n")}}}}})
	file := open(t, writeSample(t, w))
	for cell, want := range map[string]read{
		"A2": {value: "nothing yet", kind: inline},
		"A3": {value: "", formula: `IF(SUBTOTAL(102,A2:A2)=0,"",SUBTOTAL(109,A2:A2))`, kind: excelize.CellTypeFormula, format: "#,##0", fill: colourTotals},
	} {
		if got := readCell(t, file, "Numbers", cell); got != want {
			t.Errorf("%s: %+v, want %+v", cell, got, want)
		}
	}
	if got := readCell(t, file, "Sum", "K1"); got.value != "0" || got.formula != "0" {
		t.Errorf("count %+v", got)
	}
	if tables, err := file.GetTables("Numbers"); err != nil || len(tables) != 1 || tables[0].Range != "A1:A3" {
		t.Errorf("tables %+v, %v", tables, err)
	}
}

func TestHeadersAreUnique(t *testing.T) {
	seen := map[string]bool{}
	var got []string
	for _, header := range []string{"Total", "total", "", "A\nB_x0041_", "Total", strings.Repeat("x", 400)} {
		got = append(got, uniqueHeader(header, seen))
	}
	want := []string{"Total", "total (2)", "–", "A B_ x0041_", "Total (3)", strings.Repeat("x", maxHeader)}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

func TestFooterKeepsWithinExcelsLimit(t *testing.T) {
	long := Footer{Left: strings.Repeat("&", 300), Page: "page {page} of {pages}", Draft: strings.Repeat("D", 90)}
	code := long.code()
	if units(code) > maxFooter || !strings.HasSuffix(code, "page &P of &N") {
		t.Errorf("%d characters: %s", units(code), code)
	}
	left, _, _ := strings.Cut(strings.TrimPrefix(code, `&L&"Calibri,Regular"&8&K`+colourMuted), "&C")
	if strings.Count(left, "&")%2 != 0 {
		t.Errorf("half an ampersand in %q", left)
	}
	file := excelize.NewFile()
	if err := file.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddFooter: code}); err != nil {
		t.Error(err)
	}
}

// A list to be written on by hand: rows that leave room, and the header on every page of a Form.
func TestRowsToWriteOn(t *testing.T) {
	table := Table[int]{ID: "list", Rows: Of(1, 2), RowHeight: 30, Columns: []Column[int]{{ID: "n", Header: "No.", Value: Int}}}
	for repeat, want := range map[bool]string{true: "'List'!$2:$2", false: ""} {
		path := writeSample(t, Workbook{Sheets: []Sheet{{Name: "List", Layout: Form, Repeat: repeat, Blocks: []Block{Paragraph{Text: "Above"}, table}}}})
		file := open(t, path)
		titles := ""
		for _, name := range file.GetDefinedName() {
			if name.Name == "_xlnm.Print_Titles" {
				titles = name.RefersTo
			}
		}
		if strings.ReplaceAll(titles, "'", "") != strings.ReplaceAll(want, "'", "") {
			t.Errorf("repeated: %q", titles)
		}
		if height, err := file.GetRowHeight("List", 3); err != nil || height != 30 {
			t.Errorf("a row of %v points, %v", height, err)
		}
	}
}

// A word that people read is not broken in two, however narrow its column was meant to be; a long address is, and has the lines it needs.
func TestWordsAreNotBroken(t *testing.T) {
	address := "https://example.org/" + strings.Repeat("a", 60)
	for word, whole := range map[string]bool{"Πραγματοποιήθηκε": true, "Αλεξανδρούπολη": true, "Arbeitsmarktintegration": true, "francesca.spataro@example.org": true, address: false} {
		column := Column[string]{ID: "word", Header: "Word", Width: 8, Value: func(s string) Cell { return Text(s) }}
		file := open(t, writeSample(t, Workbook{Sheets: []Sheet{{Name: "Words", Layout: Register, Blocks: []Block{
			Table[string]{ID: "words", Columns: []Column[string]{column}, Rows: Of("so it is", "the "+word)},
		}}}}))
		width, err := file.GetColWidth("Words", "A")
		if err != nil {
			t.Fatal(err)
		}
		if needed := chars(font{size: bodySize}.width(word) + indentPixels); whole != (width >= needed) || width > mostWord {
			t.Errorf("%q: the column is %.1f wide, and %.1f are needed", word, width, needed)
		}
		height, err := file.GetRowHeight("Words", 3)
		if err != nil {
			t.Fatal(err)
		}
		if least := 2 * lineHeight; whole && height < least || !whole && height < 6*lineHeight {
			t.Errorf("%q: its row is %.1f high", word, height)
		}
	}
}
