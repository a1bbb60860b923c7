package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
)

func TestWrittenReportsAreRemembered(t *testing.T) {
	w := homeWorkspace(t)
	if list, err := w.Reports.Written(t.Context()); err != nil || len(list) != 0 {
		t.Fatalf("before the first: %+v, %v", list, err)
	}
	if err := w.Projects.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	first, second := filepath.Join(out, "first.xlsx"), filepath.Join(out, "second.xlsx")
	write := func(path, name string, o ReportOptions) {
		t.Helper()
		if _, err := w.Reports.Write(t.Context(), ReportParams{Name: name, File: path, Lang: "fr", Options: o}); err != nil {
			t.Fatal(err)
		}
	}
	write(first, "deliverable", ReportOptions{Country: "GR", From: "2025-05-01"})
	list, err := w.Reports.Written(t.Context())
	if err != nil || len(list) != 1 || list[0].Changes != 0 || list[0].File != FileKept {
		t.Fatalf("%+v, %v", list, err)
	}
	if x := list[0]; x.Path != first || x.Lang != "fr" || x.Options.Country != "GR" || x.Options.From != "2025-05-01" || !x.Draft || !x.At.Equal(homeDay) {
		t.Errorf("%+v", x)
	}
	for _, name := range []string{"Μαρία", "Ελένη"} {
		if _, err := w.Records.Save(t.Context(), &data.Contact{GivenName: name}); err != nil {
			t.Fatal(err)
		}
	}
	write(second, "readiness", ReportOptions{Period: 1})
	if err := os.WriteFile(first, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	if list, err = w.Reports.Written(t.Context()); err != nil || len(list) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	if list[0].Path != second || list[0].Changes != 0 || list[1].File != FileAltered || list[1].Changes != 2 {
		t.Errorf("%+v", list)
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	if list, err = w.Reports.Written(t.Context()); err != nil || list[0].File != FileMissing {
		t.Errorf("%+v, %v", list, err)
	}
	if err := w.Reports.Forget(list[0].ID); err != nil {
		t.Fatal(err)
	}
	if list, err = w.Reports.Written(t.Context()); err != nil || len(list) != 1 || list[0].Path != first {
		t.Errorf("%+v, %v", list, err)
	}
	info, err := os.Stat(w.Reports.writtenFile())
	if err != nil || info.Mode().Perm() != fs.FileMode(0o600) {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestWrittenReportsAreNotKeptWithoutEnd(t *testing.T) {
	w := homeWorkspace(t)
	for range 3 * mostWritten {
		if err := w.Reports.note(Written{ID: newID(), Path: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := w.Reports.remembered()
	if err != nil || len(all) > 2*mostWritten {
		t.Errorf("%d are kept, %v", len(all), err)
	}
	list, err := w.Reports.Written(t.Context())
	if err != nil || len(list) != mostWritten || list[0].ID != all[len(all)-1].ID {
		t.Errorf("%d are listed, %v", len(list), err)
	}
}
