package reports

import (
	"fmt"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// translation is what a text is in one language.
type translation string

// What it can be. The words are message ids behind "report.translation.".
const (
	asOriginal translation = "original"
	fresh      translation = "fresh"
	stale      translation = "stale" // its original has changed since
	absent     translation = "missing"
)

var translations = []translation{asOriginal, fresh, stale, absent}

func translationOf(t *data.Texts, lang string) translation {
	switch {
	case t.In[lang] == "":
		return absent
	case t.Original == lang:
		return asOriginal
	case t.Stale(lang):
		return stale
	}
	return fresh
}

//i18n:prefix report.translation.
func (d *dossier) translationWord(t translation) string {
	return d.p.T("report.translation." + string(t))
}

// languages are those asked for, else the report's own.
func (d *dossier) languages() []string {
	if len(d.o.Languages) > 0 {
		return d.o.Languages
	}
	return []string{d.p.Lang()}
}

// languagesSheet has the original of everything learned beside the languages asked for, with what is still to be translated.
func (d *dossier) languagesSheet() workbook.Sheet {
	p := d.p
	blocks := []workbook.Block{workbook.Table[*lesson]{
		ID: "languages", Rows: workbook.Of(d.lessons...), Expected: len(d.lessons), Empty: p.T("report.none"), Columns: d.languageColumns(),
	}}
	if len(d.lessons) > 0 {
		blocks = append(blocks, workbook.Gap(4), d.translationTable())
	}
	return workbook.Sheet{
		ID: "languages", Name: p.T("report.sheet.languages"), Title: p.T("report.sheet.languages"), Caption: p.T("report.languages.caption"),
		Layout: workbook.Register, Freeze: 1, Late: true, Blocks: blocks,
	}
}

func (d *dossier) languageColumns() []lessonColumn {
	p := d.p
	const width = 46
	columns := []lessonColumn{
		{ID: "events", Header: p.T("report.event_or_events"), Width: 14, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.events) }},
		{ID: "country", Header: p.Field("country"), Width: 16, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.country) }},
		{ID: "theme", Header: p.Field("theme"), Width: 18, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.theme) }},
		{ID: "original_language", Header: p.T("report.languages.original_language"), Width: 12, Value: func(l *lesson) workbook.Cell {
			if l.Text.Original == "" {
				return workbook.Empty()
			}
			return workbook.Text(i18n.Upper(p.Language(l.Text.Original)))
		}},
		{ID: "original", Header: p.T("report.translation.original"), Kind: workbook.KindWrapped,
			Width: roomFor(d.lessons, func(l *lesson) string { return l.Text.In[l.Text.Original] }, width),
			Value: func(l *lesson) workbook.Cell { return workbook.Text(l.Text.In[l.Text.Original]) }},
	}
	for _, lang := range d.languages() {
		columns = append(columns,
			lessonColumn{ID: "text_" + lang, Header: i18n.Upper(p.Language(lang)), Kind: workbook.KindWrapped,
				Width: roomFor(d.lessons, func(l *lesson) string { return l.Text.In[lang] }, width),
				Value: func(l *lesson) workbook.Cell { return workbook.Text(l.Text.In[lang]) }},
			lessonColumn{ID: "state_" + lang, Header: fmt.Sprintf("%s (%s)", p.Field("status"), lang), Width: 16, Value: func(l *lesson) workbook.Cell {
				state := translationOf(&l.Text, lang)
				if state == stale || state == absent {
					return workbook.Missing(d.translationWord(state))
				}
				return workbook.Text(d.translationWord(state))
			}})
	}
	return columns
}

// translationTable counts, live, how far each language is.
func (d *dossier) translationTable() workbook.Table[string] {
	p := d.p
	columns := []workbook.Column[string]{
		{ID: "language", Header: p.Field("language"), Value: func(lang string) workbook.Cell { return workbook.Text(i18n.Upper(p.Language(lang))) }},
	}
	for _, state := range translations {
		columns = append(columns, workbook.Column[string]{
			ID: string(state), Header: d.translationWord(state), Kind: workbook.KindInt, Value: func(lang string) workbook.Cell {
				n := 0
				for _, l := range d.lessons {
					if translationOf(&l.Text, lang) == state {
						n++
					}
				}
				formula := "SUMPRODUCT(--EXACT({languages!state_" + lang + ":}," + quoted(d.translationWord(state)) + "))"
				return workbook.Formula(workbook.Expression(formula), float64(n))
			},
		})
	}
	return workbook.Table[string]{
		ID: "languages_states", Heading: p.T("report.languages.states"), Rows: workbook.Of(d.languages()...), Columns: columns,
	}
}
