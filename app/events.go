package app

import (
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Events are services over events that do more than keep one record: duplicate, move, begin a checklist.
type Events struct{ w *Workspace }

// shippedTask is a line of the checklist that the program ships.
type shippedTask struct {
	id     string // of its text: "checklist." + id
	offset int    // days from the event
}

//i18n:prefix checklist.
var shippedTasks = []shippedTask{
	{"venue", -60}, {"programme", -45}, {"invitations", -30}, {"speakers", -21}, {"reminder", -7},
	{"papers", -3}, {"visibility", -1}, {"signatures", 0}, {"photographs", 0}, {"thanks", 2}, {"scan", 5}, {"account", 10},
}

// phaseOf is the phase of a task by its days from the event.
func phaseOf(offset int) string {
	switch {
	case offset < 0:
		return "before"
	case offset > 0:
		return "after"
	}
	return "during"
}

// Checklist is what a new event's checklist begins with: the project's own list, or in the words of a language the one
// that the program ships.
func (e *Events) Checklist(ctx context.Context, project, lang string) (items []data.ChecklistItem, own bool, err error) {
	if project != "" {
		rec, err := e.w.Records.Get(ctx, data.EntityOf((*data.Project)(nil)), project)
		if err != nil && !data.HasCode(err, "record.missing") {
			return nil, false, err
		}
		if p, ok := rec.(*data.Project); ok && len(p.Checklist) > 0 {
			return slices.Clone(p.Checklist), true, nil
		}
	}
	p := i18n.For(lang)
	ranks := data.Ranks(len(shippedTasks))
	for i, task := range shippedTasks {
		offset := task.offset
		item := data.ChecklistItem{Name: p.T("checklist." + task.id), Phase: phaseOf(offset), Offset: &offset}
		item.ID, item.Order = newID(), ranks[i]
		items = append(items, item)
	}
	return items, false, nil
}

// KeepChecklist makes a list of tasks the one that the project's new events begin with; an empty list brings back the one
// that the program ships. What belongs to one event alone, such as dates, is left out.
func (e *Events) KeepChecklist(ctx context.Context, project string, items []data.ChecklistItem) (Done, error) {
	args := map[string]any{"Entity": "project", "Record": project}
	return e.w.Records.Write(ctx, "checklist.kept", args, func(tx *Tx) error {
		p, err := stored[*data.Project](tx, project)
		if err != nil {
			return err
		}
		var list data.Rows[data.ChecklistItem]
		for _, item := range items {
			item.Due, item.Done = "", ""
			list = append(list, item)
		}
		ordered(&list)
		next := *p
		next.Checklist = list
		return tx.Save(&next)
	})
}

// BeginChecklist puts the project's tasks on an event's checklist, behind those that are there. A task that is there
// already, by its name, is not repeated.
func (e *Events) BeginChecklist(ctx context.Context, event, lang string) (Done, error) {
	rec, err := e.w.Records.Get(ctx, data.EntityOf((*data.Event)(nil)), event)
	if err != nil {
		return Done{}, err
	}
	items, _, err := e.Checklist(ctx, rec.(*data.Event).Project, lang)
	if err != nil {
		return Done{}, err
	}
	args := map[string]any{"Entity": "event", "Record": event}
	return e.w.Records.Write(ctx, "checklist.begun", args, func(tx *Tx) error {
		now, err := stored[*data.Event](tx, event)
		if err != nil {
			return err
		}
		next := *now
		next.Checklist = slices.Clone(now.Checklist)
		for _, item := range items {
			if slices.ContainsFunc(now.Checklist, func(x data.ChecklistItem) bool { return data.Fold(x.Name) == data.Fold(item.Name) }) {
				continue
			}
			item.ID, item.Order, item.Due, item.Done = newID(), "", "", ""
			next.Checklist = append(next.Checklist, item)
		}
		ordered(&next.Checklist)
		return tx.Save(&next)
	})
}

// ordered gives order keys to members that have none, in the order in which they stand.
func ordered(list data.List) {
	keys := make([]string, list.Len())
	for i := range keys {
		keys[i] = list.Row(i).Elem().Order
	}
	for i, key := range data.Reorder(keys) {
		list.Row(i).Elem().Order = key
	}
}

// stored reads a record within a write.
func stored[T data.Record](tx *Tx, id string) (T, error) {
	var zero T
	rec, err := tx.Get(data.EntityOf(zero), id)
	if err != nil {
		return zero, err
	}
	return rec.(T), nil
}
