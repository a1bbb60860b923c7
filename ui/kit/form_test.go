package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
)

func testForm(dirty *[]bool) (*Form, *Entry, *NumberEntry) {
	name, count := NewEntry(), NewNumberEntry("no number")
	return NewForm(FormParams{
		Required: "needed",
		OnDirty:  func(on bool) { *dirty = append(*dirty, on) },
		Sections: []Section{{Title: "One", Rows: [][]Field{{{ID: "name", Label: "Name", Required: true, Control: name}, {ID: "count", Label: "Count", Control: count}}}}},
	}), name, count
}

func TestFormKnowsWhatChanged(t *testing.T) {
	start(t)
	var dirty []bool
	f, name, _ := testForm(&dirty)
	c := show(t, f, 400, 300)
	f.Load(map[string]string{"name": "A", "count": "3"})
	f.Focus("")
	write(c, "x")
	if !f.Dirty() || fmt.Sprint(f.Changed()) != "[name]" || f.Value("name") != "xA" {
		t.Errorf("dirty %v, changed %v, value %q", f.Dirty(), f.Changed(), f.Value("name"))
	}
	key(c, fyne.KeyBackspace)
	if f.Dirty() || name.Value() != "A" {
		t.Error("taking the change back leaves the form dirty")
	}
	f.SetValue("count", "4")
	f.Clean()
	if fmt.Sprint(dirty) != "[true false true false]" || fmt.Sprint(f.Values()) != "map[count:4 name:A]" {
		t.Errorf("told %v, values %v", dirty, f.Values())
	}
}

func TestFormShowsErrors(t *testing.T) {
	start(t)
	var dirty []bool
	f, name, count := testForm(&dirty)
	c := show(t, f, 400, 300)
	before := f.MinSize().Height
	count.SetValue("x")
	if f.Check() || f.Error("name") != "needed" || f.Error("count") != "no number" {
		t.Fatalf("errors %v", f.errors)
	}
	if c.Focused() != name.Target() || f.MinSize().Height <= before || !f.boxes["name"].message.Visible() {
		t.Error("the first wrong field has not the focus, or the sentence is not shown")
	}
	write(c, "A")
	if f.Error("name") != "" || f.Error("count") == "" {
		t.Error("an error does not go with the change that mends it")
	}
	elsewhere := f.SetErrors(map[string]string{"count": "too many", "gone": "not on this form"})
	if fmt.Sprint(elsewhere) != "[not on this form]" || c.Focused() != count.Target() || !count.frame.invalid {
		t.Errorf("elsewhere %v", elsewhere)
	}
	f.Load(nil)
	if f.Error("count") != "" || count.frame.invalid || f.MinSize().Height != before {
		t.Error("loading leaves errors")
	}
}

func TestFieldsLeaveKeysToTheWindow(t *testing.T) {
	start(t)
	area, next := NewTextArea(3), NewEntry()
	c := show(t, VStack(0, area, next), 300, 300)
	var keys []fyne.KeyName
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	saved := 0
	save := &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierControl}
	window := software.NewCanvas()
	window.AddShortcut(save, func(fyne.Shortcut) { saved++ })
	passShortcut(window, save)
	c.Focus(area.Target())
	key(c, fyne.KeyEscape, fyne.KeyF1, fyne.KeyReturn)
	area.in.TypedShortcut(save) // must not be taken as text
	if fmt.Sprint(keys) != "[Escape F1]" || saved != 1 || area.Value() != "\n" {
		t.Errorf("keys %v, saved %d, text %q", keys, saved, area.Value())
	}
	if area.in.AcceptsTab() {
		t.Error("Tab does not leave a text of several lines")
	}
	c.Focus(next.Target())
	key(c, fyne.KeyReturn)
	if fmt.Sprint(keys) != "[Escape F1 Return]" {
		t.Errorf("Enter in a field of one line goes nowhere: %v", keys)
	}
}

func TestTabReachesEveryControl(t *testing.T) {
	start(t)
	form := mockForm()
	bar := NewSaveBar(SaveBarParams{Save: "Save", Cancel: "Cancel"})
	bar.SetDirty(true, "not saved")
	pane := NewRecordPane(PaneParams{Bar: bar, Tabs: []Tab{{"a", "Person"}, {"b", "Events"}}})
	pane.SetBody(form)
	c := show(t, pane, 404, 700)
	seen := map[fyne.Focusable]bool{}
	for range 40 {
		c.FocusNext()
		seen[c.Focused()] = true
	}
	want := []fyne.Focusable{pane.tabs.items[0], pane.tabs.items[1], bar.cancel, bar.save}
	for _, id := range form.order {
		want = append(want, form.Control(id).Target())
	}
	for _, w := range want {
		if !seen[w] {
			t.Errorf("Tab does not reach %T", w)
		}
	}
	if len(seen) != len(want) {
		t.Errorf("Tab reaches %d things, want %d", len(seen), len(want))
	}
}
