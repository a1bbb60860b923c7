package cli

import (
	"fmt"
	"io"

	"primadesk/app"
	"primadesk/data"
)

type privacyCmd struct {
	Scan scanCmd `cmd:"" help:"${privacy_scan}"`
}

type scanCmd struct {
	File string `arg:"" placeholder:"FILE" help:"${privacy_file}"`
}

// scanOut is a scan's result as programs read it.
type scanOut struct {
	File     string               `json:"file"`
	Clean    bool                 `json:"clean"`
	Findings []app.PrivacyFinding `json:"findings"`
	More     int                  `json:"more"`
	Unread   []app.PrivacyUnread  `json:"unread"`
	Parts    int                  `json:"parts"`
	Pictures int                  `json:"pictures"`
}

// Run looks for personal data in a file that may leave. What was found, or could not be read, refuses.
func (c *scanCmd) Run(s *session) error {
	return s.reading(func(w *app.Workspace) error {
		r, err := w.Privacy.Scan(s.ctx, c.File)
		if err != nil {
			return err
		}
		out := scanOut{c.File, r.Clean(), append([]app.PrivacyFinding{}, r.Findings...), r.More, append([]app.PrivacyUnread{}, r.Unread...), r.Parts, r.Pictures}
		if err := s.result(out, func(to io.Writer) { s.printScan(to, out) }); err != nil {
			return err
		}
		switch n := len(r.Findings) + r.More; {
		case n > 0:
			return data.Fail("privacy.found", "File", c.File, "N", n)
		case len(r.Unread) > 0:
			return data.Fail("privacy.unread", "File", c.File, "N", len(r.Unread))
		}
		return nil
	})
}

func (s *session) printScan(to io.Writer, out scanOut) {
	for _, f := range out.Findings {
		fmt.Fprintln(to, s.pair(app.TellPrivacyFinding(s.p, f)))
	}
	if out.More > 0 {
		fmt.Fprintln(to, s.p.T("scan.more", "Count", s.p.Number(out.More)))
	}
	for _, u := range out.Unread {
		fmt.Fprintln(to, s.pair(app.TellPrivacyUnread(s.p, u)))
	}
	if out.Pictures > 0 {
		fmt.Fprintln(to, s.p.T("scan.pictures", "Count", s.p.Number(out.Pictures)))
	}
	if out.Clean {
		fmt.Fprintln(to, s.p.T("scan.clean", "File", out.File))
	}
}
