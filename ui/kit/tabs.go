package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tab is one choice of Tabs or Segments.
type Tab struct{ ID, Text string }

// Tabs is a row of words of which one is chosen, underlined in the accent colour. Left and Right move the choice.
type Tabs struct {
	widget.BaseWidget
	items    []*tabItem
	chosen   string
	onChosen func(id string)
	row      *fyne.Container
}

// NewTabs makes tabs with the first one chosen. chosen is called when the user changes it.
func NewTabs(tabs []Tab, chosen func(id string)) *Tabs {
	t := &Tabs{onChosen: chosen, row: HStack(12)}
	t.ExtendBaseWidget(t)
	t.SetTabs(tabs)
	return t
}

// SetTabs changes the tabs and keeps the choice where it is still there. Only words that changed are drawn anew.
func (t *Tabs) SetTabs(tabs []Tab) {
	if !t.sameIDs(tabs) {
		t.items, t.row.Objects = nil, nil
		for _, tab := range tabs {
			item := newTabItem(t, tab)
			t.items = append(t.items, item)
			t.row.Add(item)
		}
	}
	kept := false
	for i, tab := range tabs {
		t.items[i].tab = tab
		kept = kept || tab.ID == t.chosen
	}
	if !kept && len(tabs) > 0 {
		t.chosen = tabs[0].ID
	}
	t.Refresh()
}

func (t *Tabs) sameIDs(tabs []Tab) bool {
	if len(tabs) != len(t.items) {
		return false
	}
	for i, tab := range tabs {
		if t.items[i].tab.ID != tab.ID {
			return false
		}
	}
	return true
}

// Focus puts the keyboard on the tab that is chosen.
func (t *Tabs) Focus() { focus(t.Target()) }

// Target is the tab that is chosen; nil where none is.
func (t *Tabs) Target() fyne.Focusable {
	for _, item := range t.items {
		if item.tab.ID == t.chosen {
			return item
		}
	}
	return nil
}

// Chosen gives the id of the tab that is chosen.
func (t *Tabs) Chosen() string { return t.chosen }

// Choose changes the choice without calling back.
func (t *Tabs) Choose(id string) {
	t.chosen = id
	t.Refresh()
}

func (t *Tabs) pick(id string) {
	if id == t.chosen {
		return
	}
	t.Choose(id)
	if t.onChosen != nil {
		t.onChosen(id)
	}
}

// step moves the choice and the focus by one tab.
func (t *Tabs) step(from *tabItem, by int) {
	for i, item := range t.items {
		if item != from || i+by < 0 || i+by >= len(t.items) {
			continue
		}
		next := t.items[i+by]
		t.pick(next.tab.ID)
		focus(next)
		return
	}
}

// Held implements Holder.
func (t *Tabs) Held() []fyne.CanvasObject { return []fyne.CanvasObject{t.row} }

// CreateRenderer implements fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	return newWrap(t, t.row, func() {
		for _, item := range t.items {
			item.Refresh()
		}
	})
}

// focus gives the keyboard's focus to a widget, if it is in a window.
func focus(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := canvasOf(o); c != nil {
		c.Focus(w)
	}
}

type tabItem struct {
	press
	of    *Tabs
	tab   Tab
	label *canvas.Text
	under *canvas.Rectangle
	ring  ring
}

func newTabItem(of *Tabs, tab Tab) *tabItem {
	i := &tabItem{of: of, tab: tab, label: canvas.NewText("", nil), under: canvas.NewRectangle(nil), ring: newRing()}
	i.extend(i, func() { of.pick(i.tab.ID) })
	return i
}

// Text is the tab's word.
func (i *tabItem) Text() string { return i.tab.Text }

func (i *tabItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		i.of.step(i, -1)
	case fyne.KeyRight:
		i.of.step(i, 1)
	default:
		i.press.TypedKey(ev)
	}
}

func (i *tabItem) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(i, []fyne.CanvasObject{i.label, i.under, i.ring.rect},
		func() fyne.Size {
			return fyne.NewSize(fyne.MeasureText(i.tab.Text, U(TextMedium), fyne.TextStyle{}).Width, U(40))
		},
		func(s fyne.Size) {
			m := i.label.MinSize()
			i.label.Resize(m)
			i.label.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
			placeRect(i.under, fyne.NewPos(0, s.Height-U(2)), fyne.NewSize(s.Width, U(2)))
			i.ring.around(fyne.NewPos(0, U(8)), fyne.NewSize(s.Width, s.Height-U(16)), 3)
		},
		func() {
			token := TokenMuted
			if i.hovered {
				token = TokenText
			}
			chosen := i.of.chosen == i.tab.ID
			if chosen {
				token = TokenAccent
			}
			i.label.Text, i.label.TextSize, i.label.Color = i.tab.Text, U(TextMedium), token.Color()
			paintRect(i.under, BoxStyle{Fill: TokenAccent})
			i.under.Hidden = !chosen
			i.ring.paint(i.focused, 5, TokenFocus)
		})
}
