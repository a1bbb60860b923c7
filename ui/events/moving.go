package events

import (
	"context"
	"slices"
	"strings"

	"primadesk/data"
)

// move puts an event, or something due for it, on another day.
func (c *calendar) move(id, _, to string) {
	event, item, task := strings.Cut(id, taskMark)
	switch e := c.event(event); {
	case e == nil || c.s.readOnly():
	case task:
		c.due(e, item, data.Date(to))
	default:
		c.s.moveEvent(e, data.Date(to))
	}
	c.read()
}

// moveEvent puts an event on another day with its agenda and its checklist, and says what moved.
func (s *events) moveEvent(e *data.Event, to data.Date) bool {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	moved, err := s.Workspace.Events.Move(ctx, e.ID, to)
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	p := s.Printer
	said := p.T("events.moved", "Title", p.Quote(e.Title(p.Lang())), "Date", p.MediumDate(string(to)))
	if moved.Tasks > 0 {
		said += " · " + p.N("events.moved_tasks", moved.Tasks)
	}
	s.undoable(said, moved.Done)
	return true
}

// due gives an item of an event's checklist a day of its own.
func (c *calendar) due(e *data.Event, item string, to data.Date) {
	p := c.s.Printer
	next := *e
	next.Checklist = slices.Clone(e.Checklist)
	row, ok := next.Checklist.Find(item)
	if !ok {
		return
	}
	task := row.(*data.ChecklistItem)
	task.Due = to
	if done, ok := c.s.write(&next); ok {
		c.s.undoable(p.T("events.task_moved", "Name", p.Quote(task.Name), "Date", p.MediumDate(string(to))), done)
	}
}
