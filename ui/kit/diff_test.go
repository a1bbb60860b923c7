package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func marked(parts []DiffPart) string {
	var out []string
	for _, p := range parts {
		out = append(out, map[DiffKind]string{DiffAdded: "+", DiffRemoved: "-"}[p.Kind]+strings.ReplaceAll(p.Text, "\n", "¶"))
	}
	return strings.Join(out, "|")
}

func TestDiffWords(t *testing.T) {
	for _, tc := range []struct{ before, after, want string }{
		{"", "", ""},
		{"", "all new", "+all new"},
		{"all gone", " ", "-all gone"},
		{"the  same text", "the same text ", "the same text"},
		{"Workers lack transport to the farms", "Seasonal workers lack safe transport to the farms",
			"-Workers|+Seasonal workers|lack|+safe|transport to the farms"},
		{"one two three", "one deux three", "one|-two|+deux|three"},
		{"first\nsecond", "first\n\nsecond", "first|¶|+¶|second"},
		{"Οι εργάτες ζητούν μεταφορά", "Οι εργάτριες ζητούν μεταφορά", "Οι|-εργάτες|+εργάτριες|ζητούν μεταφορά"},
	} {
		if got := marked(DiffWords(tc.before, tc.after)); got != tc.want {
			t.Errorf("%q to %q: %s, want %s", tc.before, tc.after, got, tc.want)
		}
	}
}

// The words of either text come back from the parts, whatever the texts.
func TestDiffKeepsBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(label string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "\n"}), 0, 14).Draw(t, label), " ")
		}
		before, after := text("before"), text("after")
		var a, b []string
		for _, p := range DiffWords(before, after) {
			words := diffTokens(p.Text)
			if p.Text == "\n" {
				words = []string{"\n"}
			}
			if p.Kind != DiffAdded {
				a = append(a, words...)
			}
			if p.Kind != DiffRemoved {
				b = append(b, words...)
			}
		}
		if fmt.Sprint(a) != fmt.Sprint(diffTokens(before)) || fmt.Sprint(b) != fmt.Sprint(diffTokens(after)) {
			t.Fatalf("%q to %q came out as %q to %q", before, after, a, b)
		}
	})
}

func TestDiffOfLongTexts(t *testing.T) {
	words := func(prefix string) string {
		var all []string
		for i := range 3000 {
			all = append(all, fmt.Sprint(prefix, i))
		}
		return strings.Join(all, " ")
	}
	if parts := DiffWords("x "+words("a"), "x "+words("b")); len(parts) != 3 || parts[0].Text != "x" {
		t.Errorf("%d parts", len(parts))
	}
}

func TestDiffText(t *testing.T) {
	start(t)
	d := NewDiffText("Workers lack transport to the farms", "Seasonal workers lack safe transport to the farms")
	show(t, d, 200, 300)
	tall := d.MinSize().Height
	for _, p := range d.pieces {
		if p.x+p.text.MinSize().Width > 201 {
			t.Errorf("%q goes over the edge", p.text.Text)
		}
		if (p.kind != DiffSame) != (p.line != nil) {
			t.Errorf("%q is not marked by more than colour", p.text.Text)
		}
	}
	d.Resize(fyne.NewSize(800, 300))
	if d.MinSize().Height >= tall {
		t.Error("a wider text is not lower")
	}
}

func TestGalleryDiff(t *testing.T) {
	picture(t, "diff", 1, fyne.NewSize(480, 200), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		return Pad(Even(20), NewCard(NewDiffText(
			"Οι εργάτες ζητούν μεταφορά στα χωράφια.\nThe centre should open in the evening, since most of those who need it work by day.",
			"Οι εργάτριες ζητούν ασφαλή μεταφορά στα χωράφια.\nThe centre opens in the evening, since those who need it work by day and travel far."))), nil
	})
}
