package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"primadesk/data"
	"primadesk/reports/workbook"
)

// lesson is a takeaway with the words by which it is grouped.
type lesson struct {
	*data.Takeaway
	country string // of the takeaway, else of its events; several are one group
	events  string
	theme   string
	first   int // the first of its events in the register's order
}

// readTakeaways keeps what was learned at the events of the choice, each once. What is internal never leaves the workspace.
func (d *dossier) readTakeaways(ctx context.Context, src Source) error {
	takeaways, err := src.Takeaways(ctx)
	if err != nil {
		return fmt.Errorf("takeaways: %w", err)
	}
	for _, t := range takeaways {
		if t.Visibility == "internal" || !d.choice.takeaway(t, d.holds) {
			continue
		}
		l := &lesson{Takeaway: t, events: d.eventNumbers(t.Events), country: d.country(t.Country), first: len(d.held)}
		if t.Country == "" {
			l.country = strings.Join(d.countryNames(d.landsOf(t.Events)), ", ")
		}
		l.theme, _ = d.word("theme", t.Theme)
		if i := slices.IndexFunc(d.held, func(o *occasion) bool { return t.Events.Has(o.ID) }); i >= 0 {
			l.first = i
		}
		d.lessons = append(d.lessons, l)
	}
	slices.SortFunc(d.lessons, func(a, b *lesson) int {
		return cmp.Or(
			rank(a.country == "")-rank(b.country == ""), d.compare(a.country, b.country), a.first-b.first,
			rank(a.theme == "")-rank(b.theme == ""), d.compare(a.theme, b.theme),
			strings.Compare(a.Order, b.Order), strings.Compare(a.ID, b.ID))
	})
	return nil
}

func (d *dossier) landsOf(events []string) []string {
	lands := make([]string, 0, len(events))
	for _, id := range events {
		lands = append(lands, d.lands[id])
	}
	return lands
}

// learningsSheet lists what was learned by country, event and theme. What was learned at several events stands once, with all of
// them.
func (d *dossier) learningsSheet() workbook.Sheet {
	blocks := []workbook.Block{workbook.Table[*lesson]{
		ID: "learnings", Rows: workbook.Of(d.lessons...), Expected: len(d.lessons), Empty: d.p.T("report.none"), Columns: d.lessonColumns(),
	}}
	if len(d.lessons) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			d.countTable("learnings", "country", d.p.T("report.by_country"), d.p.Field("country"), tally(d, d.lessons, func(l *lesson) string { return l.country })),
			d.countTable("learnings", "events", d.p.T("report.by_event"), d.p.Field("event"), d.lessonsByEvent()),
			d.countTable("learnings", "theme", d.p.T("report.by_theme"), d.p.Field("theme"), tally(d, d.lessons, func(l *lesson) string { return l.theme })))
	}
	return workbook.Sheet{
		ID: "learnings", Name: d.p.T("report.sheet.learnings"), Title: d.p.T("report.sheet.learnings"), Caption: d.p.T("report.learnings.caption"),
		Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}

// lessonsByEvent keeps the order of the register.
func (d *dossier) lessonsByEvent() []tallied {
	groups := tally(d, d.lessons, func(l *lesson) string { return l.events })
	slices.SortStableFunc(groups, func(a, b tallied) int {
		return cmp.Or(rank(a.label == "")-rank(b.label == ""), natural(a.label, b.label))
	})
	return groups
}

type lessonColumn = workbook.Column[*lesson]

func (d *dossier) lessonColumns() []lessonColumn {
	return []lessonColumn{
		{ID: "country", Header: d.p.Field("country"), Width: 18, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.country) }},
		{ID: "events", Header: d.p.T("report.event_or_events"), Width: 14, Value: func(l *lesson) workbook.Cell { return d.lessonEvents(l) }},
		{ID: "theme", Header: d.p.Field("theme"), Width: 20, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.theme) }},
		{ID: "kind", Header: d.p.Field("takeaway_kind"), Width: 16, Value: func(l *lesson) workbook.Cell {
			if l.Kind == "" {
				return workbook.Empty()
			}
			return workbook.Text(d.p.Enum("takeaway_kind", l.Kind))
		}},
		{ID: "text", Header: d.p.Entity("takeaway"), Kind: workbook.KindWrapped, Width: roomFor(d.lessons, d.lessonText, 62), Value: func(l *lesson) workbook.Cell { return workbook.Text(d.lessonText(l)) }},
		{ID: "groups", Header: d.p.Field("target_groups"), Width: 36, Value: func(l *lesson) workbook.Cell { return workbook.Text(d.groups(l.TargetGroups)) }},
	}
}

func (d *dossier) lessonText(l *lesson) string { return d.text(&l.Text) }

// lessonEvents are the numbers of the events; of one event that is in the workbook, a link to its sheet.
func (d *dossier) lessonEvents(l *lesson) workbook.Cell {
	cell := workbook.Text(l.events)
	if len(l.Events) == 1 && l.first < len(d.held) {
		return cell.LinkTo(d.held[l.first].sheet)
	}
	return cell
}

// groups are stakeholder groups in words.
func (d *dossier) groups(set data.Set) string {
	names := make([]string, 0, len(set))
	for _, word := range data.Group.Words {
		if set.Has(word) {
			names = append(names, d.p.Enum("group", word))
		}
	}
	return strings.Join(names, ", ")
}

// countTable counts a register's rows by one of its columns, live.
func (d *dossier) countTable(table, column, heading, header string, groups []tallied) workbook.Table[tallied] {
	rows := "{" + table + "!" + column + ":}"
	return workbook.Table[tallied]{
		ID: table + "_by_" + column, Heading: heading, Rows: workbook.Of(groups...),
		Columns: []workbook.Column[tallied]{
			{ID: "name", Header: header, Total: workbook.Label(d.p.T("report.total")), Value: func(g tallied) workbook.Cell {
				if g.label == "" {
					return workbook.Text(d.p.T("report.not_stated"))
				}
				return workbook.Text(g.label)
			}},
			{ID: "n", Header: d.p.T("report.count"), Kind: workbook.KindInt, Total: workbook.Sum(), Value: func(g tallied) workbook.Cell {
				criterion := "{name}"
				if g.label == "" {
					criterion = strconv.Quote("")
				}
				return workbook.Formula(workbook.Expression("SUMPRODUCT(--EXACT("+rows+","+criterion+"))"), float64(g.n))
			}},
		},
	}
}

// followUpSheet lists what was agreed to be done about what was learned.
func (d *dossier) followUpSheet() workbook.Sheet {
	agreed := d.agreed()
	blocks := []workbook.Block{workbook.Table[*lesson]{
		ID: "follow_up", Rows: workbook.Of(agreed...), Expected: len(agreed), Empty: d.p.T("report.none"), Columns: d.followUpColumns(),
	}}
	if len(agreed) > 0 {
		blocks = append(blocks, workbook.Gap(4),
			d.countTable("follow_up", "state", d.p.T("report.by_status"), d.p.Field("status"), tally(d, agreed, d.followUpState)))
	}
	return workbook.Sheet{
		ID: "follow_up", Name: d.p.T("report.sheet.follow_up"), Title: d.p.T("report.sheet.follow_up"), Caption: d.p.T("report.follow_up.caption"),
		Layout: workbook.Register, Late: true, Blocks: blocks,
	}
}

func (d *dossier) agreed() []*lesson {
	return slices.DeleteFunc(slices.Clone(d.lessons), func(l *lesson) bool { return !l.HasFollowUp() })
}

func (d *dossier) followUpState(l *lesson) string {
	if l.FollowUpState == "" {
		return ""
	}
	return d.p.Enum("follow_up_status", l.FollowUpState)
}

func (d *dossier) followUpColumns() []lessonColumn {
	return []lessonColumn{
		{ID: "state", Header: d.p.Field("status"), Width: 16, Value: func(l *lesson) workbook.Cell { return workbook.Text(d.followUpState(l)) }},
		{ID: "due", Header: d.p.Field("due"), Kind: workbook.KindDate, Value: func(l *lesson) workbook.Cell { return day(l.FollowUpDue) }},
		{ID: "owner", Header: d.p.Field("follow_up_owner"), Width: 22, Value: func(l *lesson) workbook.Cell { return workbook.Text(d.partner(l.FollowUpOwner)) }},
		{ID: "what", Header: d.p.T("report.follow_up.what"), Kind: workbook.KindWrapped, Width: roomFor(d.lessons, func(l *lesson) string { return l.FollowUp }, 46), Value: func(l *lesson) workbook.Cell { return workbook.Text(l.FollowUp) }},
		{ID: "country", Header: d.p.Field("country"), Width: 16, Value: func(l *lesson) workbook.Cell { return workbook.Text(l.country) }},
		{ID: "events", Header: d.p.T("report.event_or_events"), Width: 14, Value: func(l *lesson) workbook.Cell { return d.lessonEvents(l) }},
		{ID: "text", Header: d.p.Entity("takeaway"), Kind: workbook.KindWrapped, Width: roomFor(d.lessons, d.lessonText, 54), Value: func(l *lesson) workbook.Cell { return workbook.Text(d.lessonText(l)) }},
	}
}
