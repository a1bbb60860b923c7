package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// step is one thing to begin with; what is done is ticked off, and can be gone to all the same.
type step struct {
	title, text string
	done        bool
	do          func()
}

// steps are what makes a new workspace one to work in, in the order that saves work later.
func (s *Screen) steps() []step {
	p, o := s.Printer, s.seen.Overview
	list := []step{
		{p.T("home.first.project"), p.T("home.first.project.text"), missing(o.Project) == "", func() {
			s.Shell.Reveal("project", o.Project.ID, missing(o.Project))
		}},
		{p.T("home.first.partners"), p.T("home.first.partners.text"), o.Partners, func() { s.Shell.Reveal("partner", screen.NewRecord, "") }},
		{p.T("home.first.contact"), p.T("home.first.contact.text"), o.Contacts, func() { s.Shell.Go("contacts", screen.NewRecord) }},
		{p.T("home.first.event"), p.T("home.first.event.text"), o.Events > 0, s.New},
	}
	if s.Sample != nil {
		list = append(list, step{p.T("home.first.sample"), p.T("home.first.sample.text"), false, s.Sample})
	}
	return list
}

// missing is the first field that every report names of a project and that has no value; empty where all have one.
func missing(project *data.Project) string {
	for _, field := range []struct {
		id    string
		empty bool
	}{
		{"grant_number", project.GrantNumber == ""}, {"start", project.Start == ""}, {"end", project.End == ""},
		{"periods", len(project.Periods) == 0},
	} {
		if field.empty {
			return field.id
		}
	}
	return ""
}

// firstSteps is the screen of a workspace that has no events, or no people, yet.
func (s *Screen) firstSteps() fyne.CanvasObject {
	p := s.Printer
	body := kit.VStack(12,
		kit.NewText(p.T("home.first.title", "Name", s.seen.Project.Acronym), kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true}),
		kit.NewText(p.T("home.first.text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	for _, x := range s.steps() {
		body.Add(kit.Named(x.title, kit.NewTapCard(stepRow(x, p.T("home.first.done")), false, x.do)))
	}
	middle := &centred{}
	scroll := container.NewVScroll(container.New(middle, body))
	middle.grew = scroll.Refresh
	return scroll
}

func stepRow(x step, done string) fyne.CanvasObject {
	words := kit.VStack(2,
		kit.NewText(x.title, kit.TextStyle{Size: kit.TextCard, Bold: true, Wrap: true}),
		kit.NewText(x.text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	if !x.done {
		return words
	}
	return kit.HStack(12, kit.Grow(words), kit.NewStatusChip(done, kit.ToneHeld))
}

// centred puts its object into the middle. Texts learn their lines with the width, and only then the height is known.
type centred struct {
	grew  func() // told when a new width asks for another height
	width float32
}

const firstWidth = 560

// MinSize implements fyne.Layout.
func (*centred) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[0].MinSize().Height+kit.U(2*gap))
}

// Layout implements fyne.Layout.
func (c *centred) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	width := min(kit.U(firstWidth), size.Width-kit.U(2*kit.PageMargin))
	o := objs[0]
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	o.Move(fyne.NewPos((size.Width-width)/2, max(kit.U(gap), (size.Height-o.Size().Height)*2/5)))
	if c.width != width {
		c.width = width
		c.grew()
	}
}
