package reports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/ui/kit"
)

// newForm draws the lines of a sheet that is no table: the cover, the summary, an event's sheet. The first line is its
// title, a line of one text stands alone, one of two is a label and its value, a longer one a row of a small table.
func newForm(p app.SheetPreview, missing, draft, more string) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for i, row := range p.Rows {
		if line := formLine(row, i == 0, missing, draft); line != nil {
			lines = append(lines, line)
		}
	}
	if more != "" {
		lines = append(lines, kit.NewText(more, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}))
	}
	return kit.TallScroll(&kit.Tall{Gap: 7}, kit.Sides(14, 18), lines...)
}

func formLine(row []string, first bool, missing, draft string) fyne.CanvasObject {
	switch {
	case strings.Join(row, "") == "":
		return nil
	case len(row) == 1 && first:
		return kit.NewText(row[0], kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true})
	case len(row) == 1 && strings.HasPrefix(row[0], draft):
		return kit.NewText(row[0], kit.TextStyle{Bold: true, Wrap: true, Token: kit.TonePostponed.Text()})
	case len(row) == 1:
		return kit.NewText(row[0], kit.TextStyle{Wrap: true})
	}
	weights := []float32{1, 2.4}
	if len(row) > 2 {
		weights = []float32{2.4}
	}
	var objs []fyne.CanvasObject
	for i, text := range row {
		objs = append(objs, formCell(text, len(row) == 2 && i == 0, missing))
	}
	return container.New(&shares{weights: weights}, objs...)
}

func formCell(text string, label bool, missing string) fyne.CanvasObject {
	switch {
	case text == missing:
		return kit.HStack(0, kit.NewStatusChip(text, kit.TonePostponed))
	case label:
		return kit.NewText(text, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Wrap: true})
	}
	return kit.NewText(text, kit.TextStyle{Wrap: true})
}

// shares divides a width among texts that wrap, by weight; 1 where none is given.
type shares struct{ weights []float32 }

func (sh *shares) weight(i int) float32 {
	if i < len(sh.weights) {
		return sh.weights[i]
	}
	return 1
}

// MinSize implements fyne.Layout.
func (sh *shares) MinSize(objs []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objs {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

// Layout implements fyne.Layout.
func (sh *shares) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	total := float32(0)
	for i := range objs {
		total += sh.weight(i)
	}
	free := max(0, s.Width-kit.U(14)*float32(len(objs)-1))
	x := float32(0)
	for i, o := range objs {
		w := free * sh.weight(i) / total
		put(o, x, 0, w, o.MinSize().Height)
		x += w + kit.U(14)
	}
}
