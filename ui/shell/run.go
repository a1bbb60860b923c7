package shell

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"sync"
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
	work, closed, over := &kit.Awaited{}, make(chan struct{}), make(chan struct{})
	s := New(Params{
		App: a, Settings: settings, Folder: o.Workspace, Lang: o.Lang, Version: o.Version, Now: o.Now, Crash: crash,
		Exec: work, Screens: Screens(work), Trace: traceTo(o.Err, os.Getenv("PRIMADESK_TRACE")),
		Ended: sync.OnceFunc(func() { close(closed) }),
	})
	a.Lifecycle().SetOnStarted(s.Start)
	end := func() {
		if s.work != nil {
			s.end(func() { work.Wait(patience) })
		}
	}
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	go ending{
		told: told, closed: closed, over: over, patience: patience, tell: func() { work.Apply(end) },
		exit: func(code int) {
			clean()
			os.Exit(code)
		},
	}.watch()
	s.win.ShowAndRun()
	end() // at a signal Fyne may end the window before the signal gets here
	close(over)
	clean()
	return 0
}

// patience is how long what is still at work when the program ends may go on.
const patience = 3 * time.Second

// ending sees to it that the program ends, also where its window does not: it may wait for a display that does not answer any
// more, and now and then Fyne waits for itself.
type ending struct {
	told     <-chan os.Signal // to end
	closed   <-chan struct{}  // all that was open is written and closed
	over     <-chan struct{}  // the window is gone
	patience time.Duration
	tell     func()         // has the window close what is open
	exit     func(code int) // ends the program without the window
}

// watch returns when the window is gone, or ends the program some time after it should be. What was typed is on the disk by
// then, as before a crash.
func (e ending) watch() {
	late := time.NewTimer(e.patience)
	late.Stop()
	code := 1
	for {
		select {
		case <-e.over:
			return
		case <-e.told:
			e.tell()
			e.told = nil
			late.Reset(3 * e.patience)
		case <-e.closed:
			code, e.closed, e.told = 0, nil, nil
			late.Reset(e.patience)
		case <-late.C:
			e.exit(code)
			return
		}
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
