package events

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// thumbs are the small pictures of an event's evidence, decoded one after the other, so that a hundred photographs take no
// more memory at once than one. They go when the event is closed.
type thumbs struct {
	v       *evidence
	loading *kit.Later[image.Image]
	done    map[string]image.Image // by SHA-256; nil where it is no picture
}

// mostThumb is how many pixels a small picture has: sharp at twice its size.
const mostThumb = 640

func newThumbs(v *evidence) *thumbs {
	return &thumbs{v: v, loading: kit.NewLater[image.Image](v.g.s.exec), done: map[string]image.Image{}}
}

func (t *thumbs) forget() {
	t.loading.Cancel()
	t.done = map[string]image.Image{}
}

// want loads the first picture that is missing, and after it the next.
func (t *thumbs) want(list []*data.Evidence) {
	for _, e := range list {
		if _, there := t.done[e.File]; there || e.File == "" || !app.IsPicture(e.FileName) {
			continue
		}
		from := t.v.g.s.Workspace.Evidence
		t.loading.Run(context.Background(), func(ctx context.Context) (image.Image, error) { return from.Picture(ctx, e, mostThumb) },
			func(img image.Image, err error) {
				if err != nil {
					img = nil // its card says by its kind what it is; opening it says what is wrong
				}
				t.done[e.File] = img
				t.v.draw()
				t.want(t.v.list)
			})
		return
	}
}

// picture is a piece of evidence as a picture; what is none is shown as a sheet of paper.
func (t *thumbs) picture(e *data.Evidence) fyne.CanvasObject {
	ground := kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround, Radius: 6})
	if img := t.done[e.File]; img != nil && e.File != "" {
		return kit.Stack(ground, &canvas.Image{Image: img, FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth})
	}
	mark := kit.HStack(0, kit.NewSpring(), kit.NewIcon(kit.IconSheet(), kit.TokenMuted, 32), kit.NewSpring())
	return kit.Stack(ground, mark)
}
