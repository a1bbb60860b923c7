package engagements

import (
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// line is one entry as it is read; pressing it opens it.
func (l *Log) line(e *data.Engagement, last bool) fyne.CanvasObject {
	p := l.p.Printer
	head := []string{p.MediumDate(string(e.Date))}
	if e.Channel != "" {
		head = append(head, p.Enum(data.Channel.Name, e.Channel))
	}
	if name := l.shown.Names[e.Contact]; name != "" {
		head = append(head, name)
	}
	box := kit.VStack(3,
		kit.NewText(strings.Join(head, " · "), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}),
		kit.NewText(e.Summary, kit.TextStyle{Wrap: true}))
	if e.Outcome != "" {
		box.Add(kit.NewText(e.Outcome, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Wrap: true}))
	}
	if e.NextStep != "" || e.Due != "" {
		box.Add(l.next(e))
	}
	var row fyne.CanvasObject = kit.Pad(kit.Sides(8, 0), box)
	if !l.readOnly() {
		row = kit.Named(p.Entity(entity().Name), kit.NewPressRow(row, func() { l.Open(e.ID) }))
	}
	if last {
		return row
	}
	return kit.Framed(kit.Borders{Bottom: kit.NewLine()}, row)
}

// next is what follows from an entry, and by when.
func (l *Log) next(e *data.Engagement) fyne.CanvasObject {
	p := l.p.Printer
	row := kit.HStack(8, kit.Grow(kit.NewText(p.T("engagements.next", "Step", e.NextStep), kit.TextStyle{Size: kit.TextMedium, Cut: true})))
	if e.Due != "" {
		tone := kit.TonePlanned
		if e.Due < l.p.Workspace.Today() {
			tone = kit.ToneLate
		}
		row.Add(kit.NewStatusChip(p.MediumDate(string(e.Due)), tone))
	}
	return row
}
