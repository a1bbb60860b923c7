package kit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// told keeps what a widget called back, a line each.
type told []string

func (l *told) add(parts ...any) { *l = append(*l, strings.TrimSpace(fmt.Sprintln(parts...))) }

// take gives what was told since the last time.
func (l *told) take() string {
	all := strings.Join(*l, "; ")
	*l = nil
	return all
}

func testMonth(log *told) *Month {
	m := NewMonth(MonthParams{
		Words: words(), Day: "2025-05-14",
		Today:   func() time.Time { return time.Date(2025, 5, 20, 23, 30, 0, 0, time.UTC) },
		OnMonth: func(a, b string) { log.add("month", a, b) }, OnDay: func(d string) { log.add("day", d) },
		OnOpen: func(id string) { log.add("open", id) }, OnNew: func(d string) { log.add("new", d) },
		OnMove: func(id, a, b string) { log.add("move", id, a, b) },
	})
	m.SetEntries([]MonthEntry{
		{ID: "fair", Text: "Fair", First: "2025-05-10", Last: "2025-05-13", Tone: TonePlanned},
		{ID: "talk", Text: "Talk", First: "2025-05-15", Tone: ToneHeld},
		{ID: "walk", Text: "Walk", First: "2025-05-15", Tone: ToneIdea},
		{ID: "fixed", Text: "Fixed", First: "2025-05-20", Fixed: true},
		{ID: "none", Text: "No day", First: ""},
	})
	return m
}

// shortcut gives a shortcut to what has the focus.
func shortcut(c fyne.Canvas, modifier fyne.KeyModifier, key fyne.KeyName) {
	if f, ok := c.Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier})
	}
}

// dragOver presses on an object at one place of it and lets go at another.
func dragOver(o fyne.Draggable, from, to fyne.Position) {
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	}
	half := to.Subtract(from)
	half = fyne.NewPos(half.X/2, half.Y/2)
	at := from
	for range 2 {
		at = at.Add(half)
		o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(half.X, half.Y)})
	}
	o.DragEnd()
}

// dayPos is a place low in a day's cell, where no entry lies.
func dayPos(m *Month, day string) fyne.Position {
	d, _ := isoDay(day)
	pos, size := m.draw.cell(daysBetween(m.first(), d), m.Size())
	return pos.AddXY(size.Width/2, size.Height-3)
}

func chipPos(m *Month, id string) fyne.Position {
	for _, c := range m.draw.chips {
		if c.id == id {
			return c.rect.Position().AddXY(5, 5)
		}
	}
	return fyne.Position{}
}

func TestMonthKeyboard(t *testing.T) {
	start(t)
	var log told
	m := testMonth(&log)
	c := show(t, m, 700, 500)
	c.Focus(m)
	for _, step := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyRight}, "day 2025-05-15"},
		{[]fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyReturn, fyne.KeySpace, fyne.KeyReturn}, "open talk; open walk; open talk"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd}, "day 2025-05-22; day 2025-05-19; day 2025-05-25"},
		{[]fyne.KeyName{fyne.KeyReturn}, "new 2025-05-25"},
		{[]fyne.KeyName{fyne.KeyPageDown}, "month 2025-05-26 2025-07-06; day 2025-06-25"},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageUp}, "month 2025-04-28 2025-06-01; day 2025-05-25; month 2025-03-31 2025-05-04; day 2025-04-25"},
	} {
		key(c, step.keys...)
		if got := log.take(); got != step.want {
			t.Errorf("%v told %q, want %q", step.keys, got, step.want)
		}
	}
	m.SetDay("2025-05-15")
	log.take()
	shortcut(c, fyne.KeyModifierControl, fyne.KeyDown)
	if got := log.take(); got != "move talk 2025-05-15 2025-05-22; day 2025-05-22" || m.Chosen() != "talk" {
		t.Errorf("Ctrl+Down told %q, chosen %q", got, m.Chosen())
	}
	m.SetDay("2025-05-20")
	shortcut(c, fyne.KeyModifierControl, fyne.KeyLeft)
	if got := log.take(); got != "" || m.Chosen() != "fixed" {
		t.Errorf("what is fixed moved: %q", got)
	}
	m.SetDay("2025-01-31")
	key(c, fyne.KeyPageDown)
	if m.Day() != "2025-02-28" || m.nav.text != "February 2025" {
		t.Errorf("a month after 31 January is %s in %q", m.Day(), m.nav.text)
	}
	escaped := false
	c.SetOnTypedKey(func(*fyne.KeyEvent) { escaped = true })
	key(c, fyne.KeyEscape)
	if !escaped || !m.draw.ring.rect.Visible() {
		t.Error("Esc does not reach the window, or the focus is not seen")
	}
}

func TestMonthMouse(t *testing.T) {
	start(t)
	var log told
	m := testMonth(&log)
	now := time.Date(2025, 5, 1, 9, 0, 0, 0, time.UTC)
	m.p.Now = func() time.Time { return now }
	c := show(t, VStack(0, m.Nav(), Sized(700, 500, m)), 700, 540)
	test.TapAt(m, dayPos(m, "2025-05-07"))
	now = now.Add(time.Minute)
	test.TapAt(m, chipPos(m, "walk"))
	now = now.Add(time.Minute)
	test.TapAt(m, dayPos(m, "2025-05-08"))
	test.TapAt(m, dayPos(m, "2025-05-08"))
	if got := log.take(); got != "day 2025-05-07; day 2025-05-15; open walk; day 2025-05-08; new 2025-05-08" {
		t.Errorf("clicks told %q", got)
	}
	if c.Focused() != fyne.Focusable(m) {
		t.Error("a click does not give the calendar the keyboard")
	}
	dragOver(m, chipPos(m, "walk"), dayPos(m, "2025-05-29"))
	if got := log.take(); got != "move walk 2025-05-15 2025-05-29; day 2025-05-29" {
		t.Errorf("a drag told %q", got)
	}
	if c.Unfocus(); c.Focused() != nil {
		t.Fatal("the focus stays")
	}
	dragOver(m, chipPos(m, "talk"), dayPos(m, "2025-05-16"))
	shortcut(c, fyne.KeyModifierControl, fyne.KeyLeft)
	if got := log.take(); !strings.HasPrefix(got, "move talk 2025-05-15 2025-05-16; day 2025-05-16; move") {
		t.Errorf("a drag, then the keyboard, told %q", got)
	}
	m.SetDay("2025-05-29")
	dragOver(m, dayPos(m, "2025-05-12"), dayPos(m, "2025-05-14")) // beside an entry
	dragOver(m, chipPos(m, "fixed"), dayPos(m, "2025-05-22"))
	if got := log.take(); got != "" {
		t.Errorf("nothing was dragged, but told %q", got)
	}
	test.Tap(m.nav.forth)
	if got := log.take(); got != "month 2025-05-26 2025-07-06; day 2025-06-29" {
		t.Errorf("the next month told %q", got)
	}
}

func TestMonthShowsWhatIsFull(t *testing.T) {
	start(t)
	var log told
	m := testMonth(&log)
	var many []MonthEntry
	for i := range 6 {
		many = append(many, MonthEntry{ID: fmt.Sprint(i), Text: fmt.Sprint("Entry ", i), First: "2025-05-15"})
	}
	m.SetEntries(append(many, MonthEntry{ID: "long", Text: "Long", First: "2025-05-14", Last: "2025-05-20"}))
	c := show(t, m, 700, 24+5*86)
	hidden := hiddenBars(m.bars, m.weeks(), m.draw.lanes(m.Size()))
	day := daysBetween(m.first(), time.Date(2025, 5, 15, 0, 0, 0, 0, time.UTC))
	if hidden[day] != 5 || hidden[day-1] != 0 { // two lanes, one of them the long one's
		t.Fatalf("hidden %v", hidden)
	}
	if m.draw.cells[day].more.Text != "+5" || !m.draw.cells[day].more.Visible() {
		t.Errorf("the day says %q", m.draw.cells[day].more.Text)
	}
	more := m.draw.cells[day].more
	test.TapAt(m, more.Position().AddXY(2, 2))
	if m.pop == nil {
		t.Fatal("the day's list is not open")
	}
	key(c, fyne.KeyDown, fyne.KeyReturn)
	if got := log.take(); got != "day 2025-05-15; open 0" || m.pop != nil {
		t.Errorf("picked from the list: %q", got)
	}
	key(c, fyne.KeyReturn)
	if m.pop == nil {
		t.Error("Enter does not open a full day's list")
	}
	key(c, fyne.KeyEscape)
	if m.pop != nil || c.Focused() != fyne.Focusable(m) {
		t.Error("Esc does not close the list, or the focus is lost")
	}
}

func TestMonthBars(t *testing.T) {
	monday := time.Date(2025, 4, 28, 0, 0, 0, 0, time.UTC)
	day := func(d int) time.Time { return monday.AddDate(0, 0, d) }
	entries := []monthEntry{
		{MonthEntry: MonthEntry{ID: "before"}, first: day(-3), last: day(1)},
		{MonthEntry: MonthEntry{ID: "over"}, first: day(5), last: day(8)},
		{MonthEntry: MonthEntry{ID: "short"}, first: day(1), last: day(1)},
		{MonthEntry: MonthEntry{ID: "gone"}, first: day(-9), last: day(-8)},
	}
	sortEntries(entries)
	var got []string
	for _, b := range layBars(entries, monday, 2) {
		got = append(got, fmt.Sprint(b.entry.ID, b.week, b.from, b.to, b.lane, b.begins, b.ends))
	}
	want := []string{"before0 0 1 0 false true", "short0 1 1 1 true true", "over0 5 6 0 true false", "over1 0 1 0 false true"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("bars %v, want %v", got, want)
	}
}
