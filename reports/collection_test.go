package reports

import (
	"path/filepath"
	"slices"
	"testing"

	"primadesk/data"
)

func TestCollectionShowsWhereEachPartnerStands(t *testing.T) {
	for _, lang := range data.Languages {
		src, o := sampleProject(t), options(lang)
		p := src.partners[0]
		one := 1
		c := &data.Collection{Partner: p.ID, Period: &one, Asked: "2025-09-01", Due: "2025-09-10"}
		c.ID = "c1"
		c.Reminders = append(c.Reminders, data.Reminder{Date: "2025-09-12", Channel: "email"})
		q := &data.PartnerQuery{Partner: p.ID, Period: &one, Question: "=Why?", Asked: "2025-09-15"}
		src.collections, src.queries = []*data.Collection{c}, []*data.PartnerQuery{q}
		src.findings = []data.Finding{{Severity: data.Severe, Code: "x", Entity: "event", Record: src.events[0].ID}}
		path := filepath.Join(t.TempDir(), "collection.xlsx")
		if _, err := Write(t.Context(), src, "collection", o, path, nil); err != nil {
			t.Fatal(err)
		}
		w := reopen(t, path)
		tr := o.Printer
		rows := w.table(tr.T("report.sheet.collection"), tr.Entity("partner"), "")
		at := slices.IndexFunc(rows, func(r map[string]string) bool { return r[tr.Entity("partner")] == p.Title(lang) })
		if at < 0 {
			t.Fatalf("%s: no row for %s in %v", lang, p.Title(lang), rows)
		}
		if w.find(tr.T("report.sheet.collection"), tr.T("report.total"), 1) == 0 {
			t.Errorf("%s: the totals are not called so", lang)
		}
		row := rows[at]
		if row[tr.T("report.collection.state")] != tr.Enum("collection_state", "late") || row[tr.T("report.collection.open")] != "1" || row[tr.T("report.collection.reminded")] != "1" {
			t.Errorf("%s: %v", lang, row)
		}
		organiser := src.events[0].Organiser
		for _, r := range rows {
			of := slices.IndexFunc(src.partners, func(p *data.Partner) bool { return p.Title(lang) == r[tr.Entity("partner")] })
			want := "0"
			if of >= 0 && src.partners[of].ID == organiser {
				want = "1"
			}
			if got := r[tr.T("report.collection.missing")]; of >= 0 && got != want {
				t.Errorf("%s: %s misses %s, want %s", lang, src.partners[of].ShortName, got, want)
			}
		}
		if queries := w.table(tr.T("report.sheet.queries"), tr.Entity("partner"), ""); len(queries) != 1 || queries[0][tr.Field("question")] != "=Why?" {
			t.Errorf("%s: %v", lang, queries)
		}
	}
}
