package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// Scatter is a Block: a native chart of points, of which two columns of a table give the place, on axes from Least to Most, parted
// into four by a line at Middle on each. The table stands on the same sheet or was written before.
type Scatter struct {
	Title       string
	Table, X, Y string
	// XTitle and YTitle stand at the axes.
	XTitle, YTitle string
	// Least and Most are the axes' ends, in whole steps; Middle is where the lines are.
	Least, Most, Middle float64
	// Height in points; 0 is 340.
	Height float64
}

func (Scatter) columns() int  { return 4 }
func (Scatter) expected() int { return 0 }

// write leaves room for the chart. The ends of its two lines stand in cells behind it, since a series needs cells.
func (c Scatter) write(s *sheet) error {
	table, ok := s.book.tables[c.Table]
	if !ok {
		return invalid("chart: table %q is not written yet", c.Table)
	}
	if table.rows == 0 {
		return nil
	}
	if len(s.widths) < 4 {
		return invalid("chart: a sheet of %d columns is too narrow for its lines", len(s.widths))
	}
	height := c.Height
	if height == 0 {
		height = 340
	}
	if err := s.gap(10); err != nil {
		return err
	}
	place := placedChart{cell: cellName(0, s.row+1), height: int(height * 96 / 72)}
	if err := s.gap(lineHeight); err != nil {
		return err
	}
	ends := s.row + 1
	for _, line := range [][4]float64{{c.Middle, c.Least, c.Least, c.Middle}, {c.Middle, c.Most, c.Most, c.Middle}} {
		spans := make([]span, 4)
		for i, end := range line {
			spans[i] = span{from: i, to: i, value: number(end), look: look{colour: colourOnHeader, size: 6}}
		}
		if err := s.put(lineHeight, spans...); err != nil {
			return err
		}
	}
	chart, err := c.excel(s, table, ends)
	if err != nil {
		return err
	}
	place.chart = chart
	s.charts = append(s.charts, place)
	for range int(math.Ceil(height/lineHeight)) - 2 {
		if err := s.gap(lineHeight); err != nil {
			return err
		}
	}
	return nil
}

func (c Scatter) excel(s *sheet, table *written, ends int) (*excelize.Chart, error) {
	sheet := quoteSheet(table.sheet)
	column := func(id string) (string, error) {
		position, ok := table.columns[id]
		if !ok {
			return "", invalid("chart: table %q has no column %q", c.Table, id)
		}
		return sheet + "!" + area(position, table.first, position, table.last), nil
	}
	x, err := column(c.X)
	if err != nil {
		return nil, err
	}
	y, err := column(c.Y)
	if err != nil {
		return nil, err
	}
	varied := false
	small := excelize.Font{Family: fontName, Size: 9, Color: colourMuted}
	title := func(text string, size float64) excelize.ChartTitle {
		if text = oneLine(text); text == "" {
			return excelize.ChartTitle{}
		}
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: fontName, Size: size, Bold: true, Color: colourHeader}}}}
	}
	axis := func(text string) excelize.ChartAxis {
		return excelize.ChartAxis{
			Font: small, Minimum: &c.Least, Maximum: &c.Most, MajorUnit: 1, MajorGridLines: true, Title: title(text, 10),
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"},
		}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	chart := &excelize.Chart{
		Type: excelize.Scatter, VaryColors: &varied, Title: title(c.Title, 12), Legend: excelize.ChartLegend{Position: "none"},
		XAxis: axis(c.XTitle), YAxis: axis(c.YTitle), Format: excelize.GraphicOptions{AltText: cleanText(c.Title), Positioning: "oneCell"},
		Border: excelize.LineOptions{Type: excelize.LineNone}, Fill: fill("FFFFFF"),
		Series: []excelize.ChartSeries{{
			Name: sheet + "!" + corner(table.columns[c.Y], table.header), Categories: x, Values: y, Line: excelize.LineOptions{Type: excelize.LineNone},
			Marker: excelize.ChartMarker{Symbol: "circle", Size: 10, Fill: fill(colourAccent), Border: excelize.LineOptions{Type: excelize.LineSolid, Fill: fill("FFFFFF")}},
		}},
	}
	here := quoteSheet(s.name)
	for _, first := range []int{0, 2} {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       sheet + "!" + corner(table.columns[c.X], table.header),
			Categories: here + "!" + area(first, ends, first, ends+1), Values: here + "!" + area(first+1, ends, first+1, ends+1),
			Fill: fill(colourGold), Line: excelize.LineOptions{Type: excelize.LineSolid, Width: 1.5}, Marker: excelize.ChartMarker{Symbol: "none"},
		})
	}
	return chart, nil
}
