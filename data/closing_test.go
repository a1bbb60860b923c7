package data_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
)

// figures draws the figures of a few records.
func figures(t *rapid.T) data.Figures {
	f := data.Figures{Version: data.FiguresVersion}
	names := []string{"events", "people", "gender/female", "gender/male", "evidence/photographs", "actual", "actual/p1", "of another version"}
	for _, entity := range []string{"project", "event", "indicator", "communication", "partner", data.CountryFigures} {
		for _, id := range []string{"1", "2"} {
			if entity == "project" && id == "2" || entity != "project" && !rapid.Bool().Draw(t, entity+id) {
				continue
			}
			r := data.RecordFigures{Entity: entity, ID: id, Code: "C" + id, Values: map[string]data.Decimal{}}
			for _, name := range names {
				if rapid.Bool().Draw(t, name) {
					r.Values[name] = data.Decimal(rapid.Int64Range(0, 1_000_000).Draw(t, "n"))
				}
			}
			f.Of = append(f.Of, r)
		}
	}
	return f
}

func TestFiguresAreReadAsTheyWereKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := figures(t)
		text, err := f.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := data.DecodeFigures(text)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := got.Encode(); err != nil || again != text {
			t.Fatalf("%s\n%s\n%v", text, again, err)
		}
		if found := data.Differences(&f, &got); len(found) > 0 {
			t.Fatalf("%+v", found)
		}
	})
}

func TestFiguresThatCannotBeRead(t *testing.T) {
	for text, code := range map[string]string{
		"": "figures.form", "{}": "figures.form", "[1]": "figures.form", `{"version":1,"of":7}`: "figures.form", `{"version":-1}`: "figures.form",
		`{"version":99,"of":"in another form"}`: "figures.newer", `{"version":1,"of":[{"values":{"people":"many"}}]}`: "figures.form",
	} {
		_, err := data.DecodeFigures(text)
		known, ok := errors.AsType[*data.Error](err)
		if !ok || known.Code != code {
			t.Errorf("%s: %v, want %s", text, err, code)
		}
	}
	n := 1
	c := &data.Closing{Project: "p", Period: &n, Closed: "2026-01-01", Figures: `{"version":99}`}
	c.ID = "c"
	if ps := data.Validate(c); len(ps.Refused()) > 0 || len(ps) != 1 || ps[0].Code != "figures.form" {
		t.Errorf("what a newer version kept has to stay: %v", ps)
	}
}

// One figure that is another is one difference, which names it; the other way round it is told the other way round.
func TestEachFigureThatChangesIsNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		then := figures(t)
		text, err := then.Encode()
		if err != nil {
			t.Fatal(err)
		}
		now, err := data.DecodeFigures(text)
		if err != nil {
			t.Fatal(err)
		}
		r := &now.Of[rapid.IntRange(0, len(now.Of)-1).Draw(t, "record")]
		figure := rapid.SampledFrom([]string{"people", "gender/female", "actual", "of another version"}).Draw(t, "figure")
		before, known := r.Values[figure]
		r.Values[figure] = before + data.Decimal(rapid.Int64Range(1, 100).Draw(t, "more"))
		found := data.Differences(&then, &now)
		if len(found) != 1 || found[0].Kind != data.DifferenceChanged || found[0].Entity != r.Entity || found[0].ID != r.ID || found[0].Figure != figure {
			t.Fatalf("%+v", found)
		}
		d := found[0]
		if known && *d.Then != before || !known && d.Then != nil && *d.Then != 0 || *d.Now != r.Values[figure] {
			t.Fatalf("%+v", d)
		}
		back := data.Differences(&now, &then)
		if len(back) != 1 || *back[0].Then != *d.Now {
			t.Fatalf("%+v", back)
		}
	})
}

// A record that came or went is one difference, whatever figures it has.
func TestARecordThatCameOrWent(t *testing.T) {
	two := data.Decimal(20_000)
	whole := data.RecordFigures{Entity: "project", ID: "p", Values: map[string]data.Decimal{"people": two}}
	event := data.RecordFigures{Entity: "event", ID: "e", Code: "EL-01", Values: map[string]data.Decimal{"people": two, "named": two, "gender/female": two}}
	without, with := data.Figures{Version: 1, Of: []data.RecordFigures{whole}}, data.Figures{Version: 1, Of: []data.RecordFigures{whole, event}}
	gone := data.Differences(&with, &without)
	if len(gone) != 1 || gone[0].Kind != data.DifferenceGone || gone[0].Code != "EL-01" || gone[0].Figure != "people" || *gone[0].Then != two || gone[0].Now != nil {
		t.Errorf("%+v", gone)
	}
	added := data.Differences(&without, &with)
	if len(added) != 1 || added[0].Kind != data.DifferenceAdded || added[0].Then != nil || *added[0].Now != two {
		t.Errorf("%+v", added)
	}
}

func TestTheNewestClosingCounts(t *testing.T) {
	closing := func(id string, period int, closed, reopened data.Date) *data.Closing {
		c := &data.Closing{Period: &period, Closed: closed, Reopened: reopened}
		c.ID = id
		return c
	}
	list := []*data.Closing{
		closing("a", 1, "2026-01-01", ""), closing("c", 1, "2026-03-01", "2026-03-02"), closing("b", 1, "2026-01-01", ""), closing("d", 2, "2026-04-01", ""), {},
	}
	var order []string
	of := data.ClosingsOf(list, 1)
	for _, c := range of {
		order = append(order, c.ID)
	}
	if !slices.Equal(order, []string{"c", "b", "a"}) {
		t.Errorf("%v", order)
	}
	if c := data.StandingOf(of); c == nil || c.ID != "b" {
		t.Errorf("%+v", c)
	}
	if c := data.StandingOf(of[:1]); c != nil {
		t.Errorf("%+v", c)
	}
	r := data.Reported{Closing: of[1], Others: []*data.Closing{of[0], of[2]}}
	if !r.Twice() {
		t.Error("two closings stand")
	}
}
