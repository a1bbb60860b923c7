package reports

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/ui/kit"
)

// Measures of a register, at scale 1.
const (
	cellPad   = 10
	cellLeast = 44
	cellMost  = 230
)

// newRegister draws the beginning of a table. Its header stays when the rows scroll.
func newRegister(p app.SheetPreview, missing, more string) fyne.CanvasObject {
	cols := &columns{widths: columnWidths(p)}
	right := make([]bool, len(cols.widths))
	for i := range right {
		right[i] = isNumbers(p.Rows, i, missing)
	}
	head := container.New(cols, cells(p.Header, len(right), func(i int, text string) fyne.CanvasObject {
		return kit.NewText(text, cellStyle(right[i], kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}))
	})...)
	rows := kit.VStack(0)
	for _, row := range p.Rows {
		line := container.New(cols, cells(row, len(right), func(i int, text string) fyne.CanvasObject {
			if text == missing {
				return kit.HStack(0, kit.NewStatusChip(text, kit.TonePostponed))
			}
			return kit.NewText(text, cellStyle(right[i], kit.TextStyle{}))
		})...)
		rows.Add(kit.Sized(0, kit.RowHeight, kit.Framed(kit.Borders{Bottom: kit.NewLine()}, line)))
	}
	if more != "" {
		rows.Add(kit.Pad(kit.Sides(10, cellPad+4), kit.NewText(more, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})))
	}
	aside := &slide{}
	over := container.New(aside, kit.Sized(0, kit.TableHeader, head))
	body := container.NewScroll(rows)
	body.OnScrolled = func(at fyne.Position) {
		aside.by = at.X
		over.Refresh()
	}
	clip := kit.Sized(1, kit.TableHeader, container.NewClip(over))
	return kit.Framed(kit.Borders{Top: kit.Framed(kit.Borders{Bottom: kit.NewLine()}, clip)}, body)
}

func cellStyle(right bool, s kit.TextStyle) kit.TextStyle {
	s.Cut = true
	if right {
		s.Align = fyne.TextAlignTrailing
	}
	return s
}

// cells makes as many objects as there are columns, also for a row that has fewer.
func cells(texts []string, n int, cell func(i int, text string) fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, n)
	for i := range out {
		text := ""
		if i < len(texts) {
			text = oneLine(texts[i])
		}
		out[i] = cell(i, text)
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// columnWidths gives every column what its longest text needs, within bounds, at scale 1.
func columnWidths(p app.SheetPreview) []float32 {
	n := len(p.Header)
	for _, row := range p.Rows {
		n = max(n, len(row))
	}
	widths := make([]float32, n)
	measure := func(row []string, size float32) {
		for i, text := range row {
			w := fyne.MeasureText(oneLine(text), size, fyne.TextStyle{}).Width + 2 // a hair, so that rounding cuts nothing
			widths[i] = min(max(widths[i], w, cellLeast), cellMost)
		}
	}
	measure(p.Header, kit.TextSmall)
	for _, row := range p.Rows {
		measure(row, kit.TextBody)
	}
	return widths
}

// isNumbers tells whether a column holds figures and nothing else: they stand at the right, like their header.
func isNumbers(rows [][]string, column int, missing string) bool {
	found := false
	for _, row := range rows {
		if column >= len(row) || row[column] == "" || row[column] == missing {
			continue
		}
		if !isNumber(row[column]) {
			return false
		}
		found = true
	}
	return found
}

func isNumber(s string) bool {
	digits := strings.ContainsFunc(s, unicode.IsDigit)
	return digits && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsDigit(r) && !unicode.IsSpace(r) && !slices.Contains([]rune(".,%+-−"), r)
	})
}

// columns puts the cells of a row side by side.
type columns struct{ widths []float32 }

// MinSize implements fyne.Layout.
func (c *columns) MinSize(objs []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(kit.U(8), 0)
	for i, o := range objs {
		s.Width += kit.U(c.widths[i] + 2*cellPad)
		s.Height = max(s.Height, o.MinSize().Height)
	}
	return s
}

// Layout implements fyne.Layout.
func (c *columns) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	x := kit.U(4)
	for i, o := range objs {
		put(o, x+kit.U(cellPad), 0, kit.U(c.widths[i]), s.Height)
		x += kit.U(c.widths[i] + 2*cellPad)
	}
}

// slide moves its object to the left, as far as the rows under it are scrolled.
type slide struct{ by float32 }

// MinSize implements fyne.Layout.
func (s *slide) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (s *slide) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	put(objs[0], -s.by, 0, max(size.Width, objs[0].MinSize().Width), size.Height)
}
