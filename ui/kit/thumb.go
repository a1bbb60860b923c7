package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ThumbKind says what a file is, for the picture that stands in for it.
type ThumbKind int

// The kinds of file.
const (
	ThumbFile ThumbKind = iota
	ThumbImage
	ThumbDocument
	ThumbSheet
	ThumbMail
)

// Thumb is a small picture of a file: its own where there is one, otherwise a mark of its kind with a word, such as the
// file name's ending.
type Thumb struct {
	widget.BaseWidget
	kind          ThumbKind
	word          string
	width, height float32

	ground *canvas.Rectangle
	icon   *canvas.Image
	label  *canvas.Text
	image  *canvas.Image
}

// NewThumb makes the mark of a kind, of a size at scale 1.
func NewThumb(kind ThumbKind, word string, width, height float32) *Thumb {
	t := &Thumb{
		kind: kind, word: word, width: width, height: height, ground: canvas.NewRectangle(nil),
		icon: &canvas.Image{FillMode: canvas.ImageFillContain}, label: canvas.NewText("", nil), image: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetImage shows a picture, which is made off the UI's goroutine; nil shows the mark again.
func (t *Thumb) SetImage(img image.Image) {
	t.image.Image = img
	t.Refresh()
}

// Shown tells whether a picture is shown, not the mark.
func (t *Thumb) Shown() bool { return t.image.Image != nil }

func (t *Thumb) mark() fyne.Resource {
	switch t.kind {
	case ThumbImage:
		return theme.FileImageIcon()
	case ThumbDocument:
		return theme.DocumentIcon()
	case ThumbSheet:
		return IconColumns()
	case ThumbMail:
		return theme.MailComposeIcon()
	}
	return theme.FileIcon()
}

// CreateRenderer implements fyne.Widget.
func (t *Thumb) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(t, []fyne.CanvasObject{t.ground, t.icon, t.label, t.image},
		func() fyne.Size { return usize(t.width, t.height) },
		func(s fyne.Size) {
			placeRect(t.ground, fyne.Position{}, s)
			place(t.image, U(2), U(2), max(0, s.Width-U(4)), max(0, s.Height-U(4)))
			m := t.label.MinSize()
			if t.label.Hidden {
				m.Height = 0
			}
			side := min(U(32), s.Width*0.6, max(0, s.Height-m.Height-U(8)))
			top := (s.Height - side - m.Height) / 2
			place(t.icon, (s.Width-side)/2, top, side, side)
			t.label.Text = ellipsis(t.word, s.Width-U(6), t.label.TextSize, t.label.TextStyle)
			m = t.label.MinSize()
			place(t.label, (s.Width-m.Width)/2, top+side, m.Width, m.Height)
		},
		func() {
			paintRect(t.ground, BoxStyle{Fill: TokenGround, Stroke: TokenLine, Radius: 7})
			t.icon.Resource = tinted(t.mark(), TokenMuted)
			t.icon.Hidden, t.label.Hidden = t.Shown(), t.Shown() || t.word == "" || t.height < 44
			t.image.Hidden = !t.Shown()
			t.label.TextSize, t.label.Color = U(TextTiny), TokenMuted.Color()
			t.icon.Refresh()
			t.image.Refresh()
		})
}
