package cli

import (
	"fmt"
	"io"

	"primadesk/app"
)

type bulletinCmd struct {
	Number     string `arg:"" placeholder:"NUMBER" help:"${bulletin_number}"`
	Output     string `short:"o" required:"" xor:"to" placeholder:"FILE" help:"${output}"`
	Check      bool   `required:"" xor:"to" help:"${bulletin_check}"`
	Format     string `xor:"what" placeholder:"FORMAT" help:"${bulletin_format}"`
	Recipients bool   `xor:"what" help:"${bulletin_recipients}"`
	AsIs       bool   `help:"${bulletin_as_is}"`
}

// gapOut is a gap as programs read it, with its words.
type gapOut struct {
	app.BulletinGap
	Message string `json:"message"`
}

// Run writes an issue of the newsletter or the list of those who may get it, or says what the issue lacks.
func (c *bulletinCmd) Run(s *session) error {
	open := s.noting
	if c.Check {
		open = s.reading
	}
	return open(func(w *app.Workspace) error {
		params := app.BulletinParams{Bulletin: c.Number, Lang: s.p.Lang(), File: c.Output, Format: c.Format, AsIs: c.AsIs}
		switch {
		case c.Check:
			return c.check(s, w)
		case c.Recipients:
			return c.recipients(s, w, params)
		}
		result, err := w.Bulletins.Write(s.ctx, params)
		if err != nil {
			return err
		}
		gaps := gapsOut(s, result.Gaps)
		out := map[string]any{"path": result.Path, "format": result.Format, "gaps": gaps}
		return s.result(out, func(to io.Writer) {
			fmt.Fprintln(to, s.p.T("cli.bulletin.done", "File", result.Path))
			printGaps(s, to, gaps, "cli.bulletin.as_is")
		})
	})
}

func (c *bulletinCmd) check(s *session, w *app.Workspace) error {
	b, err := w.Bulletins.Find(s.ctx, c.Number)
	if err != nil {
		return err
	}
	gaps, err := w.Bulletins.Gaps(s.ctx, b, s.p.Lang())
	if err != nil {
		return err
	}
	out := gapsOut(s, gaps)
	return s.result(out, func(to io.Writer) {
		if len(out) == 0 {
			fmt.Fprintln(to, s.p.T("cli.bulletin.complete"))
		}
		printGaps(s, to, out, "cli.bulletin.must")
	})
}

func gapsOut(s *session, gaps []app.BulletinGap) []gapOut {
	out := make([]gapOut, 0, len(gaps))
	for _, g := range gaps {
		out = append(out, gapOut{g, app.TellProblem(s.p, g.Problem(s.p)).Message})
	}
	return out
}

// printGaps prints first what has to be decided, under that title, then what an issue may do without.
func printGaps(s *session, to io.Writer, gaps []gapOut, must string) {
	for _, part := range []struct {
		title  string
		refuse bool
	}{{must, true}, {"cli.bulletin.may", false}} {
		said := false
		for _, g := range gaps {
			if g.Refuse != part.refuse {
				continue
			}
			if !said {
				fmt.Fprintln(to, s.p.T(part.title))
				said = true
			}
			fmt.Fprintln(to, "  "+g.Message)
		}
	}
}

// recipients writes who may get the issue; the others are counted.
//
//i18n:prefix bulletin.reason.
func (c *bulletinCmd) recipients(s *session, w *app.Workspace, params app.BulletinParams) error {
	result, err := w.Bulletins.Recipients(s.ctx, params)
	if err != nil {
		return err
	}
	return s.result(result, func(to io.Writer) {
		fmt.Fprintln(to, s.p.T("cli.bulletin.recipients", "N", s.p.Number(result.Recipients), "File", result.Path))
		var rows [][]string
		for _, reason := range app.RecipientReasons() {
			if n := result.Others[reason]; n > 0 {
				rows = append(rows, []string{"  " + s.p.T("bulletin.reason."+string(reason)), s.p.Number(n)})
			}
		}
		table(to, nil, rows)
	})
}
