package cli

import (
	"primadesk/app"
	"primadesk/data"
)

// picked are the records of one entity that a command changes: by id, or all that a filter leaves.
type picked struct {
	IDs    []string `arg:"" optional:"" name:"id" placeholder:"ID" help:"${ids}"`
	Where  []string `sep:"none" placeholder:"FIELD=VALUE" help:"${where}"`
	Search string   `placeholder:"TEXT" help:"${list_search}"`
}

func (c *picked) ids(s *session, w *app.Workspace, e *data.Entity) ([]string, error) {
	filtered := len(c.Where) > 0 || c.Search != ""
	if filtered == (len(c.IDs) > 0) {
		return nil, data.Fail("cli.picked")
	}
	if !filtered {
		return c.IDs, s.known(w, e.Name, c.IDs...)
	}
	where, err := conditions(c.Where)
	if err != nil {
		return nil, err
	}
	return w.Records.IDs(s.ctx, app.Query{Entity: e.Name, Where: where, Search: c.Search, Lang: s.p.Lang(), Labels: s.p})
}

// known makes sure that records are there and not in the trash.
func (s *session) known(w *app.Workspace, entity string, ids ...string) error {
	e, err := entityArg(entity)
	if err != nil {
		return err
	}
	recs, err := w.Records.Many(s.ctx, e, ids)
	if err != nil {
		return err
	}
	live := map[string]bool{}
	for _, rec := range recs {
		live[rec.Head().ID] = rec.Head().State == data.Live
	}
	for _, id := range ids {
		if !live[id] {
			return data.Fail("record.unknown", "ID", id)
		}
	}
	return nil
}

// changing changes the records that were picked, and tells how many that were.
func (s *session) changing(entity, column string, c *picked, do func(*app.Workspace, *data.Entity, []string) (app.Done, error)) error {
	return s.writing(func(w *app.Workspace) error {
		e, err := entityArg(entity)
		if err != nil {
			return err
		}
		if _, ok := e.Column(column); !ok {
			return data.Fail("query.field", "Field", column)
		}
		ids, err := c.ids(s, w, e)
		if err != nil {
			return err
		}
		done, err := do(w, e, ids)
		if err != nil {
			return err
		}
		n := len(done.Changes)
		return s.result(map[string]any{"batch": done.Batch, "changed": n}, s.say("cli.changed", "N", s.p.Number(n)))
	})
}

type tagCmd struct {
	Entity string `arg:"" placeholder:"ENTITY" help:"${entity}"`
	Tag    string `arg:"" placeholder:"TAG" help:"${tag_word}"`
	picked
}

// Run gives records a tag.
func (c *tagCmd) Run(s *session) error {
	return s.changing(c.Entity, "tags", &c.picked, func(w *app.Workspace, e *data.Entity, ids []string) (app.Done, error) {
		return w.Records.Tag(s.ctx, e, ids, c.Tag)
	})
}

type untagCmd struct {
	Entity string `arg:"" placeholder:"ENTITY" help:"${entity}"`
	Tag    string `arg:"" placeholder:"TAG" help:"${tag_word}"`
	picked
}

// Run takes a tag from records.
func (c *untagCmd) Run(s *session) error {
	return s.changing(c.Entity, "tags", &c.picked, func(w *app.Workspace, e *data.Entity, ids []string) (app.Done, error) {
		return w.Records.Untag(s.ctx, e, ids, c.Tag)
	})
}

type ownCmd struct {
	Entity  string `arg:"" placeholder:"ENTITY" help:"${entity}"`
	Partner string `arg:"" placeholder:"PARTNER" help:"${partner_arg}"`
	picked
}

// Run makes records a partner's.
func (c *ownCmd) Run(s *session) error {
	return s.changing(c.Entity, "owner", &c.picked, func(w *app.Workspace, e *data.Entity, ids []string) (app.Done, error) {
		partner, err := w.Projects.Partner(s.ctx, c.Partner)
		if err != nil {
			return app.Done{}, err
		}
		return w.Records.Own(s.ctx, e, ids, partner.ID)
	})
}
