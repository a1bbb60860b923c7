package home

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/ui/kit"
)

func (s *Screen) latelyCard() fyne.CanvasObject {
	rows := kit.VStack(0)
	for i, d := range s.seen.lately {
		style := kit.TextStyle{Cut: true}
		if d.Undone {
			style.Token = kit.TokenMuted
		}
		row := kit.NewListRow(nil, kit.NewText(d.Text, style),
			kit.NewText(s.when(d.At), kit.TextStyle{Token: kit.TokenMuted}), i == len(s.seen.lately)-1)
		rows.Add(kit.Named(s.Printer.T("home.lately"), kit.NewPressRow(row, s.looksAt(d))))
	}
	return kit.NewTitledCard(s.Printer.T("home.lately"), nil, list(rows))
}

// looksAt opens the record that was changed; where there were several, or it was taken back, what was done, in the history.
func (s *Screen) looksAt(d app.Deed) func() {
	if open := s.opens(d.Entity, d.Record, ""); open != nil && !d.Undone {
		return open
	}
	return s.opens("batch", d.Batch, "")
}
