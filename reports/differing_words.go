package reports

import (
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// brokenDown is the figure that a breakdown is one of.
var brokenDown = map[string]string{
	data.FigureOrgGroup: data.FigureOrganisations, data.FigureOrgCountry: data.FigureOrganisations, data.FigureOrgLevel: data.FigureOrganisations,
	data.FigureLearnedLand: data.FigureTakeaways, data.FigureLearnedAt: data.FigureTakeaways, data.FigureLearnedTheme: data.FigureTakeaways,
	data.FigureLearnedKind: data.FigureTakeaways, data.FigureByStatus: data.FigureActivities, data.FigureByChannel: data.FigureActivities,
}

// wordsOfFigure are the words of those that are broken down by a closed list.
var wordsOfFigure = map[string]*data.Enum{
	data.FigureOrgGroup: data.Group, data.FigureOrgLevel: data.Level, data.FigureLearnedKind: data.TakeawayKind,
	data.FigureByStatus: data.CommunicationStatus, data.FigureByChannel: data.CommunicationBy,
}

// FigureLabel is what a figure is called: "Participants", "Gender: Women". Of is what its word is called, where that is a record.
//
//i18n:prefix figure.
func FigureLabel(p *i18n.Printer, figure, of string) string {
	kind, word := data.SplitFigure(figure)
	part := func(label, word string) string { return p.T("figure.part", "Label", label, "Word", word) }
	chosen := func(e *data.Enum) string {
		switch {
		case word == data.Undisclosed || word == "":
			return p.T("report.not_stated")
		case e != nil && e.Has(word):
			return p.Enum(e.Name, word)
		}
		return word
	}
	switch kind {
	case "gender", "age_band", "group":
		return part(p.Field(kind), chosen(dimensionWords[kind]))
	case "country":
		if word == data.Undisclosed || word == "" {
			return part(p.Field(kind), p.T("report.not_stated"))
		}
		return part(p.Field(kind), p.Country(word))
	case data.FigureLearnedLand, data.FigureOrgCountry:
		var lands []string
		for code := range strings.SplitSeq(word, "+") {
			lands = append(lands, p.Country(code))
		}
		return part(p.T("figure."+brokenDown[kind]), first(strings.Join(lands, ", "), p.T("report.not_stated")))
	case data.FigureLearnedTheme:
		label, _ := p.Word("theme", word)
		return part(p.T("figure."+brokenDown[kind]), first(of, strings.ReplaceAll(label, "_", " "), p.T("report.not_stated")))
	case data.FigureLearnedAt:
		return part(p.T("figure."+brokenDown[kind]), first(strings.ReplaceAll(word, "+", ", "), p.T("report.not_stated")))
	case data.FigureOrgGroup, data.FigureOrgLevel, data.FigureLearnedKind, data.FigureByStatus, data.FigureByChannel:
		return part(p.T("figure."+brokenDown[kind]), chosen(wordsOfFigure[kind]))
	case data.FigureEvidence:
		return part(p.Field("evidence"), chosen(data.EvidenceKind))
	case data.FigureFollowUp:
		return part(p.T("figure.follow_ups"), chosen(data.FollowUpStatus))
	case data.FigureUnbroken:
		return part(p.T("report.not_broken"), p.Field(word))
	}
	id := "figure." + kind
	if !p.Has(id) { // kept by another version
		return figure
	}
	if word != "" {
		return part(p.T(id), first(of, word))
	}
	return p.T(id)
}

// FigureValue writes a figure; one that is not known is a dash.
func FigureValue(p *i18n.Printer, n *data.Decimal) string {
	if n == nil {
		return "–"
	}
	_, rest, _ := strings.Cut(n.String(), ".")
	return p.Decimal(n.Float64(), len(rest))
}

// DifferenceOf is what the record of a difference is called: "EL-03 Round table", "Greece", "Whole period".
func DifferenceOf(p *i18n.Printer, d data.Difference) string {
	switch d.Entity {
	case "project":
		return p.T("difference.whole")
	case data.CountryFigures:
		return first(p.Country(d.ID), p.T("report.not_stated"))
	case "partner":
		return first(d.Title, d.Code, p.Entity("partner"))
	}
	title := d.Title
	if d.Code != "" && !strings.HasPrefix(title, d.Code) {
		title = joined(" ", d.Code, title)
	}
	return first(title, p.Entity(d.Entity))
}

// TellDifference says how a figure is not what was reported: "Participants: reported 143, now 141".
//
//i18n:prefix difference.
func TellDifference(p *i18n.Printer, d data.Difference) string {
	args := []any{
		"Figure", FigureLabel(p, d.Figure, d.Of), "Then", FigureValue(p, d.Then), "Now", FigureValue(p, d.Now), "Date", p.Date(string(d.Day)),
	}
	id := d.Kind
	if d.Kind == data.DifferenceMoved && d.Day == "" {
		id = "left"
	}
	return p.T("difference."+id, args...)
}
