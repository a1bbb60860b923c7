package events

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
)

// inviting is the choice of whom to invite, from all contacts, beside the letters that go to them.
type inviting struct {
	v       *people
	list    *listing.List
	round   *kit.Later[[]app.Letter]
	letters []app.Letter
	lacking []app.Invitee // those picked who cannot be written to
	stand   map[string]*participant
	mark    *kit.Check // whether what is done is marked and logged in the same go
	pane    *fyne.Container
	side    *fyne.Container // pane on its ground; hidden while there are no letters
	content *fyne.Container
	read    bool // the list has been read: what is written later is read anew
}

// invite shows the contacts to choose from.
func (v *people) invite() {
	if v.d == nil || v.g.s.readOnly() {
		return
	}
	v.asking = newInviting(v)
	v.asking.show()
	v.open(v.asking.content)
	v.asking.list.Shown()
	v.asking.read = true
	v.asking.list.FocusSearch()
}

func newInviting(v *people) *inviting {
	s := v.g.s
	p := s.Printer
	n := &inviting{v: v, round: kit.NewLater[[]app.Letter](s.exec), pane: kit.VStack(14), mark: kit.NewCheck(p.T("people.mark_and_log"))}
	n.mark.SetValue("true")
	state := func(row listing.Row) kit.Cell { return n.state(row) }
	n.list = listing.New(listing.Params{
		Workspace: s.Workspace, Shell: s.Shell, Printer: p, Exec: s.exec, Entity: data.EntityOf((*data.Contact)(nil)),
		Words: listing.Words{Search: p.T("people.search_contacts"), Empty: p.T("people.no_contacts"), Icon: kit.IconPeople()},
		Columns: []listing.Column{
			{ID: "family_name", Title: p.T("events.name"), Width: 150, Grow: 3, Cell: func(row listing.Row) kit.Cell {
				return kit.Cell{Text: row.Record.Title(p.Lang())}
			}},
			{ID: "organisation", Width: 140, Grow: 3, Kind: kit.CellMuted},
			{ID: "state", Title: p.T("field.invitation"), Width: stateWidth(p), Kind: kit.CellChip, Cell: state},
			{ID: "preferred_language", Width: 90, Kind: kit.CellMuted, Hidden: true},
			{ID: "country", Width: 90, Kind: kit.CellMuted, Hidden: true},
		},
		Filters: []listing.Filter{{Field: "organisation.group"}, {Field: "country"}, {Field: "tags"}, {Field: "organisation"}, {Field: "preferred_language"}},
		Actions: []listing.Action{{Text: p.T("people.write_to"), Do: n.write}},
		With:    []string{"organisation"}, Sort: "family_name",
	})
	head := kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 2, Left: kit.PageMargin}, kit.HStack(14,
		kit.NewLink("‹ "+p.T("events.tab_people"), func() { v.back() }),
		kit.Grow(kit.NewText(p.T("people.invite_hint"), kit.TextStyle{Token: kit.TokenMuted, Cut: true}))))
	n.side = kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Left: kit.NewUpright()},
		container.NewVScroll(kit.Pad(kit.Sides(16, kit.PageMargin), n.pane))))
	n.content = kit.MasterDetail(kit.Framed(kit.Borders{Top: head}, n.list.Body()), n.side)
	return n
}

// hide ends the choosing.
func (n *inviting) hide() {
	n.round.Cancel()
	n.list.Hidden()
}

// show follows the event's list and the contacts: the screen reads the event anew when any of them change.
func (n *inviting) show() {
	n.stand = map[string]*participant{}
	for i := range n.v.d.people {
		n.stand[n.v.d.people[i].a.Contact] = &n.v.d.people[i]
	}
	if n.read {
		n.list.Reload()
	}
	n.draw()
}

// state is why somebody needs no letter, or can have none.
func (n *inviting) state(row listing.Row) kit.Cell {
	p := n.v.g.s.Printer
	c := row.Record.(*data.Contact)
	if x := n.stand[c.ID]; x != nil && (x.invited() || x.walkIn()) {
		word, tone := invitationChip(p, x)
		return kit.Cell{Text: word, Tone: tone}
	}
	switch {
	case c.Suppressed:
		return kit.Cell{Text: p.T("people.lacks_peace"), Tone: kit.ToneLate}
	case len(c.Emails) == 0:
		return kit.Cell{Text: p.T("people.lacks_address"), Tone: kit.TonePostponed}
	}
	return kit.Cell{}
}

func stateWidth(p *i18n.Printer) float32 {
	return max(invitationWidth(p), chipWidth(p.T("people.lacks_peace")), chipWidth(p.T("people.lacks_address")))
}

// write makes the letters to those who were picked. Who was invited before is written to again only where she is the one
// that was picked, so that a second round to everybody reaches the new ones alone.
func (n *inviting) write(contacts []string) {
	s := n.v.g.s
	event, lang := n.v.d.event.ID, s.Printer.Lang()
	var lacking []app.Invitee
	n.round.Run(context.Background(), func(ctx context.Context) ([]app.Letter, error) {
		round, err := s.Workspace.Invitations.Candidates(ctx, app.InviteParams{Event: event, Contacts: contacts, Lang: lang})
		if err != nil {
			return nil, err
		}
		var to []app.Invitee
		for _, i := range round.People {
			if i.Lacks == "" && i.Invited() && len(round.People) > 1 {
				i.Lacks = lacksNews
			}
			if i.Lacks != "" {
				lacking = append(lacking, i)
				continue
			}
			to = append(to, i)
		}
		return s.Workspace.Invitations.Letters(ctx, event, to)
	}, func(letters []app.Letter, err error) {
		if err != nil {
			s.failed(err)
			return
		}
		n.letters, n.lacking = letters, lacking
		n.draw()
	})
}

// lacksNews is why somebody is not written to who was invited before.
const lacksNews = "invited"
