package reports

import (
	"fmt"
	"os"
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

func TestWriteDraft(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "deliverable.xlsx")
	said := map[string]bool{}
	d.exec = &hooked{Exec: kit.Inline(), onApply: func() {
		for _, text := range texts(d.footer.content) {
			said[text] = true
		}
	}}
	test.Tap(d.footer.write)
	if info, err := os.Stat(d.shell.SaveTo); err != nil || info.Size() < 5000 {
		t.Fatalf("file: %v, %v; %q", info, err, d.shell.Errors)
	}
	if !said["Writing “Events”, sheet 4 of 17"] {
		t.Errorf("progress said %v", said)
	}
	toast := d.shell.Last()
	if toast.Text != "deliverable.xlsx is written, as a DRAFT. Some information is still to be completed." || len(toast.Actions) != 2 {
		t.Fatalf("toast %+v", toast)
	}
	toast.Actions[0].Do()
	toast.Actions[1].Do()
	if got := fmt.Sprint(d.shell.Opened); got != fmt.Sprintf("[%s %s]", d.shell.SaveTo, d.shell.SaveTo) {
		t.Errorf("files %s", got)
	}
	if d.job != nil || d.footer.write.Disabled() || d.footer.progress.Visible() || d.footer.note.Text() != toast.Text {
		t.Error("after writing the footer is not as before")
	}
}

func TestCancelKeepsWhatWasThere(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "old.xlsx")
	if err := os.WriteFile(d.shell.SaveTo, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	hook := &hooked{Exec: kit.Inline()}
	hook.onApply = func() {
		if d.job != nil {
			hook.onApply = nil
			d.cancel()
		}
	}
	d.exec = hook
	d.Write()
	if got, err := os.ReadFile(d.shell.SaveTo); err != nil || string(got) != "old" {
		t.Errorf("the file holds %d bytes, %v", len(got), err)
	}
	if len(d.shell.Errors) != 0 || d.shell.Last().Text != d.shell.T("reportscreen.cancelled") || d.job != nil {
		t.Errorf("errors %v, toasts %v", d.shell.Errors, d.shell.Toasts)
	}
	left, err := os.ReadDir(filepath.Dir(d.shell.SaveTo))
	if err != nil || len(left) != 1 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

// dropped is an Exec whose window is gone: nothing is applied any more.
type dropped struct{}

func (dropped) Go(work func()) { go work() }
func (dropped) Apply(func())   {}

func TestCloseWaitsForTheWriting(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "report.xlsx")
	d.exec = dropped{}
	d.Write()
	j := d.job
	d.Close()
	select {
	case <-j.done:
	default:
		t.Error("something is still being written")
	}
	if d.job != nil || len(d.shell.Toasts) != 0 {
		t.Error("a closed screen still tells")
	}
}

func TestFinalIsRefusedWithLinks(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "final.xlsx")
	d.set(app.OptFinal, final)
	es := d.event(t, "ES-01")
	if got := strings.Join(texts(d.panel.holder), "\n"); d.panel.sheets != nil || !strings.Contains(got, "ES-01") || !strings.Contains(got, "no date") {
		t.Fatalf("said %q", got)
	}
	links := buttons(d.panel.holder, d.shell.T("reportscreen.open_record"))
	if len(links) != 1 {
		t.Fatalf("%d links", len(links))
	}
	test.Tap(links[0])
	if got := fmt.Sprint(d.shell.Went); got != "[event "+es.ID+" start]" {
		t.Errorf("went to %s", got)
	}
	d.Write()
	if len(d.shell.Errors) != 1 || len(d.shell.Toasts) != 0 {
		t.Errorf("errors %v, toasts %v", d.shell.Errors, d.shell.Toasts)
	}
	if _, err := os.Stat(d.shell.SaveTo); err == nil {
		t.Error("a final version was written")
	}
	d.set(app.OptPeriod, "1")
	d.Write()
	if toast := d.shell.Last(); toast.Text != "final.xlsx is written." {
		t.Errorf("of a period: %q, %v", toast.Text, d.shell.Errors)
	}
}

func buttons(o fyne.CanvasObject, text string) []*kit.Button {
	var out []*kit.Button
	for _, child := range test.LaidOutObjects(o) {
		if b, ok := child.(*kit.Button); ok && b.Text() == text {
			out = append(out, b)
		}
	}
	return out
}

func TestSumsThatAreOffAreNamed(t *testing.T) {
	d := start(t)
	e := d.event(t, "EL-01")
	one := 1
	if _, err := d.shell.Work.Records.Save(t.Context(), &data.Attendance{Event: e.ID, Count: &one, IncludesNamed: true}); err != nil {
		t.Fatal(err)
	}
	d.shell.SaveTo = filepath.Join(t.TempDir(), "draft.xlsx")
	d.Write()
	got := strings.Join(texts(d.panel.notice), "\n")
	if !d.panel.notice.Visible() || !strings.Contains(got, "EL-01") || !strings.Contains(got, "difference") {
		t.Errorf("notice %q", got)
	}
	if toast := d.shell.Last(); !strings.Contains(toast.Text, "DRAFT") || !strings.Contains(toast.Text, "do not add up") {
		t.Errorf("toast %q, errors %v", toast.Text, d.shell.Errors)
	}
	links := buttons(d.panel.notice, d.shell.T("reportscreen.open_record"))
	if len(links) == 0 {
		t.Fatal("no link to the event")
	}
	test.Tap(links[0])
	d.set(app.OptFinal, final)
	if d.panel.notice.Visible() || !strings.Contains(strings.Join(texts(d.panel.holder), "\n"), "EL-01") {
		t.Errorf("a final version: %q", texts(d.panel.holder))
	}
	d.Write()
	if fmt.Sprint(d.shell.Went) != "[event "+e.ID+" attendance]" || len(d.shell.Errors) != 1 {
		t.Errorf("went to %v, errors %v", d.shell.Went, d.shell.Errors)
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
