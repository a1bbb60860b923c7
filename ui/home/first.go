package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// firstSteps is the screen of a project that has no records yet.
func (s *Screen) firstSteps() fyne.CanvasObject {
	p := s.Printer
	step := func(title, text string, do func()) fyne.CanvasObject {
		return kit.NewTapCard(kit.VStack(3,
			kit.NewText(title, kit.TextStyle{Size: kit.TextCard, Bold: true, Wrap: true}),
			kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true})), false, do)
	}
	body := kit.VStack(14,
		kit.NewText(p.T("home.first.title", "Name", s.seen.Project.Acronym), kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true}),
		kit.NewText(p.T("home.first.text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}),
		step(p.T("home.first.contact"), p.T("home.first.contact.text"), func() { s.Shell.Go("contacts", screen.NewRecord) }),
		step(p.T("home.first.event"), p.T("home.first.event.text"), s.New),
		step(p.T("home.first.report"), p.T("home.first.report.text"), func() { s.Shell.Go("reports", "") }),
	)
	return container.New(centred{}, body)
}

// centred puts its object into the middle. Texts learn their lines with the width, and only then the height is known.
type centred struct{}

const firstWidth = 560

func (centred) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (centred) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	width := min(kit.U(firstWidth), size.Width)
	for _, o := range objs {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		o.Move(fyne.NewPos((size.Width-width)/2, max(0, (size.Height-o.Size().Height)*2/5)))
	}
}
