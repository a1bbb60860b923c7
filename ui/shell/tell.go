package shell

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Toast shows a toast.
func (s *Shell) Toast(t screen.Toast) {
	toast := kit.Toast{Text: t.Text, Stay: t.Stay}
	for _, a := range t.Actions {
		toast.Links = append(toast.Links, kit.Link{Text: a.Text, Do: a.Do})
	}
	s.toasts.Push(toast)
}

// mostDetails is how many problems an error's dialog names; a list of hundreds helps nobody.
const mostDetails = 8

// ShowError tells the user what happened, to which record, and what to do; the cause goes to the log. What the user
// cancelled is no error.
func (s *Shell) ShowError(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	level := s.logError(err)
	told := app.Tell(s.words, err)
	s.trace.Log(context.Background(), level, "error shown", "code", told.Code)
	s.message(s.T("shell.error"), told.Message, details(s, told.Details))
}

func details(s *Shell, list []app.Detail) []string {
	var out []string
	for i, d := range list {
		if i == mostDetails {
			out = append(out, s.N("shell.more", len(list)-i))
			break
		}
		out = append(out, d.Message)
	}
	return out
}

// message shows something to read and acknowledge.
func (s *Shell) message(title, text string, lines []string) {
	p := kit.DialogParams{Title: title, Text: text, Yes: s.T("shell.ok"), Width: 480}
	if len(lines) > 0 {
		p.Body = kit.NewText("• "+strings.Join(lines, "\n• "), kit.TextStyle{Wrap: true, Token: kit.TokenMuted})
	}
	kit.ShowDialog(s.win.Canvas(), p)
}

// logError writes an error's code and its innermost cause, and gives the level. What lies between may hold what the user
// typed. What the rules refuse is a warning, for the program did what it is for; an error is where something else went wrong.
func (s *Shell) logError(err error) slog.Level {
	level, cause := slog.LevelWarn, ""
	if root := rootOf(err); root != nil {
		level, cause = slog.LevelError, root.Error()
	}
	if s.work != nil {
		s.work.Log.Log(context.Background(), level, "told to the user", "code", app.Tell(s.words, err).Code, "cause", cause)
	}
	return level
}

// rootOf gives the innermost cause of an error, nil where that is a rule of ours.
func rootOf(err error) error {
	switch x := err.(type) { //nolint:errorlint // each layer is looked at by itself
	case interface{ Unwrap() []error }:
		for _, part := range x.Unwrap() {
			if root := rootOf(part); root != nil {
				return root
			}
		}
		return nil
	case interface{ Unwrap() error }:
		if next := x.Unwrap(); next != nil {
			return rootOf(next)
		}
	}
	if _, ours := errors.AsType[*data.Error](err); ours {
		return nil
	}
	return err
}

// Ask asks a question in a dialog.
func (s *Shell) Ask(q screen.Question) {
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{Title: q.Title, Text: q.Text, Yes: q.Yes, No: q.No, Danger: q.Danger, OnYes: q.OnYes})
}

// Status changes what the status bar says, until something is saved.
func (s *Shell) Status(text string) {
	if s.frame != nil {
		s.frame.status.Set(kit.TokenOk, text)
	}
}

// Undo takes back a batch of changes and shows what came of it.
func (s *Shell) Undo(batch string) {
	s.reverse(func(ctx context.Context, r *app.Records) (app.Undone, error) { return r.Undo(ctx, batch) }, false)
}

// redo takes back the last undo.
func (s *Shell) redo() {
	s.reverse(func(ctx context.Context, r *app.Records) (app.Undone, error) { return r.Redo(ctx) }, true)
}

func (s *Shell) reverse(do func(context.Context, *app.Records) (app.Undone, error), again bool) {
	work, lang := s.work, s.Language()
	if work == nil {
		return
	}
	s.exec.Go(func() {
		u, err := do(context.Background(), work.Records)
		var kept []string
		var what app.BatchDeed
		if err == nil {
			kept, err = keptNames(work, u.Kept, lang)
		}
		if err == nil {
			what, err = work.Records.UndoneOf(context.Background(), u.Of, lang)
		}
		s.exec.Apply(func() {
			if s.work != work {
				return
			}
			if err != nil {
				s.cannot(err)
				return
			}
			trace, text, back := "undone", "shell.undone", screen.Action{Text: s.T("shell.redo"), Do: s.redo}
			if again {
				trace, text, back = "redone", "shell.redone", screen.Action{Text: s.T("shell.undo"), Do: func() { s.Undo("") }}
			}
			s.trace.Info(trace, "kind", what.Kind, "records", u.Undone, "kept", len(u.Kept))
			if len(kept) > 0 {
				s.message(s.N("shell.undone_part", u.Undone), s.T("shell.kept"), kept)
				return
			}
			s.Toast(screen.Toast{Text: s.T(text, "What", what.Text), Actions: []screen.Action{back}})
		})
	})
}

// cannot says that there is nothing to undo in a toast: that is no error that needs a dialog.
func (s *Shell) cannot(err error) {
	if e, ok := errors.AsType[*data.Error](err); ok && (e.Code == "undo.nothing" || e.Code == "redo.nothing") {
		s.Toast(screen.Toast{Text: app.Tell(s.words, err).Message})
		return
	}
	s.ShowError(err)
}

// keptNames names the records that an undo left as they are, because they were changed since, with their fields.
func keptNames(work *app.Workspace, kept []data.Problem, lang string) ([]string, error) {
	ids, fields := map[string][]string{}, map[string][]string{}
	for _, k := range kept {
		if len(fields[k.Record]) == 0 {
			ids[k.Entity] = append(ids[k.Entity], k.Record)
		}
		fields[k.Record] = append(fields[k.Record], k.Field)
	}
	var out []string
	viewer, err := work.Viewer(context.Background(), lang)
	if err != nil {
		return nil, err
	}
	for entity, of := range ids {
		e, _ := data.EntityNamed(entity)
		titles, err := work.Records.Titles(context.Background(), e, of, lang)
		if err != nil {
			return nil, err
		}
		for _, id := range of {
			if len(out) == mostDetails {
				return append(out, viewer.P.N("shell.more", len(fields)-mostDetails)), nil
			}
			out = append(out, keptLine(viewer, entity, titles[id], fields[id]))
		}
	}
	return out, nil
}

func keptLine(v *app.Viewer, entity, title string, fields []string) string {
	var labels []string
	for _, f := range fields {
		if f != "" {
			labels = append(labels, app.FieldLabel(v.P, entity, f))
		}
	}
	if len(labels) == 0 {
		return title
	}
	return title + " (" + strings.Join(labels, ", ") + ")"
}
