package app

import (
	"slices"
	"testing"

	"primadesk/data"
)

// The grid says of each period what is said of that period alone, partner by partner in the order of their names.
func TestCollectionGridAgreesWithItsPeriods(t *testing.T) {
	w := sampleWorkspace(t)
	g, err := w.Collections.Grid(t.Context(), "en")
	if err != nil || len(g.Periods) < 2 || !slices.IsSorted(g.Periods) || len(g.Partners) != len(g.Standings) {
		t.Fatalf("%+v, %v", g, err)
	}
	for at, period := range g.Periods {
		list, _, err := w.Collections.Standings(t.Context(), "en", period)
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for row, partner := range g.Partners {
			got := g.Standings[row][at]
			if got == nil {
				continue
			}
			want := list[i]
			i++
			if want.Partner.ID != partner.ID || got.Period != period || got.State != want.State || got.Open != want.Open || got.Missing != want.Missing {
				t.Errorf("period %d: %+v, want %+v", period, got, want)
			}
		}
		if i != len(list) {
			t.Errorf("period %d: %d partners, want %d", period, i, len(list))
		}
	}
}

// An associated partner reports nothing, and has a cell only where it was asked all the same.
func TestCollectionGridLeavesAssociatedPartnersOut(t *testing.T) {
	w := sampleWorkspace(t)
	project, err := w.Projects.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	partner := &data.Partner{Project: project.ID, LegalName: "Associated", Role: "associated_partner"}
	partner.ID = newID()
	asked := &data.Collection{Project: project.ID, Partner: partner.ID, Period: new(2), Asked: "2026-01-15"}
	asked.ID = newID()
	keep := func(rec data.Record) {
		t.Helper()
		if _, err := w.Records.Write(t.Context(), "put", nil, func(tx *Tx) error { return tx.Save(rec) }); err != nil {
			t.Fatal(err)
		}
	}
	row := func() []*data.Standing {
		t.Helper()
		g, err := w.Collections.Grid(t.Context(), "en")
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range g.Partners {
			if p.ID == partner.ID {
				return g.Standings[i]
			}
		}
		return nil
	}
	keep(partner)
	if got := row(); got != nil {
		t.Errorf("asked for nothing, and shown: %+v", got)
	}
	keep(asked)
	if got := row(); len(got) < 2 || got[0] != nil || got[1] == nil || got[1].Collection == nil {
		t.Errorf("asked for the second period: %+v", got)
	}
}
