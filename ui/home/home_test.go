package home

import (
	"log/slog"
	"slices"
	"strings"
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

var day = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// shell remembers what the screen asked of it.
type shell struct {
	screen.Shell
	p      *i18n.Printer
	went   []string
	errors []error
}

func (s *shell) Go(id, record string) { s.went = append(s.went, strings.TrimSpace(id+" "+record)) }
func (s *shell) ShowError(err error)  { s.errors = append(s.errors, err) }
func (s *shell) Language() string     { return s.p.Lang() }

// shown makes the screen over a new workspace and puts it into a window.
func shown(t *testing.T, lang string, fill func(*app.Workspace) error) (*Screen, *shell) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.ThemeParams{Look: kit.LookLight}))
	settings, err := app.LoadSettings(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := app.Create(t.Context(), app.Params{Folder: t.TempDir() + "/w", Settings: settings, Lang: lang, Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	w.Log = slog.New(slog.DiscardHandler)
	if err := fill(w); err != nil {
		t.Fatal(err)
	}
	p := i18n.For(lang)
	sh := &shell{p: p}
	s := New(Params{Workspace: w, Shell: sh, Printer: p, Exec: kit.Inline()})
	win := test.NewWindow(s.Content())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1170, 740))
	s.Shown()
	t.Cleanup(func() {
		s.Hidden()
		win.Close()
		_ = w.Close()
	})
	return s, sh
}

func sample(t *testing.T) func(*app.Workspace) error {
	return func(w *app.Workspace) error { return w.Projects.LoadSample(t.Context()) }
}

func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		switch x := x.(type) {
		case *kit.Text:
			out = append(out, x.Text())
		case *kit.StatusChip:
			out = append(out, x.Text())
		}
	}
	return out
}

func TestHomeShowsTheSample(t *testing.T) {
	for _, lang := range i18n.Languages {
		s, sh := shown(t, lang, sample(t))
		p := i18n.For(lang)
		all := texts(s.Content())
		for _, want := range []string{p.T("home.coming"), p.T("home.ready"), p.T("home.targets"), p.T("home.lately"), p.N("home.late", 3),
			p.T("home.reached", "Actual", "6", "Target", "12"), i18n.Lower(p.Enum("event_status", "confirmed"))} {
			if !slices.Contains(all, want) {
				t.Errorf("%s: nothing says %q", lang, want)
			}
		}
		if len(sh.errors) > 0 {
			t.Errorf("%s: %v", lang, sh.errors)
		}
		if bad := slices.IndexFunc(all, func(s string) bool { return strings.HasPrefix(s, "[") }); bad >= 0 {
			t.Errorf("%s: %q", lang, all[bad])
		}
	}
}

func TestFindingsOpenTheirRecords(t *testing.T) {
	s, sh := shown(t, "en", sample(t))
	links := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "Open" {
			links++
			test.Tap(b)
		}
	}
	if links == 0 || len(sh.went) != links || !strings.HasPrefix(sh.went[0], "events 01a19467-") {
		t.Errorf("%d links lead to %q", links, sh.went)
	}
}

func TestHomeFollowsChanges(t *testing.T) {
	s, _ := shown(t, "en", sample(t))
	c := &data.Contact{GivenName: "Νέα", FamilyName: "Επαφή", NextContact: "2026-11-25"}
	if _, err := s.Workspace.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	all := texts(s.Content())
	if !slices.Contains(all, "Added: Νέα Επαφή") || !slices.Contains(all, "Νέα Επαφή") {
		t.Errorf("neither lately nor coming shows the new contact: %q", all)
	}
	s.Hidden()
	c.NextContact = "2026-11-26"
	c.GivenName = "Άλλη"
	if _, err := s.Workspace.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(texts(s.Content()), func(s string) bool { return strings.Contains(s, "Άλλη") }) {
		t.Error("a screen out of view still follows")
	}
}

func TestSearchGoesToAnything(t *testing.T) {
	s, sh := shown(t, "en", sample(t))
	s.Search("παπαδοπουλου")
	if s.results.Len() == 0 || s.results.rows[0].entity != "contact" || s.body.Objects[0] != s.results.content {
		t.Fatalf("found %+v", s.results.rows)
	}
	s.results.openFirst()
	if len(sh.went) != 1 || sh.went[0] != "contacts "+s.results.rows[0].id {
		t.Errorf("went %q", sh.went)
	}
	s.Search("no such thing anywhere")
	s.results.openFirst()
	if s.results.Len() != 0 || len(sh.went) != 1 {
		t.Error("something was found, or opened")
	}
	if !s.Back() || s.Back() || s.body.Objects[0] == s.results.content {
		t.Error("Esc does not lead back to the cards")
	}
}

func TestFirstSteps(t *testing.T) {
	s, sh := shown(t, "en", func(w *app.Workspace) error {
		_, err := w.Projects.Make(t.Context(), "NEWPROJECT", "101000000")
		return err
	})
	if !slices.Contains(texts(s.Content()), "NEWPROJECT is ready for its first records") {
		t.Fatalf("shown %q", texts(s.Content()))
	}
	for range 3 {
		s.window().FocusNext()
		if f := s.window().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	s.New()
	if !slices.Contains(sh.went, "events new") {
		t.Errorf("went %q", sh.went)
	}
}

func (s *Screen) window() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.content) }

func TestShortTitles(t *testing.T) {
	for in, want := range map[string]string{
		"EL-01 Short": "EL-01 Short",
		"ES-01 Networking event in Spain for inclusive solutions": "ES-01 Networking event in…",
		"Συμπεριφοριστικοαντικειμενικότητα":                       "Συμπεριφοριστικοαντικειμεν…",
	} {
		if got := shortTitles([]any{"Title", in, "Sum", 3}); got[1] != want || got[3] != 3 {
			t.Errorf("%q is cut to %v, want %q", in, got, want)
		}
	}
	args := []any{"Title", strings.Repeat("long ", 20)}
	if shortTitles(args); args[1] != strings.Repeat("long ", 20) {
		t.Error("the finding's own arguments were changed")
	}
}
