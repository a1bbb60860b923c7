package cli

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"

	"primadesk/app"
	"primadesk/data"
)

type inviteCmd struct {
	Event   string   `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Contact []string `sep:"none" placeholder:"ID" help:"${invite_contact}"`
	Where   []string `sep:"none" placeholder:"FIELD=VALUE" help:"${where}"`
	Search  string   `placeholder:"TEXT" help:"${list_search}"`
	Again   bool     `help:"${invite_again}"`
	Mark    bool     `help:"${invite_mark}"`
	Drafts  string   `placeholder:"DIR" help:"${invite_drafts}"`
	ICS     string   `name:"ics" placeholder:"FILE" help:"${invite_ics}"`
}

// invitee is a contact who may be invited, as programs read it.
type invitee struct {
	Contact      string `json:"contact"`
	Name         string `json:"name"`
	Organisation string `json:"organisation,omitempty"`
	Address      string `json:"address,omitempty"`
	Language     string `json:"language"`
	Invitation   string `json:"invitation,omitempty"`
	Lacks        string `json:"lacks,omitempty"`
}

// invited is what came of a round of invitations.
type invited struct {
	Event  string    `json:"event"`
	People []invitee `json:"people"`
	All    int       `json:"all"`
	Drafts []string  `json:"drafts,omitempty"`
	ICS    string    `json:"ics,omitempty"`
	Marked int       `json:"marked"`
	Batch  string    `json:"batch,omitempty"`
}

// Run tells who can be invited, writes letters and the calendar file, and marks those who are written to.
func (c *inviteCmd) Run(s *session) error {
	open := s.reading
	if c.Mark {
		open = s.writing
	}
	return open(func(w *app.Workspace) error {
		round, err := c.round(s, w)
		if err != nil {
			return err
		}
		out, err := c.carryOut(s, w, round)
		if err != nil {
			return err
		}
		return s.result(out, func(to io.Writer) { c.print(s, to, out) })
	})
}

func (c *inviteCmd) round(s *session, w *app.Workspace) (app.Round, error) {
	event, err := w.Events.Find(s.ctx, c.Event)
	if err != nil {
		return app.Round{}, err
	}
	if err := s.known(w, "contact", c.Contact...); err != nil {
		return app.Round{}, err
	}
	where, err := conditions(c.Where)
	if err != nil {
		return app.Round{}, err
	}
	return w.Invitations.Candidates(s.ctx, app.InviteParams{
		Event: event.ID, Contacts: c.Contact, Lang: s.p.Lang(),
		Query: app.Query{Where: where, Search: c.Search, Lang: s.p.Lang(), Labels: s.p},
	})
}

// carryOut writes the files first: nobody is marked as invited to whom no letter could be written.
func (c *inviteCmd) carryOut(s *session, w *app.Workspace, round app.Round) (invited, error) {
	out := invited{Event: round.Event.ID, People: []invitee{}, All: round.All}
	var reached []app.Invitee
	var contacts []string
	for _, i := range round.People {
		out.People = append(out.People, invitee{i.Contact, i.Name, i.Organisation, i.Address, i.Lang, i.Invitation, i.Lacks})
		if i.Lacks == "" && (c.Again || !i.Invited()) {
			reached, contacts = append(reached, i), append(contacts, i.Contact)
		}
	}
	if c.ICS != "" {
		calendar, err := w.Invitations.Calendar(s.ctx, round.Event.ID, s.p.Lang())
		if err == nil {
			err = w.Invitations.SaveCalendar(c.ICS, calendar)
		}
		if err != nil {
			return out, err
		}
		out.ICS = c.ICS
	}
	if c.Drafts != "" {
		letters, err := w.Invitations.Letters(s.ctx, round.Event.ID, reached)
		if err != nil {
			return out, err
		}
		name := cmp.Or(round.Event.Number, round.Event.ID) + " invitation.eml"
		if out.Drafts, err = w.Invitations.SaveDrafts(filepath.Join(c.Drafts, filepath.Base(name)), letters); err != nil {
			return out, err
		}
	}
	if c.Mark {
		done, marked, err := w.Invitations.Mark(s.ctx, round.Event.ID, contacts, s.p.Lang())
		if err != nil {
			return out, err
		}
		out.Marked, out.Batch = marked, done.Batch
	}
	return out, nil
}

//i18n:prefix cli.invite.lacks_
func (c *inviteCmd) print(s *session, to io.Writer, out invited) {
	rows := make([][]string, 0, len(out.People))
	for _, i := range out.People {
		stands := s.p.T("cli.invite.reachable")
		switch {
		case i.Lacks != "":
			stands = s.p.T("cli.invite.lacks_" + i.Lacks)
		case i.Invitation != "" && i.Invitation != "not_invited":
			stands = s.p.Enum(data.Invitation.Name, i.Invitation)
		}
		rows = append(rows, []string{i.Contact, i.Name, i.Organisation, i.Address, i.Language, stands})
	}
	table(to, nil, rows)
	if len(out.People) < out.All {
		fmt.Fprintln(to, s.p.T("cli.invite.capped", "N", s.p.Number(len(out.People)), "All", s.p.Number(out.All)))
	}
	for _, file := range out.Drafts {
		fmt.Fprintln(to, s.p.T("cli.written", "File", file))
	}
	if out.ICS != "" {
		fmt.Fprintln(to, s.p.T("cli.written", "File", out.ICS))
	}
	if c.Mark {
		fmt.Fprintln(to, s.p.T("cli.invite.marked", "N", s.p.Number(out.Marked)))
	}
}
