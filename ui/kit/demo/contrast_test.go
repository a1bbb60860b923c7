package main

import (
	"testing"

	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/kit/kittest"
)

// Each text on each page stands on a ground that it can be read on, as drawn: whatever widget draws it, and on whatever
// that is put. And it has the room that it needs, in the longest languages and in large letters.
func TestTextsCanBeRead(t *testing.T) {
	d, win := open(t)
	texts := 0
	for _, as := range []struct {
		look  kit.Look
		lang  string
		scale float32
	}{{kit.LookLight, "el", 1}, {kit.LookDark, "nl", 1.5}} {
		for _, p := range pages() {
			d.page, d.p, d.look = p.id, i18n.For(as.lang), kit.ThemeParams{Look: as.look, Scale: as.scale}
			d.apply()
			d.rebuild()
			found, n := kittest.Unreadable(win.Content())
			texts += n
			for _, what := range append(found, kittest.Overflowing(win.Content())...) {
				t.Errorf("%s, %s, %s: %s", as.look, as.lang, p.id, what)
			}
		}
	}
	if texts < 400 {
		t.Errorf("only %d texts were looked at", texts)
	}
}
