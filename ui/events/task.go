package events

import (
	"slices"
	"strconv"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The fields of the dialog that are not columns: how many days, and on which side of the event.
const (
	taskDays = "days"
	taskSide = "side"
	before   = "before"
	after    = "after"
)

// edit asks for an item; a new one where the line is -1.
func (c *checklist) edit(i int) {
	s := c.g.s
	if c.d == nil || s.readOnly() {
		return
	}
	p := s.Printer
	item := data.ChecklistItem{Phase: before}
	if i >= 0 {
		item = c.items[i]
	}
	title := p.T("events.new_task")
	if i >= 0 {
		title = p.T("events.edit_task")
	}
	form := c.newForm(&item)
	kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: title, Body: form, Width: 480, Yes: p.T("events.apply"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !c.keep(item, form.Values()) },
	})
	s.focus(form, "name")
}

func (c *checklist) newForm(item *data.ChecklistItem) *kit.Form {
	s := c.g.s
	p := s.Printer
	m := fields.Maker{Printer: p, Exec: s.exec, Today: s.Workspace.Today}
	shape := fields.Column((*data.Event)(nil), "checklist").Rows
	field := func(id string) kit.Field { return m.Field(column(shape, id)) }
	form := kit.NewForm(kit.FormParams{Required: p.T("fields.required"), Sections: []kit.Section{{Rows: [][]kit.Field{
		{field("name")},
		{
			{ID: taskDays, Label: p.T("field.offset"), Control: kit.NewNumberEntry(p.T("fields.wrong_number"))},
			{ID: taskSide, Label: p.T("field.phase"), Control: kit.NewSelect(fields.Enum(p, data.Phase), "")},
		},
		{field("due"), field("who")},
	}}}})
	values := map[string]string{taskSide: item.Phase}
	for _, id := range []string{"name", "due", "who"} {
		values[id] = fields.Value(column(shape, id), item)
	}
	if item.Offset != nil {
		values[taskDays] = strconv.Itoa(max(*item.Offset, -*item.Offset))
	}
	form.Load(values)
	return form
}

// keep writes an item, new or changed, and tells whether it could be.
func (c *checklist) keep(item data.ChecklistItem, values map[string]string) bool {
	item.Name, item.Who, item.Due = values["name"], values["who"], data.Date(values["due"])
	item.Phase, item.Offset = values[taskSide], signed(values[taskDays], values[taskSide])
	if item.ID == "" {
		item.ID = newID()
	}
	c.chosen = item.ID
	done, ok := c.g.edit(func(e *data.Event) {
		e.Checklist = slices.Clone(e.Checklist)
		if row, ok := e.Checklist.Find(item.ID); ok {
			*row.(*data.ChecklistItem) = item
			return
		}
		item.Order = fields.NextOrder(&e.Checklist)
		e.Checklist = append(e.Checklist, item)
	})
	if ok {
		c.g.s.undoable(c.g.s.Printer.T("events.task_kept", "Name", c.g.s.Printer.Quote(item.Name)), done)
	}
	return ok
}
