package cli

import (
	"fmt"
	"io"

	"primadesk/app"
	"primadesk/data"
)

type proposalsCmd struct {
	Add     string `placeholder:"ID" xor:"what" help:"${proposals_add}"`
	Dismiss string `placeholder:"ID" xor:"what" help:"${proposals_dismiss}"`
}

// proposed is a proposal as programs read it.
type proposed struct {
	Entity string    `json:"entity"`
	ID     string    `json:"id"`
	Title  string    `json:"title"`
	Date   data.Date `json:"date,omitempty"`
}

// Run lists the communication activities that events and newsletters propose, adds one of them, or puts one aside.
func (c *proposalsCmd) Run(s *session) error {
	open := s.reading
	if c.Add+c.Dismiss != "" {
		open = s.writing
	}
	return open(func(w *app.Workspace) error {
		list, err := w.Proposals.List(s.ctx, s.p.Lang())
		if err != nil {
			return err
		}
		if id := c.Add + c.Dismiss; id != "" {
			return c.decide(s, w, list, id)
		}
		out := make([]proposed, len(list))
		for i, x := range list {
			out[i] = proposed{x.Entity, x.Source, x.Title, x.Draft.Date}
		}
		return s.result(out, func(w io.Writer) {
			for _, x := range out {
				fmt.Fprintf(w, "%s  %-12s %s\n", x.ID, s.p.MediumDate(string(x.Date)), x.Title)
			}
		})
	})
}

func (c *proposalsCmd) decide(s *session, w *app.Workspace, list []app.Proposal, id string) error {
	for _, x := range list {
		if x.Source != id {
			continue
		}
		do, said := w.Proposals.Add, "cli.proposals.added"
		if c.Dismiss != "" {
			do, said = w.Proposals.Dismiss, "cli.proposals.dismissed"
		}
		done, err := do(s.ctx, x.Draft)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "id": x.Draft.ID}, s.say(said, "Title", x.Title))
	}
	return data.Fail("record.unknown", "ID", id)
}

type logoCmd struct {
	Partner string `arg:"" placeholder:"PARTNER" help:"${logo_partner}"`
	File    string `arg:"" optional:"" placeholder:"FILE" help:"${logo_file}"`
}

// Run keeps a picture as a partner's logo, or without a file takes the logo away.
func (c *logoCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		var done app.Done
		var err error
		if c.File != "" {
			done, err = w.Projects.SetLogo(s.ctx, c.Partner, c.File)
		} else {
			done, err = w.Projects.RemoveLogo(s.ctx, c.Partner)
		}
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch}, s.say("cli.logo.done"))
	})
}

type mergeWordCmd struct {
	Kind string `arg:"" placeholder:"KIND" enum:"event_type,theme,tag" help:"${merge_word_kind}"`
	From string `arg:"" placeholder:"FROM" help:"${merge_word_from}"`
	Into string `arg:"" placeholder:"INTO" help:"${merge_word_into}"`
}

// Run puts one word of a vocabulary in the place of another.
func (c *mergeWordCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		from, err := wordOf(s, w, c.Kind, c.From)
		if err != nil {
			return err
		}
		into, err := wordOf(s, w, c.Kind, c.Into)
		if err != nil {
			return err
		}
		done, err := w.Vocabularies.Merge(s.ctx, from, into)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch}, s.say("cli.merge_word.done", "From", c.From, "Into", c.Into))
	})
}
