package shell

import (
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/home"
	"primadesk/ui/kit"
	"primadesk/ui/kit/kittest"
	"primadesk/ui/screen"
)

// day is when the tests take place: the sample has events around it.
var day = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// world is a window over folders of its own.
type world struct {
	*Shell
	t        *testing.T
	settings *app.Settings
	launched [][]string
	stubs    []*stub
}

// stub is a screen that remembers what the shell asked of it.
type stub struct {
	id          string
	did         []string
	dirty, save bool
	fresh       bool
	state       string
	content     fyne.CanvasObject
}

func (s *stub) ID() string                 { return s.id }
func (s *stub) Title() string              { return s.id }
func (s *stub) Icon() fyne.Resource        { return kit.IconPeople() }
func (s *stub) Content() fyne.CanvasObject { return s.content }
func (s *stub) note(what string)           { s.did = append(s.did, what) }
func (s *stub) Shown()                     { s.note("shown") }
func (s *stub) Hidden()                    { s.note("hidden") }
func (s *stub) Close()                     { s.note("closed") }
func (s *stub) Open(id string)             { s.note("open " + id) }
func (s *stub) New()                       { s.note("new") }
func (s *stub) Delete()                    { s.note("delete") }
func (s *stub) FocusSearch()               { s.note("find") }
func (s *stub) Search(string)              {}
func (s *stub) Dirty() bool                { return s.dirty }
func (s *stub) Fresh() bool                { return s.fresh }
func (s *stub) Discard()                   { s.note("discard"); s.dirty = false }
func (s *stub) Back() bool                 { s.note("back"); return true }
func (s *stub) Save() bool {
	s.note("save")
	if s.save {
		s.dirty = false
	}
	return s.save
}

// open makes a window; the folders are the test's own and the first start is done unless a test wants it.
func newWorld(t *testing.T, firstStart bool, change func(*Params)) *world {
	t.Helper()
	t.Setenv("PRIMADESK_WORKSPACE", "")
	t.Setenv("LANG", "en_GB.UTF-8")
	dir := t.TempDir()
	settings, err := app.LoadSettings(filepath.Join(dir, "config"))
	if err != nil {
		t.Fatal(err)
	}
	if !firstStart {
		for _, err := range []error{settings.SetLanguage("en"), settings.SetTask("manager"), settings.SetMe("Someone")} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	w := &world{t: t, settings: settings}
	p := Params{
		App: test.NewTempApp(t), Settings: settings, Folder: filepath.Join(dir, "work"), Version: "test",
		Now: func() time.Time { return day }, Exec: kittest.Still{}, Trace: slog.New(slog.DiscardHandler),
		Launch: func(name string, args ...string) error {
			w.launched = append(w.launched, append([]string{name}, args...))
			return nil
		},
		Screens: func(work *app.Workspace, s screen.Shell, p *i18n.Printer) []screen.Screen {
			w.stubs = nil
			all := []screen.Screen{home.New(home.Params{Workspace: work, Shell: s, Printer: p, Exec: kit.Inline()})}
			for _, id := range []string{"contacts", "events"} {
				st := &stub{id: id, content: kit.NewText(id, kit.TextStyle{})}
				w.stubs = append(w.stubs, st)
				all = append(all, st)
			}
			return all
		},
	}
	if change != nil {
		change(&p)
	}
	w.Shell = New(p)
	w.Start()
	t.Cleanup(func() {
		if w.work != nil {
			_ = w.work.Close()
		}
	})
	return w
}

// project makes a project, so that the screens are there.
func (w *world) project() *world {
	w.t.Helper()
	w.makeProject("TESTPROJECT", "101000000", "Someone")
	if w.nav == nil {
		w.t.Fatal("no screens after a project was made")
	}
	return w
}

// overlay is the dialog that is open.
func (w *world) overlay() *kit.Dialog {
	d, _ := w.win.Canvas().Overlays().Top().(*kit.Dialog)
	return d
}

func (w *world) key(name fyne.KeyName) { w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name}) }

// buttons are all buttons with a text within an object.
func buttons(o fyne.CanvasObject) map[string]*kit.Button {
	out := map[string]*kit.Button{}
	for _, x := range test.LaidOutObjects(o) {
		if b, ok := x.(*kit.Button); ok {
			out[b.Text()] = b
		}
	}
	return out
}

// texts are all texts within an object.
func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		if t, ok := x.(*kit.Text); ok {
			out = append(out, t.Text())
		}
	}
	return out
}

func (w *world) says(text string) bool {
	return slices.ContainsFunc(texts(w.win.Content()), func(s string) bool { return strings.Contains(s, text) })
}
