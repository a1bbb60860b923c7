package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

func reported(t testing.TB, w *Workspace, period int) *data.Reported {
	t.Helper()
	r, err := w.Closings.Differences(t.Context(), "en", period)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func closePeriod(t testing.TB, w *Workspace, p CloseParams) ClosedPeriod {
	t.Helper()
	if p.Lang == "" {
		p.Lang = "en"
	}
	closed, err := w.Closings.Close(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return closed
}

func failsWith(t testing.TB, err error, code string) {
	t.Helper()
	if known, ok := errors.AsType[*data.Error](err); !ok || known.Code != code {
		t.Errorf("%v, want %s", err, code)
	}
}

func findings(t testing.TB, w *Workspace, period int) map[string]data.Finding {
	t.Helper()
	list, err := w.Reports.Findings(t.Context(), "en", period)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]data.Finding{}
	for _, f := range list {
		found[f.Code] = f
	}
	return found
}

// The workbook that is written has the figures that are kept, and its hash is that of the file.
func TestClosingKeepsTheWorkbookThatItWrites(t *testing.T) {
	w := sampleWorkspace(t)
	path := filepath.Join(t.TempDir(), "P1.xlsx")
	closed := closePeriod(t, w, CloseParams{Period: 1, File: path})
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if sum, _ := sumOf(path); len(b) == 0 || closed.Closing.Hash != sum || closed.Closing.File != "P1.xlsx" || closed.Path != path {
		t.Errorf("%+v", closed)
	}
	if list, err := w.Reports.Written(t.Context()); err != nil || len(list) != 1 || list[0].Sum != closed.Closing.Hash || !list[0].Options.Final || list[0].Options.Period != 1 {
		t.Errorf("%+v %v", list, err)
	}
	project, err := w.Projects.Current(t.Context())
	if err != nil || !project.Periods[0].Closed || project.Periods[1].Closed {
		t.Errorf("%+v %v", project.Periods, err)
	}
	r := reported(t, w, 1)
	if then, now := r.Figure(data.FigurePeople); len(r.Differences) != 0 || then == nil || *then != data.DecimalOf(144) || *now != *then {
		t.Errorf("%+v", r)
	}
	if found := findings(t, w, 0); found["closing.differs"].Code != "" || found["closing.people"].Code != "" {
		t.Errorf("%+v", found)
	}
}

// Somebody who is erased leaves the number that was reported as it was: it is shown as a difference.
func TestErasingSomebodyIsADifference(t *testing.T) {
	w := sampleWorkspace(t)
	closePeriod(t, w, CloseParams{Period: 1})
	before := reported(t, w, 1)
	var rows []string
	contact := ""
	err := w.Reports.read(t.Context(), before.Closing.Project, func(f *figures) error {
		list, err := all[data.Attendance](f, Where("event", "=", before.Then.Of[1].ID))
		for _, a := range list {
			if a.Came == "yes" && (contact == "" || a.Contact == contact) {
				contact = a.Contact
				rows = append(rows, a.ID)
			}
		}
		return err
	})
	if err != nil || contact == "" {
		t.Fatal(err)
	}
	for _, step := range []struct {
		rec data.Record
		ids []string
	}{{&data.Attendance{}, rows}, {&data.Contact{}, []string{contact}}} {
		if _, err := w.Records.Trash(t.Context(), data.EntityOf(step.rec), step.ids...); err != nil {
			t.Fatal(err)
		}
	}
	r := reported(t, w, 1)
	was, _ := before.Figure(data.FigureUnique)
	then, now := r.Figure(data.FigureUnique)
	if *then != *was || *now != *was-data.DecimalOf(1) {
		t.Errorf("%v reported, %v kept, now %v", was, then, now)
	}
	if r.Closing.Figures != before.Closing.Figures {
		t.Error("what was reported is another")
	}
	f := findings(t, w, 2)["closing.people"]
	if f.Entity != "closing" || f.Record != r.Closing.ID || f.Severity != data.Warning {
		t.Errorf("%+v", f)
	}
}

func TestWhatIsNotClosed(t *testing.T) {
	w := sampleWorkspace(t)
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	three := 3
	later := project.Periods.Add("later").(*data.Period)
	later.Order, later.Number, later.From, later.To = "z", &three, "2107-05-01", "2107-08-31"
	if _, err := w.Records.Save(t.Context(), project); err != nil {
		t.Fatal(err)
	}
	closing := func(p CloseParams) error {
		p.Lang = "en"
		_, err := w.Closings.Close(t.Context(), p)
		return err
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	failsWith(t, closing(CloseParams{Period: 7}), "report.period")
	failsWith(t, closing(CloseParams{Period: 3, File: path}), "period.not_begun")
	failsWith(t, closing(CloseParams{Period: 1, File: path, Workbook: path}), "period.two_workbooks")
	failsWith(t, closing(CloseParams{Period: 1, Workbook: path}), "file.missing")
	_, err = w.Closings.Reopen(t.Context(), 1)
	failsWith(t, err, "period.open")
	_, err = w.Closings.Differences(t.Context(), "en", 1)
	failsWith(t, err, "period.open")

	ten, two := 10, 2
	a := &data.Attendance{Event: reportedEvent(t, w), Count: &ten, IncludesNamed: true}
	part := a.Parts.Add("g").(*data.CountPart)
	part.By, part.Word, part.Count = "gender", "female", &two
	b := *a
	if _, err := w.Records.Save(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Records.Save(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	for _, p := range []CloseParams{{Period: 1, File: path}, {Period: 1}} {
		err := closing(p)
		failsWith(t, err, "report.sums")
		if !Refused(err) {
			t.Error("the command line would not say that it is refused")
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a workbook was written")
	}
	if n, err := w.Records.Count(t.Context(), Query{Entity: "closing"}); n != 0 || err != nil {
		t.Errorf("%d closings %v", n, err)
	}
}

// reportedEvent is an event that was held in the first period.
func reportedEvent(t *testing.T, w *Workspace) (id string) {
	t.Helper()
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = w.Reports.read(t.Context(), project.ID, func(f *figures) error {
		events, err := all[data.Event](f)
		for _, e := range events {
			if e.Held() && project.Periods[0].Has(e.Start.Day()) {
				id = e.ID
			}
		}
		return err
	})
	if err != nil || id == "" {
		t.Fatal(id, err)
	}
	return id
}

// Closing, opening again and undoing either, in any order, leave the period as it was before; what was reported is never lost.
func TestClosingOpeningAndUndoing(t *testing.T) {
	w := sampleWorkspace(t)
	type done struct {
		batch  string
		closed bool // before
	}
	var past []done
	closed := false
	rapid.Check(t, func(rt *rapid.T) {
		switch rapid.SampledFrom([]string{"close", "reopen", "undo"}).Draw(rt, "what") {
		case "close":
			c, err := w.Closings.Close(t.Context(), CloseParams{Period: 1, Lang: "en"})
			if closed {
				failsWith(t, err, "period.closed")
				break
			}
			if err != nil {
				rt.Fatal(err)
			}
			past, closed = append(past, done{c.Batch, closed}), true
		case "reopen":
			d, err := w.Closings.Reopen(t.Context(), 1)
			if !closed {
				failsWith(t, err, "period.open")
				break
			}
			if err != nil {
				rt.Fatal(err)
			}
			past, closed = append(past, done{d.Batch, closed}), false
		case "undo":
			if len(past) == 0 {
				break
			}
			last := past[len(past)-1]
			if _, err := w.Records.Undo(t.Context(), last.batch); err != nil {
				rt.Fatal(err)
			}
			past, closed = past[:len(past)-1], last.closed
		}
		states, err := w.Closings.States(t.Context(), "en")
		if err != nil {
			rt.Fatal(err)
		}
		s := states[0]
		if s.Closed() != closed || s.Period.Closed != closed || s.Reported == nil != (len(past) == 0) || s.Reported != nil && len(s.Reported.Differences) > 0 {
			rt.Fatalf("%+v, want closed %v", s, closed)
		}
	})
}

// A closing that comes from another workspace is kept beside one's own, and told.
func TestAPeriodClosedTwiceIsTold(t *testing.T) {
	w := sampleWorkspace(t)
	closed := closePeriod(t, w, CloseParams{Period: 1})
	other := *closed.Closing
	other.Meta = data.Meta{ID: newID()}
	other.File = "other.xlsx"
	if _, err := w.Records.Save(t.Context(), &other); err != nil {
		t.Fatal(err)
	}
	r := reported(t, w, 1)
	if !r.Twice() || r.Closing.ID != other.ID || len(r.Others) != 1 || r.Others[0].ID != closed.Closing.ID {
		t.Errorf("%+v", r)
	}
	if f := findings(t, w, 0)["closing.twice"]; f.Record != other.ID || f.Severity != data.Severe {
		t.Errorf("%+v", f)
	}
	if _, err := w.Closings.Reopen(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	if states, err := w.Closings.States(t.Context(), "en"); err != nil || states[0].Closed() || len(states[0].Closings) != 2 {
		t.Errorf("%+v %v", states, err)
	}
}

// What was reported of a period that the project has no more is told, and so are figures that a newer version kept.
func TestClosingsThatCannotBeCompared(t *testing.T) {
	w := sampleWorkspace(t)
	c := closePeriod(t, w, CloseParams{Period: 1}).Closing
	c, err := storedAs[*data.Closing](t, w, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	c.Figures = `{"version":99}`
	if _, err := w.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if f := findings(t, w, 0); f["closing.unreadable"].Record != c.ID {
		t.Errorf("%+v", f)
	}
	if r := reported(t, w, 1); r.Unreadable == nil || len(r.Differences) != 0 {
		t.Errorf("%+v", r)
	}
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	project.Periods = project.Periods[1:]
	if _, err := w.Records.Save(t.Context(), project); err != nil {
		t.Fatal(err)
	}
	if f := findings(t, w, 0); f["closing.no_period"].Record != c.ID {
		t.Errorf("%+v", f)
	}
}

func storedAs[T data.Record](t *testing.T, w *Workspace, id string) (rec T, err error) {
	t.Helper()
	found, err := w.Records.Get(t.Context(), data.EntityOf(rec), id)
	if err != nil {
		return rec, err
	}
	return found.(T), nil
}
