package bulletin

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// choice is what an issue is written as, and in which languages.
type choice struct {
	Formats   []string `json:"formats,omitempty"`
	Languages []string `json:"languages,omitempty"`
}

// asking is the dialog in which both are chosen.
type asking struct {
	s         *bulletins
	formats   []*kit.Check
	languages []*kit.Check
	missing   *kit.Text
	body      *fyne.Container
}

// askWrite asks what the issue is to be written as, and in which languages; the one that is looked at is chosen already.
func (s *bulletins) askWrite() {
	b := s.kept()
	if b == nil || s.job != nil {
		return
	}
	p := s.p.Printer
	a := newAsking(s)
	canvas := s.p.Shell.Window().Canvas()
	kit.ShowDialog(canvas, kit.DialogParams{
		Title: p.T("bulletinscreen.write_title"), Body: a.body, Yes: p.T("bulletinscreen.go_on"), No: p.T("record.cancel"), Width: 460,
		Keep: func() bool {
			c := a.choice()
			lacks := len(c.Formats) == 0 || len(c.Languages) == 0
			a.missing.Hidden = !lacks
			a.body.Refresh()
			return lacks
		},
		OnYes: func() { s.confirm(b, a.choice()) },
	})
}

func newAsking(s *bulletins) *asking {
	p := s.p.Printer
	a := &asking{s: s}
	formats := kit.VStack(2)
	for _, f := range app.BulletinFormats() {
		c := kit.NewCheck(a.format(f))
		c.SetValue(boolean(slices.Contains(s.last.Formats, string(f))))
		a.formats = append(a.formats, c)
		formats.Add(c)
	}
	languages := kit.VStack(2)
	for _, lang := range data.Languages {
		text := i18n.Upper(p.Language(lang))
		if n := len(s.side.refusals(lang)); n > 0 {
			text = p.N("bulletinscreen.language_gaps", n, "Language", text)
		}
		c := kit.NewCheck(text)
		c.SetValue(boolean(lang == s.side.lang))
		a.languages = append(a.languages, c)
		languages.Add(c)
	}
	a.missing = kit.NewText(p.T("bulletinscreen.choose_both"), kit.TextStyle{Token: kit.TokenError, Wrap: true})
	a.missing.Hide()
	a.body = container.New(&kit.Tall{Gap: 8},
		kit.NewHeading(p.T("bulletinscreen.formats")), formats, kit.NewHeading(p.T("bulletinscreen.languages")), languages, a.missing)
	return a
}

// format is what a kind of file is called.
//
//i18n:prefix bulletinscreen.format.
func (a *asking) format(f app.BulletinFormat) string {
	return a.s.p.Printer.T("bulletinscreen.format." + string(f))
}

func boolean(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

// choice is what is ticked.
func (a *asking) choice() choice {
	var c choice
	for i, f := range app.BulletinFormats() {
		if a.formats[i].On() {
			c.Formats = append(c.Formats, string(f))
		}
	}
	for i, lang := range data.Languages {
		if a.languages[i].On() {
			c.Languages = append(c.Languages, lang)
		}
	}
	return c
}

// mostNamed is how many gaps the question names; who has more begins with these.
const mostNamed = 6

// confirm asks before texts are written as they are that are missing, stale or in another language.
func (s *bulletins) confirm(b *data.Bulletin, c choice) {
	p := s.p.Printer
	var lines []fyne.CanvasObject
	n := 0
	for _, lang := range c.Languages {
		for _, gap := range s.side.refusals(lang) {
			if n++; n <= mostNamed {
				said := i18n.Upper(p.Language(lang)) + " · " + app.TellProblem(p, gap.Problem(p)).Message
				lines = append(lines, kit.NewText(said, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Wrap: true}))
			}
		}
	}
	if n == 0 {
		s.write(b, c, false)
		return
	}
	if n > mostNamed {
		lines = append(lines, kit.NewText(p.N("reportscreen.more", n-mostNamed), kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted}))
	}
	kit.ShowDialog(s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.N("bulletinscreen.gaps_title", n), Text: p.T("bulletinscreen.gaps_text"), Body: container.New(&kit.Tall{Gap: 5}, lines...),
		Yes: p.T("bulletinscreen.write_as_is"), No: p.T("bulletinscreen.complete_first"), Width: 520, Danger: true,
		OnYes: func() { s.write(b, c, true) }, OnNo: func() { s.complete(c) },
	})
}

// complete shows what is to be completed, in the first language that lacks something.
func (s *bulletins) complete(c choice) {
	for _, lang := range c.Languages {
		if len(s.side.refusals(lang)) > 0 {
			s.side.choose(lang)
			break
		}
	}
	s.side.turn(viewGaps)
}
