package project

import (
	"testing"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// Every partner is asked at once, once; a query that is open keeps what came from being done with.
func TestCollectingFromPartners(t *testing.T) {
	const today data.Date = "2026-01-15" // in the second period, for which nobody was asked
	w := open(t, screentest.Params{Today: today})
	before, partners := w.book.counts["collection"], len(w.book.partners)
	w.askPartners()
	if got := w.book.counts["collection"]; got != before+partners || partners == 0 {
		t.Fatalf("%d collections for %d partners, there were %d", got, partners, before)
	}
	if w.now.id != partCollections {
		t.Errorf("%s is shown", w.now.id)
	}
	w.askPartners()
	if got := w.book.counts["collection"]; got != before+partners {
		t.Errorf("asked twice: %d collections", got)
	}
	list := w.body().(*compiling).List()
	var c *data.Collection
	for i := range list.Count() {
		if row, ok := list.Row(i); ok && row.Record.(*data.Collection).Asked == today {
			c = row.Record.(*data.Collection)
			if cell := w.collectionCell(row); cell.Tone != kit.TonePlanned {
				t.Errorf("asked: %+v", cell)
			}
			break
		}
	}
	if c == nil {
		t.Fatal("nobody was asked today")
	}
	c.Received, c.Checked = today, today
	q := &data.PartnerQuery{Project: c.Project, Partner: c.Partner, Period: c.Period, Question: "Why 31?", Asked: today}
	q.ID = "01900000-0000-7000-8000-00000000c011"
	screentest.Keep(t, w.Work, c, q)
	if open := w.book.open[owing{c.Partner, *c.Period}]; open != 1 {
		t.Errorf("%d open queries", open)
	}
	q.Answered = today
	screentest.Keep(t, w.Work, q)
	if open := w.book.open[owing{c.Partner, *c.Period}]; open != 0 {
		t.Errorf("answered: %d open queries", open)
	}
	w.project.Reveal("query", q.ID, "question")
	if w.now.id != partQueries || w.desk(t).Pane().ID() != q.ID {
		t.Errorf("%s is shown", w.now.id)
	}
}
