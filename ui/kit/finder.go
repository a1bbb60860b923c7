package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// FinderRow is a line of a Finder's list.
type FinderRow struct {
	Icon    fyne.Resource // may be nil
	Text    string
	Note    string // muted, at the right
	Heading bool   // names the lines after it, and cannot be chosen
}

// FinderParams is what a Finder is made from. The funcs may be nil.
type FinderParams struct {
	Placeholder string
	Rows        int // seen at once; 12 when zero
	OnTyped     func(text string)
	OnChosen    func(i int)             // Enter on the marked line, or a click
	OnEnter     func(text string)       // Enter where no line is marked
	OnMarked    func(i int)             // the mark went to another line
	OnBack      func() bool             // Backspace in the empty field: true when it did something
	OnKey       func(fyne.KeyName) bool // any other key first; true when it is used up
}

// Finder is a field with a list under it: what is typed decides what is in the list, the arrow keys move a mark while
// the keyboard stays in the field, and Enter or a click chooses. It draws the lines in view only.
type Finder struct {
	widget.BaseWidget
	p       FinderParams
	in      *input
	list    *finderList
	content fyne.CanvasObject
}

// NewFinder makes a finder with an empty list.
func NewFinder(p FinderParams) *Finder {
	if p.Rows <= 0 {
		p.Rows = 12
	}
	f := &Finder{p: p, in: newInput(1)}
	f.in.kind = "find"
	f.ExtendBaseWidget(f)
	f.list = newFinderList(f)
	f.in.SetPlaceHolder(p.Placeholder)
	f.in.OnChanged = p.OnTyped
	f.in.onKey = f.key
	frame := newEntryFrame(f.in, nil)
	frame.inner = Framed(Borders{Left: Pad(Inset{0, 0, 0, 8}, HStack(0, NewIcon(IconSearch(), TokenMuted, 15)))}, frame.inner)
	f.content = Framed(Borders{Top: Pad(Inset{Bottom: 8}, frame)}, f.list)
	return f
}

// Text gives what stands in the field.
func (f *Finder) Text() string { return f.in.Text }

// SetText changes what stands in the field, without calling back.
func (f *Finder) SetText(text string) {
	f.in.set(text)
	f.in.CursorColumn = len([]rune(text))
	f.in.Refresh()
}

// SetRows changes the list. The first line that can be chosen is marked, where mark is true.
func (f *Finder) SetRows(rows []FinderRow, mark bool) {
	f.list.set(rows)
	if mark {
		f.Mark(0)
	}
}

// Rows gives the list.
func (f *Finder) Rows() []FinderRow { return f.list.rows }

// Marked gives the line that is marked, -1 where none is.
func (f *Finder) Marked() int { return f.list.at }

// Mark marks a line, or the next one after it that can be chosen, and brings it into view.
func (f *Finder) Mark(i int) { f.list.step(i, 1) }

// Target is what gets the keyboard.
func (f *Finder) Target() fyne.Focusable { return f.in }

func (f *Finder) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		f.list.step(f.list.at+1, 1)
	case fyne.KeyUp:
		f.list.step(f.list.at-1, -1)
	case fyne.KeyPageDown:
		f.list.step(f.list.at+f.p.Rows-1, 1)
	case fyne.KeyPageUp:
		f.list.step(f.list.at-f.p.Rows+1, -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter()
	case fyne.KeyBackspace:
		return f.in.Text == "" && f.p.OnBack != nil && f.p.OnBack()
	default:
		return f.p.OnKey != nil && f.p.OnKey(ev.Name)
	}
	return true
}

func (f *Finder) enter() {
	switch {
	case f.list.at >= 0:
		f.choose(f.list.at)
	case f.p.OnEnter != nil:
		f.p.OnEnter(f.in.Text)
	}
}

func (f *Finder) choose(i int) {
	if i >= 0 && i < len(f.list.rows) && !f.list.rows[i].Heading && f.p.OnChosen != nil {
		f.p.OnChosen(i)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Finder) CreateRenderer() fyne.WidgetRenderer { return newWrap(f, f.content, nil) }
