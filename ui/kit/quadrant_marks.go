package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// markArt draws one mark: a pill with a dot and a label, or a bubble with a number.
type markArt struct {
	rect, dot *canvas.Rectangle
	text      *canvas.Text
}

func newMarkArt() *markArt {
	return &markArt{rect: canvas.NewRectangle(nil), dot: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
}

func (a *markArt) hide(hidden bool) {
	a.rect.Hidden, a.dot.Hidden, a.text.Hidden = hidden, hidden, hidden
}

// drawMarks draws all, and again in front the one that is pointed at, with its whole label.
func (a *quadrantArt) drawMarks() {
	q := a.q
	for len(a.marks) < len(q.marks) {
		a.marks = append(a.marks, newMarkArt())
	}
	for i, art := range a.marks {
		art.hide(i >= len(q.marks))
		if i < len(q.marks) {
			a.drawMark(art, q.marks[i])
		}
	}
	a.front.hide(true)
	for _, at := range []spot{q.hover, {id: q.chosen}} {
		if m := q.mark(at); at != (spot{}) && m != nil && !m.bubble() && q.drag == nil {
			a.front.hide(false)
			a.drawMark(a.front, m.whole())
			break
		}
	}
	a.ring.rect.Hidden = true
	if m := q.mark(q.at); q.focused && m != nil {
		whole := *m
		radius := m.size.Width / 2 / U(1)
		if !m.bubble() {
			radius = pillHeight / 2
			if m.id == q.chosen {
				whole = m.whole()
			}
		}
		a.ring.paint(true, radius+2, TokenFocus)
		a.ring.around(whole.pos, whole.size, 2)
	}
}

// whole is a mark that is wide enough for its label, as far as there is room.
func (m *quadrantMark) whole() quadrantMark {
	out := *m
	out.size.Width = min(max(m.size.Width, pillWidth(m.label)), m.within.w)
	out.pos.X = max(m.within.x, min(m.pos.X, m.within.x+m.within.w-out.size.Width))
	return out
}

func (a *quadrantArt) drawMark(art *markArt, m quadrantMark) {
	q := a.q
	if m.bubble() {
		fill, token := TokenAccent, TokenOnAccent
		if slices.Contains(m.ids, q.chosen) && q.mark(spot{id: q.chosen}).bubble() {
			fill, token = TokenGold, TokenOnGold // the chosen one is in there, and has no room of its own
		}
		paintRect(art.rect, BoxStyle{Fill: fill, Radius: m.size.Width / 2 / U(1)})
		placeRect(art.rect, m.pos, m.size)
		art.dot.Hidden = true
		art.text.Text, art.text.TextSize, art.text.Color = strconv.Itoa(len(m.ids)), U(TextBody), token.Color()
		art.text.TextStyle.Bold = true
		size := art.text.MinSize()
		place(art.text, m.pos.X+(m.size.Width-size.Width)/2, m.pos.Y+(m.size.Height-size.Height)/2, size.Width, size.Height)
		return
	}
	style, token := BoxStyle{Fill: TokenSurface, Stroke: TokenLine, Radius: pillHeight / 2}, TokenText
	switch {
	case m.id == q.chosen:
		style.Fill, style.Stroke, token = TokenAccent, TokenAccent, TokenOnAccent
	case q.drag != nil && q.drag.id == m.id:
		style = BoxStyle{Stroke: TokenLine, Radius: pillHeight / 2}
		token = TokenMuted
	}
	style.Shadow = q.carry != nil && q.carry.id == m.id
	paintPill(art, m, style, token)
}

func paintPill(art *markArt, m quadrantMark, style BoxStyle, token Token) {
	paintRect(art.rect, style)
	placeRect(art.rect, m.pos, m.size)
	dot := m.tone.Dot()
	if style.Fill == TokenAccent {
		dot = TokenOnAccent
	}
	art.dot.Hidden = false
	paintRect(art.dot, BoxStyle{Fill: dot, Radius: 4})
	placeRect(art.dot, m.pos.AddXY(U(8), (m.size.Height-U(8))/2), usize(8, 8))
	art.text.TextSize, art.text.TextStyle.Bold, art.text.Color = U(TextSmall), false, token.Color()
	art.text.Text = ellipsis(m.label, m.size.Width-U(28), art.text.TextSize, fyne.TextStyle{})
	size := art.text.MinSize()
	place(art.text, m.pos.X+U(20), m.pos.Y+(m.size.Height-size.Height)/2, size.Width, size.Height)
}

// drawMoving shows where a point would be put, and the one that is dragged under the pointer.
func (a *quadrantArt) drawMoving() {
	q := a.q
	a.target.Hidden = true
	a.ghost.hide(true)
	up, across, ok := 0, 0, false
	if q.carry != nil {
		up, across, ok = q.carry.up, q.carry.across, true
	}
	if q.drag != nil {
		up, across, ok = q.area.place(q.drag.at)
		p := q.points[q.find(q.drag.id)]
		m := quadrantMark{spot: spot{id: p.ID}, label: p.Label, tone: p.Tone, pos: q.drag.at.SubtractXY(U(12), U(pillHeight)/2), size: fyne.NewSize(pillWidth(p.Label), U(pillHeight))}
		m.size.Width = min(m.size.Width, U(260))
		a.ghost.hide(false)
		paintPill(a.ghost, m, BoxStyle{Fill: TokenAccent, Radius: pillHeight / 2, Shadow: true}, TokenOnAccent)
	}
	if ok {
		a.target.Hidden = false
		paintRect(a.target, BoxStyle{Stroke: TokenAccent, StrokeWidth: 2, Radius: 4})
		placeRect(a.target, q.area.corner(up, across), q.area.cell())
	}
}
