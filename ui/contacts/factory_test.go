package contacts

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// shell is a window's shell that remembers what it was asked to do.
type shell struct {
	*i18n.Printer
	window fyne.Window
	w      *app.Workspace
	toasts []screen.Toast
	errors []error
	went   []string
	status string
}

func (s *shell) N(id string, n int, args ...any) string { return s.Printer.N(id, n, args...) }
func (s *shell) Language() string                       { return s.Lang() }
func (s *shell) Window() fyne.Window                    { return s.window }
func (s *shell) Go(screenID, id string)                 { s.went = append(s.went, screenID+" "+id) }
func (s *shell) Toast(t screen.Toast)                   { s.toasts = append(s.toasts, t) }
func (s *shell) ShowError(err error)                    { s.errors = append(s.errors, err) }
func (s *shell) Ask(q screen.Question)                  { q.OnYes() }
func (s *shell) Status(text string)                     { s.status = text }
func (s *shell) OpenFile(string)                        {}
func (s *shell) ShowInFolder(string)                    {}

func (s *shell) Reveal(string, string, string) bool { return true }
func (s *shell) OpenLink(string)                    {}
func (s *shell) Copy(string)                        {}
func (s *shell) AskSave(screen.Saving)              {}
func (s *shell) AskOpen(screen.Opening)             {}

func (s *shell) Undo(batch string) {
	if _, err := s.w.Records.Undo(context.Background(), batch); err != nil {
		s.ShowError(err)
	}
}

// workspace opens a new one, with the sample project where asked.
func workspace(t testing.TB, lang string, sample bool) *app.Workspace {
	t.Helper()
	settings, err := app.LoadSettings(t.TempDir())
	if err == nil {
		err = settings.SetMe("Tester")
	}
	if err != nil {
		t.Fatal(err)
	}
	w, err := app.Create(t.Context(), app.Params{Folder: t.TempDir(), Settings: settings, Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	if sample {
		if err := w.Projects.LoadSample(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// bench is a screen in a window of the usual size, that answers before it returns.
type bench struct {
	t     testing.TB
	w     *app.Workspace
	shell *shell
	s     *contacts
}

func show(t testing.TB, w *app.Workspace, lang string) *bench {
	t.Helper()
	var a fyne.App
	if tt, ok := t.(*testing.T); ok {
		a = test.NewTempApp(tt)
	} else {
		a = test.NewApp()
	}
	a.Settings().SetTheme(kit.NewTheme(kit.ThemeParams{Look: kit.LookLight}))
	win := a.NewWindow("")
	t.Cleanup(win.Close)
	win.SetPadded(false)
	sh := &shell{Printer: i18n.For(lang), window: win, w: w}
	s := newContacts(Params{Workspace: w, Shell: sh, Printer: sh.Printer}, kit.Inline())
	win.SetContent(kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}), s.Content()))
	win.Resize(fyne.NewSize(1170, 742))
	s.Shown()
	t.Cleanup(s.Hidden)
	return &bench{t: t, w: w, shell: sh, s: s}
}

// names are the first cells of the lines, down to n.
func (b *bench) names(n int) []string {
	b.t.Helper()
	var out []string
	for i := range min(n, b.s.source.pages.Len()) {
		cells, ok := b.s.source.pages.Row(i)
		if !ok {
			b.t.Fatalf("line %d is not there", i)
		}
		out = append(out, cells[0].Text)
	}
	return out
}

// line selects the line with a name, as a click does.
func (b *bench) line(name string) {
	b.t.Helper()
	for i, found := range b.names(b.s.source.pages.Len()) {
		if found == name {
			b.s.picked(i)
			return
		}
	}
	b.t.Fatalf("nobody is called %q", name)
}

// edit changes a field as the user does.
func (b *bench) edit(field, value string) {
	b.t.Helper()
	if b.s.record.form.Control(field) == nil {
		b.t.Fatalf("no field %q", field)
	}
	b.s.record.form.SetValue(field, value)
}

// keep writes records straight into the workspace.
func keep(t testing.TB, w *app.Workspace, recs ...data.Record) {
	t.Helper()
	_, err := w.Records.Write(t.Context(), "put", map[string]any{"N": len(recs)}, func(tx *app.Tx) error {
		for _, rec := range recs {
			if err := tx.Save(rec); err != nil {
				return fmt.Errorf("%+v: %w", rec, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// stored is what the workspace holds of a contact.
func (b *bench) stored(id string) *data.Contact {
	b.t.Helper()
	rec, err := b.w.Records.Get(b.t.Context(), entity(), id)
	if err != nil {
		b.t.Fatal(err)
	}
	return rec.(*data.Contact)
}
