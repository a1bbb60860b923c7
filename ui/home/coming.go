package home

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen"
)

func (s *Screen) comingCard() fyne.CanvasObject {
	events, others := 0, 0
	rows := kit.VStack(0)
	for i, c := range s.seen.Coming {
		switch c.Kind {
		case app.ComingEvent:
			events++
		case app.ComingMore:
			others += c.More
		default:
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
	if c.Kind == app.ComingMore {
		return s.moreRow(c, last)
	}
	text := c.Title
	if c.Beside != "" {
		text += " · " + c.Beside
	}
	row := kit.NewListRow(day, kit.NewText(text, title), s.comingChip(c), last)
	if open := s.opens(c.Entity, c.Record, c.Field); open != nil {
		return kit.Named(s.kindOf(c), kit.NewPressRow(row, open))
	}
	return row
}

// moreRow counts people to be contacted again who are not listed, and leads to them.
func (s *Screen) moreRow(c app.Coming, last bool) fyne.CanvasObject {
	choice := listing.Soon
	if c.Late > 0 {
		choice = listing.Past
	}
	more := kit.NewText(s.Printer.N("home.more", c.More), kit.TextStyle{Token: kit.TokenMuted, Cut: true})
	row := kit.NewListRow(kit.Sized(64, 0, kit.NewBox(kit.BoxStyle{})), more, kit.NewStatusChip(s.kindOf(c), kit.ToneNeutral), last)
	return kit.Named(s.kindOf(c), kit.NewPressRow(row, s.opens(c.Entity, screen.Narrowed+choice, c.Field)))
}

// kindOf is the word for what a line of the days ahead is about.
func (s *Screen) kindOf(c app.Coming) string {
	p := s.Printer
	switch c.Kind {
	case app.ComingEvent:
		return p.T("home.event")
	case app.ComingFollowUp:
		return p.T("home.follow_up")
	case app.ComingContact, app.ComingMore:
		return p.T("home.contact_again")
	}
	return p.T("home.task")
}

func (s *Screen) comingChip(c app.Coming) fyne.CanvasObject {
	p := s.Printer
	switch {
	case c.Late > 0:
		return kit.NewStatusChip(p.N("home.late", c.Late), kit.ToneLate)
	case c.Kind == app.ComingEvent && c.Status != "":
		return kit.NewStatusChip(i18n.Lower(p.Enum(data.EventStatus.Name, c.Status)), kit.Tone(c.Status))
	}
	return kit.NewStatusChip(s.kindOf(c), kit.ToneNeutral)
}
