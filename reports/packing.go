package reports

import (
	"archive/zip"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"

	"primadesk/data"
	"primadesk/reports/delimited"
	"primadesk/reports/pdf"
	"primadesk/reports/workbook"
)

// Part is a file of a pack.
type Part struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"` // workbook, pdf, table, event_sheet, evidence, index
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// The kinds of part, in the order in which they stand in the pack.
const (
	partIndex      = "index"
	partWorkbook   = "workbook"
	partPDF        = "pdf"
	partTable      = "table"
	partEventSheet = "event_sheet"
	partEvidence   = "evidence"
)

var partKinds = []string{partIndex, partWorkbook, partPDF, partTable, partEventSheet, partEvidence}

// packedPart is a part that is ready in the private folder.
type packedPart struct {
	Part
	file string
	at   int // its place among those of its kind
}

// packing is a pack while it is made: every part in a file of its own, in a private folder, until all are there and looked
// through.
type packing struct {
	*pack
	ctx      context.Context
	folder   string
	made     []packedPart
	names    map[string]bool
	press    pdf.Press
	replaced string // signs that the PDF's font does not have

	progress    Progress
	done, total int
}

// add makes a part. No two names are alike in any case of letters.
func (b *packing) add(kind, name string, write func(io.Writer) error) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	end := path.Ext(name)
	stem := strings.TrimSuffix(name, end)
	for n := 2; b.names[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d%s", stem, n, end)
	}
	b.names[strings.ToLower(name)] = true
	b.tell(name)
	m := packedPart{Part: Part{Name: name, Kind: kind}, file: filepath.Join(b.folder, fmt.Sprintf("part%d", len(b.made)+1)), at: len(b.made)}
	file, err := os.OpenFile(m.file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	bytes := &sized{out: file}
	sum := sha256.New()
	err = write(io.MultiWriter(bytes, sum))
	if closed := file.Close(); err == nil {
		err = closed
	}
	m.Size, m.SHA256 = bytes.n, hex.EncodeToString(sum.Sum(nil))
	b.made = append(b.made, m)
	return err
}

// sized counts bytes.
type sized struct {
	out io.Writer
	n   int64
}

// Write writes and counts.
func (s *sized) Write(p []byte) (int, error) {
	n, err := s.out.Write(p)
	s.n += int64(n)
	return n, err
}

func (b *packing) tell(name string) {
	if b.progress != nil {
		b.progress(b.done, max(b.total, b.done+1), name)
	}
	b.done++
}

// stem is what workbook and PDF are called: "PRIMACENTERS-D2.1".
func (b *packing) stem() string {
	number := "events"
	if x := b.d.subject(); x != nil && x.Number != "" {
		number = x.Number
	}
	return safeName(b.d.project.Acronym+"-"+number, number)
}

func (b *packing) workbook() error {
	return b.add(partWorkbook, b.stem()+".xlsx", func(out io.Writer) error {
		return workbook.Write(b.ctx, out, b.book, workbook.Options{Scratch: b.folder})
	})
}

// again declares the deliverable once more: rows are read once.
func (b *packing) again() (workbook.Workbook, error) { return packed(b.ctx, b.d) }

// packed is the deliverable as it stands in a pack.
func packed(ctx context.Context, d *dossier) (workbook.Workbook, error) {
	book, err := deliverable(ctx, d)
	return d.completed(book), err
}

func (b *packing) pdf() error {
	book, err := b.again()
	if err != nil {
		return err
	}
	return b.add(partPDF, b.stem()+".pdf", func(out io.Writer) error { return b.pages(out, book) })
}

func (b *packing) pages(out io.Writer, book workbook.Workbook) error {
	report, err := b.press.Write(b.ctx, out, book, wordsOf(b.d.p))
	for _, r := range report.Replaced {
		if !strings.ContainsRune(b.replaced, r) {
			b.replaced += string(r)
		}
	}
	return err
}

// tables are those of registers and of the summary. The small ones on pages that are to be read, such as event sheets, hold
// nothing that these do not.
func (b *packing) tables() error {
	book, err := b.again()
	if err != nil {
		return err
	}
	b.tell("csv")
	files := tableFiles{folder: b.folder}
	err = delimited.Write(b.ctx, book, delimited.Options{
		Separator: b.separator, Create: files.create, Only: func(s workbook.Sheet) bool { return s.Layout != workbook.Form },
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(files.list, func(x, y tableFile) int { return cmp.Compare(x.At, y.At) })
	for _, f := range files.list {
		name := safeName(cmp.Or(f.ID, f.Sheet), "table") + ".csv"
		if err := b.add(partTable, path.Join("csv", name), f.copy); err != nil {
			return err
		}
		b.done-- // they are one step
	}
	return nil
}

// tableFiles are CSV files in the order in which they are written.
type tableFiles struct {
	folder string
	list   []tableFile
}

type tableFile struct {
	delimited.Table
	file string
}

func (f *tableFiles) create(t delimited.Table) (io.WriteCloser, error) {
	file := filepath.Join(f.folder, fmt.Sprintf("table%d", len(f.list)+1))
	f.list = append(f.list, tableFile{t, file})
	return os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

func (f tableFile) copy(out io.Writer) error { return copyFile(out, f.file) }

func copyFile(out io.Writer, name string) error {
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	_, err = io.Copy(out, in)
	return err
}

// eventSheets are the forms of the held events, a PDF each.
func (b *packing) eventSheets() error {
	head, err := b.d.letterhead()
	if err != nil {
		return err
	}
	for _, o := range b.d.held {
		book := b.d.frame(joined(" · ", b.d.p.T("report.event.title"), o.Number, b.d.text(&o.Name)))
		book.Names, book.Sheets = nil, []workbook.Sheet{b.d.eventPage(o, head)}
		name := safeName(joined("-", o.Number, string(o.Start.Day())), o.sheet) + ".pdf"
		if err := b.add(partEventSheet, path.Join("event-sheets", name), func(out io.Writer) error { return b.pages(out, book) }); err != nil {
			return err
		}
	}
	return nil
}

// scan looks for personal data in every part, unless they were asked for.
func (b *packing) scan() error {
	if b.d.o.Scanner == nil || b.d.o.WithPersonalData {
		return nil
	}
	var found data.Problems
	for _, m := range b.made {
		leaks, err := b.leaks(m)
		if err != nil {
			return err
		}
		for _, l := range leaks {
			found = append(found, data.Problem{
				Code: "report.personal", Refuse: true, Args: []any{"Part", m.Name, "Place", l.Place, "What", l.Kind, "Text", l.Text},
			})
		}
	}
	if len(found) > 0 {
		return &data.Error{Code: "report.personal", Args: []any{"N", len(found)}, Details: found}
	}
	return nil
}

func (b *packing) leaks(m packedPart) ([]Leak, error) {
	file, err := os.Open(m.file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return b.d.o.Scanner.Scan(b.ctx, m.Name, file, m.Size)
}

// sorted are the parts in the order in which they stand in the pack.
func (b *packing) sorted() []packedPart {
	return slices.SortedFunc(slices.Values(b.made), func(x, y packedPart) int {
		return cmp.Or(cmp.Compare(slices.Index(partKinds, x.Kind), slices.Index(partKinds, y.Kind)), cmp.Compare(x.at, y.at))
	})
}

func (b *packing) list() []Part {
	sorted := b.sorted()
	parts := make([]Part, len(sorted))
	for i, m := range sorted {
		parts[i] = m.Part
	}
	return parts
}

// zip streams the parts into the archive. What is compressed already is stored.
func (b *packing) zip(out io.Writer) error {
	b.tell("zip")
	archive := zip.NewWriter(out)
	archive.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.DefaultCompression) })
	for _, m := range b.sorted() {
		header := &zip.FileHeader{Name: m.Name, Method: zip.Store, Modified: b.d.o.Now.UTC()}
		if end := path.Ext(m.Name); end == ".csv" || end == ".txt" {
			header.Method = zip.Deflate
		}
		to, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if err := copyFile(to, m.file); err != nil {
			return err
		}
	}
	return archive.Close()
}
