package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// MonthEntry is something that lies on one day or on several. Days are ISO dates (2006-01-02).
type MonthEntry struct {
	ID, Text    string
	Tone        Tone
	First, Last string // Last may be empty: one day
	Fixed       bool   // cannot be moved
}

// MonthParams is what a Month is made from. The funcs may be nil; days are ISO dates.
type MonthParams struct {
	Words DateWords
	Day   string           // the day that is shown and marked first
	Today func() time.Time // marks today; no day is marked when nil
	Now   func() time.Time // to tell a double click; time.Now when nil

	Before, After string // what the ways to the month before and to the one after are called

	OnMonth func(first, last string) // other days came into view: their entries are wanted
	OnDay   func(day string)         // the marked day changed
	OnOpen  func(id string)
	OnNew   func(day string)          // Enter or a double click on an empty day
	OnMove  func(id, from, to string) // an entry's first day, before and after
}

// Month is a month calendar: entries lie on their days as chips, over several days as bars. The arrow
// keys move the marked day, Page Up and Down the month, Home and End go to the ends of the week; Space chooses among a
// day's entries, Enter opens the chosen one, Ctrl with an arrow moves it.
type Month struct {
	widget.BaseWidget
	named
	p       MonthParams
	day     time.Time
	chosen  string // an entry's id
	entries []monthEntry
	bars    []monthBar
	focused bool
	hovered string
	drag    drag
	dragged string // an entry's id
	grabbed time.Time
	tapped  time.Time
	tapDay  time.Time
	pop     *popover
	nav     *monthNav
	draw    *monthDrawing
}

// NewMonth makes a calendar without entries.
func NewMonth(p MonthParams) *Month {
	if p.Now == nil {
		p.Now = time.Now
	}
	m := &Month{p: p}
	m.ExtendBaseWidget(m)
	m.day = m.startDay()
	m.nav = newMonthNav(func(by int) { m.months(by) }, p.Before, p.After)
	m.draw = newMonthDrawing(m)
	m.nav.set(m.title())
	return m
}

func (m *Month) startDay() time.Time {
	if day, ok := isoDay(m.p.Day); ok {
		return day
	}
	if m.p.Today != nil {
		return midnight(m.p.Today())
	}
	return midnight(m.p.Now())
}

// Nav is the line that says which month is shown, with a way to the months before and after; it may stand anywhere.
func (m *Month) Nav() fyne.CanvasObject { return m.nav }

// Day gives the marked day.
func (m *Month) Day() string { return m.day.Format(time.DateOnly) }

// Chosen gives the id of the chosen entry, empty where the marked day has none.
func (m *Month) Chosen() string { return m.chosen }

// Range gives the first and the last day in view.
func (m *Month) Range() (first, last string) {
	start := m.first()
	return start.Format(time.DateOnly), start.AddDate(0, 0, 7*m.weeks()-1).Format(time.DateOnly)
}

// SetDay marks a day and shows its month. Where that is another one, OnMonth is called, but not OnDay.
func (m *Month) SetDay(day string) {
	if d, ok := isoDay(day); ok {
		m.mark(d, false)
	}
}

// SetEntries changes what lies on the days. What is not in view is not drawn; what has no day is left out.
func (m *Month) SetEntries(entries []MonthEntry) {
	m.entries = m.entries[:0]
	for _, e := range entries {
		first, ok := isoDay(e.First)
		if !ok {
			continue
		}
		last, ok := isoDay(e.Last)
		if !ok || last.Before(first) {
			last = first
		}
		m.entries = append(m.entries, monthEntry{MonthEntry: e, first: first, last: last})
	}
	sortEntries(m.entries)
	m.relay()
}

// relay lays the bars anew, after the entries or the days in view changed.
func (m *Month) relay() {
	m.bars = layBars(m.entries, m.first(), m.weeks())
	m.choose(m.chosen)
	m.nav.set(m.title())
	m.Refresh()
}

// choose keeps an entry chosen while it lies on the marked day; otherwise the day's first is.
func (m *Month) choose(id string) {
	m.chosen = ""
	for _, e := range m.on(m.day) {
		if m.chosen == "" || e.ID == id {
			m.chosen = e.ID
		}
	}
}

// on gives the entries of a day.
func (m *Month) on(day time.Time) []monthEntry {
	var out []monthEntry
	for _, e := range m.entries {
		if e.covers(day) {
			out = append(out, e)
		}
	}
	return out
}

func (m *Month) entry(id string) (monthEntry, bool) {
	for _, e := range m.entries {
		if e.ID == id {
			return e, true
		}
	}
	return monthEntry{}, false
}

// mark moves the mark, and goes to the day's month.
func (m *Month) mark(day time.Time, tell bool) {
	same := day.Equal(m.day)
	old := m.first()
	m.day = day
	m.choose(m.chosen)
	if !old.Equal(m.first()) {
		m.relay()
		if m.p.OnMonth != nil {
			m.p.OnMonth(m.Range())
		}
	}
	m.Refresh()
	if tell && !same && m.p.OnDay != nil {
		m.p.OnDay(m.Day())
	}
}

// months goes some months on, to the same day or the month's last.
func (m *Month) months(by int) { m.mark(sameDay(m.day, by), true) }

// first is the day that the first line begins with.
func (m *Month) first() time.Time { return m.p.Words.firstOf(m.day) }

// weeks is how many lines the month takes.
func (m *Month) weeks() int {
	start := m.first()
	next := time.Date(m.day.Year(), m.day.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	return (int(next.Sub(start).Hours()/24) + 6) / 7
}

func (m *Month) title() string {
	return m.p.Words.Months[m.day.Month()-1] + " " + strconv.Itoa(m.day.Year())
}

func isoDay(s string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// sameDay is the same day some months on, or that month's last.
func sameDay(day time.Time, months int) time.Time {
	start := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	return start.AddDate(0, 0, min(day.Day(), start.AddDate(0, 1, -1).Day())-1)
}

// monthNav is ‹ May 2025 ›: a name with a way back and forth, as Month and Strip have it.
type monthNav struct {
	widget.BaseWidget
	back, forth *Button
	title       *canvas.Text
	text        string
}

func newMonthNav(step func(by int), before, after string) *monthNav {
	n := &monthNav{title: canvas.NewText("", nil)}
	n.ExtendBaseWidget(n)
	n.back = NewLink("‹", func() { step(-1) }).SetTextSize(TextTitle).SetToken(TokenText)
	n.forth = NewLink("›", func() { step(1) }).SetTextSize(TextTitle).SetToken(TokenText)
	n.back.SetTip(before)
	n.forth.SetTip(after)
	return n
}

func (n *monthNav) set(text string) {
	n.text = text
	n.Refresh()
}

func (n *monthNav) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(n, []fyne.CanvasObject{n.back, n.title, n.forth},
		func() fyne.Size {
			w := max(fyne.MeasureText(n.text, U(TextBrand), fyne.TextStyle{Bold: true}).Width, U(110))
			return fyne.NewSize(w+U(2*26), U(FilterHeight))
		},
		func(s fyne.Size) {
			place(n.back, 0, 0, U(20), s.Height)
			m := n.title.MinSize()
			place(n.title, (s.Width-m.Width)/2, (s.Height-m.Height)/2, m.Width, m.Height)
			place(n.forth, s.Width-U(20), 0, U(20), s.Height)
		},
		func() {
			n.title.Text, n.title.TextSize, n.title.Color = n.text, U(TextBrand), TokenText.Color()
			n.title.TextStyle.Bold = true
		})
}
