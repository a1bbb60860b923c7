package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"primadesk/app"
)

// result prints what a command gives: one JSON value with --json, else text.
func (s *session) result(v any, text func(io.Writer)) error {
	if s.words.JSON {
		enc := json.NewEncoder(s.streams.Out)
		enc.SetEscapeHTML(false)
		return enc.Encode(v)
	}
	if !s.words.Quiet {
		text(s.streams.Out)
	}
	return nil
}

// say prints one text of the catalogue.
func (s *session) say(id string, args ...any) func(io.Writer) {
	return func(w io.Writer) { fmt.Fprintln(w, s.p.T(id, args...)) }
}

// fail prints an error on the error stream and gives the exit status.
func (s *session) fail(err error, asJSON bool) int {
	told := app.Tell(s.p, err)
	if asJSON {
		enc := json.NewEncoder(s.streams.Err)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(map[string]app.Told{"error": told}) // nothing is left to tell it to
	} else {
		fmt.Fprintln(s.streams.Err, "primadesk:", told.Message)
		for _, d := range told.Details {
			fmt.Fprintln(s.streams.Err, "  "+s.placed(d))
		}
	}
	if app.Refused(err) {
		return ExitRefused
	}
	return ExitFailed
}

// placed is a detail with where it is.
func (s *session) placed(d app.Detail) string {
	var parts []string
	if d.File != "" {
		parts = append(parts, d.File)
	}
	if d.Row > 0 {
		parts = append(parts, s.p.T("cli.row", "N", d.Row))
	}
	if len(parts) == 0 && d.Record != "" {
		parts = append(parts, d.Record)
	}
	if len(parts) == 0 {
		return d.Message
	}
	return s.pair(strings.Join(parts, ", "), d.Message)
}

// pair is a name and what is said of it, with the colon as the language sets it.
func (s *session) pair(name, text string) string {
	return s.p.T("cli.pair", "Name", name, "Text", text)
}

// widest is how many characters a column of a printed table takes at most.
const widest = 44

// table prints rows in columns. A header that is nil is left out.
func table(w io.Writer, header []string, rows [][]string) {
	if header != nil {
		rows = append([][]string{header}, rows...)
	}
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], min(utf8.RuneCountInString(oneLine(cell)), widest))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			cell = shorten(oneLine(cell))
			b.WriteString(cell)
			if i < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= widest {
		return s
	}
	return string([]rune(s)[:widest-1]) + "…"
}
