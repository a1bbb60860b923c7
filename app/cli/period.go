package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"primadesk/app"
	"primadesk/data"
)

type periodCmd struct {
	List        periodListCmd        `cmd:"" help:"${period_list}"`
	Close       periodCloseCmd       `cmd:"" help:"${period_close}"`
	Reopen      periodReopenCmd      `cmd:"" help:"${period_reopen}"`
	Differences periodDifferencesCmd `cmd:"" help:"${period_differences}"`
}

type periodListCmd struct{}

// Run lists the periods of the project with what was reported of them.
func (c *periodListCmd) Run(s *session) error {
	type period struct {
		Number      int       `json:"number"`
		From        data.Date `json:"from"`
		To          data.Date `json:"to"`
		State       string    `json:"state"` // "open" or "closed"
		Closed      data.Date `json:"closed,omitempty"`
		Reopened    data.Date `json:"reopened,omitempty"`
		By          string    `json:"by,omitempty"`
		File        string    `json:"file,omitempty"`
		Hash        string    `json:"hash,omitempty"`
		Differences int       `json:"differences"`
	}
	return s.reading(func(w *app.Workspace) error {
		states, err := w.Closings.States(s.ctx, s.p.Lang())
		if err != nil {
			return err
		}
		out, rows := []period{}, [][]string{}
		for _, x := range states {
			if x.Period.Number == nil {
				continue
			}
			line := period{Number: *x.Period.Number, From: x.Period.From, To: x.Period.To, State: "open"}
			if x.Closed() {
				line.State = "closed"
			}
			told := []string{s.p.T("closing.open")}
			if r := x.Reported; r != nil {
				line.Closed, line.Reopened, line.File, line.Hash = r.Closing.Closed, r.Closing.Reopened, r.Closing.File, r.Closing.Hash
				line.Differences = len(r.Differences)
				for _, of := range x.Closings {
					if of.ID == r.Closing.ID {
						line.By = of.By
					}
				}
				told = s.standing(r)
			}
			out = append(out, line)
			rows = append(rows, append([]string{s.p.Number(line.Number), s.p.DateRange(string(line.From), string(line.To))}, told...))
		}
		return s.result(out, func(to io.Writer) { table(to, nil, rows) })
	})
}

// standing says how a period that was closed stands.
func (s *session) standing(r *data.Reported) []string {
	parts := []string{s.p.T("closing.closed_on", "Date", s.p.Date(string(r.Closing.Closed)))}
	if r.Closing.Open() {
		parts = append(parts, s.p.T("closing.reopened_on", "Date", s.p.Date(string(r.Closing.Reopened))))
	}
	switch n := len(r.Differences); {
	case r.Unreadable != nil:
		parts = append(parts, s.p.T("closing.unreadable"))
	case n == 0:
		parts = append(parts, s.p.T("closing.same"))
	default:
		parts = append(parts, s.p.N("closing.differences", n))
	}
	return parts
}

type periodCloseCmd struct {
	Number   int    `arg:"" placeholder:"N" help:"${period_number}"`
	Output   string `short:"o" xor:"workbook" placeholder:"FILE" help:"${period_output}"`
	Workbook string `xor:"workbook" placeholder:"FILE" help:"${period_workbook}"`
}

// Run closes a period.
func (c *periodCloseCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		closed, err := w.Closings.Close(s.ctx, app.CloseParams{
			Period: c.Number, Lang: s.p.Lang(), File: c.Output, Workbook: c.Workbook, Progress: s.progress(),
		})
		if err != nil {
			return err
		}
		x := closed.Closing
		return s.result(map[string]any{
			"batch": closed.Batch, "id": x.ID, "period": c.Number, "closed": x.Closed, "path": closed.Path, "file": x.File, "hash": x.Hash,
		}, func(out io.Writer) {
			figures, _ := data.EntityOf(x).Column("figures")
			fmt.Fprintln(out, s.p.T("cli.period.closed", "N", s.p.Number(c.Number), "Figures", app.Viewer{P: s.p}.Text(figures, x)))
			if x.Hash != "" {
				fmt.Fprintf(out, "%s\n%s\n", x.File, s.pair(s.p.Field("workbook_hash"), x.Hash))
			}
		})
	})
}

type periodReopenCmd struct {
	Number int `arg:"" placeholder:"N" help:"${period_number}"`
}

// Run opens a period again.
func (c *periodReopenCmd) Run(s *session) error {
	return s.writing(func(w *app.Workspace) error {
		done, err := w.Closings.Reopen(s.ctx, c.Number)
		if err != nil {
			return err
		}
		return s.result(map[string]any{"batch": done.Batch, "period": c.Number}, s.say("cli.period.reopened", "N", s.p.Number(c.Number)))
	})
}

type periodDifferencesCmd struct {
	Number int `arg:"" placeholder:"N" help:"${period_number}"`
}

// differenceOut is a difference as programs read it.
type differenceOut struct {
	Kind    string        `json:"kind"`
	Entity  string        `json:"entity"`
	ID      string        `json:"id"`
	Code    string        `json:"code,omitempty"`
	Title   string        `json:"title"`
	Figure  string        `json:"figure"`
	Then    *data.Decimal `json:"reported"` // null: not known, or no such record
	Now     *data.Decimal `json:"now"`
	Message string        `json:"message"`
	At      *time.Time    `json:"changed_at,omitempty"` // of the latest change, where known
	By      string        `json:"changed_by,omitempty"`
}

// Run compares what was reported of a period with what would be reported now.
func (c *periodDifferencesCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		r, err := w.Closings.Differences(s.ctx, s.p.Lang(), c.Number)
		if err != nil {
			return err
		}
		if r.Unreadable != nil {
			return r.Unreadable
		}
		list := make([]differenceOut, 0, len(r.Differences))
		for _, d := range r.Differences {
			which, what := app.TellDifference(s.p, d)
			x := differenceOut{Kind: d.Kind, Entity: d.Entity, ID: d.ID, Code: d.Code, Title: which, Figure: d.Figure, Then: d.Then, Now: d.Now, Message: what, By: d.By}
			if !d.At.IsZero() {
				at := d.At.UTC()
				x.At = &at
			}
			list = append(list, x)
		}
		return s.result(map[string]any{
			"period": c.Number, "closed": r.Closing.Closed, "reopened": r.Closing.Reopened, "file": r.Closing.File, "hash": r.Closing.Hash,
			"reported": values(&r.Then), "now": values(&r.Now), "differences": list,
		}, func(out io.Writer) { s.printDifferences(out, r, list) })
	})
}

// values are the figures of the period as a whole.
func values(f *data.Figures) map[string]data.Decimal {
	if whole := f.Whole(); whole != nil {
		return whole.Values
	}
	return map[string]data.Decimal{}
}

func (s *session) printDifferences(out io.Writer, r *data.Reported, list []differenceOut) {
	fmt.Fprintln(out, strings.Join(s.standing(r), " · "))
	if r.Closing.Hash != "" {
		fmt.Fprintf(out, "%s\n%s\n", r.Closing.File, s.pair(s.p.Field("workbook_hash"), r.Closing.Hash))
	}
	last := ""
	for _, d := range list {
		if d.Entity+d.ID != last {
			last = d.Entity + d.ID
			fmt.Fprintln(out, d.Title)
		}
		line := d.Message
		if d.At != nil {
			line += " (" + strings.Trim(s.p.DateTime(d.At.Local().Format("2006-01-02T15:04"))+", "+d.By, ", ") + ")"
		}
		fmt.Fprintln(out, "  "+line)
	}
}
