//go:build office && pictures

package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/app"
)

// telling is the page that tells most of a report, where that is not the first.
var telling = map[string]string{"deliverable": "3", "deliverable-text": "5", "indicators": "2", "communication": "2", "work-plan": "2", "takeaways": "3", "stakeholders": "2", "engagement-log": "2", "readiness": "2"}

// TestPictures draws a page of each report, and of the bulletin, of the sample: docs/reports.md shows them.
func TestPictures(t *testing.T) {
	into := os.Getenv("PRIMADESK_PICTURES")
	if into == "" {
		t.Fatal("PRIMADESK_PICTURES names no folder")
	}
	d := newDesk(t)
	d.run("init", "--sample")
	for _, r := range app.ReportList() {
		args, _ := d.needed(r)
		path := filepath.Join(d.home, r.Name+r.Ending)
		d.run(append([]string{"--lang", "en", "--quiet", "report", r.Name, "-o", path}, args...)...)
		picture(t, paper(t, path), telling[r.Name], filepath.Join(into, r.Name))
	}
	path := filepath.Join(d.home, "bulletin.docx")
	d.run("--lang", "fr", "--quiet", "bulletin", "2", "-o", path)
	picture(t, paper(t, path), "", filepath.Join(into, "bulletin"))
}

// paper gives a PDF of what a report wrote: of a ZIP the PDF or else the workbook that it holds at its top.
func paper(t *testing.T, path string) string {
	t.Helper()
	if filepath.Ext(path) == ".zip" {
		top := strings.TrimSuffix(path, ".zip")
		if said, err := exec.CommandContext(t.Context(), "unzip", "-q", path, "-d", top).CombinedOutput(); err != nil {
			t.Fatalf("unzip: %v\n%s", err, said)
		}
		for _, ending := range []string{".pdf", ".xlsx"} {
			if found, _ := filepath.Glob(filepath.Join(top, "*"+ending)); len(found) > 0 {
				path = found[0]
				break
			}
		}
	}
	if filepath.Ext(path) == ".pdf" {
		return path
	}
	return filepath.Join(office(t, "pdf", path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+".pdf")
}

// picture draws a page.
func picture(t *testing.T, pdf, page, into string) {
	t.Helper()
	if page == "" {
		page = "1"
	}
	args := []string{"-r", "72", "-png", "-singlefile", "-f", page, "-l", page, pdf, into}
	if said, err := exec.CommandContext(t.Context(), "pdftoppm", args...).CombinedOutput(); err != nil {
		t.Fatal(fmt.Errorf("pdftoppm: %w\n%s", err, said))
	}
}
