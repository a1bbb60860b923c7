package kittest

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestUnreadable(t *testing.T) {
	test.NewTempApp(t)
	grey := color.NRGBA{R: 0x99, G: 0x99, B: 0x99, A: 0xFF}
	faint := canvas.NewText("faint", grey)
	plain := canvas.NewText("plain", color.Black)
	veil := canvas.NewRectangle(color.NRGBA{A: 0x10})
	page := container.NewStack(canvas.NewRectangle(color.White), veil, container.NewVBox(plain, faint, canvas.NewText("", color.White)))
	page.Resize(fyne.NewSize(200, 100))
	found, texts := Unreadable(page)
	if fmt.Sprint(found) != `["faint" has a contrast of 2.85]` || texts != 2 {
		t.Errorf("%v of %d", found, texts)
	}
	alone := container.NewVBox(plain)
	alone.Resize(fyne.NewSize(200, 100))
	if found, _ := Unreadable(alone); len(found) != 1 {
		t.Errorf("on nothing: %v", found)
	}
}

func TestWhatIsScrolledAwayIsNotLookedAt(t *testing.T) {
	test.NewTempApp(t)
	box := container.NewVBox()
	for i := range 20 {
		box.Add(widget.NewLabel(fmt.Sprint("Line ", i)))
	}
	scroll := container.NewVScroll(box)
	page := container.NewStack(canvas.NewRectangle(color.White), scroll)
	page.Resize(fyne.NewSize(200, 100))
	if _, texts := Unreadable(page); texts == 0 || texts > 5 {
		t.Errorf("%d texts in view", texts)
	}
}

func TestOverflowing(t *testing.T) {
	test.NewTempApp(t)
	button := widget.NewButton("A good deal of words", nil)
	page := container.NewWithoutLayout(canvas.NewRectangle(color.White), button)
	page.Resize(fyne.NewSize(400, 100))
	button.Resize(fyne.NewSize(300, 40))
	if found := Overflowing(page); len(found) != 0 {
		t.Errorf("with room enough: %v", found)
	}
	long := canvas.NewText("Words that are wider than the page that they stand on, by far, as anyone can see", color.Black)
	page = container.NewStack(long)
	page.Resize(fyne.NewSize(100, 20))
	if found := Overflowing(page); len(found) != 1 {
		t.Errorf("with too little room: %v", found)
	}
}

func TestContrast(t *testing.T) {
	if c := Contrast(color.Black, color.White); c < 20.9 || c > 21.1 {
		t.Errorf("black on white: %v", c)
	}
	half := color.NRGBA{A: 0x80}
	if c := Contrast(blend(half, color.White), color.White); c < 3 || c > 5 {
		t.Errorf("half black on white: %v", c)
	}
}
