package app

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
)

func TestALogoIsKeptShownAndTakenAway(t *testing.T) {
	w, ctx := sampleWorkspace(t), t.Context()
	page, err := w.Records.List(ctx, Query{Entity: "partner", Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	partner := func() *data.Partner {
		rec, err := w.Records.Get(ctx, data.EntityOf((*data.Partner)(nil)), page.Records[0].Head().ID)
		if err != nil {
			t.Fatal(err)
		}
		return rec.(*data.Partner)
	}
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "logo.png"), filepath.Join(dir, "logo.txt")
	f, err := os.Create(good)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewRGBA(image.Rect(0, 0, 8, 4))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bad, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Projects.SetLogo(ctx, partner().ID, bad); !data.HasCode(err, "logo.format") {
		t.Errorf("a text as a logo: %v", err)
	}
	for range 2 { // the second replaces the first
		if _, err := w.Projects.SetLogo(ctx, partner().ID, good); err != nil {
			t.Fatal(err)
		}
	}
	if b, err := w.Projects.Logo(ctx, partner()); err != nil || len(b) == 0 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	if _, err := w.Projects.RemoveLogo(ctx, partner().ID); err != nil {
		t.Fatal(err)
	}
	if b, err := w.Projects.Logo(ctx, partner()); err != nil || b != nil {
		t.Errorf("taken away: %d bytes, %v", len(b), err)
	}
}
