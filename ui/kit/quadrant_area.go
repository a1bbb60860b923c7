package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Measures of a Quadrant at scale 1.
const (
	quadrantLine  = 20  // a line of words above or below the picture
	quadrantTicks = 20  // the numbers left of it
	pillHeight    = 21  // a point
	pillGap       = 3   // between points at one place
	trayWidth     = 196 // beside the picture
	trayHead      = 44  // the tray's title and hint
	trayBelow     = 620 // where the whole is narrower, the tray lies below
)

// quadrantArea is where the parts of a Quadrant lie.
type quadrantArea struct {
	plot, plotAt fyne.Size // the picture's size and its place
	tray, trayAt fyne.Size // likewise, zero where there is none
	rows         int       // of the tray that are in view
	tight        bool      // the title of the axis across has a line of its own, since the quarter's name leaves it no room
}

// measure divides a size among the picture and the tray.
func (q *Quadrant) measure(s fyne.Size) quadrantArea {
	a := quadrantArea{plotAt: usize(quadrantTicks, 2*quadrantLine)}
	room := s
	if q.p.Tray != nil && len(q.waiting) > 0 {
		if s.Width >= U(trayBelow) {
			a.tray = fyne.NewSize(U(trayWidth), s.Height)
			room.Width -= U(trayWidth + 16)
		} else {
			a.tray = fyne.NewSize(s.Width, min(s.Height/3, U(trayHead)+float32(len(q.waiting))*U(pillHeight+pillGap)+U(10)))
			room.Height -= a.tray.Height + U(12)
		}
		a.tray = a.tray.SubtractWidthHeight(2, 2) // its edge would be cut off
		a.trayAt = fyne.NewSize(s.Width-a.tray.Width-1, s.Height-a.tray.Height-1)
		a.rows = max(1, int((a.tray.Height-U(trayHead+8))/U(pillHeight+pillGap)))
	}
	a.plot = fyne.NewSize(max(1, room.Width-U(quadrantTicks)-1), max(1, room.Height-U(4*quadrantLine)))
	words := fyne.MeasureText(q.p.Quarters[3], U(TextSmall), fyne.TextStyle{Bold: true}).Width + fyne.MeasureText(q.p.Across, U(TextMedium), fyne.TextStyle{}).Width
	if words+U(40) > a.plot.Width*float32(QuadrantSteps-q.p.High+1)/QuadrantSteps {
		a.tight = true
		a.plot.Height = max(1, a.plot.Height-U(quadrantLine-4))
	}
	return a
}

// cell is the size of one place.
func (a *quadrantArea) cell() fyne.Size {
	return fyne.NewSize(a.plot.Width/QuadrantSteps, a.plot.Height/QuadrantSteps)
}

// corner is the top left corner of a place.
func (a *quadrantArea) corner(up, across int) fyne.Position {
	c := a.cell()
	return fyne.NewPos(a.plotAt.Width+float32(across-1)*c.Width, a.plotAt.Height+float32(QuadrantSteps-up)*c.Height)
}

// place gives the numbers at a position, false outside of the picture.
func (a *quadrantArea) place(pos fyne.Position) (up, across int, ok bool) {
	x, y := pos.X-a.plotAt.Width, pos.Y-a.plotAt.Height
	if x < 0 || y < 0 || x >= a.plot.Width || y >= a.plot.Height {
		return 0, 0, false
	}
	c := a.cell()
	return QuadrantSteps - min(int(y/c.Height), QuadrantSteps-1), 1 + min(int(x/c.Width), QuadrantSteps-1), true
}

func cellOf(up, across int) int { return (QuadrantSteps-up)*QuadrantSteps + across - 1 }

// quadrantMark is what is drawn of a point, or of several at one place.
type quadrantMark struct {
	spot
	ids    []string // of a bubble
	tray   bool
	label  string
	tone   Tone
	pos    fyne.Position
	size   fyne.Size
	within span // how far its whole label may reach
}

func (m *quadrantMark) bubble() bool { return m.cell > 0 }

func (m *quadrantMark) centre() fyne.Position {
	return m.pos.AddXY(m.size.Width/2, m.size.Height/2)
}

func (m *quadrantMark) has(pos fyne.Position) bool {
	return pos.X >= m.pos.X && pos.Y >= m.pos.Y && pos.X < m.pos.X+m.size.Width && pos.Y < m.pos.Y+m.size.Height
}

// layOut makes the marks, in the order in which they are read.
func (q *Quadrant) layOut() []quadrantMark {
	var cells [QuadrantSteps * QuadrantSteps][]QuadrantPoint
	for _, p := range q.points {
		if p = q.seen(p); p.placed() {
			i := cellOf(p.Up, p.Across)
			cells[i] = append(cells[i], p)
		}
	}
	var marks []quadrantMark
	for i, points := range cells {
		if len(points) > 0 {
			marks = append(marks, q.inCell(i, points)...)
		}
	}
	return append(marks, q.inTray()...)
}

// inCell stacks the points of a place, or makes a bubble of them, under which the chosen one keeps a mark of its own.
func (q *Quadrant) inCell(i int, points []QuadrantPoint) []quadrantMark {
	corner, cell := q.area.corner(QuadrantSteps-i/QuadrantSteps, 1+i%QuadrantSteps), q.area.cell()
	step, margin := U(pillHeight+pillGap), U(4)
	if fit := int((cell.Height - margin) / step); len(points) <= max(1, fit) {
		y := corner.Y + (cell.Height-float32(len(points))*step+U(pillGap))/2
		var out []quadrantMark
		for _, p := range points {
			out = append(out, q.pill(p, fyne.NewPos(corner.X+margin, y), cell.Width-2*margin))
			y += step
		}
		return out
	}
	bubble := quadrantMark{spot: spot{cell: 1 + i}, tone: points[0].Tone}
	var own []quadrantMark
	height := cell.Height
	for _, p := range points {
		bubble.ids = append(bubble.ids, p.ID)
		if p.ID == q.chosen && cell.Height >= U(22)+step {
			height -= step
			own = append(own, q.pill(p, fyne.NewPos(corner.X+margin, corner.Y+height-U(1)), cell.Width-2*margin))
		}
	}
	d := min(U(28)+U(0.5)*float32(min(len(points), 60)), cell.Width-margin, height-margin)
	bubble.size = fyne.NewSquareSize(d)
	bubble.pos = fyne.NewPos(corner.X+(cell.Width-d)/2, corner.Y+(height-d)/2)
	return append([]quadrantMark{bubble}, own...)
}

func (q *Quadrant) pill(p QuadrantPoint, pos fyne.Position, most float32) quadrantMark {
	return quadrantMark{
		spot: spot{id: p.ID}, label: p.Label, tone: p.Tone, pos: pos, size: fyne.NewSize(min(pillWidth(p.Label), most), U(pillHeight)),
		within: span{q.area.plotAt.Width, q.area.plot.Width},
	}
}

// pillWidth is how wide a point is that shows its whole label.
func pillWidth(label string) float32 {
	return fyne.MeasureText(label, U(TextSmall), fyne.TextStyle{}).Width + U(30)
}

func (q *Quadrant) inTray() []quadrantMark {
	if q.area.rows == 0 {
		return nil
	}
	var out []quadrantMark
	x, y := q.area.trayAt.Width+U(10), q.area.trayAt.Height+U(trayHead)
	for _, p := range q.waiting[min(q.top, len(q.waiting)):min(q.top+q.area.rows, len(q.waiting))] {
		m := q.pill(p, fyne.NewPos(x, y), q.area.tray.Width-U(24))
		m.tray, m.within = true, span{q.area.trayAt.Width, q.area.tray.Width}
		out = append(out, m)
		y += U(pillHeight + pillGap)
	}
	return out
}

// mark gives what is drawn at a spot, nil where it is out of view.
func (q *Quadrant) mark(at spot) *quadrantMark {
	i := slices.IndexFunc(q.marks, func(m quadrantMark) bool { return m.spot == at })
	if i < 0 && at.id != "" { // inside of a bubble
		i = slices.IndexFunc(q.marks, func(m quadrantMark) bool { return slices.Contains(m.ids, at.id) })
	}
	if i < 0 {
		return nil
	}
	return &q.marks[i]
}

// under gives the mark under the pointer.
func (q *Quadrant) under(pos fyne.Position) *quadrantMark {
	for i := range q.marks {
		if q.marks[i].has(pos) {
			return &q.marks[i]
		}
	}
	return nil
}

// showInTray scrolls the tray to the chosen point.
func (q *Quadrant) showInTray() {
	i := slices.IndexFunc(q.waiting, func(p QuadrantPoint) bool { return p.ID == q.at.id })
	if i < 0 || q.area.rows == 0 {
		return
	}
	q.top = max(min(q.top, i), i-q.area.rows+1)
}
