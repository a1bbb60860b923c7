package app

import (
	"bufio"
	"bytes"
	"context"
	"image"
	_ "image/gif" // the formats that cameras, scanners and telephones write
	_ "image/jpeg"
	_ "image/png"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"primadesk/data"
)

// Bounds of what is decoded: a picture takes four bytes a pixel while it is made small.
const (
	mostPixels  = 60_000_000
	mostPicture = 64 << 20 // bytes of the file
)

// IsPicture tells by its name whether a file may be shown as a picture.
func IsPicture(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".webp"}, strings.ToLower(filepath.Ext(name)))
}

// Picture is a file of evidence as a picture of at most so many pixels on its longer side, upright as it was taken. A
// file that is no picture, or too large a one, has the code evidence.picture.
func (s *Evidence) Picture(ctx context.Context, v *data.Evidence, most int) (image.Image, error) {
	r, err := s.Open(v.File)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // it was only read
	src := bufio.NewReaderSize(io.LimitReader(readerOf(ctx, r), mostPicture), 1<<17)
	turn := orientation(src)
	var head bytes.Buffer
	size, _, err := image.DecodeConfig(io.TeeReader(src, &head))
	if err != nil || size.Width <= 0 || size.Height <= 0 || size.Width > mostPixels/size.Height {
		return nil, data.Fail("evidence.picture", "File", v.FileName).Because(err)
	}
	img, _, err := image.Decode(io.MultiReader(&head, src))
	if err != nil {
		return nil, data.Fail("evidence.picture", "File", v.FileName).Because(err)
	}
	return upright(shrink(img, most), turn), nil
}

// shrink makes a picture fit a square; a smaller one stays as it is.
func shrink(img image.Image, most int) image.Image {
	b := img.Bounds()
	longer := max(b.Dx(), b.Dy())
	if longer <= most {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, b.Dx()*most/longer), max(1, b.Dy()*most/longer)))
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	return out
}

// orientation reads how a JPEG lies, without taking from the reader: 1 is upright (Exif 2.32, tag 0x0112).
func orientation(r *bufio.Reader) int {
	b, _ := r.Peek(1 << 16)
	at := bytes.Index(b, []byte("Exif\x00\x00"))
	if len(b) < 2 || b[0] != 0xff || b[1] != 0xd8 || at < 0 {
		return 1
	}
	b = b[at+6:]
	if len(b) < 14 {
		return 1
	}
	word := func(i int) int { return int(b[i])<<8 | int(b[i+1]) }
	if b[0] == 'I' {
		word = func(i int) int { return int(b[i+1])<<8 | int(b[i]) }
	}
	first := word(4)<<16 | word(6)
	if b[0] == 'I' {
		first = word(6)<<16 | word(4)
	}
	if first < 8 || first+2 > len(b) {
		return 1
	}
	for i := range word(first) {
		entry := first + 2 + 12*i
		if entry+12 > len(b) {
			break
		}
		if word(entry) == 0x0112 {
			return word(entry + 8)
		}
	}
	return 1
}

// upright turns a picture as its orientation says.
func upright(img image.Image, turn int) image.Image {
	if turn < 2 || turn > 8 {
		return img
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	size := image.Rect(0, 0, w, h)
	if turn > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			tx, ty := turned(turn, x, y, w, h)
			out.Set(tx, ty, img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return out
}

// turned is where a point of a picture of w by h comes to lie.
func turned(turn, x, y, w, h int) (tx, ty int) {
	switch turn {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	}
	return y, w - 1 - x // 8
}
