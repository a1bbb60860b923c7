package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

func TestFormChecksAFieldAsItIsLeft(t *testing.T) {
	start(t)
	var dirty []bool
	f, name, count := testForm(&dirty)
	f.p.OnLeft = func(id string) string {
		if f.Value(id) == "9" {
			return "too many"
		}
		return ""
	}
	c := show(t, f, 400, 300)
	f.Load(map[string]string{"count": "x"})
	c.Focus(name.Target())
	c.Focus(count.Target())
	if f.Error("name") != "" {
		t.Error("a field that was never touched is told to be empty")
	}
	c.Focus(name.Target())
	if f.Error("count") != "no number" || c.Focused() != name.Target() {
		t.Errorf("left, the number says %q", f.Error("count"))
	}
	write(c, "A")
	f.Clean()
	key(c, fyne.KeyBackspace)
	f.SetValue("count", "9")
	c.Focus(count.Target())
	c.Focus(name.Target())
	if f.Error("name") != "needed" || f.Error("count") != "too many" {
		t.Errorf("emptied %q, too many %q", f.Error("name"), f.Error("count"))
	}
	c.Focus(count.Target())
	write(c, "1")
	if f.Error("count") != "" {
		t.Error("the sentence does not go with the next change")
	}
}

func TestFormFoldsWhatIsSeldomNeeded(t *testing.T) {
	start(t)
	var log told
	build := func() *Form {
		return NewForm(FormParams{
			Open: map[string]bool{"c": true}, OnFold: func(id string, open bool) { log.add(id, open) },
			Sections: []Section{
				{Rows: [][]Field{{{ID: "name", Label: "Name", Control: NewEntry()}}}},
				{ID: "b", Title: "More", More: true, Rows: [][]Field{{{ID: "age", Label: "Age", Control: NewEntry()}}}},
				{ID: "c", Title: "Open already", More: true, Rows: [][]Field{{{ID: "note", Label: "Note", Control: NewEntry()}}}},
			},
		})
	}
	f := build()
	c := show(t, f, 400, 400)
	if f.Open("b") || !f.Open("c") || f.boxes["age"].field.Control.(*Entry).frame == nil {
		t.Fatalf("open: %v %v", f.Open("b"), f.Open("c"))
	}
	before := f.MinSize().Height
	var seen []string
	for range 4 {
		c.FocusNext()
		seen = append(seen, NameOf(c.Focused()))
	}
	if got := fmt.Sprint(seen); got != "[Name More Open already Note]" {
		t.Errorf("Tab goes to %s", got)
	}
	f.SetErrors(map[string]string{"age": "too old"})
	if !f.Open("b") || NameOf(c.Focused()) != "Age" || f.MinSize().Height <= before {
		t.Error("an error in a folded section does not open it")
	}
	c.Focus(f.folds["c"].head)
	key(c, fyne.KeyRight, fyne.KeyLeft, fyne.KeySpace, fyne.KeyReturn)
	if got := log.take(); got != "b true; c false; c true; c false" {
		t.Errorf("told %q", got)
	}
	f.SetOpen("c", true)
	if got := log.take(); got != "" || !f.Open("c") {
		t.Errorf("opened from outside, told %q", got)
	}
}

func TestFormBringsTheFieldIntoView(t *testing.T) {
	start(t)
	var rows [][]Field
	for i := range 20 {
		rows = append(rows, []Field{{ID: fmt.Sprint(i), Label: fmt.Sprint("Field ", i), Control: NewEntry()}})
	}
	f := NewForm(FormParams{Sections: []Section{{Rows: rows}}})
	pane := NewRecordPane(PaneParams{})
	pane.SetBody(VStack(0, NewText("Above", TextStyle{}), f))
	c := show(t, pane, 404, 400)
	seen := func(id string) bool {
		d := fyne.CurrentApp().Driver()
		y := d.AbsolutePositionForObject(f.boxes[id]).Y - d.AbsolutePositionForObject(pane.body).Y
		return y >= 0 && y+f.boxes[id].Size().Height <= pane.body.Size().Height
	}
	for i := range 20 {
		c.FocusNext()
		if id := fmt.Sprint(i); !seen(id) {
			t.Fatalf("Tab comes to field %s, which is not seen", id)
		}
	}
	f.Focus("0")
	if !seen("0") {
		t.Error("going back to the first field does not scroll")
	}
}
