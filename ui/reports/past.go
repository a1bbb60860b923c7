package reports

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// past is the list of the reports and other files that were written before: where, when, from which data, and what can be done with each.
type past struct {
	s       *Screen
	list    []app.Written
	reading *kit.Later[[]app.Written]
	rows    *fyne.Container
	content fyne.CanvasObject
}

func newPast(s *Screen) *past {
	h := &past{s: s, reading: kit.NewLater[[]app.Written](s.exec)}
	layout := &kit.Tall{Gap: 10}
	h.rows = container.New(layout)
	scroll := container.NewVScroll(kit.Pad(kit.Inset{Top: 2, Right: 12, Bottom: 12, Left: 2}, h.rows))
	layout.Grew = scroll.Refresh
	h.content = scroll
	return h
}

// load reads the list anew.
func (h *past) load() {
	service := h.s.p.Workspace.Reports
	h.reading.Run(context.Background(), service.Written, func(list []app.Written, err error) {
		if err != nil {
			h.s.p.Shell.ShowError(err)
			return
		}
		h.list = list
		h.draw()
	})
}

// draw shows the list; menu has the words for what reports were narrowed to.
func (h *past) draw() {
	h.rows.RemoveAll()
	for _, w := range h.list {
		h.rows.Add(kit.NewCard(h.entry(w)))
	}
	if len(h.list) == 0 {
		h.rows.Add(kit.NewText(h.s.p.Printer.T("reportscreen.past_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	h.s.pastCounted()
	h.rows.Refresh()
}

func (h *past) entry(w app.Written) fyne.CanvasObject {
	p := h.s.p.Printer
	muted := kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}
	when := w.At.In(h.s.p.Workspace.Now().Location())
	said := p.T("reportscreen.past_when", "Date", p.MediumDate(string(data.DateOf(when))), "Time", when.Format("15:04"))
	lines := []fyne.CanvasObject{
		kit.HStack(8, kit.Grow(kit.NewText(filepath.Base(w.Path), kit.TextStyle{Bold: true, Cut: true})), h.state(w)),
		kit.NewText(said+" · "+h.options(w), muted),
		kit.NewText(filepath.Dir(filepath.Clean(w.Path)), muted),
		kit.Flow(18, h.actions(w)...),
	}
	return container.New(&kit.Tall{Gap: 4}, lines...)
}

// state says whether the file is still what the data would give.
func (h *past) state(w app.Written) fyne.CanvasObject {
	p := h.s.p.Printer
	chips := kit.HStack(6)
	if w.Draft {
		chips.Add(kit.NewStatusChip(p.T("report.draft"), kit.ToneNeutral))
	}
	switch w.File {
	case app.FileMissing:
		chips.Add(kit.NewStatusChip(p.T("reportscreen.past_missing"), kit.ToneLate))
	case app.FileAltered:
		chips.Add(kit.NewStatusChip(p.T("reportscreen.past_altered"), kit.ToneNeutral))
	}
	if w.Changes == 0 {
		chips.Add(kit.NewStatusChip(p.T("reportscreen.past_current"), kit.ToneHeld))
	} else {
		chips.Add(kit.NewStatusChip(p.N("reportscreen.past_changes", w.Changes), kit.TonePostponed))
	}
	return chips
}

// options are what the report was asked for, in words: its kind, language, and what it was narrowed to.
func (h *past) options(w app.Written) string {
	p, m := h.s.p.Printer, h.s.options.menu
	words := []string{h.what(w)}
	if w.Lang != "" {
		words = append(words, i18n.Name(w.Lang))
	}
	r, ok := written(h.s.reports, w)
	if !ok {
		return strings.Join(words, " · ")
	}
	for _, o := range slices.Concat(optionOrder, moreOptions) {
		v := r.narrowed(o)
		if v == "" || o == optLanguage || v == r.asNothing(o) {
			continue
		}
		switch o {
		case optFrom, optTo:
			v = h.s.options.label(o) + " " + p.MediumDate(v)
		case app.OptPeriod:
			v = h.s.options.label(o) + " " + v
		default:
			if i := slices.IndexFunc(m.options[o], func(x kit.Option) bool { return x.Value == v }); i >= 0 {
				v = m.options[o][i].Text
			}
		}
		words = append(words, v)
	}
	return strings.Join(words, " · ")
}

// what says which report it is, or which other file.
func (h *past) what(w app.Written) string {
	p := h.s.p.Printer
	switch o := w.Options; w.Report {
	case app.WrittenBulletin:
		return issueName(p, o.Issue)
	case app.WrittenRecipients:
		return p.T("reportscreen.past_recipients", "Issue", issueName(p, o.Issue))
	case app.WrittenProjectFile:
		return p.T("reportscreen.past_project_file")
	case app.WrittenExport:
		if _, ok := data.EntityNamed(o.Entity); ok {
			return p.Entities(o.Entity)
		}
		return p.T("reportscreen.past_everything")
	}
	if r, ok := written(h.s.reports, w); ok {
		return p.T(r.report.Label)
	}
	return w.Report
}

// issueName is the newsletter with its number, where it has one.
func issueName(p *i18n.Printer, number int) string {
	if number == 0 {
		return p.Entity("bulletin")
	}
	return p.Entity("bulletin") + " " + p.Number(number)
}

func (h *past) actions(w app.Written) []fyne.CanvasObject {
	p, shell := h.s.p.Printer, h.s.p.Shell
	link := func(id string, do func()) fyne.CanvasObject {
		return kit.NewLink(p.T(id), do).SetTextSize(kit.TextMedium)
	}
	var out []fyne.CanvasObject
	if w.File != app.FileMissing {
		out = append(out,
			link("reportscreen.open", func() { shell.OpenFile(filepath.Clean(w.Path)) }),
			link("reportscreen.show_in_folder", func() { shell.ShowInFolder(filepath.Clean(w.Path)) }))
	}
	if _, ok := written(h.s.reports, w); ok {
		out = append(out, link("reportscreen.write_again", func() { h.s.again(w) }))
	}
	if id := w.Options.Bulletin; id != "" {
		out = append(out, link("reportscreen.open_record", func() { shell.Reveal("bulletin", id, "") }))
	}
	return append(out, link("reportscreen.past_forget", func() { h.forget(w) }))
}

// forget takes a line off the list; the file stays.
func (h *past) forget(w app.Written) {
	kit.Focus(h.s.views[true]) // the line goes, and the keyboard would be nowhere
	if err := h.s.p.Workspace.Reports.Forget(w.ID); err != nil {
		h.s.p.Shell.ShowError(err)
	}
	h.load()
}
