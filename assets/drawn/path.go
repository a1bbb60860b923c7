// Package drawn draws the program's own pictures, the emblem of the European Union and
// the program's icon, from their measures: as SVG, and as pixels of any size. It knows
// neither the domain nor where the pictures are used.
package drawn

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/vector"
)

// Point is a place on a picture, in its units, y downwards.
type Point struct{ X, Y float64 }

// step is a piece of an outline: a move, a line or a cubic curve, as the letter says in
// SVG; its last point is where it ends. Z closes the outline.
type step struct {
	kind byte // M L C Z
	to   []Point
}

// shape is an outline filled with a colour. Outlines that run the other way round within
// it are holes.
type shape struct {
	fill  color.RGBA
	steps []step
}

// picture is shapes one over the other on a ground of Width by Height units.
type picture struct {
	title         string
	width, height float64
	shapes        []shape
}

// quarter is how far the control points of a cubic curve stand from its ends, in radii,
// for the curve to be a quarter of a circle to 0.03%.
const quarter = 0.5522847498

// arc adds the quarter of an ellipse from the last point to p; corner is where the
// tangents of both meet.
func arc(from, corner, to Point) step {
	toward := func(a Point) Point {
		return Point{a.X + (corner.X-a.X)*quarter, a.Y + (corner.Y-a.Y)*quarter}
	}
	return step{'C', []Point{toward(from), toward(to), to}}
}

func line(to ...Point) []step {
	var steps []step
	for _, p := range to {
		steps = append(steps, step{'L', []Point{p}})
	}
	return steps
}

func polygon(fill color.RGBA, corners []Point) shape {
	steps := append([]step{{'M', corners[:1]}}, line(corners[1:]...)...)
	return shape{fill, append(steps, step{kind: 'Z'})}
}

func rectangle(fill color.RGBA, w, h float64) shape {
	return polygon(fill, []Point{{0, 0}, {w, 0}, {w, h}, {0, h}})
}

// svg writes the picture as SVG 1.1 (https://www.w3.org/TR/SVG11/).
func (p picture) svg() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s">`+"\n<title>%s</title>\n", short(p.width), short(p.height), p.title)
	for _, s := range p.shapes {
		fmt.Fprintf(&b, `<path fill="#%02X%02X%02X" d="%s"/>`+"\n", s.fill.R, s.fill.G, s.fill.B, s.outline())
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (s shape) outline() string {
	var words []string
	for _, st := range s.steps {
		word := string(st.kind)
		for i, to := range st.to {
			if i > 0 {
				word += " "
			}
			word += short(to.X) + "," + short(to.Y)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func short(f float64) string {
	return strconv.FormatFloat(math.Round(f*10000)/10000, 'f', -1, 64)
}

// render paints the picture, smoothed, on so many pixels; what no shape covers stays transparent.
func (p picture) render(width, height int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	sx, sy := float64(width)/p.width, float64(height)/p.height
	for _, s := range p.shapes {
		r := vector.NewRasterizer(width, height)
		for _, st := range s.steps {
			at := make([]float32, 0, 6)
			for _, to := range st.to {
				at = append(at, float32(to.X*sx), float32(to.Y*sy))
			}
			switch st.kind {
			case 'M':
				r.MoveTo(at[0], at[1])
			case 'L':
				r.LineTo(at[0], at[1])
			case 'C':
				r.CubeTo(at[0], at[1], at[2], at[3], at[4], at[5])
			case 'Z':
				r.ClosePath()
			}
		}
		r.DrawOp = draw.Over
		r.Draw(img, img.Bounds(), image.NewUniform(s.fill), image.Point{})
	}
	return img
}

func encode(img image.Image) ([]byte, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("png: %w", err)
	}
	return b.Bytes(), nil
}
