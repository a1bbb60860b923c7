package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"primadesk/app"
)

type conflictsCmd struct {
	List    conflictsListCmd    `cmd:"" help:"${conflicts_list}"`
	Resolve conflictsResolveCmd `cmd:"" help:"${conflicts_resolve}"`
}

type conflictsListCmd struct {
	ID string `arg:"" optional:"" placeholder:"ID" help:"${history_id}"`
}

type undecidedOut struct {
	Entity  string          `json:"entity"`
	ID      string          `json:"id"`
	Field   string          `json:"field"` // empty: whether the record is there at all
	Shown   json.RawMessage `json:"shown"`
	Choices []choiceOut     `json:"choices"`
}

type choiceOut struct {
	Head   string          `json:"head"`
	Value  json.RawMessage `json:"value"`
	Author string          `json:"author,omitempty"`
	who    string
}

// Run lists the fields for which two people wrote different values.
func (c *conflictsListCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		if c.ID != "" {
			if _, err := w.Records.Find(s.ctx, c.ID); err != nil {
				return err
			}
		}
		list, err := w.Records.Undecided(s.ctx, c.ID, s.p.Lang())
		if err != nil {
			return err
		}
		out := make([]undecidedOut, 0, len(list))
		for _, u := range list {
			o := undecidedOut{Entity: u.Entity, ID: u.Record, Field: u.Field, Shown: json.RawMessage(u.Shown)}
			for _, x := range u.Choices {
				o.Choices = append(o.Choices, choiceOut{x.Head, json.RawMessage(x.Value), x.Author, x.Who})
			}
			out = append(out, o)
		}
		return s.result(out, func(to io.Writer) {
			for i, u := range out {
				fmt.Fprintln(to, s.pair(list[i].Title, app.DisputeLabel(s.p, list[i])))
				fmt.Fprintln(to, "  "+u.ID+"  "+u.Field)
				var rows [][]string
				for _, x := range u.Choices {
					shown := ""
					if string(x.Value) == string(u.Shown) {
						shown = s.p.T("cli.conflicts.shown")
					}
					rows = append(rows, []string{"  " + x.Head, shorten(string(x.Value)), x.who, shown})
				}
				table(to, nil, rows)
			}
			if len(out) == 0 {
				fmt.Fprintln(to, s.p.T("cli.conflicts.none"))
			}
		})
	})
}

type conflictsResolveCmd struct {
	ID    string `arg:"" placeholder:"ID" help:"${history_id}"`
	Field string `placeholder:"FIELD" help:"${conflicts_field}"`
	Take  string `required:"" xor:"how" placeholder:"HEAD" help:"${conflicts_take}"`
	Value string `required:"" xor:"how" placeholder:"JSON" help:"${conflicts_value}"`
}

// Run decides which value holds.
func (c *conflictsResolveCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		done, err := w.Records.Decide(s.ctx, app.DecideParams{Record: c.ID, Field: c.Field, Head: c.Take, Value: c.Value})
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "id": c.ID}, s.say("cli.conflicts.resolved"))
	})
}
