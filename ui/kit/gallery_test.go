package kit

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// galleryDir is where the gallery's pictures go; without it they are drawn and thrown away.
const galleryDir = "PRIMADESK_GALLERY"

// picture draws content into a window of a size, in each of the two looks.
func picture(t *testing.T, name string, scale float32, size fyne.Size, build func() (fyne.CanvasObject, func(fyne.Canvas))) {
	t.Helper()
	for _, look := range []Look{LookLight, LookDark} {
		app := test.NewTempApp(t)
		app.Settings().SetTheme(NewTheme(ThemeParams{Look: look, Scale: scale}))
		content, then := build()
		w := app.NewWindow("")
		w.SetPadded(false)
		w.SetContent(container.NewStack(NewBox(BoxStyle{Fill: TokenGround}), content))
		w.Resize(size)
		if then != nil {
			then(w.Canvas())
		}
		w.Resize(size.AddWidthHeight(1, 0)) // what wraps has learnt its width by now
		w.Resize(size)
		img := w.Canvas().Capture()
		if dir := os.Getenv(galleryDir); dir != "" {
			f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%s.png", name, look)))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, img); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if b := img.Bounds(); b.Dx() != int(size.Width) || b.Dy() != int(size.Height) {
			t.Errorf("%s: the window asks for %v, more than %v", name, b, size)
		}
		w.Close()
	}
}
