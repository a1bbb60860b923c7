package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// panelParams is what a panel is made from.
type panelParams struct {
	printer *i18n.Printer
	open    func(entity, record, field string)
}

// panel shows the report as it will be written, what is wrong with it, or that it is being prepared.
type panel struct {
	p        panelParams
	holder   *fyne.Container // what is shown
	heading  *fyne.Container // the screen puts its views before the note
	note     *kit.Text       // beside the heading
	notice   *fyne.Container // over the preview: why what was written is a draft
	sheets   *sheets         // nil while no sheets are shown
	findings *findings       // nil while no findings are shown
}

func newPanel(p panelParams) *panel {
	n := &panel{p: p, holder: kit.Stack(), note: kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})}
	n.heading = kit.HStack(8, kit.NewSpring(), n.note)
	n.notice = container.New(&kit.Tall{})
	n.notice.Hide()
	return n
}

// wait says that the preview is being prepared. One that is there stays until the next comes, so that nothing flickers.
func (n *panel) wait() {
	if n.sheets == nil && n.findings == nil {
		n.put(n.sentence(n.p.printer.T("reportscreen.preparing")))
	}
}

// clear takes away what belongs to another report.
func (n *panel) clear() {
	n.sheets, n.findings = nil, nil
	n.warn(nil)
}

// show shows what would be written.
func (n *panel) show(l look) {
	if l.listed {
		n.sheets, n.findings = nil, newFindings(n.p, l)
		n.say("")
		if len(l.findings) > 0 {
			n.say(n.p.printer.N("reportscreen.findings", len(l.findings)))
		}
		n.put(n.findings.content)
		return
	}
	at := -1
	if n.sheets != nil && len(n.sheets.list) == len(l.sheets) { // in another language, or of other events
		at = n.sheets.at
	}
	n.findings = nil
	n.sheets = newSheets(n.p.printer, l, at)
	n.say(n.p.printer.N("reportscreen.sheets", len(l.sheets)))
	n.put(n.sheets.content)
}

// names are the names of the sheets that are shown.
func (n *panel) names() []string {
	if n.sheets == nil {
		return nil
	}
	out := make([]string, len(n.sheets.list))
	for i, s := range n.sheets.list {
		out[i] = s.Name
	}
	return out
}

// refuse says why nothing can be written, with the records that have to be put right.
func (n *panel) refuse(told app.Told) {
	n.sheets, n.findings = nil, nil
	n.say("")
	lines := []fyne.CanvasObject{kit.NewText(told.Message, kit.TextStyle{Wrap: true})}
	lines = append(lines, n.lines(told.Details, kit.TokenMuted)...)
	n.put(kit.TallScroll(&kit.Tall{Gap: 10}, kit.Even(18), lines...))
}

// warn says over the preview why what was written is a draft; nil takes it away.
func (n *panel) warn(problems []app.Detail) {
	n.notice.RemoveAll()
	n.notice.Hidden = len(problems) == 0
	if len(problems) > 0 {
		n.notice.Add(kit.Stack(
			kit.NewBox(kit.BoxStyle{Fill: kit.TonePostponed.Ground(), Radius: kit.ControlRadius}),
			kit.Pad(kit.Sides(9, 12), container.New(&kit.Tall{Gap: 6}, n.lines(problems, kit.TonePostponed.Text())...))))
	}
	n.notice.Refresh()
}

// mostLines is how many problems are named; who has more begins with these.
const mostLines = 8

// lines are problems in words, each with a link to its record where a screen shows it.
func (n *panel) lines(problems []app.Detail, token kit.Token) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, d := range problems {
		if i == mostLines {
			out = append(out, kit.NewText(n.p.printer.N("reportscreen.more", len(problems)-i), kit.TextStyle{Token: token}))
			break
		}
		text := kit.NewText(d.Message, kit.TextStyle{Token: token, Wrap: true})
		if d.Entity == "" || d.Record == "" {
			out = append(out, text)
			continue
		}
		link := kit.NewLink(n.p.printer.T("reportscreen.open_record"), func() { n.p.open(d.Entity, d.Record, d.Field) })
		out = append(out, container.New(beside{}, text, link))
	}
	return out
}

// beside puts a text that wraps and what stands at its right.
type beside struct{}

// MinSize implements fyne.Layout.
func (beside) MinSize(objs []fyne.CanvasObject) fyne.Size {
	a, b := objs[0].MinSize(), objs[1].MinSize()
	return fyne.NewSize(a.Width+kit.U(12)+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (beside) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	m := objs[1].MinSize()
	put(objs[0], 0, 0, max(0, s.Width-m.Width-kit.U(12)), s.Height)
	put(objs[1], s.Width-m.Width, 0, m.Width, m.Height)
}

func (n *panel) sentence(text string) fyne.CanvasObject {
	return kit.VStack(0, kit.NewSpring(),
		kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Align: fyne.TextAlignCenter}), kit.NewSpring())
}

// say puts a few words beside the heading.
func (n *panel) say(text string) {
	n.note.SetText(text)
	n.heading.Refresh()
}

func (n *panel) put(o fyne.CanvasObject) {
	n.holder.Objects = []fyne.CanvasObject{o}
	n.holder.Refresh()
}
