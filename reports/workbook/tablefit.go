package workbook

import "math"

// spans are the sheet's columns of each table column: one each, but in a Form as many as their widths ask for.
func (w *tableWriter[T]) spans() [][2]int {
	count := len(w.table.Columns)
	spans := make([][2]int, count)
	if w.sheet.plan.Layout != Form {
		for i := range spans {
			spans[i] = [2]int{i, i}
		}
		return spans
	}
	widths := make([]float64, count)
	least := make([]int, count)
	for i, column := range w.table.Columns {
		widths[i] = column.widest()
		word := font{bodySize, true}.longestWord(oneLine(column.Header))/wrapMargin + float64(indentOf(column.across()))*indentPixels + cellPadding
		least[i] = int(math.Ceil(word / (gridWidth * columnUnit)))
	}
	from := 0
	for i, share := range shares(widths, least, gridColumns) {
		spans[i] = [2]int{from, from + share - 1}
		from += share
	}
	return spans
}

// shares divides so many columns by weight: at least one each, and the least that each asks for where there is room for all.
func shares(weights []float64, least []int, columns int) []int {
	total, asked := 0.0, 0
	for i, weight := range weights {
		total += weight
		asked += max(least[i], 1)
	}
	result := make([]int, len(weights))
	left := columns
	for i := range result {
		result[i] = 1
		if asked <= columns {
			result[i] = max(least[i], 1)
		}
		left -= result[i]
	}
	for ; left > 0; left-- {
		neediest, need := 0, math.Inf(-1)
		for i, weight := range weights {
			if short := weight/total*float64(columns) - float64(result[i]); short > need {
				neediest, need = i, short
			}
		}
		result[neediest]++
	}
	return result
}

// measureHeader makes a column wide enough for its header in at most two lines.
func (w *tableWriter[T]) measureHeader(i int, column Column[T]) error {
	state, s := &w.states[i], w.sheet
	if s.plan.Layout == Form {
		state.wrapRoom, state.full = s.room(state.from, state.to)-indentPixels, true
		return nil
	}
	extra := indentPixels + 2.0
	if w.native {
		extra += arrow
	}
	style := font{bodySize, true}
	header := w.headers[i]
	needed := style.longestWord(header)/wrapMargin + 1
	for style.lines(header, needed) > 2 && needed < maxColumnWidth*columnUnit {
		needed *= 1.05
	}
	state.widest = max(chars(needed+extra), minColumnWidth)
	if column.Bar {
		state.widest = max(state.widest, minBar)
	}
	state.wrapRoom = room(max(column.widest(), state.widest)) - indentPixels
	s.fit(state.from, state.widest)
	return nil
}
