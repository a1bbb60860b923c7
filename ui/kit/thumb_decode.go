package kit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // the kinds of picture that are decoded
	_ "image/jpeg"
	_ "image/png"
)

// mostPixels is how large a picture may be to be decoded: a photograph of 80 megapixels.
const mostPixels = 80_000_000

// ErrLarge says that a picture is too large to be decoded for a thumbnail.
var ErrLarge = errors.New("the picture is too large")

// DecodeThumb makes a small picture of a JPEG, PNG or GIF file's content, upright as the camera was held (Exif 2.3, tag
// 0x0112), at most so many pixels wide and high. It is work for another goroutine than the UI's.
func DecodeThumb(content []byte, most int) (image.Image, error) {
	conf, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("read the picture's size: %w", err)
	}
	if conf.Width <= 0 || conf.Height <= 0 || conf.Width > mostPixels/conf.Height {
		return nil, fmt.Errorf("%w: %d by %d pixels", ErrLarge, conf.Width, conf.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("decode the picture: %w", err)
	}
	return upright(smaller(img, max(1, most)), orientation(content)), nil
}

// smaller gives a picture of at most so many pixels a side, each the mean of those that it stands for.
func smaller(img image.Image, most int) *image.NRGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if longer := max(w, h); longer > most {
		w, h = max(1, w*most/longer), max(1, h*most/longer)
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			part := image.Rect(b.Min.X+x*b.Dx()/w, b.Min.Y+y*b.Dy()/h, b.Min.X+(x+1)*b.Dx()/w, b.Min.Y+(y+1)*b.Dy()/h)
			out.Set(x, y, mean(img, part))
		}
	}
	return out
}

// mean takes up to 8 by 8 samples: more are not seen, and a large photograph has 50 million pixels.
func mean(img image.Image, part image.Rectangle) color.Color {
	stepX, stepY := max(1, part.Dx()/8), max(1, part.Dy()/8)
	var r, g, b, a, n uint64
	for y := part.Min.Y; y < part.Max.Y; y += stepY {
		for x := part.Min.X; x < part.Max.X; x += stepX {
			cr, cg, cb, ca := img.At(x, y).RGBA()
			r, g, b, a, n = r+uint64(cr), g+uint64(cg), b+uint64(cb), a+uint64(ca), n+1
		}
	}
	if n == 0 {
		return color.Transparent
	}
	return color.RGBA64{R: uint16(r / n), G: uint16(g / n), B: uint16(b / n), A: uint16(a / n)}
}

// upright turns a picture as its Exif orientation asks, 1 to 8; others leave it as it is.
func upright(img *image.NRGBA, orientation int) image.Image {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	from := map[int]func(x, y int) (int, int){
		2: func(x, y int) (int, int) { return w - 1 - x, y },
		3: func(x, y int) (int, int) { return w - 1 - x, h - 1 - y },
		4: func(x, y int) (int, int) { return x, h - 1 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, h - 1 - x },
		7: func(x, y int) (int, int) { return w - 1 - y, h - 1 - x },
		8: func(x, y int) (int, int) { return w - 1 - y, x },
	}[orientation]
	if from == nil {
		return img
	}
	if orientation >= 5 {
		w, h = h, w
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		w, h = h, w // from speaks of the picture as it came
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.SetNRGBA(x, y, img.NRGBAAt(from(x, y)))
		}
	}
	return out
}

// orientation finds the tag in a JPEG's Exif segment; 1 where there is none.
func orientation(content []byte) int {
	if !bytes.HasPrefix(content, []byte{0xFF, 0xD8}) {
		return 1
	}
	for rest := content[2:]; len(rest) > 4 && rest[0] == 0xFF && rest[1] != 0xDA; {
		size := int(binary.BigEndian.Uint16(rest[2:])) + 2
		if size > len(rest) {
			break
		}
		if exif, ok := bytes.CutPrefix(rest[4:size], []byte("Exif\x00\x00")); ok && rest[1] == 0xE1 {
			return exifOrientation(exif)
		}
		rest = rest[size:]
	}
	return 1
}

func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[at:])) {
		entry := at + 2 + 12*i
		if entry+12 > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) == 0x0112 {
			return int(order.Uint16(tiff[entry+8:]))
		}
	}
	return 1
}
