package help

import (
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/assets/i18n"
	"primadesk/assets/manual"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Page is one that the shell adds after the chapters.
type Page struct {
	ID, Title string
	Body      func() fyne.CanvasObject
}

// Params is what the screen is made from.
type Params struct {
	Printer *i18n.Printer
	Pages   []Page
	Trace   *slog.Logger // nil: none
}

// Screen shows the manual.
type Screen struct {
	p        Params
	chapters []manual.Chapter
	shown    string // the chapter or page in view
	header   *kit.Header
	list     *fyne.Container
	body     *kit.Reader
	content  fyne.CanvasObject
}

var (
	_ screen.Screen     = (*Screen)(nil)
	_ screen.Opener     = (*Screen)(nil)
	_ screen.Starter    = (*Screen)(nil)
	_ screen.Searcher   = (*Screen)(nil)
	_ screen.Backer     = (*Screen)(nil)
	_ screen.Rememberer = (*Screen)(nil)
)

// New makes the screen, at the first chapter.
func New(p Params) *Screen {
	if p.Trace == nil {
		p.Trace = slog.New(slog.DiscardHandler)
	}
	s := &Screen{p: p, chapters: manual.All(p.Printer.Lang()), list: kit.VStack(2), body: kit.NewReader(p.Printer.T("shell.manual"), kit.NewSpace(0, 0))}
	s.header = kit.NewHeader(kit.HeaderParams{
		Title: s.Title(), Search: p.Printer.T("help.search"), SearchHint: "Ctrl F",
		OnSearch: func(string) { s.index() }, OnSearchDone: func(string) { s.first() },
	})
	left := container.NewVScroll(kit.Pad(kit.Inset{Top: 12, Right: 8, Bottom: 12, Left: 8}, s.list))
	s.content = kit.Framed(kit.Borders{Top: s.header}, kit.Framed(kit.Borders{Left: kit.Sized(270, 0, left)},
		kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Left: kit.NewUpright()}, s.body))))
	s.show(manual.Chapters()[0])
	return s
}

// ID implements screen.Screen.
func (*Screen) ID() string { return "help" }

// Title implements screen.Screen.
func (s *Screen) Title() string { return s.p.Printer.T("help.title") }

// Icon implements screen.Screen.
func (*Screen) Icon() fyne.Resource { return kit.IconHelp() }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *Screen) Shown() { s.p.Trace.Info("manual shown", "chapter", s.shown) }

// Hidden implements screen.Screen.
func (*Screen) Hidden() {}

// Open implements screen.Opener: a chapter, by its name.
func (s *Screen) Open(chapter string) {
	s.header.Search().SetText("")
	s.show(chapter)
	s.Shown()
}

// First implements screen.Starter: the list of chapters.
func (s *Screen) First() fyne.Focusable { return kit.First(s.list) }

// FocusSearch implements screen.Searcher.
func (s *Screen) FocusSearch() { s.header.Search().Focus() }

// Target is what has the keyboard at first, where the manual is shown over another screen.
func (s *Screen) Target() fyne.Focusable { return s.header.Search().Target() }

// Search implements screen.Searcher.
func (s *Screen) Search(text string) {
	s.header.Search().SetText(text)
	s.index()
}

// Back implements screen.Backer: out of a search.
func (s *Screen) Back() bool {
	if s.header.Search().Text() == "" {
		return false
	}
	s.Search("")
	return true
}

// State implements screen.Rememberer: the chapter in view.
func (s *Screen) State() string { return s.shown }

// SetState implements screen.Rememberer.
func (s *Screen) SetState(chapter string) { s.show(chapter) }

// show puts a chapter or a page into view; one that is not there changes nothing.
func (s *Screen) show(id string) {
	for _, c := range s.chapters {
		if c.Name == id {
			s.shown = id
			s.put(s.page(c))
			return
		}
	}
	for _, page := range s.p.Pages {
		if page.ID == id {
			s.shown = id
			s.put(kit.VStack(16, kit.NewText(page.Title, kit.TextStyle{Size: kit.TextPage, Bold: true}), page.Body()))
			return
		}
	}
}

func (s *Screen) put(o fyne.CanvasObject) {
	s.body.SetContent(kit.Pad(kit.Inset{Top: 18, Right: 40, Bottom: 24, Left: 28}, o))
	s.index()
}

// index lists the chapters that have every word that is searched for, and the pages.
func (s *Screen) index() {
	words := strings.Fields(data.Fold(s.header.Search().Text()))
	s.list.RemoveAll()
	for _, c := range s.chapters {
		if at, ok := finds(c.Title+"\n"+c.Plain(), words); ok {
			s.entry(c.Name, c.Title, snippet(at, words))
		}
	}
	for _, page := range s.p.Pages {
		if _, ok := finds(page.Title, words); ok {
			s.entry(page.ID, page.Title, "")
		}
	}
	if len(s.list.Objects) == 0 {
		s.list.Add(kit.Pad(kit.Even(8), kit.NewText(s.p.Printer.T("help.nothing"), kit.TextStyle{Wrap: true, Token: kit.TokenMuted})))
	}
	s.list.Refresh()
}

func (s *Screen) entry(id, title, text string) {
	s.list.Add(kit.NewIndexRow(title, text, id == s.shown, func() {
		s.show(id)
		s.Shown()
	}))
}

// first shows the first chapter that is listed.
func (s *Screen) first() {
	words := strings.Fields(data.Fold(s.header.Search().Text()))
	for _, c := range s.chapters {
		if _, ok := finds(c.Title+"\n"+c.Plain(), words); ok {
			s.show(c.Name)
			s.Shown()
			return
		}
	}
}

// finds tells whether a text has every word, and gives the line with the first of them.
func finds(text string, words []string) (line string, ok bool) {
	folded := " " + data.Fold(text)
	for _, w := range words {
		if !strings.Contains(folded, " "+w) {
			return "", false
		}
	}
	if len(words) > 0 {
		for l := range strings.SplitSeq(text, "\n") {
			if strings.Contains(" "+data.Fold(l), " "+words[0]) {
				return l, true
			}
		}
	}
	return "", true
}

// snippet is the part of a line around the first word, short enough for the list.
func snippet(line string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	parts := strings.Fields(strings.TrimLeft(line, "- "))
	at := 0
	for i, part := range parts {
		if strings.HasPrefix(data.Fold(part), words[0]) {
			at = i
			break
		}
	}
	from := max(0, at-4)
	out := strings.Join(parts[from:min(len(parts), from+12)], " ")
	if from > 0 {
		out = "… " + out
	}
	return out
}
