package cli

import (
	"fmt"
	"io"
	"time"

	"primadesk/app"
	"primadesk/data"
)

type historyCmd struct {
	ID    string `arg:"" optional:"" placeholder:"ID" help:"${history_id}"`
	Limit int    `default:"50" placeholder:"N" help:"${limit}"`
}

// Run prints what happened to a record, or what was done in the workspace.
func (c *historyCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		if c.ID == "" {
			return c.batches(s, w)
		}
		return c.record(s, w)
	})
}

type batchOut struct {
	Batch   string    `json:"batch"`
	At      time.Time `json:"at"`
	Kind    string    `json:"kind"`
	Author  string    `json:"author,omitempty"`
	Entries int       `json:"entries"`
	Undone  bool      `json:"undone"`
	words   string
}

func (c *historyCmd) batches(s *session, w *app.Workspace) error {
	list, err := w.Records.Batches(s.ctx, c.Limit)
	if err != nil {
		return err
	}
	deeds, err := w.Home.Lately(s.ctx, s.p.Lang(), c.Limit) // which names the records
	if err != nil {
		return err
	}
	words := map[string]string{}
	for _, d := range deeds {
		words[d.Batch] = d.Text
	}
	out := make([]batchOut, 0, len(list))
	for _, b := range list {
		out = append(out, batchOut{b.ID, b.At, b.Kind, b.Author, b.Entries, b.Undone, words[b.ID]})
	}
	return s.result(out, func(w io.Writer) {
		var rows [][]string
		for _, b := range out {
			undone := ""
			if b.Undone {
				undone = s.p.T("cli.history.undone")
			}
			rows = append(rows, []string{b.Batch, s.when(b.At), b.words, s.p.Number(b.Entries), undone})
		}
		table(w, nil, rows)
	})
}

func (s *session) when(t time.Time) string { return s.p.DateTime(t.Local().Format("2006-01-02T15:04")) }

type stepOut struct {
	Entry   string      `json:"entry"`
	Batch   string      `json:"batch"`
	At      time.Time   `json:"at"`
	Author  string      `json:"author,omitempty"`
	Changes []changeOut `json:"changes"`
}

type changeOut struct {
	Field string `json:"field"`
	Old   string `json:"old"` // JSON
	New   string `json:"new"`
}

func (c *historyCmd) record(s *session, w *app.Workspace) error {
	rec, err := w.Records.Find(s.ctx, c.ID)
	if err != nil {
		return err
	}
	e := data.EntityOf(rec)
	steps, err := w.Records.History(s.ctx, e, c.ID)
	if err != nil {
		return err
	}
	out := make([]stepOut, 0, len(steps))
	for _, step := range steps {
		o := stepOut{Entry: step.Entry, Batch: step.Batch, At: step.At, Author: step.Author, Changes: []changeOut{}}
		for _, change := range step.Changes {
			o.Changes = append(o.Changes, changeOut{Field: change.Path, Old: change.Old, New: change.New})
		}
		out = append(out, o)
	}
	return s.result(out, func(w io.Writer) {
		for _, step := range out {
			fmt.Fprintln(w, s.when(step.At), step.Batch)
			for _, ch := range step.Changes {
				fmt.Fprintln(w, "  "+s.pair(app.FieldLabel(s.p, e.Name, ch.Field), shorten(ch.Old)+" → "+shorten(ch.New)))
			}
		}
	})
}

type undoCmd struct {
	Batch string `arg:"" optional:"" placeholder:"BATCH" help:"${undo_batch}"`
}

// Run undoes a batch, or the last one.
func (c *undoCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		u, err := w.Records.Undo(s.ctx, c.Batch)
		if err != nil {
			return err
		}
		return s.undone(u, "cli.undo.done")
	})
}

type redoCmd struct{}

// Run does again what was undone last.
func (c *redoCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		u, err := w.Records.Redo(s.ctx)
		if err != nil {
			return err
		}
		return s.undone(u, "cli.redo.done")
	})
}

// undone tells how many records went back, and names those that were changed since.
func (s *session) undone(u app.Undone, id string) error {
	kept := make([]app.Detail, 0, len(u.Kept))
	for _, problem := range u.Kept {
		kept = append(kept, app.TellProblem(s.p, problem))
	}
	return s.result(map[string]any{"batch": u.Batch, "of": u.Of, "undone": u.Undone, "kept": kept}, func(w io.Writer) {
		fmt.Fprintln(w, s.p.T(id, "N", s.p.Number(u.Undone)))
		for _, d := range kept {
			fmt.Fprintln(w, "  "+s.placed(d))
		}
	})
}
