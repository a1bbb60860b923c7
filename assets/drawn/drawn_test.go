package drawn

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func distance(a, b Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func TestEmblemIsConstructedAsPublished(t *testing.T) {
	if !near(emblemWidth/emblemHeight, 1.5) {
		t.Errorf("proportion %v", emblemWidth/emblemHeight)
	}
	middle := Point{emblemWidth / 2, emblemHeight / 2}
	centres := starCentres()
	if len(centres) != 12 {
		t.Fatalf("%d stars", len(centres))
	}
	if !near(centres[0].X, middle.X) || !near(centres[0].Y, emblemHeight/6) {
		t.Errorf("no star at twelve o'clock: %v", centres[0])
	}
	for i, c := range centres {
		if !near(distance(c, middle), emblemHeight/3) {
			t.Errorf("star %d is %v from the middle", i, distance(c, middle))
		}
		if next := centres[(i+1)%12]; !near(distance(c, next), distance(centres[0], centres[1])) {
			t.Errorf("the interval after star %d differs", i)
		}
		corners := star(c, starRadius)
		if !near(corners[0].X, c.X) || !near(corners[0].Y, c.Y-emblemHeight/18) {
			t.Errorf("star %d: its first point is not straight up: %v", i, corners[0])
		}
		for k := 0; k < 10; k += 2 {
			if !near(distance(corners[k], c), emblemHeight/18) {
				t.Errorf("star %d: point %d is %v from its centre", i, k, distance(corners[k], c))
			}
			// Lines from point to next point but one pass through the inner corners.
			a, b, inner := corners[k], corners[(k+4)%10], corners[k+1]
			if cross := (b.X-a.X)*(inner.Y-a.Y) - (b.Y-a.Y)*(inner.X-a.X); math.Abs(cross) > 1e-9 {
				t.Errorf("star %d: corner %d is off the line by %v", i, k+1, cross)
			}
		}
	}
}

func TestEmblemPixels(t *testing.T) {
	for _, width := range []int{60, 300, 810} {
		raw, err := EmblemPNG(width)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		size := img.Bounds().Size()
		if size.X != width || size.Y != width*2/3 {
			t.Errorf("%d wide: %v", width, size)
		}
		scale := float64(width) / emblemWidth
		for i, c := range starCentres() {
			if got := at(img, c.X*scale, c.Y*scale); !alike(got, EmblemGold) {
				t.Errorf("%d wide: star %d is %v", width, i, got)
			}
		}
		for _, p := range []Point{{0, 0}, {emblemWidth - 0.1, 0}, {emblemWidth / 2, emblemHeight / 2}, {0, emblemHeight - 0.1}} {
			if got := at(img, p.X*scale, p.Y*scale); got != EmblemBlue {
				t.Errorf("%d wide: %v is %v", width, p, got)
			}
		}
		if got := goldIslands(img); got != 12 {
			t.Errorf("%d wide: %d separate stars", width, got)
		}
		if smooth(img) == 0 {
			t.Errorf("%d wide: no smoothed edge", width)
		}
	}
	for _, width := range []int{-1, 0, 2, 6001} {
		if _, err := EmblemPNG(width); err == nil {
			t.Errorf("%d wide is drawn", width)
		}
	}
}

func at(img image.Image, x, y float64) color.RGBA {
	return color.RGBAModel.Convert(img.At(int(x), int(y))).(color.RGBA)
}

// alike leaves room for what smoothing does to a star of three pixels.
func alike(a, b color.RGBA) bool {
	off := func(x, y uint8) bool { return max(x, y)-min(x, y) > 0x18 }
	return !off(a.R, b.R) && !off(a.G, b.G) && !off(a.B, b.B)
}

// goldIslands counts the patches of pixels that are clearly not blue.
func goldIslands(img image.Image) int {
	b := img.Bounds()
	gold := func(p image.Point) bool {
		return p.In(b) && color.RGBAModel.Convert(img.At(p.X, p.Y)).(color.RGBA).R > 0x60
	}
	seen := map[image.Point]bool{}
	islands := 0
	for y := range b.Dy() {
		for x := range b.Dx() {
			if start := image.Pt(x, y); gold(start) && !seen[start] {
				islands++
				for todo := []image.Point{start}; len(todo) > 0; {
					p := todo[len(todo)-1]
					todo = todo[:len(todo)-1]
					if seen[p] || !gold(p) {
						continue
					}
					seen[p] = true
					for dy := -1; dy <= 1; dy++ { // diagonals too: a star's points are thin
						todo = append(todo, p.Add(image.Pt(-1, dy)), p.Add(image.Pt(0, dy)), p.Add(image.Pt(1, dy)))
					}
				}
			}
		}
	}
	return islands
}

func smooth(img image.Image) (n int) {
	b := img.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA); c != EmblemBlue && c != EmblemGold {
				n++
			}
		}
	}
	return n
}

func TestSVGIsWellFormed(t *testing.T) {
	for name, c := range map[string]struct {
		svg   []byte
		paths int
	}{"emblem": {EmblemSVG(), 13}, "icon": {IconSVG(), 2}} {
		var doc struct {
			XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
			Paths   []struct {
				Fill string `xml:"fill,attr"`
				D    string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(c.svg, &doc); err != nil || len(doc.Paths) != c.paths {
			t.Errorf("%s: %v, %d paths", name, err, len(doc.Paths))
		}
	}
}

func TestIconPixels(t *testing.T) {
	raw, err := IconPNG(256)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		x, y float64
		want color.RGBA
	}{
		{0, 0, color.RGBA{}}, {255, 255, color.RGBA{}}, // round corners
		{128, 20, IconGold}, {230, 230, IconGold},
		{105, 180, IconNavy}, // stem
		{165, 106, IconNavy}, // bowl
		{130, 106, IconGold}, // the hole of the bowl
	} {
		if got := at(img, c.x, c.y); got != c.want {
			t.Errorf("(%v,%v) is %v, want %v", c.x, c.y, got, c.want)
		}
	}
	if _, err := IconPNG(7); err == nil {
		t.Error("7 pixels are drawn")
	}
}
