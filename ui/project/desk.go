package project

import (
	"context"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// desk makes a part that is a list with a record beside it. What list and pane have in common with all others is filled in.
func (s *project) desk(entity string, list listing.Params, pane record.Params) *record.Desk {
	p := s.Printer
	list.Words.Title = p.Entities(entity)
	list.Words.New = s.text("project.new_", entity)
	list.Words.FirstStep = s.text("project.new_", entity)
	list.Words.Empty = s.text("project.empty_", entity)
	list.Words.Icon = kit.IconFlag()
	list.Where = s.inProject
	var desk *record.Desk
	if !s.readOnly() {
		list.Actions = record.Picked(record.PickedParams{
			Workspace: s.Workspace, Shell: s.Shell, Printer: p, Exec: s.exec, Entity: entityNamed(entity), Unpick: func() { desk.List().Unpick() },
		})
	}
	own := pane.Control
	pane.Control = func(col *data.Column) kit.Control {
		if own != nil {
			if c := own(col); c != nil {
				return c
			}
		}
		return s.control(col)
	}
	desk = record.NewDesk(record.DeskParams{
		Workspace: s.Workspace, Shell: s.Shell, Printer: p, Exec: s.exec, Entity: entityNamed(entity), Bare: true, List: list, Pane: pane,
	})
	return desk
}

// text is a sentence of an entity's own.
//
//i18n:prefix project.new_ project.empty_
func (s *project) text(prefix, entity string) string { return s.Printer.T(prefix + entity) }

// inProject narrows a list to the current project.
func (s *project) inProject() []app.Cond {
	if s.book == nil {
		return nil
	}
	return []app.Cond{app.Where("project", "=", s.book.project.ID)}
}

// control makes the controls that the parts have in common: a reporting period is chosen, not typed.
func (s *project) control(col *data.Column) kit.Control {
	switch col.ID {
	case "period", "reported_period":
		return kit.NewSelect(s.book.periods(s.Printer), s.Printer.T("fields.unset"))
	}
	return nil
}

// rows says how the lists inside of records are edited.
func (s *project) rows(add string, columns ...string) fields.RowsOf {
	return fields.RowsOf{Columns: columns, Add: add}
}

func entityName(rec data.Record) string { return data.EntityOf(rec).Name }

// periodOptions are the reporting periods, as filters choose from.
func (s *project) periodOptions(context.Context) ([]kit.Option, error) {
	if s.book == nil {
		return nil, nil
	}
	return s.book.periods(s.Printer), nil
}

// lower is a word as chips have it.
func lower(word string) string { return i18n.Lower(word) }
