package home

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// unsought are the entities that nobody looks for by words: their records are found with what they belong to.
var unsought = []string{"attendance", "author"}

// searched are the entities whose records are looked for.
func searched() []string {
	var out []string
	for _, e := range data.Entities() {
		if !slices.Contains(unsought, e.Name) {
			out = append(out, e.Name)
		}
	}
	return out
}

// mostResults is how many records the search shows: whoever needs more types more.
const mostResults = 50

// result is a record that was found.
type result struct{ entity, id, title string }

// results is the search over all screens' records: a table in place of the cards.
type results struct {
	of      *Screen
	rows    []result
	latest  *kit.Later[[]result]
	enter   bool // Enter was pressed while an answer was awaited
	table   *kit.Table
	content fyne.CanvasObject
}

func newResults(of *Screen) *results {
	r := &results{of: of, latest: kit.NewLater[[]result](of.Exec)}
	r.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "title", Title: of.Printer.T("home.found.title"), Width: 300, Grow: 1},
			{ID: "kind", Title: of.Printer.T("home.found.kind"), Width: 160, Kind: kit.CellMuted},
		},
		Source: r, OnOpen: r.open, OnSelect: func(int) {}, Now: of.Workspace.Now,
		Empty: kit.NewEmpty(kit.IconSearch(), of.Printer.T("home.found.none"), "", nil),
	})
	r.content = r.table
	return r
}

// Len is how many were found.
func (r *results) Len() int { return len(r.rows) }

// Row is what one row shows.
func (r *results) Row(i int) ([]kit.Cell, bool) {
	row := r.rows[i]
	return []kit.Cell{{Text: row.title}, {Text: r.of.Printer.Entity(row.entity)}}, true
}

// Need has nothing to fetch: all that was found is here.
func (r *results) Need(int, int) {}

func (r *results) search(text string) {
	if strings.TrimSpace(text) == "" {
		r.clear()
		return
	}
	r.enter = false
	lang := r.of.Printer.Lang()
	r.latest.Run(context.Background(), func(ctx context.Context) ([]result, error) {
		return find(ctx, r.of.Workspace, text, lang)
	}, func(rows []result, err error) {
		if err != nil {
			r.of.Shell.ShowError(err)
			return
		}
		r.rows = rows
		r.of.apply()
		r.table.Reload()
		r.table.Select(-1)
		r.table.ScrollTop()
		if r.enter {
			r.openFirst()
		}
	})
}

// find looks for records of all screens.
func find(ctx context.Context, w *app.Workspace, text, lang string) ([]result, error) {
	hits, err := w.Records.Search(ctx, app.Find{Text: text, Entities: searched(), Limit: mostResults, Lang: lang})
	if err != nil {
		return nil, err
	}
	out := make([]result, 0, len(hits.Items))
	for _, h := range hits.Items {
		out = append(out, result{h.Entity, h.ID, strings.Join(strings.Fields(h.Title), " ")})
	}
	return out, nil
}

// open shows the record of a row on its own screen.
func (r *results) open(i int) {
	if i < 0 || i >= len(r.rows) {
		return
	}
	row := r.rows[i]
	r.of.Shell.Reveal(row.entity, row.id, "")
}

// openFirst opens the best match. While it is still looked for, a quick Enter waits for it.
func (r *results) openFirst() {
	r.enter = r.latest.Busy()
	if !r.enter {
		r.open(0)
	}
}

func (r *results) focus() {
	if len(r.rows) > 0 {
		r.table.Focus()
	}
}

// clear takes the search away.
func (r *results) clear() {
	r.latest.Cancel()
	r.rows = nil
	r.of.header.Search().SetText("")
	r.of.apply()
}
