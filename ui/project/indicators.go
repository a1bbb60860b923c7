package project

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// The tabs of an indicator: how far it is, and what is entered for that.
const (
	tabProgress = "progress"
	tabTargets  = "targets"
)

// indicators is the part of what the project promised, with what was reached beside it.
type indicators struct {
	*record.Desk
	s      *project
	counts *app.Counts // nil until they were read
	later  *kit.Later[*app.Counts]
	live   *fyne.Container // the bars of the record that is shown
}

func newIndicators(s *project) *indicators {
	p := s.Printer
	t := &indicators{s: s, later: kit.NewLater[*app.Counts](s.exec), live: kit.VStack(12)}
	t.Desk = s.desk("indicator", listing.Params{
		Sort: "code",
		Columns: []listing.Column{
			{ID: "code", Width: 56}, {ID: "name", Grow: 3, Width: 140},
			{ID: "actual", Title: p.T("project.actual"), Width: 76, Kind: kit.CellNumber, Cell: func(r listing.Row) kit.Cell { return kit.Cell{Text: t.actual(r)} }},
			{ID: "target", Width: 66},
			{ID: "part", Title: p.T("project.reached"), Width: 74, Kind: kit.CellChip, Cell: t.part},
			{ID: "unit", Hidden: true}, {ID: "count", Hidden: true}, {ID: "baseline", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "count"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "indicator", Rows: [][]string{{"code", "count"}, {"name"}, {"unit"}, {"target", "baseline"}}},
			{ID: "filter", Title: p.T("project.counts_only"), More: true, Rows: [][]string{{"type", "country"}, {"group"}, {"owner"}}},
			{ID: "targets", Tab: tabTargets, Rows: [][]string{{"targets"}, {"values"}}},
		},
		Rows: map[string]fields.RowsOf{
			"targets": s.rows(p.T("project.add_target"), "partner", "target"), "values": s.rows(p.T("project.add_value"), "period", "value"),
		},
		Tabs: []record.Tab{
			{ID: tabProgress, Title: p.T("project.how_far"), Body: func(data.Record, any) fyne.CanvasObject { t.redraw(); return t.live }},
			{ID: tabTargets, Title: p.T("project.progress")},
		},
		OnEdited: func(string) { t.redraw() },
	})
	return t
}

// Shown implements body.
func (t *indicators) Shown() {
	t.Desk.Shown()
	t.read()
}

// Hidden implements body.
func (t *indicators) Hidden() {
	t.later.Cancel()
	t.Desk.Hidden()
}

// Changed implements changer.
func (t *indicators) Changed(c app.Changed) {
	t.Desk.Changed(c)
	if c.Touches("event", "attendance", "contact", "organisation", "project") {
		t.read()
	}
}

// read reads what was reached.
func (t *indicators) read() {
	t.later.Run(context.Background(), t.s.Workspace.Projects.Counts, func(c *app.Counts, err error) {
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				t.s.Shell.ShowError(err)
			}
			return
		}
		t.counts = c
		t.List().Redraw()
		t.redraw()
	})
}

func (t *indicators) actual(r listing.Row) string {
	if t.counts == nil {
		return ""
	}
	return t.number(t.counts.Actual(r.Record.(*data.Indicator)))
}

// number writes a value; what is not known is said, and is not 0.
func (t *indicators) number(d *data.Decimal) string {
	if d == nil {
		return "–"
	}
	_, frac, _ := strings.Cut(d.String(), ".")
	return t.s.Printer.Decimal(d.Float64(), len(frac))
}

// part is how much of a target is reached.
func (t *indicators) part(r listing.Row) kit.Cell {
	i := r.Record.(*data.Indicator)
	if t.counts == nil || i.Target == nil || *i.Target <= 0 {
		return kit.Cell{}
	}
	actual := t.counts.Actual(i)
	if actual == nil {
		return kit.Cell{Text: t.s.Printer.T("project.no_value"), Tone: kit.TonePostponed}
	}
	reached := actual.Float64() / i.Target.Float64()
	tone := kit.TonePlanned
	if reached >= 1 {
		tone = kit.ToneHeld
	}
	return kit.Cell{Text: t.s.Printer.Percent(reached), Tone: tone}
}

// typed is the indicator that is shown, as it is typed.
func (t *indicators) typed() *data.Indicator {
	rec, ok := t.Pane().Record().(*data.Indicator)
	if !ok {
		return nil
	}
	next, values := *rec, map[string]string{}
	for _, id := range []string{"count", "type", "group", "country", "target", "baseline", "targets", "values"} {
		values[id] = t.Pane().Value(id)
	}
	fields.Apply(&next, values)
	return &next
}

// redraw shows how far the indicator that is shown is: in all, and by partner.
func (t *indicators) redraw() {
	if t.Desk == nil || t.counts == nil {
		return
	}
	t.live.RemoveAll()
	if i := t.typed(); i != nil {
		p := t.s.Printer
		t.bar(p.T("project.in_all"), t.counts.Actual(i), i.Target, kit.TokenAccent)
		for j := range i.Targets {
			of := &i.Targets[j]
			if of.Partner != "" && i.Count != "by_hand" {
				t.bar(t.s.book.partners[of.Partner], t.counts.ActualOf(i, of.Partner), of.Target, kit.TokenGold)
			}
		}
		t.live.Add(muted(t.rule(i)))
	}
	t.live.Refresh()
}

func (t *indicators) bar(name string, actual, target *data.Decimal, token kit.Token) {
	p, part, text := t.s.Printer, 0.0, t.number(actual)
	if target != nil {
		text = p.T("project.of_target", "Actual", t.number(actual), "Target", t.number(target))
		if actual != nil && *target > 0 {
			part = actual.Float64() / target.Float64()
		}
	}
	t.live.Add(kit.NewTarget(name, text, part, token))
}

// rule says where the number comes from.
//
//i18n:prefix project.rule_
func (t *indicators) rule(i *data.Indicator) string {
	if i.Count == "" {
		return ""
	}
	return t.s.Printer.T("project.rule_" + i.Count)
}

// Reveal implements screen.Revealer.
func (t *indicators) Reveal(entity, id, field string) {
	t.Desk.Reveal(entity, id, field)
	t.redraw()
}
