package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
	"primadesk/reports"
)

// No report is written under an ending that would not open it again; one that nobody has thought of yet neither.
func TestFilesAreCalledWhatTheyAre(t *testing.T) {
	w := homeWorkspace(t)
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	refused := func(err error) bool {
		e, ok := errors.AsType[*data.Error](err)
		return ok && e.Code == "file.ending"
	}
	for _, r := range reports.List() {
		for _, name := range []string{"x.pdf", "x.xls", "x", "x" + r.Ending + ".bak", "x.doc"} {
			_, err := w.Reports.Write(t.Context(), ReportParams{Name: r.Name, Lang: "el", File: filepath.Join(out, name)})
			if !refused(err) {
				t.Errorf("%s as %s: %v", r.Name, name, err)
			}
		}
	}
	for _, p := range []BulletinParams{{File: "a.docx", Format: "html"}, {File: "a.html", Format: "docx"}, {File: "a", Format: "md"}} {
		p.Bulletin, p.Lang, p.File = "2", "en", filepath.Join(out, p.File)
		if _, err := w.Bulletins.Write(t.Context(), p); !refused(err) {
			t.Errorf("%+v: %v", p, err)
		}
	}
	if _, err := w.Bulletins.Recipients(t.Context(), BulletinParams{Bulletin: "2", Lang: "en", File: filepath.Join(out, "a.xlsx")}); !refused(err) {
		t.Errorf("recipients: %v", err)
	}
	for _, name := range []string{"desk.TXT", "desk.xlsx"} {
		p := ReportParams{Name: "portal-desk", Lang: "en", File: filepath.Join(out, name), Options: ReportOptions{Period: 1}}
		if _, err := w.Reports.Write(t.Context(), p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"x.pdf", "a.docx", "a.html", "a", "a.xlsx"} {
		if _, err := os.Stat(filepath.Join(out, name)); err == nil {
			t.Errorf("%s is there", name)
		}
	}
}
