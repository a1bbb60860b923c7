// Command demo opens a window with a page for every widget of ui/kit, in each theme, scale and language: to look at one
// while working on it. `make kit` starts it. It knows the kit and the catalogues, nothing of the application.
package main

import (
	"time"

	fyneapp "fyne.io/fyne/v2/app"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

func main() {
	app := fyneapp.NewWithID("eu.primadesk.kit")
	win := app.NewWindow("kit")
	win.SetPadded(false)
	d := newDemo(params{Now: time.Now, Exec: kit.Background(), Show: win.SetContent, Canvas: win.Canvas, Lang: i18n.Languages[0]})
	d.apply()
	d.rebuild()
	win.Resize(fyne.NewSize(1366, 768))
	win.ShowAndRun()
}
