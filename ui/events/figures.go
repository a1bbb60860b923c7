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
		section(p.T("people.head_count"), v.headCounts()),
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

// headCounts are the numbers by gender: of the named, and of each head count. A head count's line opens its numbers.
func (v *people) headCounts() fyne.CanvasObject {
	p := v.g.s.Printer
	rows := kit.VStack(0, v.gridRow(append([]string{""}, v.genderHeads()...), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}, nil))
	if n := v.d.tally.Named; n > 0 {
		rows.Add(kit.NewLine())
		rows.Add(v.gridRow(v.namedCells(), kit.TextStyle{}, nil))
	}
	for _, a := range v.d.counts {
		rows.Add(kit.NewLine())
		var cross fyne.CanvasObject
		if !v.g.s.readOnly() {
			link := kit.NewLink("", func() { v.removeCount(a) }).SetToken(kit.TokenMuted)
			link.SetIcon(theme.CancelIcon())
			link.SetName(p.T("events.remove_count"))
			cross = link
		}
		row := kit.VStack(0, v.gridRow(v.countCells(a), kit.TextStyle{}, cross))
		if more := v.partsOf(a); more != "" {
			row.Add(kit.Pad(kit.Inset{Bottom: 6}, kit.NewText(more, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
		}
		rows.Add(kit.Named(p.T("people.head_count"), kit.NewPressRow(row, func() { v.editCount(a) })))
	}
	if !v.g.s.readOnly() {
		rows.Add(kit.Pad(kit.Inset{Top: 6}, kit.HStack(0, kit.NewLink(p.T("events.add_count"), func() { v.editCount(nil) }), kit.NewSpring())))
	}
	if len(v.d.counts) > 0 {
		rows.Add(kit.Pad(kit.Inset{Top: 4}, kit.NewText(p.T("people.includes_explained"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true})))
	}
	return rows
}

// gridRow is a line of the small grid: what it is of, a number each gender, the sum.
func (v *people) gridRow(cells []string, style kit.TextStyle, cross fyne.CanvasObject) fyne.CanvasObject {
	objs := make([]fyne.CanvasObject, len(cells))
	weights := make([]float32, len(cells))
	for i, text := range cells {
		own := style
		own.Cut, weights[i] = true, 1
		switch {
		case i == 0:
			weights[i] = 4
		case i == len(cells)-1:
			own.Bold, own.Align = true, fyne.TextAlignTrailing
		default:
			own.Align = fyne.TextAlignTrailing
		}
		objs[i] = kit.NewText(text, own)
	}
	end := kit.Sized(22, 0, kit.NewSpace(22, 1))
	if cross != nil {
		end = kit.Sized(22, 0, cross)
	}
	return kit.Pad(kit.Sides(7, 0), kit.HStack(4, kit.Grow(kit.Share(6, weights, objs...)), end))
}

// genderHeads are the genders in a letter each, and the sum.
func (v *people) genderHeads() []string {
	p := v.g.s.Printer
	var out []string
	for _, w := range data.Gender.Words {
		out = append(out, p.T("people.short_"+w)) //i18n:prefix people.short_
	}
	return append(out, "Σ")
}

func (v *people) namedCells() []string {
	p := v.g.s.Printer
	sums := map[string]int{}
	for i := range v.d.people {
		x := &v.d.people[i]
		if !x.present() {
			continue
		}
		word := x.a.Gender
		if word == "" {
			word = v.d.facts[x.a.Contact].Gender
		}
		if word == "" {
			word = data.Undisclosed
		}
		sums[word]++
	}
	cells := []string{p.T("events.named")}
	for _, w := range data.Gender.Words {
		cells = append(cells, p.Number(sums[w]))
	}
	return append(cells, p.Number(v.d.tally.Named))
}

// countCells are a head count's numbers; what was not counted is a dash, which is not zero.
func (v *people) countCells(a *data.Attendance) []string {
	p := v.g.s.Printer
	text := p.T("events.beside_named")
	if a.IncludesNamed {
		text = p.T("events.with_named")
	}
	if a.Day != "" {
		text = p.DayMonth(string(a.Day)) + " · " + text
	}
	cells := []string{text}
	for _, w := range data.Gender.Words {
		cell := "–"
		for i := range a.Parts {
			if part := &a.Parts[i]; part.By == "gender" && part.Word == w && part.Count != nil {
				cell = p.Number(*part.Count)
			}
		}
		cells = append(cells, cell)
	}
	if a.Count == nil {
		return append(cells, "–")
	}
	return append(cells, p.Number(*a.Count))
}

// partsOf is a head count's breakdown beyond gender in one line.
func (v *people) partsOf(a *data.Attendance) string {
	p := v.g.s.Printer
	var out []string
	for i := range a.Parts {
		part := &a.Parts[i]
		if part.Count == nil || part.By == "gender" { // the grid has those
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
