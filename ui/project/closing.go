package project

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// figured are the entities that the figures of a period follow from.
var figured = []string{
	"closing", "event", "attendance", "evidence", "takeaway", "indicator", "communication", "partner", "contact", "organisation",
}

// mostRecords is how many records of a period that differ are listed before somebody asks for all.
const mostRecords = 8

// readStates reads how the periods stand, off the UI's goroutine.
func (g *grant) readStates(ctx context.Context, _ data.Record) (any, error) {
	return g.s.Workspace.Closings.States(ctx, g.s.Printer.Lang())
}

// standing finds how a period stands among what was read; nil until then.
func standing(states []app.PeriodState, number int) *app.PeriodState {
	i := slices.IndexFunc(states, func(s app.PeriodState) bool { return s.Period.Number != nil && *s.Period.Number == number })
	if i < 0 {
		return nil
	}
	return &states[i]
}

// closing shows whether a period is closed, with what was reported, what differs since, and the way to close or open it.
func (g *grant) closing(state *app.PeriodState) fyne.CanvasObject {
	p, number := g.s.Printer, *state.Period.Number
	box := kit.VStack(6)
	for _, c := range state.Closings {
		box.Add(g.closingLines(c, state.Reported != nil && state.Reported.Twice()))
	}
	if state.Reported != nil {
		box.Add(g.differing(state.Reported))
	}
	if g.s.readOnly() {
		return box
	}
	switch {
	case state.Closed():
		box.Add(kit.HStack(12, kit.NewButton(kit.ButtonSecondary, p.T("project.reopen_period"), func() { g.reopen(number) })))
	case state.Period.From <= g.s.Workspace.Today():
		box.Add(kit.HStack(12, kit.NewButton(kit.ButtonSecondary, p.T("project.close_period"), func() { g.askClose(number) })))
	}
	return box
}

// closingLines say when and by whom a period was closed, with which workbook, and whether it was opened again. Of two closings
// that stand, which workspaces made that did not know of each other, one can be deleted.
func (g *grant) closingLines(c app.ClosingOf, twice bool) fyne.CanvasObject {
	p := g.s.Printer
	when := p.Date(string(c.Closed))
	text := p.T("closing.closed_on", "Date", when)
	if c.By != "" {
		text = p.T("closing.closed_by", "Date", when, "Name", c.By)
	}
	if c.Open() {
		text += " · " + p.T("closing.reopened_on", "Date", p.Date(string(c.Reopened)))
	}
	workbook := p.T("project.no_workbook")
	if c.Hash != "" {
		workbook = p.T("project.workbook_kept", "File", c.File, "Hash", c.Hash)
	}
	lines := kit.VStack(1, kit.NewText(text, kit.TextStyle{Wrap: true}), kit.NewText(workbook, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	if !twice || c.Open() || g.s.readOnly() {
		return lines
	}
	return kit.HStack(10, kit.Grow(lines), kit.NewLink(p.T("record.delete"), func() { g.remove(c.Closing) }).SetToken(kit.TokenError).SetTextSize(kit.TextMedium))
}

// differing lists how the figures differ from what was reported, each with the way to its record.
func (g *grant) differing(r *data.Reported) fyne.CanvasObject {
	p, number := g.s.Printer, *r.Period.Number
	switch {
	case r.Unreadable != nil:
		return kit.NewText(p.T("closing.unreadable"), kit.TextStyle{Token: kit.TokenWarm, Wrap: true})
	case len(r.Differences) == 0:
		return muted(p.T("closing.same"))
	}
	box := kit.VStack(10, kit.NewText(p.N("closing.differences", len(r.Differences)), kit.TextStyle{Token: kit.TokenWarm, Bold: true, Wrap: true}))
	sums, groups := grouped(r.Differences)
	if whole := g.whole(sums); whole != nil {
		box.Add(whole)
	}
	shown := len(groups)
	if !g.unfolded[number] {
		shown = min(shown, mostRecords)
	}
	for _, group := range groups[:shown] {
		box.Add(g.differences(group))
	}
	if rest := len(groups) - shown; rest > 0 {
		box.Add(kit.HStack(0, kit.NewLink(p.N("project.more_differences", rest), func() {
			g.unfolded[number] = true
			g.pane.SetTab(tabPeriods)
		}).SetTextSize(kit.TextMedium)))
	}
	return box
}

// grouped parts the main figures of the period as a whole from the differences of each record.
func grouped(list []data.Difference) (sums []data.Difference, groups [][]data.Difference) {
	for _, d := range data.CausesFirst(list) {
		if _, word := data.SplitFigure(d.Figure); d.Entity == "project" && word == "" {
			sums = append(sums, d)
			continue
		}
		if last := len(groups) - 1; last >= 0 && groups[last][0].Entity == d.Entity && groups[last][0].ID == d.ID {
			groups[last] = append(groups[last], d)
			continue
		}
		groups = append(groups, []data.Difference{d})
	}
	return sums, groups
}

// whole is a line of the main figures of the period that differ.
func (g *grant) whole(sums []data.Difference) fyne.CanvasObject {
	if len(sums) == 0 {
		return nil
	}
	text := make([]string, len(sums))
	for i, d := range sums {
		_, text[i] = app.TellDifference(g.s.Printer, d)
	}
	return kit.NewText(strings.Join(text, " · "), kit.TextStyle{Wrap: true})
}

// differences are those of one record, with who changed it last and the way to it.
func (g *grant) differences(group []data.Difference) fyne.CanvasObject {
	p, d := g.s.Printer, group[0]
	which, _ := app.TellDifference(p, d)
	lines := kit.VStack(1, kit.NewText(which, kit.TextStyle{Bold: true, Wrap: true}))
	for _, one := range group {
		_, what := app.TellDifference(p, one)
		lines.Add(kit.NewText(what, kit.TextStyle{Wrap: true}))
	}
	if !d.At.IsZero() {
		note := p.DateTime(d.At.In(g.s.Workspace.Now().Location()).Format("2006-01-02T15:04"))
		if d.By != "" {
			note += " · " + d.By
		}
		lines.Add(kit.NewText(note, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	}
	row := kit.HStack(10, kit.Grow(lines))
	if _, ok := data.EntityNamed(d.Entity); ok && d.Entity != "project" && d.Kind != data.DifferenceGone && d.Kind != data.DifferenceTrashed {
		row.Add(kit.NewLink(p.T("project.open_record"), func() { g.s.Shell.Reveal(d.Entity, d.ID, "") }).SetTextSize(kit.TextMedium))
	}
	return row
}

// How a period can be closed: with a workbook that is written, with one that was handed in, or with the figures alone.
const (
	closeWriting = "write"
	closeSent    = "sent"
	closeAlone   = "alone"
)

// askClose asks with which workbook a period is closed.
func (g *grant) askClose(number int) {
	s, p := g.s, g.s.Printer
	options := []kit.Option{
		{Value: closeWriting, Text: p.T("project.close_write")}, {Value: closeSent, Text: p.T("project.close_sent")}, {Value: closeAlone, Text: p.T("project.close_only")},
	}
	form := kit.NewForm(kit.FormParams{Sections: []kit.Section{{Rows: [][]kit.Field{
		{{ID: "with", Label: p.T("project.close_with"), Control: kit.NewSelect(options, "")}},
	}}}})
	form.SetValue("with", closeWriting)
	n := p.Number(number)
	kit.ShowDialog(s.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.T("project.close_title", "N", n), Text: p.T("project.close_text"), Body: form, Yes: p.T("project.close_go"), No: p.T("project.cancel"), Width: 500,
		OnYes: func() { g.closeWith(number, form.Value("with")) },
	})
	s.Shell.Window().Canvas().Focus(form.Control("with").Target())
}

// closeWith asks for the workbook, and closes.
func (g *grant) closeWith(number int, with string) {
	s, p := g.s, g.s.Printer
	params := app.CloseParams{Period: number, Lang: p.Lang()}
	switch with {
	case closeWriting:
		name := stem(s.book.project.Acronym+" "+p.T("project.period_file", "N", p.Number(number))) + ".xlsx"
		s.Shell.AskSave(screen.Saving{Title: p.T("project.close_write"), Name: name, Done: func(path string) {
			params.File = path
			g.close(params)
		}})
	case closeSent:
		s.Shell.AskOpen(screen.Opening{Title: p.T("project.close_sent"), Done: func(path string) {
			params.Workbook = path
			g.close(params)
		}})
	default:
		g.close(params)
	}
}

func (g *grant) close(params app.CloseParams) {
	s, p := g.s, g.s.Printer
	var done app.ClosedPeriod
	s.run(func(ctx context.Context) (err error) {
		done, err = s.Workspace.Closings.Close(ctx, params)
		return err
	}, func() {
		actions := []screen.Action{{Text: p.T("project.undo"), Do: func() { s.Shell.Undo(done.Batch) }}}
		if path := done.Path; path != "" {
			actions = append(actions, screen.Action{Text: p.T("project.show_in_folder"), Do: func() { s.Shell.ShowInFolder(path) }})
		}
		text := p.T("project.period_closed", "N", p.Number(params.Period))
		if done.Path != "" {
			text += " · " + filepath.Base(done.Path)
		}
		s.Shell.Toast(screen.Toast{Text: text, Actions: actions})
	})
}

func (g *grant) reopen(number int) {
	s := g.s
	var done app.Done
	s.run(func(ctx context.Context) (err error) {
		done, err = s.Workspace.Closings.Reopen(ctx, number)
		return err
	}, func() { s.undoable(s.Printer.T("project.period_reopened", "N", s.Printer.Number(number)), done.Batch) })
}

func (g *grant) remove(c *data.Closing) {
	s := g.s
	var done app.Done
	s.run(func(ctx context.Context) (err error) {
		done, err = s.Workspace.Records.Trash(ctx, data.EntityOf(c), c.ID)
		return err
	}, func() { s.undoable(s.Printer.T("project.closing_deleted"), done.Batch) })
}
