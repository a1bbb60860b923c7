package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// DiffText shows what became of a text: words that were added are underlined, words that were removed are struck out,
// each on a colour of its own.
type DiffText struct {
	widget.BaseWidget
	parts  []DiffPart
	pieces []diffPiece
	width  float32
	height float32
}

// diffPiece is words of one part in one line.
type diffPiece struct {
	kind   DiffKind
	ground *canvas.Rectangle // nil for what stayed
	line   *canvas.Rectangle
	text   *canvas.Text
	x, y   float32
}

// NewDiffText shows how a text came to be another.
func NewDiffText(before, after string) *DiffText {
	d := &DiffText{}
	d.ExtendBaseWidget(d)
	d.Set(before, after)
	return d
}

// Set changes the texts.
func (d *DiffText) Set(before, after string) {
	d.parts = DiffWords(before, after)
	d.build(d.Size().Width)
	d.Refresh()
}

// Parts gives what is shown.
func (d *DiffText) Parts() []DiffPart { return d.parts }

func (k DiffKind) looks() (ground, text Token) {
	switch k {
	case DiffAdded:
		return ToneHeld.Ground(), ToneHeld.Text()
	case DiffRemoved:
		return ToneLate.Ground(), ToneLate.Text()
	}
	return TokenNone, TokenText
}

// build breaks the parts into lines of a width.
func (d *DiffText) build(width float32) {
	d.width, d.pieces = width, nil
	if width <= 0 {
		width = U(400)
	}
	size := U(TextBody)
	space := fyne.MeasureText(" ", size, fyne.TextStyle{}).Width
	high := lineHeight(TextBody) + U(4)
	x, y := float32(0), float32(0)
	for _, part := range d.parts {
		if part.Text == "\n" {
			x, y = 0, y+high
			continue
		}
		piece := ""
		flush := func() {
			if piece != "" {
				d.piece(part.Kind, piece, x, y)
				x += fyne.MeasureText(piece, size, fyne.TextStyle{}).Width + space
				piece = ""
			}
		}
		for word := range strings.FieldsSeq(part.Text) {
			next := strings.TrimPrefix(piece+" "+word, " ")
			if wide := fyne.MeasureText(next, size, fyne.TextStyle{}).Width; x+wide > width && x+wide > 0 && (x > 0 || piece != "") {
				flush()
				x, y, next = 0, y+high, word
			}
			piece = next
		}
		flush()
	}
	d.height = y + high
}

func (d *DiffText) piece(kind DiffKind, text string, x, y float32) {
	p := diffPiece{kind: kind, text: canvas.NewText(text, nil), x: x, y: y}
	if kind != DiffSame {
		p.ground, p.line = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	}
	d.pieces = append(d.pieces, p)
}

func (p diffPiece) paint() {
	ground, token := p.kind.looks()
	p.text.TextSize, p.text.Color = U(TextBody), token.Color()
	if p.ground != nil {
		paintRect(p.ground, BoxStyle{Fill: ground, Radius: 3})
		paintRect(p.line, BoxStyle{Fill: token})
	}
}

func (p diffPiece) place() {
	m := p.text.MinSize()
	place(p.text, p.x, p.y+U(2), m.Width, m.Height)
	if p.ground == nil {
		return
	}
	placeRect(p.ground, fyne.NewPos(p.x-U(2), p.y+U(1)), fyne.NewSize(m.Width+U(4), m.Height+U(2)))
	at := p.y + U(2) + m.Height - U(1)
	if p.kind == DiffRemoved {
		at = p.y + U(2) + m.Height*0.56
	}
	placeRect(p.line, fyne.NewPos(p.x, floor(at)), fyne.NewSize(m.Width, max(1, U(1))))
}

// CreateRenderer implements fyne.Widget.
func (d *DiffText) CreateRenderer() fyne.WidgetRenderer {
	paintAll := func() {
		for _, p := range d.pieces {
			p.paint()
		}
	}
	paintAll()
	return &paint{
		of: d,
		objects: func() []fyne.CanvasObject {
			var grounds, objs []fyne.CanvasObject
			for _, p := range d.pieces {
				if p.ground != nil {
					grounds = append(grounds, p.ground)
					objs = append(objs, p.text, p.line)
				} else {
					objs = append(objs, p.text)
				}
			}
			return append(grounds, objs...)
		},
		min: func() fyne.Size { return fyne.NewSize(U(120), d.height) },
		layout: func(s fyne.Size) {
			if s.Width != d.width {
				d.build(s.Width)
				paintAll()
				canvas.Refresh(d)
			}
			for _, p := range d.pieces {
				p.place()
			}
		},
		refresh: func() {
			d.build(d.Size().Width)
			paintAll()
		},
	}
}
