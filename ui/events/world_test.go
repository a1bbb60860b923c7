package events

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// today is the day of the tests' clock.
const today = "2025-06-12"

// fakeShell is a window that remembers what it was told.
type fakeShell struct {
	*i18n.Printer
	win    fyne.Window
	work   *app.Workspace
	toasts []screen.Toast
	errors []error
	gone   []string
}

func (f *fakeShell) Language() string       { return f.Lang() }
func (f *fakeShell) Window() fyne.Window    { return f.win }
func (f *fakeShell) Go(id, record string)   { f.gone = append(f.gone, id+" "+record) }
func (f *fakeShell) Toast(t screen.Toast)   { f.toasts = append(f.toasts, t) }
func (f *fakeShell) ShowError(err error)    { f.errors = append(f.errors, err) }
func (f *fakeShell) Ask(q screen.Question)  { q.OnYes() }
func (f *fakeShell) Status(string)          {}
func (f *fakeShell) OpenFile(string)        {}
func (f *fakeShell) ShowInFolder(string)    {}
func (f *fakeShell) Undo(batch string)      { _, _ = f.work.Records.Undo(context.Background(), batch) }
func (f *fakeShell) last() (t screen.Toast) { return f.toasts[len(f.toasts)-1] }

func (f *fakeShell) Reveal(string, string, string) bool { return true }
func (f *fakeShell) OpenLink(string)                    {}
func (f *fakeShell) Copy(string)                        {}
func (f *fakeShell) AskSave(screen.Saving)              {}
func (f *fakeShell) AskOpen(screen.Opening)             {}

// The workspace with the sample is made once, and copied for each test.
var (
	sampleOnce sync.Once
	sampleDir  string
	errSample  error
)

func TestMain(m *testing.M) {
	if sampleDir, errSample = os.MkdirTemp("", "primadesk-test-"); errSample != nil {
		panic(errSample)
	}
	code := m.Run()
	_ = os.RemoveAll(sampleDir)
	os.Exit(code)
}

func sampleFolder(t *testing.T) string {
	t.Helper()
	sampleOnce.Do(func() {
		errSample = makeSample(filepath.Join(sampleDir, "work"), filepath.Join(sampleDir, "config"))
	})
	if errSample != nil {
		t.Fatal(errSample)
	}
	return filepath.Join(sampleDir, "work")
}

func makeSample(folder, config string) error {
	settings, err := app.LoadSettings(config)
	if err != nil {
		return err
	}
	w, err := app.Create(context.Background(), app.Params{Folder: folder, Settings: settings, Lang: "en"})
	if err != nil {
		return err
	}
	return errors.Join(w.Projects.LoadSample(context.Background()), w.Close())
}

// open makes a workspace with the sample, and the screen over it.
func open(t *testing.T, lang string) (*events, *fakeShell) {
	t.Helper()
	s, f := build(t, lang, kit.ThemeParams{Look: kit.LookLight}, true)
	s.Shown()
	t.Cleanup(s.Hidden)
	if len(f.errors) > 0 {
		t.Fatal(f.errors)
	}
	return s, f
}

func build(t *testing.T, lang string, look kit.ThemeParams, sample bool) (*events, *fakeShell) {
	t.Helper()
	dir := t.TempDir()
	settings, err := app.LoadSettings(filepath.Join(dir, "config"))
	if err != nil {
		t.Fatal(err)
	}
	params := app.Params{
		Folder: filepath.Join(dir, "work"), Settings: settings, Lang: lang,
		Now: func() time.Time { return data.Date(today).Time().Add(9 * time.Hour) },
	}
	start := app.Create
	if sample {
		start = app.Open
		if err := os.CopyFS(params.Folder, os.DirFS(sampleFolder(t))); err != nil {
			t.Fatal(err)
		}
	}
	w, err := start(context.Background(), params)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.NewTheme(look))
	f := &fakeShell{Printer: i18n.For(lang), win: a.NewWindow(""), work: w}
	f.win.SetPadded(false)
	t.Cleanup(f.win.Close)
	s := newEvents(Params{Workspace: w, Shell: f, Printer: f.Printer}, kit.Inline())
	f.win.SetContent(s.Content())
	f.win.Resize(fyne.NewSize(1170, 742))
	return s, f
}

// event reads an event of the sample as it is kept.
func (f *fakeShell) event(t *testing.T, number string) *data.Event {
	t.Helper()
	page, err := f.work.Records.List(context.Background(), app.Query{Entity: "event", Where: []app.Cond{app.Where("number", "=", number)}})
	if err != nil || len(page.Records) != 1 {
		t.Fatalf("event %s: %d records, %v", number, len(page.Records), err)
	}
	return page.Records[0].(*data.Event)
}

// evidenceOf is a piece of evidence of an event.
func (f *fakeShell) evidenceOf(t *testing.T, event string) string {
	t.Helper()
	page, err := f.work.Records.List(context.Background(), app.Query{Entity: "evidence", Where: []app.Cond{app.Where("event", "=", event)}})
	if err != nil || len(page.Records) == 0 {
		t.Fatalf("no evidence, %v", err)
	}
	return page.Records[0].Head().ID
}
