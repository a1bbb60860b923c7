package reports

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestFromDayToDay(t *testing.T) {
	d := start(t)
	d.set(app.OptPeriod, days)
	if d.options.from == nil || len(d.options.selects) != 5 {
		t.Fatal("no days are asked for")
	}
	d.options.from.SetValue("2025-06-01")
	test.Type(d.options.to.Target(), "30/4/2025")
	if !d.options.problem.Visible() || d.options.wrong() == nil {
		t.Error("a last day before the first is taken")
	}
	d.shell.SaveTo = t.TempDir()
	d.Write()
	if d.job != nil || len(d.shell.Toasts) != 0 || d.shell.Win.Canvas().Focused() != d.options.to.Target() {
		t.Error("something is written of days that are none")
	}
	d.options.to.SetValue("")
	test.Type(d.options.to.Target(), "30/6/2025")
	d.changed(optFrom, "2025-06-01")
	if got := d.asked.params().Options; got.From != "2025-06-01" || got.To != "2025-06-30" || got.Period != 0 {
		t.Errorf("%+v", got)
	}
	if got := texts(d.panel.sheets.holder); !has(got, "EL-01") || has(got, "CY-01") {
		t.Errorf("June: %q", got)
	}
	d.Open(findingsOf) // which can do periods alone
	if d.options.from != nil || d.asked.value(app.OptPeriod) != all {
		t.Error("a report that takes no days is asked for some")
	}
}

func TestOneEventOrDeliverable(t *testing.T) {
	d := start(t)
	e := d.event(t, "EL-01")
	d.Open(e.ID)
	if got := d.asked.params().Options; len(got.Events) != 1 || got.Events[0] != e.ID || d.options.selects[app.OptEvent] == nil {
		t.Errorf("%+v", got)
	}
	if got := texts(d.panel.sheets.holder); has(got, "ES-01") {
		t.Errorf("of one event: %q", got)
	}
	d.Open(e.Deliverable)
	if got := d.asked.params().Options; len(got.Events) != 0 || got.Deliverable != e.Deliverable {
		t.Errorf("%+v", got)
	}
	if len(d.shell.Errors) > 0 {
		t.Error(d.shell.Errors)
	}
}

func TestWhatWasWrittenBefore(t *testing.T) {
	d := start(t)
	d.show(true)
	if !has(texts(d.past.content), d.shell.T("reportscreen.past_none")) {
		t.Errorf("at first: %q", texts(d.past.content))
	}
	d.shell.SaveTo = filepath.Join(t.TempDir(), "first.xlsx")
	d.show(false)
	d.set(app.OptCountry, "GR")
	d.Write()
	if got := texts(d.past.content); !has(got, "first.xlsx") || !has(got, "data unchanged") || !has(got, "25 Sep 2025, 09:00 · Deliverable workbook · English · Greece") {
		t.Fatalf("after the first: %q", got)
	}
	screentest.Keep(t, d.shell.Work, &data.Contact{GivenName: "Μαρία"}, &data.Contact{GivenName: "Ελένη"})
	if got := texts(d.past.content); !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "changes since") }) {
		t.Errorf("after changes: %q", got)
	}
	d.show(true)
	d.shell.Opened = nil
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.open"))[0])
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.show_in_folder"))[0])
	if len(d.shell.Opened) != 2 || d.shell.Opened[0] != d.shell.SaveTo {
		t.Errorf("opened %q", d.shell.Opened)
	}
	if err := os.Remove(d.shell.SaveTo); err != nil {
		t.Fatal(err)
	}
	d.show(true)
	if got := texts(d.past.content); !has(got, "file is missing") || len(buttons(d.past.content, d.shell.T("reportscreen.open"))) != 0 {
		t.Errorf("without its file: %q", got)
	}
	d.set(app.OptCountry, all)
	d.shell.SaveTo = t.TempDir()
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.write_again"))[0])
	if d.asked.value(app.OptCountry) != "GR" || len(d.past.list) != 2 || filepath.Base(d.past.list[0].Path) != "first.xlsx" {
		t.Errorf("again: %+v", d.past.list)
	}
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.past_forget"))[1])
	if len(d.past.list) != 1 {
		t.Errorf("forgotten: %+v", d.past.list)
	}
	if !d.Back() || d.inPast {
		t.Error("Esc does not lead back to the preview")
	}
}

// Beside reports stand the newsletter and what was exported; from an issue's file one comes to the issue.
func TestOtherFilesWrittenBefore(t *testing.T) {
	d := start(t)
	w := d.shell.Work
	b, err := w.Bulletins.Find(t.Context(), "2")
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	_, err = w.Bulletins.Write(t.Context(), app.BulletinParams{Bulletin: "2", Lang: "fr", File: filepath.Join(out, "2.html")})
	if err == nil {
		_, err = w.Bulletins.Recipients(t.Context(), app.BulletinParams{Bulletin: "2", Lang: "el", File: filepath.Join(out, "2.csv")})
	}
	for _, entity := range []string{"organisation", "all"} {
		if err == nil {
			err = w.Records.Export(t.Context(), app.ExportParams{Entity: entity, Format: "jsonl", Lang: "nl", File: filepath.Join(out, entity)})
		}
	}
	if err == nil {
		err = w.Projects.Save(t.Context(), filepath.Join(out, "plan.primadesk"))
	}
	if err != nil {
		t.Fatal(err)
	}
	d.show(true)
	got := texts(d.past.content)
	for _, want := range []string{
		"Newsletter 2 · Français", "Newsletter 2, recipients · Ελληνικά", "Organisations · Nederlands", "All records · Nederlands", "Project file",
	} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, " · "+want) }) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	if again := buttons(d.past.content, d.shell.T("reportscreen.write_again")); len(again) != 0 {
		t.Errorf("%d of them can be written again as reports", len(again))
	}
	links := buttons(d.past.content, d.shell.T("reportscreen.open_record"))
	if len(links) != 2 {
		t.Fatalf("%d lead to the issue", len(links))
	}
	test.Tap(links[0])
	if want := "bulletin " + b.ID; !strings.Contains(strings.Join(d.shell.Went, "\n"), want) {
		t.Errorf("%q instead of to %q", d.shell.Went, want)
	}
}

// A folder is written again as the file that the window writes.
func TestFolderIsWrittenAgainAsAFile(t *testing.T) {
	d := start(t)
	e := d.event(t, "EL-01")
	folder := filepath.Join(t.TempDir(), "audit") + string(filepath.Separator)
	params := app.ReportParams{Name: "audit-file", File: folder, Lang: "en", Options: app.ReportOptions{Events: []string{e.ID}, Incomplete: true}}
	if _, err := d.shell.Work.Reports.Write(t.Context(), params); err != nil {
		t.Fatal(err)
	}
	d.show(true)
	d.shell.Opened = nil
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.show_in_folder"))[0])
	if len(d.shell.Opened) != 1 || d.shell.Opened[0] != filepath.Clean(folder) {
		t.Errorf("opened %q", d.shell.Opened)
	}
	d.shell.SaveTo = t.TempDir()
	test.Tap(buttons(d.past.content, d.shell.T("reportscreen.write_again"))[0])
	if len(d.past.list) != 2 || filepath.Base(d.past.list[0].Path) != "audit.zip" {
		t.Errorf("%+v, %v", d.past.list, d.shell.Errors)
	}
}

func TestChoicesAreRemembered(t *testing.T) {
	d := start(t)
	d.set(app.OptPartner, all)
	d.set(app.OptCountry, "IT")
	d.set(optLanguage, "it")
	d.set(app.OptPersonalData, withName)
	state := d.State()
	other := newScreen(d.p, kit.Inline())
	other.SetState(state)
	other.SetState("{not JSON")
	if r := other.asked; r.lang != "it" || r.value(app.OptCountry) != "IT" || r.value(app.OptPersonalData) != noNames || !other.options.more {
		t.Errorf("%+v", r)
	}
	for _, c := range d.Commands() {
		c.Do()
	}
	if list := app.ReportList(); !d.inPast || d.asked.report.Name != list[len(list)-1].Name {
		t.Errorf("the commands lead to %s", d.asked.report.Name)
	}
}

// The keyboard stays where it is when more fields come.
func TestFocusStaysWhenFieldsCome(t *testing.T) {
	d := start(t)
	period := d.options.selects[app.OptPeriod]
	d.shell.Win.Canvas().Focus(period.Target())
	d.set(app.OptPeriod, days)
	if d.options.selects[app.OptPeriod] != period || d.shell.Win.Canvas().Focused() != period.Target() {
		t.Error("the field that was changed is another one now")
	}
}
