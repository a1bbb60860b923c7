package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// CreateRenderer implements fyne.Widget.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &paint{
		of: s, objects: s.objects, layout: s.place, refresh: s.paint,
		min: func() fyne.Size { return fyne.NewSize(U(280), U(stripHead)+float32(len(s.rows))*U(stripRow)) },
	}
}

func (s *Strip) objects() []fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, m := range s.months {
		objs = append(objs, m)
	}
	for i := range s.rows {
		objs = append(objs, s.titles[i], s.tracks[i])
	}
	objs = append(objs, s.today)
	for _, d := range s.dots {
		objs = append(objs, d.shape)
	}
	return append(objs, s.ring.rect, s.caption.rect, s.caption.text)
}

func (s *Strip) paint() {
	for _, m := range s.months {
		m.TextSize, m.Color = U(TextTiny), TokenMuted.Color()
	}
	for i := range s.rows {
		s.titles[i].TextSize, s.titles[i].Color = U(TextBody), TokenText.Color()
		paintRect(s.tracks[i], BoxStyle{Fill: TokenLine, Radius: 5})
	}
	paintRect(s.today, BoxStyle{Fill: TokenWarm})
	s.today.Hidden = s.p.Today == nil || s.p.Today().Year() != s.year
	for _, d := range s.dots {
		d.shape.FillColor, d.shape.StrokeColor, d.shape.StrokeWidth = d.Token.Color(), TokenSurface.Color(), U(2)
		d.shape.Hidden = d.day.Year() != s.year
	}
	s.ring.paint(s.focused && s.at(s.picked) >= 0, stripDotAt, TokenFocus)
	i := s.captioned()
	s.caption.rect.Hidden, s.caption.text.Hidden = i < 0, i < 0
	if i >= 0 {
		paintRect(s.caption.rect, BoxStyle{Fill: TokenToast, Stroke: TokenSurface, StrokeWidth: 2, Radius: 6})
		t := s.caption.text
		t.TextSize, t.Color = U(TextSmall), TokenOnToast.Color()
	}
}

// captioned is the dot whose caption is shown: the one under the pointer, or the picked one; -1 for none.
func (s *Strip) captioned() int {
	if i := s.at(s.hovered); i >= 0 {
		return i
	}
	return s.at(s.picked)
}

func (s *Strip) place(size fyne.Size) {
	left := s.titleWidth(size.Width)
	width := max(0, size.Width-left-U(stripDotAt/2))
	s.placeMonths(left, width)
	for i, row := range s.rows {
		y := U(stripHead) + float32(i)*U(stripRow)
		t := s.titles[i]
		t.Text = ellipsis(row.Text, left-U(12), t.TextSize, t.TextStyle)
		m := t.MinSize()
		place(t, 0, y+(U(stripRow)-m.Height)/2, m.Width, m.Height)
		placeRect(s.tracks[i], fyne.NewPos(left, y+U(stripRow-10)/2), fyne.NewSize(width, U(10)))
		s.placeDots(i, left, width, y)
	}
	if s.p.Today != nil {
		x := left + width*s.part(midnight(s.p.Today()))
		placeRect(s.today, fyne.NewPos(x, U(stripHead)), fyne.NewSize(U(1.5), float32(len(s.rows))*U(stripRow)))
	}
	if i := s.at(s.picked); i >= 0 {
		s.ring.around(s.dots[i].shape.Position(), s.dots[i].shape.Size(), 1)
	}
	if i := s.captioned(); i >= 0 {
		s.placeCaption(s.dots[i], size)
	}
}

// part is where in the year a day lies, from 0 to 1.
func (s *Strip) part(day time.Time) float32 {
	start := time.Date(s.year, 1, 1, 0, 0, 0, 0, time.UTC)
	return float32(daysBetween(start, day)) / float32(daysBetween(start, start.AddDate(1, 0, -1)))
}

func (s *Strip) titleWidth(width float32) float32 {
	widest := float32(0)
	for i, row := range s.rows {
		widest = max(widest, fyne.MeasureText(row.Text, s.titles[i].TextSize, fyne.TextStyle{}).Width)
	}
	return min(widest+U(16), width*0.35)
}

func (s *Strip) placeMonths(left, width float32) {
	words := monthWords(s.p.Words.Months, width/12-U(4), U(TextTiny))
	for i, m := range s.months {
		m.Text = words[i]
		x := left + width*s.part(time.Date(s.year, time.Month(i+1), 1, 0, 0, 0, 0, time.UTC))
		least := m.MinSize()
		place(m, x, (U(stripHead)-least.Height)/2, least.Width, least.Height)
	}
}

// monthWords are the names of months in the longest form that all fit: in full, cut where they still differ, or their
// first letters.
func monthWords(names [12]string, width, size float32) [12]string {
	fits := func(words [12]string) bool {
		for _, w := range words {
			if fyne.MeasureText(w, size, fyne.TextStyle{}).Width > width {
				return false
			}
		}
		return true
	}
	if fits(names) {
		return names
	}
	var short, initials [12]string
	for i, name := range names {
		runes := []rune(name)
		n := min(3, len(runes))
		for n < len(runes) && sharesStart(names, i, string(runes[:n])) {
			n++
		}
		short[i], initials[i] = string(runes[:n]), string(runes[:min(1, len(runes))])
	}
	if fits(short) {
		return short
	}
	return initials
}

func sharesStart(names [12]string, of int, start string) bool {
	for i, name := range names {
		if i != of && strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

func (s *Strip) placeDots(row int, left, width, y float32) {
	dots := s.inRow(row)
	wanted := make([]float32, len(dots))
	for i, d := range dots {
		wanted[i] = width * s.part(s.dots[d].day)
	}
	size := U(stripDotAt)
	for i, x := range spread(wanted, size-U(3), width) {
		place(s.dots[dots[i]].shape, left+x-size/2, y+(U(stripRow)-size)/2, size, size)
	}
}

// spread moves places that lie closer than gap beside each other: to the right, and back where that is past the end.
// The places are in order.
func spread(wanted []float32, gap, end float32) []float32 {
	out := make([]float32, len(wanted))
	for i, x := range wanted {
		out[i] = x
		if i > 0 {
			out[i] = max(x, out[i-1]+gap)
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		limit := end
		if i < len(out)-1 {
			limit = out[i+1] - gap
		}
		out[i] = min(out[i], limit)
	}
	return out
}

// placeCaption puts the words over a dot, under it in the first row.
func (s *Strip) placeCaption(d stripDot, size fyne.Size) {
	t := s.caption.text
	t.Text = ellipsis(d.Text, size.Width-U(14), t.TextSize, t.TextStyle)
	m := t.MinSize()
	box := fyne.NewSize(m.Width+U(14), U(20))
	at := d.shape.Position()
	x := min(max(0, at.X+d.shape.Size().Width/2-box.Width/2), max(0, size.Width-box.Width))
	y := at.Y - box.Height - U(2)
	if y < 0 {
		y = at.Y + d.shape.Size().Height + U(2)
	}
	placeRect(s.caption.rect, fyne.NewPos(x, y), box)
	place(t, x+U(7), y+(box.Height-m.Height)/2, m.Width, m.Height)
}
