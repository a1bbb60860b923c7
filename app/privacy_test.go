package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

func TestPrivacyScanKnowsTheContacts(t *testing.T) {
	w, _, _ := invited(t)
	someone := &data.Contact{GivenName: "Ξένια", FamilyName: "Δοκιμαστή", LatinName: "Xenia Dokimasti"}
	someone.ID = newID()
	someone.Emails = data.Rows[data.Email]{{Element: data.Element{ID: newID()}, Address: "xenia@example.org"}}
	partner := &data.Organisation{Name: "Xenia Dokimasti Foundation", Website: "https://www.foundation.example/en"}
	partner.ID = newID()
	if _, err := w.Records.Write(t.Context(), "put", nil, func(tx *Tx) error {
		if err := tx.Save(someone); err != nil {
			return err
		}
		return tx.Save(partner)
	}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "letter.txt")
	text := "Dokimasti Xenia\n\nthe Xenia Dokimasti Foundation, info@foundation.example\n\nXENIA@example.org\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := w.Privacy.Scan(t.Context(), file)
	if err != nil || len(r.Findings) != 2 || r.Clean() {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, lang := range data.Languages {
		where, what := TellPrivacyFinding(i18n.For(lang), r.Findings[1])
		if !strings.HasPrefix(where, "letter.txt, ") || !strings.HasSuffix(where, "5") || !strings.Contains(what, "x***@example.org") {
			t.Errorf("%s: %s: %s", lang, where, what)
		}
	}
	if _, err := w.Privacy.Scan(t.Context(), filepath.Join(t.TempDir(), "gone")); !data.HasCode(err, "file.missing") {
		t.Errorf("missing: %v", err)
	}
	if _, err := w.Privacy.Scan(t.Context(), t.TempDir()); !data.HasCode(err, "file.folder") {
		t.Errorf("folder: %v", err)
	}
	var told []string
	all, err := w.Privacy.ScanAll(t.Context(), []string{file, filepath.Join(t.TempDir(), "gone")}, func(done int, file string) {
		told = append(told, filepath.Base(file))
	})
	if err != nil || len(all) != 2 || len(all[0].Findings) != 2 || all[0].Err != nil || !data.HasCode(all[1].Err, "file.missing") || strings.Join(told, " ") != "letter.txt gone" {
		t.Errorf("several: %+v, told %q, %v", all, told, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := w.Privacy.ScanAll(ctx, []string{file, file}, func(int, string) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
