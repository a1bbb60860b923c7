package shell

import (
	"fmt"
	"io"
	"os"
	"runtime"
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
	s := New(Params{
		App: a, Settings: settings, Folder: o.Workspace, Lang: o.Lang, Version: o.Version, Now: o.Now, Crash: crash,
		Exec: kit.Background(), Screens: Screens(kit.Background()), Trace: traceTo(o.Err, os.Getenv("PRIMADESK_TRACE")),
	})
	a.Lifecycle().SetOnStarted(s.Start)
	s.win.ShowAndRun()
	clean()
	return 0
}

// display tells whether there is a display to open a window on. GLFW panics where there is none.
func display(system string, env func(string) string) bool {
	switch system {
	case "darwin", "windows":
		return true
	}
	return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}
