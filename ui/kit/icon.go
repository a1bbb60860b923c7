package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tinted gives an icon in a token's colour.
func tinted(icon fyne.Resource, token Token) fyne.Resource {
	if l, ok := icon.(*lineDrawing); ok {
		return l.in(token)
	}
	return theme.NewColoredResource(icon, fyne.ThemeColorName(token))
}

// Icon is an icon in a token's colour, square, of a size at scale 1.
type Icon struct {
	widget.BaseWidget
	res   fyne.Resource
	token Token
	size  float32
	image *canvas.Image
}

// NewIcon makes an icon.
func NewIcon(res fyne.Resource, token Token, size float32) *Icon {
	i := &Icon{res: res, token: token, size: size, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.ExtendBaseWidget(i)
	return i
}

// SetToken changes the icon's colour.
func (i *Icon) SetToken(token Token) {
	if i.token != token {
		i.token = token
		i.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return newPaint(i, []fyne.CanvasObject{i.image},
		func() fyne.Size { return usize(i.size, i.size) },
		func(s fyne.Size) { i.image.Resize(s) },
		func() {
			i.image.Resource = tinted(i.res, i.token)
			i.image.Refresh()
		})
}
