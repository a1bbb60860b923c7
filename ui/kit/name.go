package kit

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
)

// named is the name of what can have the focus: a field's label, a table's subject. What has words of its own needs none.
type named struct{ name, kind string }

// SetName gives a control the name that NameOf tells.
func (n *named) SetName(name string) { n.name = name }

func (n *named) givenName() string { return n.name }

func (n *named) givenKind() string { return n.kind }

// NameOf is what a focusable object is called: the label of its field, the words of a button; otherwise its type. Tests
// that drive a real window find their way by it, and a screen reader will.
func NameOf(o fyne.Focusable) string {
	if n, ok := o.(interface{ givenName() string }); ok && n.givenName() != "" {
		return n.givenName()
	}
	if t, ok := o.(interface{ Text() string }); ok && t.Text() != "" {
		return t.Text()
	}
	return KindOf(o)
}

// KindOf is what a focusable object is for: text, lines, day, number, find (completes what is typed), search, or the name of
// its type.
func KindOf(o fyne.Focusable) string {
	if n, ok := o.(interface{ givenKind() string }); ok && n.givenKind() != "" {
		return n.givenKind()
	}
	kind := fmt.Sprintf("%T", o)
	return kind[strings.LastIndexByte(kind, '.')+1:]
}

// Named gives a card or row that can be pressed its name. What it shows is not taken for that by itself: it may be somebody's.
func Named(name string, o fyne.CanvasObject) fyne.CanvasObject {
	if c, ok := o.(*fyne.Container); ok {
		for _, inner := range c.Objects {
			if a, ok := inner.(*area); ok {
				a.SetName(name)
			}
		}
	}
	return o
}

// SetName gives a control that stands in no form the name of its field. In a list of rows each field has a name of its own,
// and so has the link that adds one.
func SetName(c Control, label string) {
	if around, ok := c.(interface{ Inner() Control }); ok {
		c = around.Inner()
	}
	if _, rows := c.(*RowsEditor); rows {
		return
	}
	if n, ok := c.Target().(interface{ SetName(string) }); ok {
		n.SetName(label)
	}
}

// SpotOf is where in what has the keyboard the part is that is marked, such as a point of a picture. It tells whether there
// is one.
func SpotOf(o fyne.Focusable) (at fyne.Position, size fyne.Size, ok bool) {
	if s, has := o.(interface {
		spot() (fyne.Position, fyne.Size, bool)
	}); has {
		return s.spot()
	}
	return at, size, false
}
