package app

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
	"primadesk/reports"
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

// What else is made of the data is remembered like a report: an issue of the newsletter, who may get it, what was exported, and
// the project file.
func TestOtherFilesAreRemembered(t *testing.T) {
	w := sampleWorkspace(t)
	b, err := w.Bulletins.Find(t.Context(), "2")
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	at := func(name string) string { return filepath.Join(out, name) }
	_, err = w.Bulletins.Write(t.Context(), BulletinParams{Bulletin: "2", Lang: "fr", File: at("2.html")})
	if err == nil {
		_, err = w.Bulletins.Recipients(t.Context(), BulletinParams{Bulletin: b.ID, Lang: "el", File: at("2.csv")})
	}
	for _, format := range []string{"xlsx", "csv"} {
		if err == nil {
			err = w.Records.Export(t.Context(), ExportParams{Entity: "organisation", Format: format, Lang: "it", File: at("organisations." + format)})
		}
	}
	if err == nil {
		err = w.Records.Export(t.Context(), ExportParams{Entity: "all", Format: "jsonl", Out: io.Discard})
	}
	if err == nil {
		err = w.Projects.Save(t.Context(), at("plan.primadesk"))
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Bulletins.Write(t.Context(), BulletinParams{Bulletin: "2", Lang: "fr", File: filepath.Join(out, "no folder", "2.html")}); err == nil {
		t.Error("written where there is no folder")
	}
	list, err := w.Reports.Written(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range list {
		got = append(got, strings.Join([]string{x.Report, x.Lang, filepath.Base(x.Path), x.Options.Entity}, " "))
		if x.File != FileKept || x.Changes != 0 || (x.Options.Bulletin == b.ID) != (x.Options.Issue == 2) {
			t.Errorf("%+v", x)
		}
	}
	want := []string{
		"project-file  plan.primadesk ", "export it organisations.csv organisation", "export it organisations.xlsx organisation", "recipients el 2.csv ",
		"bulletin fr 2.html ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A folder is as it was written while each file that its list names is.
func TestFoldersAreRemembered(t *testing.T) {
	w := sampleWorkspace(t)
	folder := filepath.Join(t.TempDir(), "audit")
	list := filepath.Join(t.TempDir(), "list.pdf")
	if err := os.WriteFile(list, []byte("signed"), 0o600); err != nil {
		t.Fatal(err)
	}
	event, err := w.Events.Find(t.Context(), "EL-01")
	if err == nil {
		_, err = w.Evidence.Attach(t.Context(), AttachParams{Event: event.ID, File: list, Kind: "signed_list"})
	}
	if err == nil {
		_, err = w.Reports.Write(t.Context(), ReportParams{
			Name: "audit-file", File: folder + string(filepath.Separator), Lang: "en", Options: ReportOptions{Events: []string{event.ID}, Incomplete: true},
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	state := func(want WrittenFile) {
		t.Helper()
		list, err := w.Reports.Written(t.Context())
		if err != nil || len(list) != 1 || list[0].File != want {
			t.Errorf("%+v, %v, want %q", list, err, want)
		}
	}
	change := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	state(FileKept)
	change("Thumbs.db", "pictures")
	state(FileKept)
	change("Index.xlsx", "another")
	state(FileAltered)
	if err := os.Remove(filepath.Join(folder, reports.SumsName)); err != nil {
		t.Fatal(err)
	}
	state(FileAltered)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	state(FileMissing)
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
