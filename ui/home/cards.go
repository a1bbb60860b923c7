package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// cards are the four parts of the screen.
func (s *Screen) cards() fyne.CanvasObject {
	q := &quarters{}
	parts := container.New(q, s.comingCard(), s.readinessCard(), s.targetsCard(), s.latelyCard())
	scroll := container.NewVScroll(kit.Pad(kit.Inset{Top: 18, Right: kit.PageMargin, Bottom: 18, Left: kit.PageMargin}, parts))
	q.grew = scroll.Refresh
	return scroll
}

// quarters puts four cards into two rows, wide ones at the left and narrow ones at the right, all of the height that there is.
// Where the window is too narrow for the words of two, they stand under each other, and scroll.
type quarters struct {
	grew    func() // told when another width asks for another height
	stacked bool   // under each other
}

// Measures at scale 1.
const (
	gap       = 16
	twoBeside = 860 // the width that two cards need
	cardLeast = 220
	cardTall  = 300 // where they stand under each other
)

// MinSize implements fyne.Layout.
func (q *quarters) MinSize(objs []fyne.CanvasObject) fyne.Size {
	if q.stacked {
		return fyne.NewSize(0, kit.U(cardTall)*float32(len(objs))+kit.U(gap)*float32(len(objs)-1))
	}
	return fyne.NewSize(0, 2*kit.U(cardLeast)+kit.U(gap))
}

// Layout implements fyne.Layout.
func (q *quarters) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	if stacked := size.Width < kit.U(twoBeside); stacked != q.stacked {
		q.stacked = stacked
		defer q.grew()
	}
	between := kit.U(gap)
	if q.stacked {
		for i, o := range objs {
			o.Resize(fyne.NewSize(size.Width, kit.U(cardTall)))
			o.Move(fyne.NewPos(0, float32(i)*(kit.U(cardTall)+between)))
		}
		return
	}
	left := float32(int((size.Width - between) * 5 / 9))
	h := float32(int((size.Height - between) / 2))
	for i, o := range objs {
		x, width := float32(0), left
		if i%2 == 1 {
			x, width = left+between, size.Width-left-between
		}
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, float32(i/2)*(h+between)))
	}
}

// list is a card's body: rows that scroll where they do not fit.
func list(rows *fyne.Container) fyne.CanvasObject {
	return container.NewVScroll(kit.Pad(kit.Inset{Right: 10}, rows)) // the scroll bar's place
}

// nothing is a card's body where there is nothing to tell.
func nothing(text string) fyne.CanvasObject {
	return kit.VStack(0, kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
}
