package events

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// The fields of a line of the project's checklist that are not columns stand with those of the dialog of one task.
const templateRows = "rows"

// usual is the project's checklist, and whether it is its own or the program's.
type usual struct {
	items []data.ChecklistItem
	own   bool
}

// templates opens what can be done with the list that new events begin with.
func (c *checklist) templates() {
	s, p := c.g.s, c.g.s.Printer
	if c.d == nil || s.readOnly() {
		return
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(p.T("events.begin_tasks"), c.begin), fyne.NewMenuItem(p.T("events.edit_tasks"), c.askTemplate),
	}
	if len(c.items) > 0 {
		items = append(items, fyne.NewMenuItem(p.T("events.keep_tasks"), c.keepAsTemplate))
	}
	c.g.popUp(c.menu, items)
}

// begin puts the project's tasks on this event's list.
func (c *checklist) begin() {
	s, p := c.g.s, c.g.s.Printer
	if c.d == nil || s.readOnly() {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Events.BeginChecklist(ctx, c.d.event.ID, p.Lang())
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.undoable(p.T("events.tasks_begun"), done)
	s.read(c.d.event.ID)
}

// keepAsTemplate makes this event's list the one that new events begin with.
func (c *checklist) keepAsTemplate() {
	start := c.d.event.Start.Day()
	items := slices.Clone(c.d.event.Checklist)
	for i := range items {
		if x := &items[i]; x.Offset == nil && x.Due != "" && start != "" {
			offset := int(x.Due.Time().Sub(start.Time()).Hours() / 24)
			x.Offset = &offset
		}
		items[i].ID = newID()
	}
	c.keepTemplate(items)
}

func (c *checklist) keepTemplate(items []data.ChecklistItem) bool {
	s := c.g.s
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Events.KeepChecklist(ctx, c.d.event.Project, items)
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	s.undoable(s.Printer.T("events.tasks_kept"), done)
	return true
}

// askTemplate opens the project's list for editing.
func (c *checklist) askTemplate() {
	s, project, lang := c.g.s, c.d.event.Project, c.g.s.Printer.Lang()
	c.reading.Run(context.Background(),
		func(ctx context.Context) (usual, error) {
			items, own, err := s.Workspace.Events.Checklist(ctx, project, lang)
			return usual{items, own}, err
		},
		func(u usual, err error) {
			switch {
			case err != nil:
				s.failed(err)
			case c.d != nil && c.d.event.Project == project:
				c.editTemplate(u)
			}
		})
}

func (c *checklist) editTemplate(u usual) {
	s, p := c.g.s, c.g.s.Printer
	form := c.templateForm(u.items)
	body := kit.VStack(8, container.New(bounded{s.canvas()}, kit.NewScroll(form)))
	var d *kit.Dialog
	if u.own {
		body.Add(kit.HStack(0, kit.NewLink(p.T("events.reset_tasks"), func() {
			if c.keepTemplate(nil) {
				d.Close()
			}
		}), kit.NewSpring()))
	}
	d = kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: p.T("field.checklist_template"), Text: p.T("events.tasks_text"), Body: body, Width: 760,
		Yes: p.T("events.save"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !c.keepTemplate(templateItems(u.items, form.Value(templateRows))) },
	})
	s.focus(form, templateRows)
}

// templateForm edits the tasks: what, how many days before or after, who.
func (c *checklist) templateForm(items []data.ChecklistItem) *kit.Form {
	p, m := c.g.s.Printer, c.g.maker()
	shape := fields.Column((*data.Event)(nil), "checklist").Rows
	editor := kit.NewRowsEditor(kit.RowsParams{Add: p.T("events.add_task"), Remove: p.T("events.remove_task"), Move: p.T("events.move_task"), NewID: newID, New: func() []kit.Field {
		name, who := m.Field(column(shape, "name")), m.Field(column(shape, "who"))
		name.Weight, who.Weight = 5, 2
		return []kit.Field{
			name,
			{ID: taskDays, Label: p.T("events.days"), Control: kit.NewNumberEntry(p.T("fields.wrong_number"))},
			{ID: taskSide, Label: p.T("field.phase"), Control: kit.NewSelect(fields.Enum(p, data.Phase), ""), Weight: 2}, who,
		}
	}})
	form := kit.NewForm(kit.FormParams{Required: p.T("fields.required"), Sections: []kit.Section{{Rows: [][]kit.Field{{{ID: templateRows, Control: editor}}}}}})
	var rows []kit.RowValue
	for i := range items {
		x := &items[i]
		values := map[string]string{"name": x.Name, "who": x.Who, taskSide: x.Phase}
		if x.Offset != nil {
			values[taskDays] = strconv.Itoa(max(*x.Offset, -*x.Offset))
		}
		rows = append(rows, kit.RowValue{ID: x.ID, Values: values})
	}
	b, err := json.Marshal(rows)
	if err == nil { // strings always marshal
		form.Load(map[string]string{templateRows: string(b)})
	}
	return form
}

// templateItems are the tasks that the form holds. Lines without a text are left out.
func templateItems(before []data.ChecklistItem, value string) []data.ChecklistItem {
	var rows []kit.RowValue
	if value != "" && json.Unmarshal([]byte(value), &rows) != nil {
		return before
	}
	var out []data.ChecklistItem
	for _, r := range rows {
		var item data.ChecklistItem
		if i := slices.IndexFunc(before, func(x data.ChecklistItem) bool { return x.ID == r.ID }); i >= 0 {
			item = before[i]
		}
		item.ID, item.Name, item.Who = r.ID, r.Values["name"], r.Values["who"]
		item.Phase, item.Offset = r.Values[taskSide], signed(r.Values[taskDays], r.Values[taskSide])
		if item.Name != "" {
			out = append(out, item)
		}
	}
	return out
}

// signed are the days from the event: before it they are negative.
func signed(days, side string) *int {
	n := fields.Number(days)
	if n != nil && side == before {
		back := -*n
		n = &back
	}
	return n
}
