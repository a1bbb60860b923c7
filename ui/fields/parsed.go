package fields

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// decimalEntry is a field for a number with decimals, typed with a point or a comma. Its value has a point.
type decimalEntry struct {
	widget.BaseWidget
	p  *i18n.Printer
	in *kit.Entry
}

func newDecimalEntry(p *i18n.Printer) *decimalEntry {
	e := &decimalEntry{p: p, in: kit.NewEntry()}
	e.ExtendBaseWidget(e)
	return e
}

// Value implements kit.Control.
func (e *decimalEntry) Value() string {
	text := strings.TrimSpace(strings.ReplaceAll(e.in.Value(), ",", "."))
	if d, err := data.ParseDecimal(text); err == nil {
		return d.String()
	}
	return text
}

// SetValue implements kit.Control.
func (e *decimalEntry) SetValue(v string) {
	if d, err := data.ParseDecimal(v); err == nil {
		_, frac, _ := strings.Cut(d.String(), ".")
		v = e.p.Decimal(d.Float64(), len(frac))
	}
	e.in.SetValue(v)
}

// Problem implements kit.Checker.
func (e *decimalEntry) Problem() string {
	v := e.Value()
	if _, err := data.ParseDecimal(v); v != "" && err != nil {
		return e.p.T("fields.wrong_decimal")
	}
	return ""
}

// OnEdited implements kit.Control.
func (e *decimalEntry) OnEdited(f func()) { e.in.OnEdited(f) }

// SetInvalid implements kit.Control.
func (e *decimalEntry) SetInvalid(on bool) { e.in.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (e *decimalEntry) SetEnabled(on bool) { e.in.SetEnabled(on) }

// Target implements kit.Control.
func (e *decimalEntry) Target() fyne.Focusable { return e.in.Target() }

// Held implements kit.Holder.
func (e *decimalEntry) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.in} }

// CreateRenderer implements fyne.Widget.
func (e *decimalEntry) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.in) }

// wallEntry is a day with or without a time, at the venue. Its value is that of data.Wall.
type wallEntry struct {
	widget.BaseWidget
	p       *i18n.Printer
	day     *kit.DateEntry
	clock   *kit.TimeEntry
	content fyne.CanvasObject
}

func newWallEntry(p *i18n.Printer, today func() time.Time) *wallEntry {
	e := &wallEntry{p: p, day: kit.NewDateEntry(DateWords(p), today), clock: kit.NewTimeEntry(p.T("fields.wrong_time"))}
	kit.SetName(e.clock, p.T("field.time"))
	e.content = kit.Share(6, []float32{7, 4}, e.day, e.clock)
	e.ExtendBaseWidget(e)
	return e
}

// Value implements kit.Control.
func (e *wallEntry) Value() string {
	day, clock := e.day.Value(), e.clock.Value()
	if clock == "" {
		return day
	}
	return day + "T" + clock
}

// SetValue implements kit.Control.
func (e *wallEntry) SetValue(v string) {
	w := data.Wall(v)
	if !w.Valid() {
		e.day.SetValue(v)
		e.clock.SetValue("")
		return
	}
	e.day.SetValue(string(w.Day()))
	e.clock.SetValue(w.Clock())
}

// Problem implements kit.Checker.
func (e *wallEntry) Problem() string {
	for _, problem := range []string{e.day.Problem(), e.clock.Problem()} {
		if problem != "" {
			return problem
		}
	}
	if e.day.Value() == "" && e.clock.Value() != "" {
		return e.p.T("fields.time_without_day")
	}
	return ""
}

// OnEdited implements kit.Control.
func (e *wallEntry) OnEdited(f func()) {
	e.day.OnEdited(f)
	e.clock.OnEdited(f)
}

// SetInvalid implements kit.Control.
func (e *wallEntry) SetInvalid(on bool) {
	clock := on && e.day.Problem() == "" && e.clock.Problem() != ""
	e.clock.SetInvalid(clock)
	e.day.SetInvalid(on && !clock)
}

// SetEnabled implements kit.Control.
func (e *wallEntry) SetEnabled(on bool) {
	e.day.SetEnabled(on)
	e.clock.SetEnabled(on)
}

// Target implements kit.Control.
func (e *wallEntry) Target() fyne.Focusable { return e.day.Target() }

// Held implements kit.Holder.
func (e *wallEntry) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.content} }

// CreateRenderer implements fyne.Widget.
func (e *wallEntry) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.content) }
