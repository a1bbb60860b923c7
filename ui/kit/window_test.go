package kit

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// clock is an After that the test moves on.
type clock struct{ due map[int]func() }

func (c *clock) after(_ time.Duration, f func()) func() {
	id := len(c.due)
	c.due[id] = f
	return func() { c.due[id] = nil }
}

func (c *clock) ring() {
	due := c.due
	c.due = map[int]func(){}
	for i := range len(due) {
		if due[i] != nil {
			due[i]()
		}
	}
}

func TestToasts(t *testing.T) {
	start(t)
	c := &clock{due: map[int]func(){}}
	toasts := NewToasts(c.after)
	under := NewButton(ButtonPrimary, "Under", nil)
	canvas := show(t, Stack(VStack(0, under), toasts), 600, 400)
	undone := 0
	toasts.Push(Toast{Text: "Deleted", Links: []Link{{Text: "Undo", Do: func() { undone++ }}}})
	toasts.Push(Toast{Text: "Saved"})
	canvas.FocusNext()
	if canvas.Focused() != fyne.Focusable(under) {
		t.Error("a toast's link comes before the window's content")
	}
	canvas.FocusNext() // the toast's link
	c.ring()
	if got := fmt.Sprint(toasts.Texts()); got != "[Deleted]" {
		t.Errorf("shown %s, want the one that has the focus alone", got)
	}
	key(canvas, fyne.KeyReturn)
	if undone != 1 || len(toasts.Texts()) != 0 {
		t.Errorf("undone %d times, shown %v", undone, toasts.Texts())
	}
	for i := range 6 {
		toasts.Push(Toast{Text: fmt.Sprint(i), Stay: -1})
	}
	c.ring()
	if got := fmt.Sprint(toasts.Texts()); got != "[2 3 4 5]" {
		t.Errorf("shown %s", got)
	}
	test.TapCanvas(canvas, fyne.NewPos(5, 5)) // beside the toasts
	if len(toasts.Texts()) != 4 || !toasts.Dismiss() {
		t.Error("a click beside the toasts took one away")
	}
}

func TestDialogKeys(t *testing.T) {
	start(t)
	c := show(t, NewEntry(), 600, 400)
	window := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { window++ })
	var answers []string
	ask := func(danger bool) {
		ShowDialog(c, DialogParams{Title: "Sure?", Text: "It goes.", Yes: "Yes", No: "No", Danger: danger,
			OnYes: func() { answers = append(answers, "yes") }, OnNo: func() { answers = append(answers, "no") }})
	}
	for _, tc := range []struct {
		danger bool
		key    fyne.KeyName
	}{{false, fyne.KeyReturn}, {true, fyne.KeyReturn}, {false, fyne.KeyEscape}} {
		ask(tc.danger)
		key(c, tc.key)
	}
	if fmt.Sprint(answers) != "[yes no no]" || c.Overlays().Top() != nil {
		t.Errorf("answers %v", answers)
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if window != 1 {
		t.Error("after the dialog the window does not have its keys back")
	}
}

func TestRailTabsAndSegments(t *testing.T) {
	start(t)
	rail := mockRail()
	var chosen []string
	rail.act = func(id string) { chosen = append(chosen, id) }
	tabs := NewTabs([]Tab{{"a", "A"}, {"b", "B"}}, func(id string) { chosen = append(chosen, id) })
	segments := NewSegments([]Tab{{"x", "X"}, {"y", "Y"}}, func(id string) { chosen = append(chosen, id) })
	c := show(t, HStack(0, rail, VStack(0, tabs, segments)), 500, 700)
	c.Focus(rail.items[0])
	key(c, fyne.KeyDown, fyne.KeyReturn)
	c.Focus(tabs.items[0])
	key(c, fyne.KeyRight, fyne.KeyRight)
	test.Tap(segments.chips["y"])
	test.Tap(segments.chips["y"])
	if fmt.Sprint(chosen) != "[Persons b y]" || tabs.Chosen() != "b" || segments.Chosen() != "y" {
		t.Errorf("chosen %v", chosen)
	}
	tabs.SetTabs([]Tab{{"a", "A 2"}, {"b", "B 3"}})
	if tabs.Chosen() != "b" || tabs.items[0].tab.Text != "A 2" {
		t.Error("new words lose the choice")
	}
	if rail.MinSize().Width != RailWidth {
		t.Errorf("the rail is %v wide", rail.MinSize().Width)
	}
}

func TestText(t *testing.T) {
	start(t)
	for in, want := range map[string]string{"Πρόσωπο": "ΠΡΟΣΩΠΟ", "Μαΐου": "ΜΑΪΟΥ", "Événement": "ÉVÉNEMENT", "Année": "ANNÉE"} {
		if got := Capitals(in); got != want {
			t.Errorf("capitals of %q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"Ελένη Παπαδοπούλου": "ΕΠ", "Άννα": "Α", "": "", "Jean-Pierre  van Dam": "JD", "3 · 4": ""} {
		if got := initials(in); got != want {
			t.Errorf("initials of %q: %q, want %q", in, got, want)
		}
	}
	cut := NewText("A sentence that is a good deal wider than its place", TextStyle{Cut: true})
	show(t, cut, 120, 40)
	if got := cut.lines[0]; got.MinSize().Width > 120 || got.Text == cut.Text() || cut.MinSize().Width > 120 {
		t.Errorf("cut to %q", got.Text)
	}
	wrap := NewText("A sentence that is a good deal wider than its place\nAveryveryverylongwordthatfitsnowhere", TextStyle{Wrap: true})
	show(t, wrap, 120, 400)
	for _, l := range wrap.lines {
		if l.MinSize().Width > 120 {
			t.Errorf("line %q is too wide", l.Text)
		}
	}
	if len(wrap.lines) < 5 || wrap.MinSize().Height < 5*15 {
		t.Errorf("%d lines, %v high", len(wrap.lines), wrap.MinSize().Height)
	}
}

func TestTheKeyboardGoesBackToWhereItWas(t *testing.T) {
	name, other := NewEntry(), NewEntry()
	w := test.NewTempWindow(t, VStack(8, name, other))
	w.Resize(fyne.NewSize(600, 400))
	c := w.Canvas()
	c.Focus(other.Target())
	d := ShowDialog(c, DialogParams{Title: "Sure?", Yes: "Yes", No: "No"})
	if c.Focused() == other.Target() {
		t.Fatal("the dialog has not got the keyboard")
	}
	d.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Focused() != other.Target() {
		t.Errorf("after a dialog the keyboard is at %v", c.Focused())
	}
	list := NewSelect([]Option{{Value: "a", Text: "A"}}, "")
	w.SetContent(VStack(8, name, list))
	c.Focus(list)
	list.open()
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Focused() != fyne.Focusable(list) {
		t.Errorf("after a list of choices the keyboard is at %v", c.Focused())
	}
}
