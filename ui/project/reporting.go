package project

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/record"
)

// newRisks is the part of critical risks with what became of them in each period.
func (s *project) newRisks() body {
	p := s.Printer
	states := s.rows(p.T("project.add_state"), "period", "materialised", "applied")
	states.Breaks = []string{"materialised"}
	return s.desk("risk", listing.Params{
		Sort: "number",
		Columns: []listing.Column{
			{ID: "number", Width: 60}, {ID: "description", Grow: 3, Width: 160}, {ID: "work_package", Grow: 1, Least: 520},
			{ID: "states", Title: p.T("project.risk_now"), Width: 110, Kind: kit.CellChip, Cell: s.riskCell}, {ID: "foreseen", Hidden: true}, {ID: "owner", Hidden: true},
		},
		Filters: []listing.Filter{{Field: "work_package"}, {Field: "foreseen"}},
	}, record.Params{
		Sections: []record.Section{
			{ID: "risk", Rows: [][]string{{"number", "foreseen"}, {"description"}, {"measure"}, {"work_package"}, {"states"}}},
			{ID: "more", More: true, Rows: [][]string{{"owner"}}},
		},
		Lines: map[string]int{"description": 3, "measure": 3},
		Rows:  map[string]fields.RowsOf{"states": states},
	})
}

// riskCell is how a risk stands in the newest period that says so.
func (s *project) riskCell(r listing.Row) kit.Cell {
	p := s.Printer
	var last *data.RiskState
	for i, states := 0, r.Record.(*data.Risk).States; i < len(states); i++ {
		if n := states[i].Period; n != nil && (last == nil || *n >= *last.Period) {
			last = &states[i]
		}
	}
	switch {
	case last == nil:
		return kit.Cell{}
	case last.Materialised && last.Applied:
		return kit.Cell{Text: lower(p.T("field.applied")), Tone: kit.TonePostponed}
	case last.Materialised:
		return kit.Cell{Text: lower(p.T("field.materialised")), Tone: kit.ToneLate}
	}
	return kit.Cell{Text: p.T("project.not_materialised"), Tone: kit.ToneNeutral}
}

// newNarratives is the part of the texts for the periodic report.
func (s *project) newNarratives() body {
	p := s.Printer
	var desk *record.Desk
	translations := fields.TranslationsOf(s.Workspace, s.exec, func() (*data.Entity, string) {
		if desk == nil || desk.Pane().Fresh() {
			return entityNamed("narrative"), ""
		}
		return entityNamed("narrative"), desk.Pane().ID()
	})
	desk = s.desk("narrative", listing.Params{
		Sort: "period",
		Columns: []listing.Column{
			{ID: "period", Width: 70}, {ID: "work_package", Grow: 2, Width: 120}, {ID: "partner", Grow: 1, Width: 90},
			{ID: "done", Title: p.T("project.characters"), Width: 90, Kind: kit.CellNumber, Cell: func(r listing.Row) kit.Cell {
				n := r.Record.(*data.Narrative)
				return kit.Cell{Text: p.Number(characters(n.Done.Show(p.Lang())) + characters(n.Deviations.Show(p.Lang())) + characters(n.Next.Show(p.Lang())))}
			}},
		},
		Filters: []listing.Filter{{Field: "period", Options: s.periodOptions}, {Field: "work_package"}, {Field: "partner"}},
	}, record.Params{
		Control: func(col *data.Column) kit.Control {
			if col.Kind == data.KindTexts {
				return newCountedTexts(p, col, translations)
			}
			return nil
		},
		New: func() data.Record {
			n := &data.Narrative{Project: s.book.project.ID}
			if current := app.CurrentPeriod(s.book.project, s.Workspace.Today()); current != nil {
				n.Period = current.Number
			}
			return n
		},
		Head: func(rec data.Record, names map[string]string) (title, subtitle string) {
			n := rec.(*data.Narrative)
			if n.Period != nil {
				subtitle = p.T("project.period", "N", p.Number(*n.Period))
			}
			if name := names[n.Partner]; name != "" {
				subtitle += " · " + name
			}
			return names[n.WorkPackage], subtitle
		},
		Sections: []record.Section{
			{ID: "narrative", Rows: [][]string{{"work_package"}, {"partner", "period"}, {"done"}, {"deviations"}, {"next"}}},
			{ID: "more", More: true, Rows: [][]string{{"owner"}}},
		},
	})
	return desk
}

// countedTexts is a text in several languages with the number of its characters, since the Portal's fields have limits.
type countedTexts struct {
	widget.BaseWidget
	p       *i18n.Printer
	texts   *fields.Texts
	count   *kit.Text
	told    func()
	content fyne.CanvasObject
}

func newCountedTexts(p *i18n.Printer, col *data.Column, translations *fields.Translations) *countedTexts {
	c := &countedTexts{p: p, count: kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Align: fyne.TextAlignTrailing, Cut: true})}
	c.texts = fields.NewTexts(fields.TextsParams{Printer: p, Lines: 6, Field: col.ID, Translations: translations})
	c.texts.OnEdited(func() {
		c.say()
		if c.told != nil {
			c.told()
		}
	})
	c.content = kit.VStack(3, c.texts, c.count)
	c.ExtendBaseWidget(c)
	c.say()
	return c
}

// say counts the texts of each language.
func (c *countedTexts) say() {
	var rec data.Narrative
	fields.Apply(&rec, map[string]string{"done": c.texts.Value()})
	var parts []string
	for _, lang := range data.Languages {
		if n := characters(rec.Done.In[lang]); n > 0 {
			parts = append(parts, c.p.T("project.count_in", "Language", c.p.Language(lang), "Count", c.p.Number(n)))
		}
	}
	text := ""
	for i, part := range parts {
		if i > 0 {
			text += " · "
		}
		text += part
	}
	c.count.SetText(text)
}

// characters counts as the Portal does: each character once, line breaks too.
func characters(text string) int { return utf8.RuneCountInString(text) }

// Value implements kit.Control.
func (c *countedTexts) Value() string { return c.texts.Value() }

// SetValue implements kit.Control.
func (c *countedTexts) SetValue(v string) {
	c.texts.SetValue(v)
	c.say()
}

// OnEdited implements kit.Control.
func (c *countedTexts) OnEdited(f func()) { c.told = f }

// SetInvalid implements kit.Control.
func (c *countedTexts) SetInvalid(on bool) { c.texts.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (c *countedTexts) SetEnabled(on bool) { c.texts.SetEnabled(on) }

// Target implements kit.Control.
func (c *countedTexts) Target() fyne.Focusable { return c.texts.Target() }

// CreateRenderer implements fyne.Widget.
func (c *countedTexts) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(c.content)
}
