package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// spot is where Go anywhere can go: a screen, a record or a command.
type spot struct {
	text, note string
	icon       fyne.Resource
	do         func()
}

// anywhere is the box that finds any record, screen or command (Ctrl+K).
type anywhere struct {
	s        *Shell
	sheet    *kit.Sheet
	finder   *kit.Finder
	latest   *kit.Later[[]app.Hit]
	screens  []spot
	commands []spot
	records  []app.Hit
	shown    []*spot // by row; nil for a heading
	enter    bool    // Enter was pressed while an answer was awaited
}

// mostFound is how many records the box shows: beyond, one types another word.
const mostFound = 20

// goAnywhere opens the box with a text that is searched for at once.
func (s *Shell) goAnywhere(text string) {
	if s.nav == nil {
		return
	}
	a := &anywhere{s: s, latest: kit.NewLater[[]app.Hit](s.exec), screens: s.screenSpots(), commands: s.commandSpots()}
	a.finder = kit.NewFinder(kit.FinderParams{
		Placeholder: s.T("shell.anywhere.type"), Rows: s.rowsFor(14, 200), OnTyped: func(string) { a.search() },
		OnChosen: a.choose, OnEnter: func(string) { a.enter = a.latest.Busy() },
		OnKey: func(fyne.KeyName) bool { a.enter = false; return false },
	})
	a.finder.SetText(text)
	a.sheet = kit.ShowSheet(s.win.Canvas(), a.finder, a.finder.Target(), 640, a.latest.Cancel)
	a.search()
	s.trace.Info("anywhere shown")
}

// search looks for what is typed. Screens and commands are there at once; the records before stay until the answer comes.
func (a *anywhere) search() {
	a.enter = false
	text := strings.TrimSpace(a.finder.Text())
	ask := asking{work: a.s.work, lang: a.s.Language(), text: text, entities: a.s.nav.entities(), recent: a.s.nav.recent}
	a.latest.Run(context.Background(), ask.fetch, func(hits []app.Hit, err error) {
		if err != nil {
			a.s.logError(err)
			return
		}
		a.records = hits
		a.show()
		a.s.trace.Info("anywhere found", "records", len(hits))
		if a.enter && a.finder.Marked() >= 0 {
			a.choose(a.finder.Marked())
		}
	})
	if a.latest.Busy() {
		a.show()
	}
}

// show lists what fits: screens, records, commands.
func (a *anywhere) show() {
	var rows []kit.FinderRow
	a.shown = nil
	group := func(title string, spots []spot) {
		if len(spots) == 0 {
			return
		}
		rows, a.shown = append(rows, kit.FinderRow{Text: title, Heading: true}), append(a.shown, nil)
		for i := range spots {
			rows = append(rows, kit.FinderRow{Icon: spots[i].icon, Text: spots[i].text, Note: spots[i].note})
			a.shown = append(a.shown, &spots[i])
		}
	}
	text := a.finder.Text()
	records := make([]spot, len(a.records))
	for i, h := range a.records {
		records[i] = a.record(h)
	}
	if strings.TrimSpace(text) == "" {
		group(a.s.T("shell.anywhere.recent"), records)
		group(a.s.T("shell.anywhere.screens"), a.screens)
	} else {
		group(a.s.T("shell.anywhere.screens"), fitting(a.screens, text))
		group(a.s.T("shell.anywhere.records"), records)
		if len(records) == mostFound {
			rows, a.shown = append(rows, kit.FinderRow{Text: a.s.T("shell.anywhere.more"), Heading: true}), append(a.shown, nil)
		}
		group(a.s.T("shell.anywhere.commands"), fitting(a.commands, text))
	}
	if len(rows) == 0 && !a.latest.Busy() {
		rows, a.shown = append(rows, kit.FinderRow{Text: a.s.T("shell.anywhere.nothing"), Heading: true}), append(a.shown, nil)
	}
	a.finder.SetRows(rows, true)
}

func (a *anywhere) record(h app.Hit) spot {
	sp := spot{text: strings.Join(strings.Fields(h.Title), " "), note: a.s.words.Entity(h.Entity), do: func() { a.s.Reveal(h.Entity, h.ID, "") }}
	if sc := a.s.nav.showing(h.Entity); sc != nil {
		sp.icon = sc.Icon()
	}
	return sp
}

// choose goes to a line. While the records for what is typed are still looked for, it waits for them, so that a quick
// Enter does not go to what was found for less.
func (a *anywhere) choose(i int) {
	if a.latest.Busy() {
		a.enter = true
		return
	}
	if i >= len(a.shown) || a.shown[i] == nil {
		return
	}
	do := a.shown[i].do
	a.sheet.Close()
	do()
}

// fitting are the spots in which every typed word begins a word; accents and case do not count.
func fitting(spots []spot, typed string) []spot {
	words := strings.Fields(data.Fold(typed))
	var out []spot
	for _, sp := range spots {
		in, all := " "+data.Fold(sp.text+" "+sp.note), true
		for _, w := range words {
			all = all && strings.Contains(in, " "+w)
		}
		if all {
			out = append(out, sp)
		}
	}
	return out
}
