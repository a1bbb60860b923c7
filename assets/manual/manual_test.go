package manual

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryChapterIsThere(t *testing.T) {
	for _, lang := range complete {
		for _, name := range Chapters() {
			c, ok := Read(lang, name)
			if !ok || c.Lang != lang || c.Title == "" {
				t.Errorf("%s/%s.md is not there, or has no title", lang, name)
				continue
			}
			if n := len(strings.Fields(c.Text)); n < 100 || n > 420 {
				t.Errorf("%s/%s.md has %d words", lang, name, n)
			}
		}
	}
	if c, ok := Read("xx", "home"); !ok || c.Lang != "en" {
		t.Errorf("without a translation: %+v", c)
	}
	if _, ok := Read("en", "../licences"); ok {
		t.Error("a chapter that there is not")
	}
}

// Every file is a chapter, and its links lead to chapters.
func TestFilesAndLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)]*)\)`)
	err := fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		lang, name := path.Dir(file), strings.TrimSuffix(path.Base(file), ".md")
		if !slices.Contains(Chapters(), name) {
			t.Errorf("%s is no chapter", file)
		}
		c, _ := Read(lang, name)
		for _, m := range link.FindAllStringSubmatch(c.Text, -1) {
			if !slices.Contains(Chapters(), m[1]) {
				t.Errorf("%s leads to %q", file, m[1])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
