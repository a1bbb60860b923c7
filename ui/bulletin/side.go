package bulletin

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// The views of the side.
const (
	viewPage     = "page"
	viewGaps     = "gaps"
	viewAudience = "audience"
)

// follows is how long after a key the preview follows.
const follows = 300 * time.Millisecond

// side is beside the form: how the issue reads in a language, what it lacks there, who may get it, and the main action.
type side struct {
	s        *bulletins
	lang     string
	chips    map[string]*kit.FilterChip // a language each
	views    *kit.Segments
	look     *app.BulletinLook // nil until it was read
	audience *app.RecipientsResult
	proposal *app.Proposal // of an activity for the issue that is shown
	looks    *kit.Later[app.BulletinLook]
	asks     *kit.Later[app.RecipientsResult]
	offers   *kit.Later[*app.Proposal]
	wait     func() // stops what is to follow a key; nil while nothing is

	band    *fyne.Container // the proposal
	reader  *kit.Reader
	note    *kit.Text
	write   *kit.Button
	content *fyne.Container
}

func newSide(s *bulletins) *side {
	p := s.p.Printer
	d := &side{
		s: s, lang: p.Lang(), chips: map[string]*kit.FilterChip{}, band: kit.VStack(0),
		looks: kit.NewLater[app.BulletinLook](s.exec), asks: kit.NewLater[app.RecipientsResult](s.exec), offers: kit.NewLater[*app.Proposal](s.exec),
	}
	languages := kit.Flow(6)
	for _, lang := range data.Languages {
		d.chips[lang] = kit.NewFilterChip(strings.ToUpper(lang), func() { d.choose(lang) })
		languages.Add(d.chips[lang])
	}
	d.views = kit.NewSegments([]kit.Tab{
		{ID: viewPage, Text: p.T("bulletinscreen.page")}, {ID: viewGaps, Text: p.T("bulletinscreen.gaps")}, {ID: viewAudience, Text: p.T("bulletinscreen.audience")},
	}, func(string) { d.turned() })
	d.reader = kit.NewReader(p.T("bulletinscreen.page"), kit.VStack(0))
	d.note = kit.NewText("", kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Cut: true})
	d.write = kit.NewButton(kit.ButtonPrimary, p.T("bulletinscreen.write"), s.askWrite)
	top := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Bottom: kit.NewLine()},
		kit.Pad(kit.Inset{Top: 12, Right: 16, Bottom: 10, Left: 16}, kit.VStack(8, languages, d.views))))
	foot := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Top: kit.NewLine()},
		kit.Pad(kit.Sides(10, 16), kit.HStack(12, kit.Grow(d.note), d.write))))
	d.content = kit.Framed(kit.Borders{Left: kit.NewUpright()}, kit.Framed(kit.Borders{Top: kit.VStack(0, top, d.band), Bottom: foot}, d.reader))
	d.content.Hide()
	return d
}

// setShown shows the side with an issue, and hides it without one.
func (d *side) setShown(on bool) {
	d.content.Hidden = !on
	if !on {
		d.look, d.audience, d.proposal = nil, nil, nil
	}
}

// restore brings the side back to how it was left.
func (d *side) restore(lang, view string) {
	if slices.Contains(data.Languages, lang) {
		d.lang = lang
	}
	if slices.Contains([]string{viewPage, viewGaps, viewAudience}, view) {
		d.views.Choose(view)
	}
	d.show()
}

// choose shows the issue in another language.
func (d *side) choose(lang string) {
	d.lang = lang
	d.audience = nil
	d.marks()
	d.read()
}

// turn shows another view.
func (d *side) turn(view string) {
	d.views.Choose(view)
	d.turned()
}

func (d *side) turned() {
	d.reader.SetContent(kit.VStack(0))
	d.show()
	d.readAudience()
}

// typed follows a change in the form, a moment later.
func (d *side) typed() {
	if d.s.Desk == nil || d.s.stop == nil {
		return
	}
	if d.wait != nil {
		d.wait()
	}
	d.wait = d.s.exec.After(follows, func() {
		d.wait = nil
		d.readLook()
	})
}

// cancel gives up what is being read and what is to follow.
func (d *side) cancel() {
	if d.wait != nil {
		d.wait()
		d.wait = nil
	}
	d.looks.Cancel()
	d.asks.Cancel()
	d.offers.Cancel()
}

// read reads all that the side shows.
func (d *side) read() {
	if d.s.stop == nil || d.s.Desk == nil {
		return
	}
	d.readLook()
	d.readAudience()
	d.readProposal()
}

func (d *side) readLook() {
	b, w, lang := d.s.issue(), d.s.p.Workspace, d.lang
	if b == nil || d.s.stop == nil {
		d.looks.Cancel()
		return
	}
	d.looks.Run(context.Background(),
		func(ctx context.Context) (app.BulletinLook, error) { return w.Bulletins.Look(ctx, b, lang) },
		func(look app.BulletinLook, err error) {
			if err != nil {
				d.s.failed(err)
				return
			}
			d.look = &look
			d.show()
		})
}

// readAudience counts who may get the issue, while that is shown: it goes through all contacts.
func (d *side) readAudience() {
	b, w, lang := d.s.issue(), d.s.p.Workspace, d.lang
	if b == nil || d.s.stop == nil || d.views.Chosen() != viewAudience {
		d.asks.Cancel()
		return
	}
	d.asks.Run(context.Background(),
		func(ctx context.Context) (app.RecipientsResult, error) { return w.Bulletins.Audience(ctx, b, lang) },
		func(result app.RecipientsResult, err error) {
			if err != nil {
				d.s.failed(err)
				return
			}
			d.audience = &result
			d.show()
		})
}

// show draws what was read.
func (d *side) show() {
	d.marks()
	d.offer()
	if d.s.readOnly() {
		d.note.SetText("")
	}
	var o fyne.CanvasObject
	switch {
	case d.views.Chosen() == viewAudience:
		o = d.audiencePage()
	case d.look == nil:
		o = kit.VStack(0)
	case d.views.Chosen() == viewGaps:
		o = d.gapsPage()
	default:
		o = d.page(d.look.Blocks)
	}
	kit.KeepFocus(d.content, func() { d.reader.Renew(o) })
}

// marks says in which languages something is to be decided before the issue is written.
func (d *side) marks() {
	p := d.s.p.Printer
	for _, lang := range data.Languages {
		chip, text := d.chips[lang], strings.ToUpper(lang)
		chip.SetTone("")
		if n := len(d.refusals(lang)); n > 0 {
			text += " " + p.Number(n)
			chip.SetTone(kit.TonePostponed)
		}
		chip.SetText(text)
		chip.SetSelected(lang == d.lang)
	}
	text := p.T("bulletinscreen.gaps")
	if d.look != nil && len(d.look.Gaps[d.lang]) > 0 {
		text += " " + p.Number(len(d.look.Gaps[d.lang]))
	}
	d.views.SetText(viewGaps, text)
	d.content.Refresh()
}

// refusals are what has to be decided before the issue is written in a language.
func (d *side) refusals(lang string) []app.BulletinGap {
	if d.look == nil {
		return nil
	}
	return app.BulletinRefusals(d.look.Gaps[lang])
}
