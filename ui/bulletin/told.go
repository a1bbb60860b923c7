package bulletin

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/ui/kit"
	"primadesk/ui/record"
)

// told is the field for the events that an issue tells of, in the editor's order: they are found by typing, moved by their
// grips, and those that took place since are added at once. Its value is that of a list (kit.RowsEditor).
type told struct {
	widget.BaseWidget
	s       *bulletins
	rows    []kit.RowValue
	edited  func()
	off     bool
	order   *kit.Order
	add     *kit.Combo
	rest    *kit.Button // adds all that took place and that no issue tells of
	content *fyne.Container
}

func newTold(s *bulletins) *told {
	t := &told{s: s}
	p := s.p.Printer
	t.order = kit.NewOrder(kit.OrderParams{Gap: 6, Name: p.T("bulletinscreen.move_event"), OnMoved: t.moved})
	t.add = kit.NewCombo(kit.ComboParams{
		Exec: kit.Inline(), Unknown: p.T("record.reference_unknown"), // what is found is here already
		Find: t.findEvents,
	})
	kit.SetName(t.add, p.T("bulletinscreen.add_event"))
	t.add.OnEdited(t.picked)
	t.rest = kit.NewLink("", t.addRest).SetTextSize(kit.TextMedium)
	label := kit.NewText(p.T("bulletinscreen.add_event"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})
	t.content = kit.VStack(8, t.order, kit.VStack(4, label, t.add), kit.HStack(0, t.rest))
	t.ExtendBaseWidget(t)
	t.draw()
	return t
}

// findEvents gives the events that what is typed may mean.
func (t *told) findEvents(_ context.Context, typed string) ([]kit.Option, error) {
	return t.s.book.find(t.s.p.Printer, typed, t.events()), nil
}

// events are those that are told, in order.
func (t *told) events() []string {
	out := make([]string, len(t.rows))
	for i, r := range t.rows {
		out[i] = r.Values["event"]
	}
	return out
}

// learn takes the names of events from the book.
func (t *told) learn() { t.draw() }

func (t *told) draw() {
	p := t.s.p.Printer
	lines := make([]fyne.CanvasObject, len(t.rows))
	for i, r := range t.rows {
		lines[i] = t.line(r)
	}
	t.order.SetRows(lines)
	t.order.Hidden = len(lines) == 0
	rest := t.s.book.untold(t.events())
	t.rest.SetText(p.N("bulletinscreen.add_rest", len(rest)))
	t.rest.Hidden = t.off || len(rest) == 0
	t.content.Objects[1].(*fyne.Container).Hidden = t.off
	t.content.Refresh()
}

func (t *told) line(r kit.RowValue) fyne.CanvasObject {
	p := t.s.p.Printer
	title, note := p.T("bulletinscreen.event_gone"), ""
	if e := t.s.book.event(r.Values["event"]); e != nil {
		title, note = spoken(p, e)
	}
	words := kit.VStack(1, kit.NewText(title, kit.TextStyle{Cut: true}), kit.NewText(note, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
	row := kit.HStack(6, kit.Grow(words))
	if !t.off {
		row.Add(kit.NewCross(p.T("bulletinscreen.remove_event"), func() { t.remove(r.ID) }))
	}
	return row
}

// picked adds the event that was found.
func (t *told) picked() {
	id := t.add.Value()
	if id == "" {
		t.tell() // what was typed is no event yet
		return
	}
	t.add.SetValue("")
	t.append(id)
}

func (t *told) append(events ...string) {
	for _, id := range events {
		t.rows = append(t.rows, kit.RowValue{ID: record.NewID(), Values: map[string]string{"event": id}})
	}
	t.draw()
	t.tell()
}

// addRest adds the events that took place and that no issue tells of.
func (t *told) addRest() {
	kit.Focus(t.add) // the link may go, and the keyboard would be nowhere
	t.append(t.s.book.untold(t.events())...)
}

func (t *told) remove(id string) {
	t.rows = slices.DeleteFunc(slices.Clone(t.rows), func(r kit.RowValue) bool { return r.ID == id })
	kit.Focus(t.add)
	t.draw()
	t.tell()
}

func (t *told) moved(from, to int) {
	rows := slices.Clone(t.rows)
	row := rows[from]
	t.rows = slices.Insert(slices.Delete(rows, from, from+1), to, row)
	t.tell()
}

func (t *told) tell() {
	if t.edited != nil {
		t.edited()
	}
}

// Value implements kit.Control.
func (t *told) Value() string {
	if len(t.rows) == 0 {
		return ""
	}
	b, err := json.Marshal(t.rows)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetValue implements kit.Control. What is no list counts as none.
func (t *told) SetValue(v string) {
	t.rows = nil
	if v != "" && json.Unmarshal([]byte(v), &t.rows) != nil {
		t.rows = nil
	}
	t.add.SetValue("")
	t.draw()
}

// Problem implements kit.Checker: something is typed that is no event.
func (t *told) Problem() string { return t.add.Problem() }

// OnEdited implements kit.Control.
func (t *told) OnEdited(f func()) { t.edited = f }

// SetInvalid implements kit.Control.
func (t *told) SetInvalid(on bool) { t.add.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (t *told) SetEnabled(on bool) {
	t.off = !on
	t.add.SetEnabled(on)
	t.draw()
}

// Target implements kit.Control.
func (t *told) Target() fyne.Focusable { return t.add.Target() }

// Held implements kit.Holder.
func (t *told) Held() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// CreateRenderer implements fyne.Widget.
func (t *told) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
