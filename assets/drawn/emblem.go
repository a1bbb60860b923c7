package drawn

import (
	"fmt"
	"image/color"
	"math"
)

// The emblem as the Interinstitutional Style Guide constructs it, annex A1
// (https://style-guide.europa.eu, "Graphics guide to the European emblem"): a blue
// rectangle half as long again as high; twelve gold stars at equal intervals, like the
// hours of a clock, on an invisible circle around the crossing of the diagonals with a
// radius of a third of the height; each star has five points on an invisible circle with a
// radius of an eighteenth of the height, and stands upright, one point up.
const (
	emblemHeight = 36.0 // units; the stars' radius is then 2
	emblemWidth  = emblemHeight * 3 / 2
	ringRadius   = emblemHeight / 3
	starRadius   = emblemHeight / 18
)

// The colours for the screen and the web, of the same annex.
var (
	EmblemBlue = color.RGBA{0x00, 0x33, 0x99, 0xFF}
	EmblemGold = color.RGBA{0xFF, 0xCC, 0x00, 0xFF}
)

// starCentres are the places of the twelve stars, from twelve o'clock clockwise.
func starCentres() []Point {
	var centres []Point
	for hour := range 12 {
		angle := float64(hour) * math.Pi / 6
		centres = append(centres, Point{
			emblemWidth/2 + ringRadius*math.Sin(angle),
			emblemHeight/2 - ringRadius*math.Cos(angle),
		})
	}
	return centres
}

// star gives the ten corners of an upright five-pointed star, from the upper point
// clockwise. The inner corners are where the lines between the points cross.
func star(centre Point, radius float64) []Point {
	inner := radius * math.Sin(math.Pi/10) / math.Sin(3*math.Pi/10)
	var corners []Point
	for i := range 10 {
		r := radius
		if i%2 == 1 {
			r = inner
		}
		angle := float64(i) * math.Pi / 5
		corners = append(corners, Point{centre.X + r*math.Sin(angle), centre.Y - r*math.Cos(angle)})
	}
	return corners
}

func emblem() picture {
	p := picture{
		title: "European Union", width: emblemWidth, height: emblemHeight,
		shapes: []shape{rectangle(EmblemBlue, emblemWidth, emblemHeight)},
	}
	for _, centre := range starCentres() {
		p.shapes = append(p.shapes, polygon(EmblemGold, star(centre, starRadius)))
	}
	return p
}

// EmblemSVG is the emblem as SVG.
func EmblemSVG() []byte { return emblem().svg() }

// EmblemPNG is the emblem as PNG, so many pixels wide and two thirds of that high. The
// width is from 3 to 6000.
func EmblemPNG(width int) ([]byte, error) {
	if width < 3 || width > 6000 {
		return nil, fmt.Errorf("emblem %d pixels wide: not from 3 to 6000", width)
	}
	return encode(emblem().render(width, int(math.Round(float64(width)*2/3))))
}
