package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Measures of a month, at scale 1.
const (
	monthHead  float32 = 24 // the line of weekdays
	monthTop   float32 = 26 // a day's number
	monthLane  float32 = ChipHeight + 3
	monthInset float32 = 8
)

// monthDrawing is what a Month is drawn with: plain canvas objects, and as many chips as there were ever in view.
type monthDrawing struct {
	of     *Month
	back   *canvas.Rectangle // shows through between the cells as thin lines
	heads  [7]*canvas.Text
	head   *canvas.Rectangle
	cells  [42]monthCell
	chips  []*monthChip
	ghost  *monthChip
	ring   ring
	room   int   // lanes that were drawn
	hidden []int // entries that were not, by cell
}

type monthCell struct {
	ground, badge *canvas.Rectangle
	number, more  *canvas.Text
}

type monthChip struct {
	rect, ring *canvas.Rectangle
	text       *canvas.Text
	id         string
}

func newMonthChip() *monthChip {
	return &monthChip{rect: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
}

func newMonthDrawing(of *Month) *monthDrawing {
	d := &monthDrawing{of: of, back: canvas.NewRectangle(nil), head: canvas.NewRectangle(nil), ghost: newMonthChip(), ring: newRing()}
	for i := range d.heads {
		d.heads[i] = canvas.NewText("", nil)
	}
	for i := range d.cells {
		d.cells[i] = monthCell{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewText("", nil), canvas.NewText("", nil)}
	}
	return d
}

func (d *monthDrawing) objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{d.back, d.head}
	for _, h := range d.heads {
		objs = append(objs, h)
	}
	for i := range d.cells {
		c := &d.cells[i]
		objs = append(objs, c.ground, c.badge, c.number, c.more)
	}
	for _, c := range d.chips {
		objs = append(objs, c.rect, c.text, c.ring)
	}
	return append(objs, d.ring.rect, d.ghost.rect, d.ghost.text)
}

// cell gives where a day lies.
func (d *monthDrawing) cell(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	weeks, line := float32(d.of.weeks()), U(1)
	wide, room := s.Width-line, s.Height-U(monthHead)-line
	x, right := floor(wide*float32(i%7)/7), floor(wide*float32(i%7+1)/7)
	y, bottom := U(monthHead)+floor(room*float32(i/7)/weeks), U(monthHead)+floor(room*float32(i/7+1)/weeks)
	return fyne.NewPos(x+line, y+line), fyne.NewSize(max(0, right-x-line), max(0, bottom-y-line))
}

// lanes is how many chips a day has room for.
func (d *monthDrawing) lanes(s fyne.Size) int {
	_, size := d.cell(0, s)
	return max(0, int((size.Height-U(monthTop)+U(2))/U(monthLane)))
}

// paint brings texts and colours in; place must follow.
func (d *monthDrawing) paint() {
	m := d.of
	d.room = d.lanes(m.Size())
	d.hidden = hiddenBars(m.bars, m.weeks(), d.room)
	paintRect(d.back, BoxStyle{Fill: TokenLine})
	paintRect(d.head, BoxStyle{Fill: TokenGround})
	for i, h := range d.heads {
		h.Text, h.TextSize, h.Color = m.p.Words.weekday(i), U(TextSmall), TokenMuted.Color()
	}
	for i := range d.cells {
		d.paintCell(i)
	}
	for len(d.chips) < len(m.bars) {
		d.chips = append(d.chips, newMonthChip())
	}
	for i, c := range d.chips {
		hide := i >= len(m.bars) || m.bars[i].lane >= d.room
		c.rect.Hidden, c.text.Hidden, c.ring.Hidden = hide, hide, true
		c.id = ""
		if !hide {
			d.paintChip(c, m.bars[i].entry)
		}
	}
	d.ring.paint(m.focused && !m.drag.on, 2, TokenFocus)
	e, ok := m.entry(m.dragged)
	ok = ok && m.drag.on
	d.ghost.rect.Hidden, d.ghost.text.Hidden = !ok, !ok
	if ok {
		d.paintChip(d.ghost, e)
	}
}

func (d *monthDrawing) paintChip(c *monthChip, e monthEntry) {
	c.id = e.ID
	paintChip(c.rect, c.text, e.Text, e.Tone)
	chosen := e.ID == d.of.chosen && d.of.focused
	c.ring.Hidden = !chosen && e.ID != d.of.hovered
	token := e.Tone.Text()
	if chosen {
		token = TokenFocus
	}
	paintRect(c.ring, BoxStyle{Stroke: token, StrokeWidth: 1.5, Radius: ChipHeight/2 + 1})
}

func (d *monthDrawing) paintCell(i int) {
	m, c := d.of, &d.cells[i]
	day := m.first().AddDate(0, 0, i)
	out := i >= 7*m.weeks()
	for _, o := range []fyne.CanvasObject{c.ground, c.badge, c.number, c.more} {
		setHidden(o, out)
	}
	if out {
		return
	}
	fill, token := TokenSurface, TokenText
	if day.Month() != m.day.Month() {
		fill, token = TokenGround, TokenMuted
	}
	if m.dragged != "" && m.lands(day) || m.dragged == "" && day.Equal(m.day) {
		fill = TokenSelected
	}
	today := m.p.Today != nil && midnight(m.p.Today()).Equal(day)
	if today {
		token = TokenOnAccent
	}
	paintRect(c.ground, BoxStyle{Fill: fill})
	paintRect(c.badge, BoxStyle{Fill: TokenAccent, Radius: 9})
	c.badge.Hidden = !today
	c.number.Text, c.number.TextSize, c.number.Color = strconv.Itoa(day.Day()), U(TextSmall), token.Color()
	c.number.TextStyle.Bold = today
	c.more.Hidden = d.hidden[i] == 0
	c.more.Text, c.more.TextSize, c.more.Color = "+"+strconv.Itoa(d.hidden[i]), U(TextSmall), TokenAccent.Color()
	c.more.TextStyle.Bold = true
}

func setHidden(o fyne.CanvasObject, on bool) { setVisible(o, !on) }

func (d *monthDrawing) place(s fyne.Size) {
	m := d.of
	if d.room != d.lanes(s) {
		d.paint() // another height has room for more or fewer
	}
	placeRect(d.back, fyne.Position{}, s)
	placeRect(d.head, fyne.NewPos(U(1), U(1)), fyne.NewSize(max(0, s.Width-U(2)), U(monthHead)-U(1)))
	for i, h := range d.heads {
		pos, size := d.cell(i, s)
		h.Text = ellipsis(m.p.Words.weekday(i), size.Width-U(monthInset), h.TextSize, h.TextStyle)
		least := h.MinSize()
		place(h, pos.X+U(monthInset), (U(monthHead)-least.Height)/2, least.Width, least.Height)
	}
	for i := range 7 * m.weeks() {
		d.placeCell(i, s)
	}
	for i, b := range m.bars {
		if i < len(d.chips) && b.lane < d.room {
			d.placeChip(d.chips[i], b, s)
		}
	}
	pos, size := d.cell(daysBetween(m.first(), m.day), s)
	d.ring.around(pos, size, 0)
	if m.drag.on {
		_, one := d.cell(0, s)
		e, _ := m.entry(m.dragged)
		d.ghost.text.Text = e.Text
		d.ghost.put(m.drag.at.SubtractXY(U(20), U(9)), fyne.NewSize(one.Width-U(2*monthInset), U(ChipHeight)))
	}
}

func (d *monthDrawing) placeCell(i int, s fyne.Size) {
	c := &d.cells[i]
	pos, size := d.cell(i, s)
	placeRect(c.ground, pos, size)
	least := c.number.MinSize()
	at := pos.AddXY(U(monthInset), U(13)-least.Height/2)
	place(c.number, at.X, at.Y, least.Width, least.Height)
	w := max(least.Width+U(9), U(18))
	placeRect(c.badge, fyne.NewPos(at.X+least.Width/2-w/2, pos.Y+U(4)), fyne.NewSize(w, U(18)))
	least = c.more.MinSize()
	place(c.more, pos.X+size.Width-least.Width-U(monthInset), at.Y, least.Width, least.Height)
}

func (d *monthDrawing) placeChip(c *monthChip, b monthBar, s fyne.Size) {
	left, _ := d.cell(7*b.week+b.from, s)
	right, size := d.cell(7*b.week+b.to, s)
	x, end := left.X, right.X+size.Width
	if b.begins {
		x += U(monthInset)
	}
	if b.ends {
		end -= U(monthInset)
	}
	y := left.Y + U(monthTop) + float32(b.lane)*U(monthLane)
	c.text.Text = b.entry.Text
	c.put(fyne.NewPos(x, y), fyne.NewSize(max(0, end-x), U(ChipHeight)))
	r := U(ChipHeight / 2)
	c.rect.CornerRadius = 0
	c.rect.TopLeftCornerRadius, c.rect.BottomLeftCornerRadius = 0, 0
	c.rect.TopRightCornerRadius, c.rect.BottomRightCornerRadius = 0, 0
	if b.begins {
		c.rect.TopLeftCornerRadius, c.rect.BottomLeftCornerRadius = r, r
	}
	if b.ends {
		c.rect.TopRightCornerRadius, c.rect.BottomRightCornerRadius = r, r
	}
}

// put places a chip with its text at the left, cut where it does not fit.
func (c *monthChip) put(pos fyne.Position, s fyne.Size) {
	placeRect(c.rect, pos, s)
	placeRect(c.ring, pos.SubtractXY(U(1), U(1)), s.AddWidthHeight(U(2), U(2)))
	c.text.Text = ellipsis(c.text.Text, s.Width-U(14), c.text.TextSize, c.text.TextStyle)
	m := c.text.MinSize()
	place(c.text, pos.X+U(8), pos.Y+(s.Height-m.Height)/2, m.Width, m.Height)
}

// CreateRenderer implements fyne.Widget.
func (m *Month) CreateRenderer() fyne.WidgetRenderer {
	m.draw.paint()
	return &paint{
		of: m, objects: m.draw.objects, layout: m.draw.place, refresh: m.draw.paint,
		min: func() fyne.Size { return usize(7*44, monthHead+6*34) },
	}
}

// lands tells whether a dragged entry would lie on a day when let go.
func (m *Month) lands(day time.Time) bool {
	e, ok := m.entry(m.dragged)
	by := daysBetween(m.grabbed, m.dayAt(m.drag.at))
	return ok && !day.Before(e.first.AddDate(0, 0, by)) && !day.After(e.last.AddDate(0, 0, by))
}
