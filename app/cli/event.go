package cli

import (
	"fmt"
	"io"
	"strings"

	"primadesk/app"
	"primadesk/data"
)

type eventCmd struct {
	Move           moveEventCmd      `cmd:"" help:"${event_move}"`
	Duplicate      duplicateEventCmd `cmd:"" help:"${event_duplicate}"`
	Status         eventStatusCmd    `cmd:"" help:"${event_status}"`
	BeginChecklist beginChecklistCmd `cmd:"" help:"${event_checklist}"`
	NextNumber     nextNumberCmd     `cmd:"" help:"${event_next}"`
	Sheet          eventSheetCmd     `cmd:"" help:"${event_sheet}"`
}

// onEvent changes the workspace after finding an event by its id or number.
func (s *session) onEvent(name string, do func(*app.Workspace, *data.Event) error) error {
	return s.writing(func(w *app.Workspace) error {
		event, err := w.Events.Find(s.ctx, name)
		if err != nil {
			return err
		}
		return do(w, event)
	})
}

type moveEventCmd struct {
	Event string `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Day   string `arg:"" placeholder:"DAY" help:"${event_move_day}"`
}

// Run puts an event on another day, and with it what belongs to its days.
func (c *moveEventCmd) Run(s *session) error {
	return s.onEvent(c.Event, func(w *app.Workspace, event *data.Event) error {
		moved, err := w.Events.Move(s.ctx, event.ID, data.Date(c.Day))
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": moved.Batch, "days": moved.Days, "tasks": moved.Tasks},
			s.say("cli.event.moved", "Day", s.p.Date(c.Day), "N", s.p.Number(moved.Tasks)))
	})
}

type duplicateEventCmd struct {
	Event string `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Day   string `placeholder:"DAY" help:"${event_duplicate_day}"`
}

// Run makes a new event of an event.
func (c *duplicateEventCmd) Run(s *session) error {
	return s.onEvent(c.Event, func(w *app.Workspace, event *data.Event) error {
		next, done, err := w.Events.Duplicate(s.ctx, event.ID, data.Date(c.Day))
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "id": next.ID, "number": next.Number},
			s.say("cli.event.duplicated", "Number", next.Number, "ID", next.ID))
	})
}

type eventStatusCmd struct {
	Event  string `arg:"" placeholder:"EVENT" help:"${event_arg}"`
	Status string `arg:"" placeholder:"STATUS" help:"${event_status_word}"`
}

// Run brings an event into a state.
func (c *eventStatusCmd) Run(s *session) error {
	return s.onEvent(c.Event, func(w *app.Workspace, event *data.Event) error {
		done, err := w.Events.SetStatus(s.ctx, event.ID, c.Status)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch}, s.say("cli.event.status", "Status", s.p.Enum(data.EventStatus.Name, c.Status)))
	})
}

type beginChecklistCmd struct {
	Event string `arg:"" placeholder:"EVENT" help:"${event_arg}"`
}

// Run puts the project's tasks on an event's checklist.
func (c *beginChecklistCmd) Run(s *session) error {
	return s.onEvent(c.Event, func(w *app.Workspace, event *data.Event) error {
		done, err := w.Events.BeginChecklist(s.ctx, event.ID, s.p.Lang())
		if err != nil {
			return err
		}
		now, err := w.Events.Find(s.ctx, event.ID)
		if err != nil {
			return err
		}
		added := len(now.Checklist) - len(event.Checklist)
		return s.result(map[string]any{"batch": done.Batch, "added": added}, s.say("cli.event.checklist", "N", s.p.Number(added)))
	})
}

type nextNumberCmd struct {
	Partner string `arg:"" placeholder:"PARTNER" help:"${partner_arg}"`
}

// Run says which number a partner's next event has; none where the partner has no code.
func (c *nextNumberCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		partner, err := w.Projects.Partner(s.ctx, c.Partner)
		if err != nil {
			return err
		}
		number, err := w.Events.NextNumber(s.ctx, partner.ID)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"number": number}, func(out io.Writer) { fmt.Fprintln(out, number) })
	})
}

type eventSheetCmd struct {
	Event string `arg:"" placeholder:"EVENT" help:"${event_arg}"`
}

// sheetLine is a line of the event sheet as programs read it.
type sheetLine struct {
	Label   string `json:"label"`
	Text    string `json:"text"`
	Missing bool   `json:"missing,omitempty"`
}

// Run prints the event sheet as the report would write it, with what is missing marked.
func (c *eventSheetCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		event, err := w.Events.Find(s.ctx, c.Event)
		if err != nil {
			return err
		}
		form, err := w.Reports.EventForm(s.ctx, event.ID, s.p.Lang())
		if err != nil {
			return err
		}
		lines := sheetLines(form)
		return s.result(map[string]any{"title": form.Title, "caption": form.Caption, "held": form.Held, "lines": lines}, func(out io.Writer) {
			fmt.Fprintf(out, "%s\n%s\n\n", form.Title, form.Caption)
			for _, line := range lines {
				text := line.Text
				if line.Missing {
					text = strings.TrimSpace(text + " [" + form.ToComplete + "]")
				}
				fmt.Fprintln(out, s.pair(line.Label, text))
			}
		})
	})
}

// sheetLines are all lines of an event sheet, top to bottom; a sum that is not the total counts as missing.
func sheetLines(form app.EventForm) []sheetLine {
	var out []sheetLine
	add := func(lines ...app.FormLine) {
		for _, l := range lines {
			out = append(out, sheetLine{l.Label, l.Text, l.Missing})
		}
	}
	add(form.Lines...)
	for _, t := range form.Tables {
		add(t.Lines...)
		out = append(out, sheetLine{t.Header + ", " + form.TotalWord, t.Sum, !t.Agrees})
	}
	add(form.Total, form.Countries, form.Account)
	return out
}
