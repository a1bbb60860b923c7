package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable.
func (q *Quadrant) FocusGained() {
	q.focused = true
	if q.at == (spot{}) && len(q.marks) > 0 {
		q.at = q.marks[0].spot
	}
	q.Refresh()
}

// FocusLost implements fyne.Focusable. What is on its way is put down where it is.
func (q *Quadrant) FocusLost() {
	q.focused = false
	q.putDown()
	q.Refresh()
}

// TypedRune implements fyne.Focusable.
func (q *Quadrant) TypedRune(r rune) {
	if q.p.OnRune != nil && r != ' ' {
		q.p.OnRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (q *Quadrant) TypedKey(ev *fyne.KeyEvent) {
	up, across, arrow := arrowOf(ev.Name)
	switch {
	case arrow && shiftHeld():
		q.nudge(up, across)
		return
	case arrow && q.carry != nil && q.carry.tapped:
		q.carryBy(up, across)
		return
	case q.carry != nil && ev.Name == fyne.KeyEscape:
		q.carry = nil
		q.sort()
		q.showInTray()
		q.Refresh()
		return
	case q.carry != nil && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace):
		q.putDown()
		return
	}
	q.putDown()
	switch {
	case arrow:
		q.step(up, across)
	case ev.Name == fyne.KeyHome || ev.Name == fyne.KeyEnd:
		q.toEnd(ev.Name == fyne.KeyEnd)
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter || ev.Name == fyne.KeySpace:
		q.enter()
	default:
		passKey(q, ev)
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow key move the chosen point; all else goes to the window.
func (q *Quadrant) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierShortcutDefault {
		if up, across, arrow := arrowOf(custom.KeyName); arrow {
			q.nudge(up, across)
			return
		}
	}
	passShortcut(canvasOf(q), s)
}

// KeyDown implements desktop.Keyable.
func (q *Quadrant) KeyDown(*fyne.KeyEvent) {}

// KeyUp implements desktop.Keyable: with Ctrl or Shift the point is let go, so that a way of several steps is one move.
func (q *Quadrant) KeyUp(ev *fyne.KeyEvent) {
	switch ev.Name {
	case desktop.KeyControlLeft, desktop.KeyControlRight, desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeySuperLeft, desktop.KeySuperRight:
		if q.carry != nil && !q.carry.tapped {
			q.putDown()
		}
	}
}

// spot is where the mark is that the keyboard is at.
func (q *Quadrant) spot() (fyne.Position, fyne.Size, bool) {
	m := q.mark(q.at)
	if m == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	return m.pos, m.size, true
}

func arrowOf(name fyne.KeyName) (up, across int, ok bool) {
	switch name {
	case fyne.KeyUp:
		return 1, 0, true
	case fyne.KeyDown:
		return -1, 0, true
	case fyne.KeyLeft:
		return 0, -1, true
	case fyne.KeyRight:
		return 0, 1, true
	}
	return 0, 0, false
}

// step goes to the next mark in a direction: in the tray along its rows, else to what lies nearest.
func (q *Quadrant) step(up, across int) {
	from := q.mark(q.at)
	switch {
	case from == nil && len(q.marks) > 0:
		q.stand(q.marks[0])
		return
	case from == nil:
		return
	case from.tray && up != 0:
		i := slices.IndexFunc(q.waiting, func(p QuadrantPoint) bool { return p.ID == from.id })
		if i -= up; i >= 0 && i < len(q.waiting) {
			q.pick(q.waiting[i].ID)
		}
		return
	}
	var best *quadrantMark
	var least float32
	for i := range q.marks {
		m := &q.marks[i]
		d := m.centre().Subtract(from.centre())
		along, aside := -d.Y*float32(up)+d.X*float32(across), max(d.X, -d.X)
		if across != 0 {
			aside = max(d.Y, -d.Y)
		}
		if along <= 1 || aside > 3*along {
			continue
		}
		if far := along + 2*aside; best == nil || far < least {
			best, least = m, far
		}
	}
	if best != nil {
		q.stand(*best)
	}
}

// stand moves the keyboard to a mark; a point is chosen by that.
func (q *Quadrant) stand(m quadrantMark) {
	if !m.bubble() {
		q.pick(m.id)
		return
	}
	q.at = m.spot
	q.Refresh()
}

func (q *Quadrant) toEnd(last bool) {
	switch {
	case last && q.area.rows > 0 && len(q.waiting) > 0:
		q.pick(q.waiting[len(q.waiting)-1].ID)
	case last && len(q.marks) > 0:
		q.stand(q.marks[len(q.marks)-1])
	case len(q.marks) > 0:
		q.stand(q.marks[0])
	}
}

// enter opens a bubble's list or a point's record, and takes what waits in the tray.
func (q *Quadrant) enter() {
	m := q.mark(q.at)
	switch {
	case m == nil:
	case m.bubble():
		q.open(*m)
	case m.tray && q.p.OnMove != nil:
		q.pick(m.id)
		q.take(m.id, true)
	default:
		q.pick(m.id)
		if q.p.OnOpen != nil {
			q.p.OnOpen(m.id)
		}
	}
}

// nudge moves the chosen point by a step, together with the steps before it for as long as Ctrl or Shift is held.
func (q *Quadrant) nudge(up, across int) {
	if q.p.OnMove == nil || q.at.id == "" {
		return
	}
	q.pick(q.at.id)
	if q.carry == nil {
		q.take(q.at.id, false)
		if p := q.points[q.find(q.at.id)]; !p.placed() {
			return // the first step leads out of the tray
		}
	}
	q.carryBy(up, across)
}

// take begins to carry a point, from the middle of the picture where it has no place yet.
func (q *Quadrant) take(id string, tapped bool) {
	i := q.find(id)
	if i < 0 {
		return
	}
	middle := (QuadrantSteps + 1) / 2
	q.carry = &carried{id: id, up: middle, across: middle, tapped: tapped}
	if p := q.points[i]; p.placed() {
		q.carry.up, q.carry.across = p.Up, p.Across
	}
	q.sort()
	q.Refresh()
}

func (q *Quadrant) carryBy(up, across int) {
	q.carry.up = min(max(q.carry.up+up, 1), QuadrantSteps)
	q.carry.across = min(max(q.carry.across+across, 1), QuadrantSteps)
	q.Refresh()
}

// putDown leaves a carried point where it is.
func (q *Quadrant) putDown() {
	if c := q.carry; c != nil {
		q.carry = nil
		q.move(c.id, c.up, c.across)
	}
}
