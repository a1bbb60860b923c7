package project

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// nav is the list of parts with the project's name above and its files below; in a window that is too narrow, a field to
// choose the part from.
type nav struct {
	s         *project
	parts     *kit.Parts
	name, sub *kit.Text
	another   *kit.Select
	choice    *kit.Select
	bar       *fyne.Container
	column    *fyne.Container
}

func newNav(s *project) *nav {
	p := s.Printer
	n := &nav{s: s}
	n.name = kit.NewText(p.T("project.title"), kit.TextStyle{Size: kit.TextPage, Bold: true, Cut: true})
	n.sub = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})
	top := kit.Sized(0, kit.HeaderHeight, kit.Framed(kit.Borders{Bottom: kit.NewLine()},
		kit.Pad(kit.Inset{Top: 7, Right: 10, Left: kit.PageMargin}, kit.VStack(1, n.name, n.sub))))
	var parts []kit.Part
	var options []kit.Option
	for _, part := range s.parts {
		parts = append(parts, kit.Part{ID: part.id, Text: part.text, Inset: part.inset, More: part.more})
		options = append(options, kit.Option{Value: part.id, Text: part.text})
	}
	n.parts = kit.NewParts(kit.PartsParams{Parts: parts, More: p.T("project.more_parts"), Chosen: s.show, Top: top, Bottom: n.files()})
	n.choice = kit.NewSelect(options, "")
	n.choice.SetName(p.T("project.part"))
	n.choice.SetValue(partGrant)
	n.choice.OnEdited(func() { s.show(n.choice.Value()) })
	n.bar = kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(8, kit.PageMargin), n.choice)))
	n.column = kit.Stack(n.parts)
	return n
}

// files is what can be done with whole projects.
func (n *nav) files() fyne.CanvasObject {
	p, s := n.s.Printer, n.s
	link := func(id string, do func()) fyne.CanvasObject {
		return kit.HStack(0, kit.NewLink(p.T(id), do).SetTextSize(kit.TextMedium))
	}
	n.another = kit.NewSelect(nil, "")
	n.another.SetName(p.T("project.another"))
	n.another.OnEdited(func() { s.choose(n.another.Value()) })
	n.another.Hide()
	box := kit.VStack(4, n.another, link("project.save_file", s.saveFile))
	if !s.readOnly() {
		box.Add(link("project.open_file", s.openFile))
		box.Add(link("project.new", s.askNew))
	}
	return kit.Framed(kit.Borders{Top: kit.NewLine()}, kit.Pad(kit.Inset{Top: 10, Right: 10, Bottom: 12, Left: 14}, box))
}

// chosen is the part that is marked.
func (n *nav) chosen() string { return n.parts.Chosen() }

func (n *nav) choose(id string) {
	n.parts.Choose(id)
	n.choice.SetValue(id)
}

// show says which project it is, and what its parts count.
func (n *nav) show(b *book) {
	p := n.s.Printer
	if b == nil {
		n.name.SetText(p.T("project.title"))
		n.sub.SetText("")
		return
	}
	n.name.SetText(b.project.Acronym)
	n.sub.SetText(strings.TrimSpace(b.project.GrantNumber))
	for _, part := range n.s.parts {
		note, strong := n.note(b, part)
		n.parts.SetNote(part.id, note, strong)
	}
	n.others(b)
}

// note is what a part counts: what asks to be looked at, or how many there are.
func (n *nav) note(b *book, of *part) (note string, strong bool) {
	p := n.s.Printer
	switch {
	case of.id == partActivities && len(b.proposals) > 0:
		return "+" + p.Number(len(b.proposals)), true
	case of.id == partDeliverables && b.late > 0:
		return p.N("project.late", b.late), true
	case of.id == partGrant || of.id == partWords:
		return "", false
	}
	if count := b.counts[of.entities[0]]; count > 0 {
		return p.Number(count), false
	}
	return "", false
}

// others offers the workspace's other projects.
func (n *nav) others(b *book) {
	var options []kit.Option
	for _, other := range b.projects {
		options = append(options, kit.Option{Value: other.ID, Text: other.Acronym})
	}
	n.another.SetOptions(options)
	n.another.SetValue(b.project.ID)
	setVisible(n.another, len(options) > 1)
	n.parts.Refresh()
}

// newSides puts the list of parts at the left of what is shown; where that leaves too little room, a bar above it.
func newSides(column, bar, body *fyne.Container) *fyne.Container {
	return container.New(sides{}, column, bar, body)
}

// narrow is the width, at scale 1, under which there is no room for the list of parts.
const narrow = 900

type sides struct{}

// MinSize implements fyne.Layout.
func (sides) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[2].MinSize() }

// Layout implements fyne.Layout.
func (sides) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	column, bar, body := objs[0].(*fyne.Container), objs[1].(*fyne.Container), objs[2]
	wide := s.Width >= kit.U(narrow)
	column.Hidden, bar.Hidden = !wide, wide
	if wide {
		left := kit.U(kit.PartsWidth)
		place(column, 0, 0, left, s.Height)
		place(body, left, 0, s.Width-left, s.Height)
		return
	}
	top := bar.MinSize().Height
	place(bar, 0, 0, s.Width, top)
	place(body, 0, top, s.Width, s.Height-top)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
