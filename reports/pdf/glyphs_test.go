package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/sfnt"
)

// The fonts have a sign for every character of the catalogues and of the sample; a no-break space of any width is written as one.
func TestFontsHoldTheSixLanguages(t *testing.T) {
	bold, err := sfnt.Parse(gobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, pattern := range []string{"i18n/*.json", "sample/*"} {
		files, _ := filepath.Glob(filepath.Join("..", "..", "assets", pattern))
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				continue // a folder
			}
			g := newGlyphs()
			for _, r := range g.fit(string(b)) {
				if index, err := bold.GlyphIndex(&g.buffer, r); r >= ' ' && (err != nil || index == 0) {
					t.Errorf("%s: no bold sign for %q", file, r)
				}
			}
			if g.missing() != "" {
				t.Errorf("%s: %q cannot be written", file, g.missing())
			}
			read++
		}
	}
	if read < 60 {
		t.Fatalf("only %d files were read", read)
	}
}

func TestFit(t *testing.T) {
	for text, want := range map[string]string{
		"Ελλάδα ΐ ΰ ς": "Ελλάδα ΐ ΰ ς", "ἀρχή": "αρχή", "e\u0301cole": "école", "12\u202f000": "12\u00a0000", "a\tb\u2011c\u200b": "a b-c",
		"Ⅳ ǆ": "IV dž", "Łódź Ștefan": "Łódź Ștefan", "漢": "□", "a\x00b": "ab", "two\nlines": "two\nlines",
	} {
		if got := newGlyphs().fit(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
