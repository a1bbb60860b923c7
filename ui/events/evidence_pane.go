package events

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// proofPane is the piece of evidence that is chosen: its picture, what is known of it, and what can be done with it.
type proofPane struct {
	v       *evidence
	now     *data.Evidence
	whole   map[string]string // SHA-256 → what looking at its bytes said
	parts   *fyne.Container
	content *fyne.Container
}

func newProofPane(v *evidence) *proofPane {
	a := &proofPane{v: v, parts: kit.VStack(14), whole: map[string]string{}}
	a.content = kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Left: kit.NewUpright()},
		container.NewVScroll(kit.Pad(kit.Sides(16, kit.PageMargin), a.parts))))
	a.content.Hide()
	return a
}

func (a *proofPane) show(e *data.Evidence) {
	a.now = e
	a.parts.RemoveAll()
	a.content.Hidden = e == nil
	if e == nil {
		return
	}
	p := a.v.g.s.Printer
	if e.File != "" {
		a.parts.Add(kit.Sized(0, 230, a.v.thumbs.picture(e)))
	}
	a.parts.Add(kit.NewText(app.Called(p, e), kit.TextStyle{Size: kit.TextCard, Bold: true, Wrap: true}))
	a.parts.Add(a.buttons(e))
	a.parts.Add(a.facts(e))
	if e.Kind == "photographs" {
		a.parts.Add(a.photographed())
	}
	a.parts.Refresh()
}

// buttons are what can be done with it.
func (a *proofPane) buttons(e *data.Evidence) fyne.CanvasObject {
	v := a.v
	p := v.g.s.Printer
	row := kit.Flow(12)
	if e.File != "" {
		row.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.open"), func() { v.launch(e) }))
	}
	if !v.g.s.readOnly() {
		row.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.edit"), func() { v.edit(e) }))
	}
	if e.File != "" {
		row.Add(level(kit.NewLink(p.T("events.save_copy"), func() { v.askCopy(e) })))
		row.Add(level(kit.NewLink(p.T("evidence.verify"), func() { v.verify(e) })))
	}
	if !v.g.s.readOnly() {
		row.Add(level(kit.NewLink(p.T("events.delete"), v.remove).SetToken(kit.TokenError)))
	}
	return row
}

// facts are what is known of it.
func (a *proofPane) facts(e *data.Evidence) fyne.CanvasObject {
	p := a.v.g.s.Printer
	lines := kit.VStack(7)
	add := func(name, value string) {
		if value != "" {
			lines.Add(kit.NewDefinition(name, value))
		}
	}
	add(p.T("field.evidence_kind"), p.Enum(data.EvidenceKind.Name, e.Kind))
	if e.File != "" {
		add(p.T("field.file"), e.FileName+" · "+sizeWords(p, e.Size))
	}
	add(p.T("field.original_at"), e.OriginalAt)
	checked := p.T("evidence.consent_open")
	if e.ConsentChecked {
		checked = p.T("evidence.consent_done")
	}
	if e.Kind == "photographs" || e.ConsentChecked {
		add(p.T("field.consent_checked"), checked)
	}
	add(p.T("evidence.state"), a.whole[e.File])
	return lines
}

// photographed names those who were there and have not consented to photographs.
func (a *proofPane) photographed() fyne.CanvasObject {
	p := a.v.g.s.Printer
	rows := kit.VStack(4)
	n := 0
	for i := range a.v.d.people {
		x := &a.v.d.people[i]
		if !x.present() || x.consented("photographs") || x.contact == nil {
			continue
		}
		if n++; n <= 30 { // the rest are counted in the heading
			link := kit.NewLink(x.name, func() { a.v.g.s.Shell.Reveal("contact", x.contact.ID, "consents") })
			link.SetName(p.T("people.open_contact")) // whose it is, is nothing for a log
			rows.Add(kit.HStack(0, link, kit.NewSpring()))
		}
	}
	if n == 0 {
		return kit.NewText(p.T("evidence.all_consent"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	}
	return section(p.N("evidence.no_consent", n), rows)
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
		e = &data.Evidence{Project: v.g.event.Project, Event: v.g.event.ID, Kind: "signed_list"}
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
	done, err := s.Workspace.Records.Save(ctx, &next)
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
	name := strings.TrimSpace(next.Title(s.Printer.Lang()))
	if name == "" {
		name = s.Printer.Enum(data.EvidenceKind.Name, next.Kind)
	}
	s.undoable(s.Printer.T("events.saved", "Title", s.Printer.Quote(name)), done)
	s.reread()
	return true
}

// remove puts the chosen piece of evidence into the trash.
func (v *evidence) remove() {
	e := v.one()
	if e == nil || v.g.s.readOnly() {
		return
	}
	p := v.g.s.Printer
	v.chosen = ""
	v.g.s.trash(data.EntityOf(e), p.T("events.evidence_deleted", "Title", p.Quote(app.Called(p, e))), e.ID)
	v.g.s.reread()
}
