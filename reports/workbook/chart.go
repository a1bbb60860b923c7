package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"
)

// ChartKind is a chart's form.
type ChartKind int

// The kinds of chart: upright columns, or bars that lie, which leave more room for long names.
const (
	ColumnChart ChartKind = iota
	BarChart
)

// Chart is a Block: a native chart over columns of a table that stands on the same sheet or was written before. The first series
// is in the accent colour, the second in gold.
type Chart struct {
	Kind  ChartKind
	Title string
	// Table is the table's id, Category the column with the names, Series the columns with the numbers; each is called as its
	// header.
	Table, Category string
	Series          []string
	// Height in points; 0 is 200, or for bars what they need.
	Height float64
	// Most is how many rows are drawn at most, from the first; 0 is 40.
	Most int
	// Percent shows the numbers as percentages.
	Percent bool
}

type placedChart struct {
	cell   string
	chart  *excelize.Chart
	height int
}

func (Chart) columns() int  { return 1 }
func (Chart) expected() int { return 0 }

// write leaves room for the chart; a table without rows has none.
func (c Chart) write(s *sheet) error {
	table, ok := s.book.tables[c.Table]
	if !ok {
		return invalid("chart: table %q is not written yet", c.Table)
	}
	if table.rows == 0 {
		return nil
	}
	most := c.Most
	if most == 0 {
		most = 40
	}
	rows := min(table.rows, most)
	height := c.Height
	if height == 0 {
		height = 200
		if c.Kind == BarChart {
			height = 70 + float64(rows*len(c.Series))*14
		}
	}
	chart, err := c.excel(table, rows, s.formats)
	if err != nil {
		return err
	}
	if err := s.gap(10); err != nil {
		return err
	}
	s.charts = append(s.charts, placedChart{cellName(0, s.row+1), chart, int(height * 96 / 72)})
	for range int(math.Ceil(height/lineHeight)) + 1 {
		if err := s.gap(lineHeight); err != nil {
			return err
		}
	}
	return nil
}

func (c Chart) excel(table *written, rows int, formats Formats) (*excelize.Chart, error) {
	sheet := quoteSheet(table.sheet)
	column := func(id string) (string, error) {
		position, ok := table.columns[id]
		if !ok {
			return "", invalid("chart: table %q has no column %q", c.Table, id)
		}
		return sheet + "!" + area(position, table.first, position, table.first+rows-1), nil
	}
	categories, err := column(c.Category)
	if err != nil {
		return nil, err
	}
	varied, gap, overlap := false, uint(60), -5
	small := excelize.Font{Family: fontName, Size: 9, Color: colourMuted}
	chart := &excelize.Chart{
		Type: excelize.Col, VaryColors: &varied, GapWidth: &gap, Overlap: &overlap, ShowBlanksAs: "gap",
		Legend: excelize.ChartLegend{Position: "bottom", Font: &small},
		Format: excelize.GraphicOptions{AltText: cleanText(c.Title), Positioning: "oneCell"},
		XAxis:  excelize.ChartAxis{Font: small},
		YAxis:  excelize.ChartAxis{Font: small, None: true},
		Border: excelize.LineOptions{Type: excelize.LineNone},
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFFF"}},
	}
	if c.Kind == BarChart { // the first row on top, as in the table
		chart.Type, chart.XAxis.ReverseOrder = excelize.Bar, true
	}
	format := formats.Int
	if c.Percent {
		format = formats.Percent
	}
	// Few bars carry their numbers; many have an axis beside them.
	if rows*len(c.Series) <= labelled {
		chart.PlotArea.ShowVal = true
		chart.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: format}
	} else {
		chart.YAxis = excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}}
	}
	if title := oneLine(c.Title); title != "" {
		chart.Title.Paragraph = []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Family: fontName, Size: 12, Bold: true, Color: colourHeader}}}
	}
	if len(c.Series) == 1 {
		chart.Legend.Position = "none"
	}
	colours := []string{colourAccent, colourGold, colourHeader, colourBar}
	for i, id := range c.Series {
		values, err := column(id)
		if err != nil {
			return nil, err
		}
		chart.Series = append(chart.Series, excelize.ChartSeries{
			// A name must be a reference: as text it would be read as a formula.
			Name:       sheet + "!" + corner(table.columns[id], table.header),
			Categories: categories, Values: values, DataLabel: excelize.ChartDataLabel{Font: small},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[i%len(colours)]}},
		})
	}
	return chart, nil
}

// widestChart keeps charts on wide sheets from becoming deserts, in pixels.
const widestChart = 1200

// labelled is how many bars may carry their numbers before these run into each other.
const labelled = 24

// placeCharts adds the charts once the sheet's widths are known.
func (s *sheet) placeCharts() error {
	for _, placed := range s.charts {
		placed.chart.Dimension = excelize.ChartDimension{
			Width: uint(min(max(s.pixels(), 480), widestChart)), Height: uint(placed.height),
		}
		if err := s.file.AddChart(s.name, placed.cell, placed.chart); err != nil {
			return invalid("chart: %w", err)
		}
	}
	return nil
}
