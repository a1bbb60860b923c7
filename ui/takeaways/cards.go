package takeaways

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"primadesk/ui/kit"
)

const (
	blockSize   = 10 // cards that are made and dropped together
	guessedCard = 92 // the height of a card that was not made yet, at scale 1
	ahead       = 400
)

// cards is the scrolling list of cards. Of however many there are, only those in view, and some above and below, exist:
// cards are made in blocks, and a block that is out of view is dropped again; its height is remembered.
type cards struct {
	widget.BaseWidget
	s      *takeaways
	scroll *container.Scroll
	holder *fyne.Container
	blocks []*block
	width  float32 // that the blocks were made for
}

type block struct {
	object fyne.CanvasObject // nil while out of view
	height float32
	known  bool // height is the real one
}

func newCards(s *takeaways) *cards {
	c := &cards{s: s}
	c.ExtendBaseWidget(c)
	c.holder = container.New(blockLayout{c})
	c.scroll = container.NewVScroll(c.holder)
	c.scroll.OnScrolled = func(fyne.Position) { c.update() }
	return c
}

// toTop shows the first cards.
func (c *cards) toTop() { c.scroll.ScrollToTop() }

// reload makes all cards in view anew, after their number or content changed.
func (c *cards) reload() {
	n := (c.s.source.pages.Len() + blockSize - 1) / blockSize
	for len(c.blocks) < n {
		c.blocks = append(c.blocks, &block{height: c.guess()})
	}
	c.blocks = c.blocks[:n]
	for _, b := range c.blocks {
		b.object = nil
	}
	c.update()
}

func (c *cards) guess() float32 { return kit.U(guessedCard) * blockSize }

// resized follows the width: the heights of all cards may be others.
func (c *cards) resized(width float32) {
	if width == c.width {
		return
	}
	c.width = width
	for _, b := range c.blocks {
		b.object, b.known = nil, false
	}
	c.update()
}

// update makes the blocks that came into view, drops those that left it, and asks for what they need.
func (c *cards) update() {
	if c.width <= 0 {
		return
	}
	top := c.scroll.Offset.Y - kit.U(ahead)
	bottom := c.scroll.Offset.Y + c.scroll.Size().Height + kit.U(ahead)
	first, last := -1, -1
	y := float32(0)
	var objects []fyne.CanvasObject
	for i, b := range c.blocks {
		if y < bottom && y+b.height > top {
			if first < 0 {
				first = i
			}
			last = i
			c.make(i, b)
			if b.object != nil {
				b.object.Move(fyne.NewPos(0, y))
				objects = append(objects, b.object)
			}
		} else {
			b.object = nil
		}
		y += b.height
	}
	c.holder.Objects = objects
	c.holder.Refresh()
	c.scroll.Refresh()
	if first >= 0 {
		c.s.source.pages.Need(first*blockSize, min((last+1)*blockSize, c.s.source.pages.Len())-1)
	}
}

// make makes a block's cards, if they were read, and learns how high they are.
func (c *cards) make(i int, b *block) {
	if b.object != nil {
		return
	}
	stack := c.s.cardBlock(i*blockSize, min((i+1)*blockSize, c.s.source.pages.Len()))
	if stack == nil {
		return
	}
	stack.Resize(fyne.NewSize(c.width, 1)) // what wraps learns its width
	height := stack.MinSize().Height
	stack.Resize(fyne.NewSize(c.width, height))
	b.object, b.height, b.known = stack, height, true
}

// reveal scrolls so far that a card can be seen.
func (c *cards) reveal(index int) {
	if index < 0 || index/blockSize >= len(c.blocks) {
		return
	}
	y := float32(0)
	for _, b := range c.blocks[:index/blockSize] {
		y += b.height
	}
	b := c.blocks[index/blockSize]
	y += b.height * float32(index%blockSize) / blockSize
	view := c.scroll.Size().Height
	if at := c.scroll.Offset.Y; y < at || y+kit.U(guessedCard) > at+view {
		c.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-view/3)))
	}
	c.update()
}

// CreateRenderer implements fyne.Widget.
func (c *cards) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.scroll) }

// Resize implements fyne.CanvasObject.
func (c *cards) Resize(size fyne.Size) {
	c.BaseWidget.Resize(size)
	c.scroll.Resize(size)
	c.resized(size.Width)
	c.update()
}

// blockLayout leaves the blocks where update put them, and is as high as all of them.
type blockLayout struct{ c *cards }

// MinSize implements fyne.Layout.
func (l blockLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	height := kit.U(kit.PageMargin)
	for _, b := range l.c.blocks {
		height += b.height
	}
	return fyne.NewSize(1, height)
}

// Layout implements fyne.Layout.
func (blockLayout) Layout([]fyne.CanvasObject, fyne.Size) {}
