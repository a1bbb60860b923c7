package project

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

const compilingDay data.Date = "2026-01-15" // in the second period

// grids is the part in view, over the sample.
func grids(t *testing.T, p screentest.Params) (*world, *compiling) {
	t.Helper()
	if p.Today == "" {
		p.Today = compilingDay
	}
	w := open(t, p)
	w.show(partCollections)
	return w, w.body().(*compiling)
}

// atCell selects the cell of a partner in a period, as a user would with the keyboard.
func (c *compiling) atCell(t *testing.T, partner string, period int) *data.Standing {
	t.Helper()
	row := slices.IndexFunc(c.now.Partners, func(p *data.Partner) bool { return p.Title("en") == partner })
	at := slices.Index(c.now.Periods, period)
	if row < 0 || at < 0 {
		t.Fatalf("no cell of %s in period %d", partner, period)
	}
	c.grid.Select(row, at)
	c.tell()
	return c.chosen()
}

func saidIn(o fyne.CanvasObject) string {
	var out []string
	for _, child := range test.LaidOutObjects(o) {
		if x, ok := child.(interface{ Text() string }); ok {
			out = append(out, x.Text())
		}
	}
	return strings.Join(out, " | ")
}

// The grid says of each partner and period what the command line says.
func TestTheGridSaysHowFarAllOfItIs(t *testing.T) {
	w, c := grids(t, screentest.Params{})
	if len(c.now.Partners) == 0 || len(c.now.Periods) < 2 || c.none.Visible() {
		t.Fatalf("%d partners, periods %v", len(c.now.Partners), c.now.Periods)
	}
	for at, period := range c.now.Periods {
		list, _, err := w.Work.Collections.Standings(t.Context(), "en", period)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range list {
			row := slices.IndexFunc(c.now.Partners, func(p *data.Partner) bool { return p.ID == want.Partner.ID })
			got := c.now.Standings[row][at]
			if got == nil || got.State != want.State || got.Open != want.Open || got.Missing != want.Missing {
				t.Errorf("%s in %d: %+v, want %+v", want.Partner.Title("en"), period, got, want)
			}
			if cell := c.cell(got); cell.Text != w.Enum(data.CollectionState.Name, want.State) || cell.Tone != collectionTones[want.State] {
				t.Errorf("%s in %d shows %+v", want.Partner.Title("en"), period, cell)
			}
		}
	}
}

func TestTheGridFollowsWhatIsWritten(t *testing.T) {
	w, c := grids(t, screentest.Params{})
	x := c.atCell(t, "KMOP", 2)
	if x.State != "not_asked" {
		t.Fatalf("in the sample it is %s", x.State)
	}
	w.askPartners()
	if x = c.chosen(); x.State != "asked" || x.Collection == nil || !strings.Contains(saidIn(c.detail), "Asked on 15 Jan 2026") {
		t.Fatalf("asked: %+v, %s", x, saidIn(c.detail))
	}
	next := *x.Collection
	next.Due = "2026-02-01"
	next.Reminders.Add("01900000-0000-7000-8000-00000000c0aa").(*data.Reminder).Date = compilingDay
	q := &data.PartnerQuery{Project: next.Project, Partner: next.Partner, Period: next.Period, Question: "Why 31?", Asked: compilingDay}
	q.ID = "01900000-0000-7000-8000-00000000c012"
	screentest.Keep(t, w.Work, &next, q)
	if x = c.chosen(); x.State != "reminded" || x.Open != 1 {
		t.Errorf("reminded: %+v", x)
	}
	if said := saidIn(c.detail); !strings.Contains(said, "reminded 1 time") || !strings.Contains(said, "1 open query") || !strings.Contains(saidIn(c.grid), "Due date 1 Feb 2026") {
		t.Errorf("said: %s", said)
	}
	c.queries(x)
	d := w.desk(t)
	if w.now.id != partQueries || d.List().Count() != 1 || !slices.Equal(d.List().Filter("partner"), []string{next.Partner}) {
		t.Errorf("%s shows %d queries", w.now.id, d.List().Count())
	}
}

func TestACellOpensItsRecord(t *testing.T) {
	w, c := grids(t, screentest.Params{})
	c.atCell(t, "KMOP", 2)
	w.Win.Canvas().Focus(c.grid)
	c.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // it was not asked yet
	if c.views.Chosen() != viewList || !c.Pane().Fresh() {
		t.Fatal("no record is begun")
	}
	partner := c.now.Partners[slices.IndexFunc(c.now.Partners, func(p *data.Partner) bool { return p.Title("en") == "KMOP" })]
	if r := c.Pane().Record().(*data.Collection); r.Partner != partner.ID || r.Period == nil || *r.Period != 2 || r.Asked != compilingDay {
		t.Errorf("begun as %+v", r)
	}
	if !c.Pane().Save() {
		t.Fatal(w.Errors)
	}
	for c.views.Chosen() == viewList {
		if !w.Back() {
			t.Fatal("Esc does not lead back to the grid")
		}
	}
	if w.Win.Canvas().Focused() != fyne.Focusable(c.grid) {
		t.Errorf("the keyboard is at %v", w.Win.Canvas().Focused())
	}
	x := c.atCell(t, "KMOP", 2)
	c.open(c.grid.Selected())
	if x.Collection == nil || c.Pane().ID() != x.Collection.ID {
		t.Errorf("opened %q of %+v", c.Pane().ID(), x)
	}
}

func TestTheViewIsRemembered(t *testing.T) {
	w, c := grids(t, screentest.Params{})
	if c.views.Chosen() != viewGrid {
		t.Error("the grid is not what is shown first")
	}
	c.turn(viewList)
	state := c.State()
	again := newCompiling(w.project)
	again.SetState(state)
	again.SetState("no state")
	if again.views.Chosen() != viewList || again.over.Visible() {
		t.Errorf("came back as %s", again.State())
	}
}

func TestALateGridIsDropped(t *testing.T) {
	w, c := grids(t, screentest.Params{})
	h := &screentest.Held{}
	c.read = kit.NewLater[app.CollectionGrid](h)
	c.load()
	w.askPartners() // asks anew
	h.Backwards()
	if x := c.atCell(t, "KMOP", 2); x.State != "asked" {
		t.Errorf("what was read first came last: %s", x.State)
	}
	c.load()
	c.Hidden()
	c.now = app.CollectionGrid{}
	h.Backwards()
	if len(c.now.Partners) != 0 {
		t.Error("hidden, and something is shown")
	}
}
