package events

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// askTakeaway asks for something new that was learned at this event.
func (t *told) askTakeaway() {
	g := t.g
	s, p := g.s, g.s.Printer
	if g.now == nil || s.readOnly() {
		return
	}
	form := t.takeawayForm()
	kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: p.T("events.new_takeaway"), Body: container.New(bounded{s.canvas()}, kit.NewScroll(form)), Width: 620,
		Yes: p.T("events.save"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !t.keepTakeaway(form) },
	})
	s.focus(form, "text")
}

// takeawayForm has what is asked for at once; the rest is on the takeaway's own screen.
func (t *told) takeawayForm() *kit.Form {
	g := t.g
	col := func(id string) *data.Column { return fields.Column((*data.Takeaway)(nil), id) }
	m := g.maker()
	m.Translations = nil // those of the event
	form := kit.NewForm(kit.FormParams{Required: g.s.Printer.T("fields.required"), Sections: []kit.Section{{Rows: [][]kit.Field{
		{m.Long(col("text"), 4)}, {m.Field(col("kind")), m.Field(col("theme"))}, {m.Field(col("visibility"))},
	}}}})
	form.Load(map[string]string{"visibility": "internal"}) // until somebody says that reports may have it
	return form
}

// keepTakeaway writes what was learned, and tells whether it could be.
func (t *told) keepTakeaway(form *kit.Form) bool {
	g := t.g
	s, e := g.s, g.now.event
	x := &data.Takeaway{Project: e.Project, Events: data.SetOf(e.ID), Country: e.Country, Order: t.nextOrder()}
	x.ID, x.Owner = newID(), e.Owner
	fields.Apply(x, form.Values())
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Save(ctx, x)
	if known, ok := errors.AsType[*data.Error](err); ok && len(known.Details) > 0 {
		wrong := map[string]string{}
		for _, problem := range known.Details {
			wrong[problem.Field] = app.TellProblem(s.Printer, problem).Message
		}
		form.SetErrors(wrong)
		return false
	}
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	s.undoable(s.Printer.T("events.learned"), done)
	s.reread()
	return true
}

// nextOrder is a place behind what was learned at this event so far.
func (t *told) nextOrder() string {
	last := ""
	for _, x := range t.g.now.takeaways {
		last = max(last, x.Order)
	}
	return data.Between(last, "")
}
