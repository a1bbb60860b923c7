package takeaways

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/kit"
)

const (
	blockSize   = 20 // cards of a group that are made and dropped together, at most
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
	grip   string  // the takeaway that was moved: its grip gets the keyboard at its new place
}

// block is a group, or a part of one that is large.
type block struct {
	group   group
	first   int               // its first card's place in the group
	list    []*data.Takeaway  // its cards
	order   *kit.Order        // nil where the order is not changed by hand
	targets []fyne.Focusable  // of its cards
	object  fyne.CanvasObject // nil while out of view
	height  float32
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

// set shows other groups.
func (c *cards) set(groups []group) {
	before, keyboard := c.blocks, c.keyboard()
	if c.grip != "" {
		keyboard = spot{id: c.grip, grip: true}
	}
	c.blocks = nil
	for _, g := range groups {
		for first := 0; first < len(g.list); first += blockSize {
			b := &block{group: g, first: first, list: g.list[first:min(first+blockSize, len(g.list))]}
			b.height = kit.U(guessedCard) * float32(len(b.list))
			if i := len(c.blocks); i < len(before) && len(before[i].list) == len(b.list) {
				b.height = before[i].height // so that what is in view stays there
			}
			c.blocks = append(c.blocks, b)
		}
	}
	c.update()
	c.focus(keyboard)
}

// redraw makes all cards in view anew, after another one was chosen.
func (c *cards) redraw() {
	keyboard := c.keyboard()
	for _, b := range c.blocks {
		b.object = nil
	}
	c.update()
	c.focus(keyboard)
}

// resized follows the width: the heights of all cards may be others.
func (c *cards) resized(width float32) {
	if width != c.width {
		c.width = width
		c.redraw()
	}
}

// update makes the blocks that came into view, and drops those that left it.
func (c *cards) update() {
	if c.width <= 0 {
		return
	}
	top := c.scroll.Offset.Y - kit.U(ahead)
	bottom := c.scroll.Offset.Y + c.scroll.Size().Height + kit.U(ahead)
	y := float32(0)
	var objects []fyne.CanvasObject
	for _, b := range c.blocks {
		if y < bottom && y+b.height > top {
			c.make(b)
			b.object.Move(fyne.NewPos(0, y))
			objects = append(objects, b.object)
		} else {
			b.object = nil
		}
		y += b.height
	}
	c.holder.Objects = objects
	c.holder.Refresh()
	c.scroll.Refresh()
}

// make makes a block's cards, and learns how high they are.
func (c *cards) make(b *block) {
	if b.object != nil {
		return
	}
	b.object = c.s.blockObject(b)
	for range 3 { // what wraps learns its width, and those around it then their height
		b.object.Resize(fyne.NewSize(c.width, b.object.MinSize().Height))
	}
	b.height = b.object.MinSize().Height
	b.object.Resize(fyne.NewSize(c.width, b.height))
}

// spot is where the keyboard is among the cards: on a takeaway's card, or on its grip; nowhere without an id.
type spot struct {
	id    string
	grip  bool
	group string // its heading: a takeaway for several target groups has as many cards
}

// keyboard is where it is now.
func (c *cards) keyboard() spot {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	if canvas == nil || canvas.Focused() == nil {
		return spot{}
	}
	for _, b := range c.blocks {
		if i := slices.Index(b.targets, canvas.Focused()); i >= 0 {
			return spot{b.list[i].ID, false, b.group.heading}
		}
		if b.order != nil && b.order.Focused() >= 0 {
			return spot{b.list[b.order.Focused()].ID, true, b.group.heading}
		}
	}
	return spot{}
}

// focus puts the keyboard back to where it was, on cards that were made anew.
func (c *cards) focus(at spot) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	for _, b := range c.blocks {
		i := slices.IndexFunc(b.list, func(t *data.Takeaway) bool { return t.ID == at.id })
		if i < 0 || canvas == nil || at.group != "" && at.group != b.group.heading {
			continue
		}
		c.bring(b, i)
		if at.grip && b.order != nil {
			b.order.Focus(i)
		} else if i < len(b.targets) {
			canvas.Focus(b.targets[i])
		}
		return
	}
}

// first is the card of a takeaway, else the first card; nil while there is none in view.
func (c *cards) first(id string) fyne.Focusable {
	var first fyne.Focusable
	for _, b := range c.blocks {
		if b.object == nil || len(b.targets) == 0 {
			continue
		}
		if first == nil {
			first = b.targets[0]
		}
		if i := slices.IndexFunc(b.list, func(t *data.Takeaway) bool { return t.ID == id }); i >= 0 && i < len(b.targets) {
			return b.targets[i]
		}
	}
	return first
}

// step puts the keyboard onto a card of a block; one before its first or after its last is of the block beside it.
func (c *cards) step(b *block, i int) {
	at := slices.Index(c.blocks, b)
	switch {
	case at < 0:
		return
	case i < 0 && at > 0:
		b = c.blocks[at-1]
		i = len(b.list) - 1
	case i >= len(b.list) && at+1 < len(c.blocks):
		b, i = c.blocks[at+1], 0
	case i < 0 || i >= len(b.list):
		return
	}
	c.bring(b, i)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil && i < len(b.targets) {
		canvas.Focus(b.targets[i])
	}
}

// bring scrolls so far that a card of a block can be seen.
func (c *cards) bring(b *block, i int) {
	y := b.height * float32(i) / float32(len(b.list))
	for _, before := range c.blocks[:max(0, slices.Index(c.blocks, b))] {
		y += before.height
	}
	view := c.scroll.Size().Height
	if now := c.scroll.Offset.Y; y < now || y+kit.U(guessedCard) > now+view {
		c.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-view/3)))
	}
	c.update()
}

// reveal scrolls so far that a takeaway's card can be seen.
func (c *cards) reveal(id string) {
	for _, b := range c.blocks {
		if at := slices.IndexFunc(b.list, func(t *data.Takeaway) bool { return t.ID == id }); at >= 0 {
			c.bring(b, at)
			return
		}
	}
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
