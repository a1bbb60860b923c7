package kittest

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// sized puts an object into a place of a size, whatever it needs.
func sized(o fyne.CanvasObject, width, height float32) fyne.CanvasObject {
	if w, ok := o.(fyne.Widget); ok {
		test.WidgetRenderer(w) // what is not drawn yet is not laid out
	}
	o.Resize(fyne.NewSize(width, height))
	return container.NewWithoutLayout(canvas.NewRectangle(color.White), o)
}

func TestPushed(t *testing.T) {
	test.NewTempApp(t)
	text := func(s string) fyne.CanvasObject { return canvas.NewText(s, color.Black) }
	row := func() *fyne.Container {
		return container.NewHBox(text("A name that takes its room"), widget.NewButton("Go", nil))
	}
	tall := func() fyne.CanvasObject {
		box := container.NewVBox()
		for range 20 {
			box.Add(text("line"))
		}
		return box
	}
	centred := canvas.NewText("word", color.Black)
	centred.Alignment = fyne.TextAlignCenter
	for name, c := range map[string]struct {
		page fyne.CanvasObject
		want string // what is pushed out; "" is nothing
	}{
		"a row with room":              {sized(row(), 300, 40), ""},
		"a row without":                {sized(row(), 120, 40), `"A name that takes its room", *widget.Button`},
		"a row whose button goes":      {sized(row(), 210, 40), "*widget.Button"},
		"what fills takes what it has": {sized(container.NewBorder(nil, nil, nil, widget.NewButton("Go", nil), text("name")), 120, 40), ""},
		"higher than its place":        {sized(container.NewVBox(text("one"), text("two"), text("three")), 100, 45), `"three"`},
		"what is scrolled down to":     {sized(container.NewVScroll(tall()), 100, 50), ""},
		"beside what scrolls down":     {sized(container.NewVScroll(row()), 120, 50), `"A name that takes its room", *widget.Button`},
		"what is scrolled sideways":    {sized(container.NewHScroll(row()), 120, 50), ""},
		"under what scrolls sideways":  {sized(container.NewHScroll(container.NewVBox(text("one"), text("two"), text("three"))), 120, 45), `"three"`},
		"what is clipped":              {sized(container.NewClip(row()), 120, 50), ""},
		"a word in a stretched place":  {sized(container.New(layout.NewCustomPaddedLayout(0, 0, -50, -50), centred), 100, 40), ""},
		"hidden":                       {sized(container.NewHBox(text("name"), hidden(widget.NewButton("A wide button", nil))), 50, 40), ""},
	} {
		page := container.NewStack(c.page)
		page.Resize(fyne.NewSize(400, 300))
		found := Pushed(page)
		wanted := strings.Split(c.want, ", ")
		if c.want == "" {
			wanted = nil
		}
		if len(found) != len(wanted) {
			t.Errorf("%s: %q", name, found)
			continue
		}
		for i, want := range wanted {
			if !strings.Contains(found[i], want+" is pushed out") {
				t.Errorf("%s: %q, want %s", name, found[i], want)
			}
		}
	}
	wide := row()
	wide.Resize(fyne.NewSize(120, 40))
	if found := Overflowing(wide); len(found) == 0 {
		t.Error("nothing lies outside of the window")
	}
}

func hidden(o fyne.CanvasObject) fyne.CanvasObject {
	o.Hide()
	return o
}

// What grew after it was laid out is not outside of a view that scrolls: a window lays it out before it draws.
func TestSettle(t *testing.T) {
	test.NewTempApp(t)
	box := container.NewVBox(canvas.NewText("one", color.Black))
	page := container.NewStack(container.NewVScroll(container.NewPadded(box)))
	page.Resize(fyne.NewSize(100, 60))
	for range 9 {
		box.Objects = append(box.Objects, canvas.NewText("more", color.Black))
	}
	box.Layout.Layout(box.Objects, box.Size())
	if found := Pushed(page); len(found) == 0 {
		t.Fatal("what was added is in view already")
	}
	Settle(page)
	if found := Pushed(page); len(found) != 0 {
		t.Errorf("laid out: %q", found)
	}
}
