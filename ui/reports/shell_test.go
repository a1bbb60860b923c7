package reports

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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

// fakeShell notes what a screen asks of the window.
type fakeShell struct {
	*i18n.Printer
	win    fyne.Window
	went   []string
	toasts []screen.Toast
	errs   []error
	files  []string
	asked  []string // names that were proposed for files
	saveTo string   // where to; empty: nowhere
}

// AskSave answers with saveTo.
func (s *fakeShell) AskSave(ask screen.Saving) {
	s.asked = append(s.asked, ask.Name)
	if s.saveTo != "" {
		ask.Done(s.saveTo)
	}
}

func (s *fakeShell) Language() string                   { return s.Lang() }
func (s *fakeShell) Window() fyne.Window                { return s.win }
func (s *fakeShell) Go(id, record string)               { s.went = append(s.went, id+" "+record) }
func (s *fakeShell) Toast(t screen.Toast)               { s.toasts = append(s.toasts, t) }
func (s *fakeShell) ShowError(err error)                { s.errs = append(s.errs, err) }
func (s *fakeShell) Ask(screen.Question)                {}
func (s *fakeShell) Status(string)                      {}
func (s *fakeShell) OpenFile(path string)               { s.files = append(s.files, "open "+path) }
func (s *fakeShell) ShowInFolder(path string)           { s.files = append(s.files, "show "+path) }
func (s *fakeShell) Undo(string)                        {}
func (s *fakeShell) Reveal(string, string, string) bool { return true }
func (s *fakeShell) OpenLink(string)                    {}
func (s *fakeShell) Copy(string)                        {}
func (s *fakeShell) AskOpen(screen.Opening)             {}

func (s *fakeShell) lastToast() (t screen.Toast) {
	if len(s.toasts) > 0 {
		t = s.toasts[len(s.toasts)-1]
	}
	return t
}

// desk is a screen in a window, over a workspace with the sample.
type desk struct {
	*Screen
	shell *fakeShell
	work  *app.Workspace
}

// hooked is kit's Exec for tests, with something to do at each Apply.
type hooked struct {
	kit.Exec
	onApply func()
}

func (h *hooked) Apply(f func()) {
	h.Exec.Apply(f)
	if h.onApply != nil {
		h.onApply()
	}
}

// sampled is a workspace with the sample, for tests that change nothing in it: loading it takes longer than most of them.
var sampled *app.Workspace

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "reportscreen")
	if err == nil {
		sampled, err = loadSample(folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	if err := errors.Join(sampled.Close(), os.RemoveAll(folder)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

func loadSample(folder string) (*app.Workspace, error) {
	settings, err := app.LoadSettings(filepath.Join(folder, "settings"))
	if err != nil {
		return nil, err
	}
	now := time.Date(2025, 9, 25, 9, 0, 0, 0, time.UTC)
	w, err := app.Create(context.Background(), app.Params{
		Folder: filepath.Join(folder, "workspace"), Settings: settings, Lang: "en", Now: func() time.Time { return now }, Version: "test",
	})
	if err != nil {
		return nil, err
	}
	return w, w.Projects.LoadSample(context.Background())
}

// ownSample is a workspace that a test may change.
func ownSample(tb testing.TB) *app.Workspace {
	tb.Helper()
	w, err := loadSample(tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := w.Close(); err != nil {
			tb.Error(err)
		}
	})
	return w
}

// open shows the screen in a window of a laptop's size less the rail.
func open(tb testing.TB, w *app.Workspace, lang string, exec kit.Exec) *desk {
	tb.Helper()
	d := &desk{work: w, shell: &fakeShell{Printer: i18n.For(lang)}}
	d.Screen = newScreen(Params{Workspace: w, Shell: d.shell, Printer: i18n.For(lang)}, exec)
	d.shell.win = test.NewWindow(d.Content())
	d.shell.win.SetPadded(false)
	d.shell.win.Resize(fyne.NewSize(1170, 742))
	tb.Cleanup(d.shell.win.Close)
	d.Shown()
	tb.Cleanup(d.Hidden)
	return d
}

func start(t *testing.T, w *app.Workspace) *desk {
	t.Helper()
	test.NewTempApp(t)
	kit.Apply(kit.ThemeParams{Look: kit.LookLight})
	return open(t, w, "en", kit.Inline())
}

// set chooses an option's value as a user would.
func (d *desk) set(option app.ReportOption, value string) {
	d.options.selects[option].SetValue(value)
	d.changed(option, value)
}

// event finds one of the sample's events by its number.
func (d *desk) event(tb testing.TB, number string) *data.Event {
	tb.Helper()
	page, err := d.work.Records.List(tb.Context(), app.Query{Entity: "event", Where: []app.Cond{app.Where("number", "=", number)}})
	if err != nil || len(page.Records) != 1 {
		tb.Fatalf("event %s: %d records, %v", number, len(page.Records), err)
	}
	return page.Records[0].(*data.Event)
}

// texts are the texts in an object, in the order of drawing.
func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, child := range test.LaidOutObjects(o) {
		if t, ok := child.(*kit.Text); ok && t.Visible() {
			out = append(out, t.Text())
		}
		if t, ok := child.(*kit.StatusChip); ok {
			out = append(out, t.Text())
		}
	}
	return out
}

func has(list []string, text string) bool { return slices.Contains(list, text) }
