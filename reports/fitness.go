package reports

import (
	"strings"

	"primadesk/data"
)

// sumsOff are the sums of held events that do not equal their total. The message ids of the problems name the dimension, so
// that each language can put it into a sentence.
//
//i18n:prefix problem.report.
func (d *dossier) sumsOff() data.Problems {
	var ps data.Problems
	for _, o := range d.held {
		for _, m := range o.tally.Mismatches {
			code := "report." + strings.TrimPrefix(m.Code, "tally.")
			if m.By != "" {
				code += "." + m.By
			}
			ps = append(ps, data.Problem{
				Entity: "event", Record: o.ID, Field: "attendance", Code: code, Refuse: true,
				Args: []any{"Event", d.called(o), "Sum", m.Sum, "Total", m.Total, "Difference", signed(d, m.Difference)},
			})
		}
	}
	return ps
}

// signed writes a difference with its sign: +2, −1.
func signed(d *dossier, n int) string {
	if n > 0 {
		return "+" + d.p.Number(n)
	}
	return "−" + d.p.Number(-n)
}

// undated are the listed events that have no date.
func (d *dossier) undated() data.Problems {
	var ps data.Problems
	for _, list := range [][]*occasion{d.held, d.coming} {
		for _, o := range list {
			if o.Start == "" {
				ps = append(ps, data.Problem{
					Entity: "event", Record: o.ID, Field: "start", Code: "report.undated", Refuse: true, Args: []any{"Event", d.called(o)},
				})
			}
		}
	}
	return ps
}

// refuse says why a final version can't be written, if it can't. A final version of a period has no event without a date left.
func (d *dossier) refuse() error {
	if !d.o.Final {
		return nil
	}
	undated := d.undated()
	switch {
	case len(d.problems) > 0:
		return &data.Error{Code: "report.sums", Args: []any{"N", len(d.problems)}, Details: append(d.problems, undated...)}
	case len(undated) > 0:
		return &data.Error{Code: "report.undated", Args: []any{"N", len(undated)}, Details: undated}
	}
	return nil
}

// incomplete tells whether a cell would be marked as still to be completed.
func (d *dossier) incomplete() bool {
	for _, o := range d.held {
		for _, f := range d.form(o) {
			if f.missing {
				return true
			}
		}
		if !o.tally.Known || !o.tally.By["gender"].Known || !o.tally.By["country"].Known || d.account(o) == "" {
			return true
		}
	}
	for _, o := range d.coming {
		if o.Start == "" {
			return true
		}
	}
	for _, c := range d.communications {
		if c.Date == "" && c.Status == "delivered" {
			return true
		}
	}
	return false
}
