package assets

import (
	"bytes"
	"image/png"
	"os"
	"testing"

	"primadesk/assets/drawn"
)

// The committed pictures are those that the code draws; "go generate ./assets" writes them anew.
func TestEmbeddedPicturesAreTheDrawnOnes(t *testing.T) {
	for name, want := range map[string][]byte{"emblem.svg": drawn.EmblemSVG(), "icon.svg": drawn.IconSVG()} {
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what is drawn, %v", name, err)
		}
	}
	fresh, err := drawn.IconPNG(IconSize)
	if err != nil {
		t.Fatal(err)
	}
	// Pixels, not bytes: compression may change with Go.
	a, errA := png.Decode(bytes.NewReader(IconPNG()))
	b, errB := png.Decode(bytes.NewReader(fresh))
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if a.Bounds() != b.Bounds() {
		t.Fatalf("icon.png is %v", a.Bounds())
	}
	for y := range IconSize {
		for x := range IconSize {
			if a.At(x, y) != b.At(x, y) {
				t.Fatalf("icon.png differs at %d,%d", x, y)
			}
		}
	}
}

func TestEmblemForDocuments(t *testing.T) {
	raw, err := EmblemPNG(480)
	if err != nil {
		t.Fatal(err)
	}
	config, err := png.DecodeConfig(bytes.NewReader(raw))
	if err != nil || config.Width != 480 || config.Height != 320 {
		t.Errorf("%+v, %v", config, err)
	}
}
