package app

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"primadesk/data"
)

func TestGuessKind(t *testing.T) {
	for name, want := range map[string]string{
		"Παρουσιολόγιο 2-6.pdf": "signed_list", "liste_de_présence.pdf": "signed_list", "IMG_2041.JPG": "photographs", "round table.webp": "photographs",
		"Invitación.docx": "invitation", "ordre du jour.pdf": "agenda", "slides.pptx": "presentation", "deck.pptx": "presentation", "Press release.pdf": "press",
		"consent forms signed.pdf": "consent_forms", "2025-06-02.pdf": "other", "Verbale.pdf": "minutes", "Ημερήσια διάταξη.docx": "agenda",
	} {
		if got := GuessKind(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// attached keeps a file as evidence of an event.
func attached(t *testing.T, w *Workspace, event, name string, b []byte) *data.Evidence {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := w.Evidence.Attach(t.Context(), AttachParams{Event: event, File: path, Kind: "photographs"})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestPictureIsSmall(t *testing.T) {
	w, event, _ := invited(t)
	src := image.NewRGBA(image.Rect(0, 0, 400, 200))
	src.Set(0, 0, color.White)
	var b bytes.Buffer
	if err := png.Encode(&b, src); err != nil {
		t.Fatal(err)
	}
	img, err := w.Evidence.Picture(t.Context(), attached(t, w, event.ID, "a.png", b.Bytes()), 100)
	if err != nil || img.Bounds() != image.Rect(0, 0, 100, 50) {
		t.Errorf("%v, %v", img, err)
	}
	if _, err := w.Evidence.Picture(t.Context(), attached(t, w, event.ID, "b.png", []byte("no picture")), 100); !data.HasCode(err, "evidence.picture") {
		t.Errorf("error %v", err)
	}
}

func TestUpright(t *testing.T) {
	src := image.NewRGBA(image.Rect(0, 0, 3, 2))
	src.Set(0, 0, color.White) // the corner from which all turns are told apart
	for turn, want := range map[int]image.Point{1: {0, 0}, 2: {2, 0}, 3: {2, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 2}, 8: {0, 2}} {
		out := upright(src, turn)
		if r, _, _, _ := out.At(want.X, want.Y).RGBA(); r == 0 {
			t.Errorf("turn %d: %v is not the corner", turn, want)
		}
	}
}

func TestLentFilesGoWithTheWorkspace(t *testing.T) {
	w, event, _ := invited(t)
	v := attached(t, w, event.ID, "list.pdf", []byte("signed"))
	v.FileName = "../../list.pdf"
	path, err := w.Evidence.Lend(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 || filepath.Base(path) != "list.pdf" || filepath.Dir(filepath.Dir(path)) != filepath.Join(w.Folder, "tmp") {
		t.Errorf("%s, %v, %v", path, info, err)
	}
	if err := w.Evidence.Whole(t.Context(), v); err != nil {
		t.Error(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(path)); !os.IsNotExist(err) {
		t.Errorf("the copy stays: %v", err)
	}
}

func TestAttachingSeveralFiles(t *testing.T) {
	w, event, _ := invited(t)
	dir := t.TempDir()
	good := filepath.Join(dir, "attendance.pdf")
	if err := os.WriteFile(good, []byte("signed"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, done, err := w.Evidence.AttachAll(t.Context(), event.ID, []string{good, filepath.Join(dir, "gone.pdf"), dir})
	if err != nil || out[0].Record == nil || out[0].Record.Kind != "signed_list" || !data.HasCode(out[1].Err, "file.missing") || !data.HasCode(out[2].Err, "file.folder") {
		t.Fatalf("%+v, %v", out, err)
	}
	if _, err := w.Records.Undo(t.Context(), done.Batch); err != nil {
		t.Fatal(err)
	}
	if n, err := w.Records.Count(t.Context(), Query{Entity: "evidence"}); n != 0 || err != nil {
		t.Errorf("%d left, %v", n, err)
	}
}
