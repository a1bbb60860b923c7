package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

const sampleRows = 10_000

// tablePage is a table over pages of rows, with its choice of columns.
func tablePage(d *demo) fyne.CanvasObject {
	source := kit.NewPages(kit.PagesParams[int]{
		Exec: d.Exec,
		Fetch: func(_ context.Context, q kit.PageQuery) (kit.Page[int], error) {
			out := kit.Page[int]{Total: sampleRows}
			for i := q.First; i < min(q.First+q.Limit, sampleRows); i++ {
				out.Rows = append(out.Rows, i)
			}
			return out, nil
		},
		Cells: d.cells, ID: func(i int) string { return fmt.Sprint(i) },
	})
	table := kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "name", Title: d.p.Field("title"), Width: 200, Grow: 2, Sortable: true},
			{ID: "country", Title: d.p.Field("country"), Width: 120, Grow: 1, Kind: kit.CellMuted, Sortable: true},
			{ID: "date", Title: d.p.Field("date"), Width: 110}, {ID: "count", Title: "#", Width: 60, Kind: kit.CellNumber, Sortable: true},
			{ID: "state", Title: d.p.Entity("event"), Width: 130, Kind: kit.CellChip}, {ID: "city", Title: d.p.Field("city"), Width: 100, Off: true},
		},
		Source: source, Pick: true, Now: d.Now,
		OnSelect: func(row int) { d.tell("OnSelect", row) }, OnOpen: func(row int) { d.tell("OnOpen", row) },
		OnSort:    func(column string, down bool) { d.tell("OnSort", column, down) },
		OnColumns: func(s []kit.ColumnState) { d.tell("OnColumns", s) },
		OnRune:    func(r rune) { d.tell("OnRune", string(r)) },
		OnPicked:  func(p kit.Picked) { d.tell("OnPicked", p.Count(source.Len())) },
	})
	source.OnChanged(table.Reload)
	source.Reload()
	menu := kit.NewColumnMenu(table, d.p.T("listing.columns"), d.p.T("listing.columns_reset"))
	chips := kit.HStack(8, kit.NewFilterSet(d.p.Country("EL"), func() { d.tell("remove") }),
		kit.NewFilterChip("+", func() { d.tell("tapped") }), kit.NewSpring(), menu)
	return kit.Framed(kit.Borders{Top: kit.Pad(kit.Sides(12, kit.PageMargin), chips)}, table)
}

func (d *demo) cells(i int) []kit.Cell {
	state, country := statuses()[i%7], countries()[i%5]
	return []kit.Cell{
		{Text: fmt.Sprintf("%s %d · %s", d.p.Entity("event"), i+1, d.p.Country(country))}, {Text: d.p.Country(country)},
		{Text: d.p.MediumDate(d.day(i % 365))}, {Text: d.p.Number(i * 7)},
		{Text: d.p.Enum("event_status", state.word), Tone: state.tone}, {Text: country},
	}
}

// gridPage is a small table of which each cell is something of its own.
func gridPage(d *demo) fyne.CanvasObject {
	grid := kit.NewGrid(kit.GridParams{
		Name:     d.p.Field("country"),
		OnSelect: func(row, column int) { d.tell("OnSelect", row, column) }, OnOpen: func(row, column int) { d.tell("OnOpen", row, column) },
	})
	var columns, rows []string
	var cells [][]kit.GridCell
	for i := range 3 {
		columns = append(columns, d.p.MediumDate(d.day(i*30)))
	}
	for i, code := range countries() {
		rows = append(rows, d.p.Country(code))
		line := make([]kit.GridCell, len(columns))
		for j := range line {
			state := statuses()[(i+2*j)%7]
			line[j] = kit.GridCell{Text: d.p.Enum("event_status", state.word), Tone: state.tone, Notes: []string{d.p.MediumDate(d.day(i + j))}}
		}
		cells = append(cells, line)
	}
	grid.Set(columns, rows, cells)
	return kit.Pad(kit.Even(kit.PageMargin), grid)
}

// calendarPage is a month over a year's strip.
func calendarPage(d *demo) fyne.CanvasObject {
	var entries []kit.MonthEntry
	var month *kit.Month
	month = kit.NewMonth(kit.MonthParams{
		Words: d.words(), Today: d.Now, Now: d.Now,
		OnMonth: func(first, last string) { d.tell("OnMonth", first, last) }, OnDay: func(day string) { d.tell("OnDay", day) },
		OnOpen: func(id string) { d.tell("OnOpen", id) }, OnNew: func(day string) { d.tell("OnNew", day) },
		OnMove: func(id, from, to string) {
			d.tell("OnMove", id, from, to)
			month.SetEntries(movedTo(entries, id, to))
		},
	})
	strip := kit.NewStrip(kit.StripParams{
		Words: d.words(), Year: d.Now().Year(), Today: d.Now, Now: d.Now,
		OnYear: func(year int) { d.tell("OnYear", year) }, OnPick: func(id string) { d.tell("OnPick", id) }, OnOpen: func(id string) { d.tell("OnOpen", id) },
	})
	var rows []kit.StripRow
	var dots []kit.StripDot
	for i, code := range countries() {
		rows = append(rows, kit.StripRow{ID: code, Text: d.p.Country(code)})
		for j, state := range statuses() {
			day := (i*7+j*11)%40 - 15
			text := fmt.Sprintf("%s, %s", d.p.Enum("event_status", state.word), d.p.Country(code))
			id := fmt.Sprint(code, j)
			entries = append(entries, kit.MonthEntry{ID: id, Text: text, Tone: state.tone, First: d.day(day), Last: d.day(day + j%3)})
			dots = append(dots, kit.StripDot{ID: id, Row: code, Day: d.day(day * 4), Text: text, Token: state.tone.Dot()})
		}
	}
	month.SetEntries(entries)
	strip.Set(rows, dots)
	return kit.NewScroll(kit.Pad(kit.Even(kit.PageMargin), kit.VStack(10,
		kit.HStack(0, month.Nav()), kit.Sized(0, 440, month),
		kit.NewCard(kit.VStack(6, kit.HStack(0, strip.Nav()), strip)))))
}

// movedTo puts an entry onto another first day, as long as it was.
func movedTo(entries []kit.MonthEntry, id, to string) []kit.MonthEntry {
	for i, e := range entries {
		first, err1 := time.Parse(time.DateOnly, e.First)
		last, err2 := time.Parse(time.DateOnly, e.Last)
		day, err3 := time.Parse(time.DateOnly, to)
		if e.ID == id && errors.Join(err1, err2, err3) == nil {
			entries[i].First, entries[i].Last = to, day.Add(last.Sub(first)).Format(time.DateOnly)
		}
	}
	return entries
}

// boardPage is a board of cards beside a list that is ordered by hand.
func boardPage(d *demo) fyne.CanvasObject {
	board := kit.NewBoard(kit.BoardParams{
		Name: "Board", Empty: "—", OnPick: func(id string) { d.tell("OnPick", id) }, OnOpen: func(id string) { d.tell("OnOpen", id) },
		OnMove: func(id, from, to string) { d.tell("OnMove", id, from, to) },
	})
	var columns []kit.BoardColumn
	var cards []kit.BoardCard
	for i, word := range []string{"open", "in_progress", "done", "dropped"} {
		columns = append(columns, kit.BoardColumn{ID: word, Title: d.p.Enum("follow_up_status", word), Tone: statuses()[i].tone})
		for j := range 3 - i {
			cards = append(cards, kit.BoardCard{
				ID: fmt.Sprint(word, j), Column: word, Title: fmt.Sprintf("%s %d, %s", d.p.Entity("event"), j+1, d.p.Country(countries()[j])),
				Note: d.p.Entity("organisation"), Chip: d.p.DayMonth(d.day(3*j - 2)), Tone: []kit.Tone{kit.ToneLate, kit.ToneIdea, kit.TonePostponed}[j],
			})
		}
	}
	board.Set(columns, cards)
	var rows []fyne.CanvasObject
	for _, code := range countries() {
		rows = append(rows, kit.NewText(d.p.Country(code), kit.TextStyle{Cut: true}))
	}
	order := kit.NewOrder(kit.OrderParams{Gap: 6, Name: "Order", OnMoved: func(from, to int) { d.tell("OnMoved", from, to) }}, rows...)
	return kit.Pad(kit.Even(kit.PageMargin), kit.Framed(kit.Borders{Right: kit.Pad(kit.Inset{Left: 16}, kit.Sized(220, 0, kit.VStack(0, order)))}, board))
}

// quadrantPage is points on two axes.
func quadrantPage(d *demo) fyne.CanvasObject {
	q := kit.NewQuadrant(kit.QuadrantParams{
		Up: d.p.Field("power"), Across: d.p.Field("interest"), Quarters: [4]string{"1", "2", "3", "4"},
		Tray:   func(n int) string { return d.p.Number(n) },
		OnPick: func(id string) { d.tell("OnPick", id) }, OnOpen: func(id string) { d.tell("OnOpen", id) },
		OnMove: func(id string, up, across int) { d.tell("OnMove", id, up, across) },
	})
	var points []kit.QuadrantPoint
	for i, code := range countries() {
		points = append(points, kit.QuadrantPoint{ID: code, Label: d.p.Country(code), Tone: statuses()[i].tone, Up: i, Across: (i * 2) % 5})
	}
	q.SetPoints(points)
	return kit.Pad(kit.Even(kit.PageMargin), q)
}

// later is work that takes a moment: it shows how a progress panel and a toast follow it.
func (d *demo) later(panel *kit.ProgressPanel) {
	runs := kit.NewLater[int](d.Exec)
	panel.Set("…", 0.4)
	runs.Run(context.Background(), func(context.Context) (int, error) { return 1, nil }, func(int, error) {
		panel.Set(d.p.Enum("follow_up_status", "done"), 1)
		d.toasts.Push(kit.Toast{Text: d.p.Enum("follow_up_status", "done"), Stay: 4 * time.Second, Links: []kit.Link{{Text: d.p.T("shell.undo"), Do: func() { d.tell("undo") }}}})
	})
}
