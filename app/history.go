package app

import (
	"primadesk/assets/i18n"
	"primadesk/data/store"
)

// TellCheck puts a finding of Check into words.
//
//i18n:prefix check.
func TellCheck(p *i18n.Printer, f store.Finding) Detail {
	return Detail{Entity: f.Entity, Record: f.Record, Field: f.Field, Code: f.Code, Message: p.T("check."+f.Code, words(p, append([]any{"ID", f.Record, "Field", FieldLabel(p, f.Entity, f.Field)}, f.Args...))...)}
}
