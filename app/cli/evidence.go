package cli

import (
	"errors"
	"fmt"
	"io"

	"primadesk/app"
	"primadesk/data"
)

type attachCmd struct {
	Event string `arg:"" placeholder:"EVENT" help:"${attach_event}"`
	File  string `arg:"" placeholder:"FILE" help:"${attach_file}"`
	Kind  string `required:"" placeholder:"K" help:"${attach_kind}"`
}

// Run keeps a file as evidence of an event.
func (c *attachCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		v, err := w.Evidence.Attach(s.ctx, app.AttachParams{Event: c.Event, File: c.File, Kind: c.Kind})
		if err != nil {
			return err
		}
		return s.result(map[string]any{"id": v.ID, "file": v.File, "size": v.Size}, s.say("cli.attach.done", "File", c.File, "ID", v.ID))
	})
}

type evidenceCmd struct {
	Verify verifyCmd      `cmd:"" help:"${evidence_verify}"`
	Attach attachAllCmd   `cmd:"" help:"${evidence_attach}"`
	Check  wholeCmd       `cmd:"" help:"${evidence_check}"`
	Copy   evidenceOutCmd `cmd:"" help:"${evidence_copy}"`
}

type verifyCmd struct{}

// Run reads every evidence file and says which are not what they were.
func (c *verifyCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		total, found, err := w.Evidence.Verify(s.ctx)
		if err != nil {
			return err
		}
		out := make([]app.Detail, 0, len(found))
		for _, problem := range found {
			out = append(out, app.TellProblem(s.p, problem))
		}
		err = s.result(map[string]any{"files": total, "findings": out}, func(w io.Writer) {
			for _, d := range out {
				fmt.Fprintln(w, d.Message)
			}
			fmt.Fprintln(w, s.p.T("cli.verify.done", "N", s.p.Number(total), "Wrong", s.p.Number(len(out))))
		})
		if err == nil && len(found.Refused()) > 0 {
			return data.Fail("evidence.wrong", "N", len(found.Refused()))
		}
		return err
	})
}

type attachAllCmd struct {
	Event string   `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Files []string `arg:"" name:"file" placeholder:"FILE" help:"${attach_file}"`
}

// attachedOut is what became of one file, as programs read it.
type attachedOut struct {
	File  string    `json:"file"`
	ID    string    `json:"id,omitempty"`
	Kind  string    `json:"kind,omitempty"`
	Error *app.Told `json:"error,omitempty"`
}

// Run keeps several files as evidence of an event, each of the kind that its name suggests. It fails where one of them
// could not be kept, but keeps the others.
func (c *attachAllCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		list, done, err := w.Evidence.AttachAll(s.ctx, c.Event, c.Files)
		if err != nil {
			return err
		}
		out := make([]attachedOut, len(list))
		var failed error
		for i, a := range list {
			out[i].File = a.File
			if a.Err != nil {
				told := app.Tell(s.p, a.Err)
				out[i].Error, failed = &told, a.Err
				continue
			}
			out[i].ID, out[i].Kind = a.Record.ID, a.Record.Kind
		}
		err = s.result(map[string]any{"batch": done.Batch, "files": out}, func(to io.Writer) {
			for _, a := range out {
				if a.Error != nil {
					fmt.Fprintln(to, a.Error.Message)
					continue
				}
				fmt.Fprintln(to, s.p.T("cli.attach.done", "File", a.File, "ID", a.ID))
			}
		})
		return errors.Join(err, failed)
	})
}

// evidence reads a record of evidence.
func (s *session) evidence(w *app.Workspace, id string) (*data.Evidence, error) {
	rec, err := w.Records.Get(s.ctx, data.EntityOf((*data.Evidence)(nil)), id)
	if err != nil {
		return nil, err
	}
	return rec.(*data.Evidence), nil
}

type wholeCmd struct {
	ID string `arg:"" placeholder:"ID" help:"${evidence_id}"`
}

// Run tells whether one file of evidence is what was attached.
func (c *wholeCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		v, err := s.evidence(w, c.ID)
		if err == nil {
			err = w.Evidence.Whole(s.ctx, v)
		}
		if err != nil {
			return err
		}
		return s.result(map[string]any{"id": v.ID, "whole": true}, s.say("evidence.whole"))
	})
}

type evidenceOutCmd struct {
	ID     string `arg:"" placeholder:"ID" help:"${evidence_id}"`
	Output string `short:"o" required:"" placeholder:"FILE" help:"${output}"`
}

// Run writes a copy of a file of evidence: whole, or not at all.
func (c *evidenceOutCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		v, err := s.evidence(w, c.ID)
		if err == nil {
			err = w.Evidence.SaveCopy(v, c.Output)
		}
		if err != nil {
			return err
		}
		return s.result(map[string]any{"file": c.Output}, s.say("cli.written", "File", c.Output))
	})
}
