//go:build screenshots

package shell

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/kit/kittest"
	"primadesk/ui/screen"
)

// TestScreensEvery draws every screen, with each of its views and tabs, in English and Greek, light and dark, on a laptop's
// screen and a large one, over the sample and over 100,000 contacts more, into a folder of its own: too many for the manual, but
// as many as there are to be looked at. A text that cannot be read, or has not the room that it needs, fails the test.
func TestScreensEvery(t *testing.T) {
	folder := os.Getenv("PRIMADESK_SCREENS")
	if folder == "" {
		t.Fatal("PRIMADESK_SCREENS names no folder")
	}
	for _, of := range []struct {
		name string
		fill func(*testing.T, *app.Workspace)
	}{
		{"sample", func(t *testing.T, w *app.Workspace) { must(t, w.Projects.LoadSample(t.Context())) }},
		{"large", func(t *testing.T, w *app.Workspace) {
			must(t, w.Projects.LoadSample(t.Context()))
			_, err := w.Generate(t.Context(), app.GenerateParams{Contacts: 100_000, Events: 300, Seed: 1})
			must(t, err)
		}},
	} {
		work := filepath.Join(t.TempDir(), of.name)
		settings, err := app.LoadSettings(t.TempDir())
		must(t, err)
		made, err := app.Create(t.Context(), app.Params{Folder: work, Settings: settings, Lang: "en", Now: func() time.Time { return day }})
		must(t, err)
		of.fill(t, made)
		must(t, made.Close())
		for _, lang := range []string{"en", "el"} {
			for _, theme := range []string{"light", "dark"} {
				for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1920, 1080)} {
					name := fmt.Sprintf("%s/%s-%s-%.0f", of.name, lang, theme, size.Width)
					t.Run(name, func(t *testing.T) {
						w := newWorld(t, false, func(p *Params) {
							p.Screens, p.Folder = Screens(kit.Inline()), work
							must(t, p.Settings.SetLanguage(lang))
							must(t, p.Settings.SetTheme(theme))
						})
						a := &album{world: w, t: t, size: size, folder: filepath.Join(folder, "every", name)}
						must(t, os.MkdirAll(a.folder, 0o755))
						a.every()
					})
				}
			}
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// album draws one window's screens.
type album struct {
	*world
	t      *testing.T
	size   fyne.Size
	folder string
}

// every goes through all screens by the same ways as a user: the rail, the commands of Ctrl+K, the tabs.
func (a *album) every() {
	for _, of := range []struct {
		id, entity string   // with a record of the entity open
		views      []string // commands that show other views
		tabs       bool
	}{
		{id: "home"},
		{id: "contacts", entity: "contact", tabs: true},
		{id: "organisations", entity: "organisation", tabs: true, views: []string{a.T("organisations.show_grid")}},
		{id: "events", views: []string{a.T("events.show_list"), a.T("events.show_month"), a.T("events.show_year")}},
		{id: "events", entity: "event", tabs: true},
		{id: "takeaways", views: a.commands("takeaways")},
		{id: "project", views: a.commands("project")[3:]},
		{id: "reports", views: a.commands("reports")},
		{id: "bulletin", entity: "bulletin", tabs: true},
		{id: "history", views: a.commands("history")},
		{id: settingsID},
	} {
		name := of.id
		a.Go(of.id, "")
		if of.entity != "" {
			name += "-" + of.entity
			a.Reveal(of.entity, a.first(of.entity), "")
		}
		a.draw(name)
		if of.tabs {
			a.tabs(name)
		}
		for i, view := range of.views {
			a.command(of.id, view)
			a.draw(fmt.Sprintf("%s-view%d", name, i+1))
		}
	}
	a.over("anywhere", func() { a.goAnywhere("pa") })
	a.over("shortcuts", a.showShortcuts)
	a.over("about", a.showAbout)
	a.over("save", a.saveProjectFile)
	a.help()
	a.draw("help")
}

// over draws what lies over the screens, and takes it away.
func (a *album) over(name string, show func()) {
	show()
	a.draw(name)
	if d := a.overlay(); d != nil {
		d.Close()
	}
	a.press(fyne.KeyEscape)
}

// first is a record with something to show.
func (a *album) first(entity string) string {
	q := app.Query{Entity: entity, Limit: 1}
	if entity == "event" {
		q.Where = []app.Cond{app.Where("status", "=", "held")}
	}
	page, err := a.work.Records.List(a.t.Context(), q)
	must(a.t, err)
	return page.Records[0].Head().ID
}

func (a *album) commands(screenID string) []string {
	var out []string
	c, _ := a.nav.named(screenID).(interface{ Commands() []screen.Command })
	for _, cmd := range c.Commands() {
		out = append(out, cmd.Text)
	}
	return out
}

func (a *album) command(screenID, text string) {
	c, _ := a.nav.named(screenID).(interface{ Commands() []screen.Command })
	for _, cmd := range c.Commands() {
		if cmd.Text == text {
			a.Go(screenID, "")
			cmd.Do()
			return
		}
	}
	a.t.Fatalf("%s has no command %q", screenID, text)
}

// tabs shows each further tab of the record that is open.
func (a *album) tabs(name string) {
	for i := 1; ; i++ {
		var tabs []fyne.Tappable
		for _, o := range test.LaidOutObjects(a.nav.now.Content()) {
			f, focusable := o.(fyne.Focusable)
			if tab, ok := o.(fyne.Tappable); ok && focusable && o.Visible() && kit.KindOf(f) == "tabItem" {
				tabs = append(tabs, tab)
			}
		}
		if i >= len(tabs) {
			return
		}
		tabs[i].Tapped(&fyne.PointEvent{})
		a.draw(fmt.Sprintf("%s-tab%d", name, i+1))
	}
}

func (a *album) draw(name string) {
	a.t.Helper()
	a.win.Resize(a.size.AddWidthHeight(1, 0)) // drawn twice the same: what wraps has learnt its width by the second time
	a.win.Resize(a.size)
	kittest.Settle(a.win.Content())
	for _, what := range kittest.Overflowing(a.win.Content()) {
		a.t.Errorf("%s: %s", name, what)
	}
	unreadable, _ := kittest.Unreadable(a.win.Content())
	for _, what := range unreadable {
		a.t.Errorf("%s: %s", name, what)
	}
	f, err := os.Create(filepath.Join(a.folder, name+".png"))
	must(a.t, err)
	defer f.Close()
	must(a.t, png.Encode(f, a.win.Canvas().Capture()))
}
