package shell

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Params is what the window is made from.
type Params struct {
	App      fyne.App
	Settings *app.Settings
	Folder   string // the workspace; empty: the default one
	Lang     string // for this run; empty: the settings'
	Version  string
	Crash    string // the file that a crash left behind; empty: none
	Now      func() time.Time
	Exec     kit.Exec
	Screens  func(*app.Workspace, screen.Shell, *i18n.Printer) []screen.Screen
	Trace    *slog.Logger
	Launch   func(name string, args ...string) error // starts a program of the desktop; nil: the real one
	Ended    func()                                  // told when all is closed and the window is about to go; may be nil
}

// Shell is the main window. Its methods run on the UI's goroutine.
type Shell struct {
	params   Params
	settings *app.Settings
	trace    *slog.Logger
	exec     kit.Exec
	words    *i18n.Printer
	fyne     *fyneWords
	desk     opener
	win      fyne.Window
	toasts   *kit.Toasts

	work  *app.Workspace // nil while none is open
	frame *frame         // what is around the screens; nil before there is a project
	nav   *navigation    // the screens; nil like frame
	quiet func()         // unsubscribes from the workspace's signals
	said  bool           // that the last run ended in a crash
}

var _ screen.Shell = (*Shell)(nil)

// New makes the window, without opening a workspace yet.
func New(p Params) *Shell {
	s := &Shell{params: p, settings: p.Settings, trace: p.Trace, exec: p.Exec, toasts: kit.NewToasts(p.Exec.After)}
	s.desk = newOpener(p.Launch)
	s.words = i18n.For(s.lang()).With(s.settings.Custom())
	s.win = p.App.NewWindow("Primadesk")
	s.win.SetPadded(false)
	s.win.Resize(s.lastSize())
	s.win.CenterOnScreen()
	s.win.SetMaster()
	s.win.SetCloseIntercept(s.Close)
	s.win.SetOnDropped(s.dropped)
	s.look()
	s.show(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}))
	return s
}

// Start opens the workspace; the window runs already, so that Fyne's own words can be put in.
func (s *Shell) Start() {
	s.fyne = newFyneWords()
	s.fyne.speak(s.words.Lang())
	s.addShortcuts()
	s.traceFocus(s.context())
	s.open(s.folder())
}

// lang is the language of this run.
func (s *Shell) lang() string {
	if s.params.Lang != "" {
		return i18n.Match(s.params.Lang)
	}
	return s.settings.Language()
}

// folder is the user's own workspace.
func (s *Shell) folder() string {
	if s.params.Folder != "" {
		return s.params.Folder
	}
	return s.settings.DefaultFolder()
}

// T gives the text with a message id.
func (s *Shell) T(id string, args ...any) string { return s.words.T(id, args...) }

// N gives the text in the plural form for n.
func (s *Shell) N(id string, n int, args ...any) string { return s.words.N(id, n, args...) }

// Language is the window's language code.
func (s *Shell) Language() string { return s.words.Lang() }

// Window is the main window.
func (s *Shell) Window() fyne.Window { return s.win }

// show puts something into the window, under tips and toasts.
func (s *Shell) show(content fyne.CanvasObject) {
	s.win.SetContent(container.New(windowLayout{}, content, kit.NewTips(s.exec.After), s.toasts))
}

// The window's size at first, and the least that it is drawn for.
var (
	firstSize = fyne.NewSize(1366, 768)
	leastSize = fyne.NewSize(1100, 650)
)

// windowLayout gives everything the whole window. The least size is fixed: at a larger scale the content gives way
// before the window outgrows a laptop's screen.
type windowLayout struct{}

func (windowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return leastSize }

func (windowLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// The window's size is the desktop's business, so Fyne keeps it with its own preferences. A window that filled the screen
// has the screen's size, and so fills it again. Fyne 2.8 can ask for a place (desktop.Window.RequestPosition), but tells
// nobody where a window is, nor whether it is maximised: its place is left to the desktop.
const prefWidth, prefHeight = "window.width", "window.height"

func (s *Shell) lastSize() fyne.Size {
	prefs := s.params.App.Preferences()
	return fyne.NewSize(
		float32(prefs.FloatWithFallback(prefWidth, float64(firstSize.Width))),
		float32(prefs.FloatWithFallback(prefHeight, float64(firstSize.Height))),
	).Max(leastSize)
}

func (s *Shell) keepSize() {
	size, prefs := s.win.Canvas().Size(), s.params.App.Preferences()
	prefs.SetFloat(prefWidth, float64(size.Width))
	prefs.SetFloat(prefHeight, float64(size.Height))
}
