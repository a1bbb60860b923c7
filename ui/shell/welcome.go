package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// step is a page of the first start.
type step struct {
	name string // for the trace
	page func() fyne.CanvasObject
}

// nextStep is what the first start still has to ask; nil when there is nothing. Each answer is kept at once, so that a
// start that was stopped goes on where it was.
func (s *Shell) nextStep(project *data.Project) *step {
	switch {
	case s.settings.ChosenLanguage() == "" && s.params.Lang == "":
		return &step{"language", s.languagePage}
	case s.settings.Task() == "":
		return &step{"task", s.taskPage}
	case project == nil:
		return &step{"project", s.projectPage}
	}
	return nil
}

// welcome shows a page of the first start, with the keyboard on its first answer.
func (s *Shell) welcome(st *step) {
	s.frame, s.nav = nil, nil
	s.setBareMenu()
	s.show(st.page())
	s.win.Canvas().Unfocus()
	s.win.Canvas().FocusNext()
	s.trace.Info("welcome shown", "step", st.name)
}

// page is a card in the middle of the window, under the program's name.
func (s *Shell) page(title, text string, body fyne.CanvasObject) fyne.CanvasObject {
	mark := kit.Sized(34, 34, kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenGold, Radius: 9}),
		kit.NewText("P", kit.TextStyle{Size: kit.TextTitle, Bold: true, Token: kit.TokenOnGold, Align: fyne.TextAlignCenter}),
	))
	parts := kit.VStack(18,
		kit.HStack(12, mark, kit.NewText("Primadesk", kit.TextStyle{Size: kit.TextPage, Bold: true})),
		kit.VStack(6,
			kit.NewText(title, kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true}),
			kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true})),
		body)
	return kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenGround}),
		container.New(centred{}, kit.NewCard(kit.Pad(kit.Even(14), parts))))
}

// centred puts a card into the middle. Its texts learn their lines with its width, and only then its height is known.
type centred struct{}

const pageWidth = 560

func (centred) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (centred) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	width := min(kit.U(pageWidth), size.Width)
	for _, o := range objs {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		o.Resize(fyne.NewSize(width, min(o.MinSize().Height, size.Height)))
		o.Move(fyne.NewPos((size.Width-width)/2, max(0, (size.Height-o.Size().Height)*2/5)))
	}
}

// languagePage asks for the language in all six: who sees it may know only one of them.
func (s *Shell) languagePage() fyne.CanvasObject {
	rows := kit.VStack(8)
	var titles []string
	for i := 0; i < len(i18n.Languages); i += 2 {
		row := kit.Share(8, nil)
		for _, l := range i18n.Languages[i : i+2] {
			kind := kit.ButtonSecondary
			if l == s.Language() {
				kind = kit.ButtonPrimary
			}
			row.Add(kit.NewButton(kind, i18n.Name(l), func() { s.setLanguage(l) }))
			titles = append(titles, i18n.For(l).T("shell.language"))
		}
		rows.Add(row)
	}
	return s.page(s.T("shell.welcome"), strings.Join(titles, " · "), rows)
}

// taskPage asks who somebody is in the project.
func (s *Shell) taskPage() fyne.CanvasObject {
	rows := kit.VStack(12)
	for _, task := range tasks {
		rows.Add(choice(s.taskName(task), s.taskText(task), func() {
			if err := s.settings.SetTask(task); err != nil {
				s.ShowError(err)
				return
			}
			s.reload()
		}))
	}
	return s.page(s.T("shell.welcome.task"), s.T("shell.welcome.task.text"), rows)
}

//i18n:prefix shell.tasktext.
func (s *Shell) taskText(task string) string { return s.T("shell.tasktext." + task) }

// projectPage offers the three ways to begin. A manager makes the project that coordinators are sent.
func (s *Shell) projectPage() fyne.CanvasObject {
	made := choice(s.T("shell.welcome.make"), s.T("shell.welcome.make.text"), s.askProject)
	opened := choice(s.T("shell.welcome.open"), s.T("shell.welcome.open.text"), s.openProjectFile)
	sample := choice(s.T("shell.look_at_sample"), s.T("shell.welcome.sample.text"), func() { s.open(app.SampleFolder()) })
	first, second := opened, made
	if s.settings.Task() == "manager" {
		first, second = made, opened
	}
	return s.page(s.T("shell.welcome.project"), s.T("shell.welcome.project.text"), kit.VStack(12, first, second, sample))
}

// choice is a large button with a sentence of what it is for.
func choice(title, text string, tapped func()) fyne.CanvasObject {
	return kit.Named(title, kit.NewTapCard(kit.VStack(3,
		kit.NewText(title, kit.TextStyle{Size: kit.TextCard, Bold: true, Wrap: true}),
		kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true})), false, tapped))
}
