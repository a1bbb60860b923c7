package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable.
func (m *Month) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost implements fyne.Focusable.
func (m *Month) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune implements fyne.Focusable.
func (m *Month) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (m *Month) TypedKey(ev *fyne.KeyEvent) {
	if by := arrowDays(ev.Name); by != 0 {
		m.mark(m.day.AddDate(0, 0, by), true)
		return
	}
	weekday := m.p.Words.column(m.day)
	switch ev.Name {
	case fyne.KeyPageUp:
		m.months(-1)
	case fyne.KeyPageDown:
		m.months(1)
	case fyne.KeyHome:
		m.mark(m.day.AddDate(0, 0, -weekday), true)
	case fyne.KeyEnd:
		m.mark(m.day.AddDate(0, 0, 6-weekday), true)
	case fyne.KeySpace:
		m.nextEntry()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.enter()
	default:
		passKey(m, ev)
	}
}

func arrowDays(key fyne.KeyName) int {
	switch key {
	case fyne.KeyLeft:
		return -1
	case fyne.KeyRight:
		return 1
	case fyne.KeyUp:
		return -7
	case fyne.KeyDown:
		return 7
	}
	return 0
}

// TypedShortcut implements fyne.Shortcutable: Ctrl with an arrow moves the chosen entry, by a day or a week.
func (m *Month) TypedShortcut(s fyne.Shortcut) {
	by := arrowDays(withKey(s, fyne.KeyModifierControl))
	if by == 0 {
		passShortcut(canvasOf(m), s)
		return
	}
	if e, ok := m.entry(m.chosen); ok && !e.Fixed && m.p.OnMove != nil {
		day := m.day.AddDate(0, 0, by)
		m.move(e, by)
		m.chosen = e.ID
		m.follow(e.ID, day)
	}
}

// follow marks a day with an entry chosen, also where the entry has not come there yet.
func (m *Month) follow(id string, day time.Time) {
	m.mark(day, true)
	m.chosen = id
	m.Refresh()
}

func (m *Month) move(e monthEntry, days int) {
	if days != 0 && m.p.OnMove != nil {
		m.p.OnMove(e.ID, e.first.Format(time.DateOnly), e.first.AddDate(0, 0, days).Format(time.DateOnly))
	}
}

// nextEntry chooses the next entry of the marked day.
func (m *Month) nextEntry() {
	all := m.on(m.day)
	if len(all) < 2 {
		return
	}
	i := slices.IndexFunc(all, func(e monthEntry) bool { return e.ID == m.chosen })
	m.chosen = all[(i+1)%len(all)].ID
	m.Refresh()
}

// enter opens the chosen entry, the list of a day that is full, or something new on an empty day.
func (m *Month) enter() {
	at := daysBetween(m.first(), m.day)
	switch {
	case at >= 0 && at < len(m.draw.hidden) && m.draw.hidden[at] > 0:
		m.list(m.day)
	case m.chosen != "":
		m.open(m.chosen)
	case m.p.OnNew != nil:
		m.p.OnNew(m.Day())
	}
}

func (m *Month) open(id string) {
	if m.p.OnOpen != nil {
		m.p.OnOpen(id)
	}
}

// list shows all entries of a day.
func (m *Month) list(day time.Time) {
	if m.pop != nil {
		return
	}
	var options []Option
	for _, e := range m.on(day) {
		options = append(options, Option{Value: e.ID, Text: e.Text, Dot: e.Tone.Dot()})
	}
	list := newChoices(options, 0)
	list.picked = func(i int) {
		m.pop.close()
		m.chosen = options[i].Value
		m.open(m.chosen)
	}
	list.left = func(tab, back bool) {
		m.pop.close()
		leave(m, tab, back)
	}
	m.pop = showPopover(m, list, false, func() { m.pop = nil })
	if m.pop == nil {
		return
	}
	pos, size := m.draw.cell(daysBetween(m.first(), day), m.Size())
	m.pop.at(pos, size)
	m.pop.canvas.Focus(list)
}

// dayAt gives the day at a position, the nearest where there is none.
func (m *Month) dayAt(pos fyne.Position) time.Time {
	s := m.Size()
	if s.Width <= 0 || s.Height <= U(monthHead) {
		return m.day
	}
	column := min(max(int(pos.X*7/s.Width), 0), 6)
	week := min(max(int((pos.Y-U(monthHead))*float32(m.weeks())/(s.Height-U(monthHead))), 0), m.weeks()-1)
	return m.first().AddDate(0, 0, 7*week+column)
}

// entryAt gives the id of the entry at a position.
func (m *Month) entryAt(pos fyne.Position) string {
	for _, c := range m.draw.chips {
		if c.id != "" && within(pos, c.rect) {
			return c.id
		}
	}
	return ""
}

// moreAt tells whether the word that says how many more there are is at a position.
func (m *Month) moreAt(pos fyne.Position) bool {
	for i := range m.draw.cells {
		if more := m.draw.cells[i].more; more.Visible() && within(pos, more) {
			return true
		}
	}
	return false
}

func within(pos fyne.Position, o fyne.CanvasObject) bool {
	at, s := o.Position(), o.Size()
	return pos.X >= at.X && pos.Y >= at.Y && pos.X < at.X+s.Width && pos.Y < at.Y+s.Height
}

// Tapped implements fyne.Tappable. A click on an entry opens it; a second click at once on an empty place makes
// something new.
func (m *Month) Tapped(ev *fyne.PointEvent) {
	focus(m)
	if ev.Position.Y < U(monthHead) {
		return
	}
	id, more, day := m.entryAt(ev.Position), m.moreAt(ev.Position), m.dayAt(ev.Position)
	double := day.Equal(m.tapDay) && m.p.Now().Sub(m.tapped) < 400*time.Millisecond
	m.tapDay, m.tapped = day, m.p.Now()
	if !more || !day.Equal(m.day) {
		m.mark(day, true)
	}
	switch {
	case id != "":
		m.tapped = time.Time{}
		m.follow(id, day)
		m.open(id)
	case more:
		m.list(day)
	case double && m.p.OnNew != nil:
		m.tapped = time.Time{}
		m.p.OnNew(m.Day())
	}
}

// MouseDown implements desktop.Mouseable.
func (m *Month) MouseDown(ev *desktop.MouseEvent) { m.drag.down(ev) }

// MouseUp implements desktop.Mouseable.
func (m *Month) MouseUp(*desktop.MouseEvent) { m.drag.pressed = false }

// Dragged implements fyne.Draggable: an entry goes with the pointer.
func (m *Month) Dragged(ev *fyne.DragEvent) {
	if m.drag.moved(ev) {
		m.dragged = ""
		if e, ok := m.entry(m.entryAt(m.drag.start)); ok && !e.Fixed && m.p.OnMove != nil {
			m.dragged, m.grabbed = e.ID, m.dayAt(m.drag.start)
		}
	}
	m.Refresh()
}

// DragEnd implements fyne.Draggable.
func (m *Month) DragEnd() {
	e, ok := m.entry(m.dragged)
	day := m.dayAt(m.drag.at)
	by := daysBetween(m.grabbed, day)
	m.drag.end()
	m.dragged = ""
	if ok && by != 0 {
		focus(m) // so that what was moved can be moved on with the keyboard
		m.move(e, by)
		m.follow(e.ID, day)
	}
	m.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (m *Month) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (m *Month) MouseMoved(ev *desktop.MouseEvent) {
	if id := m.entryAt(ev.Position); id != m.hovered {
		m.hovered = id
		m.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (m *Month) MouseOut() {
	if m.hovered != "" {
		m.hovered = ""
		m.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (m *Month) Cursor() desktop.Cursor {
	if m.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
