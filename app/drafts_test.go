package app

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestDraftsOutliveTheProgram(t *testing.T) {
	settings, err := LoadSettings(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	clock := time.Date(2025, 6, 12, 9, 0, 0, 0, time.UTC)
	p := Params{Folder: filepath.Join(t.TempDir(), "w"), Settings: settings, Lang: "en", Now: func() time.Time { return clock }}
	w, err := Create(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	id, other := newID(), newID()
	keep := func(d Draft) {
		t.Helper()
		if err := w.Drafts.Keep(d); err != nil {
			t.Fatal(err)
		}
		clock = clock.Add(time.Second)
	}
	keep(Draft{Entity: "contact", Record: id, Values: map[string]string{"given_name": "Ελ"}})
	keep(Draft{Entity: "event", Record: other, Fresh: true, Values: map[string]string{"number": "EL-9"}})
	want := map[string]string{"given_name": "Ελένη", "notes": "a\nb"}
	keep(Draft{Entity: "contact", Record: id, Base: 7, Values: want})

	again, err := Open(context.Background(), Params{Folder: p.Folder, Settings: settings, ReadOnly: true, Now: p.Now}) // the first is still open, as after a crash
	if err != nil {
		t.Fatal(err)
	}
	got, err := again.Drafts.List("contact")
	if err != nil || len(got) != 1 || got[0].Base != 7 || got[0].Fresh || !maps.Equal(got[0].Values, want) {
		t.Fatalf("drafts: %+v, %v", got, err)
	}
	if all, err := again.Drafts.List(""); err != nil || len(all) != 2 || all[0].Record != other {
		t.Fatalf("all drafts, the oldest first: %+v, %v", all, err)
	}
	if err := again.Drafts.Keep(Draft{Entity: "contact", Record: newID()}); err != nil {
		t.Fatal(err)
	}
	if all, _ := again.Drafts.List(""); len(all) != 2 {
		t.Error("a draft was kept in a workspace that can only be read")
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}

	info, err := os.Stat(filepath.Join(p.Folder, "drafts", "contact-"+id+".json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("a draft's file: %v, %v", info, err)
	}
	if err := w.Drafts.Drop("contact", id); err != nil {
		t.Fatal(err)
	}
	if err := w.Drafts.Drop("contact", id); err != nil {
		t.Errorf("dropping nothing: %v", err)
	}
	if got, err := w.Drafts.List("contact"); err != nil || len(got) != 0 {
		t.Fatalf("after dropping: %+v, %v", got, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDraftsStayInTheirFolder(t *testing.T) {
	settings, err := LoadSettings(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := Create(t.Context(), Params{Folder: filepath.Join(t.TempDir(), "w"), Settings: settings, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	for _, d := range []Draft{{Entity: "contact", Record: "../../x"}, {Entity: "contact"}, {Entity: "../contact", Record: newID()}} {
		if code, _ := codeOf(w.Drafts.Keep(d)); code == "" {
			t.Errorf("%+v was kept", d)
		}
		if code, _ := codeOf(w.Drafts.Drop(d.Entity, d.Record)); code == "" {
			t.Errorf("%+v was dropped", d)
		}
	}
	if err := w.Drafts.Keep(Draft{Entity: "contact", Record: newID()}); err != nil {
		t.Fatal(err)
	}
	stray := filepath.Join(w.Folder, "drafts", "contact-x.json")
	if err := os.WriteFile(stray, []byte(`{"entity":"contact","record":"`+newID()+`"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stray+"2", []byte(`{`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := w.Drafts.List("contact"); err != nil || len(got) != 1 {
		t.Errorf("drafts beside strays: %+v, %v", got, err)
	}
}
