package project

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// wordPane is one word: what it is called in each language, what has it, and what can be done with it.
type wordPane struct {
	w     *words
	now   *word // nil while none is shown; a new one has no code
	view  *kit.RecordPane
	bar   *kit.SaveBar
	form  *kit.Form
	acts  *fyne.Container
	merge *kit.Select
}

func newWordPane(w *words) *wordPane {
	p := w.s.Printer
	v := &wordPane{w: w, acts: kit.VStack(12)}
	v.form = kit.NewForm(kit.FormParams{
		Required: p.T("fields.required"), OnDirty: func(bool) { v.note() },
		Sections: []kit.Section{{Rows: [][]kit.Field{{{
			ID: "label", Label: p.T("field.label"), Required: true, Control: fields.NewTexts(fields.TextsParams{Printer: p, Lines: 1, Title: true, Field: "label"}),
		}}}}},
	})
	v.bar = kit.NewSaveBar(kit.SaveBarParams{Save: p.T("project.save"), Cancel: p.T("project.cancel"), OnSave: func() { v.save() }, OnCancel: v.revert})
	v.view = kit.NewRecordPane(kit.PaneParams{Bar: v.bar})
	v.view.SetBody(kit.VStack(18, v.form, v.acts))
	v.view.Hide()
	if w.s.readOnly() {
		v.form.SetEnabled(false)
	}
	return v
}

func (v *wordPane) dirty() bool { return v.now != nil && v.form.Dirty() }

// fresh tells whether a new word is being written.
func (v *wordPane) fresh() bool { return v.now != nil && v.now.Code == "" }

// show brings a word into the pane; nil shows none.
func (v *wordPane) show(x *word) {
	v.now = x
	setVisible(v.view, x != nil)
	if x != nil {
		v.load()
	}
	v.w.content.Refresh()
}

func (v *wordPane) load() {
	p := v.w.s.Printer
	rec := data.Vocabulary{Label: v.now.label}
	if rec.Label.Empty() && v.now.Code != "" {
		rec.Label = data.TextIn(p.Lang(), v.now.shown) // to be changed from what is shown
	}
	v.form.Load(map[string]string{"label": fields.Value(labelColumn(), &rec)})
	if v.fresh() {
		v.view.SetTitle(p.T("project.new_word"), p.Enum(data.VocabularyKind.Name, v.w.kind))
	} else {
		v.view.SetTitle(v.now.shown, p.N("project.uses", v.now.Uses))
	}
	v.note()
	v.actions()
}

// follow shows the word as it is now; one that is gone closes the pane, and a form that somebody is writing in stays.
func (v *wordPane) follow() {
	if v.now == nil || v.fresh() {
		return
	}
	for i := range v.w.list {
		if x := &v.w.list[i]; x.Code == v.now.Code {
			if v.dirty() {
				v.now.Record, v.now.Uses = x.Record, x.Uses
				return
			}
			v.now = x
			v.load()
			return
		}
	}
	if !v.dirty() {
		v.show(nil)
	}
}

// actions are what can be done with the word: put another in its place, take it away.
func (v *wordPane) actions() {
	p, x := v.w.s.Printer, v.now
	v.acts.RemoveAll()
	defer v.acts.Refresh()
	if v.fresh() || v.w.s.readOnly() {
		return
	}
	var options []kit.Option
	for _, other := range v.w.list {
		if other.Code != x.Code {
			options = append(options, kit.Option{Value: other.Code, Text: other.shown})
		}
	}
	v.merge = kit.NewSelect(options, p.T("project.choose_word"))
	v.merge.SetName(p.T("project.merge_into"))
	merge := kit.NewButton(kit.ButtonSecondary, p.T("project.merge"), v.mergeInto)
	if x.Uses > 0 || x.Record != "" && !x.Shipped {
		v.acts.Add(kit.VStack(6, kit.NewHeading(p.T("project.merge_into")), muted(p.T("project.merge_text")), kit.HStack(8, kit.Grow(v.merge), merge)))
	}
	switch {
	case x.Shipped && x.Record != "":
		v.acts.Add(kit.HStack(0, kit.NewLink(p.T("project.restore_word"), v.remove).SetTextSize(kit.TextMedium)))
	case x.Record != "" && x.Uses == 0:
		v.acts.Add(kit.HStack(0, kit.NewLink(p.T("project.delete_word"), v.remove).SetToken(kit.TokenError).SetTextSize(kit.TextMedium)))
	}
}

// note says in the bar how things stand.
func (v *wordPane) note() {
	text := ""
	if v.dirty() {
		text = v.w.s.Printer.T("project.unsaved")
	}
	v.bar.SetDirty(v.dirty() || v.fresh(), text)
}

func (v *wordPane) focus() {
	if v.now != nil {
		v.w.s.Shell.Window().Canvas().Focus(v.form.Control("label").Target())
	}
}

// label is what is typed.
func (v *wordPane) label() data.Texts {
	var rec data.Vocabulary
	fields.Set(labelColumn(), &rec, v.form.Value("label"))
	return rec.Label
}

// save writes the word, and tells whether that succeeded.
func (v *wordPane) save() bool {
	if v.now == nil || v.w.s.readOnly() || !v.form.Check() {
		return false
	}
	p, work, ctx := v.w.s.Printer, v.w.s.Workspace, context.Background()
	var done app.Done
	var err error
	said := p.T("project.word_saved")
	if v.fresh() {
		var made *data.Vocabulary
		if made, done, err = work.Vocabularies.Add(ctx, v.w.kind, v.label()); err == nil {
			v.now.Code, v.now.Record, v.now.shown = made.Code, made.ID, made.Title(p.Lang())
		}
		said = p.T("project.word_made")
	} else {
		done, err = work.Vocabularies.Rename(ctx, v.now.Word, v.label())
	}
	if err != nil {
		v.form.SetError("label", app.Tell(p, err).Message)
		return false
	}
	v.now.label = v.label()
	v.now.shown = v.now.label.Show(p.Lang())
	v.form.Clean()
	v.w.read()
	v.w.s.undoable(said, done.Batch)
	return true
}

func (v *wordPane) revert() {
	switch {
	case v.now == nil:
	case v.fresh():
		v.show(nil)
	default:
		v.load()
	}
}

// leave goes on with another word. What is typed is saved first: a label is one line, and can be undone.
func (v *wordPane) leave(then func()) {
	if v.dirty() && strings.TrimSpace(v.form.Value("label")) != "" && !v.save() {
		return
	}
	then()
}

// mergeInto puts the word that is chosen in the place of this one.
func (v *wordPane) mergeInto() {
	into := v.merge.Value()
	if v.now == nil || into == "" {
		return
	}
	p, from := v.w.s.Printer, v.now.Word
	var done app.Done
	v.w.s.run(func(ctx context.Context) (err error) {
		done, err = v.w.s.Workspace.Vocabularies.Merge(ctx, from, app.Word{Kind: from.Kind, Code: into})
		return err
	}, func() {
		v.show(nil)
		v.w.read()
		v.w.s.undoable(p.T("project.word_merged"), done.Batch)
	})
}

// remove takes the word away, or its own label where it ships.
func (v *wordPane) remove() {
	if v.now == nil || v.now.Record == "" || v.now.Uses > 0 && !v.now.Shipped {
		return
	}
	p, x := v.w.s.Printer, v.now.Word
	var done app.Done
	v.w.s.run(func(ctx context.Context) (err error) {
		done, err = v.w.s.Workspace.Vocabularies.Delete(ctx, x)
		return err
	}, func() {
		v.w.read()
		v.w.s.undoable(p.T("project.word_deleted"), done.Batch)
	})
}

func contains(text, part string) bool { return strings.Contains(data.Fold(text), data.Fold(part)) }
