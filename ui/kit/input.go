package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// input is Fyne's entry without its box: our controls draw their own frame. It also lets Tab leave a text of several
// lines, and gives keys and shortcuts that it has no use for on to the window, which would not see them otherwise.
type input struct {
	widget.Entry
	named
	watched
	onFocus func(bool)
	onKey   func(*fyne.KeyEvent) bool // true when the key is used up
}

func newInput(lines int) *input {
	i := &input{}
	i.kind = "text"
	i.MultiLine = lines > 1
	i.Wrapping, i.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly // no bar where a line is a hair too high
	if i.MultiLine {
		i.Wrapping, i.Scroll = fyne.TextWrapWord, fyne.ScrollVerticalOnly
	}
	i.ExtendBaseWidget(i)
	if i.MultiLine {
		i.kind = "lines"
		i.SetMinRowsVisible(lines)
	}
	return i
}

// AcceptsTab implements fyne.Tabbable: Tab goes to the next field.
func (i *input) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (i *input) FocusGained() {
	i.Entry.FocusGained()
	if i.onFocus != nil {
		i.onFocus(true)
	}
	i.tellFocus(true)
	inView(i)
}

// FocusLost implements fyne.Focusable.
func (i *input) FocusLost() {
	i.Entry.FocusLost()
	if i.onFocus != nil {
		i.onFocus(false)
	}
	i.tellFocus(false)
}

// TypedKey implements fyne.Focusable.
func (i *input) TypedKey(ev *fyne.KeyEvent) {
	if i.onKey != nil && i.onKey(ev) {
		return
	}
	switch {
	case ev.Name == fyne.KeyEscape, isFunctionKey(ev.Name):
		passKey(i, ev)
	case !i.MultiLine && i.OnSubmitted == nil && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		passKey(i, ev)
	default:
		i.Entry.TypedKey(ev)
	}
}

func isFunctionKey(n fyne.KeyName) bool {
	return len(n) >= 2 && n[0] == 'F' && n[1] >= '1' && n[1] <= '9'
}

// TypedShortcut implements fyne.Shortcutable: editing stays here, all else (Ctrl+S, Ctrl+1) goes to the window.
func (i *input) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && !editing(custom) {
		passShortcut(canvasOf(i), s)
		return
	}
	i.Entry.TypedShortcut(s)
}

// passShortcut gives a shortcut to a window; the canvases of Fyne's windows take them, the test driver's do not.
func passShortcut(c fyne.Canvas, s fyne.Shortcut) {
	if takes, ok := c.(fyne.Shortcutable); ok {
		takes.TypedShortcut(s)
	}
}

func editing(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// set changes the text without telling that the user did.
func (i *input) set(text string) {
	if i.Text == text {
		return
	}
	told := i.OnChanged
	i.OnChanged = nil
	i.SetText(text)
	i.OnChanged = told
}

// CreateRenderer implements fyne.Widget: Fyne's, with its box and border made invisible.
func (i *input) CreateRenderer() fyne.WidgetRenderer {
	r := bare{i.Entry.CreateRenderer()}
	r.strip()
	return r
}

// bare takes the box and the border, the first two objects of Fyne's entry, out of sight.
type bare struct{ fyne.WidgetRenderer }

func (b bare) Refresh() {
	b.WidgetRenderer.Refresh()
	b.strip()
}

func (b bare) Layout(s fyne.Size) {
	b.WidgetRenderer.Layout(s)
	b.strip()
}

func (b bare) strip() {
	for _, o := range b.Objects()[:2] {
		if r, ok := o.(*canvas.Rectangle); ok {
			r.FillColor, r.StrokeColor, r.StrokeWidth = TokenNone.Color(), nil, 0
		}
	}
}
