package kit

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Every control is a Control; those that parse are Checkers.
var (
	_ = []Control{(*Entry)(nil), (*Select)(nil), (*Combo)(nil), (*DateEntry)(nil), (*TimeEntry)(nil), (*NumberEntry)(nil), (*Check)(nil), (*Tags)(nil), (*RowsEditor)(nil)}
	_ = []Checker{(*Combo)(nil), (*DateEntry)(nil), (*TimeEntry)(nil), (*NumberEntry)(nil), (*RowsEditor)(nil)}
)

func TestDateEntry(t *testing.T) {
	start(t)
	day := func() time.Time { return time.Date(2025, 9, 18, 15, 0, 0, 0, time.UTC) }
	e := NewDateEntry(words(), day)
	other := NewEntry()
	edits := 0
	e.OnEdited(func() { edits++ })
	c := show(t, VStack(0, e, other), 300, 400)
	if e.Value() != "" || e.Problem() != "" {
		t.Fatal("an empty date is not simply empty")
	}
	c.Focus(e.Target())
	write(c, "2.6.25")
	if e.Value() != "2025-06-02" || edits != 6 {
		t.Errorf("value %q after %d edits", e.Value(), edits)
	}
	c.Focus(other.Target())
	if e.in.Text != "2 Jun 2025" {
		t.Errorf("left, the field shows %q", e.in.Text)
	}
	e.SetValue("31/2/2025")
	if e.Problem() != words().Wrong || e.Value() != "31/2/2025" || edits != 6 {
		t.Errorf("a day that does not exist: problem %q, value %q, %d edits", e.Problem(), e.Value(), edits)
	}
	e.SetValue("2025-01-31")
	c.Focus(e.Target())
	key(c, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	if e.Value() != "2025-02-20" || e.pop != nil {
		t.Errorf("picked %q from the calendar", e.Value())
	}
	e.SetValue("")
	test.Tap(e.open)
	key(c, fyne.KeyEscape)
	if e.Value() != "" || e.pop != nil {
		t.Error("Esc in the calendar changed the field, or left it open")
	}
}

func TestSelect(t *testing.T) {
	start(t)
	s := NewSelect([]Option{{Value: "EL", Text: "Greece"}, {Value: "CY", Text: "Cyprus"}, {Value: "ES", Text: "Élan"}}, "not known")
	after := NewEntry()
	told := 0
	s.OnEdited(func() { told++ })
	c := show(t, VStack(0, s, after), 300, 400)
	s.SetValue("EL")
	if s.Shown() != "Greece" || told != 0 {
		t.Fatalf("shows %q, told %d times", s.Shown(), told)
	}
	c.Focus(s)
	key(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if s.Value() != "CY" || told != 1 {
		t.Errorf("value %q, told %d times", s.Value(), told)
	}
	write(c, "el") // opens the list at Élan
	key(c, fyne.KeyReturn)
	if s.Value() != "ES" || c.Focused() != fyne.Focusable(s) {
		t.Errorf("value %q after typing", s.Value())
	}
	key(c, fyne.KeyDelete)
	if s.Value() != "" || s.Shown() != "not known" {
		t.Errorf("value %q, shown %q after Delete", s.Value(), s.Shown())
	}
	key(c, fyne.KeySpace, fyne.KeyTab)
	if c.Overlays().Top() != nil || c.Focused() != after.Target() {
		t.Error("Tab does not close the list and go on")
	}
	s.SetValue("XX")
	if s.Shown() != "XX" {
		t.Error("a code without a word is not shown")
	}
	s.SetEnabled(false)
	test.Tap(s)
	if c.Overlays().Top() != nil {
		t.Error("a disabled field opens its list")
	}
}

func TestCombo(t *testing.T) {
	start(t)
	known := []Option{{Value: "1", Text: "Δήμος Τρίπολης"}, {Value: "2", Text: "Headway"}}
	find := func(_ context.Context, typed string) ([]Option, error) {
		var out []Option
		for _, o := range known {
			if strings.Contains(fold(o.Text), fold(typed)) {
				out = append(out, o)
			}
		}
		return out, nil
	}
	created := ""
	combo := NewCombo(ComboParams{
		Exec: Inline(), Find: find, Unknown: "Pick one", Word: func(code string) string { return "word for " + code },
		Create: func(s string) string { return "Create " + s }, OnCreate: func(s string) { created = s },
	})
	c := show(t, VStack(0, combo), 300, 400)
	c.Focus(combo.Target())
	write(c, "τρ")
	if combo.pop == nil || len(combo.list.options) != 2 || combo.Value() != "" || combo.Problem() != "Pick one" {
		t.Fatalf("typed τρ: open %v, value %q", combo.pop != nil, combo.Value())
	}
	write(c, "ιπ") // goes on typing through the list
	key(c, fyne.KeyReturn)
	if combo.Value() != "1" || combo.Typed() != "Δήμος Τρίπολης" || combo.Problem() != "" {
		t.Errorf("picked %q, %q", combo.Value(), combo.Typed())
	}
	key(c, fyne.KeyBackspace)
	if combo.Value() != "" {
		t.Error("the code stays although the text was changed")
	}
	combo.SetValue("9")
	if combo.Typed() != "word for 9" || combo.Value() != "9" {
		t.Errorf("set: %q, %q", combo.Typed(), combo.Value())
	}
	combo.SetValue("")
	combo.close()
	c.Focus(combo.Target())
	write(c, "new")
	key(c, fyne.KeyReturn)
	if created != "new" {
		t.Errorf("created %q", created)
	}
}

func TestComboFreeKeepsWhatIsTyped(t *testing.T) {
	start(t)
	combo := NewCombo(ComboParams{Exec: Inline(), Free: true, Find: func(context.Context, string) ([]Option, error) {
		return []Option{{Value: "Nafplio", Text: "Nafplio"}}, nil
	}})
	c := show(t, VStack(0, combo), 300, 400)
	c.Focus(combo.Target())
	write(c, "Naf")
	key(c, fyne.KeyReturn)
	if combo.Value() != "Naf" || combo.pop != nil {
		t.Errorf("Enter replaced what was typed by %q", combo.Value())
	}
	write(c, "p")
	key(c, fyne.KeyDown, fyne.KeyReturn)
	if combo.Value() != "Nafplio" {
		t.Errorf("picked %q", combo.Value())
	}
}

func TestTags(t *testing.T) {
	start(t)
	tags := NewTags(TagsParams{Known: []Option{{Value: "h", Text: "Harbour"}, {Value: "f", Text: "Fisheries"}}, Free: true})
	told := 0
	tags.OnEdited(func() { told++ })
	c := show(t, VStack(0, tags), 300, 400)
	tags.SetValue("f")
	c.Focus(tags.Target())
	write(c, "harbour")
	key(c, fyne.KeyReturn) // as typed: a known word by its code
	write(c, "own")
	key(c, fyne.KeyReturn)
	write(c, "Own ")
	key(c, fyne.KeyReturn)
	if got := fmt.Sprint(tags.Codes()); got != "[f h own Own]" || told != 3 {
		t.Errorf("codes %s, told %d times", got, told)
	}
	c.Focus(tags.chips.Objects[0].(*FilterChip))
	key(c, fyne.KeyDelete)
	if tags.Value() != "h"+Separator+"own"+Separator+"Own" {
		t.Errorf("value %q", tags.Value())
	}
}

func TestRowsEditor(t *testing.T) {
	start(t)
	n := 0
	rows := NewRowsEditor(RowsParams{
		Add: "+", NewID: func() string { n++; return fmt.Sprint("new", n) },
		New: func() []Field {
			return []Field{{ID: "address", Label: "E-mail", Control: NewEntry()}, {ID: "count", Label: "Count", Control: NewNumberEntry("no number")}}
		},
	})
	told := 0
	rows.OnEdited(func() { told++ })
	c := show(t, VStack(0, rows), 400, 400)
	rows.SetValue(`[{"id":"a","values":{"address":"x@example.org","count":"3"}}]`)
	clean := rows.Value()
	test.Tap(rows.add)
	write(c, "y@example.org")
	if told != 14 || rows.Value() == clean || rows.Rows()[1].ID != "new1" || rows.Rows()[1].Values["address"] != "y@example.org" {
		t.Errorf("told %d times, rows %v", told, rows.Rows())
	}
	rows.rows[1].fields[1].Control.SetValue("x")
	if rows.Problem() != "no number" {
		t.Errorf("problem %q", rows.Problem())
	}
	rows.SetRowError("a", "address", "no @")
	if rows.rows[0].boxes[0].message.Text() != "no @" {
		t.Error("the row's error is not shown")
	}
	rows.remove(rows.rows[1])
	if rows.Value() != clean {
		t.Errorf("value %q, want %q", rows.Value(), clean)
	}
}

func TestWhatIsSavedHasItsUsualForm(t *testing.T) {
	e := NewEntry().OnLeave(strings.ToUpper)
	e.SetValue("be")
	if e.Value() != "be" {
		t.Errorf("what was not typed is changed: %q", e.Value())
	}
	e.in.SetText("bel")
	if e.Value() != "BEL" || e.in.Text != "bel" {
		t.Errorf("with the keyboard in the field it holds %q and shows %q", e.Value(), e.in.Text)
	}
}

func TestGoingThroughAFormChangesNothing(t *testing.T) {
	e := NewEntry().OnLeave(strings.ToUpper)
	e.SetValue("be")
	edited := 0
	e.OnEdited(func() { edited++ })
	e.in.FocusGained()
	e.in.FocusLost()
	if e.Value() != "be" || edited > 0 {
		t.Errorf("looked at, it holds %q, after %d changes", e.Value(), edited)
	}
	e.in.SetText("bel")
	e.in.FocusGained()
	e.in.FocusLost()
	if e.in.Text != "BEL" {
		t.Errorf("typed and left, it shows %q", e.in.Text)
	}
}
