package bulletin

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/reports/docx"
	"primadesk/reports/publish"
)

// Format is a kind of file; its word is the ending too.
type Format string

// The formats.
const (
	FormatHTML     Format = "html"
	FormatWord     Format = "docx"
	FormatMarkdown Format = "md"
)

// Formats are all of them, in the order in which they are offered.
var Formats = []Format{FormatHTML, FormatWord, FormatMarkdown}

// Endings are those that a file of the format may have; Markdown is plain text.
func (f Format) Endings() []string {
	switch f {
	case FormatHTML:
		return []string{".html", ".htm"}
	case FormatWord:
		return []string{".docx"}
	}
	return []string{".md", ".markdown", ".txt"}
}

// FormatFor is the format asked for, or that of a file's ending. Error: "bulletin.format".
func FormatFor(asked, file string) (Format, error) {
	word := strings.ToLower(asked)
	if word == "" {
		word = strings.ToLower(strings.TrimPrefix(filepath.Ext(file), "."))
	}
	switch word {
	case "html", "htm":
		return FormatHTML, nil
	case "docx":
		return FormatWord, nil
	case "md", "markdown":
		return FormatMarkdown, nil
	}
	return "", data.Fail("bulletin.format", "Value", word)
}

// Params is an issue to be written.
type Params struct {
	Issue   Issue
	Printer *i18n.Printer
	Path    string
	Format  Format
	// AsIs writes it although texts are missing, stale or in another language, which is then marked.
	AsIs    bool
	Stamp   Stamp
	Scratch string // a private folder for temporary parts; "" is the folder of the file
}

// Write writes an issue into a file, whole or not at all, and gives what it lacks.
//
// Errors: "bulletin.gaps" with every gap for which it refuses, the context's, or of the file system.
func Write(ctx context.Context, p Params) ([]Gap, error) {
	gaps := Gaps(p.Issue, p.Printer.Lang())
	if refuse := Refusals(gaps); len(refuse) > 0 && !p.AsIs {
		failed := &data.Error{Code: "bulletin.gaps", Args: []any{"N", len(refuse)}}
		for _, gap := range refuse {
			failed.Details = append(failed.Details, gap.Problem(p.Printer))
		}
		return gaps, failed
	}
	if p.Format == FormatWord {
		document, err := Word(p.Issue, p.Printer, p.Stamp)
		if err != nil {
			return gaps, err
		}
		return gaps, docx.WriteFile(ctx, p.Path, document, p.Scratch)
	}
	written := HTML
	if p.Format == FormatMarkdown {
		written = Markdown
	}
	content, err := written(p.Issue, p.Printer)
	if err != nil {
		return gaps, err
	}
	return gaps, publish.File(p.Path, p.Scratch, func(out io.Writer, _ *publish.Room) error {
		if _, err := io.WriteString(out, content); err != nil {
			return err
		}
		return ctx.Err()
	})
}
