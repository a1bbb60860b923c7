package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// calendar is the month that a DateEntry opens. The arrow keys move by days and weeks, Page Up and Down by months.
type calendar struct {
	widget.BaseWidget
	words  DateWords
	day    time.Time // the marked day
	chosen bool      // the marked day is the field's
	picked func(time.Time)
	left   func()

	title   *canvas.Text
	back    *Button
	forth   *Button
	heads   [7]*canvas.Text
	days    [42]*dayCell
	objects []fyne.CanvasObject
}

func newCalendar(words DateWords, day time.Time, chosen bool) *calendar {
	c := &calendar{words: words, chosen: chosen, day: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)}
	c.ExtendBaseWidget(c)
	c.title = canvas.NewText("", nil)
	c.back = NewLink("‹", func() { c.month(-1) }).SetTextSize(TextTitle)
	c.forth = NewLink("›", func() { c.month(1) }).SetTextSize(TextTitle)
	c.objects = []fyne.CanvasObject{c.title, c.back, c.forth}
	for i := range c.heads {
		c.heads[i] = canvas.NewText(words.weekday(i), nil)
		c.objects = append(c.objects, c.heads[i])
	}
	for i := range c.days {
		c.days[i] = newDayCell(c)
		c.objects = append(c.objects, c.days[i])
	}
	return c
}

// first is the day that the first line begins with.
func (c *calendar) first() time.Time { return c.words.firstOf(c.day) }

// month goes some months on, to the same day or the month's last.
func (c *calendar) month(by int) {
	c.day = sameDay(c.day, by)
	c.Refresh()
}

func (c *calendar) move(days int) {
	c.day = c.day.AddDate(0, 0, days)
	c.Refresh()
}

// FocusGained implements fyne.Focusable.
func (c *calendar) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (c *calendar) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (c *calendar) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *calendar) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		c.move(-1)
	case fyne.KeyRight:
		c.move(1)
	case fyne.KeyUp:
		c.move(-7)
	case fyne.KeyDown:
		c.move(7)
	case fyne.KeyPageUp:
		c.month(-1)
	case fyne.KeyPageDown:
		c.month(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.picked(c.day)
	case fyne.KeyEscape:
		c.left()
	}
}

func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(c, c.objects, func() fyne.Size { return usize(7*32+16, 8+32+22+6*30+8) }, c.place, c.paint)
}

func (c *calendar) place(s fyne.Size) {
	m := c.title.MinSize()
	place(c.title, (s.Width-m.Width)/2, U(8)+(U(32)-m.Height)/2, m.Width, m.Height)
	place(c.back, U(12), U(10), U(24), U(26))
	place(c.forth, s.Width-U(36), U(10), U(24), U(26))
	for i, h := range c.heads {
		m := h.MinSize()
		place(h, U(8)+float32(i)*U(32)+(U(32)-m.Width)/2, U(42), m.Width, m.Height)
	}
	for i, d := range c.days {
		place(d, U(8)+float32(i%7)*U(32), U(62)+float32(i/7)*U(30), U(32), U(30))
	}
}

func (c *calendar) paint() {
	c.title.Text = c.words.Months[c.day.Month()-1] + " " + strconv.Itoa(c.day.Year())
	c.title.TextSize, c.title.Color, c.title.TextStyle.Bold = U(TextBody), TokenText.Color(), true
	for _, h := range c.heads {
		h.TextSize, h.Color = U(TextSmall), TokenMuted.Color()
	}
	for i, d := range c.days {
		d.day = c.first().AddDate(0, 0, i)
		d.Refresh()
	}
}

// dayCell is one day.
type dayCell struct {
	widget.BaseWidget
	of   *calendar
	day  time.Time
	rect *canvas.Rectangle
	text *canvas.Text
}

func newDayCell(of *calendar) *dayCell {
	d := &dayCell{of: of, rect: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	d.ExtendBaseWidget(d)
	return d
}

// Tapped implements fyne.Tappable.
func (d *dayCell) Tapped(*fyne.PointEvent) { d.of.picked(d.day) }

func (d *dayCell) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(d, []fyne.CanvasObject{d.rect, d.text},
		func() fyne.Size { return usize(32, 30) },
		func(s fyne.Size) {
			placeRect(d.rect, fyne.NewPos(U(2), U(1)), s.SubtractWidthHeight(U(4), U(2)))
			m := d.text.MinSize()
			place(d.text, (s.Width-m.Width)/2, (s.Height-m.Height)/2, m.Width, m.Height)
		},
		func() {
			style, token := BoxStyle{Radius: 7}, TokenText
			if d.day.Month() != d.of.day.Month() {
				token = TokenMuted
			}
			if d.day.Equal(d.of.day) {
				style.Stroke, style.StrokeWidth = TokenFocus, 2
				if d.of.chosen {
					style.Fill, token = TokenAccent, TokenOnAccent
				}
			}
			paintRect(d.rect, style)
			d.text.Text, d.text.TextSize, d.text.Color = strconv.Itoa(d.day.Day()), U(TextMedium), token.Color()
		})
}
