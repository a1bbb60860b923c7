package reports

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// proven is a project whose second event has everything on file, with two files of one name.
func proven(t *testing.T) *memory {
	t.Helper()
	m := small(t)
	m.files, m.evidence = map[string]string{}, nil
	add := func(id, kind, name, content string) *data.Evidence {
		v := &data.Evidence{Event: "e2", Kind: kind, FileName: name, ConsentChecked: kind == "photographs"}
		v.ID = id
		if content != "" {
			sum := sha256.Sum256([]byte(content))
			v.File = hex.EncodeToString(sum[:])
			m.files[v.File] = content
		}
		m.evidence = append(m.evidence, v)
		return v
	}
	add("v1", "signed_list", "list.pdf", "signed")
	add("v2", "signed_list", "LIST.pdf", "signed on the second day")
	add("v3", "agenda", "../../etc/agenda?.docx", "agenda")
	add("v4", "photographs", "Φωτογραφία.jpg", "picture")
	add("v5", "consent_forms", "consents", "").OriginalAt = "Binder 3, Tripoli"
	return m
}

func zipped(t *testing.T, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	return partsOf(t, &z.Reader)
}

// partsOf are the files in a ZIP, by name.
func partsOf(t testing.TB, z *zip.Reader) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
	}
	return files
}

func TestAuditFileInEveryLanguage(t *testing.T) {
	for _, lang := range data.Languages {
		o := options(lang)
		o.Events = []string{"EL-03"}
		path := filepath.Join(t.TempDir(), "audit.zip")
		result, err := Write(t.Context(), proven(t), "audit-file", o, path, nil)
		if err != nil || result.Events != 1 || len(result.Problems) != 0 {
			t.Fatalf("%s: %+v, %v", lang, result, err)
		}
		files := zipped(t, path)
		kind := func(word string) string { return o.Printer.Enum("evidence_kind", word) }
		index := o.Printer.T("report.audit.index") + ".xlsx"
		want := map[string]string{
			"EL-03/" + kind("signed_list") + "/list.pdf": "", "EL-03/" + kind("signed_list") + "/LIST (2).pdf": "",
			"EL-03/" + kind("agenda") + "/.._.._etc_agenda_.docx": "agenda", "EL-03/" + kind("photographs") + "/Φωτογραφία.jpg": "picture", index: "", SumsName: "",
		}
		for name, content := range want {
			name = strings.ReplaceAll(name, "/.._.._", "/_.._")
			if got, ok := files[name]; !ok || content != "" && got != content {
				t.Errorf("%s: %s: %q", lang, name, got)
			}
		}
		if len(files) != len(want) {
			t.Errorf("%s: %d files", lang, len(files))
		}
		for line := range strings.Lines(files[SumsName]) {
			sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
			if content := sha256.Sum256([]byte(files[name])); hex.EncodeToString(content[:]) != sum {
				t.Errorf("%s: %s has another hash", lang, name)
			}
		}
		book := filepath.Join(t.TempDir(), "index.xlsx")
		if err := os.WriteFile(book, []byte(files[index]), 0o600); err != nil {
			t.Fatal(err)
		}
		w := reopen(t, book)
		rows := w.table(w.file.GetSheetList()[0], o.Printer.Field("number"), "")
		if len(rows) != 5 {
			t.Fatalf("%s: %d lines", lang, len(rows))
		}
		last := rows[4]
		if slices.IndexFunc(rows, func(r map[string]string) bool {
			return r[o.Printer.Field("original_at")] == "Binder 3, Tripoli" && r[o.Printer.Field("status")] == o.Printer.T("report.audit.state.paper") && r["SHA-256"] == ""
		}) < 0 {
			t.Errorf("%s: %v", lang, last)
		}
		for _, r := range rows { // that nobody looked is not that somebody refused
			want := ""
			if r[o.Printer.Field("evidence_kind")] == kind("photographs") {
				want = o.Printer.T("report.yes")
			}
			if got := r[o.Printer.Field("consent_checked")]; got != want {
				t.Errorf("%s: consent checked: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestAuditFileNamesWhatIsLacking(t *testing.T) {
	m := proven(t)
	delete(m.files, m.evidence[0].File)
	m.files[m.evidence[3].File] = "another picture"
	o := options("en")
	o.Period = 2
	path := filepath.Join(t.TempDir(), "audit.zip")
	_, err := Write(t.Context(), m, "audit-file", o, path, nil)
	refused := codeOf(t, err)
	var codes []string
	for _, p := range refused.Details {
		codes = append(codes, p.Code)
	}
	want := []string{"report.audit.nothing", "report.audit.nothing", "report.audit.nothing", "report.audit.missing", "report.audit.damaged"}
	if refused.Code != "report.audit" || !slices.Equal(codes, want) {
		t.Errorf("%s %v", refused.Code, codes)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was written")
	}
	o.Incomplete = true
	result, err := Write(t.Context(), m, "audit-file", o, path, nil)
	if err != nil || len(result.Problems) != 5 {
		t.Fatalf("%+v, %v", result, err)
	}
	files := zipped(t, path)
	if len(files) != 4 {
		t.Errorf("%d files", len(files))
	}
	for name, content := range files {
		if strings.Contains(content, "another picture") {
			t.Errorf("%s holds what was damaged", name)
		}
	}
}

func TestAuditFolderIsTheZip(t *testing.T) {
	o := options("en")
	o.Events = []string{"e2"}
	dir := t.TempDir()
	if _, err := Write(t.Context(), proven(t), "audit-file", o, filepath.Join(dir, "a.zip"), nil); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "audit")
	if _, err := Write(t.Context(), proven(t), "audit-file", o, folder+string(filepath.Separator), nil); err != nil {
		t.Fatal(err)
	}
	files := zipped(t, filepath.Join(dir, "a.zip"))
	for name, content := range files {
		if b, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name))); err != nil || !bytes.Equal(b, []byte(content)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Write(t.Context(), proven(t), "audit-file", o, folder+string(filepath.Separator), nil); codeOf(t, err).Code != "file.exists" {
		t.Errorf("over another one: %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("%d entries are left, %v", len(entries), err)
	}
	if _, err := Write(t.Context(), proven(t), "audit-file", options("en"), filepath.Join(dir, "b.zip"), nil); codeOf(t, err).Code != "report.needs" {
		t.Errorf("of everything: %v", err)
	}
}

// Where the file cannot be, its own name is said, and not that of something temporary.
func TestAuditFileWithoutAFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "none")
	o := options("en")
	o.Events, o.Incomplete, o.Scratch = []string{"e2"}, true, t.TempDir()
	for _, path := range []string{filepath.Join(folder, "a.zip"), filepath.Join(folder, "a") + string(filepath.Separator)} {
		_, err := Write(t.Context(), proven(t), "audit-file", o, path, nil)
		located, ok := errors.AsType[*fs.PathError](err)
		if !ok || !errors.Is(err, fs.ErrNotExist) || located.Path != folder && located.Path != path {
			t.Errorf("%s: %v", path, err)
		}
	}
}
