package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragging is a point under the pointer.
type dragging struct {
	id string
	at fyne.Position
}

// Tapped implements fyne.Tappable.
func (q *Quadrant) Tapped(ev *fyne.PointEvent) {
	focus(q)
	m := q.under(ev.Position)
	switch {
	case m == nil:
	case m.bubble():
		q.at = m.spot
		q.Refresh()
		q.open(*m)
	default:
		q.pick(m.id)
	}
}

// Dragged implements fyne.Draggable.
func (q *Quadrant) Dragged(ev *fyne.DragEvent) {
	if q.p.OnMove == nil {
		return
	}
	if q.drag == nil {
		m := q.under(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
		if m == nil || m.bubble() {
			return
		}
		focus(q)
		q.putDown()
		q.drag = &dragging{id: m.id}
	}
	q.drag.at = ev.Position
	q.hover = spot{}
	q.Refresh()
}

// DragEnd implements fyne.Draggable. Outside of the picture nothing is moved.
func (q *Quadrant) DragEnd() {
	d := q.drag
	if d == nil {
		return
	}
	q.drag = nil
	if up, across, ok := q.area.place(d.at); ok {
		q.move(d.id, up, across)
		return
	}
	q.Refresh()
}

// Scrolled implements fyne.Scrollable: the tray.
func (q *Quadrant) Scrolled(ev *fyne.ScrollEvent) {
	step := 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	if next := max(0, min(q.top+step, len(q.waiting)-q.area.rows)); next != q.top {
		q.top = next
		q.Refresh()
	}
}

// MouseIn implements desktop.Hoverable.
func (q *Quadrant) MouseIn(ev *desktop.MouseEvent) { q.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable: a point under the pointer shows its whole label.
func (q *Quadrant) MouseMoved(ev *desktop.MouseEvent) {
	at := spot{}
	if m := q.under(ev.Position); m != nil {
		at = m.spot
	}
	if at != q.hover {
		q.hover = at
		q.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (q *Quadrant) MouseOut() {
	q.hover = spot{}
	q.Refresh()
}

// Cursor implements desktop.Cursorable.
func (q *Quadrant) Cursor() desktop.Cursor {
	if q.hover != (spot{}) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
