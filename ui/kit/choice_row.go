package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// choiceRow draws one option of a list; the pointer marks it, a click picks it.
type choiceRow struct {
	widget.BaseWidget
	of         *choices
	index      int
	rect, dot  *canvas.Rectangle
	text, note *canvas.Text
}

func newChoiceRow(of *choices) *choiceRow {
	r := &choiceRow{of: of, rect: canvas.NewRectangle(nil), dot: canvas.NewRectangle(nil), text: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	r.ExtendBaseWidget(r)
	return r
}

func choiceWidth(o Option) float32 {
	w := fyne.MeasureText(o.Text, U(TextBody), fyne.TextStyle{}).Width + U(28)
	if o.Note != "" {
		w += fyne.MeasureText(o.Note, U(TextSmall), fyne.TextStyle{}).Width + U(12)
	}
	return w + dotRoom(o)
}

// dotRoom is what a dot before the words takes.
func dotRoom(o Option) float32 {
	if o.Dot == "" {
		return 0
	}
	return U(14)
}

func (r *choiceRow) show(index int) {
	r.index = index
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *choiceRow) Tapped(*fyne.PointEvent) { r.of.picked(r.index) }

// MouseIn implements desktop.Hoverable.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) { r.of.mark(r.index) }

// MouseMoved implements desktop.Hoverable.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *choiceRow) MouseOut() {}

func (r *choiceRow) option() Option {
	if r.index < 0 || r.index >= len(r.of.options) {
		return Option{}
	}
	return r.of.options[r.index]
}

func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(r, []fyne.CanvasObject{r.rect, r.dot, r.text, r.note},
		func() fyne.Size { return usize(100, 30) },
		func(s fyne.Size) {
			placeRect(r.rect, fyne.Position{}, s)
			note := r.note.MinSize()
			if r.note.Text == "" {
				note.Width = 0
			}
			r.note.Resize(note)
			r.note.Move(fyne.NewPos(s.Width-note.Width-U(10), (s.Height-note.Height)/2))
			dot := dotRoom(r.option())
			placeRect(r.dot, fyne.NewPos(U(8), (s.Height-U(8))/2), usize(8, 8))
			r.text.Text = ellipsis(r.option().Text, s.Width-note.Width-dot-U(24), r.text.TextSize, fyne.TextStyle{})
			m := r.text.MinSize()
			r.text.Resize(m)
			r.text.Move(fyne.NewPos(U(8)+dot, (s.Height-m.Height)/2))
		},
		func() {
			style := BoxStyle{Radius: 6}
			if r.index == r.of.at {
				style.Fill = TokenSelected
			}
			paintRect(r.rect, style)
			o := r.option()
			paintRect(r.dot, BoxStyle{Fill: o.Dot, Radius: 4})
			r.text.TextSize, r.text.Color = U(TextBody), TokenText.Color()
			r.note.Text, r.note.TextSize, r.note.Color = o.Note, U(TextSmall), TokenMuted.Color()
		})
}
