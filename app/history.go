package app

import (
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
)

// TellCheck puts a finding of Check into words. The store's own codes stand under
// "check."; what it says of evidence files is said elsewhere too, and has its words there.
func TellCheck(p *i18n.Printer, f store.Finding) Detail {
	code := f.Code
	if !strings.HasPrefix(code, "evidence.") {
		code = "check." + code
	}
	return TellProblem(p, data.Problem{
		Entity: f.Entity, Record: f.Record, Field: f.Field, Code: code, Args: append([]any{"ID", f.Record}, f.Args...), Refuse: f.Damage,
	})
}
