package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/assets"
	"primadesk/data"
)

func TestBulletinIsPreviewedAsItIsEdited(t *testing.T) {
	w := sampleWorkspace(t)
	b, err := w.Bulletins.Find(t.Context(), "2")
	if err != nil {
		t.Fatal(err)
	}
	said := func(text string) bool {
		t.Helper()
		look, err := w.Bulletins.Look(t.Context(), b, "fr")
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(look.Blocks, func(x BulletinBlock) bool { return strings.Contains(x.Text, text) })
	}
	if !said("KMOP a fait se rencontrer") || said("Une autre introduction.") {
		t.Error("the preview is not of what is kept")
	}
	b.Intro.Set("fr", "Une autre introduction.")
	b.Events = b.Events[:1]
	if said("KMOP a fait se rencontrer") || !said("Une autre introduction.") {
		t.Error("the preview does not follow the form")
	}
	gaps, err := w.Bulletins.Gaps(t.Context(), b, "nl")
	if err != nil {
		t.Fatal(err)
	}
	look, err := w.Bulletins.Look(t.Context(), b, "el")
	if err != nil || len(look.Gaps) != len(data.Languages) || !slices.Equal(look.Gaps["nl"], gaps) {
		t.Errorf("beside the preview: %+v, %v", look.Gaps, err)
	}
	if len(gaps) != 1 || gaps[0].Record != b.ID || gaps[0].Field != "intro" || gaps[0].Lack != "stale" {
		t.Errorf("gaps %+v", gaps)
	}
}

func TestBulletinShowsLogos(t *testing.T) {
	w := sampleWorkspace(t)
	logo := filepath.Join(t.TempDir(), "logo.png")
	content, err := assets.EmblemPNG(900)
	if err == nil {
		err = os.WriteFile(logo, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	partner, err := w.Projects.Partner(t.Context(), "KMOP")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Projects.SetLogo(t.Context(), partner.ID, logo); err != nil {
		t.Fatal(err)
	}
	b, err := w.Bulletins.Find(t.Context(), "2")
	if err != nil {
		t.Fatal(err)
	}
	look, err := w.Bulletins.Look(t.Context(), b, "en")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, block := range look.Blocks {
		if len(block.Picture) > 0 {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d pictures, want the emblem and one logo", n)
	}
	file := filepath.Join(t.TempDir(), "issue.docx")
	result, err := w.Bulletins.Write(t.Context(), BulletinParams{Bulletin: "2", Lang: "en", File: file})
	if err != nil || result.Format != "docx" || result.Path != file {
		t.Errorf("%+v, %v", result, err)
	}
}

func TestBulletinsAreFound(t *testing.T) {
	w := sampleWorkspace(t)
	list, err := w.Bulletins.List(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatalf("%v, %v", list, err)
	}
	first := list[0]
	if b, err := w.Bulletins.Find(t.Context(), first.ID); err != nil || b.ID != first.ID {
		t.Errorf("by id: %v, %v", b, err)
	}
	for number, twice := range []int{3, 2} {
		again := &data.Bulletin{Project: first.Project, Number: &twice}
		if _, err := w.Records.Save(t.Context(), again); err != nil {
			t.Fatal(number, err)
		}
	}
	if list, err = w.Bulletins.List(t.Context()); err != nil || len(list) != 3 || *list[0].Number != 3 {
		t.Errorf("%v, %v", list, err)
	}
	for name, code := range map[string]string{"2": "bulletin.several", "7": "bulletin.unknown", "": "bulletin.unknown"} {
		if _, err := w.Bulletins.Find(t.Context(), name); !data.HasCode(err, code) {
			t.Errorf("%q gives %v, want %s", name, err, code)
		}
	}
}

func TestBulletinIntoNoFolder(t *testing.T) {
	w := sampleWorkspace(t)
	file := filepath.Join(t.TempDir(), "none", "issue.html")
	_, err := w.Bulletins.Write(t.Context(), BulletinParams{Bulletin: "2", Lang: "en", File: file})
	if !data.HasCode(err, "file.missing") || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("gives %v", err)
	}
}
