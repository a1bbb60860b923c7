package bulletin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// gapsPage lists what the issue lacks in the language that is chosen: first what has to be decided before it is written, then
// what it may do without. Each leads to its field.
func (d *side) gapsPage() fyne.CanvasObject {
	p, gaps := d.s.p.Printer, d.look.Gaps[d.lang]
	objs := []fyne.CanvasObject{}
	for _, part := range []struct {
		title  string
		refuse bool
	}{{"cli.bulletin.must", true}, {"cli.bulletin.may", false}} {
		said := false
		for _, gap := range gaps {
			if gap.Refuse != part.refuse {
				continue
			}
			if !said {
				said = true
				objs = append(objs, kit.NewText(p.T(part.title), kit.TextStyle{Bold: true, Wrap: true})) //i18n:prefix cli.bulletin.
			}
			objs = append(objs, d.gap(gap))
		}
	}
	if len(objs) == 0 {
		objs = append(objs, kit.NewText(p.T("cli.bulletin.complete"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	return kit.Pad(kit.Even(20), container.New(&kit.Tall{Gap: 10, Grew: d.reader.Refresh}, objs...))
}

func (d *side) gap(gap app.BulletinGap) fyne.CanvasObject {
	p := d.s.p.Printer
	tone := kit.ToneNeutral
	if gap.Refuse {
		tone = kit.TonePostponed
	}
	link := kit.NewLink(p.T("bulletinscreen.go_to_field"), func() { d.goTo(gap) }).SetTextSize(kit.TextMedium)
	return kit.NewCard(container.New(&kit.Tall{Gap: 4},
		kit.HStack(8, kit.NewStatusChip(d.lack(gap), tone), kit.NewSpring(), link),
		kit.NewText(app.TellProblem(p, gap.Problem(p)).Message, kit.TextStyle{Wrap: true})))
}

// lack is in which way something is not there, in a word.
//
//i18n:prefix bulletinscreen.lack.
func (d *side) lack(gap app.BulletinGap) string {
	return d.s.p.Printer.T("bulletinscreen.lack." + string(gap.Lack))
}

// goTo puts the keyboard into the field that lacks something: of the form, or of the record it belongs to.
func (d *side) goTo(gap app.BulletinGap) {
	field := gap.Field
	if e, ok := data.EntityNamed(gap.Entity); ok {
		if col, ok := e.Column(field); ok && col.Kind == data.KindTexts {
			field += "/" + gap.Lang
		}
	}
	if gap.Entity == entity().Name {
		d.s.Pane().Reveal(field)
		return
	}
	d.s.p.Shell.Reveal(gap.Entity, gap.Record, field)
}
