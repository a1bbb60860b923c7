package shell

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"primadesk/app"
	"primadesk/assets"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// Options are what the window is started with; the zero value is a start without arguments.
type Options struct {
	Workspace string // a folder; empty: the default one
	Lang      string // for this run; empty: the one in the settings
	Version   string
	Now       func() time.Time
	Err       io.Writer // what cannot be said in a window, and the trace
}

// appID is what desktops know the program by; FyneApp.toml has the same.
const appID = "eu.primadesk.app"

// Run opens the window and returns when it is closed: 0, or 1 where there can be none, after saying on Err why and what
// to do.
func Run(o Options) int {
	settings, err := app.LoadSettings(app.ConfigFolder())
	lang := i18n.Match(o.Lang, os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
	if err == nil && o.Lang == "" {
		lang = settings.Language()
	}
	p := i18n.For(lang)
	if err != nil {
		fmt.Fprintln(o.Err, app.Tell(p, err).Message)
		return 1
	}
	if !display(runtime.GOOS, os.Getenv) {
		fmt.Fprintln(o.Err, p.T("shell.no_display", "Command", "primadesk --help"))
		return 1
	}
	clean, crash, err := app.CatchCrash(settings.Folder())
	if err != nil {
		crash = "" // a crash file that cannot be kept is no reason not to work
	}
	a := fyneapp.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG()))
	work := &kit.Awaited{}
	s := New(Params{
		App: a, Settings: settings, Folder: o.Workspace, Lang: o.Lang, Version: o.Version, Now: o.Now, Crash: crash,
		Exec: work, Screens: Screens(work), Trace: traceTo(o.Err, os.Getenv("PRIMADESK_TRACE")),
	})
	a.Lifecycle().SetOnStarted(s.Start)
	told, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	go endAnyway(told, over, 3*patience, func() { os.Exit(1) })
	s.win.ShowAndRun()
	if s.work != nil { // Fyne ends a window at a signal without asking whether it may be closed
		s.end(func() { work.Wait(patience) })
	}
	close(over)
	clean()
	return 0
}

// patience is how long what is still at work when the program is told to end may go on.
const patience = 3 * time.Second

// endAnyway ends the program some time after it was told to, where it has not ended by then: its window may wait for a
// display that does not answer any more. What was typed is on the disk, as before a crash.
func endAnyway(told <-chan os.Signal, over <-chan struct{}, after time.Duration, exit func()) {
	select {
	case <-told:
	case <-over:
		return
	}
	late := time.NewTimer(after)
	defer late.Stop()
	select {
	case <-late.C:
		exit()
	case <-over:
	}
}

// display tells whether there is a display to open a window on. GLFW panics where there is none.
func display(system string, env func(string) string) bool {
	switch system {
	case "darwin", "windows":
		return true
	}
	return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}
