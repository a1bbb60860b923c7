//go:build office

package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/data"
)

// The sample's newsletter as a Word document is valid by the schema of the format in every language, and LibreOffice reads it to its end.
func TestOfficeBulletin(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--sample")
	folder := t.TempDir()
	var files []string
	for _, lang := range data.Languages {
		path := filepath.Join(folder, lang+".docx")
		d.run("--lang", lang, "--quiet", "bulletin", "2", "-o", path, "--as-is")
		valid(t, lang, path)
		files = append(files, path)
	}
	out := office(t, "txt:Text (encoded):UTF8", files...)
	for _, lang := range data.Languages {
		b, err := os.ReadFile(filepath.Join(out, lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"PRIMACENTERS", "KMOP", "Facebook", "101140836"} {
			if !strings.Contains(string(b), want) {
				t.Errorf("%s: LibreOffice does not read %q", lang, want)
			}
		}
	}
}
