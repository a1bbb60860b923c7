package reports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// docs/reports.md tells of each report, and shows a page of it.
func TestEveryReportIsDocumented(t *testing.T) {
	const docs = "../docs"
	text, err := os.ReadFile(filepath.Join(docs, "reports.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range List() {
		if !strings.Contains(string(text), "| `"+r.Name) {
			t.Errorf("docs/reports.md does not tell of %s", r.Name)
		}
		picture := "reports/" + r.Name + ".png"
		if _, err := os.Stat(filepath.Join(docs, picture)); err != nil || !strings.Contains(string(text), "]("+picture+")") {
			t.Errorf("docs/reports.md does not show %s: %v", r.Name, err)
		}
	}
}
