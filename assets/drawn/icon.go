package drawn

import (
	"fmt"
	"image/color"
	"slices"
)

// The icon: a P on a gold square with round corners, in units of its own 512.
const (
	iconSize   = 512.0
	iconCorner = 116.0
)

// The colours of the window's rail and of its gold.
var (
	IconGold = color.RGBA{0xE0, 0xA5, 0x26, 0xFF}
	IconNavy = color.RGBA{0x0E, 0x23, 0x50, 0xFF}
)

func icon() picture {
	return picture{
		title: "Primadesk", width: iconSize, height: iconSize,
		shapes: []shape{{IconGold, roundedSquare(iconSize, iconCorner)}, {IconNavy, letterP()}},
	}
}

func roundedSquare(size, r float64) []step {
	far := size - r
	return slices.Concat(
		[]step{{'M', []Point{{r, 0}}}},
		line(Point{far, 0}), []step{arc(Point{far, 0}, Point{size, 0}, Point{size, r})},
		line(Point{size, far}), []step{arc(Point{size, far}, Point{size, size}, Point{far, size})},
		line(Point{r, size}), []step{arc(Point{r, size}, Point{0, size}, Point{0, far})},
		line(Point{0, r}), []step{arc(Point{0, r}, Point{0, 0}, Point{r, 0})},
		[]step{{kind: 'Z'}},
	)
}

// letterP is a stem with a bowl, and the bowl's hole the other way round.
func letterP() []step {
	const (
		left, stem  = 178.0, 66.0
		top, bottom = 124.0, 388.0
		bowlStart   = 266.0 // where the bowl's straight lines end and its curve begins
		outer       = 88.0  // radii of the bowl
		inner       = 32.0
		middle      = top + outer
	)
	return slices.Concat(
		[]step{{'M', []Point{{left, top}}}},
		line(Point{bowlStart, top}),
		[]step{
			arc(Point{bowlStart, top}, Point{bowlStart + outer, top}, Point{bowlStart + outer, middle}),
			arc(Point{bowlStart + outer, middle}, Point{bowlStart + outer, middle + outer}, Point{bowlStart, middle + outer}),
		},
		line(Point{left + stem, middle + outer}, Point{left + stem, bottom}, Point{left, bottom}),
		[]step{{kind: 'Z'}, {'M', []Point{{left + stem, middle - inner}}}},
		line(Point{left + stem, middle + inner}, Point{bowlStart, middle + inner}),
		[]step{
			arc(Point{bowlStart, middle + inner}, Point{bowlStart + inner, middle + inner}, Point{bowlStart + inner, middle}),
			arc(Point{bowlStart + inner, middle}, Point{bowlStart + inner, middle - inner}, Point{bowlStart, middle - inner}),
			{kind: 'Z'},
		},
	)
}

// IconSVG is the icon as SVG.
func IconSVG() []byte { return icon().svg() }

// IconPNG is the icon as PNG, so many pixels wide and high, from 8 to 2048.
func IconPNG(size int) ([]byte, error) {
	if size < 8 || size > 2048 {
		return nil, fmt.Errorf("icon of %d pixels: not from 8 to 2048", size)
	}
	return encode(icon().render(size, size))
}
