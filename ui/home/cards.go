package home

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// cards are the four parts of the screen: wide ones at the left, narrow ones at the right.
func (s *Screen) cards() fyne.CanvasObject {
	return kit.Pad(kit.Inset{Top: 18, Right: kit.PageMargin, Bottom: 18, Left: kit.PageMargin},
		kit.Share(16, []float32{5, 4},
			container.New(column{}, s.comingCard(), s.targetsCard()),
			container.New(column{}, s.readinessCard(), s.latelyCard())))
}

// column gives each of its cards the same height.
type column struct{}

const gap = 16

func (column) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objs {
		size.Width = max(size.Width, o.MinSize().Width)
		size.Height += o.MinSize().Height
	}
	return size.AddWidthHeight(0, kit.U(gap)*float32(len(objs)-1))
}

func (column) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	between := kit.U(gap)
	h := float32(int((size.Height - between*float32(len(objs)-1)) / float32(len(objs))))
	for i, o := range objs {
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, float32(i)*(h+between)))
	}
}

// list is a card's body: rows that scroll where they do not fit.
func list(rows *fyne.Container) fyne.CanvasObject {
	return container.NewVScroll(kit.Pad(kit.Inset{Right: 10}, rows)) // the scroll bar's place
}

// nothing is a card's body where there is nothing to tell.
func nothing(text string) fyne.CanvasObject {
	return kit.VStack(0, kit.NewText(text, kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
}

func (s *Screen) comingCard() fyne.CanvasObject {
	events, others := 0, 0
	rows := kit.VStack(0)
	for i, c := range s.seen.Coming {
		if c.Kind == app.ComingEvent {
			events++
		} else {
			others++
		}
		rows.Add(s.comingRow(c, i == len(s.seen.Coming)-1))
	}
	p := s.Printer
	count := kit.Grow(kit.NewText(p.T("home.coming.count", "Events", p.N("home.events", events), "Tasks", p.N("home.tasks", others)),
		kit.TextStyle{Size: kit.TextMedium, Bold: true, Token: kit.TokenMuted, Cut: true}))
	body := list(rows)
	if len(s.seen.Coming) == 0 {
		body = nothing(p.T("home.coming.none"))
	}
	return kit.NewTitledCard(p.T("home.coming"), count, body)
}

func (s *Screen) comingRow(c app.Coming, last bool) fyne.CanvasObject {
	day := kit.Sized(64, 0, kit.NewText(s.Printer.DayMonth(string(c.Date)), kit.TextStyle{Bold: true, Cut: true}))
	title := kit.TextStyle{Cut: true, Token: kit.TokenMuted}
	if c.Kind == app.ComingEvent {
		title.Token = kit.TokenText
	}
	text := c.Title
	if c.Beside != "" {
		text += " · " + c.Beside
	}
	row := kit.NewListRow(day, kit.NewText(text, title), s.comingChip(c), last)
	if open := s.opens(c.Entity, c.Record); open != nil {
		return kit.NewPressRow(row, open)
	}
	return row
}

func (s *Screen) comingChip(c app.Coming) fyne.CanvasObject {
	p := s.Printer
	switch {
	case c.Late > 0:
		return kit.NewStatusChip(p.N("home.late", c.Late), kit.ToneLate)
	case c.Kind == app.ComingEvent && c.Status != "":
		return kit.NewStatusChip(i18n.Lower(p.Enum(data.EventStatus.Name, c.Status)), kit.Tone(c.Status))
	case c.Kind == app.ComingEvent:
		return kit.NewStatusChip(p.T("home.event"), kit.ToneNeutral)
	case c.Kind == app.ComingFollowUp:
		return kit.NewStatusChip(p.T("home.follow_up"), kit.ToneNeutral)
	case c.Kind == app.ComingContact:
		return kit.NewStatusChip(p.T("home.contact_again"), kit.ToneNeutral)
	}
	return kit.NewStatusChip(p.T("home.task"), kit.ToneNeutral)
}

func (s *Screen) readinessCard() fyne.CanvasObject {
	p, found := s.Printer, s.seen.Findings
	tone, count := kit.ToneHeld, p.T("home.ready.done")
	if len(found) > 0 {
		tone, count = kit.TonePostponed, p.N("home.ready.count", len(found))
	}
	chips := container.New(whatFits{}, kit.NewStatusChip(count, tone), kit.NewStatusChip(p.Number(len(found)), tone))
	if n := s.seen.Period; n != nil && n.Number != nil {
		count = p.T("home.ready.period", "N", *n.Number, "Count", count)
		chips.Objects = slices.Insert(chips.Objects, 0, fyne.CanvasObject(kit.NewStatusChip(count, tone)))
	}
	chip := kit.Grow(chips)
	if len(found) == 0 {
		return kit.NewTitledCard(p.T("home.ready"), chip, nothing(p.T("home.ready.none")))
	}
	rows := kit.VStack(0)
	for i, f := range found {
		rows.Add(s.findingRow(f, i == len(found)-1))
	}
	return kit.NewTitledCard(p.T("home.ready"), chip, list(rows))
}

// whatFits shows the first of its objects, the longest first, that the width has room for.
type whatFits struct{}

func (whatFits) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[len(objs)-1].MinSize() }

func (whatFits) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	shown := false
	for i, o := range objs {
		least := o.MinSize()
		if shown || i < len(objs)-1 && least.Width > size.Width {
			o.Hide()
			continue
		}
		shown = true
		o.Show()
		o.Resize(least)
		o.Move(fyne.NewPos(0, (size.Height-least.Height)/2))
	}
}

func (s *Screen) findingRow(f data.Finding, last bool) fyne.CanvasObject {
	f.Args = shortTitles(f.Args)
	what, _ := app.TellFinding(s.Printer, f)
	var link fyne.CanvasObject
	if open := s.opens(f.Entity, f.Record); open != nil {
		link = kit.NewLink(s.Printer.T("home.open"), open)
	}
	return kit.NewListRow(kit.NewDot(dotOf(f.Severity)), kit.NewText(what, kit.TextStyle{Cut: true}), link, last)
}

// titleRoom is how much of a record's title a line of a card has room for, at scale 1, beside what it says of the record.
const titleRoom = 26

// shortTitles cuts the titles among a finding's arguments at a word, so that the line tells what is lacking.
func shortTitles(args []any) []any {
	args = slices.Clone(args)
	room := int(titleRoom * titleRoom / kit.U(titleRoom))
	for i := 0; i+1 < len(args); i += 2 {
		title, ok := args[i+1].(string)
		if !ok || args[i] != "Title" && args[i] != "Other" {
			continue
		}
		if runes := []rune(title); len(runes) > room {
			short := string(runes[:room])
			if at := strings.LastIndexByte(short, ' '); at > room/2 {
				short = short[:at]
			}
			args[i+1] = strings.TrimRight(short, " ,;:·") + "…"
		}
	}
	return args
}

func dotOf(s data.Severity) kit.Token {
	switch s {
	case data.Severe:
		return kit.TokenError
	case data.Warning:
		return kit.TokenAmber
	}
	return kit.TokenMuted
}

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

func (s *Screen) latelyCard() fyne.CanvasObject {
	rows := kit.VStack(0)
	for i, d := range s.seen.lately {
		style := kit.TextStyle{Cut: true}
		if d.Undone {
			style.Token = kit.TokenMuted
		}
		row := kit.NewListRow(nil, kit.NewText(d.Text, style),
			kit.NewText(s.when(d.At), kit.TextStyle{Token: kit.TokenMuted}), i == len(s.seen.lately)-1)
		if open := s.opens(d.Entity, d.Record); open != nil && !d.Undone {
			row = kit.NewPressRow(row, open)
		}
		rows.Add(row)
	}
	return kit.NewTitledCard(s.Printer.T("home.lately"), nil, list(rows))
}
