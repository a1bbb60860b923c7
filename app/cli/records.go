package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/data"
)

// entityArg is an entity given on the command line.
func entityArg(name string) (*data.Entity, error) {
	e, ok := data.EntityNamed(strings.ReplaceAll(name, "-", "_"))
	if !ok {
		e, ok = data.EntityNamed(name)
	}
	if !ok {
		var names []string
		for _, e := range data.Entities() {
			names = append(names, e.Plural)
		}
		return nil, data.Fail("query.entity", "Entity", name, "Allowed", strings.Join(names, ", "))
	}
	return e, nil
}

// conditions are --where arguments: FIELD=VALUE, also with <=, >=, < and >.
func conditions(args []string) ([]app.Cond, error) {
	var conds []app.Cond
	for _, arg := range args {
		at := strings.IndexAny(arg, "=<>")
		if at <= 0 {
			return nil, data.Fail("cli.where", "Value", arg)
		}
		op := arg[at : at+1]
		if op != "=" && strings.HasPrefix(arg[at+1:], "=") {
			op += "="
		}
		conds = append(conds, app.Where(strings.TrimSpace(arg[:at]), op, strings.TrimSpace(arg[at+len(op):])))
	}
	return conds, nil
}

type listCmd struct {
	Entity string   `arg:"" placeholder:"ENTITY" help:"${entity}"`
	Where  []string `sep:"none" placeholder:"FIELD=VALUE" help:"${where}"`
	Search string   `placeholder:"TEXT" help:"${list_search}"`
	Sort   order    `placeholder:"[-]FIELD" help:"${sort}"`
	Limit  int      `placeholder:"N" help:"${limit}"`
	After  string   `placeholder:"CURSOR" help:"${after}"`
}

func (c *listCmd) query(s *session) (app.Query, *data.Entity, error) {
	e, err := entityArg(c.Entity)
	if err != nil {
		return app.Query{}, nil, err
	}
	where, err := conditions(c.Where)
	field, desc := strings.CutPrefix(string(c.Sort), "-")
	return app.Query{
		Entity: e.Name, Where: where, Search: c.Search, Sort: field, Desc: desc, Limit: c.Limit, After: c.After,
		Lang: s.p.Lang(), Labels: s.p,
	}, e, err
}

// Run prints one page of a list.
func (c *listCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		q, e, err := c.query(s)
		if err != nil {
			return err
		}
		page, err := w.Records.List(s.ctx, q)
		if err != nil {
			return err
		}
		if s.words.JSON {
			records, err := asJSON(page.Records)
			if err != nil {
				return err
			}
			return s.result(map[string]any{"records": records, "next": page.Next}, nil)
		}
		return s.printRecords(w, e, page)
	})
}

// asJSON gives records as JSON, with their stamps.
func asJSON(recs []data.Record) ([]json.RawMessage, error) {
	out := make([]json.RawMessage, 0, len(recs))
	for _, rec := range recs {
		b, err := data.AppendJSON(nil, rec)
		if err != nil {
			return nil, err
		}
		m := rec.Head()
		stamps := fmt.Sprintf(`,"state":%q,"created_at":%q,"changed_at":%q,"created_by":%q,"changed_by":%q}`,
			m.State, m.CreatedAt.UTC().Format(time.RFC3339), m.ChangedAt.UTC().Format(time.RFC3339), m.CreatedBy, m.ChangedBy)
		out = append(out, append(b[:len(b)-1], stamps...))
	}
	return out, nil
}

// printRecords prints a page as a table of the columns that fit beside each other.
func (s *session) printRecords(w *app.Workspace, e *data.Entity, page app.Page) error {
	view, err := s.viewer(w, e, page.Records)
	if err != nil {
		return err
	}
	var columns []*data.Column
	header, width := []string{s.p.T("cli.id")}, 36
	for i := range e.Columns {
		c := &e.Columns[i]
		if c.Width == 0 || !c.Sort && c.ID != "emails" || width+c.Width > 170 {
			continue
		}
		width += c.Width
		columns, header = append(columns, c), append(header, s.p.FieldShort(strings.TrimPrefix(c.LabelID(), "field.")))
	}
	rows := make([][]string, 0, len(page.Records))
	for _, rec := range page.Records {
		row := []string{rec.Head().ID}
		for _, c := range columns {
			row = append(row, view.Text(c, rec))
		}
		rows = append(rows, row)
	}
	return s.result(nil, func(out io.Writer) {
		table(out, header, rows)
		if page.Next != "" {
			fmt.Fprintln(out, s.p.T("cli.list.more", "Cursor", page.Next))
		}
	})
}

// viewer puts columns into words, references by their names.
func (s *session) viewer(w *app.Workspace, e *data.Entity, recs []data.Record) (*app.Viewer, error) {
	view, err := w.Viewer(s.ctx, s.p.Lang())
	if err != nil {
		return nil, err
	}
	names, err := w.Records.Names(s.ctx, e, recs, s.p.Lang())
	view.Names = func(_, id string) string {
		if name := names[id]; name != "" {
			return name
		}
		return id
	}
	return view, err
}

type showCmd struct {
	Entity string `arg:"" placeholder:"ENTITY" help:"${entity}"`
	ID     string `arg:"" placeholder:"ID" help:"${id}"`
}

// Run prints one record, all of it.
func (c *showCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		e, err := entityArg(c.Entity)
		if err != nil {
			return err
		}
		rec, err := w.Records.Get(s.ctx, e, c.ID)
		if err != nil {
			return err
		}
		if s.words.JSON {
			out, err := asJSON([]data.Record{rec})
			if err != nil {
				return err
			}
			return s.result(out[0], nil)
		}
		view, err := s.viewer(w, e, []data.Record{rec})
		if err != nil {
			return err
		}
		return s.result(nil, func(out io.Writer) {
			for i := range e.Columns {
				if text := view.Text(&e.Columns[i], rec); text != "" {
					fmt.Fprintln(out, s.pair(s.p.T(e.Columns[i].LabelID()), text))
				}
			}
		})
	})
}

type putCmd struct {
	File string `arg:"" optional:"" default:"-" placeholder:"FILE" help:"${put_file}"`
}

// Run puts JSON Lines into the workspace: all or nothing.
func (c *putCmd) Run(s *session) error {
	in, name := s.streams.In, s.p.T("cli.stdin")
	if c.File != "-" {
		name = c.File
		f, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	return s.writing(func(w *app.Workspace) error {
		done, err := w.Records.Put(s.ctx, app.PutParams{In: in, File: name})
		if err != nil {
			return err
		}
		return s.result(done, s.say("cli.put.done", "Created", s.p.Number(done.Created), "Updated", s.p.Number(done.Updated), "Unchanged", s.p.Number(done.Unchanged)))
	})
}

type deleteCmd struct {
	Entity string   `arg:"" placeholder:"ENTITY" help:"${entity}"`
	IDs    []string `arg:"" name:"id" placeholder:"ID" help:"${ids}"`
}

// Run puts records into the trash.
func (c *deleteCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		e, err := entityArg(c.Entity)
		if err != nil {
			return err
		}
		done, err := w.Records.Trash(s.ctx, e, c.IDs...)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "deleted": len(done.Changes)}, s.say("cli.delete.done", "N", s.p.Number(len(done.Changes))))
	})
}

type trashCmd struct{}

// Run lists what lies in the trash.
func (c *trashCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		recs, err := w.Records.Trashed(s.ctx)
		if err != nil {
			return err
		}
		if s.words.JSON {
			records, err := asJSON(recs)
			if err != nil {
				return err
			}
			return s.result(map[string]any{"records": records}, nil)
		}
		return s.result(nil, func(out io.Writer) {
			var rows [][]string
			for _, rec := range recs {
				rows = append(rows, []string{rec.Head().ID, s.p.Entity(data.EntityOf(rec).Name), app.Called(s.p, rec)})
			}
			table(out, nil, rows)
		})
	})
}

type restoreCmd struct {
	IDs []string `arg:"" name:"id" placeholder:"ID" help:"${ids}"`
}

// Run takes records out of the trash.
func (c *restoreCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		done, err := w.Records.Restore(s.ctx, c.IDs...)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "restored": len(done.Changes)}, s.say("cli.restore.done", "N", s.p.Number(len(done.Changes))))
	})
}

type searchCmd struct {
	Text   string `arg:"" placeholder:"TEXT" help:"${search_text}"`
	Entity string `placeholder:"E" help:"${search_entity}"`
	Limit  int    `placeholder:"N" help:"${limit}"`
}

// Run finds records by words.
func (c *searchCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		find := app.Find{Text: c.Text, Limit: c.Limit, Lang: s.p.Lang()}
		if c.Entity != "" {
			e, err := entityArg(c.Entity)
			if err != nil {
				return err
			}
			find.Entities = []string{e.Name}
		}
		hits, err := w.Records.Search(s.ctx, find)
		if err != nil {
			return err
		}
		type hit struct {
			Entity string `json:"entity"`
			ID     string `json:"id"`
			Title  string `json:"title"`
		}
		out := make([]hit, 0, len(hits.Items))
		for _, h := range hits.Items {
			out = append(out, hit{h.Entity, h.ID, h.Title})
		}
		return s.result(map[string]any{"hits": out, "capped": hits.Capped}, func(w io.Writer) {
			var rows [][]string
			for _, h := range out {
				rows = append(rows, []string{h.ID, s.p.Entity(h.Entity), h.Title})
			}
			table(w, nil, rows)
			if hits.Capped {
				fmt.Fprintln(w, s.p.T("cli.search.capped"))
			}
		})
	})
}
