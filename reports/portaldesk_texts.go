package reports

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"primadesk/assets/portal"
	"primadesk/data"
)

// deskMark is what is wrong with a text that is about to be copied: message ids "report.desk." + the word.
type deskMark string

const (
	deskMissing deskMark = "missing"
	deskOver    deskMark = "over"
	deskOther   deskMark = "other" // it is in another language
	deskStale   deskMark = "stale" // its original has changed since it was translated
)

// deskText is one field of the form with what goes into it.
type deskText struct {
	portal.Field
	of, record, label string
	text              string
	marks             []deskMark
}

// characters are counted as the Portal does: each letter, sign, space and line break is one.
func (t *deskText) characters() int { return utf8.RuneCountInString(t.text) }

// spokenText is a text in the language of the report, or in another one, and what is wrong with it.
type spokenText struct {
	text  string
	marks []deskMark
}

func (d *dossier) spokenText(t *data.Texts) spokenText {
	text, in := t.Get(d.p.Lang())
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	switch {
	case text == "":
		return spokenText{marks: []deskMark{deskMissing}}
	case in != d.p.Lang():
		return spokenText{text, []deskMark{deskOther}}
	case t.Stale(in):
		return spokenText{text, []deskMark{deskStale}}
	}
	return spokenText{text: text}
}

// together joins texts that stand in one field; what is missing among others is none.
func together(list []spokenText) spokenText {
	var all spokenText
	for _, s := range list {
		if s.text == "" {
			continue
		}
		all.text = joined("\n\n", all.text, s.text)
		for _, m := range s.marks {
			if !slices.Contains(all.marks, m) {
				all.marks = append(all.marks, m)
			}
		}
	}
	if all.text == "" {
		all.marks = []deskMark{deskMissing}
	}
	return all
}

// desk are the project's records that the form asks about.
type desk struct {
	*dossier
	narratives []*data.Narrative // of the period, by work package and partner
	milestones []*data.Milestone
	risks      []*data.Risk
}

func (d *dossier) desk(ctx context.Context, src Source) (*desk, error) {
	k := &desk{dossier: d}
	narratives, err := src.Narratives(ctx)
	if err != nil {
		return nil, err
	}
	for _, n := range narratives {
		if n.Period != nil && *n.Period == d.o.Period && (d.choice.partner == nil || n.Partner == d.choice.partner.ID) {
			k.narratives = append(k.narratives, n)
		}
	}
	slices.SortFunc(k.narratives, func(a, b *data.Narrative) int {
		if c := d.compare(d.partner(a.Partner), d.partner(b.Partner)); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	if k.milestones, err = src.Milestones(ctx); err != nil {
		return nil, err
	}
	k.milestones = slices.Clone(k.milestones)
	slices.SortFunc(k.milestones, func(a, b *data.Milestone) int { return natural(a.Number, b.Number) })
	if k.risks, err = src.Risks(ctx); err != nil {
		return nil, err
	}
	k.risks = slices.Clone(k.risks)
	slices.SortFunc(k.risks, func(a, b *data.Risk) int { return natural(a.Number, b.Number) })
	return k, nil
}

// told are the narratives of a work package (of all: nil), one after the other, each under its partner where there are several.
func (k *desk) told(w *data.WorkPackage, field func(*data.Narrative) *data.Texts) spokenText {
	var list []spokenText
	var who []string
	for _, n := range k.narratives {
		if s := k.spokenText(field(n)); (w == nil || n.WorkPackage == w.ID) && s.text != "" {
			list, who = append(list, s), append(who, k.partner(n.Partner))
		}
	}
	for i := range list {
		if len(list) > 1 && w != nil && who[i] != "" {
			list[i].text = who[i] + "\n" + list[i].text
		}
	}
	return together(list)
}

func done(n *data.Narrative) *data.Texts       { return &n.Done }
func deviations(n *data.Narrative) *data.Texts { return &n.Deviations }
func next(n *data.Narrative) *data.Texts       { return &n.Next }

// summary is what may be published of the period: what was done, or, before that is told, what happened at the events.
func (k *desk) summary() spokenText {
	if s := k.told(nil, done); s.text != "" {
		return s
	}
	var list []spokenText
	for _, o := range k.held {
		list = append(list, k.spokenText(&o.Account))
	}
	return together(list)
}

// fill gives the fields of the form in its order.
func (k *desk) fill(sections []portal.Section) []*deskText {
	var list []*deskText
	for _, section := range sections {
		k.records(section.Of, func(record string, field func(id string) (string, spokenText)) {
			for _, f := range section.Fields {
				label, s := field(f.ID)
				t := &deskText{Field: f, of: section.Of, record: record, label: label, text: s.text, marks: s.marks}
				if f.Limit > 0 && t.characters() > f.Limit {
					t.marks = append([]deskMark{deskOver}, t.marks...)
				}
				list = append(list, t)
			}
		})
	}
	return list
}

// records gives the records of a section, and how each answers its fields.
func (k *desk) records(of string, each func(record string, field func(id string) (string, spokenText))) {
	switch of {
	case "project":
		each(k.project.Acronym, func(string) (string, spokenText) { return k.p.T("report.desk.summary"), k.summary() })
	case "work_package":
		for _, w := range sortedBy(k.packages, func(w *data.WorkPackage) string { return w.Number }) {
			fields := map[string]func(*data.Narrative) *data.Texts{"narrative_done": done, "deviations": deviations, "narrative_next": next}
			each(joined(" ", w.Number, k.text(&w.Name)), func(id string) (string, spokenText) { return k.label(id), k.told(w, fields[id]) })
		}
	case "deliverable":
		for _, x := range k.deliverables {
			k.delayed(&x.Delivery, each)
		}
	case "milestone":
		for _, x := range k.milestones {
			k.delayed(&x.Delivery, each)
		}
	case "risk":
		for _, r := range k.risks {
			each(r.Number, k.texts(map[string]*data.Texts{"description": &r.Description, "measure": &r.Measure}))
		}
	case "event":
		for _, o := range k.held {
			each(k.called(o), k.event(o))
		}
	case "communication":
		for _, c := range k.communications {
			each(k.text(&c.Name), k.texts(map[string]*data.Texts{"title": &c.Name, "description": &c.Description, "audience": &c.Audience, "outcome": &c.Outcome}))
		}
	}
}

func (k *desk) label(id string) string { return k.p.Field(id) }

func (k *desk) texts(of map[string]*data.Texts) func(string) (string, spokenText) {
	return func(id string) (string, spokenText) { return k.label(id), k.spokenText(of[id]) }
}

// delayed gives a deliverable or milestone that is later than was agreed: the form asks why.
func (k *desk) delayed(x *data.Delivery, each func(string, func(string) (string, spokenText))) {
	late := x.Due != "" && (x.RevisedDue > x.Due || x.Delivered > x.Due)
	if late || !x.DelayReason.Empty() {
		each(joined(" ", x.Number, k.text(&x.Name)), k.texts(map[string]*data.Texts{"delay_reason": &x.DelayReason}))
	}
}

func (k *desk) event(o *occasion) func(string) (string, spokenText) {
	plain := func(s string) spokenText {
		if s == "" {
			return spokenText{marks: []deskMark{deskMissing}}
		}
		return spokenText{text: s}
	}
	return func(id string) (string, spokenText) {
		switch id {
		case "number":
			return k.label(id), plain(o.Number)
		case "duration":
			return k.p.T("report.desk.duration"), plain(k.when(o.Event))
		case "participants":
			if !o.tally.Known {
				return k.p.T("report.event.participants"), plain("")
			}
			return k.p.T("report.event.participants"), plain(k.p.Number(o.tally.Total))
		case "title":
			return k.label(id), k.spokenText(&o.Name)
		}
		return k.label(id), k.spokenText(&o.Account)
	}
}
