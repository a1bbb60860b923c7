package kit

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StripRow is one line of a Strip, such as a country.
type StripRow struct{ ID, Text string }

// StripDot is something that lies on a day (an ISO date) in a row; Text is its caption.
type StripDot struct {
	ID, Row, Day, Text string
	Token              Token
}

// StripParams is what a Strip is made from. The funcs may be nil.
type StripParams struct {
	Words DateWords
	Year  int
	Today func() time.Time // draws a line at today
	Now   func() time.Time // to tell a double click; time.Now when nil

	Before, After string // what the ways to the year before and to the one after are called

	OnYear func(year int) // another year came into view: its dots are wanted
	OnPick func(id string)
	OnOpen func(id string) // Enter, or a second click at once
}

// Strip is a year at a glance: a row for each of some things, a dot for each day on which there was something. The left
// and right keys pick the dots of a row, up and down those nearest in the rows beside it, Page Up and Down the year.
type Strip struct {
	widget.BaseWidget
	named
	p       StripParams
	year    int
	rows    []StripRow
	dots    []stripDot
	picked  string
	hovered string
	focused bool
	tapped  time.Time
	nav     *monthNav

	months  [12]*canvas.Text
	titles  []*canvas.Text
	tracks  []*canvas.Rectangle
	today   *canvas.Rectangle
	caption *monthChip
	ring    ring
}

type stripDot struct {
	StripDot
	row   int
	day   time.Time
	shape *canvas.Circle
}

// Measures of a strip, at scale 1.
const (
	stripRow   float32 = 24
	stripHead  float32 = 20
	stripDotAt float32 = 14 // a dot with its edge
)

// NewStrip makes a strip without rows.
func NewStrip(p StripParams) *Strip {
	if p.Now == nil {
		p.Now = time.Now
	}
	s := &Strip{p: p, year: p.Year, today: canvas.NewRectangle(nil), caption: newMonthChip(), ring: newRing()}
	s.ExtendBaseWidget(s)
	for i := range s.months {
		s.months[i] = canvas.NewText("", nil)
	}
	s.nav = newMonthNav(func(by int) { s.turn(s.year + by) }, p.Before, p.After)
	s.nav.set(strconv.Itoa(s.year))
	return s
}

// Nav is the line that says which year is shown, with a way to the years before and after; it may stand anywhere.
func (s *Strip) Nav() fyne.CanvasObject { return s.nav }

// Year gives the year that is shown.
func (s *Strip) Year() int { return s.year }

// SetYear shows another year, without calling OnYear.
func (s *Strip) SetYear(year int) {
	s.year = year
	s.nav.set(strconv.Itoa(year))
	s.Refresh()
}

func (s *Strip) turn(year int) {
	s.SetYear(year)
	if s.p.OnYear != nil {
		s.p.OnYear(year)
	}
}

// Set changes rows and dots. A dot without a day in any of the rows is left out.
func (s *Strip) Set(rows []StripRow, dots []StripDot) {
	s.rows, s.dots = rows, nil
	for _, d := range dots {
		day, ok := isoDay(d.Day)
		row := slices.IndexFunc(rows, func(r StripRow) bool { return r.ID == d.Row })
		if ok && row >= 0 {
			s.dots = append(s.dots, stripDot{StripDot: d, row: row, day: day, shape: canvas.NewCircle(nil)})
		}
	}
	slices.SortStableFunc(s.dots, func(a, b stripDot) int { return a.day.Compare(b.day) })
	s.titles, s.tracks = nil, nil
	for range rows {
		s.titles = append(s.titles, canvas.NewText("", nil))
		s.tracks = append(s.tracks, canvas.NewRectangle(nil))
	}
	s.Refresh()
}

// Picked gives the id of the dot that was picked, empty where there is none in view.
func (s *Strip) Picked() string {
	if s.at(s.picked) < 0 {
		return ""
	}
	return s.picked
}

// Pick picks a dot, without calling back; an empty id picks none.
func (s *Strip) Pick(id string) {
	s.picked = id
	s.Refresh()
}

// inRow gives the dots in view of one row, by day.
func (s *Strip) inRow(row int) []int {
	var out []int
	for i, d := range s.dots {
		if d.row == row && d.day.Year() == s.year {
			out = append(out, i)
		}
	}
	return out
}

// at finds a dot in view.
func (s *Strip) at(id string) int {
	return slices.IndexFunc(s.dots, func(d stripDot) bool { return d.ID == id && id != "" && d.day.Year() == s.year })
}

func (s *Strip) take(i int) {
	if i < 0 || i >= len(s.dots) {
		return
	}
	same := s.picked == s.dots[i].ID
	s.Pick(s.dots[i].ID)
	if !same && s.p.OnPick != nil {
		s.p.OnPick(s.picked)
	}
}

// along picks the dot some places on in its row.
func (s *Strip) along(by int) {
	i := s.at(s.picked)
	if i < 0 {
		s.take(s.firstDot())
		return
	}
	row := s.inRow(s.dots[i].row)
	at := slices.Index(row, i) + by
	s.take(row[min(max(at, 0), len(row)-1)])
}

// across picks the nearest dot in the next row that has one.
func (s *Strip) across(by int) {
	i := s.at(s.picked)
	if i < 0 {
		s.take(s.firstDot())
		return
	}
	for row := s.dots[i].row + by; row >= 0 && row < len(s.rows); row += by {
		best, least := -1, 0
		for _, j := range s.inRow(row) {
			far := daysBetween(s.dots[i].day, s.dots[j].day)
			if far = max(far, -far); best < 0 || far < least {
				best, least = j, far
			}
		}
		if best >= 0 {
			s.take(best)
			return
		}
	}
}

// firstDot is the first one in view, of the highest row; -1 where there is none.
func (s *Strip) firstDot() int {
	for row := range s.rows {
		if dots := s.inRow(row); len(dots) > 0 {
			return dots[0]
		}
	}
	return -1
}
