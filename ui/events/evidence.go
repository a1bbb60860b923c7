package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// evidence is the tab of what proves that the event took place: files kept in the workspace, or where a paper original is.
// At the left a card for each, with a small picture; at the right the one that is chosen.
type evidence struct {
	g       *page
	d       *dossier
	list    []*data.Evidence
	chosen  string
	thumbs  *thumbs
	cards   *fyne.Container
	nothing fyne.CanvasObject
	pane    *proofPane
	content fyne.CanvasObject
}

func newEvidence(g *page) *evidence {
	p := g.s.Printer
	v := &evidence{g: g, cards: kit.Flow(12)}
	v.thumbs = newThumbs(v)
	v.pane = newProofPane(v)
	buttons := kit.Flow(14)
	if !g.s.readOnly() {
		buttons.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.attach"), v.ask))
		buttons.Add(level(kit.NewLink(p.T("events.add_original"), func() { v.edit(nil) })))
		buttons.Add(level(kit.NewText(p.T("evidence.drop_hint"), kit.TextStyle{Token: kit.TokenMuted})))
	}
	step := p.T("events.attach")
	if g.s.readOnly() {
		step = ""
	}
	v.nothing = kit.NewEmpty(kit.IconSheet(), p.T("events.no_evidence"), step, v.ask)
	top := kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, buttons)
	list := kit.Framed(kit.Borders{Top: top}, kit.Stack(v.nothing, container.NewVScroll(
		kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: kit.PageMargin, Left: kit.PageMargin}, v.cards))))
	v.content = kit.MasterDetail(list, v.pane.content)
	return v
}

func (v *evidence) tab() kit.Tab {
	return kit.Tab{ID: tabEvidence, Text: v.g.counted(v.g.s.Printer.Entities("evidence"), len(v.list))}
}

func (v *evidence) body() fyne.CanvasObject { return v.content }

func (v *evidence) show(d *dossier) {
	v.d, v.list = d, d.evidence
	if v.one() == nil {
		v.chosen = ""
		if len(v.list) > 0 {
			v.chosen = v.list[0].ID
		}
	}
	v.thumbs.want(v.list)
	v.draw()
}

func (v *evidence) forget() {
	v.d, v.list, v.chosen = nil, nil, ""
	v.thumbs.forget()
}

// one is the piece of evidence that is chosen; nil where there is none.
func (v *evidence) one() *data.Evidence {
	for _, e := range v.list {
		if e.ID == v.chosen {
			return e
		}
	}
	return nil
}

// draw shows the cards and the one that is chosen.
func (v *evidence) draw() { kit.KeepFocus(v.content, v.redraw) }

func (v *evidence) redraw() {
	p := v.g.s.Printer
	v.cards.RemoveAll()
	for _, e := range v.list {
		card := kit.NewTapCard(v.card(e), e.ID == v.chosen, func() { v.choose(e.ID) })
		v.cards.Add(kit.Sized(172, 0, kit.Named(p.Enum(data.EvidenceKind.Name, e.Kind), card)))
	}
	v.cards.Refresh()
	v.nothing.Hide()
	if len(v.list) == 0 {
		v.nothing.Show()
	}
	v.pane.show(v.one())
}

// choose shows one; a second press on it opens it.
func (v *evidence) choose(id string) {
	if id == v.chosen {
		if e := v.one(); e.File != "" {
			v.launch(e)
		}
		return
	}
	v.chosen = id
	v.draw()
}

// card is a piece of evidence in short.
func (v *evidence) card(e *data.Evidence) fyne.CanvasObject {
	p := v.g.s.Printer
	under := e.Title(p.Lang())
	if under == "" {
		under = e.OriginalAt
	}
	return kit.VStack(6, kit.Sized(0, 104, v.thumbs.picture(e)),
		kit.NewText(p.Enum(data.EvidenceKind.Name, e.Kind), kit.TextStyle{Bold: true, Cut: true}),
		kit.NewText(under, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
}

// sizeWords writes a file's size in thousands of bytes, as file managers do.
func sizeWords(p *i18n.Printer, bytes *int) string {
	switch {
	case bytes == nil:
		return ""
	case *bytes < 1_000_000:
		return p.Number((*bytes+999)/1000) + " kB"
	}
	return p.Decimal(float64(*bytes)/1e6, 1) + " MB"
}
