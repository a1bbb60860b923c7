package reports

import (
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// desk is the screen in a window, over a workspace with the sample.
type desk struct {
	*Screen
	shell *screentest.Shell
}

// day is within the sample's second period.
const day data.Date = "2025-09-25"

func start(tb testing.TB) *desk { return open(tb, screentest.Params{Today: day}) }

func open(tb testing.TB, p screentest.Params) *desk {
	tb.Helper()
	sh := screentest.Open(tb, p)
	d := &desk{shell: sh, Screen: newScreen(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, kit.Inline())}
	sh.Show(tb, d.Screen)
	return d
}

// hooked is kit's Exec for tests, with something to do at each Apply.
type hooked struct {
	kit.Exec
	onApply func()
}

func (h *hooked) Apply(f func()) {
	h.Exec.Apply(f)
	if h.onApply != nil {
		h.onApply()
	}
}

// set chooses an option's value as a user would.
func (d *desk) set(option app.ReportOption, value string) {
	if d.options.selects[option] == nil {
		d.options.setMore(true)
	}
	d.options.selects[option].SetValue(value)
	d.changed(option, value)
}

// event finds one of the sample's events by its number.
func (d *desk) event(tb testing.TB, number string) *data.Event {
	tb.Helper()
	return screentest.Event(tb, d.shell.Work, number)
}

// texts are the texts in an object, in the order of drawing.
func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, child := range test.LaidOutObjects(o) {
		if t, ok := child.(*kit.Text); ok && t.Visible() {
			out = append(out, t.Text())
		}
		if t, ok := child.(*kit.StatusChip); ok {
			out = append(out, t.Text())
		}
	}
	return out
}

func has(list []string, text string) bool { return slices.Contains(list, text) }
