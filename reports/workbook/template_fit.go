package workbook

import "github.com/xuri/excelize/v2"

// mergedWidths are the widths in characters of merged cells of one row, by their first cell: what stands in them has more room than
// a column. A merge over several rows has the room that the template gave it, and is not here.
func (t *template) mergedWidths(sheet string) (map[string]float64, error) {
	merges, err := t.file.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for _, m := range merges {
		from, row, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return nil, err
		}
		to, last, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return nil, err
		}
		width := 0.0
		for column := from; row == last && column <= to; column++ {
			name, err := excelize.ColumnNumberToName(column)
			if err != nil {
				return nil, err
			}
			w, err := t.file.GetColWidth(sheet, name)
			if err != nil {
				return nil, err
			}
			width += w
		}
		out[m.GetStartAxis()] = width
	}
	return out, nil
}

// fit makes a row high enough for what was put into its cells that wrap, unless the template gave it a height of its own.
func (t *template) fit(sheet string, row, columns int, merged map[string]float64) error {
	if height, err := t.file.GetRowHeight(sheet, row); err != nil || height != t.usual(sheet) {
		return err
	}
	lines := 1
	for column := range columns {
		cell := cellName(column, row)
		width, isMerged := merged[cell]
		if isMerged && width == 0 {
			continue
		}
		if !isMerged {
			name, err := excelize.ColumnNumberToName(column + 1)
			if err != nil {
				return err
			}
			if width, err = t.file.GetColWidth(sheet, name); err != nil {
				return err
			}
		}
		n, err := t.lines(sheet, cell, width)
		if err != nil {
			return err
		}
		lines = max(lines, n)
	}
	if lines == 1 {
		return nil
	}
	return t.file.SetRowHeight(sheet, row, min(font{size: bodySize}.height(lines), tallestRow))
}

// tallestRow is the most that Excel gives a row, in points.
const tallestRow = 409

// usual is the height of rows that have none of their own.
func (t *template) usual(sheet string) float64 {
	props, err := t.file.GetSheetProps(sheet)
	if err != nil || props.DefaultRowHeight == nil {
		return 15
	}
	return *props.DefaultRowHeight
}

// lines is how many lines a cell's text takes; one where it does not wrap.
func (t *template) lines(sheet, cell string, width float64) (int, error) {
	id, err := t.file.GetCellStyle(sheet, cell)
	if err != nil {
		return 0, err
	}
	style, err := t.file.GetStyle(id)
	if err != nil || style.Alignment == nil || !style.Alignment.WrapText {
		return 1, err
	}
	text, err := t.file.GetCellValue(sheet, cell)
	if err != nil {
		return 0, err
	}
	f := font{size: bodySize}
	if style.Font != nil && style.Font.Size > 0 {
		f.size, f.bold = style.Font.Size, style.Font.Bold
	}
	return f.lines(text, room(width)), nil
}
