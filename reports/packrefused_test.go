package reports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/reports/workbook"
)

func TestFinalPackWantsEverythingReady(t *testing.T) {
	m := shown(t)
	m.findings = []data.Finding{
		{Severity: data.Warning, Code: "event.no_number", Entity: "event", Record: "e1", Title: "a warning"},
		{Severity: data.Severe, Code: "event.no_date", Entity: "event", Record: "elsewhere", Title: "of another event"},
		{Severity: data.Severe, Code: "photographs.no_consent", Entity: "evidence", Record: "v12", Title: "of evidence elsewhere"},
	}
	o := options("en")
	o.Final = true
	file := filepath.Join(t.TempDir(), "final.zip")
	if _, err := Write(t.Context(), m, "pack", o, file, nil); err != nil {
		t.Fatalf("what does not concern it stops it: %v", err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	m.findings = append(m.findings,
		data.Finding{Severity: data.Severe, Code: "event.no_country", Entity: "event", Record: "e2", Title: "EL-03"},
		data.Finding{Severity: data.Severe, Code: "photographs.no_consent", Entity: "evidence", Record: "v04", Title: "a photograph"},
	)
	_, err := Write(t.Context(), m, "pack", o, file, nil)
	refused := codeOf(t, err)
	if refused.Code != "report.unready" || len(refused.Details) != 2 || refused.Details[0].Record != "e2" {
		t.Errorf("%+v", refused)
	}
	nothingIn(t, filepath.Dir(file))
	o.Final = false
	if _, err := Write(t.Context(), m, "pack", o, file, nil); err != nil {
		t.Errorf("a draft is stopped: %v", err)
	}
}

// nothingIn wants an empty folder: no pack, and nothing that was to be one.
func nothingIn(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

// searcher finds a word in any file, and says in which it looked.
type searcher struct {
	word   string
	looked []string
	err    error
}

func (s *searcher) Scan(_ context.Context, name string, content io.ReaderAt, size int64) ([]Leak, error) {
	s.looked = append(s.looked, name)
	b, err := io.ReadAll(io.NewSectionReader(content, 0, size))
	if err != nil {
		return nil, err
	}
	if i := bytes.Index(b, []byte(s.word)); i >= 0 {
		return []Leak{{Place: fmt.Sprint("byte ", i), Kind: "name", Text: "M***"}}, s.err
	}
	return nil, s.err
}

func TestPersonalDataStopThePack(t *testing.T) {
	m := shown(t)
	o := options("en")
	s := &searcher{word: "nowhere to be found"}
	o.Scanner = s
	u := pack1(t, m, o)
	if slices.Sort(s.looked); !slices.Equal(s.looked, slices.Sorted(slices.Values(u.names))) {
		t.Errorf("looked into %q of %q", s.looked, u.names)
	}
	folder := t.TempDir()
	o.Scanner = &searcher{word: "minutesv"}
	_, err := Write(t.Context(), m, "pack", o, filepath.Join(folder, "x.zip"), nil)
	refused := codeOf(t, err)
	if refused.Code != "report.personal" || len(refused.Details) != 1 || refused.Details[0].Args[1] != "evidence/EL-03/minutes-1.pdf" || refused.Details[0].Args[3] != "byte 0" {
		t.Errorf("%+v", refused)
	}
	broken := errors.New("broken")
	o.Scanner = &searcher{word: "x", err: broken}
	if _, err := Write(t.Context(), m, "pack", o, filepath.Join(folder, "x.zip"), nil); !errors.Is(err, broken) {
		t.Error(err)
	}
	nothingIn(t, folder)
	o.WithPersonalData = true
	o.Scanner = &searcher{word: "minutesv"}
	with := pack1(t, m, o)
	if !slices.Contains(with.names, "csv/contacts.csv") || slices.Contains(with.names, "evidence/EL-03/signed_list-1.pdf") {
		t.Errorf("with personal data: %q", with.names)
	}
	if !strings.Contains(string(with.files["csv/contacts.csv"]), "person1@example.org") || slices.Contains(u.names, "csv/contacts.csv") {
		t.Error("contacts are where they were not asked for, or not where they were")
	}
}

func TestPackIsWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "x.zip")
	m := shown(t)
	for sha := range m.files {
		if m.files[sha] == "pressv08" {
			delete(m.files, sha)
		}
	}
	if _, err := Write(t.Context(), m, "pack", options("en"), file, nil); codeOf(t, err).Code != "evidence.missing" {
		t.Error(err)
	}
	nothingIn(t, folder)
	ctx, cancel := context.WithCancel(t.Context())
	steps := 0
	_, err := Write(ctx, shown(t), "pack", options("en"), file, func(done, total int, _ string) {
		if steps++; done > total {
			t.Errorf("%d of %d", done, total)
		}
		if steps == 6 {
			cancel()
		}
	})
	if known, ok := errors.AsType[*workbook.Error](err); !ok || known.Code != workbook.CodeCancelled || known.Path != file {
		t.Error(err)
	}
	nothingIn(t, folder)
	if _, err := Write(t.Context(), shown(t), "pack", options("en"), filepath.Join(folder, "no", "x.zip"), nil); err == nil {
		t.Error("written into a folder that is not there")
	}
}
