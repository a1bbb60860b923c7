package events

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"primadesk/data"
	"primadesk/ui/kit"
)

// mostBars is how many countries are drawn as bars.
const mostBars = 8

// figures are the numbers beside the names: who was there, head counts, countries, the proof.
func (v *people) figures() []fyne.CanvasObject {
	p, t := v.g.s.Printer, &v.d.tally
	number := func(n int) string {
		if !t.Known {
			return "–"
		}
		return p.Number(n)
	}
	out := []fyne.CanvasObject{
		section(p.T("events.who_came"), kit.Share(8, nil,
			kit.NewTile(p.T("events.named"), number(t.Named), false),
			kit.NewTile(p.T("events.counted"), number(t.Counted), false),
			kit.NewTile(p.T("events.total"), number(t.Total), true))),
		section(p.T("events.head_counts"), v.headCounts()),
	}
	if bars := v.bars(); bars != nil {
		out = append(out, section(p.T("events.by_country"), bars))
	}
	proof := kit.VStack(0)
	lines := proofOf(p, t)
	for i, line := range lines {
		token := kit.TokenAmber
		if line.ok {
			token = kit.TokenOk
		}
		row := kit.Pad(kit.Sides(7, 0), kit.HStack(10, kit.NewDot(token), kit.Grow(kit.NewText(line.text, kit.TextStyle{Wrap: true}))))
		b := kit.Borders{Bottom: kit.NewLine()}
		if i == len(lines)-1 {
			b.Bottom = nil
		}
		proof.Add(kit.Framed(b, row))
	}
	return append(out, section(p.T("events.proof"), proof))
}

// headCounts lists those who were counted without names. A line opens its numbers.
func (v *people) headCounts() fyne.CanvasObject {
	p := v.g.s.Printer
	rows := kit.VStack(0)
	for _, a := range v.d.counts {
		text := p.T("events.beside_named")
		if a.IncludesNamed {
			text = p.T("events.with_named")
		}
		if a.Day != "" {
			text = p.DayMonth(string(a.Day)) + " · " + text
		}
		number := "–"
		if a.Count != nil {
			number = p.Number(*a.Count)
		}
		right := kit.HStack(8, kit.NewText(number, kit.TextStyle{Bold: true}))
		if !v.g.s.readOnly() {
			cross := kit.NewLink("", func() { v.removeCount(a) }).SetToken(kit.TokenMuted)
			cross.SetIcon(theme.CancelIcon())
			right.Add(cross)
		}
		middle := kit.VStack(0, kit.NewText(text, kit.TextStyle{Cut: true}),
			kit.NewText(v.partsOf(a), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}))
		rows.Add(kit.NewPressRow(kit.Sized(0, 42, kit.NewListRow(nil, middle, right, false)), func() { v.editCount(a) }))
	}
	if !v.g.s.readOnly() {
		rows.Add(kit.Pad(kit.Inset{Top: 6}, kit.HStack(0, kit.NewLink(p.T("events.add_count"), func() { v.editCount(nil) }), kit.NewSpring())))
	}
	return rows
}

// partsOf is a head count's breakdown in one line.
func (v *people) partsOf(a *data.Attendance) string {
	p := v.g.s.Printer
	var out []string
	for i := range a.Parts {
		part := &a.Parts[i]
		if part.Count == nil {
			continue
		}
		out = append(out, v.partWord(part)+" "+p.Number(*part.Count))
	}
	return strings.Join(out, " · ")
}

func (v *people) partWord(part *data.CountPart) string {
	p := v.g.s.Printer
	switch {
	case part.By == "country" && part.Word != data.Undisclosed:
		return p.Country(part.Word)
	case part.By == "country":
		return p.T("events.country_unknown")
	}
	return p.Enum(part.By, part.Word)
}

// bars draw where people came from.
func (v *people) bars() fyne.CanvasObject {
	p, b := v.g.s.Printer, v.d.tally.By["country"]
	if !v.d.tally.Known || !b.Known || b.Sum() == 0 {
		return nil
	}
	rows := kit.VStack(6)
	for i, w := range wordsOf("country", b) {
		if i == mostBars {
			break
		}
		name := p.Country(w)
		if w == data.Undisclosed {
			name = p.T("events.country_unknown")
		}
		rows.Add(kit.Share(8, []float32{5, 8}, kit.NewText(name, kit.TextStyle{Cut: true}),
			kit.HStack(8, kit.Grow(kit.NewBar(float64(b.Count[w])/float64(b.Sum()), kit.TokenAccent)),
				kit.Sized(28, 0, kit.NewText(p.Number(b.Count[w]), kit.TextStyle{Align: fyne.TextAlignTrailing})))))
	}
	return rows
}

func (v *people) removeCount(a *data.Attendance) {
	s := v.g.s
	s.trash(data.EntityOf(a), s.Printer.T("events.count_deleted"), a.ID)
	s.reread()
}
