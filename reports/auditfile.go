package reports

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// auditFileReport gathers what proves an event: signed lists, agenda, photographs, consents and the rest of the evidence, each
// file as it was attached, with an index that says where the paper originals are. It holds personal data by its nature.
func auditFileReport() Report {
	return Report{
		Name: "audit-file", Label: "report.audit.name", Purpose: "report.audit.purpose", Job: JobAudit, Ending: ".zip", Folder: true,
		Takes: []Option{OptEvent, OptPeriod, OptPartner, OptIncomplete},
		make: func(ctx context.Context, src Source, o Options) (document, error) {
			if len(o.Events) == 0 && o.Period == 0 {
				return nil, data.Fail("report.needs", "Report", "audit-file", "Option", optionFlag(OptEvent))
			}
			d, err := gather(ctx, src, o)
			if err != nil {
				return nil, err
			}
			evidence, err := src.Evidence(ctx)
			if err != nil {
				return nil, err
			}
			return &auditFile{d: d, src: src, lines: d.auditLines(evidence)}, nil
		},
	}
}

// State of a piece of evidence in an audit file: message ids "report.audit.state." + the word.
type auditState string

const (
	auditHere    auditState = "here"    // in the file, and what was attached
	auditPaper   auditState = "paper"   // no file, but the original is somewhere
	auditMissing auditState = "missing" // its file is not in this workspace, or it has none
	auditDamaged auditState = "damaged"
	auditNothing auditState = "nothing" // no evidence of a kind that an auditor asks for
)

// auditLine is a line of the index.
type auditLine struct {
	event *occasion
	kind  string
	*data.Evidence
	state auditState
	name  string // in the audit file
	size  int64
}

// asked are the kinds that an auditor asks for of every event; consent forms wherever there are photographs.
var asked = []string{"signed_list", "agenda", "photographs"}

// auditLines are what there should be of each event: by event, kind and file name.
func (d *dossier) auditLines(evidence []*data.Evidence) []*auditLine {
	var lines []*auditLine
	taken := map[string]bool{}
	for n, o := range slices.Concat(d.held, d.coming) {
		folder := plainPart(cmp.Or(o.Number, d.p.Entity("event")+" "+d.p.Number(n+1)))
		has := map[string]bool{"agenda": len(o.Agenda) > 0}
		list := slices.DeleteFunc(slices.Clone(evidence), func(v *data.Evidence) bool { return v.Event != o.ID })
		slices.SortFunc(list, func(a, b *data.Evidence) int {
			return cmp.Or(cmp.Compare(slices.Index(data.EvidenceKind.Words, a.Kind), slices.Index(data.EvidenceKind.Words, b.Kind)),
				d.compare(a.FileName, b.FileName), strings.Compare(a.ID, b.ID))
		})
		for _, v := range list {
			has[v.Kind] = true
			line := &auditLine{event: o, kind: v.Kind, Evidence: v}
			switch {
			case v.File != "":
				line.name = unique(taken, folder+"/"+plainPart(d.p.Enum("evidence_kind", v.Kind))+"/"+plainPart(cmp.Or(v.FileName, v.File)))
			case v.OriginalAt != "":
				line.state = auditPaper
			default:
				line.state = auditMissing
			}
			lines = append(lines, line)
		}
		if !o.Held() {
			continue
		}
		wanted := asked
		if has["photographs"] {
			wanted = append(slices.Clone(asked), "consent_forms")
		}
		for _, kind := range wanted {
			if !has[kind] {
				lines = append(lines, &auditLine{event: o, kind: kind, Evidence: &data.Evidence{}, state: auditNothing})
			}
		}
	}
	return lines
}

// plainPart is a name that every system takes as a part of a path.
func plainPart(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 80 { // its ending stays
		name = string(runes[:40]) + "…" + string(runes[len(runes)-30:])
	}
	name = strings.Trim(name, " .")
	return cmp.Or(name, "_")
}

// unique puts a number before the ending of a path that is taken, in any case of letters.
func unique(taken map[string]bool, path string) string {
	stem, ending := path, ""
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		stem, ending = path[:i], path[i:]
	}
	for n := 2; taken[strings.ToLower(path)]; n++ {
		path = stem + " (" + strconv.Itoa(n) + ")" + ending
	}
	taken[strings.ToLower(path)] = true
	return path
}

// lacking are the lines that an auditor would not accept.
func (a *auditFile) lacking() data.Problems {
	var problems data.Problems
	for _, l := range a.lines {
		if l.state == auditHere || l.state == auditPaper {
			continue
		}
		problems = append(problems, data.Problem{
			Entity: "event", Record: l.event.ID, Refuse: true, Code: "report.audit." + string(l.state), //i18n:prefix problem.report.audit.
			Args: []any{"Event", a.d.called(l.event), "What", joined(", ", a.d.p.Enum("evidence_kind", l.kind), l.FileName)},
		})
	}
	return problems
}

// index is a workbook: what this is, and a line for every piece.
func (a *auditFile) index() workbook.Workbook {
	d, p := a.d, a.d.p
	return workbook.Workbook{
		Formats: formats(p), Footer: footer(p, d.project, ""),
		Properties: workbook.Properties{
			Title: p.T("report.audit.title"), Subject: d.project.Acronym, Category: p.T("report.audit.name"), Language: p.ExcelLanguageTag(),
			Application: d.o.Program, Created: d.o.Now,
		},
		Sheets: []workbook.Sheet{a.indexSheet(), a.coverSheet()},
	}
}

func (a *auditFile) coverSheet() workbook.Sheet {
	d, p := a.d, a.d.p
	states := tally(d, a.lines, func(l *auditLine) string { return a.stateWord(l.state) })
	return workbook.Sheet{ID: "about", Name: p.T("report.audit.about"), Layout: workbook.Form, Blocks: []workbook.Block{
		workbook.Banner{Title: p.T("report.audit.title"), Below: d.project.Acronym},
		workbook.Paragraph{Text: p.T("report.audit.personal"), Tone: workbook.Warning, Bold: true},
		workbook.Pairs{Pairs: []workbook.Pair{
			{Label: p.Field("project"), Value: workbook.Text(joined(" – ", d.project.Acronym, d.text(&d.project.Name)))},
			{Label: p.Field("grant_number"), Value: workbook.Text(d.project.GrantNumber)},
			{Label: p.Field("period"), Value: workbook.Text(d.spanText())},
			{Label: p.T("report.cover.data_of"), Value: workbook.DateTime(d.o.Now)},
		}},
		workbook.Gap(10),
		workbook.Table[tallied]{ID: "states", Rows: workbook.Of(states...), Columns: []workbook.Column[tallied]{
			{ID: "state", Header: p.Field("status"), Width: 60, Total: workbook.Label(p.T("report.total")), Value: func(t tallied) workbook.Cell { return workbook.Text(t.label) }},
			{ID: "n", Header: p.T("report.count"), Width: 30, Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(t tallied) workbook.Cell { return workbook.Int(t.n) }},
		}},
		workbook.Gap(10),
		workbook.Paragraph{Text: p.T("report.audit.check", "File", SumsName), Tone: workbook.Small},
	}}
}

func (a *auditFile) stateWord(s auditState) string {
	return a.d.p.T("report.audit.state." + string(s)) //i18n:prefix report.audit.state.
}

func (a *auditFile) indexSheet() workbook.Sheet {
	d, p := a.d, a.d.p
	type column = workbook.Column[*auditLine]
	text := func(read func(*auditLine) string) func(*auditLine) workbook.Cell {
		return func(l *auditLine) workbook.Cell { return workbook.Text(read(l)) }
	}
	return workbook.Sheet{
		ID: "index", Name: p.T("report.audit.index"), Title: p.T("report.audit.title"), Caption: p.T("report.audit.personal"), Layout: workbook.Register, Freeze: 1,
		Blocks: []workbook.Block{workbook.Table[*auditLine]{ID: "index", Rows: workbook.Of(a.lines...), Expected: len(a.lines), Columns: []column{
			{ID: "number", Header: p.Field("number"), Width: 10, Value: text(func(l *auditLine) string { return l.event.Number })},
			{ID: "event", Header: p.Entity("event"), Width: 28, Kind: workbook.KindWrapped, Value: text(func(l *auditLine) string { return d.text(&l.event.Name) })},
			{ID: "day", Header: p.Field("date"), Width: 12, Kind: workbook.KindDate, Value: func(l *auditLine) workbook.Cell { return day(l.event.Start.Day()) }},
			{ID: "kind", Header: p.Field("evidence_kind"), Width: 20, Value: text(func(l *auditLine) string { return p.Enum("evidence_kind", l.kind) })},
			{ID: "state", Header: p.Field("status"), Width: 22, Kind: workbook.KindWrapped, Value: func(l *auditLine) workbook.Cell {
				if l.state == auditHere || l.state == auditPaper {
					return workbook.Text(a.stateWord(l.state))
				}
				return workbook.Missing(a.stateWord(l.state))
			}},
			{ID: "file", Header: p.T("report.audit.file"), Width: 44, Kind: workbook.KindWrapped, Value: text(func(l *auditLine) string {
				if l.state != auditHere {
					return ""
				}
				return l.name
			})},
			{ID: "original", Header: p.Field("original_at"), Width: 26, Kind: workbook.KindWrapped, Value: text(func(l *auditLine) string { return l.OriginalAt })},
			{ID: "caption", Header: p.Field("caption"), Width: 26, Kind: workbook.KindWrapped, Value: text(func(l *auditLine) string { return d.text(&l.Caption) })},
			{ID: "consent", Header: p.Field("consent_checked"), Width: 14, Value: func(l *auditLine) workbook.Cell {
				switch {
				case l.kind != "photographs" || l.state == auditNothing:
					return workbook.Empty()
				case l.ConsentChecked:
					return workbook.Text(p.T("report.yes"))
				}
				return workbook.Missing(p.T("report.no"))
			}},
			{ID: "size", Header: p.T("report.audit.bytes"), Width: 12, Kind: workbook.KindInt, Value: func(l *auditLine) workbook.Cell {
				if l.state != auditHere {
					return workbook.Empty()
				}
				return workbook.Int(int(l.size))
			}},
			{ID: "sum", Header: "SHA-256", Width: 68, Value: text(func(l *auditLine) string { return l.File })},
		}}},
	}
}
