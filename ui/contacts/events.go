package contacts

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// attended is one event that a contact was asked to, or came to.
type attended struct {
	event      *data.Event
	attendance *data.Attendance
}

// mostAttended is how many events of one person are shown.
const mostAttended = 200

// readAttended reads a contact's events, the newest first.
func readAttended(ctx context.Context, w *app.Workspace, id string) ([]attended, error) {
	page, err := w.Records.List(ctx, app.Query{Entity: "attendance", Where: []app.Cond{app.Where("contact", "=", id)}, Limit: mostAttended})
	if err != nil {
		return nil, err
	}
	var out []attended
	var ids []string
	for _, rec := range page.Records {
		a := rec.(*data.Attendance)
		out = append(out, attended{attendance: a})
		ids = append(ids, a.Event)
	}
	recs, err := w.Records.Many(ctx, data.EntityOf((*data.Event)(nil)), ids)
	if err != nil {
		return nil, err
	}
	events := map[string]*data.Event{}
	for _, rec := range recs {
		events[rec.Head().ID] = rec.(*data.Event)
	}
	return newestFirst(out, events), nil
}

// newestFirst joins attendance with its events; those without a date come first, because something is to be done there.
// What was said of an event that is not here any more is left out.
func newestFirst(list []attended, events map[string]*data.Event) []attended {
	out := list[:0]
	for _, a := range list {
		if a.event = events[a.attendance.Event]; a.event != nil && a.event.State == data.Live {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b attended) int {
		if a.event.Start == "" || b.event.Start == "" {
			return cmp.Compare(a.event.Start, b.event.Start)
		}
		return cmp.Compare(b.event.Start, a.event.Start)
	})
	return out
}

// eventsBody shows the events, each a way to its own screen.
func (s *contacts) eventsBody(_ data.Record, f any) fyne.CanvasObject {
	p, list := s.p.Printer, factsOf(f).attended
	if f == nil {
		return kit.VStack(0)
	}
	if len(list) == 0 {
		return kit.NewText(p.T("contacts.events_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	}
	box := kit.VStack(2)
	for i, a := range list {
		when := p.T("contacts.events_undated")
		if a.event.Start != "" {
			when = p.MediumDate(string(a.event.Start.Day()))
		}
		title := kit.NewLink(a.event.Title(p.Lang()), func() { s.p.Shell.Reveal("event", a.event.ID, "") }).SetCut()
		title.SetName(p.Entity("event"))
		middle := kit.VStack(1, title,
			kit.NewText(when+" · "+a.event.Number, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
		word, tone := s.attendanceState(a.attendance)
		box.Add(kit.Sized(0, 44, kit.NewListRow(nil, middle, kit.NewStatusChip(word, tone), i == len(list)-1)))
	}
	return box
}

// attendanceState is whether she came, or else what came of the invitation.
func (s *contacts) attendanceState(a *data.Attendance) (string, kit.Tone) {
	p := s.p.Printer
	switch {
	case a.Came == "yes":
		return p.T("contacts.came"), kit.ToneHeld
	case a.Came == "no":
		return p.T("contacts.came_not"), kit.ToneNeutral
	case a.Invitation != "":
		return p.Enum(data.Invitation.Name, a.Invitation), kit.TonePlanned
	}
	return p.Enum(data.Came.Name, "unknown"), kit.ToneNeutral
}
