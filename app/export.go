package app

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
)

// ExportParams says what is exported and how.
type ExportParams struct {
	Entity string // a name, or "all" (jsonl only)
	Format string // jsonl, csv or xlsx
	File   string // empty: Out
	Out    io.Writer
	Lang   string
	Where  []Cond // narrows one entity
	Search string
}

// Export writes records out. "all" as jsonl is canonical: a fixed order of entities,
// records by id, fields as declared; no journal, no trash, no stamps, no bytes of
// evidence. Put into an empty workspace and exported again it gives the same bytes.
func (r *Records) Export(ctx context.Context, p ExportParams) error {
	entities := data.Entities()
	if p.Entity != "all" {
		e, ok := data.EntityNamed(p.Entity)
		if !ok {
			return data.Fail("query.entity", "Entity", p.Entity)
		}
		entities = []*data.Entity{e}
	}
	if p.Entity == "all" && p.Format != "jsonl" {
		return data.Fail("export.all", "Format", p.Format)
	}
	if p.File == "" && p.Format == "xlsx" {
		return data.Fail("export.file", "Format", p.Format)
	}
	batch, err := r.w.store.LastBatch(ctx)
	if err != nil {
		return err
	}
	if p.Format == "xlsx" {
		err = r.exportWorkbook(ctx, entities[0], p)
	} else {
		err = r.exportLinesOrTable(ctx, entities, p)
	}
	if err == nil && p.File != "" {
		r.w.Reports.remember(Written{
			Path: p.File, Report: WrittenExport, Lang: i18n.For(p.Lang).Lang(), Batch: batch, Options: WrittenOptions{Entity: p.Entity},
		})
	}
	return err
}

func (r *Records) exportLinesOrTable(ctx context.Context, entities []*data.Entity, p ExportParams) error {
	write := func(w io.Writer) error {
		out := bufio.NewWriterSize(w, 1<<16)
		if err := r.exportText(ctx, entities, p, out); err != nil {
			return err
		}
		return out.Flush()
	}
	if p.File == "" {
		return write(p.Out)
	}
	return r.w.writeWith(p.File, write)
}

func (r *Records) exportText(ctx context.Context, entities []*data.Entity, p ExportParams, out io.Writer) error {
	return r.w.store.Read(ctx, func(reader *store.Reader) error {
		for _, e := range entities {
			q := store.Query{Entity: e.Name, Where: p.Where, Search: p.Search}
			var err error
			switch p.Format {
			case "jsonl":
				err = exportLines(reader, q, out)
			case "csv":
				err = r.exportCSV(ctx, reader, e, q, p.Lang, out)
			default:
				err = data.Fail("export.format", "Format", p.Format)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func exportLines(r *store.Reader, q store.Query, out io.Writer) error {
	var line []byte
	for rec, err := range r.Each(q) {
		if err != nil {
			return err
		}
		if line, err = data.AppendJSON(line[:0], rec); err != nil {
			return fmt.Errorf("%s %s: %w", q.Entity, rec.Head().ID, err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// exportCSV writes field ids as its header and codes as values: a table for programs.
// It separates as the settings say, else as spreadsheets of the language do, begins with a byte order mark, so
// that they read it as UTF-8, and defuses text that they would take for a formula.
func (r *Records) exportCSV(ctx context.Context, reader *store.Reader, e *data.Entity, q store.Query, lang string, out io.Writer) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true // RFC 4180
	w.Comma = r.w.Settings.CSVComma(lang)
	view, err := r.w.Viewer(ctx, lang)
	if err != nil {
		return err
	}
	row := []string{"id"}
	for i := range e.Columns {
		row = append(row, e.Columns[i].ID)
	}
	if err := w.Write(row); err != nil {
		return err
	}
	for rec, err := range reader.Each(q) {
		if err != nil {
			return err
		}
		row[0] = rec.Head().ID
		for i := range e.Columns {
			row[i+1] = defuse(view.Plain(&e.Columns[i], rec))
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// defuse keeps a spreadsheet from running a text: one that begins like a formula gets
// an apostrophe before it. Signed numbers and telephone numbers stay as they are.
func defuse(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if (s[0] == '+' || s[0] == '-') && strings.Trim(s[1:], "0123456789 .,()/-") == "" {
		return s
	}
	return "'" + s
}
