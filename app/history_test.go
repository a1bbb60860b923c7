package app_test

import (
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data/store"
)

// Every code that store.Check documents has words in every language, with nothing left out of them.
func TestEveryFindingOfACheckHasWords(t *testing.T) {
	for _, f := range []store.Finding{
		{Code: "integrity", Args: []any{"Message", "row 3 missing from index"}},
		{Code: "row", Entity: "contact", Record: "c1", Field: "role"},
		{Code: "no_row", Entity: "contact", Record: "c1"},
		{Code: "no_entries", Entity: "contact", Record: "c1"},
		{Code: "keys", Entity: "contact", Record: "c1", Field: "family_name_key"},
		{Code: "search", Entity: "contact", Args: []any{"N", 3}},
		{Code: "conflicts", Entity: "contact", Record: "c1"},
		{Code: "reference", Entity: "contact", Record: "c1", Field: "organisation", Args: []any{"Value", "o1"}},
		{Code: "evidence.missing", Entity: "evidence", Record: "e1", Field: "file", Args: []any{"File", "ab"}},
		{Code: "evidence.damaged", Entity: "evidence", Record: "e1", Field: "file", Args: []any{"File", "ab"}},
		{Code: "evidence.unreferenced", Entity: "evidence", Field: "file", Args: []any{"File", "ab"}},
	} {
		for _, lang := range i18n.Languages {
			told := app.TellCheck(i18n.For(lang), f)
			if strings.HasPrefix(told.Message, "[") || strings.Contains(told.Message, "…") {
				t.Errorf("%s in %s: %q", f.Code, lang, told.Message)
			}
			if f.Record != "" && strings.Contains(told.Message, "c1") == (f.Entity == "evidence") {
				t.Errorf("%s in %s does not name the record: %q", f.Code, lang, told.Message)
			}
		}
	}
}
