package bulletin

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// readProposal looks whether an activity is proposed for the issue that is shown: one that has come out is one to be reported.
func (d *side) readProposal() {
	w, lang, id := d.s.p.Workspace, d.s.p.Printer.Lang(), d.s.Pane().ID()
	if id == "" || d.s.Pane().Fresh() || d.s.readOnly() {
		d.offers.Cancel()
		d.proposal = nil
		d.offer()
		return
	}
	d.offers.Run(context.Background(),
		func(ctx context.Context) (*app.Proposal, error) { return proposalFor(ctx, w, lang, id) },
		func(x *app.Proposal, err error) {
			if err != nil {
				d.s.failed(err)
				return
			}
			d.proposal = x
			d.offer()
		})
}

func proposalFor(ctx context.Context, w *app.Workspace, lang, id string) (*app.Proposal, error) {
	list, err := w.Proposals.List(ctx, lang)
	if data.HasCode(err, "project.none") {
		return nil, nil
	}
	i := slices.IndexFunc(list, func(x app.Proposal) bool { return x.Source == id })
	if err != nil || i < 0 {
		return nil, err
	}
	return &list[i], nil
}

// offer shows the proposal over the preview.
func (d *side) offer() {
	p, tone, x := d.s.p.Printer, kit.TonePlanned, d.proposal
	kit.KeepFocus(d.content, func() {
		d.band.RemoveAll()
		if x != nil {
			link := func(text string, do func(context.Context, *data.Communication) (app.Done, error), said string) *kit.Button {
				return kit.NewLink(text, func() { d.decide(x, do, said) }).SetTextSize(kit.TextMedium).SetToken(tone.Text())
			}
			d.band.Add(kit.Stack(kit.NewBox(kit.BoxStyle{Fill: tone.Ground()}), kit.Pad(kit.Sides(7, 16), kit.HStack(14,
				kit.Grow(kit.NewText(p.T("bulletinscreen.proposed"), kit.TextStyle{Size: kit.TextMedium, Token: tone.Text(), Cut: true})),
				link(p.T("project.add_proposal"), d.s.p.Workspace.Proposals.Add, p.T("project.proposal_added")),
				link(p.T("project.not_proposal"), d.s.p.Workspace.Proposals.Dismiss, p.T("project.proposal_dismissed"))))))
		}
		d.content.Refresh()
	})
}

// decide does what was decided. It is shown no more from then on: pressed twice, it would be done twice.
func (d *side) decide(x *app.Proposal, do func(context.Context, *data.Communication) (app.Done, error), said string) {
	kit.Focus(d.chips[d.lang]) // the link goes, and the keyboard would be nowhere
	d.proposal = nil
	d.offer()
	var done app.Done
	d.s.run(func(ctx context.Context) (err error) {
		done, err = do(ctx, x.Draft)
		return err
	}, func() {
		p := d.s.p.Printer
		d.s.p.Shell.Toast(screen.Toast{Text: said, Actions: []screen.Action{{Text: p.T("record.undo"), Do: func() { d.s.p.Shell.Undo(done.Batch) }}}})
	})
}
