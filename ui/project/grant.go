package project

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// The tabs of the grant beside that of its form.
const (
	tabPeriods    = "periods"
	tabStatements = "statements"
	tabWeb        = "web"
)

// grant is the record of the project itself: identity, reporting periods, statements.
type grant struct {
	s     *project
	pane  *record.Pane
	kept  *keptUntil
	texts []*official
	// unfolded are the periods of which all differences are listed.
	unfolded map[int]bool
}

var (
	_ screen.Saver      = (*grant)(nil)
	_ screen.Revealer   = (*grant)(nil)
	_ screen.Rememberer = (*grant)(nil)
)

func newGrant(s *project) *grant {
	g := &grant{s: s, unfolded: map[int]bool{}}
	p := s.Printer
	g.pane = record.New(record.Params{
		Workspace: s.Workspace, Shell: s.Shell, Printer: p, Exec: s.exec, Entity: entityNamed("project"), TabTitle: p.T("project.grant"),
		Lines: map[string]int{"notice": 3, "privacy_notice": 6},
		Facts: g.readStates, Touches: figured,
		Control: g.control, Single: true, OnEdited: g.edited, OnShown: func(string) { g.word() },
		Rows: map[string]fields.RowsOf{
			"periods":      {Columns: []string{"number", "from", "to"}, Add: p.T("project.add_period"), Weights: map[string]float32{"number": 0.6, "from": 1.2, "to": 1.2}},
			"social_links": {Columns: []string{"label", "url"}, Add: p.T("project.add_link"), Weights: map[string]float32{"url": 2}},
		},
		Sections: []record.Section{
			{ID: "identity", Rows: [][]string{{"acronym", "grant_number", "programme"}, {"name"}, {"call", "start", "end"}, {"granting_authority", "balance_paid"}}},
			{ID: "periods", Tab: tabPeriods, Rows: [][]string{{"periods"}}},
			{ID: "statements", Tab: tabStatements, Rows: [][]string{{"funding"}, {"funding_statement"}, {"disclaimer"}, {"privacy_notice"}}},
			{ID: "web", Tab: tabWeb, Rows: [][]string{{"website"}, {"social_links"}, {"notice"}}},
		},
		Tabs: []record.Tab{
			{ID: tabPeriods, Title: p.T("field.periods"), Body: g.periods},
			{ID: tabStatements, Title: p.T("project.statements"), Body: func(data.Record, any) fyne.CanvasObject {
				return muted(p.T("project.privacy_notice_text"))
			}},
			{ID: tabWeb, Title: p.T("project.web")},
		},
		Head: func(rec data.Record, _ map[string]string) (title, subtitle string) {
			one := rec.(*data.Project)
			return one.Acronym, one.Name.Show(p.Lang())
		},
	})
	return g
}

// control makes the controls that say more than others of their kind.
func (g *grant) control(col *data.Column) kit.Control {
	switch col.ID {
	case "balance_paid":
		g.kept = newKeptUntil(g.s)
		return g.kept
	case "funding_statement", "disclaimer":
		o := newOfficial(g, col)
		g.texts = append(g.texts, o)
		return o
	}
	return nil
}

// official is the wording of a statement as it is now in the form, in the language of the printer.
func (g *grant) official(column string, p *i18n.Printer) string {
	if g.pane == nil { // the form is being made
		return ""
	}
	if column == "funding_statement" {
		return p.FundingStatement(g.pane.Value("funding"))
	}
	var one data.Project
	fields.Apply(&one, map[string]string{"granting_authority": g.pane.Value("granting_authority")})
	return p.Disclaimer(one.GrantingAuthority.Show(p.Lang()))
}

// written is the record whose texts have a past.
func (g *grant) written() (*data.Entity, string) {
	if g.pane == nil {
		return entityNamed("project"), ""
	}
	return entityNamed("project"), g.pane.ID()
}

// edited follows what the statements' official wording depends on.
func (g *grant) edited(field string) {
	if field == "funding" || field == "granting_authority" {
		g.word()
	}
}

func (g *grant) word() {
	for _, o := range g.texts {
		o.show()
	}
}

// periods says which of the periods is the current one, and which are closed.
func (g *grant) periods(rec data.Record, facts any) fyne.CanvasObject {
	states, _ := facts.([]app.PeriodState)
	return g.periodsNote(rec.(*data.Project), states)
}

// follow implements follower.
func (g *grant) follow(b *book) {
	if g.pane.ID() != b.project.ID {
		g.pane.Show(b.project.ID, b.project, nil)
	}
}

// Content implements body.
func (g *grant) Content() fyne.CanvasObject { return g.pane.Content() }

// Shown implements body.
func (g *grant) Shown() { g.pane.Shown() }

// Hidden implements body.
func (g *grant) Hidden() { g.pane.Hidden() }

// Dirty implements screen.Saver.
func (g *grant) Dirty() bool { return g.pane.Dirty() }

// Save implements screen.Saver.
func (g *grant) Save() bool { return g.pane.Save() }

// Discard implements screen.Saver.
func (g *grant) Discard() { g.pane.Discard() }

// Changed implements changer.
func (g *grant) Changed(c app.Changed) { g.pane.Changed(c) }

// Shows implements screen.Revealer.
func (g *grant) Shows() []string { return []string{"project", "closing"} }

// Reveal implements screen.Revealer. What was reported stands with the periods.
func (g *grant) Reveal(entity, _, field string) {
	if entity == "closing" {
		g.pane.SetTab(tabPeriods)
		return
	}
	g.pane.Reveal(field)
}

// State implements screen.Rememberer.
func (g *grant) State() string { return g.pane.Tab() }

// SetState implements screen.Rememberer.
func (g *grant) SetState(tab string) { g.pane.SetTab(tab) }
