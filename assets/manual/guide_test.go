package manual

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The guide of docs/manual leads to every chapter, and every picture and file that it names is there.
func TestGuide(t *testing.T) {
	const folder = "../../docs/manual"
	raw, err := os.ReadFile(filepath.Join(folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var chapters []string
	for _, m := range regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(string(raw), -1) {
		if _, err := os.Stat(filepath.Join(folder, m[1])); err != nil {
			t.Errorf("the guide leads to what is not there: %v", err)
		}
		if strings.HasSuffix(m[1], ".md") {
			chapters = append(chapters, strings.TrimSuffix(filepath.Base(m[1]), ".md"))
		}
	}
	if !slices.Equal(chapters, Chapters()) {
		t.Errorf("the guide has the chapters %q, not %q", chapters, Chapters())
	}
}
