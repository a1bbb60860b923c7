package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func writeSample(t *testing.T, w Workbook) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.xlsx")
	if err := WriteFile(t.Context(), path, w, Options{}); err != nil {
		t.Fatal(err)
	}
	// To be looked at by hand and put through a validator.
	if keep := os.Getenv("WORKBOOK_KEEP"); keep != "" {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(keep, filepath.Base(t.Name())+".xlsx"), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestSampleIsTheSameBytesEveryTime(t *testing.T) {
	var first []byte
	for range 8 {
		var out bytes.Buffer
		if err := Write(t.Context(), &out, sampleWorkbook(t), Options{Scratch: t.TempDir()}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Fatal("two runs gave different bytes")
		}
	}
	path := writeSample(t, sampleWorkbook(t))
	if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, first) {
		t.Fatalf("the file is not what Write gives: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
}

// numbersSheet is a register of one column with so many rows, and then perhaps an error.
func numbersSheet(rows int, last error) Workbook {
	sequence := func(yield func(int, error) bool) {
		for n := range rows {
			if !yield(n, nil) {
				return
			}
		}
		if last != nil {
			yield(0, last)
		}
	}
	return Workbook{Sheets: []Sheet{{Name: "Numbers", Blocks: []Block{Table[int]{ID: "n", Rows: sequence, Expected: rows, Columns: []Column[int]{
		{ID: "n", Header: "N", Kind: KindInt, Value: func(n int) Cell { return Int(n) }, Total: Sum()},
	}}}}}}
}

func code(err error) Code {
	if known, ok := errors.AsType[*Error](err); ok {
		return known.Code
	}
	return ""
}

var errSource = errors.New("the source broke")

// failures are ways in which writing ends early.
var failures = []struct {
	name  string
	write func(t *testing.T, path string) error
	code  Code
	cause error
}{
	{"rows fail", func(t *testing.T, path string) error {
		return WriteFile(t.Context(), path, numbersSheet(700, errSource), Options{})
	}, CodeRows, errSource},
	{"rows were cancelled", func(t *testing.T, path string) error {
		return WriteFile(t.Context(), path, numbersSheet(3, fmt.Errorf("reading: %w", context.Canceled)), Options{})
	}, CodeCancelled, context.Canceled},
	{"cancelled before", func(t *testing.T, path string) error {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		return WriteFile(ctx, path, numbersSheet(3, nil), Options{})
	}, CodeCancelled, context.Canceled},
	{"cancelled while rows go by", func(t *testing.T, path string) error {
		ctx, cancel := context.WithCancel(t.Context())
		return WriteFile(ctx, path, numbersSheet(5000, nil), Options{Progress: func(done, _ int, _ string) {
			if done > 1000 {
				cancel()
			}
		}})
	}, CodeCancelled, context.Canceled},
	{"cancelled while it is packed", func(t *testing.T, path string) error {
		ctx, cancel := context.WithCancel(t.Context())
		return WriteFile(ctx, path, numbersSheet(5000, nil), Options{Progress: func(done, _ int, _ string) {
			if done > 5001 {
				cancel()
			}
		}})
	}, CodeCancelled, context.Canceled},
	{"wrong declaration", func(t *testing.T, path string) error {
		return WriteFile(t.Context(), path, Workbook{}, Options{})
	}, CodeInvalid, nil},
}

func TestFailuresLeaveWhatWasThere(t *testing.T) {
	for _, c := range failures {
		for _, existing := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, existing %v", c.name, existing), func(t *testing.T) {
				folder := t.TempDir()
				path := filepath.Join(folder, "report.xlsx")
				left := 0
				if existing {
					left = 1
					if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				err := c.write(t, path)
				if code(err) != c.code || c.cause != nil && !errors.Is(err, c.cause) {
					t.Fatalf("error %v, want %s", err, c.code)
				}
				if known, _ := errors.AsType[*Error](err); known.Path != path {
					t.Errorf("path %q in the error", known.Path)
				}
				entries, err := os.ReadDir(folder)
				if err != nil || len(entries) != left {
					t.Fatalf("left behind: %v %v", entries, err)
				}
				if text, _ := os.ReadFile(path); existing && string(text) != "before" {
					t.Errorf("the old file is now %q", text)
				}
			})
		}
	}
}

func TestReplacingKeepsTheModeAndTheLink(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "real.xlsx"), filepath.Join(folder, "link.xlsx")
	if err := os.WriteFile(path, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(t.Context(), link, numbersSheet(2, nil), Options{}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 || info.Size() < 1000 {
		t.Errorf("mode %v, size %d", info.Mode(), info.Size())
	}
}

func TestPlacesThatCannotBeWrittenTo(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "plain")
	protected := filepath.Join(folder, "protected.xlsx")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.WriteFile(protected, []byte("before"), 0o400)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]Code{
		filepath.Join(folder, "none", "x.xlsx"): CodeNoFolder,
		filepath.Join(file, "x.xlsx"):           CodeNoFolder,
		protected:                               CodeReadOnly,
		folder:                                  CodeWrite,
	} {
		if err := WriteFile(t.Context(), path, numbersSheet(1, nil), Options{Scratch: folder}); code(err) != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	if text, err := os.ReadFile(protected); err != nil || string(text) != "before" {
		t.Errorf("the protected file is now %q", text)
	}
}

// brokenWriter takes so many bytes and then fails.
type brokenWriter struct {
	left int
	err  error
}

func (w *brokenWriter) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, w.err
	}
	return len(b), nil
}

func TestCausesHaveCodes(t *testing.T) {
	for cause, want := range map[error]Code{
		syscall.ENOSPC:   CodeDiskFull,
		syscall.EROFS:    CodeReadOnly,
		syscall.EACCES:   CodeReadOnly,
		syscall.ENOENT:   CodeNoFolder,
		io.ErrShortWrite: CodeWrite,
	} {
		for _, room := range []int{0, 3000} {
			err := Write(t.Context(), &brokenWriter{room, &os.PathError{Op: "write", Path: "x", Err: cause}}, sampleWorkbook(t), Options{Scratch: t.TempDir()})
			if code(err) != want || !errors.Is(err, cause) {
				t.Errorf("%v after %d bytes: %v, want %s", cause, room, err, want)
			}
		}
	}
}

func TestTooManyRows(t *testing.T) {
	s := &sheet{book: &book{ctx: t.Context()}, row: MaxRows - 1}
	if err := s.next(); err != nil {
		t.Fatalf("the last row: %v", err)
	}
	if err := s.next(); code(err) != CodeTooManyRows {
		t.Fatalf("one row more: %v", err)
	}
}

func TestProgressRisesToItsEnd(t *testing.T) {
	last, end, names := -1, 0, map[string]bool{}
	err := Write(t.Context(), io.Discard, numbersSheet(2000, nil), Options{Scratch: t.TempDir(), Progress: func(done, total int, sheet string) {
		if done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last, end, names[sheet] = done, total, true
	}})
	if err != nil || last != end || end != 2002 || !names["Numbers"] {
		t.Fatalf("%v: %d of %d, %v", err, last, end, names)
	}
}

func TestDeclarationsThatAreWrong(t *testing.T) {
	column := func(id string) Column[int] {
		return Column[int]{ID: id, Header: id, Value: func(n int) Cell { return Int(n) }}
	}
	table := func(id string, columns ...Column[int]) Table[int] {
		return Table[int]{ID: id, Columns: columns, Rows: Of(1, 2)}
	}
	formula := column("a")
	formula.Value = func(int) Cell { return Formula("{b}+1", 2) }
	open := column("a")
	open.Value = func(int) Cell { return Formula("{a", 2) }
	wide := make([]Column[int], 13)
	for i := range wide {
		wide[i] = column(fmt.Sprint(i))
	}
	for name, sheets := range map[string][]Sheet{
		"register without table":   {{Name: "a", Blocks: []Block{Heading{Text: "x"}}}},
		"table without columns":    {{Name: "a", Layout: Stack, Blocks: []Block{table("t")}}},
		"two columns of one name":  {{Name: "a", Blocks: []Block{table("t", column("a"), column("a"))}}},
		"two tables of one name":   {{Name: "a", Layout: Stack, Blocks: []Block{table("t", column("a")), table("t", column("a"))}}},
		"two sheets of one id":     {{Name: "a", Layout: Form}, {Name: "a", Layout: Form}},
		"column without value":     {{Name: "a", Blocks: []Block{table("t", Column[int]{ID: "a"})}}},
		"unknown column":           {{Name: "a", Blocks: []Block{table("t", formula)}}},
		"open brace":               {{Name: "a", Blocks: []Block{table("t", open)}}},
		"table not yet written":    {{Name: "a", Layout: Form, Blocks: []Block{Pairs{Pairs: []Pair{{Value: TotalOf("t", "a")}}}}}},
		"table without totals":     {{Name: "a", Layout: Form, Blocks: []Block{table("t", column("a")), Pairs{Pairs: []Pair{{Value: TotalOf("t", "a")}}}}}},
		"link to nowhere":          {{Name: "a", Layout: Form, Blocks: []Block{Links{Links: []Link{{Text: "x", Sheet: "b"}}}}}},
		"chart of nothing":         {{Name: "a", Layout: Form, Blocks: []Block{Chart{Table: "t"}}}},
		"chart of no such column":  {{Name: "a", Layout: Form, Blocks: []Block{table("t", column("a")), Chart{Table: "t", Category: "b"}}}},
		"picture that is none":     {{Name: "a", Layout: Form, Blocks: []Block{Picture{PNG: []byte("x")}}}},
		"more columns than a form": {{Name: "a", Layout: Form, Blocks: []Block{table("t", wide...)}}},
	} {
		if err := Write(t.Context(), io.Discard, Workbook{Sheets: sheets}, Options{Scratch: t.TempDir()}); code(err) != CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := numbersSheet(1, nil)
	broken.Names = []Name{{Name: "total", Refers: "{x!n}"}}
	if err := Write(t.Context(), io.Discard, broken, Options{Scratch: t.TempDir()}); code(err) != CodeInvalid {
		t.Errorf("name of nothing: %v", err)
	}
}
