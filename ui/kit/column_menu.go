package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// NewColumnMenu makes the chip that opens the choice of a table's columns: which are shown, and in which order. The words
// are those of the chip and of the line that brings back what was declared.
func NewColumnMenu(t *Table, words, reset string) *FilterChip {
	chip := NewFilterChip(words, nil).SetIcon(IconColumns())
	var pop *popover
	chip.act = func() {
		if pop != nil {
			return
		}
		focus(chip)
		list := newColumnList(t, reset)
		list.left = func(tab, back bool) {
			pop.close()
			leave(chip, tab, back)
		}
		pop = showPopover(chip, list, false, func() { pop = nil })
		if pop != nil {
			pop.canvas.Focus(list)
		}
	}
	return chip
}

const columnLine = 30 // a line of the list, at scale 1

// columnList is the open choice of columns: a box before each, a grip behind it. Space or a click shows or hides a
// column, Alt with up and down or a drag moves it.
type columnList struct {
	widget.BaseWidget
	table *Table
	reset string
	at    int
	drag  drag
	took  string // the column that is dragged
	left  func(tab, back bool)
	lines []*columnLineRow
}

type columnLineRow struct {
	ground, box *canvas.Rectangle
	tick, grip  *canvas.Image
	text        *canvas.Text
}

func newColumnList(t *Table, reset string) *columnList {
	l := &columnList{table: t, reset: reset}
	l.ExtendBaseWidget(l)
	for range len(t.columns.states) + 1 {
		l.lines = append(l.lines, &columnLineRow{canvas.NewRectangle(nil), canvas.NewRectangle(nil),
			&canvas.Image{FillMode: canvas.ImageFillContain}, &canvas.Image{FillMode: canvas.ImageFillContain}, canvas.NewText("", nil)})
	}
	return l
}

func (l *columnList) columns() int { return len(l.lines) - 1 }

func (l *columnList) title(i int) string {
	if i >= l.columns() {
		return l.reset
	}
	o := l.table.columns
	return o.all[o.at[o.states[i].ID]].Title
}

// act shows or hides a column, or brings all back.
func (l *columnList) act(i int) {
	states := l.table.ColumnStates()
	switch {
	case i == l.columns():
		l.table.changeColumns(nil)
	case i >= 0 && i < len(states):
		states[i].Hidden = !states[i].Hidden
		for _, s := range states { // at least one stays
			if !s.Hidden {
				l.table.changeColumns(states)
				break
			}
		}
	}
	l.Refresh()
}

// move puts a column to another place.
func (l *columnList) move(from, to int) {
	to = min(max(to, 0), l.columns()-1)
	if from == to || from < 0 || from >= l.columns() {
		return
	}
	l.table.changeColumns(moved(l.table.ColumnStates(), from, to))
	l.at = to
	l.Refresh()
}

// moved puts one of some things to another place among them.
func moved[T any](all []T, from, to int) []T {
	out := make([]T, 0, len(all))
	for i, v := range all {
		if i != from {
			out = append(out, v)
		}
	}
	out = append(out, all[from])
	copy(out[to+1:], out[to:len(out)-1])
	out[to] = all[from]
	return out
}

// FocusGained implements fyne.Focusable.
func (l *columnList) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (l *columnList) FocusLost() {}

// AcceptsTab implements fyne.Tabbable: Tab closes the list and goes on from its chip.
func (l *columnList) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (l *columnList) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *columnList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.at = max(0, l.at-1)
	case fyne.KeyDown:
		l.at = min(l.at+1, l.columns())
	case fyne.KeyHome:
		l.at = 0
	case fyne.KeyEnd:
		l.at = l.columns()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.act(l.at)
	case fyne.KeyEscape:
		l.left(false, false)
	case fyne.KeyTab:
		l.left(true, shiftHeld())
	}
	l.Refresh()
}

// TypedShortcut implements fyne.Shortcutable.
func (l *columnList) TypedShortcut(s fyne.Shortcut) {
	switch withKey(s, fyne.KeyModifierAlt) {
	case fyne.KeyUp:
		l.move(l.at, l.at-1)
	case fyne.KeyDown:
		l.move(l.at, l.at+1)
	default:
		passShortcut(canvasOf(l), s)
	}
}

func (l *columnList) lineAt(y float32) int {
	return min(max(int((y-U(4))/U(columnLine)), 0), l.columns())
}

// Tapped implements fyne.Tappable.
func (l *columnList) Tapped(ev *fyne.PointEvent) {
	l.at = l.lineAt(ev.Position.Y)
	l.act(l.at)
}

// MouseDown implements desktop.Mouseable.
func (l *columnList) MouseDown(ev *desktop.MouseEvent) { l.drag.down(ev) }

// MouseUp implements desktop.Mouseable.
func (l *columnList) MouseUp(*desktop.MouseEvent) { l.drag.pressed = false }

// Dragged implements fyne.Draggable: the column goes with the pointer.
func (l *columnList) Dragged(ev *fyne.DragEvent) {
	if l.drag.moved(ev) {
		l.at = l.lineAt(l.drag.start.Y)
		l.took = ""
		if l.at < l.columns() {
			l.took = l.table.columns.states[l.at].ID
		}
	}
	if l.took != "" {
		l.move(find(l.table.columns.states, l.took), l.lineAt(l.drag.at.Y))
	}
}

// DragEnd implements fyne.Draggable.
func (l *columnList) DragEnd() { l.drag.end() }

func (l *columnList) CreateRenderer() fyne.WidgetRenderer {
	var objs []fyne.CanvasObject
	for _, r := range l.lines {
		objs = append(objs, r.ground, r.box, r.tick, r.text, r.grip)
	}
	return newPaint(l, objs,
		func() fyne.Size {
			widest := U(140)
			for i := range l.lines {
				widest = max(widest, fyne.MeasureText(l.title(i), U(TextBody), fyne.TextStyle{}).Width+U(checkSize+54))
			}
			return fyne.NewSize(min(widest, U(360)), float32(len(l.lines))*U(columnLine)+U(8))
		},
		func(s fyne.Size) {
			for i, r := range l.lines {
				r.place(fyne.NewPos(U(4), U(4)+float32(i)*U(columnLine)), s.Width-U(8), l.title(i), i < l.columns())
			}
		}, l.paint)
}

func (r *columnLineRow) place(pos fyne.Position, width float32, title string, column bool) {
	placeRect(r.ground, pos, fyne.NewSize(width, U(columnLine)))
	placeCheck(r.box, r.tick, pos.AddXY(U(8), U(columnLine-checkSize)/2))
	x := U(8 + checkSize + 8)
	if !column {
		x = U(8)
	}
	r.text.Text = ellipsis(title, width-x-U(28), r.text.TextSize, r.text.TextStyle)
	m := r.text.MinSize()
	place(r.text, pos.X+x, pos.Y+(U(columnLine)-m.Height)/2, m.Width, m.Height)
	place(r.grip, pos.X+width-U(22), pos.Y+U(columnLine-14)/2, U(14), U(14))
}

func (l *columnList) paint() {
	for i, r := range l.lines {
		column := i < l.columns()
		style, token := BoxStyle{Radius: 6}, TokenText
		if i == l.at {
			style.Fill = TokenSelected
		}
		if !column {
			token = TokenAccent
		}
		paintRect(r.ground, style)
		paintCheck(r.box, r.tick, column && !l.table.columns.states[i].Hidden)
		r.box.Hidden, r.tick.Hidden = !column, r.tick.Hidden || !column
		r.text.TextSize, r.text.Color = U(TextBody), token.Color()
		r.grip.Resource, r.grip.Hidden = tinted(iconGrip(), TokenMuted), !column
		r.grip.Refresh()
	}
}
