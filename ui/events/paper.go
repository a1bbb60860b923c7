package events

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// paper shows the scanned pages of the signed list, one at a time, larger or smaller. What is no picture, such as a PDF, is
// opened by its own program beside the window.
type paper struct {
	v       *people
	pages   []*data.Evidence
	at      int
	zoom    float32 // 1: as wide as its place
	loading *kit.Later[image.Image]
	picture *canvas.Image
	scroll  *container.Scroll
	bar     *fyne.Container
	middle  *fyne.Container
	content fyne.CanvasObject
}

// mostPaper is how many pixels a page is decoded to: enough to read a signature at twice the width.
const mostPaper = 2000

func newPaper(v *people) *paper {
	a := &paper{v: v, at: -1, zoom: 1, loading: kit.NewLater[image.Image](v.g.s.exec), bar: kit.HStack(12), middle: kit.Stack()}
	a.picture = &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	a.scroll = container.NewScroll(container.New(zoomed{a}, a.picture))
	a.content = kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(
		kit.Borders{Top: kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, a.bar)}, a.middle))
	return a
}

// zoomed is the layout of a page as wide as its place, or some times as wide.
type zoomed struct{ of *paper }

// MinSize implements fyne.Layout.
func (z zoomed) MinSize([]fyne.CanvasObject) fyne.Size {
	width := max(1, z.of.scroll.Size().Width) * z.of.zoom
	img := z.of.picture.Image
	if img == nil || img.Bounds().Dx() == 0 {
		return fyne.NewSize(1, 1)
	}
	return fyne.NewSize(width, width*float32(img.Bounds().Dy())/float32(img.Bounds().Dx()))
}

// Layout implements fyne.Layout.
func (z zoomed) Layout(objs []fyne.CanvasObject, _ fyne.Size) { objs[0].Resize(z.MinSize(objs)) }

// show takes the pages from the event's evidence; the one that is shown stays.
func (a *paper) show(evidence []*data.Evidence) {
	var shown string
	if a.at >= 0 && a.at < len(a.pages) {
		shown = a.pages[a.at].ID
	}
	a.pages = nil
	for _, e := range evidence {
		if isPaper(e) {
			a.pages = append(a.pages, e)
		}
	}
	at := max(0, slices.IndexFunc(a.pages, func(e *data.Evidence) bool { return e.ID == shown }))
	if a.at >= 0 && len(a.pages) > 0 && a.pages[at].ID == shown {
		a.at = at
		return
	}
	a.turn(at)
}

// turn shows another page.
func (a *paper) turn(at int) { kit.KeepFocus(a.content, func() { a.open(at) }) }

func (a *paper) open(at int) {
	p := a.v.g.s.Printer
	a.at = at
	a.bar.RemoveAll()
	if len(a.pages) == 0 {
		a.middle.Objects = []fyne.CanvasObject{kit.NewEmpty(kit.IconSheet(), p.T("people.no_paper"), p.T("people.to_evidence"), a.v.toEvidence)}
		a.middle.Refresh()
		return
	}
	e := a.pages[at]
	a.bar.Add(kit.Grow(kit.NewText(e.Title(p.Lang()), kit.TextStyle{Bold: true, Cut: true})))
	if len(a.pages) > 1 {
		a.bar.Add(turner("‹", p.T("people.page_before"), func() { a.turn((a.at + len(a.pages) - 1) % len(a.pages)) }))
		a.bar.Add(kit.NewText(p.T("people.page_of", "Page", p.Number(at+1), "All", p.Number(len(a.pages))), kit.TextStyle{Token: kit.TokenMuted}))
		a.bar.Add(turner("›", p.T("people.page_after"), func() { a.turn((a.at + 1) % len(a.pages)) }))
	}
	if !app.IsPicture(e.FileName) {
		a.middle.Objects = []fyne.CanvasObject{kit.NewEmpty(kit.IconSheet(), p.T("people.paper_elsewhere", "File", e.FileName), p.T("events.open"), func() { a.v.g.evidence.launch(e) })}
		a.middle.Refresh()
		return
	}
	a.bar.Add(kit.NewLink(p.T("people.smaller"), func() { a.size(a.zoom / 1.5) }))
	a.bar.Add(kit.NewLink(p.T("people.larger"), func() { a.size(a.zoom * 1.5) }))
	a.bar.Refresh()
	a.middle.Objects = []fyne.CanvasObject{a.scroll}
	a.middle.Refresh()
	from := a.v.g.s.Workspace.Evidence
	a.loading.Run(context.Background(), func(ctx context.Context) (image.Image, error) { return from.Picture(ctx, e, mostPaper) },
		func(img image.Image, err error) {
			if err != nil {
				a.v.g.s.failed(err)
				return
			}
			a.picture.Image = img
			a.size(1)
		})
}

// turner is a link to another page, which says where it leads.
func turner(sign, tip string, act func()) *kit.Button {
	link := kit.NewLink(sign, act)
	link.SetTip(tip)
	return link
}

// size shows the page larger or smaller.
func (a *paper) size(zoom float32) {
	a.zoom = min(max(zoom, 1), 4)
	a.picture.Refresh()
	a.scroll.Refresh()
	a.scroll.Content.Refresh()
}

// toEvidence goes where files are attached.
func (v *people) toEvidence() {
	v.back()
	v.g.tabs.Choose(tabEvidence)
	v.g.tab()
}
