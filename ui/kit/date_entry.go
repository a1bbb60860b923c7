package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DateEntry is a field for a day that may be empty. Its value is ISO (2025-06-02); what is typed is read as ParseDate
// says, and shown in the language's own form once the field is left. The button at its right, or Down, opens a calendar.
type DateEntry struct {
	widget.BaseWidget
	edits
	words DateWords
	today func() time.Time
	in    *input
	frame *inputFrame
	pop   *popover
	open  *Button
}

// NewDateEntry makes a field. today says where the calendar opens while the field is empty; time.Now when nil.
func NewDateEntry(words DateWords, today func() time.Time) *DateEntry {
	if today == nil {
		today = time.Now
	}
	e := &DateEntry{words: words, today: today, in: newInput(1)}
	e.in.kind = "day"
	e.ExtendBaseWidget(e)
	e.open = newIconButton(theme.CalendarIcon(), e.showCalendar)
	e.open.SetTip(words.Open)
	e.frame = newEntryFrame(e.in, HStack(0, e.open))
	told := e.in.onFocus
	e.in.onFocus = func(on bool) {
		told(on)
		if !on {
			e.settle()
		}
	}
	e.in.OnChanged = func(string) { e.tell() }
	e.in.onKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown {
			e.showCalendar()
			return true
		}
		return false
	}
	return e
}

// settle shows a valid date in the language's form.
func (e *DateEntry) settle() {
	if day, ok := e.Day(); ok {
		e.in.set(e.format(day))
	}
}

func (e *DateEntry) format(day time.Time) string {
	if e.words.Format != nil {
		if text := e.words.Format(day); e.readsBack(text, day) {
			return text
		}
	}
	return day.Format(time.DateOnly)
}

// readsBack guards against a form of the date that could not be read again.
func (e *DateEntry) readsBack(text string, day time.Time) bool {
	again, ok := ParseDate(text, e.words)
	return ok && again.Equal(day)
}

// Day gives the day, and whether there is one.
func (e *DateEntry) Day() (time.Time, bool) { return ParseDate(e.in.Text, e.words) }

// Value implements Control: ISO, empty, or what was typed where that is no date.
func (e *DateEntry) Value() string {
	if day, ok := e.Day(); ok {
		return day.Format(time.DateOnly)
	}
	return strings.TrimSpace(e.in.Text)
}

// SetValue implements Control.
func (e *DateEntry) SetValue(iso string) {
	e.in.set(iso)
	e.settle()
}

// Problem implements Checker.
func (e *DateEntry) Problem() string {
	if _, ok := e.Day(); !ok && strings.TrimSpace(e.in.Text) != "" {
		return e.words.Wrong
	}
	return ""
}

// SetInvalid implements Control.
func (e *DateEntry) SetInvalid(on bool) { e.frame.setInvalid(on) }

// SetEnabled implements Control.
func (e *DateEntry) SetEnabled(on bool) {
	enableInput(e.in, e.frame, on)
	if on {
		e.open.Enable()
	} else {
		e.open.Disable()
	}
}

// Target implements Control.
func (e *DateEntry) Target() fyne.Focusable { return e.in }

func (e *DateEntry) showCalendar() {
	if e.pop != nil || e.in.Disabled() {
		return
	}
	focus(e.in)
	day, chosen := e.Day()
	if !chosen {
		day = e.today()
	}
	cal := newCalendar(e.words, day, chosen)
	cal.picked = func(day time.Time) {
		e.pop.close()
		e.in.SetText(e.format(day))
	}
	cal.left = func() { e.pop.close() }
	e.pop = showPopover(e, cal, false, func() { e.pop = nil })
	if e.pop != nil {
		e.pop.canvas.Focus(cal)
	}
}

// Held implements Holder.
func (e *DateEntry) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.frame} }

// CreateRenderer implements fyne.Widget.
func (e *DateEntry) CreateRenderer() fyne.WidgetRenderer { return newWrap(e, e.frame, nil) }
