package home

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

func (s *Screen) targetsCard() fyne.CanvasObject {
	p := s.Printer
	if len(s.seen.Targets) == 0 {
		return kit.NewTitledCard(p.T("home.targets"), nil, nothing(p.T("home.targets.none")))
	}
	rows, behind := kit.VStack(10), false
	for _, t := range s.seen.Targets {
		token := kit.TokenAccent
		if t.Behind {
			token, behind = kit.TokenGold, true
		}
		rows.Add(kit.NewTarget(t.Title, s.reached(t), t.Part, token))
	}
	var legend fyne.CanvasObject
	if behind && s.seen.Elapsed > 0 {
		legend = kit.Grow(kit.NewText(p.T("home.targets.behind", "Share", p.Percent(s.seen.Elapsed)),
			kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
	}
	return kit.NewTitledCard(p.T("home.targets"), legend, list(rows))
}

// reached says how much of a target there is: "6 of 10", or that it is not known.
func (s *Screen) reached(t app.Target) string {
	number := func(d *data.Decimal) string {
		if d == nil {
			return s.Printer.T("home.unknown")
		}
		if f := d.Float64(); f == float64(int(f)) {
			return s.Printer.Number(int(f))
		}
		return s.Printer.Decimal(d.Float64(), 1)
	}
	return s.Printer.T("home.reached", "Actual", number(t.Actual), "Target", number(t.Target))
}
