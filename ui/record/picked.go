package record

import (
	"context"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen"
)

// PickedParams is what the actions on picked rows are made from.
type PickedParams struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec
	Entity    *data.Entity
	Unpick    func() // takes the picks away once they have served
	// BeforeDelete is asked before records are deleted, and calls do to have it done; nil: nothing is asked.
	BeforeDelete func(ids []string, do func())
}

// Picked are the actions that rows of any entity can be picked for: tagging and untagging where it has tags, another
// owner, a file of them alone, deleting. Each is one batch, with Undo offered.
func Picked(p PickedParams) []listing.Action {
	a := &pickedActions{PickedParams: p, later: kit.NewLater[*book](p.Exec), work: kit.NewLater[app.Done](p.Exec)}
	t := p.Printer
	var out []listing.Action
	if _, ok := p.Entity.Column("tags"); ok {
		out = append(out,
			listing.Action{Text: t.T("picked.tag"), Do: func(ids []string) { a.tag(ids, true) }},
			listing.Action{Text: t.T("picked.untag"), Do: func(ids []string) { a.tag(ids, false) }})
	}
	return append(out,
		listing.Action{Text: t.T("picked.own"), Do: a.own},
		listing.Action{Text: t.T("picked.export"), Do: a.export},
		listing.Action{Text: t.T("picked.delete"), Do: a.remove})
}

type pickedActions struct {
	PickedParams
	later *kit.Later[*book]
	work  *kit.Later[app.Done]
}

// read asks for what a column is chosen from.
func (a *pickedActions) read(column string, then func(*data.Column, []kit.Option)) {
	col, _ := a.Entity.Column(column)
	w, lang, e := a.Workspace, a.Printer.Lang(), a.Entity
	a.later.Run(context.Background(),
		func(ctx context.Context) (*book, error) { return readBook(ctx, w, lang, e, []*data.Column{col}) },
		func(b *book, err error) {
			if err != nil {
				a.Shell.ShowError(err)
				return
			}
			then(col, b.choices(e, col))
		})
}

// ask shows a question with one field; yes is told what was answered, and an empty answer is none.
func (a *pickedActions) ask(title, label string, n int, control kit.Control, yes func(value string)) {
	form := kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: [][]kit.Field{{{ID: "value", Label: label, Required: true, Control: control}}}}},
		Required: a.Printer.T("record.required"),
	})
	c := a.Shell.Window().Canvas()
	kit.ShowDialog(c, kit.DialogParams{
		Title: title, Text: a.Printer.Count(a.Entity.Name, n), Body: form, Yes: a.Printer.T("picked.apply"), No: a.Printer.T("record.cancel"),
		Keep: func() bool { return !form.Check() }, OnYes: func() { yes(strings.TrimSpace(form.Value("value"))) },
	})
	c.Focus(control.Target())
}

func (a *pickedActions) tag(ids []string, on bool) {
	a.read("tags", func(col *data.Column, known []kit.Option) {
		id, control := "picked.tag_title", kit.Control(kit.NewCombo(kit.ComboParams{Exec: a.Exec, Free: true, Find: matching(known)}))
		if !on {
			id, control = "picked.untag_title", kit.NewSelect(known, "")
		}
		a.ask(a.Printer.T(id), a.Printer.T(col.LabelID()), len(ids), control, func(word string) { //i18n:prefix picked.
			tag := codeOf(known, word)
			a.do(len(ids), func(ctx context.Context) (app.Done, error) {
				if on {
					return a.Workspace.Records.Tag(ctx, a.Entity, ids, tag)
				}
				return a.Workspace.Records.Untag(ctx, a.Entity, ids, tag)
			})
		})
	})
}

// matching finds the options that have what is typed.
func matching(known []kit.Option) func(context.Context, string) ([]kit.Option, error) {
	return func(_ context.Context, typed string) ([]kit.Option, error) {
		var out []kit.Option
		for _, o := range known {
			if strings.Contains(data.Fold(o.Text), data.Fold(strings.TrimSpace(typed))) {
				out = append(out, o)
			}
		}
		return out, nil
	}
}

// codeOf is the code of a word that was typed; a new word is its own.
func codeOf(known []kit.Option, word string) string {
	for _, o := range known {
		if o.Value == word || data.Fold(o.Text) == data.Fold(word) {
			return o.Value
		}
	}
	return word
}

func (a *pickedActions) own(ids []string) {
	a.read("owner", func(col *data.Column, partners []kit.Option) {
		a.ask(a.Printer.T("picked.own_title"), a.Printer.T(col.LabelID()), len(ids), kit.NewSelect(partners, ""), func(partner string) {
			a.do(len(ids), func(ctx context.Context) (app.Done, error) {
				return a.Workspace.Records.Own(ctx, a.Entity, ids, partner)
			})
		})
	})
}

func (a *pickedActions) remove(ids []string) {
	trash := func() {
		a.do(len(ids), func(ctx context.Context) (app.Done, error) { return a.Workspace.Records.Trash(ctx, a.Entity, ids...) })
	}
	if a.BeforeDelete != nil {
		a.BeforeDelete(ids, trash)
		return
	}
	trash()
}

// do writes off the UI's goroutine, since it may be very many, and says what was done, with the way back.
func (a *pickedActions) do(n int, write func(context.Context) (app.Done, error)) {
	a.work.Run(context.Background(), write, func(done app.Done, err error) {
		if err != nil {
			a.Shell.ShowError(err)
			return
		}
		a.Unpick()
		t := screen.Toast{Text: a.Printer.T("picked.done", "What", a.Printer.Count(a.Entity.Name, n))}
		if len(done.Changes) == 0 {
			t.Text = a.Printer.T("picked.nothing")
		} else {
			t.Actions = []screen.Action{{Text: a.Printer.T("record.undo"), Do: func() { a.Shell.Undo(done.Batch) }}}
		}
		a.Shell.Toast(t)
	})
}

// export writes the picked records alone into a workbook, or a table for programs where the file's name says so.
func (a *pickedActions) export(ids []string) {
	p := a.Printer
	a.Shell.AskSave(screen.Saving{
		Title: p.T("picked.export_title", "What", p.Count(a.Entity.Name, len(ids))),
		Name:  p.Entities(a.Entity.Name) + " " + string(a.Workspace.Today()) + ".xlsx",
		Other: ".csv",
		Done: func(path string) {
			a.work.Run(context.Background(),
				func(ctx context.Context) (app.Done, error) { return app.Done{}, a.write(ctx, path, ids) },
				func(_ app.Done, err error) {
					if err != nil {
						a.Shell.ShowError(err)
						return
					}
					a.Shell.Toast(screen.Toast{Text: p.T("picked.exported", "What", p.Count(a.Entity.Name, len(ids))), Actions: []screen.Action{
						{Text: p.T("picked.open"), Do: func() { a.Shell.OpenFile(path) }},
					}})
				})
		},
	})
}

func (a *pickedActions) write(ctx context.Context, path string, ids []string) error {
	format := "xlsx"
	if strings.HasSuffix(strings.ToLower(path), ".csv") {
		format = "csv"
	}
	return a.Workspace.Records.Export(ctx, app.ExportParams{
		Entity: a.Entity.Name, Format: format, File: path, Lang: a.Printer.Lang(), Where: []app.Cond{app.Where("id", "in", ids...)},
	})
}
