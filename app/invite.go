package app

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
)

// Invitations ask people to an event: who can be asked, what is written to them, and what is kept of it. Nothing is sent
// from here: the letters go out from the user's own mail program.
type Invitations struct{ w *Workspace }

// MostInvited is how many contacts one round of invitations looks at.
const MostInvited = 2000

// Why somebody cannot be written to.
const (
	LacksAddress  = "address"    // no e-mail
	LacksPeace    = "suppressed" // does not want to be contacted
	LacksInterest = "declined"   // has declined already
)

// Invitee is a contact who may be invited to an event.
type Invitee struct {
	Contact      string
	Name         string
	Organisation string // its name
	Address      string // the first e-mail; empty where there is none
	Lang         string // the language that she prefers, or that of the round
	Invitation   string // where she stands already: a word of data.Invitation; empty where she was not asked
	Lacks        string // one of the Lacks words; empty where she can be written to
}

// Invited tells whether somebody has been asked before.
func (i *Invitee) Invited() bool { return i.Invitation != "" && i.Invitation != "not_invited" }

// InviteParams say who may be invited to what.
type InviteParams struct {
	Event    string
	Contacts []string // by id; with none, those of Query
	Query    Query    // of contacts; its entity, limit and cursor are filled in
	Lang     string   // for contacts who prefer no language, and for titles
}

// Round is who may be invited, in the order that was asked for. All is how many contacts there are; of more than
// MostInvited the first are listed.
type Round struct {
	Event  *data.Event
	People []Invitee
	All    int
}

// Candidates lists who may be invited to an event.
func (s *Invitations) Candidates(ctx context.Context, p InviteParams) (Round, error) {
	event, err := s.event(ctx, p.Event)
	if err != nil {
		return Round{}, err
	}
	r := Round{Event: event}
	err = s.w.store.Read(ctx, func(reader *store.Reader) error {
		contacts, all, err := invitable(reader, p)
		if err != nil {
			return err
		}
		stand, err := standing(reader, event.ID)
		if err != nil {
			return err
		}
		var of []string
		for _, c := range contacts {
			if c.Organisation != "" {
				of = append(of, c.Organisation)
			}
		}
		slices.Sort(of)
		titles, err := reader.Titles("organisation", slices.Compact(of), p.Lang)
		if err != nil {
			return err
		}
		r.All = all
		for _, c := range contacts {
			i := inviteeOf(c, stand[c.ID], p.Lang)
			i.Organisation = titles[c.Organisation]
			r.People = append(r.People, i)
		}
		return nil
	})
	return r, err
}

// invitable reads the contacts that were asked for, and how many there are in all.
func invitable(r *store.Reader, p InviteParams) (list []*data.Contact, all int, err error) {
	if len(p.Contacts) > 0 {
		recs, err := r.Many("contact", p.Contacts[:min(len(p.Contacts), MostInvited)])
		for _, rec := range recs {
			if c := rec.(*data.Contact); c.State == data.Live {
				list = append(list, c)
			}
		}
		return list, len(p.Contacts), err
	}
	q := p.Query
	q.Entity, q.Limit, q.After = "contact", 0, ""
	if all, err = r.Count(q); err != nil {
		return nil, 0, err
	}
	for q.Limit = 500; len(list) < MostInvited; {
		page, err := r.Page(q)
		if err != nil {
			return nil, 0, err
		}
		for _, rec := range page.Records {
			list = append(list, rec.(*data.Contact))
		}
		if q.After = page.Next; q.After == "" {
			break
		}
	}
	return list, all, nil
}

// standing is where each contact stands with an event: contact → invitation.
func standing(r *store.Reader, event string) (map[string]string, error) {
	out := map[string]string{}
	rows, err := rowsOf(r, event)
	for _, a := range rows {
		if a.Contact == "" {
			continue
		}
		if word, met := out[a.Contact]; !met || word == "" || word == "not_invited" {
			out[a.Contact] = a.Invitation
		}
	}
	return out, err
}

// rowsOf reads the live attendance of an event, by id.
func rowsOf(r *store.Reader, event string) ([]*data.Attendance, error) {
	var out []*data.Attendance
	for rec, err := range r.Each(store.Query{Entity: "attendance", Where: []store.Cond{store.Where("event", store.Equal, event)}}) {
		if err != nil {
			return nil, err
		}
		out = append(out, rec.(*data.Attendance))
	}
	return out, nil
}

func inviteeOf(c *data.Contact, stands, lang string) Invitee {
	i := Invitee{Contact: c.ID, Name: c.Title(lang), Lang: c.PreferredLanguage, Invitation: stands}
	if !slices.Contains(data.Languages, i.Lang) {
		i.Lang = lang
	}
	for k := range c.Emails {
		if i.Address = c.Emails[k].Address; i.Address != "" {
			break
		}
	}
	switch {
	case c.Suppressed:
		i.Lacks = LacksPeace
	case i.Address == "":
		i.Lacks = LacksAddress
	case stands == "declined":
		i.Lacks = LacksInterest
	}
	return i
}

func (s *Invitations) event(ctx context.Context, id string) (*data.Event, error) {
	rec, err := s.w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), id)
	if err != nil {
		return nil, err
	}
	return rec.(*data.Event), nil
}

// Mark notes that people were invited: on the event's list, and in the log of contacts made, in a language.
// Who was invited before is left as she is, so that a second time changes nothing. It tells how many were marked. One batch.
func (s *Invitations) Mark(ctx context.Context, event string, contacts []string, lang string) (done Done, marked int, err error) {
	args := map[string]any{"Entity": "event", "Record": event}
	done, err = s.w.Records.Write(ctx, "invited", args, func(tx *Tx) error {
		marked = 0
		list, err := newRoll(tx, event)
		if err != nil {
			return err
		}
		summary := i18n.For(lang).T("people.log_invited", "Event", list.event.Title(lang))
		for _, contact := range contacts {
			fresh, err := list.invite(contact)
			if err != nil {
				return err
			}
			if !fresh {
				continue
			}
			marked++
			log := &data.Engagement{Date: s.w.Today(), Contact: contact, Channel: "email", Direction: "outgoing", Summary: summary}
			log.ID, log.Owner = newID(), list.event.Owner
			if err := tx.Save(log); err != nil {
				return err
			}
		}
		return nil
	})
	return done, marked, err
}
