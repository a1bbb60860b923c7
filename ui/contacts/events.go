package contacts

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

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

// eventLines shows the events, each a way to its own screen.
func (r *record) eventLines(list []attended) fyne.CanvasObject {
	p := r.s.Printer
	if len(list) == 0 {
		return kit.NewText(p.T("contacts.events_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	}
	box := kit.VStack(2)
	for i, a := range list {
		when := p.T("contacts.events_undated")
		if a.event.Start != "" {
			when = p.MediumDate(string(a.event.Start.Day()))
		}
		title := kit.NewLink(cutText(a.event.Title(p.Lang()), 44), func() { r.s.Shell.Go("events", a.event.ID) })
		middle := kit.VStack(1, kit.HStack(0, title),
			kit.NewText(when+" · "+a.event.Number, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
		word, tone := attendanceState(r, a.attendance)
		box.Add(kit.Sized(0, 44, kit.NewListRow(nil, middle, kit.NewStatusChip(word, tone), i == len(list)-1)))
	}
	return box
}

// attendanceState is whether she came, or else what came of the invitation.
func attendanceState(r *record, a *data.Attendance) (string, kit.Tone) {
	p := r.s.Printer
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

// cutText shortens a text that a link, which does not wrap, would otherwise make too wide.
func cutText(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most-1]) + "…"
}
