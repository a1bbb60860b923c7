package workbook

import (
	"bytes"
	"image"
	_ "image/png" // the one kind of picture that is taken
	"strings"

	"github.com/xuri/excelize/v2"
)

// Picture is a Block: a PNG, with a text in bold at its right, such as an emblem with its funding statement.
type Picture struct {
	PNG []byte
	// Height in points; the width follows.
	Height float64
	// Alt says in words what it shows.
	Alt    string
	Beside string
}

type placedPicture struct {
	cell  string
	block Picture
	scale float64
}

func (Picture) columns() int  { return 1 }
func (Picture) expected() int { return 0 }

func (p Picture) write(s *sheet) error {
	config, format, err := image.DecodeConfig(bytes.NewReader(p.PNG))
	if err != nil || format != "png" || config.Height == 0 {
		return invalid("picture: not a PNG: %w", err)
	}
	height := max(p.Height, 8)
	scale := height * 96 / 72 / float64(config.Height)
	s.pictures = append(s.pictures, placedPicture{cellName(0, s.row+1), p, scale})
	text := strings.TrimSpace(cleanText(p.Beside))
	if text == "" {
		return s.gap(height + 4)
	}
	// The text begins in the first column that lies free of the picture.
	from, used := 0, 0.0
	for from < s.last() && used < float64(config.Width)*scale+10 {
		used += max(s.widths[from], minColumnWidth) * columnUnit
		from++
	}
	style := look{bold: true, wrap: true}
	if needed := style.font().height(style.font().lines(text, s.room(from, s.last()))); needed > height {
		height = needed
	}
	return s.put(height+4, span{from: from, to: s.last(), value: text, look: style})
}

// place adds the pictures once the sheet's widths are known.
func (s *sheet) placePictures() error {
	for _, picture := range s.pictures {
		err := s.file.AddPictureFromBytes(s.name, picture.cell, &excelize.Picture{
			Extension: ".png", File: picture.block.PNG,
			Format: &excelize.GraphicOptions{
				AltText: picture.block.Alt, ScaleX: picture.scale, ScaleY: picture.scale,
				LockAspectRatio: true, Positioning: "oneCell", OffsetY: 2,
			},
		})
		if err != nil {
			return invalid("picture: %w", err)
		}
	}
	return nil
}
