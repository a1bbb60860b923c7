package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FoldParams is what a Fold is made from.
type FoldParams struct {
	Title  string // such as More
	Open   bool
	OnFold func(open bool) // the user opened or closed it; may be nil
}

// Fold keeps what is seldom needed behind its title, until it is opened.
type Fold struct {
	widget.BaseWidget
	p       FoldParams
	head    *foldHead
	body    fyne.CanvasObject
	content *fyne.Container
}

// NewFold puts something behind a title.
func NewFold(p FoldParams, body fyne.CanvasObject) *Fold {
	f := &Fold{p: p, body: body}
	f.ExtendBaseWidget(f)
	f.head = newFoldHead(f)
	f.content = VStack(8, f.head, body)
	setVisible(body, p.Open)
	return f
}

// Open tells whether what lies behind the title is shown.
func (f *Fold) Open() bool { return f.p.Open }

// SetOpen opens or closes it, without calling back.
func (f *Fold) SetOpen(open bool) {
	if open == f.p.Open {
		return
	}
	f.p.Open = open
	setVisible(f.body, open)
	f.Refresh()
}

func (f *Fold) turn() {
	f.SetOpen(!f.p.Open)
	if f.p.OnFold != nil {
		f.p.OnFold(f.p.Open)
	}
}

// Held implements Holder.
func (f *Fold) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// CreateRenderer implements fyne.Widget.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer { return newWrap(f, f.content, f.head.Refresh) }

// foldHead is the title with a triangle before it.
type foldHead struct {
	press
	of    *Fold
	label *canvas.Text
	mark  *canvas.Image
	ring  ring
}

func newFoldHead(of *Fold) *foldHead {
	h := &foldHead{of: of, label: canvas.NewText("", nil), mark: &canvas.Image{}, ring: newRing()}
	h.extend(h, of.turn)
	return h
}

// Text is the title.
func (h *foldHead) Text() string { return h.of.p.Title }

// TypedKey implements fyne.Focusable: Right opens, Left closes.
func (h *foldHead) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyRight && !h.of.p.Open, ev.Name == fyne.KeyLeft && h.of.p.Open:
		h.run()
	default:
		h.press.TypedKey(ev)
	}
}

func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(h, []fyne.CanvasObject{h.mark, h.label, h.ring.rect},
		func() fyne.Size { return usize(60, 22) },
		func(s fyne.Size) {
			place(h.mark, U(2), (s.Height-U(9))/2, U(9), U(9))
			h.label.Text = ellipsis(Capitals(h.of.p.Title), s.Width-U(17), h.label.TextSize, h.label.TextStyle)
			m := h.label.MinSize()
			place(h.label, U(17), (s.Height-m.Height)/2, m.Width, m.Height)
			h.ring.around(fyne.Position{}, fyne.NewSize(min(s.Width, m.Width+U(17)), s.Height), 2)
		},
		func() {
			token, icon := TokenMuted, iconRight()
			if h.hovered {
				token = TokenText
			}
			if h.of.p.Open {
				icon = iconDown()
			}
			h.label.TextSize, h.label.Color, h.label.TextStyle.Bold = U(TextSmall), token.Color(), true
			h.mark.Resource = tinted(icon, token)
			h.mark.Refresh()
			h.ring.paint(h.focused, 5, TokenFocus)
		})
}
