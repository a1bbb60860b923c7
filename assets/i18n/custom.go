package i18n

import "time"

// Custom is what somebody wants written otherwise than the language has it. Nothing in it: all as the language has it.
type Custom struct {
	ISO    bool // days as ISO 8601 writes them: 2025-06-02
	Sunday bool // weeks begin on Sunday
}

// With gives a printer of the same language that writes by somebody's own custom. Documents for others are written
// without one.
func (p *Printer) With(c Custom) *Printer {
	if p.custom == c {
		return p
	}
	q := *p
	q.custom = c
	return &q
}

// Custom is what the printer writes otherwise than its language has it.
func (p *Printer) Custom() Custom { return p.custom }

// FirstWeekday is the day that weeks begin on: Monday in all six languages, unless somebody wants Sunday.
func (p *Printer) FirstWeekday() time.Weekday {
	if p.custom.Sunday {
		return time.Sunday
	}
	return time.Monday
}
