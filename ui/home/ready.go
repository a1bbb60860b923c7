package home

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

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
		return kit.NewTitledCard(p.T("home.ready"), chip, s.withProposals(nothing(p.T("home.ready.none"))))
	}
	rows, shown := kit.VStack(0), min(len(found), mostFindings)
	for i, f := range found[:shown] {
		rows.Add(s.findingRow(f, i == shown-1 && shown == len(found)))
	}
	if more := len(found) - shown; more > 0 {
		rows.Add(kit.NewListRow(nil, kit.NewText(p.N("home.more", more), kit.TextStyle{Token: kit.TokenMuted, Cut: true}),
			kit.NewLink(p.T("home.ready.all"), func() { s.Shell.Go("reports", checkFile) }), true))
	}
	return kit.NewTitledCard(p.T("home.ready"), chip, s.withProposals(list(rows)))
}

// mostFindings is how many findings the card lists; who has more begins with these, the gravest.
const mostFindings = 40

// checkFile is the report that has all of them.
const checkFile = "readiness"

// withProposals puts under a card's body that there are communication activities to be added, if there are.
func (s *Screen) withProposals(body fyne.CanvasObject) fyne.CanvasObject {
	n := s.seen.Proposed
	if n == 0 {
		return body
	}
	open := kit.NewLink(s.Printer.T("home.open"), func() { s.Shell.Reveal("communication", "", "") })
	open.SetName(s.Printer.T("project.activities"))
	row := kit.NewListRow(kit.NewDot(kit.TokenAccent), kit.NewText(s.Printer.N("home.proposed", n), kit.TextStyle{Cut: true}), open, true)
	return kit.Framed(kit.Borders{Bottom: kit.VStack(0, kit.NewLine(), kit.Pad(kit.Inset{Right: 10}, row))}, body)
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
	if open := s.opens(f.Entity, f.Record, s.lacking(f)); open != nil {
		link = kit.NewLink(s.Printer.T("home.open"), open)
	}
	return kit.NewListRow(kit.NewDot(dotOf(f.Severity)), kit.NewText(what, kit.TextStyle{Cut: true}), link, last)
}

// lacking is the field that a finding is about: of a takeaway, the text in the language that it lacks or has to be looked at.
func (s *Screen) lacking(f data.Finding) string {
	switch f.Code {
	case "takeaway.untranslated", "takeaway.stale":
		return f.Field + "/" + s.Printer.Lang()
	}
	return f.Field
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
