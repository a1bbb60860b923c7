package data

import (
	"errors"
	"fmt"
	"strings"
)

// Error is a failure that a user can understand: a code and its arguments, put
// into words at the edge (message id "err." + Code). The cause, if any, is for the log.
type Error struct {
	Code    string
	Args    []any // key, value, key, value ...
	Details []Problem
	Cause   error
}

// Fail makes an error of a code and its arguments.
func Fail(code string, args ...any) *Error { return &Error{Code: code, Args: args} }

// HasCode tells whether an error is, or wraps, one with a code.
func HasCode(err error, code string) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Code == code
}

// Because adds the cause.
func (e *Error) Because(cause error) *Error { e.Cause = cause; return e }

func (e *Error) Error() string {
	s := e.Code + argString(e.Args)
	for i, p := range e.Details {
		if i == 3 {
			return fmt.Sprintf("%s; and %d more", s, len(e.Details)-i)
		}
		s += "; " + p.String()
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Cause }

func argString(args []any) string {
	var b strings.Builder
	for i := 0; i+1 < len(args); i += 2 {
		fmt.Fprintf(&b, " %v=%v", args[i], args[i+1])
	}
	return b.String()
}

// Problem is one thing that is wrong with a record: the field and the reason, as
// a code (message id "problem." + Code). Row counts from 1 in files and lists.
type Problem struct {
	Entity string
	Record string
	File   string
	Row    int
	Field  string
	Code   string
	Args   []any
	Refuse bool // false: the record is kept and the finding is shown
}

func (p Problem) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s%s", p.Entity, p.Field, p.Code, argString(p.Args)))
}

// Problems collects what a check finds.
type Problems []Problem

// Reject adds a reason for which the record can't be kept.
func (ps *Problems) Reject(field, code string, args ...any) {
	*ps = append(*ps, Problem{Field: field, Code: code, Args: args, Refuse: true})
}

// Find adds something that is wrong but is kept, and shown: a sum that is off, a
// reference to a record that is not here.
func (ps *Problems) Find(field, code string, args ...any) {
	*ps = append(*ps, Problem{Field: field, Code: code, Args: args})
}

// Refused gives only the reasons to refuse.
func (ps Problems) Refused() Problems {
	var out Problems
	for _, p := range ps {
		if p.Refuse {
			out = append(out, p)
		}
	}
	return out
}

func (ps *Problems) order(field string, from, to Date) {
	if from.Valid() && to.Valid() && from != "" && to != "" && to < from {
		ps.Reject(field, "date.order", "From", from, "To", to)
	}
}

func (ps *Problems) wallOrder(field string, from, to Wall) {
	if from == "" || to == "" || !from.Valid() || !to.Valid() {
		return
	}
	if to.Day() < from.Day() || to.Day() == from.Day() && to.Clock() != "" && from.Clock() != "" && to < from {
		ps.Reject(field, "date.order", "From", from, "To", to)
	}
}

func (ps *Problems) notNegative(field string, n *int) {
	if n != nil && *n < 0 {
		ps.Reject(field, "number.negative", "Value", *n)
	}
}

func (ps *Problems) within(field string, n *int, low, high int) {
	if n != nil && (*n < low || *n > high) {
		ps.Reject(field, "number.range", "Value", *n, "Low", low, "High", high)
	}
}
