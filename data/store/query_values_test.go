package store

import (
	"slices"
	"testing"

	"primadesk/data"
)

func TestValues(t *testing.T) {
	s := openLang(t, "en")
	gone := &data.Contact{FamilyName: "C", Country: "FR", Tags: data.SetOf("gone")}
	keepAll(t, s,
		&data.Contact{FamilyName: "A", Country: "GR", Tags: data.SetOf("harbour", "Λιμάνι")},
		&data.Contact{FamilyName: "B", Country: "CY", Tags: data.SetOf("harbour")},
		&data.Contact{FamilyName: "D", Country: "GR"}, &data.Contact{FamilyName: "E"}, gone)
	trash(t, s, gone)
	for _, c := range []struct {
		column string
		want   []string
	}{
		{"country", []string{"CY", "GR"}},
		{"tags", []string{"harbour", "Λιμάνι"}},
		{"source", nil},
	} {
		got, err := s.Values(t.Context(), "contact", c.column)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.column, got, err, c.want)
		}
	}
	for _, column := range []string{"nothing", "notes", "suppressed"} {
		_, err := s.Values(t.Context(), "contact", column)
		wantCode(t, err, "query.field")
	}
}
