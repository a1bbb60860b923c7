package reports

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// findings is the content of the check file: a table of what is lacking and, under it, what to do about the one that is
// selected. Enter or a second click opens the record.
type findings struct {
	p       panelParams
	words   *i18n.Printer // the report's
	list    []data.Finding
	table   *kit.Table
	detail  *fyne.Container
	content fyne.CanvasObject
}

func newFindings(p panelParams, l look) *findings {
	f := &findings{p: p, words: l.printer, list: l.findings, detail: kit.Stack()}
	t := f.words
	f.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "severity", Title: t.T("report.readiness.severity"), Width: 124, Kind: kit.CellChip},
			{ID: "record", Title: t.T("report.readiness.which"), Width: 150, Grow: 1},
			{ID: "finding", Title: t.T("report.readiness.finding"), Width: 200, Grow: 1.4},
		},
		Source: f, Margin: 14, OnSelect: f.explain, OnOpen: f.open,
		Empty: kit.NewEmpty(kit.IconSheet(), t.T("report.readiness.clean"), "", nil),
	})
	f.detail.Hide()
	f.content = kit.Framed(kit.Borders{Bottom: f.detail}, f.table)
	return f
}

// Len implements kit.TableSource.
func (f *findings) Len() int { return len(f.list) }

// Need implements kit.TableSource: all rows are here.
func (f *findings) Need(int, int) {}

// Row implements kit.TableSource.
func (f *findings) Row(i int) ([]kit.Cell, bool) {
	found := f.list[i]
	what, _ := app.TellFinding(f.words, found)
	return []kit.Cell{
		{Text: f.words.Enum("severity", string(found.Severity)), Tone: severityTone(found.Severity)},
		{Text: found.Title}, {Text: without(what, found.Title)},
	}, true
}

// without is a sentence without the record's title at its beginning, which stands beside it in the table.
func without(sentence, title string) string {
	rest, ok := strings.CutPrefix(sentence, title)
	if rest = strings.TrimLeft(rest, "\u00a0\u202f :,–-"); !ok || rest == "" {
		return sentence
	}
	return i18n.Upper(rest)
}

func severityTone(s data.Severity) kit.Tone {
	switch s {
	case data.Severe:
		return kit.ToneLate
	case data.Warning:
		return kit.TonePostponed
	}
	return kit.ToneNeutral
}

// explain shows the whole of a finding and what to do.
func (f *findings) explain(i int) {
	found := f.list[i]
	what, remedy := app.TellFinding(f.words, found)
	words := container.New(&kit.Tall{Gap: 3},
		kit.NewText(what, kit.TextStyle{Wrap: true}), kit.NewText(remedy, kit.TextStyle{Wrap: true, Token: kit.TokenMuted}))
	var body fyne.CanvasObject = words
	if found.Entity != "" && found.Record != "" {
		body = container.New(beside{}, words, kit.NewLink(f.p.printer.T("reportscreen.open_record"), func() { f.open(i) }))
	}
	line := container.New(&kit.Tall{Grew: func() { f.content.Refresh() }}, kit.NewLine(), kit.Pad(kit.Sides(12, 14), body))
	f.detail.Objects = []fyne.CanvasObject{line}
	f.detail.Show()
	f.content.Refresh()
}

func (f *findings) open(i int) { f.p.open(f.list[i].Entity, f.list[i].Record, f.list[i].Field) }
