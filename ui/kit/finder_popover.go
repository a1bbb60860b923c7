package kit

import "fyne.io/fyne/v2"

// FinderPopover is a Finder that stands open under an object, for choosing from what is too long for a menu. A click
// outside, Esc and Tab close it.
type FinderPopover struct {
	*Finder
	pop *popover
}

// OpenFinder opens a finder under an object that can have the keyboard; it is width wide at scale 1. It gives nil where the
// object is in no window.
func OpenFinder(under fyne.CanvasObject, width float32, p FinderParams) *FinderPopover {
	f := &FinderPopover{}
	own := p.OnKey
	p.OnKey = func(key fyne.KeyName) bool {
		switch {
		case own != nil && own(key):
			return true
		case key == fyne.KeyEscape, key == fyne.KeyTab:
			f.Close()
			return true
		}
		return false
	}
	f.Finder = NewFinder(p)
	if at, ok := under.(fyne.Focusable); ok {
		focus(at) // has it again when the list closes
	}
	f.pop = showPopover(under, Sized(width, 0, Pad(Even(8), f.Finder)), false, nil)
	if f.pop == nil {
		return nil
	}
	f.pop.canvas.Focus(f.Target())
	return f
}

// Close closes it.
func (f *FinderPopover) Close() { f.pop.close() }
