package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// FinderRowHeight is how high a line of a Finder is, at scale 1.
const FinderRowHeight = 32

// finderList is the list of a Finder. The pointer marks a line, the wheel scrolls.
type finderList struct {
	widget.BaseWidget
	of    *Finder
	rows  []FinderRow
	at    int // the marked one, -1 for none
	top   int // the first in view
	lines []*finderLine
	bar   *canvas.Rectangle
}

func newFinderList(of *Finder) *finderList {
	l := &finderList{of: of, at: -1, bar: canvas.NewRectangle(nil)}
	l.ExtendBaseWidget(l)
	for range of.p.Rows {
		l.lines = append(l.lines, newFinderLine(l))
	}
	return l
}

func (l *finderList) set(rows []FinderRow) {
	l.rows, l.at, l.top = rows, -1, 0
	l.Refresh()
}

// step marks line i, or the next one in a direction that can be chosen; where there is none, the mark stays.
func (l *finderList) step(i, by int) {
	i = min(max(i, 0), len(l.rows)-1)
	for ; i >= 0 && i < len(l.rows); i += by {
		if !l.rows[i].Heading {
			l.mark(i)
			l.view()
			return
		}
	}
	l.top = 0 // above the first line stands its heading
	l.Refresh()
}

func (l *finderList) mark(i int) {
	if l.at == i {
		return
	}
	l.at = i
	l.Refresh()
	if l.of.p.OnMarked != nil {
		l.of.p.OnMarked(i)
	}
}

// view brings the marked line into view, with its heading where that is just above.
func (l *finderList) view() {
	first := l.at
	if first > 0 && l.rows[first-1].Heading {
		first--
	}
	l.top = min(l.top, first)
	l.top = max(l.top, l.at-l.seen()+1)
	l.Refresh()
}

// seen is how many lines there is room for.
func (l *finderList) seen() int {
	if h := l.Size().Height; h > 0 {
		return min(len(l.lines), max(1, int(h/U(FinderRowHeight))))
	}
	return len(l.lines)
}

// Scrolled implements fyne.Scrollable.
func (l *finderList) Scrolled(ev *fyne.ScrollEvent) {
	by := 2
	if ev.Scrolled.DY > 0 {
		by = -2
	}
	l.top = max(0, min(l.top+by, len(l.rows)-l.seen()))
	l.Refresh()
}

func (l *finderList) CreateRenderer() fyne.WidgetRenderer {
	objs := make([]fyne.CanvasObject, 0, len(l.lines)+1)
	for _, line := range l.lines {
		objs = append(objs, line)
	}
	return newPaint(l, append(objs, l.bar),
		func() fyne.Size { return usize(240, float32(len(l.lines))*FinderRowHeight) },
		l.place, l.paint)
}

func (l *finderList) place(s fyne.Size) {
	seen := l.seen()
	for i, line := range l.lines {
		place(line, 0, float32(i)*U(FinderRowHeight), s.Width-U(8), U(FinderRowHeight))
	}
	if n := len(l.rows); n > seen {
		placeRect(l.bar, fyne.NewPos(s.Width-U(4), s.Height*float32(l.top)/float32(n)), fyne.NewSize(U(3), s.Height*float32(seen)/float32(n)))
	}
}

func (l *finderList) paint() {
	seen := l.seen()
	paintRect(l.bar, BoxStyle{Fill: TokenLine, Radius: 1.5})
	l.bar.Hidden = len(l.rows) <= seen
	for i, line := range l.lines {
		if i >= seen || l.top+i >= len(l.rows) {
			line.Hide()
			continue
		}
		line.index = l.top + i
		line.Show()
		line.Refresh()
	}
}

// finderLine draws one line.
type finderLine struct {
	widget.BaseWidget
	of         *finderList
	index      int
	rect       *canvas.Rectangle
	icon       *canvas.Image
	text, note *canvas.Text
}

func newFinderLine(of *finderList) *finderLine {
	l := &finderLine{
		of: of, rect: canvas.NewRectangle(nil), icon: &canvas.Image{FillMode: canvas.ImageFillContain},
		text: canvas.NewText("", nil), note: canvas.NewText("", nil),
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *finderLine) row() FinderRow {
	if l.index < 0 || l.index >= len(l.of.rows) {
		return FinderRow{}
	}
	return l.of.rows[l.index]
}

// Tapped implements fyne.Tappable. The keyboard stays in the field, from which Fyne takes it with a click elsewhere.
func (l *finderLine) Tapped(*fyne.PointEvent) {
	focus(l.of.of.in)
	l.of.of.choose(l.index)
}

// MouseIn implements desktop.Hoverable.
func (l *finderLine) MouseIn(*desktop.MouseEvent) {
	if l.index < len(l.of.rows) && !l.row().Heading {
		l.of.mark(l.index)
	}
}

// MouseMoved implements desktop.Hoverable.
func (l *finderLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *finderLine) MouseOut() {}

func (l *finderLine) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(l, []fyne.CanvasObject{l.rect, l.icon, l.text, l.note},
		func() fyne.Size { return usize(120, FinderRowHeight) }, l.place, l.paint)
}

func (l *finderLine) place(s fyne.Size) {
	row := l.row()
	placeRect(l.rect, fyne.Position{}, s)
	left := U(8)
	if row.Icon != nil {
		l.icon.Resize(usize(16, 16))
		l.icon.Move(fyne.NewPos(left, (s.Height-U(16))/2))
		left += U(26)
	}
	room := s.Width - left - U(10)
	l.note.Text = ellipsis(row.Note, room/2, l.note.TextSize, fyne.TextStyle{})
	note := l.note.MinSize()
	if row.Note == "" {
		note.Width = 0
	} else {
		room -= note.Width + U(12)
	}
	l.note.Resize(note)
	l.note.Move(fyne.NewPos(s.Width-note.Width-U(10), (s.Height-note.Height)/2))
	text := row.Text
	if row.Heading {
		text = Capitals(text)
	}
	l.text.Text = ellipsis(text, room, l.text.TextSize, l.text.TextStyle)
	m := l.text.MinSize()
	l.text.Resize(m)
	y := (s.Height - m.Height) / 2
	if row.Heading {
		y = s.Height - m.Height - U(4)
	}
	l.text.Move(fyne.NewPos(left, y))
}

func (l *finderLine) paint() {
	row, style := l.row(), BoxStyle{Radius: 7}
	token := TokenText
	if l.index == l.of.at && !row.Heading {
		style.Fill = TokenSelected
	}
	paintRect(l.rect, style)
	l.icon.Hidden = row.Icon == nil
	if row.Icon != nil {
		l.icon.Resource = tinted(row.Icon, TokenMuted)
		l.icon.Refresh()
	}
	l.text.TextSize, l.text.TextStyle = U(TextBody), fyne.TextStyle{}
	if row.Heading {
		token = TokenMuted
		l.text.TextSize, l.text.TextStyle = U(TextSmall), fyne.TextStyle{Bold: true}
	}
	l.text.Color = token.Color()
	l.note.TextSize, l.note.Color = U(TextSmall), TokenMuted.Color()
}
