package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"primadesk/app"
	"primadesk/data"
)

type placeCmd struct {
	Organisation string `arg:"" placeholder:"ORG" help:"${organisation_arg}"`
	Power        int    `required:"" placeholder:"N" help:"${place_power}"`
	Interest     int    `required:"" placeholder:"N" help:"${place_interest}"`
}

// Run gives an organisation its place in the stakeholder grid.
func (c *placeCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		if err := s.known(w, "organisation", c.Organisation); err != nil {
			return err
		}
		done, err := w.Records.PlaceInGrid(s.ctx, c.Organisation, c.Power, c.Interest)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "changed": len(done.Changes)}, s.say("cli.changed", "N", s.p.Number(len(done.Changes))))
	})
}

type reachCmd struct {
	Organisation string `arg:"" placeholder:"ORG" help:"${organisation_arg}"`
	Limit        int    `default:"50" placeholder:"N" help:"${limit}"`
}

// reached is how an organisation was reached, as programs read it.
type reached struct {
	People  int            `json:"people"`
	Invited int            `json:"invited"`
	Came    int            `json:"came"`
	Times   int            `json:"times"`
	By      map[string]int `json:"by"`
	Last    data.Date      `json:"last,omitempty"`
	Log     []logged       `json:"log"`
	Events  []reachedAt    `json:"events"`
	More    bool           `json:"more"`
}

type logged struct {
	ID      string    `json:"id"`
	Date    data.Date `json:"date"`
	Channel string    `json:"channel,omitempty"`
	Contact string    `json:"contact,omitempty"`
	Summary string    `json:"summary,omitempty"`
	name    string
}

type reachedAt struct {
	ID      string    `json:"id"`
	Date    data.Date `json:"date,omitempty"`
	Invited int       `json:"invited"`
	Came    int       `json:"came"`
	title   string
}

// Run tells how often an organisation was reached, and by what.
func (c *reachCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		if err := s.known(w, "organisation", c.Organisation); err != nil {
			return err
		}
		r, err := w.Records.ReachOf(s.ctx, c.Organisation, s.p.Lang(), max(c.Limit, 1))
		if err != nil {
			return err
		}
		out := reached{
			People: r.People, Invited: r.Invited, Came: r.Came, Times: r.Times, By: r.By, Last: r.Last, More: r.More,
			Log: []logged{}, Events: []reachedAt{},
		}
		for _, e := range r.Log {
			out.Log = append(out.Log, logged{e.ID, e.Date, e.Channel, e.Contact, e.Summary, r.Names[e.Contact]})
		}
		for _, e := range r.Events {
			out.Events = append(out.Events, reachedAt{e.Event.ID, e.Event.Start.Day(), e.Invited, e.Came, e.Event.Title(s.p.Lang())})
		}
		return s.result(out, func(to io.Writer) { s.printReach(to, out) })
	})
}

func (s *session) printReach(to io.Writer, out reached) {
	rows := [][]string{
		{s.p.T("cli.reach.people"), s.p.Number(out.People)},
		{s.p.T("cli.reach.invited"), s.p.Number(out.Invited)},
		{s.p.T("cli.reach.came"), s.p.Number(out.Came)},
		{s.p.T("cli.reach.times"), s.p.Number(out.Times)},
	}
	for _, channel := range slices.Sorted(maps.Keys(out.By)) {
		rows = append(rows, []string{"  " + s.p.Enum(data.Channel.Name, channel), s.p.Number(out.By[channel])})
	}
	if out.Last != "" {
		rows = append(rows, []string{s.p.T("cli.reach.last"), s.p.Date(string(out.Last))})
	}
	table(to, nil, rows)
	rows = nil
	for _, e := range out.Events {
		rows = append(rows, []string{s.p.Date(string(e.Date)), e.title, s.p.T("cli.reach.event", "Invited", s.p.Number(e.Invited), "Came", s.p.Number(e.Came))})
	}
	for _, e := range out.Log {
		rows = append(rows, []string{s.p.Date(string(e.Date)), s.p.Enum(data.Channel.Name, e.Channel), e.name, e.Summary})
	}
	if len(rows) > 0 {
		fmt.Fprintln(to)
		table(to, nil, rows)
	}
}
