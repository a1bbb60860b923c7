package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Text sizes at scale 1.
const (
	TextTiny   float32 = 10 // shortcut hints
	TextSmall  float32 = 11 // labels, table headers, captions, status chips
	TextMedium float32 = 12 // subtitles, tabs, filter chips
	TextBody   float32 = 13
	TextCard   float32 = 14 // card titles
	TextBrand  float32 = 15
	TextTitle  float32 = 17 // a record's title
	TextPage   float32 = 19 // a page's title
	TextNumber float32 = 20 // number tiles
)

// Measures at scale 1, from LOOK.
const (
	RailWidth     float32 = 196
	HeaderHeight  float32 = 56
	StatusHeight  float32 = 26
	RowHeight     float32 = 38
	TableHeader   float32 = 30
	PaneWidth     float32 = 404
	ControlHeight float32 = 32
	ControlRadius float32 = 8
	CardRadius    float32 = 12
	PageMargin    float32 = 20
	FilterHeight  float32 = 26
	ChipHeight    float32 = 18
)

// U turns a measure at scale 1 into one of the theme in force.
func U(n float32) float32 {
	if unit := theme.Size(sizeUnit); unit > 0 {
		return n * unit
	}
	return n // another theme than ours: scale 1
}

// usize is a size at scale 1 in the theme in force.
func usize(w, h float32) fyne.Size { return fyne.NewSize(U(w), U(h)) }
