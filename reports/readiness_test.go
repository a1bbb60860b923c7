package reports

import (
	"path/filepath"
	"slices"
	"testing"

	"primadesk/data"
)

func TestCheckFile(t *testing.T) {
	findings := []data.Finding{
		{Severity: data.Notice, Code: "x", Entity: "event", Record: "e2", Title: "=1+1", Field: "start"},
		{Severity: data.Severe, Code: "x", Args: []any{"N", 3, "Date", data.Date("2025-06-02")}, Entity: "contact", Title: "Somebody", Field: "emails/1/address"},
		{Severity: data.Warning, Code: "x"},
	}
	for _, lang := range data.Languages {
		path := filepath.Join(t.TempDir(), "check.xlsx")
		o := options(lang)
		src := small(t)
		src.findings = findings
		result, err := Write(t.Context(), src, "readiness", o, path, nil)
		if err != nil || result.Sheets != 2 {
			t.Fatalf("%s: %+v %v", lang, result, err)
		}
		w := reopen(t, path)
		sheet := w.file.GetSheetList()[1]
		rows := w.table(sheet, o.Printer.T("report.readiness.severity"), "")
		var order []string
		for _, row := range rows {
			order = append(order, row[o.Printer.T("report.readiness.severity")])
		}
		want := []string{o.Printer.Enum("severity", "error"), o.Printer.Enum("severity", "warning"), o.Printer.Enum("severity", "notice")}
		if !slices.Equal(order, want) {
			t.Errorf("%s: %q", lang, order)
		}
		if rows[2][o.Printer.T("report.readiness.which")] != "=1+1" || rows[0][o.Printer.T("report.readiness.field")] != o.Printer.Field("emails") {
			t.Errorf("%s: %v", lang, rows)
		}
	}
	path := filepath.Join(t.TempDir(), "clean.xlsx")
	if _, err := Write(t.Context(), small(t), "readiness", options("en"), path, nil); err != nil {
		t.Fatal(err)
	}
	if w := reopen(t, path); w.find("To do", "Nothing is missing", 1) == 0 {
		t.Error("a clean project is not called so")
	}
	o := options("en")
	o.Final = true
	if _, err := Write(t.Context(), small(t), "readiness", o, path, nil); codeOf(t, err).Code != "report.option" {
		t.Errorf("an option that the report does not take: %v", err)
	}
}

func TestPreviewShowsWhatIsWritten(t *testing.T) {
	sheets, err := Preview(t.Context(), sampleProject(t), "deliverable", options("fr"), 4)
	if err != nil {
		t.Fatal(err)
	}
	w := write(t, sampleProject(t), options("fr"))
	for i, name := range w.file.GetSheetList() {
		if sheets[i].Name != name || len(sheets[i].Rows) > 4 {
			t.Errorf("%s: %+v", name, sheets[i])
		}
	}
	events := sheets[3]
	if len(events.Rows) != 4 || !events.More || events.Rows[0][3] != "31/03/2025" || events.Header[0] != "Nº" {
		t.Errorf("%+v", events)
	}
}

func TestReportsAreListed(t *testing.T) {
	for _, r := range List() {
		for _, lang := range data.Languages {
			if p := options(lang).Printer; !p.Has(r.Label) || !p.Has(r.Purpose) {
				t.Errorf("%s: no words in %s", r.Name, lang)
			}
		}
	}
	if _, err := Named("nothing"); codeOf(t, err).Code != "report.unknown" {
		t.Errorf("%v", err)
	}
}
