package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestViewsAreKeptByWorkspaceAndScreen(t *testing.T) {
	dir := t.TempDir()
	s, err := LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		s.SetViews("/a", map[string]string{"": "contacts", "contacts": `{"sort":"name"}`}),
		s.SetViews("/b", map[string]string{"": "events"}),
		s.SetViews("/a", map[string]string{"events": "x", "contacts": strings.Repeat("y", mostViewBytes+1)}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	again, err := LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][3]string{{"/a", "", "contacts"}, {"/a", "contacts", `{"sort":"name"}`}, {"/a", "events", "x"}, {"/b", "", "events"}, {"/b", "contacts", ""}, {"/c", "", ""}} {
		if got := again.View(c[0], c[1]); got != c[2] {
			t.Errorf("%s %q: %q", c[0], c[1], got)
		}
	}
	info, err := os.Stat(filepath.Join(dir, "views.json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v, %v", info.Mode(), err)
	}
	for i := range mostViewPlaces {
		if err := s.SetViews(fmt.Sprint(i), map[string]string{"": "home"}); err != nil {
			t.Fatal(err)
		}
	}
	if s.View("/a", "") != "" || s.View("0", "") != "home" {
		t.Error("the workspaces used longest ago are not the ones that went")
	}
	if err := os.WriteFile(filepath.Join(dir, "views.json"), []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s.View("1", "") != "" || s.SetViews("1", map[string]string{"": "home"}) != nil || s.View("1", "") != "home" {
		t.Error("a broken file is in the way")
	}
}
