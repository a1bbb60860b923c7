package data

import "strconv"

// Closing keeps what was reported of a reporting period: the figures as they were then, and which workbook was handed in. It
// stays as it is whatever changes later; that the period was opened again is added to it. Laptops that never met may close a
// period each: both records stay, and Reported tells which counts.
type Closing struct {
	Meta
	Project  string
	Period   *int
	Closed   Date
	File     string // the workbook's name, without its folder
	Hash     string // of its bytes
	Figures  string // an encoded Figures
	Reopened Date
}

var closings = entity[Closing]("closing", "closings", "closings", true,
	projectColumn(func(c *Closing) any { return &c.Project }),
	Column{ID: "period", Kind: KindInt, Required: true, Sort: true, Filter: true, Width: 8, at: at(func(c *Closing) any { return &c.Period })},
	Column{ID: "closed", Kind: KindDate, Required: true, Sort: true, Filter: true, Label: "field.closed_on", Width: 12, at: at(func(c *Closing) any { return &c.Closed })},
	Column{ID: "file", Kind: KindText, Sort: true, Label: "field.workbook", Width: 24, at: at(func(c *Closing) any { return &c.File })},
	Column{ID: "hash", Kind: KindHash, Label: "field.workbook_hash", Width: 16, at: at(func(c *Closing) any { return &c.Hash })},
	Column{ID: "figures", Kind: KindFigures, Required: true, Label: "field.reported_figures", Width: 30, at: at(func(c *Closing) any { return &c.Figures })},
	Column{ID: "reopened", Kind: KindDate, Sort: true, Filter: true, Width: 12, at: at(func(c *Closing) any { return &c.Reopened })},
)

// Title is the period.
func (c *Closing) Title(string) string {
	if c.Period == nil {
		return ""
	}
	return "P" + strconv.Itoa(*c.Period)
}

// Check wants the days in their order, and a period number from 1. Figures that cannot be read, such as those that a newer
// version kept, are told and not refused: they are somebody's report.
func (c *Closing) Check(ps *Problems) {
	ps.order("reopened", c.Closed, c.Reopened)
	if c.Period != nil && *c.Period < 1 {
		ps.Reject("period", "number.positive")
	}
	if c.Figures != "" {
		if _, err := DecodeFigures(c.Figures); err != nil {
			ps.Find("figures", "figures.form")
		}
	}
}

// Open tells whether the period was opened again.
func (c *Closing) Open() bool { return c.Reopened != "" }

// ClosingsOf are the closings of a period, the newest first.
func ClosingsOf(list []*Closing, period int) []*Closing {
	var out []*Closing
	for _, c := range list {
		if c.Period == nil || *c.Period != period {
			continue
		}
		at := 0
		for at < len(out) && newer(out[at], c) {
			at++
		}
		out = append(out[:at], append([]*Closing{c}, out[at:]...)...)
	}
	return out
}

// newer orders closings: by day, then by id, whose first part is a clock.
func newer(a, b *Closing) bool {
	if a.Closed != b.Closed {
		return a.Closed > b.Closed
	}
	return a.ID > b.ID
}

// StandingOf is the closing that counts among those of a period: the newest that was not opened again; nil where the period is
// open.
func StandingOf(closings []*Closing) *Closing {
	for _, c := range closings {
		if !c.Open() {
			return c
		}
	}
	return nil
}
