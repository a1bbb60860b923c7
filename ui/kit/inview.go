package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Holder is a widget that holds others in containers: what gets the focus in it is found, and brought into view.
type Holder interface{ Held() []fyne.CanvasObject }

// inView scrolls what an object lies in just as far as the object needs to be seen. It is called by what gets the focus.
func inView(o fyne.CanvasObject) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	root := c.Content()
	if over := c.Overlays().Top(); over != nil {
		root = over
	}
	if scrolls, found := scrollsAround(root, o); found {
		for i := len(scrolls) - 1; i >= 0; i-- { // the innermost first: the others then know where it is
			reveal(scrolls[i], o)
		}
	}
}

// scrollsAround gives the views that an object lies in, the outermost first, and whether it is in the tree at all.
func scrollsAround(root, o fyne.CanvasObject) ([]*container.Scroll, bool) {
	if root == o {
		return nil, true
	}
	if root == nil || !root.Visible() {
		return nil, false
	}
	for _, child := range heldBy(root) {
		if scrolls, found := scrollsAround(child, o); found {
			if s, ok := root.(*container.Scroll); ok {
				scrolls = append([]*container.Scroll{s}, scrolls...)
			}
			return scrolls, true
		}
	}
	return nil, false
}

// heldBy gives what lies directly in an object.
func heldBy(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case Holder:
		return o.Held()
	}
	return nil
}

// KeepFocus makes the parts of something anew and leaves the keyboard where it was: a part that took the place of the
// one that had it, known by its name and by how many of that name come before it, gets it.
func KeepFocus(root fyne.CanvasObject, remake func()) {
	c := canvasOf(root)
	if c == nil {
		remake()
		return
	}
	now := c.Focused()
	before := focusables(root)
	at := indexOf(before, now)
	remake()
	if at < 0 {
		return
	}
	after := focusables(root)
	if len(after) == 0 || indexOf(after, now) >= 0 {
		return
	}
	name, nth := NameOf(now), 0
	for _, f := range before[:at] {
		if NameOf(f) == name {
			nth++
		}
	}
	next := after[min(at, len(after)-1)]
	for _, f := range after {
		if NameOf(f) != name {
			continue
		}
		if next = f; nth == 0 {
			break
		}
		nth--
	}
	c.Focus(next)
}

func indexOf(all []fyne.Focusable, f fyne.Focusable) int {
	for i := range all {
		if all[i] == f {
			return i
		}
	}
	return -1
}

// focusables gives what in an object can have the focus, in the order of Tab.
func focusables(o fyne.CanvasObject) []fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	var out []fyne.Focusable
	if f, ok := o.(fyne.Focusable); ok {
		if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
			out = append(out, f)
		}
	}
	for _, child := range heldBy(o) {
		out = append(out, focusables(child)...)
	}
	return out
}
