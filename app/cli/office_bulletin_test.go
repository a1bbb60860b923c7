//go:build office

package cli_test

import (
	"os"
	"os/exec"
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

// As a web page it is what the standard of HTML asks for, as the checker of the W3C reads it: without an error, without a warning.
func TestOfficeBulletinPage(t *testing.T) {
	checker := os.Getenv("PRIMADESK_VNU")
	if checker == "" {
		t.Fatal("PRIMADESK_VNU names no checker; make test-office does")
	}
	d := newDesk(t)
	d.run("init", "--sample")
	args := []string{"-jar", checker}
	for _, lang := range data.Languages {
		path := filepath.Join(d.home, lang+".html")
		d.run("--lang", lang, "--quiet", "bulletin", "2", "-o", path, "--as-is")
		args = append(args, path)
	}
	if said, err := exec.CommandContext(t.Context(), "java", args...).CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("%v\n%s", err, said)
	}
}
