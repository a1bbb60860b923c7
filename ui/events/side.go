package events

import (
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// side is the event beside the list, in short; Enter, a second click or its button open the event's page.
type side struct {
	s    *events
	view *kit.RecordPane
	now  *dossier
}

func newSide(s *events) *side {
	p := s.Printer
	row := kit.HStack(8)
	if !s.readOnly() {
		row.Add(kit.NewLink(p.T("events.delete"), s.deleteEvent).SetToken(kit.TokenError))
	}
	row.Add(kit.NewSpring())
	row.Add(kit.NewButton(kit.ButtonSecondary, p.T("events.open"), s.toPage))
	bar := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}),
		kit.Framed(kit.Borders{Top: kit.NewLine()}, kit.Pad(kit.Sides(10, kit.PageMargin), row)))
	v := &side{s: s, view: kit.NewRecordPane(kit.PaneParams{Bar: bar})}
	v.view.Hide()
	return v
}

// show tells what is known of an event.
func (v *side) show(d *dossier) {
	p, e := v.s.Printer, d.event
	v.now = d
	v.view.SetTitle(e.Title(p.Lang()), subtitle(p, d))
	body := kit.VStack(14, v.state(d), v.facts(d))
	if t := &d.tally; t.Known {
		body.Add(section(p.T("events.who_came"), kit.Share(8, nil,
			kit.NewTile(p.T("events.named"), p.Number(t.Named), false),
			kit.NewTile(p.T("events.counted"), p.Number(t.Counted), false),
			kit.NewTile(p.T("events.total"), p.Number(t.Total), true))))
	}
	text, heading := e.Account.Show(p.Lang()), p.T("field.account")
	if text == "" {
		text, heading = e.Description.Show(p.Lang()), p.T("field.description")
	}
	if text != "" {
		body.Add(section(heading, kit.NewText(text, kit.TextStyle{Wrap: true})))
	}
	v.view.SetBody(body)
	v.view.Show()
	v.s.list.Refresh()
}

// state is what there is of the event, as chips and marks.
func (v *side) state(d *dossier) fyne.CanvasObject {
	p, e := v.s.Printer, d.event
	row := kit.Flow(6)
	if e.Status != "" {
		row.Add(kit.NewStatusChip(statusWord(p, e.Status), statusTone(e.Status)))
	}
	if e.Start == "" {
		row.Add(kit.NewStatusChip(p.T("events.no_date"), kit.TonePostponed))
	}
	if len(d.tally.Mismatches) > 0 {
		row.Add(kit.NewStatusChip(p.T("events.sums_differ"), kit.ToneLate))
	}
	for _, lang := range data.Languages {
		row.Add(fields.NewLanguageMark(lang, fields.StateOf(textOf(e), lang), false, nil))
	}
	return row
}

// textOf is the text whose translations matter most: what happened, else the title.
func textOf(e *data.Event) *data.Texts {
	if !e.Account.Empty() {
		return &e.Account
	}
	return &e.Name
}

// facts are the plan in lines.
func (v *side) facts(d *dossier) fyne.CanvasObject {
	p, e := v.s.Printer, d.event
	lines := kit.VStack(7)
	add := func(name, value string) {
		if value != "" {
			lines.Add(kit.NewDefinition(name, value))
		}
	}
	add(p.T("field.date"), when(p, e))
	add(p.T("events.where"), where(p, e))
	if e.Type != "" {
		add(p.FieldShort("type"), v.s.book.viewer.Words("event_type", e.Type))
	}
	add(p.T("field.mode"), p.Enum(data.Mode.Name, e.Mode))
	add(p.FieldShort("organiser"), d.names[e.Organiser])
	var with []string
	for _, id := range e.CoOrganisers {
		with = append(with, d.names[id])
	}
	add(p.T("field.co_organisers"), strings.Join(with, ", "))
	add(p.T("field.deliverable"), d.names[e.Deliverable])
	if n := len(e.Checklist); n > 0 {
		add(p.T("field.checklist"), p.T("events.done_of", "Done", p.Number(d.done()), "All", p.Number(n)))
	}
	if n := len(d.takeaways); n > 0 {
		add(p.Entities("takeaway"), p.Number(n))
	}
	if n := len(d.evidence); n > 0 {
		add(p.Entities("evidence"), p.Number(n))
	}
	return lines
}

func section(heading string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.VStack(8, kit.NewHeading(heading), o)
}

// subtitle is number, date and organiser, as under an event's title.
func subtitle(p *i18n.Printer, d *dossier) string {
	var parts []string
	for _, s := range []string{d.event.Number, days(p, d.event), d.names[d.event.Organiser]} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}
