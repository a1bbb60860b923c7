package events

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// checklist is the tab of what is to be done for an event. A tick is kept at once.
type checklist struct {
	g       *page
	d       *dossier
	items   []data.ChecklistItem // by the day they are due
	chosen  string
	table   *kit.Table
	typed   *kit.Entry      // a new task, added with Enter
	menu    *kit.FilterChip // the list that new events begin with
	reading *kit.Later[usual]
	buttons *fyne.Container
	content fyne.CanvasObject
}

func newChecklist(g *page) *checklist {
	p := g.s.Printer
	c := &checklist{g: g, reading: kit.NewLater[usual](g.s.exec)}
	c.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "done", Name: p.T("field.done"), Width: 22, Kind: kit.CellCheck},
			{ID: "name", Title: p.T("field.to_do"), Width: 220, Grow: 4},
			{ID: "who", Title: p.T("field.who"), Width: 120, Grow: 1, Kind: kit.CellMuted},
			{ID: "offset", Title: p.T("events.from_event"), Width: 130, Kind: kit.CellMuted},
			{ID: "due", Title: p.T("field.due"), Width: 110},
			{ID: "state", Title: p.T("field.status"), Width: 130, Kind: kit.CellChip},
		},
		Source: c, OnSelect: func(i int) { c.chosen = c.items[i].ID; c.note() }, OnCheck: c.tick, OnOpen: c.edit, Now: g.s.Workspace.Now,
		Empty: c.empty(),
	})
	c.typed = kit.NewEntry().SetPlaceholder(p.T("events.type_task"))
	kit.SetName(c.typed, p.T("events.new_task"))
	c.typed.OnEnter(func(string) { c.add() })
	c.menu = kit.NewFilterChip(p.T("field.checklist_template"), c.templates).SetOpens()
	c.buttons = kit.HStack(14)
	top := kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, c.buttons)
	c.content = kit.Framed(kit.Borders{Top: top}, c.table)
	return c
}

// empty is what stands in the place of a list without tasks.
func (c *checklist) empty() fyne.CanvasObject {
	p, step := c.g.s.Printer, ""
	if !c.g.s.readOnly() {
		step = p.T("events.begin_tasks")
	}
	return kit.NewEmpty(kit.IconCalendar(), p.T("events.no_tasks"), step, c.begin)
}

// add puts what was typed on the list.
func (c *checklist) add() {
	name := strings.TrimSpace(c.typed.Value())
	if name == "" || c.d == nil {
		return
	}
	if c.keep(data.ChecklistItem{}, map[string]string{"name": name, taskSide: before}) {
		c.typed.SetValue("")
	}
}

func (c *checklist) tab() kit.Tab {
	p, text := c.g.s.Printer, c.g.s.Printer.T("field.checklist")
	if c.d != nil && len(c.items) > 0 {
		text += " " + p.Number(c.d.done()) + "/" + p.Number(len(c.items))
	}
	return kit.Tab{ID: tabChecklist, Text: text}
}

func (c *checklist) body() fyne.CanvasObject { return c.content }

func (c *checklist) show(d *dossier) {
	c.d = d
	c.items = slices.Clone(d.event.Checklist)
	start := d.event.Start.Day()
	slices.SortStableFunc(c.items, func(a, b data.ChecklistItem) int {
		x, y := a.DueOn(start), b.DueOn(start)
		if (x == "") != (y == "") {
			return compare(string(y), string(x)) // what has no day yet comes last
		}
		return cmp.Or(compare(string(x), string(y)), offsetOf(&a)-offsetOf(&b), compare(a.Order, b.Order))
	})
	c.table.Reload()
	c.table.Select(slices.IndexFunc(c.items, func(i data.ChecklistItem) bool { return i.ID == c.chosen }))
	c.note()
}

func offsetOf(i *data.ChecklistItem) int {
	if i.Offset == nil {
		return 0
	}
	return *i.Offset
}

func (c *checklist) forget() {
	c.reading.Cancel()
	c.typed.SetValue("")
	c.d, c.items, c.chosen = nil, nil, ""
}

// note offers what can be done with the line that is chosen.
func (c *checklist) note() { kit.KeepFocus(c.content, c.offer) }

func (c *checklist) offer() {
	p := c.g.s.Printer
	c.buttons.RemoveAll()
	if !c.g.s.readOnly() {
		c.buttons.Add(kit.Sized(320, 0, c.typed))
		c.buttons.Add(kit.NewLink(p.T("events.add_task"), func() { c.edit(-1) }))
		if i := c.index(); i >= 0 {
			c.buttons.Add(kit.NewLink(p.T("events.edit_task"), func() { c.edit(i) }))
			c.buttons.Add(kit.NewLink(p.T("events.remove_task"), c.remove).SetToken(kit.TokenError))
		}
	}
	c.buttons.Add(kit.NewSpring())
	if !c.g.s.readOnly() {
		c.buttons.Add(c.menu)
	}
	c.buttons.Refresh()
}

func (c *checklist) index() int {
	return slices.IndexFunc(c.items, func(i data.ChecklistItem) bool { return i.ID == c.chosen && c.chosen != "" })
}

// Len implements kit.TableSource.
func (c *checklist) Len() int { return len(c.items) }

// Need implements kit.TableSource: all rows are there.
func (c *checklist) Need(int, int) {}

// Row implements kit.TableSource.
func (c *checklist) Row(i int) ([]kit.Cell, bool) {
	p, item := c.g.s.Printer, &c.items[i]
	due := item.DueOn(c.d.event.Start.Day())
	state := kit.Cell{}
	switch today := c.g.s.Workspace.Today(); {
	case item.Done != "":
		state = kit.Cell{Text: p.T("events.done_on", "Date", p.DayMonth(string(item.Done))), Tone: kit.ToneHeld}
	case due != "" && due < today:
		late := int(today.Time().Sub(due.Time()).Hours() / 24)
		state = kit.Cell{Text: p.N("events.days_late", late), Tone: kit.ToneLate}
	}
	return []kit.Cell{
		{On: item.Done != ""}, {Text: item.Name}, {Text: item.Who}, {Text: offsetWords(p, item)},
		{Text: p.MediumDate(string(due))}, state,
	}, true
}

// offsetWords is an item's distance from the event: "3 days before".
func offsetWords(p *i18n.Printer, i *data.ChecklistItem) string {
	switch {
	case i.Offset == nil:
		return p.Enum(data.Phase.Name, i.Phase)
	case *i.Offset < 0:
		return p.N("events.days_before", -*i.Offset)
	case *i.Offset > 0:
		return p.N("events.days_after", *i.Offset)
	}
	return p.T("events.on_the_day")
}

// tick marks an item as done today, or as not done.
func (c *checklist) tick(i int, on bool) {
	id, name, today := c.items[i].ID, c.items[i].Name, c.g.s.Workspace.Today()
	c.chosen = id
	done, ok := c.g.edit(func(e *data.Event) {
		e.Checklist = slices.Clone(e.Checklist)
		if row, ok := e.Checklist.Find(id); ok {
			item := row.(*data.ChecklistItem)
			item.Done = ""
			if on {
				item.Done = today
			}
		}
	})
	if p := c.g.s.Printer; ok && on {
		c.g.s.undoable(p.T("events.task_done", "Name", p.Quote(name)), done)
	} else if ok {
		c.g.s.undoable(p.T("events.task_open", "Name", p.Quote(name)), done)
	}
}

// remove takes the chosen item off the list.
func (c *checklist) remove() {
	i := c.index()
	if i < 0 {
		return
	}
	id, name := c.items[i].ID, c.items[i].Name
	c.chosen = ""
	done, ok := c.g.edit(func(e *data.Event) {
		e.Checklist = slices.Clone(e.Checklist)
		e.Checklist.Keep(func(other string) bool { return other != id })
	})
	if ok {
		c.g.s.undoable(c.g.s.Printer.T("events.task_removed", "Name", c.g.s.Printer.Quote(name)), done)
	}
}

// reveal implements revealer: the checklist, or one item of it ("checklist/ID").
func (c *checklist) reveal(entity, _, field string) bool {
	list, item, _ := strings.Cut(field, "/")
	if entity != "event" || list != "checklist" {
		return false
	}
	c.chosen, _, _ = strings.Cut(item, "/")
	c.table.Select(c.index())
	c.note()
	c.table.Focus()
	return true
}
