package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/assets/licences"
	"primadesk/ui/kit"
)

// showAbout tells the version, the licence, and whose work is inside.
func (s *Shell) showAbout() {
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: "Primadesk", Yes: s.T("shell.ok"), Width: 620,
		Body: kit.VStack(12, s.aboutText(), kit.NewHeading(s.T("shell.about.parts")),
			kit.Sized(0, 200, container.NewVScroll(kit.Pad(kit.Inset{Right: 10}, s.licenceList())))),
	})
}

// aboutPage is the same as a page of the manual.
func (s *Shell) aboutPage() fyne.CanvasObject {
	return kit.VStack(12, s.aboutText(), kit.NewHeading(s.T("shell.about.parts")), s.licenceList())
}

func (s *Shell) aboutText() fyne.CanvasObject {
	return kit.VStack(12,
		kit.NewText(s.T("shell.about.version", "Version", s.params.Version), kit.TextStyle{Bold: true}),
		kit.NewText(s.T("shell.about.text"), kit.TextStyle{Wrap: true}),
		kit.NewText(s.T("shell.about.licence"), kit.TextStyle{Wrap: true, Token: kit.TokenMuted}))
}

// licenceList names every module; pressing one shows its licence, word for word.
func (s *Shell) licenceList() fyne.CanvasObject {
	rows := kit.VStack(2)
	for _, m := range licences.All() {
		rows.Add(kit.NewPressRow(kit.Pad(kit.Sides(2, 4), kit.Share(10, []float32{4, 1},
			kit.NewText(m.Path+" "+m.Version, kit.TextStyle{Size: kit.TextSmall, Cut: true}),
			kit.NewText(m.Kind, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))),
			func() { s.showLicence(m) }))
	}
	return rows
}

func (s *Shell) showLicence(m licences.Module) {
	text := kit.NewText(m.Text, kit.TextStyle{Size: kit.TextSmall, Wrap: true})
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: s.T("shell.about.licence_of", "Module", m.Path), Yes: s.T("shell.ok"), Width: 680,
		Body: kit.Sized(0, 300, kit.NewReader(m.Path, kit.Pad(kit.Inset{Right: 12}, text))),
	})
}
