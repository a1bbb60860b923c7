package project

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// The tabs of the plan's records.
const (
	tabTasks    = "tasks"
	tabVersions = "versions"
)

// newWork is the part of work packages, each with its tasks.
func (s *project) newWork() body {
	p := s.Printer
	return s.desk("work_package", listing.Params{
		Sort:    "number",
		Columns: []listing.Column{{ID: "number", Width: 60}, {ID: "name", Grow: 3, Width: 140}, {ID: "lead", Grow: 1}, {ID: "start", Hidden: true}, {ID: "end"}, {ID: "owner", Hidden: true}},
		Filters: []listing.Filter{{Field: "lead"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "work", Rows: [][]string{{"number", "lead"}, {"name"}, {"start", "end"}}},
			{ID: "more", More: true, Rows: [][]string{{"owner"}}},
		},
		Touches: []string{"task"},
		Facts:   s.tasksOf,
		Tabs: []record.Tab{{ID: tabTasks, Title: p.Entities("task"),
			Count: func(facts any) int { return len(factsOf[*data.Task](facts)) },
			Body: func(rec data.Record, facts any) fyne.CanvasObject {
				return s.taskLines(rec, factsOf[*data.Task](facts))
			},
		}},
	})
}

// factsOf are what a pane's Facts read, none before.
func factsOf[T any](facts any) []T {
	list, _ := facts.([]T)
	return list
}

func (s *project) tasksOf(ctx context.Context, rec data.Record) (any, error) {
	recs, err := s.Workspace.Records.All(ctx, app.Query{
		Entity: "task", Sort: "number", Where: []app.Cond{app.Where("work_package", "=", rec.Head().ID)},
	})
	out := make([]*data.Task, len(recs))
	for i, one := range recs {
		out[i] = one.(*data.Task)
	}
	return out, err
}

// taskLines lists a work package's tasks; each can be opened, and another one made.
func (s *project) taskLines(work data.Record, tasks []*data.Task) fyne.CanvasObject {
	p := s.Printer
	box := kit.VStack(0)
	for _, t := range tasks {
		beside := s.book.partners[t.Lead]
		if t.End != "" {
			beside += "  " + p.MediumDate(string(t.End))
		}
		line := kit.NewListRow(nil, kit.NewText(t.Title(p.Lang()), kit.TextStyle{Cut: true}),
			kit.NewText(beside, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}), false)
		box.Add(kit.NewPressRow(line, func() { s.Reveal("task", t.ID, "") }))
	}
	if len(tasks) == 0 {
		box.Add(muted(p.T("project.no_tasks")))
	}
	if !s.readOnly() {
		add := kit.NewLink(s.text("project.new_", "task"), func() {
			s.show(partTasks)
			desk := s.now.body.(*record.Desk)
			desk.Pane().Create(func(rec data.Record) {
				t := rec.(*data.Task)
				t.Project, t.WorkPackage = s.book.project.ID, work.Head().ID
			})
		})
		box.Add(kit.Pad(kit.Inset{Top: 10}, kit.HStack(0, add)))
	}
	return box
}

func (s *project) newTasks() body {
	return s.desk("task", listing.Params{
		Sort:    "number",
		Columns: []listing.Column{{ID: "number", Width: 60}, {ID: "name", Grow: 3, Width: 140}, {ID: "work_package", Grow: 1}, {ID: "lead", Grow: 1, Hidden: true}, {ID: "end"}},
		Filters: []listing.Filter{{Field: "work_package"}, {Field: "lead"}},
	}, record.Params{Sections: []record.Section{
		{ID: "task", Rows: [][]string{{"work_package"}, {"number", "lead"}, {"name"}}},
		{ID: "more", More: true, Rows: [][]string{{"start", "end"}, {"owner"}}},
	}})
}

func (s *project) newDeliverables() body {
	p := s.Printer
	versions := s.rows(p.T("project.add_version"), "version", "date", "author", "changes")
	versions.Breaks, versions.Weights = []string{"author", "changes"}, map[string]float32{"date": 1.6}
	return s.desk("deliverable", listing.Params{
		Sort:    "number",
		Columns: append([]listing.Column{{ID: "number", Width: 60}, {ID: "name", Grow: 3, Width: 140}, {ID: "lead", Grow: 1, Least: 600}}, s.dueColumns()...),
		Filters: []listing.Filter{{Field: "status"}, {Field: "work_package"}, {Field: "lead"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "deliverable", Rows: [][]string{{"number", "type"}, {"name"}, {"work_package"}, {"lead", "status"}, {"due", "revised_due"}, {"delay_reason"}, {"delivered", "approved"}}},
			{ID: "more", More: true, Rows: [][]string{{"dissemination", "version"}, {"authors", "reviewer"}, {"owner"}}},
			{ID: "versions", Tab: tabVersions, Rows: [][]string{{"versions"}}},
		},
		Lines: map[string]int{"delay_reason": 2, "changes": 2},
		Rows:  map[string]fields.RowsOf{"versions": versions},
		Tabs: []record.Tab{
			{ID: tabVersions, Title: p.T("field.versions"), Body: s.writeDeliverable},
		},
		NotCopied: []string{"delivered", "approved", "versions"},
	})
}

// writeDeliverable leads to the report that is the deliverable's file.
func (s *project) writeDeliverable(rec data.Record, _ any) fyne.CanvasObject {
	p := s.Printer
	return kit.VStack(10, muted(p.T("project.write_text")),
		kit.HStack(0, kit.NewButton(kit.ButtonSecondary, p.T("project.write_action"), func() { s.Shell.Go("reports", rec.Head().ID) })))
}

// dueColumns are when something is due, marked where it is late, and how it stands.
func (s *project) dueColumns() []listing.Column {
	p := s.Printer
	return []listing.Column{
		{ID: "due_now", Title: p.T("field.due"), Width: 96, Cell: func(r listing.Row) kit.Cell {
			d := deliveryOf(r.Record)
			cell := kit.Cell{Text: p.MediumDate(string(d.DueDate()))}
			if overdue(d, s.Workspace.Today()) {
				cell.Token = kit.TokenError
			}
			return cell
		}},
		{ID: "status", Width: 96, Kind: kit.CellChip, Cell: func(r listing.Row) kit.Cell {
			d := deliveryOf(r.Record)
			if overdue(d, s.Workspace.Today()) {
				return kit.Cell{Text: p.T("project.overdue"), Tone: kit.ToneLate}
			}
			return kit.Cell{Text: lower(p.Enum(data.DeliveryStatus.Name, d.Status)), Tone: deliveryTone(d.Status)}
		}},
		{ID: "work_package", Hidden: true, Grow: 1}, {ID: "type", Hidden: true}, {ID: "due", Title: p.T("project.due_first"), Hidden: true}, {ID: "revised_due", Hidden: true},
		{ID: "delivered", Hidden: true}, {ID: "approved", Hidden: true}, {ID: "owner", Hidden: true},
	}
}

func deliveryOf(rec data.Record) *data.Delivery {
	switch r := rec.(type) {
	case *data.Deliverable:
		return &r.Delivery
	case *data.Milestone:
		return &r.Delivery
	}
	return &data.Delivery{}
}

// deliveryTone is the colour of a status.
func deliveryTone(status string) kit.Tone {
	switch status {
	case "draft":
		return kit.TonePlanned
	case "submitted":
		return kit.ToneConfirmed
	case "approved":
		return kit.ToneHeld
	case "rejected":
		return kit.ToneLate
	}
	return kit.ToneNeutral
}

func (s *project) newMilestones() body {
	p := s.Printer
	achieved := listing.Column{ID: "achieved", Width: 96, Kind: kit.CellChip, Cell: func(r listing.Row) kit.Cell {
		m := r.Record.(*data.Milestone)
		switch {
		case m.Achieved == "yes":
			return kit.Cell{Text: p.T("project.achieved"), Tone: kit.ToneHeld}
		case m.Achieved != "" || overdue(&m.Delivery, s.Workspace.Today()):
			return kit.Cell{Text: p.T("project.not_achieved"), Tone: kit.ToneLate}
		}
		return kit.Cell{}
	}}
	columns := append([]listing.Column{{ID: "number", Width: 60}, {ID: "name", Grow: 3, Width: 140}, {ID: "lead", Grow: 1, Least: 600}, achieved}, s.dueColumns()...)
	for i := range columns {
		columns[i].Hidden = columns[i].Hidden || columns[i].ID == "status"
	}
	return s.desk("milestone", listing.Params{
		Sort: "number", Columns: columns, Filters: []listing.Filter{{Field: "achieved"}, {Field: "work_package"}, {Field: "lead"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "milestone", Rows: [][]string{{"number", "lead"}, {"name"}, {"work_package"}, {"due", "achieved"}, {"estimated", "delivered"}}},
			{ID: "more", More: true, Rows: [][]string{{"type", "status"}, {"revised_due", "approved"}, {"delay_reason"}, {"owner"}}},
		},
		Lines:     map[string]int{"delay_reason": 2},
		NotCopied: []string{"delivered", "approved", "achieved"},
	})
}
