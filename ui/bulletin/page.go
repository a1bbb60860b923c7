package bulletin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/ui/kit"
)

// page draws the issue as it reads: on paper, from its title to who pays for it.
func (d *side) page(blocks []app.BulletinBlock) fyne.CanvasObject {
	var objs []fyne.CanvasObject
	for _, b := range blocks {
		objs = append(objs, d.block(b))
	}
	layout := &kit.Tall{Gap: 9, Grew: d.reader.Refresh}
	return kit.Pad(kit.Even(16), kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface, Stroke: kit.TokenLine, Radius: kit.CardRadius, Shadow: true}),
		kit.Pad(kit.Sides(22, 24), container.New(layout, objs...))))
}

func (d *side) block(b app.BulletinBlock) fyne.CanvasObject {
	text := func(s kit.TextStyle) fyne.CanvasObject {
		s.Wrap = true
		return noted(kit.NewText(b.Text, s), b.Note)
	}
	switch b.Kind {
	case app.BlockTitle:
		return text(kit.TextStyle{Size: kit.TextPage, Token: kit.TokenAccent, Bold: true})
	case app.BlockIssue, app.BlockFacts, app.BlockSmall:
		return text(kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})
	case app.BlockNotice:
		return kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TonePostponed.Ground(), Radius: 4}),
			kit.Pad(kit.Sides(7, 10), text(kit.TextStyle{Size: kit.TextMedium, Token: kit.TonePostponed.Text()})))
	case app.BlockHeading:
		return kit.Pad(kit.Inset{Top: 10}, text(kit.TextStyle{Size: kit.TextTitle, Token: kit.TokenAccent, Bold: true}))
	case app.BlockCountry:
		return kit.Pad(kit.Inset{Top: 6}, kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenAccent, Radius: 4}),
			kit.Pad(kit.Sides(5, 10), text(kit.TextStyle{Size: kit.TextCard, Token: kit.TokenOnAccent, Bold: true}))))
	case app.BlockEvent:
		return text(kit.TextStyle{Size: kit.TextCard, Bold: true})
	case app.BlockLead:
		return text(kit.TextStyle{Bold: true})
	case app.BlockItem:
		return bulleted(text(kit.TextStyle{}))
	case app.BlockLink:
		return kit.HStack(0, kit.NewLink(b.Text, func() { d.s.p.Shell.OpenLink(b.URL) }))
	case app.BlockPartner:
		return pictured(b, bulleted(text(kit.TextStyle{})), 90, 26)
	case app.BlockFunding:
		return kit.Pad(kit.Inset{Top: 12}, kit.VStack(10, kit.NewLine(), pictured(b, text(kit.TextStyle{Bold: true}), 60, 40)))
	}
	return text(kit.TextStyle{})
}

// noted is a text with what is the matter with it under it.
func noted(o fyne.CanvasObject, note string) fyne.CanvasObject {
	if note == "" {
		return o
	}
	return container.New(&kit.Tall{Gap: 1}, o, kit.NewText(note, kit.TextStyle{Size: kit.TextSmall, Token: kit.TonePostponed.Text(), Wrap: true}))
}

// bulleted is a text as an item of a list.
func bulleted(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Framed(kit.Borders{Left: kit.VStack(0, kit.Pad(kit.Inset{Left: 6, Right: 8}, kit.NewText("•", kit.TextStyle{Token: kit.TokenAccent})))}, o)
}

// pictured is a text with its picture before it, of a size at scale 1.
func pictured(b app.BulletinBlock, o fyne.CanvasObject, width, height float32) fyne.CanvasObject {
	if len(b.Picture) == 0 {
		return o
	}
	image := canvas.NewImageFromResource(fyne.NewStaticResource(b.Text, b.Picture))
	image.FillMode = canvas.ImageFillContain
	return kit.Framed(kit.Borders{Left: kit.Pad(kit.Inset{Right: 10}, kit.Sized(width, height, image))}, o)
}
