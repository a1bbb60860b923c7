package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// quadrantArt is what a Quadrant is drawn with: the ground, and as many marks as there are in view.
type quadrantArt struct {
	q        *Quadrant
	quarters [4]*canvas.Rectangle
	lines    [2 * (QuadrantSteps - 1)]*canvas.Rectangle
	target   *canvas.Rectangle // the place where a point would be put
	heads    [4]*canvas.Text
	ticks    [2 * QuadrantSteps]*canvas.Text
	up       *canvas.Text
	across   *canvas.Text
	arrows   [2]*canvas.Image
	tray     *canvas.Rectangle
	bar      *canvas.Rectangle
	title    *canvas.Text
	hint     *canvas.Text
	marks    []*markArt
	front    *markArt // the one under the pointer or the keyboard, with its whole label
	ghost    *markArt // the one that is dragged
	ring     ring
	anchor   *Box // under which a bubble's list opens
}

func newQuadrantArt(q *Quadrant) *quadrantArt {
	a := &quadrantArt{
		q: q, target: canvas.NewRectangle(nil), tray: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		up: canvas.NewText("", nil), across: canvas.NewText("", nil), title: canvas.NewText("", nil), hint: canvas.NewText("", nil),
		front: newMarkArt(), ghost: newMarkArt(), ring: newRing(), anchor: NewSpace(0, 0),
	}
	for i := range a.quarters {
		a.quarters[i], a.heads[i] = canvas.NewRectangle(nil), canvas.NewText("", nil)
	}
	for i := range a.lines {
		a.lines[i] = canvas.NewRectangle(nil)
	}
	for i := range a.ticks {
		a.ticks[i] = canvas.NewText(strconv.Itoa(1+i%QuadrantSteps), nil)
	}
	for i := range a.arrows {
		a.arrows[i] = &canvas.Image{FillMode: canvas.ImageFillContain}
	}
	return a
}

func (a *quadrantArt) objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, r := range a.quarters {
		objs = append(objs, r)
	}
	for _, l := range a.lines {
		objs = append(objs, l)
	}
	for _, t := range a.ticks {
		objs = append(objs, t)
	}
	for _, t := range a.heads {
		objs = append(objs, t)
	}
	objs = append(objs, a.target, a.up, a.across, a.arrows[0], a.arrows[1], a.tray, a.title, a.hint, a.bar, a.anchor)
	for _, m := range append(a.marks[:len(a.marks):len(a.marks)], a.front, a.ghost) {
		objs = append(objs, m.rect, m.dot, m.text)
	}
	return append(objs, a.ring.rect)
}

func (a *quadrantArt) draw() {
	a.drawGround()
	a.drawAxes()
	a.drawTray()
	a.drawMarks()
	a.drawMoving()
}

func (a *quadrantArt) drawGround() {
	area, high := &a.q.area, a.q.p.High
	left := float32(high-1) * area.cell().Width
	top := float32(QuadrantSteps-high+1) * area.cell().Height
	at := fyne.NewPos(area.plotAt.Width, area.plotAt.Height)
	for i, r := range a.quarters {
		pos, size := at, fyne.NewSize(left, top)
		if i%2 == 1 {
			pos.X, size.Width = pos.X+left, area.plot.Width-left
		}
		if i/2 == 1 {
			pos.Y, size.Height = pos.Y+top, area.plot.Height-top
		}
		style := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, StrokeWidth: 1}
		if i == 1 {
			style.Fill = TokenSelected
		}
		paintRect(r, style)
		placeRect(r, pos, size)
	}
	for i, l := range a.lines {
		paintRect(l, BoxStyle{Fill: TokenLine})
		n := float32(1 + i/2)
		if i%2 == 0 {
			place(l, at.X+n*area.cell().Width, at.Y, 1, area.plot.Height)
		} else {
			place(l, at.X, at.Y+n*area.cell().Height, area.plot.Width, 1)
		}
	}
}

func (a *quadrantArt) drawAxes() {
	area := &a.q.area
	at, cell, line := fyne.NewPos(area.plotAt.Width, area.plotAt.Height), area.cell(), U(quadrantLine)
	below := at.Y + area.plot.Height
	for i, t := range a.ticks {
		t.TextSize, t.Color = U(TextSmall), TokenMuted.Color()
		m, n := t.MinSize(), float32(i%QuadrantSteps)
		if i < QuadrantSteps {
			place(t, at.X-m.Width-U(7), below-(n+0.5)*cell.Height-m.Height/2, m.Width, m.Height)
		} else {
			place(t, at.X+(n+0.5)*cell.Width-m.Width/2, below+line+(line-m.Height)/2, m.Width, m.Height)
		}
	}
	border := float32(a.q.p.High-1) * cell.Width
	for i, t := range a.heads {
		room := border
		if i%2 == 1 {
			room = area.plot.Width - border
		}
		t.TextSize, t.TextStyle.Bold, t.Color = U(TextSmall), true, TokenMuted.Color()
		if i == 1 {
			t.Color = TokenAccent.Color()
		}
		t.Text = ellipsis(a.q.p.Quarters[i], room-U(8), t.TextSize, t.TextStyle)
		m := t.MinSize()
		y := at.Y - line + (line-m.Height)/2
		if i >= 2 {
			y = below + (line-m.Height)/2
		}
		place(t, at.X+border*float32(i%2)+U(4), y, m.Width, m.Height)
	}
	for i, t := range []*canvas.Text{a.up, a.across} {
		t.Text, t.TextSize, t.Color = []string{a.q.p.Up, a.q.p.Across}[i], U(TextMedium), TokenText.Color()
		m, side := t.MinSize(), U(12)
		x, y := side+U(5), (line-m.Height)/2
		if i == 1 {
			x, y = at.X+area.plot.Width-side-U(5)-m.Width, below+(line-m.Height)/2
			if area.tight {
				y += 2*line - U(4)
			}
		}
		place(t, x, y, m.Width, m.Height)
		arrow := float32(0)
		if i == 1 {
			arrow = x + m.Width + U(5)
		}
		a.arrows[i].Resource = tinted([]fyne.Resource{iconAxisUp(), iconAxisRight()}[i], TokenText)
		place(a.arrows[i], arrow, y+(m.Height-side)/2, side, side)
		a.arrows[i].Refresh()
	}
}

func (a *quadrantArt) drawTray() {
	area, p := &a.q.area, &a.q.p
	shown := area.rows > 0
	a.tray.Hidden, a.title.Hidden, a.hint.Hidden = !shown, !shown, !shown
	a.bar.Hidden = !shown || len(a.q.waiting) <= area.rows
	if !shown {
		return
	}
	paintRect(a.tray, BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: CardRadius})
	at := fyne.NewPos(area.trayAt.Width, area.trayAt.Height)
	placeRect(a.tray, at, area.tray)
	room := area.tray.Width - U(24)
	a.title.TextSize, a.title.TextStyle.Bold, a.title.Color = U(TextMedium), true, TokenText.Color()
	a.title.Text = ellipsis(p.Tray(len(a.q.waiting)), room, a.title.TextSize, a.title.TextStyle)
	a.hint.TextSize, a.hint.Color = U(TextSmall), TokenMuted.Color()
	a.hint.Text = ellipsis(p.TrayHint, room, a.hint.TextSize, fyne.TextStyle{})
	place(a.title, at.X+U(12), at.Y+U(7), room, a.title.MinSize().Height)
	place(a.hint, at.X+U(12), at.Y+U(24), room, a.hint.MinSize().Height)
	paintRect(a.bar, BoxStyle{Fill: TokenLine, Radius: 1.5})
	height, n := area.tray.Height-U(trayHead+8), float32(len(a.q.waiting))
	placeRect(a.bar, fyne.NewPos(at.X+area.tray.Width-U(8), at.Y+U(trayHead)+height*float32(a.q.top)/n),
		fyne.NewSize(U(3), max(U(12), height*float32(area.rows)/n)))
}
