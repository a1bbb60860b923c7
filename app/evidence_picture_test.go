package app

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"primadesk/data"
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

func pngOf(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegTurned is a JPEG with an orientation in its Exif segment.
func jpegTurned(t testing.TB, img image.Image, orientation byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	exif = append(exif, orientation, 0, 0, 0, 0, 0, 0)
	head := []byte{0xFF, 0xD8, 0xFF, 0xE1}
	head = binary.BigEndian.AppendUint16(head, uint16(len(exif)+2))
	return append(append(head, exif...), b.Bytes()[2:]...)
}

func red(c color.Color) bool {
	r, _, b, _ := c.RGBA()
	return r > b
}

func TestPictureStandsUpright(t *testing.T) {
	w, event, _ := invited(t)
	for _, tc := range []struct {
		orientation byte
		w, h        int
		redX, redY  int
	}{{1, 40, 20, 2, 10}, {2, 40, 20, 37, 10}, {3, 40, 20, 37, 10}, {4, 40, 20, 2, 10}, {5, 20, 40, 10, 2}, {6, 20, 40, 10, 2}, {7, 20, 40, 10, 37}, {8, 20, 40, 10, 37}, {9, 40, 20, 2, 10}} {
		v := attached(t, w, event.ID, fmt.Sprint(tc.orientation, ".jpg"), jpegTurned(t, twoHalves(80, 40), tc.orientation))
		img, err := w.Evidence.Picture(t.Context(), v, 40)
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		if b.Dx() != tc.w || b.Dy() != tc.h || !red(img.At(tc.redX, tc.redY)) || red(img.At(b.Dx()-1-tc.redX, b.Dy()-1-tc.redY)) {
			t.Errorf("orientation %d: %v, or not upright", tc.orientation, b)
		}
	}
}

func TestPicturesThatAreSmallOrLie(t *testing.T) {
	w, event, _ := invited(t)
	if img, err := w.Evidence.Picture(t.Context(), attached(t, w, event.ID, "small.png", pngOf(t, twoHalves(4, 2))), 100); err != nil || img.Bounds().Dx() != 4 {
		t.Errorf("a small picture is not left alone: %v, %v", img, err)
	}
	large := pngOf(t, twoHalves(2, 2))
	binary.BigEndian.PutUint32(large[16:], 60_000)
	binary.BigEndian.PutUint32(large[20:], 60_000)
	if _, err := w.Evidence.Picture(t.Context(), attached(t, w, event.ID, "large.png", large), 100); !data.HasCode(err, "evidence.picture") {
		t.Errorf("a header that lies: %v", err)
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(pngOf(f, twoHalves(4, 4)))
	f.Add(jpegTurned(f, twoHalves(8, 8), 6))
	f.Fuzz(func(t *testing.T, content []byte) {
		if turn := orientation(bufio.NewReader(bytes.NewReader(content))); turn < 1 || turn > 8 {
			t.Errorf("orientation %d", turn)
		}
	})
}
