// Package screentest is what the tests of all screens stand on: a workspace with the sample, and a window that remembers
// what it was told.
package screentest

import (
	"cmp"
	"context"
	"errors"
	"image/png"
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
	"primadesk/ui/kit/kittest"
	"primadesk/ui/screen"
)

// Today is the day of the tests' clock.
const Today data.Date = "2025-06-12"

// Size is what a screen has of a window of 1366x768.
var Size = fyne.NewSize(1170, 742)

// Shell is a window that remembers what it was told. Questions are answered with Yes; what is undone is undone.
type Shell struct {
	*i18n.Printer
	Win      fyne.Window
	Work     *app.Workspace
	Toasts   []screen.Toast
	Errors   []error
	Went     []string // "screen record", or "entity record field"
	Opened   []string // files and addresses
	Copied   string
	Said     string // in the status bar
	SaveTo   string // what AskSave answers: a folder or a file; empty: the user thinks better of it
	OpenFrom string // what AskOpen answers
}

var _ screen.Shell = (*Shell)(nil)

// Language implements screen.Shell, as do all that follow.
func (s *Shell) Language() string { return s.Lang() }

// Window is the test's window.
func (s *Shell) Window() fyne.Window { return s.Win }

// Go notes where.
func (s *Shell) Go(screenID, record string) { s.Went = append(s.Went, screenID+" "+record) }

// Reveal notes what.
func (s *Shell) Reveal(entity, record, field string) bool {
	s.Went = append(s.Went, entity+" "+record+" "+field)
	return true
}

// Toast notes the toast.
func (s *Shell) Toast(t screen.Toast) { s.Toasts = append(s.Toasts, t) }

// ShowError notes the error.
func (s *Shell) ShowError(err error) { s.Errors = append(s.Errors, err) }

// Ask says yes.
func (s *Shell) Ask(q screen.Question) { q.OnYes() }

// Status notes the text.
func (s *Shell) Status(text string) { s.Said = text }

// OpenFile notes the path.
func (s *Shell) OpenFile(path string) { s.Opened = append(s.Opened, path) }

// OpenLink notes the address.
func (s *Shell) OpenLink(address string) { s.Opened = append(s.Opened, address) }

// ShowInFolder notes the path.
func (s *Shell) ShowInFolder(path string) { s.Opened = append(s.Opened, path) }

// Copy notes the text.
func (s *Shell) Copy(text string) { s.Copied = text }

// AskSave answers with SaveTo.
func (s *Shell) AskSave(ask screen.Saving) {
	if s.SaveTo == "" {
		return
	}
	path := s.SaveTo
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, ask.Name)
	}
	ask.Done(path)
}

// AskOpen answers with OpenFrom.
func (s *Shell) AskOpen(ask screen.Opening) {
	if s.OpenFrom != "" {
		ask.Done(s.OpenFrom)
	}
}

// Undo undoes.
func (s *Shell) Undo(batch string) {
	if _, err := s.Work.Records.Undo(context.Background(), batch); err != nil {
		s.ShowError(err)
	}
}

// Last is the newest toast, an empty one where there is none.
func (s *Shell) Last() (t screen.Toast) {
	if n := len(s.Toasts); n > 0 {
		t = s.Toasts[n-1]
	}
	return t
}

// Params is how a test begins.
type Params struct {
	Lang  string // en when empty
	Look  kit.ThemeParams
	Empty bool      // a workspace without the sample
	Today data.Date // of the test's clock; Today when empty
	// OnRead is told the SQL of each query, for tests that count them; may be nil.
	OnRead func(sql string)
}

// Open opens a workspace and a window for one test. Nothing is in the window yet: see Shell.Show.
func Open(tb testing.TB, p Params) *Shell {
	tb.Helper()
	if p.Lang == "" {
		p.Lang = "en"
	}
	work := workspaceOn(tb, p)
	var a fyne.App
	if t, ok := tb.(*testing.T); ok {
		a = test.NewTempApp(t)
	} else {
		a = test.NewApp()
	}
	a.Settings().SetTheme(kit.NewTheme(p.Look))
	s := &Shell{Printer: i18n.For(p.Lang), Win: a.NewWindow(""), Work: work}
	s.Win.SetPadded(false)
	tb.Cleanup(s.Win.Close)
	return s
}

// Show puts a screen into the window, in its usual size, and tells it that it is shown.
func (s *Shell) Show(tb testing.TB, v screen.Screen) {
	tb.Helper()
	s.Win.SetContent(kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}), v.Content()))
	s.Win.Resize(Size)
	v.Shown()
	tb.Cleanup(v.Hidden)
	if len(s.Errors) > 0 {
		tb.Fatal(s.Errors)
	}
}

// Reached goes once with Tab through the window, and gives what all that is called which has the keyboard: a trace says so.
func (s *Shell) Reached() []string {
	c := s.Win.Canvas()
	c.Unfocus()
	c.FocusNext()
	var names []string
	for first := c.Focused(); first != nil; {
		names = append(names, kit.NameOf(c.Focused()))
		if c.FocusNext(); c.Focused() == first {
			break
		}
	}
	return names
}

// Capture draws the window into a file of the folder that PRIMADESK_SCREENS names.
func (s *Shell) Capture(tb testing.TB, name string) {
	tb.Helper()
	dir := os.Getenv("PRIMADESK_SCREENS")
	if dir == "" {
		tb.Fatal("PRIMADESK_SCREENS names no folder")
	}
	size := s.Win.Canvas().Size()
	s.Win.Resize(size.AddWidthHeight(1, 0)) // drawn twice the same: what wraps has learnt its width by the second time
	s.Win.Resize(size)
	kittest.Settle(s.Win.Content())
	s.Readable(tb, name)
	out, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		tb.Fatal(err)
	}
	if err := errors.Join(png.Encode(out, s.Win.Canvas().Capture()), out.Close()); err != nil {
		tb.Fatal(err)
	}
}

// Readable fails the test where a text in the window cannot be read on what it stands on, or lacks the room that it needs.
func (s *Shell) Readable(tb testing.TB, name string) {
	tb.Helper()
	found, _ := kittest.Unreadable(s.Win.Content())
	for _, what := range append(found, kittest.Overflowing(s.Win.Content())...) {
		tb.Errorf("%s: %s", name, what)
	}
}

// sample is the folder of a workspace with the sample: loaded once in a test program, and copied for each test, since
// loading takes longer than most tests.
var sample struct {
	once   sync.Once
	folder string
	err    error
}

func sampleFolder() (string, error) {
	sample.once.Do(func() { sample.folder, sample.err = makeSample() })
	return sample.folder, sample.err
}

func makeSample() (string, error) {
	dir, err := os.MkdirTemp("", "primadesk-screentest-")
	if err != nil {
		return "", err
	}
	settings, err := app.LoadSettings(filepath.Join(dir, "config"))
	if err != nil {
		return "", err
	}
	work, err := app.Create(context.Background(), app.Params{Folder: filepath.Join(dir, "work"), Settings: settings, Lang: "en", Now: clock(Today)})
	if err != nil {
		return "", err
	}
	return dir, errors.Join(work.Projects.LoadSample(context.Background()), work.Close())
}

// Main runs a package's tests, and removes what they shared: func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }.
func Main(m *testing.M) int {
	code := m.Run()
	if sample.folder != "" {
		if err := os.RemoveAll(sample.folder); err != nil && code == 0 {
			code = 1
		}
	}
	return code
}

func clock(day data.Date) func() time.Time {
	return func() time.Time { return day.Time().Add(9 * time.Hour) }
}

func workspaceOn(tb testing.TB, p Params) *app.Workspace {
	tb.Helper()
	dir := tb.TempDir()
	folder := filepath.Join(dir, "work")
	start := app.Create
	if !p.Empty {
		from, err := sampleFolder()
		if err == nil {
			err = os.CopyFS(folder, os.DirFS(filepath.Join(from, "work")))
		}
		if err != nil {
			tb.Fatal(err)
		}
		start = app.Open
	}
	settings, err := app.LoadSettings(filepath.Join(dir, "config"))
	if err == nil {
		err = settings.SetMe("Tester")
	}
	if err != nil {
		tb.Fatal(err)
	}
	work, err := start(tb.Context(), app.Params{Folder: folder, Settings: settings, Lang: p.Lang, Now: clock(cmp.Or(p.Today, Today)), OnRead: p.OnRead})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := work.Close(); err != nil {
			tb.Error(err)
		}
	})
	return work
}

// Keep writes records straight into a workspace.
func Keep(tb testing.TB, w *app.Workspace, recs ...data.Record) {
	tb.Helper()
	_, err := w.Records.Write(tb.Context(), "put", map[string]any{"N": len(recs)}, func(tx *app.Tx) error {
		for _, rec := range recs {
			if err := tx.Save(rec); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// Stored reads a record as the workspace holds it.
func Stored[T data.Record](tb testing.TB, w *app.Workspace, id string) T {
	tb.Helper()
	rec, err := w.Records.Find(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	typed, ok := rec.(T)
	if !ok {
		tb.Fatalf("%s is a %T", id, rec)
	}
	return typed
}

// Event finds an event of the sample by its number.
func Event(tb testing.TB, w *app.Workspace, number string) *data.Event {
	tb.Helper()
	page, err := w.Records.List(tb.Context(), app.Query{Entity: "event", Where: []app.Cond{app.Where("number", "=", number)}})
	if err != nil || len(page.Records) != 1 {
		tb.Fatalf("event %s: %d records, %v", number, len(page.Records), err)
	}
	return page.Records[0].(*data.Event)
}
