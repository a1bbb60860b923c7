package reports

import (
	"fmt"
	"io"
	"strings"

	"primadesk/reports/delimited"
	"primadesk/reports/workbook"
)

// index adds README.txt, which says in words what is in the pack, and index.csv, which lists every other file. Each lists the files
// that are there when it is written, so that their sums can be checked.
func (b *packing) index() error {
	if err := b.add(partIndex, "README.txt", b.readme); err != nil {
		return err
	}
	return b.add(partIndex, "index.csv", b.indexTable)
}

// indexTable is a row a file: its name, what it is, its bytes and their SHA-256.
func (b *packing) indexTable(out io.Writer) error {
	p := b.d.p
	type column = workbook.Column[packedPart]
	table := workbook.Table[packedPart]{ID: "index", Rows: workbook.Of(b.sorted()...), Columns: []column{
		{ID: "file", Header: p.Field("file"), Value: func(m packedPart) workbook.Cell { return workbook.Text(m.Name) }},
		{ID: "kind", Header: p.T("report.pack.content"), Value: func(m packedPart) workbook.Cell { return workbook.Text(b.kindName(m.Kind)) }},
		{ID: "size", Header: p.T("report.pack.bytes"), Kind: workbook.KindInt, Value: func(m packedPart) workbook.Cell { return workbook.Int(int(m.Size)) }},
		{ID: "sha256", Header: "SHA-256", Value: func(m packedPart) workbook.Cell { return workbook.Text(m.SHA256) }},
	}}
	book := workbook.Workbook{Sheets: []workbook.Sheet{{Name: "index", Layout: workbook.Register, Blocks: []workbook.Block{table}}}}
	return delimited.Write(b.ctx, book, delimited.Options{
		Separator: b.separator, Create: func(delimited.Table) (io.WriteCloser, error) { return kept{out}, nil },
	})
}

// kept is a writer that somebody else closes.
type kept struct{ io.Writer }

// Close leaves it open.
func (kept) Close() error { return nil }

// kindName is what a part is, in words.
func (b *packing) kindName(kind string) string { return b.d.p.T("report.pack.part." + kind) } //i18n:prefix report.pack.part.

// readme is text for any program, with the mark that tells it from the old code pages.
func (b *packing) readme(out io.Writer) error {
	d, p := b.d, b.d.p
	lines := []string{d.title(), d.below(), joined(" · ", d.project.GrantNumber, d.spanText(), d.selection())}
	if d.draft {
		lines = append(lines, p.T("report.draft"))
	}
	personal := p.T("report.cover.no_personal_data")
	if d.o.WithPersonalData {
		personal = p.T("report.cover.personal_data")
	}
	lines = append(lines,
		p.T("report.pack.pair", "Label", p.T("report.cover.data_of"), "Value", p.DateTime(d.o.Now.Format("2006-01-02T15:04"))),
		p.T("report.pack.pair", "Label", p.T("report.cover.personal"), "Value", personal),
		"", d.fundingStatement(), d.disclaimer(), "", p.T("report.pack.intro"))
	lines = append(lines, b.readmeParts()...)
	if len(b.left) > 0 {
		lines = append(lines, "", p.T("report.pack.left_out"))
		for _, l := range b.left {
			kind := p.Enum("evidence_kind", l.kind)
			lines = append(lines, "- "+p.T("report.pack.left."+l.reason, "Kind", kind, "Count", p.Number(l.n))) //i18n:prefix report.pack.left.
		}
	}
	if b.replaced != "" {
		lines = append(lines, "", p.T("report.pack.replaced", "Signs", b.replaced))
	}
	_, err := io.WriteString(out, "\ufeff"+strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\r\n")+"\r\n")
	return err
}

// readmeParts lists the files by what they are, each with its SHA-256 below.
func (b *packing) readmeParts() (lines []string) {
	kind := ""
	for _, m := range b.sorted() {
		if m.Kind != kind {
			kind = m.Kind
			lines = append(lines, "", b.kindName(kind))
		}
		lines = append(lines, fmt.Sprintf("- %s (%s)", m.Name, b.d.p.T("report.pack.size", "Size", b.d.p.Number(int(m.Size)))), "  SHA-256 "+m.SHA256)
	}
	return lines
}
