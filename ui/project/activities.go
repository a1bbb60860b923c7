package project

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// activities is the part of communication activities, with those that the workspace proposes and what the Portal's final
// report would say of them.
type activities struct {
	*record.Desk
	s       *project
	strip   *fyne.Container
	content *fyne.Container
}

func newActivities(s *project) *activities {
	p := s.Printer
	t := &activities{s: s, strip: kit.VStack(0)}
	t.Desk = s.desk("communication", listing.Params{
		Sort: "date", Desc: true,
		Columns: []listing.Column{
			{ID: "name", Grow: 3, Width: 150}, {ID: "channel", Grow: 1, Width: 90, Least: 600}, {ID: "date", Width: 96},
			{ID: "reached", Width: 70, Least: 520}, {ID: "status", Width: 96, Kind: kit.CellChip, Cell: t.status},
			{ID: "country", Hidden: true}, {ID: "reported_period", Hidden: true}, {ID: "emblem_checked", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "status"}, {Field: "channel"}, {Field: "country"}, {Field: "reported_period", Options: s.periodOptions}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "activity", Rows: [][]string{{"name"}, {"channel", "status"}, {"date", "country"}, {"description"}, {"audience"}, {"reached", "link"}, {"outcome"}, {"emblem_checked"}}},
			{ID: "more", More: true, Rows: [][]string{{"event"}, {"bulletin"}, {"reported_period", "owner"}}},
		},
		Lines: map[string]int{"description": 4, "audience": 2, "outcome": 3},
		Lock: func(rec data.Record) string {
			c := rec.(*data.Communication)
			if !c.Locked() {
				return ""
			}
			return p.T("project.locked", "N", p.Number(*c.ReportedPeriod))
		},
		NotCopied: []string{"reported_period", "date", "reached", "event", "bulletin"},
	})
	t.content = kit.Framed(kit.Borders{Top: t.strip}, t.Desk.Content())
	return t
}

// Content implements body.
func (t *activities) Content() fyne.CanvasObject { return t.content }

func (t *activities) status(r listing.Row) kit.Cell {
	c := r.Record.(*data.Communication)
	tones := map[string]kit.Tone{"ongoing": kit.TonePlanned, "delivered": kit.ToneHeld, "postponed": kit.TonePostponed, "cancelled": kit.ToneCancelled}
	if c.Locked() {
		return kit.Cell{Text: t.s.Printer.T("project.reported", "N", t.s.Printer.Number(*c.ReportedPeriod)), Tone: kit.ToneReported}
	}
	return kit.Cell{Text: lower(t.s.Printer.Enum(data.CommunicationStatus.Name, c.Status)), Tone: tones[c.Status]}
}

// follow implements follower: it shows the first proposal, and what the final report would refuse.
func (t *activities) follow(b *book) { kit.KeepFocus(t.content, func() { t.draw(b) }) }

func (t *activities) draw(b *book) {
	t.strip.RemoveAll()
	if len(b.proposals) > 0 && !t.s.readOnly() {
		t.strip.Add(t.proposal(b.proposals[0], len(b.proposals)))
	}
	if text := t.refusal(b); text != "" {
		t.strip.Add(band(kit.TonePostponed, kit.NewText(text, kit.TextStyle{Size: kit.TextMedium, Token: kit.TonePostponed.Text(), Cut: true})))
	}
	t.content.Refresh()
}

// refusal says why the final report would not be taken as it is; empty where it would, and while there is nothing.
func (t *activities) refusal(b *book) string {
	p := t.s.Printer
	switch {
	case b.counts["communication"] == 0 || !b.report.Refused():
		return ""
	case b.report.Delivered == 0:
		return p.T("project.report_none")
	}
	return p.N("project.report_open", len(b.report.Open))
}

// proposal is the line of an activity that could be added.
func (t *activities) proposal(x app.Proposal, all int) fyne.CanvasObject {
	p, tone := t.s.Printer, kit.TonePlanned
	text := x.Title
	if x.Draft.Date != "" {
		text = p.T("project.proposed_on", "Title", x.Title, "Date", p.MediumDate(string(x.Draft.Date)))
	}
	link := func(id string, do func()) fyne.CanvasObject {
		return kit.NewLink(p.T(id), do).SetTextSize(kit.TextMedium).SetToken(tone.Text())
	}
	return band(tone, kit.HStack(14,
		kit.NewText(p.N("project.proposals", all), kit.TextStyle{Size: kit.TextMedium, Token: tone.Text(), Bold: true}),
		kit.Grow(kit.NewText(text, kit.TextStyle{Size: kit.TextMedium, Token: tone.Text(), Cut: true})),
		link("project.add_proposal", func() { t.add(x) }),
		link("project.look_proposal", func() { t.look(x) }),
		link("project.not_proposal", func() { t.dismiss(x) })))
}

// band is a line over the list in a tone.
func band(tone kit.Tone, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Sized(0, 32, kit.Stack(kit.NewBox(kit.BoxStyle{Fill: tone.Ground()}), kit.Pad(kit.Sides(0, kit.PageMargin), o)))
}

// add writes the activity as it is proposed, and shows it.
func (t *activities) add(x app.Proposal) {
	t.decide(x, t.s.Workspace.Proposals.Add, func(done app.Done) {
		t.Open(x.Draft.ID)
		t.s.undoable(t.s.Printer.T("project.proposal_added"), done.Batch)
	})
}

// look opens the proposal in the form of a new activity, to be changed before it is saved.
func (t *activities) look(x app.Proposal) {
	t.Pane().Create(func(rec data.Record) {
		c, id := rec.(*data.Communication), rec.Head().ID
		*c = *x.Draft
		c.ID = id
	})
}

func (t *activities) dismiss(x app.Proposal) {
	t.decide(x, t.s.Workspace.Proposals.Dismiss, func(done app.Done) {
		t.s.undoable(t.s.Printer.T("project.proposal_dismissed"), done.Batch)
	})
}

// decide does what was decided of a proposal. It is shown no more from then on: pressed twice, it would be done twice.
func (t *activities) decide(x app.Proposal, do func(context.Context, *data.Communication) (app.Done, error), then func(app.Done)) {
	if b := t.s.book; b != nil {
		b.proposals = slices.DeleteFunc(slices.Clone(b.proposals), func(other app.Proposal) bool { return other.Source == x.Source })
		t.s.nav.show(b)
		t.follow(b)
	}
	var done app.Done
	t.s.run(func(ctx context.Context) (err error) {
		if done, err = do(ctx, x.Draft); err != nil {
			t.s.exec.Apply(t.s.readBook) // it is proposed still
		}
		return err
	}, func() { then(done) })
}
