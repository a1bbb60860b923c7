package project

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// words is the part of the lists of words that users edit: event types, themes, tags. Words that ship are no records, so
// it has a list of its own.
type words struct {
	s      *project
	kind   string
	list   []word // of the kind, as people read them
	search string
	later  *kit.Later[[]word]
	wait   string // the record that is to be shown once the list was read

	header  *kit.Header
	kinds   *kit.Segments
	table   *kit.Table
	pane    *wordPane
	content fyne.CanvasObject
}

// word is a word with what it is called.
type word struct {
	app.Word
	label data.Texts // of its record; empty where it has none
	shown string
}

var (
	_ screen.Creator    = (*words)(nil)
	_ screen.Searcher   = (*words)(nil)
	_ screen.Beginner   = (*words)(nil)
	_ screen.Deleter    = (*words)(nil)
	_ screen.Revealer   = (*words)(nil)
	_ screen.Rememberer = (*words)(nil)
)

func newWords(s *project) *words {
	p := s.Printer
	w := &words{s: s, kind: data.VocabularyKind.Words[0], later: kit.NewLater[[]word](s.exec)}
	w.header = kit.NewHeader(kit.HeaderParams{
		Title: p.T("project.words"), Search: p.T("project.search_words"), SearchHint: "Ctrl F", OnSearch: w.Search,
		OnSearchDone: func(string) { w.table.Focus() }, Action: p.T("project.new_vocabulary"), OnAction: w.New,
	})
	if s.readOnly() {
		w.header.Action().Hide()
	}
	var kinds []kit.Tab
	for _, kind := range data.VocabularyKind.Words {
		kinds = append(kinds, kit.Tab{ID: kind, Text: p.T("project.kind_" + kind)}) //i18n:prefix project.kind_
	}
	w.kinds = kit.NewSegments(kinds, func(kind string) {
		w.kind = kind
		w.pane.show(nil)
		w.read()
	})
	w.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{{ID: "label", Title: p.T("field.label"), Width: 160, Grow: 2}, {ID: "from", Title: p.T("project.word_from"), Width: 120, Grow: 1, Kind: kit.CellMuted}, {ID: "uses", Title: p.T("project.word_uses"), Width: 90, Kind: kit.CellNumber}},
		Source:  w, OnSelect: w.selected, OnOpen: func(int) { w.pane.focus() }, Empty: kit.NewEmpty(kit.IconFlag(), p.T("project.empty_vocabulary"), "", nil), Now: s.Workspace.Now,
	})
	w.table.SetName(p.T("project.words"))
	w.pane = newWordPane(w)
	bar := kit.Pad(kit.Sides(10, kit.PageMargin), kit.HStack(0, w.kinds, kit.NewSpring()))
	w.content = kit.Framed(kit.Borders{Top: w.header}, kit.MasterDetail(kit.Framed(kit.Borders{Top: bar}, w.table), w.pane.view))
	return w
}

// Content implements body.
func (w *words) Content() fyne.CanvasObject { return w.content }

// Shown implements body.
func (w *words) Shown() { w.read() }

// Hidden implements body.
func (w *words) Hidden() { w.later.Cancel() }

// Changed implements changer.
func (w *words) Changed(c app.Changed) {
	if c.Touches("vocabulary", "event", "indicator", "takeaway", "organisation", "contact") {
		w.read()
	}
}

func (w *words) read() {
	work, lang, kind := w.s.Workspace, w.s.Printer.Lang(), w.kind
	w.later.Run(context.Background(),
		func(ctx context.Context) ([]word, error) { return readWords(ctx, work, lang, kind) },
		func(list []word, err error) {
			if err != nil {
				if !errors.Is(err, context.Canceled) {
					w.s.Shell.ShowError(err)
				}
				return
			}
			w.take(list)
		})
}

func readWords(ctx context.Context, work *app.Workspace, lang, kind string) ([]word, error) {
	list, err := work.Vocabularies.List(ctx, kind)
	if err != nil {
		return nil, err
	}
	viewer, err := work.Viewer(ctx, lang)
	if err != nil {
		return nil, err
	}
	labels := map[string]data.Texts{}
	recs, err := work.Records.All(ctx, app.Query{Entity: "vocabulary", Where: []app.Cond{app.Where("kind", "=", kind)}})
	for _, rec := range recs {
		labels[rec.Head().ID] = rec.(*data.Vocabulary).Label
	}
	out := make([]word, len(list))
	for i, x := range list {
		out[i] = word{Word: x, label: labels[x.Record], shown: viewer.Words(kind, x.Code)}
	}
	collator := viewer.P.Collator()
	slices.SortStableFunc(out, func(a, b word) int { return collator.CompareString(a.shown, b.shown) })
	return out, err
}

func (w *words) take(list []word) {
	w.list = list
	w.header.SetSubtitle(w.s.Printer.Number(len(list)))
	w.table.Reload()
	if w.wait != "" {
		for _, x := range list {
			if x.Record == w.wait {
				w.pane.show(&x)
			}
		}
		w.wait = ""
	}
	w.pane.follow()
	w.mark()
}

// found are the words that have what is searched for.
func (w *words) found() []word {
	if w.search == "" {
		return w.list
	}
	return slices.DeleteFunc(slices.Clone(w.list), func(x word) bool { return !contains(x.shown, w.search) })
}

// Len implements kit.TableSource.
func (w *words) Len() int { return len(w.found()) }

// Need implements kit.TableSource.
func (w *words) Need(int, int) {}

// Row implements kit.TableSource.
func (w *words) Row(i int) ([]kit.Cell, bool) {
	list, p := w.found(), w.s.Printer
	if i >= len(list) {
		return nil, false
	}
	x := list[i]
	from := p.T("project.word_own")
	switch {
	case x.Shipped && x.Record != "":
		from = p.T("project.word_renamed")
	case x.Shipped:
		from = p.T("project.word_shipped")
	case x.Record == "":
		from = p.T("project.word_typed")
	}
	return []kit.Cell{{Text: x.shown}, {Text: from}, {Text: p.Number(x.Uses)}}, true
}

func (w *words) selected(i int) {
	if list := w.found(); i >= 0 && i < len(list) {
		w.pane.leave(func() { w.pane.show(&list[i]) })
	}
}

// mark selects the word that is shown.
func (w *words) mark() {
	w.table.Select(slices.IndexFunc(w.found(), func(x word) bool { return w.pane.now != nil && x.Code == w.pane.now.Code }))
}

// FocusSearch implements screen.Searcher.
func (w *words) FocusSearch() { w.header.Search().Focus() }

// Search implements screen.Searcher.
func (w *words) Search(text string) {
	w.search = text
	w.table.Reload()
	w.mark()
}

// New implements screen.Creator.
func (w *words) New() {
	w.pane.leave(func() {
		w.pane.show(&word{Word: app.Word{Kind: w.kind}})
		w.mark()
		w.pane.focus()
	})
}

// Dirty implements screen.Saver.
func (w *words) Dirty() bool { return w.pane.dirty() }

// Fresh implements screen.Beginner.
func (w *words) Fresh() bool { return w.pane.fresh() }

// Save implements screen.Saver.
func (w *words) Save() bool { return w.pane.save() }

// Discard implements screen.Saver.
func (w *words) Discard() { w.pane.revert() }

// Delete implements screen.Deleter.
func (w *words) Delete() { w.pane.remove() }

// Shows implements screen.Revealer.
func (w *words) Shows() []string { return []string{"vocabulary"} }

// Reveal implements screen.Revealer.
func (w *words) Reveal(_, id, _ string) {
	work := w.s.Workspace
	var found *data.Vocabulary
	w.s.run(func(ctx context.Context) error {
		rec, err := work.Records.Get(ctx, entityNamed("vocabulary"), id)
		if err == nil {
			found = rec.(*data.Vocabulary)
		}
		return err
	}, func() {
		w.kind, w.wait = found.Kind, id
		w.kinds.Choose(found.Kind)
		w.read()
	})
}

// State implements screen.Rememberer.
func (w *words) State() string { return w.kind }

// SetState implements screen.Rememberer.
func (w *words) SetState(kind string) {
	if data.VocabularyKind.Has(kind) {
		w.kind = kind
		w.kinds.Choose(kind)
	}
}

// labelColumn is that of a word's label.
func labelColumn() *data.Column { return fields.Column((*data.Vocabulary)(nil), "label") }
