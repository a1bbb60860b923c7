package app

import (
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
)

// TellCheck puts a finding of Check into words.
func TellCheck(p *i18n.Printer, f store.Finding) Detail {
	return TellProblem(p, data.Problem{
		Entity: f.Entity, Record: f.Record, Field: f.Field, Code: f.Code, Args: append([]any{"ID", f.Record}, f.Args...), Refuse: f.Damage,
	})
}
