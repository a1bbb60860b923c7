package kit

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

// twoHalves is a picture that is red at its left, and blue at its right.
func twoHalves(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{R: 0xFF, A: 0xFF})
			if x >= w/2 {
				img.Set(x, y, color.NRGBA{B: 0xFF, A: 0xFF})
			}
		}
	}
	return img
}

func TestThumb(t *testing.T) {
	start(t)
	thumb := NewThumb(ThumbDocument, "PDF", 96, 72)
	show(t, thumb, 96, 72)
	if thumb.Shown() || !thumb.label.Visible() || thumb.label.Text != "PDF" {
		t.Error("the mark is not shown")
	}
	thumb.SetImage(twoHalves(4, 4))
	if !thumb.Shown() || thumb.label.Visible() || thumb.icon.Visible() {
		t.Error("the picture is not shown alone")
	}
	if thumb.MinSize() != fyne.NewSize(96, 72) {
		t.Errorf("size %v", thumb.MinSize())
	}
}

func TestGalleryThumb(t *testing.T) {
	picture(t, "thumb", 1, fyne.NewSize(560, 120), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		photo := NewThumb(ThumbImage, "JPG", 96, 72)
		photo.SetImage(twoHalves(90, 60))
		return Pad(Even(20), HStack(10, photo, NewThumb(ThumbImage, "PNG", 96, 72), NewThumb(ThumbDocument, "PDF", 96, 72), NewThumb(ThumbSheet, "XLSX", 96, 72), NewThumb(ThumbFile, "", 40, 40))), nil
	})
}
