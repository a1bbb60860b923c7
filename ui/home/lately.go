package home

import (
	"fyne.io/fyne/v2"

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
		if open := s.opens(d.Entity, d.Record, ""); open != nil && !d.Undone {
			row = kit.NewPressRow(row, open)
		}
		rows.Add(row)
	}
	return kit.NewTitledCard(s.Printer.T("home.lately"), nil, list(rows))
}
