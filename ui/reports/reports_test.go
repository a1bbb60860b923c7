package reports

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func names(reports []app.Report) string {
	var out []string
	for _, r := range reports {
		out = append(out, r.Name)
	}
	return strings.Join(out, " ")
}

func press(d *desk, keys ...fyne.KeyName) {
	for _, key := range keys {
		d.shell.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestSearchAndKeysChooseAReport(t *testing.T) {
	d := start(t)
	all := names(app.ReportList())
	if got := names(d.shown); got != all || d.asked.report.Name != "deliverable" {
		t.Fatalf("shown %q, chosen %s", got, d.asked.report.Name)
	}
	d.FocusSearch()
	field := d.shell.Win.Canvas().Focused()
	test.Type(field, "SEVER audit")
	if got := names(d.shown); got != "readiness" || d.asked.report.Name != "readiness" {
		t.Errorf("searching: shown %q, chosen %s", got, d.asked.report.Name)
	}
	test.Type(field, " nothing")
	if len(d.shown) != 0 || !has(texts(d.kinds), d.shell.T("reportscreen.none_found")) {
		t.Errorf("shown %q, said %q", names(d.shown), texts(d.kinds))
	}
	if !d.Back() || names(d.shown) != all || d.Back() {
		t.Error("Esc does not lead out of the search, once")
	}
	d.Open("deliverable")
	if len(d.options.selects) != 5 {
		t.Errorf("%d options", len(d.options.selects))
	}
	d.kinds.focus()
	list := app.ReportList()
	press(d, fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if d.asked.report.Name != list[1].Name {
		t.Errorf("Home, Down, Down, Up: %s", d.asked.report.Name)
	}
	press(d, fyne.KeyEnd, fyne.KeyDown)
	if !d.inLeave {
		t.Errorf("End: %s", d.kinds.chosen)
	}
	press(d, fyne.KeyUp)
	if last := list[len(list)-1]; d.inLeave || d.asked.report.Name != last.Name {
		t.Errorf("Up: %s, not %s", d.asked.report.Name, last.Name)
	}
	d.Open("deliverable")
	d.Open("no such report")
	if d.asked.report.Name != "deliverable" {
		t.Errorf("opened %s", d.asked.report.Name)
	}
}

func TestOptionsOfferWhatTheProjectHas(t *testing.T) {
	d := start(t)
	shown := func(o app.ReportOption) string {
		var out []string
		for _, option := range d.options.menu.options[o] {
			out = append(out, option.Text)
		}
		return strings.Join(out, " | ")
	}
	for option, want := range map[app.ReportOption]string{
		optLanguage:         "English | Français | Ελληνικά | Español | Italiano | Nederlands",
		app.OptPersonalData: "None | With names",
		app.OptFinal:        "Draft | Final",
		app.OptCountry:      "All | Belgium | Cyprus | Greece | Italy | Spain",
	} {
		if got := shown(option); got != want {
			t.Errorf("%s: %s, want %s", option, got, want)
		}
	}
	for option, want := range map[app.ReportOption]string{
		app.OptPeriod: "Whole project | 1 · 1 May 2024 – 31 Oct 2025", app.OptWorkPackage: "All | WP", app.OptDeliverable: "All | D2.1 · ",
		app.OptType: "All | ", app.OptPartner: "All | ",
	} {
		if got := shown(option); !strings.HasPrefix(got, want) || len(d.options.menu.options[option]) < 2 {
			t.Errorf("%s: %s, want %s…", option, got, want)
		}
	}
	if got := d.options.selects[optLanguage].Shown(); got != "English" {
		t.Errorf("the language is %s, want the window's", got)
	}
}

func TestPreviewFollowsTheOptions(t *testing.T) {
	d := start(t)
	if n := len(d.panel.names()); n != 17 {
		t.Fatalf("%d sheets: %q", n, d.panel.names())
	}
	events := d.panel.sheets
	if events.list[events.at].Name != "Events" || !has(texts(events.holder), "to complete") || !has(texts(events.holder), "ES-01") {
		t.Errorf("shown first: %s, %q", events.list[events.at].Name, texts(events.holder))
	}
	d.set(optLanguage, "el")
	if now := d.panel.sheets; now.at != events.at || !has(texts(now.holder), "προς συμπλήρωση") || !has(texts(now.holder), "Ελλάδα") {
		t.Errorf("in Greek: %q", texts(now.holder))
	}
	d.set(optLanguage, "en")
	d.set(app.OptCountry, "GR")
	if got := texts(d.panel.sheets.holder); !has(got, "EL-01") || has(got, "ES-01") {
		t.Errorf("Greece: %q", got)
	}
	d.set(app.OptCountry, all)
	d.set(app.OptPersonalData, withName)
	if n := len(d.panel.names()); n != 18 {
		t.Errorf("with names: %d sheets", n)
	}
	test.Tap(d.panel.sheets.next)
	if d.panel.sheets.at != events.at+1 || d.panel.sheets.back.Disabled() {
		t.Errorf("the arrow leads to sheet %d", d.panel.sheets.at)
	}
	d.panel.sheets.show(0)
	if got := texts(d.panel.sheets.holder); !d.panel.sheets.back.Disabled() || !has(got, "101140836") || !has(got, "DRAFT · Some information is still to be completed.") {
		t.Errorf("cover: %q", got)
	}
}

func TestPreviewFollowsChanges(t *testing.T) {
	d := start(t)
	e := d.event(t, "EL-01")
	e.Name.In["en"] = "Harbour meeting"
	save := func() {
		if _, err := d.shell.Work.Records.Save(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	save()
	if !has(texts(d.panel.sheets.holder), "Harbour meeting") {
		t.Errorf("after a change: %q", texts(d.panel.sheets.holder))
	}
	d.Hidden()
	e = d.event(t, "EL-01")
	e.Name.In["en"] = "Another meeting"
	save()
	if has(texts(d.panel.sheets.holder), "Another meeting") {
		t.Error("a hidden screen still follows")
	}
	d.Shown()
	if !has(texts(d.panel.sheets.holder), "Another meeting") {
		t.Error("shown again it is not up to date")
	}
}

func TestFindingsOpenTheirRecords(t *testing.T) {
	d := start(t)
	d.Open(findingsOf)
	f := d.panel.findings
	if f == nil || f.Len() == 0 || f.list[0].Severity != data.Severe {
		t.Fatalf("findings %+v", f)
	}
	cells, _ := f.Row(0)
	if cells[0].Text != "Error" || cells[0].Tone != kit.ToneLate || !strings.HasPrefix(cells[1].Text, "ES-01") || strings.HasPrefix(cells[2].Text, "ES-01") {
		t.Errorf("row %+v", cells)
	}
	f.table.Focus() // selects the first row
	_, remedy := app.TellFinding(i18n.For("en"), f.list[0])
	if !f.detail.Visible() || !has(texts(f.detail), remedy) {
		t.Errorf("said %q, want %q", texts(f.detail), remedy)
	}
	press(d, fyne.KeyReturn)
	if got := fmt.Sprint(d.shell.Went); got != "[event "+f.list[0].Record+" "+f.list[0].Field+"]" {
		t.Errorf("went to %s", got)
	}
	d.set(app.OptPeriod, "2")
	if now := d.panel.findings; now == f || now.Len() == 0 {
		t.Error("the period changes nothing")
	}
	d.shell.SaveTo = filepath.Join(t.TempDir(), "check.xlsx")
	d.Write()
	if d.shell.Last().Text != "check.xlsx is written." {
		t.Errorf("toast %q, errors %v", d.shell.Last().Text, d.shell.Errors)
	}
}

func TestALanguageSwitchMakesTheScreenAnew(t *testing.T) {
	for _, lang := range i18n.Languages {
		d := open(t, screentest.Params{Lang: lang, Look: kit.ThemeParams{Look: kit.LookDark}, Today: day})
		p := i18n.For(lang)
		if d.Title() != p.T("reportscreen.title") || d.asked.lang != lang || d.options.selects[optLanguage].Shown() != i18n.Name(lang) {
			t.Errorf("%s: %s, %s", lang, d.Title(), d.asked.lang)
		}
		if !has(texts(d.panel.sheets.holder), p.T("report.to_complete")) {
			t.Errorf("%s: %q", lang, texts(d.panel.sheets.holder))
		}
		d.Hidden()
	}
}

// A report that needs something says so until it is chosen, shows its field, and puts the keyboard there instead of writing.
func TestWhatAReportNeedsIsAskedFor(t *testing.T) {
	d := start(t)
	d.pick("template")
	if len(d.asked.lacks()) != 1 || d.options.template == nil {
		t.Fatalf("lacks %v", d.asked.lacks())
	}
	d.shell.SaveTo = t.TempDir()
	d.Write()
	if d.job != nil || len(d.shell.Toasts) > 0 {
		t.Error("something was written")
	}
	form, err := filepath.Abs("../../docs/examples/events.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	d.shell.OpenFrom = form
	d.options.template.Tapped(nil)
	if len(d.asked.lacks()) != 0 || d.options.template.Text() != "events.xlsx" {
		t.Fatalf("after choosing: lacks %v, %q", d.asked.lacks(), d.options.template.Text())
	}
	d.Write()
	d.shell.Last().Actions[0].Do()
	if got := filepath.Base(d.shell.Opened[0]); got != "PRIMACENTERS-D2.1-en.xlsx" {
		t.Errorf("wrote %q", got)
	}
	if strings.Contains(d.State(), "events.xlsx") {
		t.Error("the name of a file is kept with the screen's state")
	}
}

// The list is parted by what one is at.
func TestReportsStandByJob(t *testing.T) {
	d := start(t)
	jobs := []app.ReportJob{}
	for _, r := range app.ReportList() {
		if r.Job == "" || r.Ending == "" {
			t.Errorf("%s has no job or no ending", r.Name)
		}
		if len(jobs) == 0 || jobs[len(jobs)-1] != r.Job {
			jobs = append(jobs, r.Job)
		}
	}
	sorted := slices.Clone(jobs)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(jobs) {
		t.Errorf("the jobs are mixed: %v", jobs)
	}
	if got := len(d.kinds.rows.Objects); got != len(jobs)+len(app.ReportList())+2 { // and what is looked for before a file leaves
		t.Errorf("%d lines for %d jobs and %d reports", got, len(jobs), len(app.ReportList()))
	}
}
