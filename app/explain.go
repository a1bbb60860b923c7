package app

import (
	"context"
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"syscall"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/workbook"
)

// Detail is one problem in words: of which file, row and field.
type Detail struct {
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
	Entity  string `json:"entity,omitempty"`
	Record  string `json:"id,omitempty"`
	Field   string `json:"field,omitempty"`
	Code    string `json:"code,omitempty"`
	Message string `json:"message"`
}

// Told is an error in the words of a language: what happened, to which record, and
// what to do. It never holds more than the user gave or may see.
type Told struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Details []Detail `json:"details,omitempty"`
}

// Tell puts an error into words. An error without a code of ours becomes
// "unexpected": its own text is for the log.
//
//i18n:prefix err.
func Tell(p *i18n.Printer, err error) Told {
	code, args := codeOf(err)
	told := Told{Code: code, Message: p.T("err."+code, words(p, args)...)}
	if de, ok := errors.AsType[*data.Error](err); ok {
		for _, problem := range de.Details {
			told.Details = append(told.Details, TellProblem(p, problem))
		}
	}
	return told
}

func codeOf(err error) (code string, args []any) {
	if de, ok := errors.AsType[*data.Error](err); ok {
		return de.Code, de.Args
	}
	if we, ok := errors.AsType[*workbook.Error](err); ok {
		return string(we.Code), []any{"File", we.Path, "Sheet", we.Sheet}
	}
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return fileCode(pe.Err), []any{"File", pe.Path}
	}
	if errors.Is(err, context.Canceled) {
		return "cancelled", nil
	}
	return "unexpected", nil
}

func fileCode(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "file.missing"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "file.permission"
	case errors.Is(err, fs.ErrExist):
		return "file.exists"
	case errors.Is(err, syscall.ENOSPC):
		return "file.full"
	case errors.Is(err, syscall.EISDIR):
		return "file.folder"
	}
	return "file.failed"
}

// TellProblem puts one problem of a record into words: the field by its label, the
// reason, and the remedy.
//
//i18n:prefix problem.
func TellProblem(p *i18n.Printer, problem data.Problem) Detail {
	d := Detail{File: problem.File, Row: problem.Row, Entity: problem.Entity, Record: problem.Record, Field: problem.Field, Code: problem.Code}
	args := append([]any{"Field", FieldLabel(p, problem.Entity, problem.Field)}, words(p, problem.Args)...)
	d.Message = p.T("problem."+problem.Code, args...)
	return d
}

// FieldLabel is the label of a field given by its path: "emails/ID/address" is the
// address among the e-mails.
func FieldLabel(p *i18n.Printer, entity, path string) string {
	e, ok := data.EntityNamed(entity)
	if !ok || path == "" {
		return path
	}
	parts := strings.Split(path, "/")
	c, ok := e.Column(parts[0])
	if !ok {
		return path
	}
	if len(parts) > 2 && c.Rows != nil {
		if sub, ok := c.Rows.Column(parts[2]); ok {
			return p.T("problem.field_in", "Field", p.T(sub.LabelID()), "List", p.T(c.LabelID()))
		}
	}
	return p.T(c.LabelID())
}

// words puts arguments that are codes or numbers into the language.
func words(p *i18n.Printer, args []any) []any {
	out := make([]any, len(args))
	copy(out, args)
	for i := 1; i < len(args); i += 2 {
		switch v := args[i].(type) {
		case int:
			out[i] = p.Number(v)
		case int64:
			out[i] = p.Number(int(v))
		case float64:
			out[i] = decimal(p, strconv.FormatFloat(v, 'f', -1, 64), v)
		case data.Decimal:
			out[i] = decimal(p, v.String(), v.Float64())
		case data.Date:
			out[i] = p.Date(string(v))
		case data.Wall:
			out[i] = p.DateTime(string(v))
		}
		if args[i-1] == "Kind" || args[i-1] == "By" {
			out[i] = p.T("kind." + args[i].(string)) //i18n:prefix kind.
		}
	}
	return out
}

// decimal is a number in the language's form, with as many decimals as it has when it is written plainly.
func decimal(p *i18n.Printer, plain string, f float64) string {
	_, rest, _ := strings.Cut(plain, ".")
	return p.Decimal(f, len(rest))
}
