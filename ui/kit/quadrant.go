package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// QuadrantSteps is how many whole numbers each axis of a Quadrant has: 1 to QuadrantSteps.
const QuadrantSteps = 5

// QuadrantPoint is one thing that is weighed on two axes. Up and Across are from 1 to QuadrantSteps; where one of them is
// not known it is zero, and the point lies in the tray beside the picture.
type QuadrantPoint struct {
	ID, Label  string
	Tone       Tone
	Up, Across int
}

func (p QuadrantPoint) placed() bool {
	return p.Up >= 1 && p.Up <= QuadrantSteps && p.Across >= 1 && p.Across <= QuadrantSteps
}

// QuadrantParams is what a Quadrant is made from. The funcs may be nil; without OnMove nothing can be moved.
type QuadrantParams struct {
	Up, Across string    // what the axes are called
	Quarters   [4]string // top left, top right, bottom left, bottom right
	High       int       // the first number that counts as high: where the quarters meet; 4 when zero
	Tray       func(waiting int) string
	TrayHint   string // how what waits in the tray is placed
	OnPick     func(id string)
	OnOpen     func(id string) // Enter
	OnMove     func(id string, up, across int)
	OnRune     func(rune) // a letter is typed: to go on in a search field
}

// Quadrant is a picture of points on two axes of whole numbers, in four named quarters. Points at one place stand under
// each other; where they are too many for that, a bubble with their number opens their list. One point is chosen, by a
// click or with the arrow keys; it is moved by dragging, or with Ctrl or Shift and the arrow keys. What has no place yet waits in
// a tray, from where it is dragged, or taken with Enter, moved with the arrow keys and put down with Enter.
type Quadrant struct {
	widget.BaseWidget
	named
	p       QuadrantParams
	points  []QuadrantPoint
	waiting []QuadrantPoint // those without a place
	chosen  string
	at      spot // where the keyboard is
	hover   spot
	focused bool
	carry   *carried  // moved with keys, not yet put down
	drag    *dragging // moved with the mouse
	top     int       // the first of the tray that is in view
	marks   []quadrantMark
	area    quadrantArea
	art     *quadrantArt
	pop     *popover
}

// spot names a mark: a point by its id, a bubble by its place. The zero value is none.
type spot struct {
	id   string
	cell int // 1 + the cell of a bubble
}

// carried is a point on its way.
type carried struct {
	id         string
	up, across int
	tapped     bool // taken with Enter, so that plain arrow keys move it
}

// NewQuadrant makes a picture without points.
func NewQuadrant(p QuadrantParams) *Quadrant {
	if p.High == 0 {
		p.High = 4
	}
	q := &Quadrant{p: p}
	q.ExtendBaseWidget(q)
	q.art = newQuadrantArt(q)
	return q
}

// SetPoints changes the points; what is chosen stays chosen if it is still there.
func (q *Quadrant) SetPoints(points []QuadrantPoint) {
	q.points = slices.Clone(points)
	if q.carry != nil && q.find(q.carry.id) < 0 {
		q.carry = nil
	}
	if q.drag != nil && q.find(q.drag.id) < 0 {
		q.drag = nil
	}
	if q.chosen != "" && q.find(q.chosen) < 0 {
		q.chosen = ""
	}
	if q.at.id != "" && q.find(q.at.id) < 0 {
		q.at = spot{id: q.chosen}
	}
	q.sort()
	q.Refresh()
}

// Chosen gives the id of the point that is chosen, empty where none is.
func (q *Quadrant) Chosen() string { return q.chosen }

// Choose chooses a point without calling back; an empty or unknown id chooses none.
func (q *Quadrant) Choose(id string) {
	if q.find(id) < 0 {
		id = ""
	}
	q.chosen, q.at = id, spot{id: id}
	q.showInTray()
	q.Refresh()
}

// Focus gives the picture the keyboard.
func (q *Quadrant) Focus() { focus(q) }

func (q *Quadrant) find(id string) int {
	return slices.IndexFunc(q.points, func(p QuadrantPoint) bool { return id != "" && p.ID == id })
}

// sort parts what waits from what is placed.
func (q *Quadrant) sort() {
	q.waiting = q.waiting[:0]
	for _, p := range q.points {
		if !q.seen(p).placed() {
			q.waiting = append(q.waiting, p)
		}
	}
	q.top = max(0, min(q.top, len(q.waiting)-1))
}

// seen is a point where it is shown: while it is carried, that is not where it belongs.
func (q *Quadrant) seen(p QuadrantPoint) QuadrantPoint {
	if q.carry != nil && q.carry.id == p.ID {
		p.Up, p.Across = q.carry.up, q.carry.across
	}
	return p
}

// pick is a choice by the user.
func (q *Quadrant) pick(id string) {
	same := id == q.chosen
	q.Choose(id)
	if !same && q.chosen != "" && q.p.OnPick != nil {
		q.p.OnPick(id)
	}
}

// move puts a point somewhere for good.
func (q *Quadrant) move(id string, up, across int) {
	i := q.find(id)
	if i < 0 || q.points[i].Up == up && q.points[i].Across == across {
		q.Refresh()
		return
	}
	q.points[i].Up, q.points[i].Across = up, across // until the owner gives the points anew
	q.sort()
	q.pick(id)
	q.p.OnMove(id, up, across)
}

// open shows the list of a bubble.
func (q *Quadrant) open(m quadrantMark) {
	if q.pop != nil {
		return
	}
	var options []Option
	for _, id := range m.ids {
		options = append(options, Option{Value: id, Text: q.points[q.find(id)].Label})
	}
	list := newChoices(options, -1)
	list.mark(max(0, slices.Index(m.ids, q.chosen)))
	list.picked = func(i int) {
		q.pop.close()
		q.pick(m.ids[i])
	}
	list.left = func(bool, bool) { q.pop.close() }
	q.art.anchor.Move(m.pos)
	q.art.anchor.Resize(m.size)
	focus(q)
	q.pop = showPopover(q.art.anchor, list, false, func() { q.pop = nil })
	if q.pop != nil {
		q.pop.canvas.Focus(list)
	}
}

// CreateRenderer implements fyne.Widget.
func (q *Quadrant) CreateRenderer() fyne.WidgetRenderer {
	return &paint{
		of: q, objects: q.art.objects,
		min:    func() fyne.Size { return usize(360, 300) },
		layout: q.arrange,
	}
}

// arrange decides what is shown where, and draws it.
func (q *Quadrant) arrange(s fyne.Size) {
	q.area = q.measure(s)
	q.top = max(0, min(q.top, len(q.waiting)-q.area.rows))
	q.marks = q.layOut()
	q.art.draw()
}
