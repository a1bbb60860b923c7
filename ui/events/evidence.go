package events

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// evidence is the tab of what proves that the event took place: files kept in the workspace, or where a paper original is.
type evidence struct {
	g       *page
	list    []*data.Evidence
	chosen  string
	kind    *kit.Select
	table   *kit.Table
	buttons *fyne.Container
	content fyne.CanvasObject
}

func newEvidence(g *page) *evidence {
	p := g.s.Printer
	v := &evidence{g: g}
	v.kind = kit.NewSelect(fields.Enum(p, data.EvidenceKind), "")
	v.kind.SetValue("signed_list")
	v.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "kind", Title: p.T("field.evidence_kind"), Width: 150, Grow: 1},
			{ID: "caption", Title: p.T("field.caption"), Width: 200, Grow: 3},
			{ID: "file", Title: p.T("field.file"), Width: 150, Grow: 2, Kind: kit.CellMuted},
			{ID: "size", Title: p.T("field.size"), Width: 70, Kind: kit.CellNumber},
			{ID: "original", Title: p.T("field.original_at"), Width: 160, Grow: 2, Kind: kit.CellMuted},
		},
		Source: v, OnSelect: func(i int) { v.chosen = v.list[i].ID; v.note() }, OnOpen: func(i int) { v.edit(v.list[i]) },
		Now: g.s.Workspace.Now, Empty: kit.NewEmpty(kit.IconSheet(), p.T("events.no_evidence"), "", nil),
	})
	v.buttons = kit.HStack(10)
	top := kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, v.buttons)
	v.content = kit.Framed(kit.Borders{Top: top}, v.table)
	return v
}

func (v *evidence) tab() kit.Tab {
	return kit.Tab{ID: tabEvidence, Text: v.g.counted(v.g.s.Printer.Entities("evidence"), len(v.list))}
}

func (v *evidence) body() fyne.CanvasObject { return v.content }

func (v *evidence) show(d *dossier) {
	v.list = d.evidence
	v.table.Reload()
	v.table.Select(v.index())
	v.note()
}

func (v *evidence) forget() { v.list, v.chosen = nil, "" }

func (v *evidence) index() int {
	for i, e := range v.list {
		if e.ID == v.chosen {
			return i
		}
	}
	return -1
}

// note offers what can be done: attach, and something with the line that is chosen.
func (v *evidence) note() {
	p := v.g.s.Printer
	v.buttons.RemoveAll()
	if !v.g.s.readOnly() {
		v.buttons.Add(kit.Sized(210, kit.ControlHeight, v.kind))
		v.buttons.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.attach"), v.ask))
		v.buttons.Add(kit.NewLink(p.T("events.add_original"), func() { v.edit(nil) }))
	}
	v.buttons.Add(kit.NewSpring())
	if i := v.index(); i >= 0 {
		e := v.list[i]
		if e.File != "" {
			v.buttons.Add(kit.NewLink(p.T("events.save_copy"), func() { v.askCopy(e) }))
		}
		if !v.g.s.readOnly() {
			v.buttons.Add(kit.NewLink(p.T("events.edit"), func() { v.edit(e) }))
			v.buttons.Add(kit.NewLink(p.T("events.delete"), v.remove).SetToken(kit.TokenError))
		}
	}
	v.buttons.Refresh()
}

// Len implements kit.TableSource.
func (v *evidence) Len() int { return len(v.list) }

// Need implements kit.TableSource: all rows are there.
func (v *evidence) Need(int, int) {}

// Row implements kit.TableSource.
func (v *evidence) Row(i int) ([]kit.Cell, bool) {
	p, e := v.g.s.Printer, v.list[i]
	return []kit.Cell{
		{Text: p.Enum(data.EvidenceKind.Name, e.Kind)}, {Text: e.Caption.Show(p.Lang())}, {Text: e.FileName},
		{Text: sizeWords(p, e.Size)}, {Text: e.OriginalAt},
	}, true
}

// sizeWords writes a file's size in thousands of bytes, as file managers do.
func sizeWords(p *i18n.Printer, bytes *int) string {
	switch {
	case bytes == nil:
		return ""
	case *bytes < 1_000_000:
		return p.Number((*bytes+999)/1000) + " kB"
	}
	return p.Decimal(float64(*bytes)/1e6, 1) + " MB"
}

// ask lets the user choose a file to attach.
func (v *evidence) ask() {
	dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			v.g.s.Shell.ShowError(err)
		case r != nil:
			path := r.URI().Path()
			if err := r.Close(); err != nil {
				v.g.s.Shell.ShowError(err)
				return
			}
			v.attach(path)
		}
	}, v.g.s.Shell.Window())
}

// attach copies a file into the workspace, off the UI's goroutine.
func (v *evidence) attach(path string) {
	s := v.g.s
	if v.g.event == nil {
		return
	}
	p, params := s.Printer, app.AttachParams{Event: v.g.event.ID, File: path, Kind: v.kind.Value()}
	s.Shell.Status(p.T("events.attaching", "File", filepath.Base(path)))
	s.exec.Go(func() {
		_, err := s.Workspace.Evidence.Attach(context.Background(), params)
		s.exec.Apply(func() {
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			s.Shell.Toast(screen.Toast{Text: p.T("events.attached", "File", filepath.Base(path))})
			s.reread()
		})
	})
}

// askCopy lets the user choose where a copy of a file goes.
func (v *evidence) askCopy(e *data.Evidence) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			v.g.s.Shell.ShowError(err)
		case w != nil:
			path := w.URI().Path()
			if err := w.Close(); err != nil {
				v.g.s.Shell.ShowError(err)
				return
			}
			v.copy(e, path)
		}
	}, v.g.s.Shell.Window())
	d.SetFileName(e.FileName)
	d.Show()
}

// copy writes a file out of the workspace, off the UI's goroutine. A file that was damaged since it was attached is not
// written.
func (v *evidence) copy(e *data.Evidence, path string) {
	s := v.g.s
	s.exec.Go(func() {
		err := writeCopy(s.Workspace.Evidence, e.File, path)
		s.exec.Apply(func() {
			if err != nil {
				s.Shell.ShowError(err)
				return
			}
			s.Shell.Toast(screen.Toast{Text: s.Printer.T("events.copied", "File", filepath.Base(path)), Actions: []screen.Action{
				{Text: s.Printer.T("events.open"), Do: func() { s.Shell.OpenFile(path) }},
			}})
		})
	})
}

// writeCopy writes beside the file first, so that nothing half or damaged comes to stand under its name.
func writeCopy(from *app.Evidence, sha, path string) error {
	r, err := from.Open(sha)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".primadesk-*")
	if err != nil {
		return errors.Join(err, r.Close())
	}
	_, err = io.Copy(f, r)
	if err = errors.Join(err, r.Close(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// edit asks for what is known of a piece of evidence; of a paper original where e is nil.
func (v *evidence) edit(e *data.Evidence) {
	s := v.g.s
	if v.g.event == nil || s.readOnly() {
		return
	}
	p := s.Printer
	title := p.T("events.evidence_title")
	if e == nil {
		title = p.T("events.add_original")
		e = &data.Evidence{Project: v.g.event.Project, Event: v.g.event.ID, Kind: v.kind.Value()}
		e.ID, e.Owner = newID(), v.g.event.Owner
	}
	m := fields.Maker{Printer: p, Exec: s.exec, Today: s.Workspace.Today}
	form := kit.NewForm(kit.FormParams{Required: p.T("fields.required"), Sections: []kit.Section{{Rows: m.Rows(e,
		[]string{"kind"}, []string{"caption"}, []string{"original_at"}, []string{"consent_checked"})}}})
	form.Load(fields.Values(e))
	kit.ShowDialog(s.canvas(), kit.DialogParams{
		Title: title, Text: e.FileName, Body: form, Width: 480, Yes: p.T("events.apply"), No: p.T("events.cancel"),
		Keep: func() bool { return !form.Check() || !v.keep(e, form) },
	})
	s.focus(form, "kind")
}

// keep writes a piece of evidence, and tells whether it could be.
func (v *evidence) keep(e *data.Evidence, form *kit.Form) bool {
	s := v.g.s
	next := *e
	fields.Apply(&next, form.Values())
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	_, err := s.Workspace.Records.Save(ctx, &next)
	if known, ok := errors.AsType[*data.Error](err); ok && len(known.Details) > 0 {
		_, elsewhere := fields.NewGroup(s.Printer, form).SetProblems(known.Details)
		for _, x := range elsewhere {
			form.SetError("original_at", app.TellProblem(s.Printer, x).Message)
		}
		return false
	}
	if err != nil {
		s.Shell.ShowError(err)
		return false
	}
	v.chosen = next.ID
	s.reread()
	return true
}

// remove puts the chosen piece of evidence into the trash.
func (v *evidence) remove() {
	i := v.index()
	if i < 0 || v.g.s.readOnly() {
		return
	}
	e := v.list[i]
	p := v.g.s.Printer
	v.chosen = ""
	v.g.s.trash(data.EntityOf(e), p.T("events.evidence_deleted", "Title", p.Quote(e.Title(p.Lang()))), e.ID)
	v.g.s.reread()
}
