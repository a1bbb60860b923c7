package record

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// tabs are the pane's, with what they count.
func (r *Pane) tabs() []kit.Tab {
	p := r.p.Printer
	out := []kit.Tab{{ID: TabForm, Text: cmp.Or(r.p.TabTitle, p.Entity(r.p.Entity.Name))}}
	for _, t := range r.p.Tabs {
		text := t.Title
		if t.Count != nil && r.details != nil {
			if n := t.Count(r.details.facts); n > 0 {
				text += " " + p.Number(n)
			}
		}
		out = append(out, kit.Tab{ID: t.ID, Text: text})
	}
	return append(out, kit.Tab{ID: TabHistory, Text: p.T("record.history")})
}

// Tab is the tab that is chosen.
func (r *Pane) Tab() string { return r.view.Tabs().Chosen() }

// SetTab chooses a tab.
func (r *Pane) SetTab(id string) {
	if !slices.ContainsFunc(r.tabs(), func(t kit.Tab) bool { return t.ID == id }) {
		return
	}
	r.view.Tabs().Choose(id)
	r.showTab()
}

// showTab shows the body of the tab that is chosen.
func (r *Pane) showTab() {
	if r.now == nil {
		return
	}
	chosen := r.Tab()
	if chosen == TabHistory {
		r.readPast()
		return
	}
	box := kit.VStack(16, r.locked)
	if chosen == TabForm {
		box.Add(r.decide)
		box.Add(r.top)
	}
	for _, part := range r.sheet.parts {
		if cmp.Or(part.Tab, TabForm) == chosen {
			box.Add(part.form)
		}
	}
	for _, t := range r.p.Tabs {
		if t.ID == chosen && t.Body != nil {
			box.Add(t.Body(r.now.rec, r.Facts()))
		}
	}
	if chosen == TabForm {
		box.Add(r.links)
	}
	r.body = box
	r.view.SetBody(box)
	r.relay()
}

// relay lays the tab out anew after something in it became higher or lower: where all of it is in view, its own size does
// not change, and nobody else would.
func (r *Pane) relay() {
	if r.body != nil {
		r.body.Refresh()
	}
	r.view.Refresh()
}

// Reveal puts the keyboard into a field, given by its id or a register's path; it chooses its tab and unfolds it. Where
// the form has no such field, it goes into the first one.
func (r *Pane) Reveal(field string) {
	id, rest, _ := strings.Cut(field, "/")
	in := r.sheet.in[id]
	if r.now == nil {
		r.focus = field
		return
	}
	if in == nil {
		r.Focus()
		return
	}
	r.reveal(in)
	in.form.Focus(id)
	if x, ok := r.sheet.boxes[id].inner.(interface{ Reveal(path string) }); ok && rest != "" {
		x.Reveal(rest) // a part of the field, such as the text in one language
	}
}

// reveal shows a part of the form.
func (r *Pane) reveal(in *part) {
	in.open()
	r.relay()
	if tab := cmp.Or(in.Tab, TabForm); tab != r.Tab() {
		r.view.Tabs().Choose(tab)
		r.showTab()
	}
}

// Focus puts the keyboard into the form's first field.
func (r *Pane) Focus() {
	if r.now == nil || len(r.sheet.parts) == 0 {
		return
	}
	r.reveal(r.sheet.parts[0])
	r.sheet.parts[0].form.Focus("")
}

// readPast reads the history and shows it.
func (r *Pane) readPast() {
	if r.now.fresh {
		r.view.SetBody(r.pastLines(nil))
		return
	}
	id, w, p, e := r.ID(), r.p.Workspace, r.p.Printer, r.p.Entity
	r.past.Run(context.Background(),
		func(ctx context.Context) ([]Past, error) { return ReadPast(ctx, w, p, e, id) },
		func(list []Past, err error) {
			switch {
			case err != nil:
				r.failed(err)
			case r.Tab() == TabHistory && r.ID() == id:
				r.view.SetBody(r.pastLines(list))
			}
		})
}

// pastLines shows the history.
func (r *Pane) pastLines(list []Past) fyne.CanvasObject {
	box := kit.VStack(14)
	for _, one := range list {
		head := kit.HStack(8, kit.Grow(kit.NewText(one.When+" · "+one.Who, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
		if one.Batch != "" && !r.p.readOnly() {
			head.Add(kit.NewLink(r.p.Printer.T("record.undo"), func() { r.p.Shell.Undo(one.Batch) }).SetTextSize(kit.TextMedium))
		}
		entry := kit.VStack(3, head)
		for _, line := range one.Lines {
			entry.Add(kit.NewText(line, kit.TextStyle{Wrap: true}))
		}
		box.Add(entry)
	}
	if len(list) == 0 {
		box.Add(kit.NewText(r.p.Printer.T("record.history_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	return box
}

// state is what a pane remembers: nothing that tells of a person.
type state struct {
	Open  string   `json:"open,omitempty"` // the record that is shown
	Tab   string   `json:"tab,omitempty"`
	Folds []string `json:"folds,omitempty"` // the sections that are unfolded
}

// State is what is remembered of the pane: which record, which tab, what is unfolded.
func (r *Pane) State() string {
	st := state{Tab: r.Tab(), Open: r.awaited}
	if r.now != nil && !r.now.fresh {
		st.Open = r.ID()
	}
	for _, part := range r.sheet.parts {
		if part.More && part.isOpen() {
			st.Folds = append(st.Folds, part.ID)
		}
	}
	b, err := json.Marshal(st)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetState brings the pane back to a state; the record is read when the pane is shown.
func (r *Pane) SetState(text string) {
	var st state
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	for _, part := range r.sheet.parts {
		if part.More {
			part.form.SetOpen(part.ID, slices.Contains(st.Folds, part.ID))
		}
	}
	if slices.ContainsFunc(r.tabs(), func(t kit.Tab) bool { return t.ID == st.Tab }) {
		r.view.Tabs().Choose(st.Tab)
	}
	r.awaited = st.Open
}
