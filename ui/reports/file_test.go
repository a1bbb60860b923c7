package reports

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"primadesk/app"
	"primadesk/assets/i18n"
)

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		report, acronym, subject, period, lang, want string
	}{
		{"deliverable", "PRIMACENTERS", "D2.1", "", "fr", "PRIMACENTERS-D2.1-fr.xlsx"},
		{"deliverable", "PRIMACENTERS", "", "1", "en", "PRIMACENTERS-deliverable-P1-en.xlsx"},
		{"readiness", "ΑΓΡΟ/Δίκτυο: 2", "", "", "el", "ΑΓΡΟ-Δίκτυο-2-readiness-el.xlsx"},
		{"readiness", "", "", "", "it", "readiness-it.xlsx"},
		{"deliverable", `..\..\x<>|?*"`, "...", "", "es", "x-es.xlsx"},
	} {
		r := request{report: app.Report{Name: c.report, Takes: []app.ReportOption{app.OptPeriod}}, lang: c.lang, values: map[app.ReportOption]string{}}
		if c.period != "" {
			r.values[app.OptPeriod] = c.period
		}
		if got := r.fileName(c.acronym, c.subject); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestTarget(t *testing.T) {
	folder := t.TempDir()
	for typed, want := range map[string]string{
		" report ": filepath.Join(folder, "report.xlsx"), "report.XLSX": filepath.Join(folder, "report.XLSX"),
		"D2.1": filepath.Join(folder, "D2.1.xlsx"), "sub/x.xlsx": filepath.Join(folder, "sub", "x.xlsx"),
		filepath.Join(folder, "..", "y"): filepath.Join(filepath.Dir(folder), "y.xlsx"),
	} {
		if got := target(folder, typed); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
}

func TestRequestAsksOnlyWhatTheReportTakes(t *testing.T) {
	r := request{lang: "fr", report: app.Report{Name: "x", Takes: []app.ReportOption{app.OptPeriod, app.OptFinal}}, values: map[app.ReportOption]string{
		app.OptPeriod: "2", app.OptFinal: final, app.OptCountry: "GR", app.OptPersonalData: withName,
	}}
	o := r.params().Options
	if o.Period != 2 || !o.Final || o.Country != "" || o.WithPersonalData || r.params().Lang != "fr" {
		t.Errorf("%+v", o)
	}
	r.values = map[app.ReportOption]string{app.OptPeriod: all}
	if o := r.params().Options; o.Period != 0 || o.Final {
		t.Errorf("%+v", o)
	}
}

func TestNumbersAndSentences(t *testing.T) {
	for text, want := range map[string]bool{
		"1 208": true, "1.208,5": true, "58 %": true, "−2": true, "": false, "EL-03": false, "02/06/2025": false, "–": false,
	} {
		if isNumber(text) != want {
			t.Errorf("%q is a number: %v", text, !want)
		}
	}
	for _, c := range [][3]string{
		{"EL-01 Event: no list.", "EL-01 Event", "No list."},
		{"In EL-01 nothing.", "EL-01", "In EL-01 nothing."},
		{"EL-01", "EL-01", "EL-01"},
		{"ES-01 Réunion : sans date", "ES-01 Réunion", "Sans date"},
	} {
		if got := without(c[0], c[1]); got != c[2] {
			t.Errorf("%q without %q: %q", c[0], c[1], got)
		}
	}
}

func TestTheDialogTakesTheKeyboard(t *testing.T) {
	d := start(t, sampled)
	d.folder = t.TempDir()
	canvas := d.shell.win.Canvas()
	d.Write()
	if canvas.Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	field, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok || !field.Visible() {
		t.Fatal("the name has not got the keyboard")
	}
	if got := selected(canvas); got != "PRIMACENTERS-D2.1-en.xlsx" {
		t.Errorf("%q is selected", got)
	}
	press(d, fyne.KeyDelete, fyne.KeyReturn)
	if !has(texts(canvas.Overlays().Top()), d.shell.T("reportscreen.name_missing")) || d.shell.lastToast().Text != "" {
		t.Errorf("without a name: %q", texts(canvas.Overlays().Top()))
	}
	test.Type(canvas.Focused(), "no/such/folder")
	press(d, fyne.KeyReturn)
	if len(d.shell.toasts) != 0 || canvas.Overlays().Top() == nil {
		t.Error("a folder that is not there was taken")
	}
	canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(canvas.Focused(), "mine")
	press(d, fyne.KeyReturn)
	path := filepath.Join(d.folder, "mine.xlsx")
	if _, err := os.Stat(path); err != nil || canvas.Overlays().Top() != nil {
		t.Fatalf("not written: %v, %v", err, d.shell.errs)
	}

	// Once more into the same file: that is asked first, and No leads back to the name.
	before := len(d.shell.toasts)
	d.Write()
	canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(canvas.Focused(), path)
	press(d, fyne.KeyReturn)
	if !has(texts(canvas.Overlays().Top()), d.shell.T("reportscreen.replace_title")) {
		t.Fatalf("asked %q", texts(canvas.Overlays().Top()))
	}
	press(d, fyne.KeyReturn) // the focus begins on No
	if got := selected(canvas); got != path || len(d.shell.toasts) != before {
		t.Errorf("after No %q is selected, %d toasts", got, len(d.shell.toasts))
	}
	press(d, fyne.KeyReturn)
	test.Tap(buttons(canvas.Overlays().Top(), i18n.For("en").T("reportscreen.replace"))[0])
	if len(d.shell.toasts) != before+1 {
		t.Error("not written again")
	}
	d.Write()
	press(d, fyne.KeyEscape)
	if canvas.Overlays().Top() != nil || len(d.shell.toasts) != before+1 {
		t.Error("Esc does not leave the dialog")
	}
}

func TestAnotherFolder(t *testing.T) {
	d := start(t, sampled)
	d.folder = t.TempDir()
	inside := filepath.Join(d.folder, "Παραδοτέα")
	if err := os.Mkdir(inside, 0o700); err != nil {
		t.Fatal(err)
	}
	canvas := d.shell.win.Canvas()
	other := func() {
		test.Tap(buttons(canvas.Overlays().Top(), d.shell.T("reportscreen.other_folder"))[0])
	}
	d.Write()
	test.Type(canvas.Focused(), "mine") // in place of what is suggested
	other()
	answer(t, canvas, false)
	if got := texts(canvas.Overlays().Top()); !has(got, d.folder) {
		t.Errorf("after Cancel: %q", got)
	}
	d.folder = inside
	press(d, fyne.KeyEscape)
	d.Write()
	test.Type(canvas.Focused(), "mine")
	other()
	answer(t, canvas, true)
	press(d, fyne.KeyReturn)
	if _, err := os.Stat(filepath.Join(inside, "mine.xlsx")); err != nil {
		t.Errorf("not written: %v, %v", err, d.shell.errs)
	}
}

// answer presses Fyne's own button for yes, or the other one.
func answer(t *testing.T, c fyne.Canvas, yes bool) {
	t.Helper()
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if b, ok := o.(*widget.Button); ok && b.Text != "" && yes == (b.Importance == widget.HighImportance) && (yes || b.Text == "Cancel") {
			test.Tap(b)
			return
		}
	}
	t.Fatal("no such button")
}

func selected(c fyne.Canvas) string {
	if field, ok := c.Focused().(interface{ SelectedText() string }); ok {
		return field.SelectedText()
	}
	return ""
}
