package reports

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// entry is a line of the list: a report, or what is looked after before a file leaves. Lines with the same heading stand
// under one.
type entry struct{ name, heading, title, purpose string }

// kinds is the list of reports. It has the keyboard's focus as a whole; Up and Down move the choice.
type kinds struct {
	widget.BaseWidget
	printer *i18n.Printer
	picked  func(name string)
	entries []entry
	chosen  string
	ring    *kit.Box
	rows    *fyne.Container
	scroll  *container.Scroll
	marked  fyne.CanvasObject // the row of the chosen report
	none    *kit.Text
	content fyne.CanvasObject
}

func newKinds(p *i18n.Printer, picked func(name string)) *kinds {
	k := &kinds{printer: p, picked: picked, ring: kit.NewBox(kit.BoxStyle{})}
	k.none = kit.NewText(p.T("reportscreen.none_found"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	layout := &kit.Tall{Gap: 4}
	k.rows = container.New(layout)
	k.scroll = container.NewVScroll(kit.Pad(kit.Even(12), k.rows))
	layout.Grew = k.scroll.Refresh
	k.content = kit.Stack(k.scroll, kit.Pad(kit.Even(4), k.ring))
	k.ExtendBaseWidget(k)
	return k
}

// show shows what there is, with one of it chosen.
func (k *kinds) show(entries []entry, chosen string) {
	k.entries, k.chosen = entries, chosen
	k.rows.RemoveAll()
	k.marked = nil
	for i, e := range entries {
		if i == 0 || e.heading != entries[i-1].heading {
			k.rows.Add(kit.Pad(kit.Inset{Top: 8, Right: 12, Bottom: 2, Left: 12}, kit.NewHeading(e.heading)))
		}
		row := newKindRow(e.title, e.purpose, e.name == chosen, func() {
			k.focus()
			k.picked(e.name)
		})
		if e.name == chosen {
			k.marked = row
		}
		k.rows.Add(row)
	}
	if len(entries) == 0 {
		k.rows.Add(kit.Pad(kit.Sides(9, 12), k.none))
	}
	k.Refresh()
	k.inView()
}

// inView scrolls to the chosen report.
func (k *kinds) inView() {
	if k.marked == nil {
		return
	}
	top, height := k.marked.Position().Y, k.marked.Size().Height
	at := k.scroll.Offset.Y
	switch room := k.scroll.Size().Height; {
	case room == 0:
		return
	case top < at:
		at = top
	case top+height+kit.U(24) > at+room:
		at = top + height + kit.U(24) - room
	default:
		return
	}
	k.scroll.ScrollToOffset(fyne.NewPos(0, at))
}

// Text is what the list is called.
func (k *kinds) Text() string { return k.printer.T("reportscreen.title") }

// focus gives the list the keyboard.
func (k *kinds) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil {
		c.Focus(k)
	}
}

// FocusGained implements fyne.Focusable.
func (k *kinds) FocusGained() { k.mark(true) }

// FocusLost implements fyne.Focusable.
func (k *kinds) FocusLost() { k.mark(false) }

// mark shows or hides the focus.
func (k *kinds) mark(on bool) {
	style := kit.BoxStyle{Radius: 11}
	if on {
		style.Stroke, style.StrokeWidth = kit.TokenFocus, 2
	}
	k.ring.SetStyle(style)
}

// TypedRune implements fyne.Focusable.
func (k *kinds) TypedRune(rune) {}

// TypedKey implements fyne.Focusable. Keys that it has no use for go to the window.
func (k *kinds) TypedKey(ev *fyne.KeyEvent) {
	at := slices.IndexFunc(k.entries, func(e entry) bool { return e.name == k.chosen })
	switch ev.Name {
	case fyne.KeyUp:
		at--
	case fyne.KeyDown:
		at++
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(k.entries) - 1
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(k); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(ev)
		}
		return
	}
	if at >= 0 && at < len(k.entries) {
		k.picked(k.entries[at].name)
	}
}

// CreateRenderer implements fyne.Widget.
func (k *kinds) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }

// kindRow is one report: its name and what it is for.
type kindRow struct {
	widget.BaseWidget
	tapped  func()
	chosen  bool
	ground  *kit.Box
	content fyne.CanvasObject
}

func newKindRow(title, purpose string, chosen bool, tapped func()) *kindRow {
	r := &kindRow{tapped: tapped, chosen: chosen, ground: kit.NewBox(kit.BoxStyle{})}
	token := kit.TokenText
	if chosen {
		token = kit.TokenAccent
	}
	r.content = kit.Stack(r.ground, kit.Pad(kit.Sides(9, 12), container.New(&kit.Tall{Gap: 1},
		kit.NewText(title, kit.TextStyle{Token: token, Wrap: true}),
		kit.NewText(purpose, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))))
	r.paint(false)
	r.ExtendBaseWidget(r)
	return r
}

func (r *kindRow) paint(hovered bool) {
	style := kit.BoxStyle{Radius: 9}
	switch {
	case r.chosen:
		style.Fill = kit.TokenSelected
	case hovered:
		style.Fill = kit.TokenHover
	}
	r.ground.SetStyle(style)
}

// Tapped implements fyne.Tappable.
func (r *kindRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn implements desktop.Hoverable.
func (r *kindRow) MouseIn(*desktop.MouseEvent) { r.paint(true) }

// MouseMoved implements desktop.Hoverable.
func (r *kindRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *kindRow) MouseOut() { r.paint(false) }

// Cursor implements desktop.Cursorable.
func (r *kindRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *kindRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
