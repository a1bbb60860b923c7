package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/assets/manual"
	"primadesk/ui/kit"
)

// page is a chapter as it is read: Fyne's own rich text, whose links to chapters stay in the manual.
func (s *Screen) page(c manual.Chapter) fyne.CanvasObject {
	const inset = 7 // what Fyne's text keeps free around itself
	head := kit.VStack(8, kit.NewText(c.Title, kit.TextStyle{Size: kit.TextPage, Bold: true, Wrap: true}))
	if c.Lang != s.p.Printer.Lang() {
		head.Add(kit.NewText(s.p.Printer.T("help.in_english"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	page := kit.VStack(8, kit.Pad(kit.Inset{Left: inset}, head))
	for i, part := range strings.Split(c.Text, "\n## ") { // a text a section: between sections there is air
		if i > 0 {
			part = "## " + part
		}
		text := widget.NewRichTextFromMarkdown(part)
		text.Wrapping = fyne.TextWrapWord
		s.link(text.Segments)
		page.Add(text)
	}
	return page
}

// link has links show chapters instead of asking the desktop for a program.
func (s *Screen) link(segments []widget.RichTextSegment) {
	for _, segment := range segments {
		switch x := segment.(type) {
		case *widget.HyperlinkSegment:
			x.OnTapped = func() {
				if x.URL != nil {
					s.Open(x.URL.Path)
				}
			}
		case *widget.ParagraphSegment:
			s.link(x.Texts)
		case *widget.ListSegment:
			s.link(x.Items)
		}
	}
}
