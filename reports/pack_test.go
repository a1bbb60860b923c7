package reports

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// shown is small with evidence of every kind, and a file for each.
func shown(t testing.TB) *memory {
	m := small(t)
	m.evidence, m.files = nil, map[string]string{}
	for i, kind := range slices.Concat(data.EvidenceKind.Words, []string{"photographs", "agenda", "agenda"}) {
		v := &data.Evidence{Event: "e2", Kind: kind, FileName: fmt.Sprintf("Maria Papadopoulou %d.PDF", i)}
		v.ID = fmt.Sprintf("v%02d", i)
		content := kind + v.ID
		sum := sha256.Sum256([]byte(content))
		v.File = hex.EncodeToString(sum[:])
		m.files[v.File] = content
		m.evidence = append(m.evidence, v)
	}
	n := len(m.evidence)
	m.evidence[n-3].ConsentChecked = true
	m.evidence[n-2].Event = "elsewhere"
	m.evidence[n-1].File = ""
	return m
}

// unpacked is a pack that was written and opened again.
type unpacked struct {
	t      testing.TB
	path   string
	result Result
	names  []string
	files  map[string][]byte
}

func pack1(t testing.TB, src Source, o Options) *unpacked {
	t.Helper()
	u := &unpacked{t: t, path: filepath.Join(t.TempDir(), "pack.zip"), files: map[string][]byte{}}
	var err error
	if u.result, err = Write(t.Context(), src, "pack", o, u.path, nil); err != nil {
		t.Fatalf("%+v", err)
	}
	archive, err := zip.OpenReader(u.path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = archive.Close() }()
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		u.names, u.files[f.Name] = append(u.names, f.Name), b
	}
	return u
}

func (u *unpacked) table(name string, separator rune) [][]string {
	u.t.Helper()
	content, marked := bytes.CutPrefix(u.files[name], []byte("\ufeff"))
	in := csv.NewReader(bytes.NewReader(content))
	in.Comma = separator
	rows, err := in.ReadAll()
	if err != nil || !marked || len(rows) == 0 {
		u.t.Fatalf("%s: %v %v", name, rows, err)
	}
	return rows
}

func TestPackHoldsWhatItLists(t *testing.T) {
	for _, lang := range data.Languages {
		u := pack1(t, shown(t), options(lang))
		separator := ';'
		if lang == "en" {
			separator = ','
		}
		rows := u.table("index.csv", separator)[1:]
		if len(rows) != len(u.names)-1 || len(u.result.Parts) != len(u.names) {
			t.Fatalf("%s: %d files, %d listed, %d told", lang, len(u.names), len(rows), len(u.result.Parts))
		}
		for i, p := range u.result.Parts {
			sum := sha256.Sum256(u.files[p.Name])
			if p.Name != u.names[i] || p.Size != int64(len(u.files[p.Name])) || p.SHA256 != hex.EncodeToString(sum[:]) {
				t.Errorf("%s: %+v", lang, p)
			}
		}
		for _, row := range rows {
			sum := sha256.Sum256(u.files[row[0]])
			if u.files[row[0]] == nil || row[2] != fmt.Sprint(len(u.files[row[0]])) || row[3] != hex.EncodeToString(sum[:]) || row[1] == "" {
				t.Errorf("%s: %q", lang, row)
			}
		}
		readme := string(u.files["README.txt"])
		for _, name := range u.names[2:] {
			if !strings.Contains(readme, "- "+name+" (") {
				t.Errorf("%s: README does not name %s", lang, name)
			}
		}
		if strings.Contains(strings.ReplaceAll(readme, "\r\n", ""), "\n") || !strings.HasPrefix(readme, "\ufeff") || strings.Contains(readme, "…") {
			t.Errorf("%s: %q", lang, readme)
		}
	}
}

func TestPackOrderAndNames(t *testing.T) {
	u := pack1(t, shown(t), options("en"))
	var others []string
	for _, name := range u.names {
		if path.Dir(name) != "csv" {
			others = append(others, name)
		}
	}
	want := []string{
		"README.txt", "index.csv", "EXAMPLE-D2.1.xlsx", "EXAMPLE-D2.1.pdf", "event-sheets/IT-01-2025-05-22.pdf", "event-sheets/EL-03-2025-06-02.pdf",
		"evidence/EL-03/invitation-1.pdf", "evidence/EL-03/agenda-1.pdf", "evidence/EL-03/photographs-1.pdf", "evidence/EL-03/presentation-1.pdf",
		"evidence/EL-03/minutes-1.pdf", "evidence/EL-03/evaluation-1.pdf", "evidence/EL-03/press-1.pdf", "evidence/EL-03/other-1.pdf",
	}
	if !slices.Equal(others, want) {
		t.Errorf("%q", others)
	}
	if got := string(u.files["evidence/EL-03/photographs-1.pdf"]); got != "photographsv11" {
		t.Errorf("the photograph without consent went along: %q", got)
	}
	for name, b := range u.files {
		if strings.Contains(name, "Maria") || bytes.Contains(b, []byte("Papadopoulou")) {
			t.Errorf("%s holds the name in the name of a file", name)
		}
		if end := path.Ext(name); end == ".pdf" && path.Dir(name) != "evidence/EL-03" && !bytes.HasPrefix(b, []byte("%PDF-")) {
			t.Errorf("%s is no PDF", name)
		}
	}
	readme := string(u.files["README.txt"])
	for _, line := range []string{
		"- Signed attendance list: 1, kept", "- Consent forms: 1, kept", "- Photographs: 1, because the consent", "- Screenshot: 1, because", "- Agenda: 1, on paper",
	} {
		if !strings.Contains(readme, line) {
			t.Errorf("README does not say %q: %s", line, readme)
		}
	}
}

// The tables say what the workbook says.
func TestPackTablesAreThoseOfTheWorkbook(t *testing.T) {
	o := options("fr")
	u := pack1(t, sampleProject(t), o)
	alone := write(t, sampleProject(t), o)
	inside := filepath.Join(t.TempDir(), "inside.xlsx")
	if err := os.WriteFile(inside, u.files["PRIMACENTERS-D2.1.xlsx"], 0o600); err != nil {
		t.Fatal(err)
	}
	if a, _ := os.ReadFile(alone.path); !bytes.Equal(a, u.files["PRIMACENTERS-D2.1.xlsx"]) {
		t.Error("the workbook is not the one that the deliverable is")
	}
	w := reopen(t, inside)
	sheet := o.Printer.T("report.sheet.events")
	want := w.table(sheet, o.Printer.FieldShort("number"), o.Printer.T("report.total"))
	want = want[:len(want)-1] // the total is not in the table for programs
	rows := u.table("csv/events.csv", ';')
	if len(rows)-1 != len(want) || len(want) == 0 {
		t.Fatalf("%d rows, %d in the workbook", len(rows)-1, len(want))
	}
	header := rows[0]
	compared := 0
	for i, row := range rows[1:] {
		for c, title := range header {
			if row[c] == "" || strings.Count(row[c], "-") == 2 {
				continue // days are numbers in a workbook
			}
			if got := want[i][title]; got != row[c] {
				t.Errorf("%s of %s: %q, %q in the workbook", title, row[0], row[c], got)
			}
			compared++
		}
	}
	if compared < 40 {
		t.Errorf("only %d cells were compared", compared)
	}
}

func TestPackIsTheSameAgain(t *testing.T) {
	a, b := pack1(t, shown(t), options("el")), pack1(t, shown(t), options("el"))
	one, _ := os.ReadFile(a.path)
	two, _ := os.ReadFile(b.path)
	if !bytes.Equal(one, two) || len(one) == 0 {
		t.Error("the same project gave other bytes")
	}
}

func TestPackSeparator(t *testing.T) {
	for word, want := range Separators {
		o := options("en")
		o.Separator = word
		if rows := pack1(t, small(t), o).table("csv/events.csv", want); len(rows) != 3 || len(rows[0]) < 10 {
			t.Errorf("%q: %q", word, rows)
		}
	}
	o := options("en")
	o.Separator = "|"
	if _, err := Write(t.Context(), small(t), "pack", o, filepath.Join(t.TempDir(), "x.zip"), nil); codeOf(t, err).Code != "report.separator" {
		t.Error(err)
	}
}

func TestPackOfAnEmptyProject(t *testing.T) {
	u := pack1(t, &memory{project: &data.Project{Acronym: "CON"}}, options("it"))
	if !slices.Contains(u.names, "CON-events.xlsx") || len(u.result.Parts) < 10 {
		t.Errorf("%q", u.names)
	}
	for _, name := range u.names {
		if strings.HasPrefix(name, "event-sheets/") {
			t.Errorf("%s of no event", name)
		}
	}
}

func TestHostilePack(t *testing.T) {
	m := shown(t)
	m.project.Acronym = "../../a\\b:c*?\"<>|"
	m.events[0].Number, m.events[1].Number = "=cmd|' /C calc'!A0", "CON"
	m.events[0].City = "=HYPERLINK(\"http://example.org\")"
	m.organisations[0].Name = "@evil;\"\r\n=1+1"
	m.event("e3", "con", strings.Repeat("😀", 40_000), "GR", "x", "2025-06-02")
	m.counts("e3", 1, 1, 0, 0, map[string]int{"GR": 2})
	m.evidence[0].FileName = "evil.pdf.exe/../../x"
	u := pack1(t, m, options("en"))
	seen := map[string]bool{}
	for _, name := range u.names {
		if seen[strings.ToLower(name)] || strings.ContainsAny(name, `\:*?"<>|`) || strings.Contains(name, "..") || path.IsAbs(name) || len(name) > 150 {
			t.Errorf("%q", name)
		}
		seen[strings.ToLower(name)] = true
		for part := range strings.SplitSeq(name, "/") {
			stem, _, _ := strings.Cut(strings.ToLower(part), ".")
			if slices.Contains(devices, stem) {
				t.Errorf("%q is a device of Windows", name)
			}
		}
		if path.Ext(name) != ".csv" {
			continue
		}
		for _, row := range u.table(name, ',') {
			for _, cell := range row {
				if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) {
					t.Errorf("%s: %q would be calculated", name, cell)
				}
			}
		}
	}
	if !strings.Contains(string(u.files["README.txt"]), "😀") {
		t.Error("what the PDF cannot show is not told")
	}
}

func TestSafeNames(t *testing.T) {
	for text, want := range map[string]string{
		"EL-03": "EL-03", "": "other", "...": "other", "a/b\\c:d": "a-b-c-d", "nul": "_nul", "COM1.x": "_COM1.x", "Ελλάδα 1": "Ελλάδα-1", "-a-": "a",
		strings.Repeat("x", 100): strings.Repeat("x", longestName),
	} {
		if got := safeName(text, "other"); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
	for name, want := range map[string]string{"a.PDF": ".pdf", "a": "", "a.": "", "a.p/df": "", "a.tar.gz": ".gz", "a.verylongending": "", "a.é": "", ".jpg": ".jpg"} {
		if got := ending(name); got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
}
