//go:build e2e

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
)

// Each control of the screen of reports, by keyboard.
func TestReports(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.opener()
	d.begun("en")
	d.key("ctrl+7")
	d.await("screen shown", "id=reports")
	d.previews()
	d.reportOptions(w)
	d.reportSheets(w)
	path := d.reportFile(w)
	d.writtenBefore(w, path)
	d.finalRefused(w)
	d.checkFile(w)
	excused := []string{w.T("reportscreen.search"), w.T("reportscreen.past") + "*"}
	for _, sheet := range d.sheetsOf("--with-personal-data") { // as those that were looked at
		excused = append(excused, sheet.Name)
	}
	d.round(excused...)
	d.close()
}

// previews waits until the preview of the workbook is there, or says why there is none.
func (d *desk) previews() {
	d.t.Helper()
	d.await("msg=previewed", "name=deliverable")
	d.settle()
}

// option chooses something by its first letters, and waits for what the preview makes of it.
func (d *desk) option(name, word string) {
	d.t.Helper()
	d.tab(name)
	d.key("Return")
	d.at("choices")
	d.letters(word)
	d.key("Return")
	d.previews()
}

// reportOptions asks for the workbook in every way that there is.
func (d *desk) reportOptions(w *i18n.Printer) {
	d.t.Helper()
	d.option(w.T("field.period"), "1")
	d.option(w.T("field.period"), "From")
	d.fill(w.T("reportscreen.from"), "1/5/2025")
	d.previews()
	d.fill(w.T("reportscreen.to"), "1/4/2025") // before the first day
	d.settle()
	d.key("ctrl+s") // writes nothing, and shows the field
	d.settle()
	if !d.focus.is(w.T("reportscreen.to")) {
		d.t.Errorf("the last day is before the first, and the keyboard is at %q", d.focus.name)
	}
	d.fill(w.T("reportscreen.to"), "30/6/2025")
	d.previews()
	d.option(w.T("field.language"), "Ned")
	d.option(w.Entity("partner"), "LAND")
	d.option(w.T("reportscreen.personal_data"), "With")
	d.option(w.T("field.version"), "Final")
	d.option(w.T("field.version"), "Draft")
	d.press(w.T("reportscreen.more_options"))
	d.option(w.T("field.country"), "Ita")
	for _, choice := range []string{w.T("field.type"), w.Entity("work_package"), w.Entity("deliverable"), w.Entity("event")} {
		d.tab(choice)
		d.key("Return")
		d.at("choices")
		d.key("Down", "Return") // the first after all
		d.previews()
		d.tab(choice)
		d.key("Return")
		d.at("choices")
		d.key("Home", "Return")
		d.previews()
	}
	d.press(w.T("reportscreen.fewer_options"))
	d.settle()
}

// sheetsOf are the sheets of the workbook in Dutch, as the command line shows them.
func (d *desk) sheetsOf(options ...string) []app.SheetPreview {
	d.t.Helper()
	var sheets []app.SheetPreview
	d.must(json.Unmarshal([]byte(d.cli(append([]string{"--json", "--lang", "nl", "report", "deliverable", "--preview", "1"}, options...)...)), &sheets))
	return sheets
}

// reportSheets looks at each sheet as it will be written.
func (d *desk) reportSheets(w *i18n.Printer) {
	d.t.Helper()
	sheets := d.sheetsOf("--from", "2025-05-01", "--to", "2025-06-30", "--partner", "LAND", "--country", "IT")
	if len(sheets) == 0 {
		d.t.Fatal("the command line shows no sheets")
	}
	d.press(w.T("reportscreen.sheet_after"))
	d.press(w.T("reportscreen.sheet_before"))
	for _, sheet := range sheets {
		d.press(sheet.Name)
	}
}

// was gives what the command line knows of the reports that were written.
func (d *desk) was() []app.Written {
	d.t.Helper()
	var list []app.Written
	d.must(json.Unmarshal([]byte(d.cli("--json", "written")), &list))
	return list
}

// reportFile writes the workbook under a name of its own, and gives its path.
func (d *desk) reportFile(w *i18n.Printer) string {
	d.t.Helper()
	path := filepath.Join(d.room, "home", "Italië.xlsx")
	d.press(w.T("reportscreen.write"))
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.replace(path)
	d.key("Return")
	d.await("msg=report", "name=deliverable", "written=true")
	d.settle()
	list := d.was()
	if len(list) != 1 {
		d.t.Fatalf("%d reports were written", len(list))
	}
	o := list[0].Options
	if list[0].Path != path || list[0].Lang != "nl" || o.From != "2025-05-01" || o.To != "2025-06-30" || o.Country != "IT" || !o.PersonalData || o.Partner == "" {
		d.t.Errorf("written: %+v", list[0])
	}
	d.sheets(path)
	return path
}

// writtenBefore opens the file again, shows its folder, writes it again and takes it off the list.
func (d *desk) writtenBefore(w *i18n.Printer, path string) {
	d.t.Helper()
	d.tab(w.T("reportscreen.past") + "*")
	d.key("Return")
	d.settle()
	for _, open := range []struct{ button, want string }{{"reportscreen.open", path}, {"reportscreen.show_in_folder", filepath.Dir(path)}} {
		d.press(w.T(open.button))
		if got := d.opened(); got != open.want+"\n" {
			d.t.Errorf("the desktop was asked to open %q, want %q", got, open.want)
		}
	}
	d.press(w.T("reportscreen.write_again"))
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.key("Return")
	d.settle()
	d.press(w.T("shell.replace.yes")) // it is there already
	d.await("msg=report", "name=deliverable", "written=true")
	d.settle()
	if n := len(d.was()); n != 2 {
		d.t.Errorf("%d reports were written, want 2", n)
	}
	for n := 1; n >= 0; n-- {
		d.press(w.T("reportscreen.past_forget"))
		d.at(w.T("reportscreen.past") + "*")
		if got := len(d.was()); got != n {
			d.t.Errorf("%d reports are on the list, want %d", got, n)
		}
	}
	d.back(w.T("reportscreen.preview"))
	d.key("Return")
	d.settle()
}

// finalRefused asks for a final version while something is missing: in place of its preview stands what that is, and no file
// is written.
func (d *desk) finalRefused(w *i18n.Printer) {
	d.t.Helper()
	d.option(w.T("field.period"), "Whole")
	d.option(w.Entity("partner"), w.T("reportscreen.all"))
	d.option(w.T("field.country"), w.T("reportscreen.all"))
	d.option(w.T("field.version"), "Final")
	before, path := len(d.was()), filepath.Join(d.room, "home", "final.xlsx")
	d.press(w.T("reportscreen.write"))
	d.await("file dialog shown")
	d.at(w.T("shell.file.name"))
	d.replace(path)
	d.key("Return")
	d.await("level=WARN", "error shown", "code=report.undated")
	d.at(w.T("shell.ok"))
	d.key("Return")
	d.settle()
	if _, err := os.Stat(path); err == nil || len(d.was()) != before {
		d.t.Errorf("the final version is written: %v, %d reports", err, len(d.was()))
	}
	d.press(w.T("reportscreen.open_record"))
	d.await("msg=revealed")
	d.key("ctrl+7")
	d.await("screen shown", "id=reports")
	d.previews()
	d.option(w.T("field.version"), "Draft")
}

// checkFile looks at what an officer would ask for, and goes to the records.
func (d *desk) checkFile(w *i18n.Printer) {
	d.t.Helper()
	d.key("ctrl+f")
	d.at(w.T("reportscreen.search"))
	d.write(w.T("report.readiness.name"))
	d.settle()
	d.key("Down") // into the list
	d.at(w.T("reportscreen.title"))
	d.key("Down")   // which has no other
	d.key("Escape") // shows all again, with this one chosen
	d.settle()
	d.tab("Table")
	d.key("Down", "Return")
	d.await("msg=revealed")
	d.key("ctrl+7")
	d.await("screen shown", "id=reports")
	d.settle()
	d.tab("Table")
	d.key("Down")
	d.settle()
	d.press(w.T("reportscreen.open_record"))
	d.await("msg=revealed")
	d.key("ctrl+7")
	d.await("screen shown", "id=reports")
	d.key("ctrl+f")
	d.at(w.T("reportscreen.search"))
	d.write(w.T("report.deliverable.name"))
	d.previews()
	d.key("Escape")
}
