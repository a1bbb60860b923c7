package fields

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// write types a text into one of the fields.
func write(in *kit.Entry, text string) {
	in.SetValue("")
	test.Type(in.Target(), text)
}

func TestTexts(t *testing.T) {
	test.NewTempApp(t)
	f := NewTexts(TextsParams{Printer: i18n.For("el"), Lines: 3})
	edits := 0
	f.OnEdited(func() { edits++ })
	type state struct {
		el, en LanguageState
		links  bool
	}
	look := func() state { return state{StateOf(&f.now, "el"), StateOf(&f.now, "en"), !f.shown[0].links.Hidden} }

	if f.begin.Hidden || !f.bar.Hidden {
		t.Error("an empty field offers a translation, and not in which language to begin")
	}
	write(f.original, "Ένα")
	if got := decodeTexts(f.Value()); got.Original != "el" || got.In["el"] != "Ένα" || f.bar.Hidden || !f.begin.Hidden {
		t.Fatalf("a first text: %+v", got)
	}
	f.Choose("en")
	write(f.shown[0].entry, "One")
	if got := look(); got != (state{Fresh, Fresh, false}) {
		t.Errorf("translated: %+v", got)
	}
	write(f.original, "Δύο")
	if got := look(); got != (state{Fresh, Stale, true}) {
		t.Errorf("the original changed: %+v", got)
	}
	f.shown[0].confirm()
	if got := look(); got != (state{Fresh, Fresh, false}) || decodeTexts(f.Value()).In["en"] != "One" {
		t.Errorf("confirmed: %+v", got)
	}
	before := edits
	f.shown[0].entry.SetValue("")
	f.shown[0].typed()
	if got := look(); got.en != Missing || edits != before+1 {
		t.Errorf("taken out: %+v", got)
	}
}

func TestTextsBeginInAnotherLanguage(t *testing.T) {
	test.NewTempApp(t)
	f := NewTexts(TextsParams{Printer: i18n.For("el"), Lines: 1})
	f.Choose("fr")
	write(f.original, "Un")
	if got := decodeTexts(f.Value()); got.Original != "fr" || f.Chosen() != "el" || len(f.shown) != 1 {
		t.Errorf("%+v beside %q", got, f.Chosen())
	}
}

// Two languages are shown: the original, and the one chosen last, which is remembered; all of them when asked for.
func TestTextsShowTwoLanguages(t *testing.T) {
	test.NewTempApp(t)
	for _, tc := range []struct{ window, second, want string }{
		{"en", "", ""}, {"fr", "", "fr"}, {"en", "nl", "nl"}, {"fr", "en", "fr"}, {"fr", "it", "it"},
	} {
		kept := tc.second
		f := NewTexts(TextsParams{Printer: i18n.For(tc.window), Lines: 1, Translations: &Translations{
			Second: func() string { return kept }, SetSecond: func(lang string) { kept = lang },
		}})
		text := data.TextIn("en", "Title")
		f.SetValue(encodeTexts(&text))
		if f.Chosen() != tc.want || f.bar.Hidden || len(f.shown) > 1 {
			t.Errorf("%+v: translation into %q is shown", tc, f.Chosen())
		}
		f.Choose("es")
		if kept != "es" || len(f.shown) != 1 || f.shown[0].lang != "es" {
			t.Errorf("%+v: Spanish is not remembered: %q", tc, kept)
		}
		f.toggleAll()
		if len(f.shown) != 5 {
			t.Errorf("%+v: %d of five translations are shown", tc, len(f.shown))
		}
		f.toggleAll()
		if len(f.shown) != 1 || f.Chosen() != "es" {
			t.Errorf("%+v: back to %q", tc, f.Chosen())
		}
	}
}

func TestTextsTellWhatChanged(t *testing.T) {
	test.NewTempApp(t)
	asked := 0
	f := NewTexts(TextsParams{Printer: i18n.For("el"), Lines: 1, Field: "text", Translations: &Translations{
		Exec: kit.Inline(),
		Earlier: func(field, digest string) func(context.Context) (app.EarlierText, error) {
			return func(context.Context) (app.EarlierText, error) {
				asked++
				found := app.EarlierText{Text: "One", Known: digest == data.Digest("One") && field == "text"}
				found.Since = time.Date(2025, 6, 3, 10, 0, 0, 0, time.UTC)
				return found, nil
			}
		},
	}})
	text := data.TextIn("en", "One")
	text.Set("el", "Ένα")
	text.Set("it", "Uno")
	text.In["en"] = "Two"
	f.SetValue(encodeTexts(&text))
	x := f.shown[0]
	if x.stale.Text() != "Το πρωτότυπο άλλαξε στις 3 Ιουν 2025" || x.links.Hidden || !x.changes.Hidden {
		t.Errorf("stale: %q", x.stale.Text())
	}
	if len(f.marks.Objects) != 1 {
		t.Errorf("%d marks for Italian, which is not shown", len(f.marks.Objects))
	}
	x.toggle()
	if x.changes.Hidden || len(x.changes.Objects) != 2 || asked != 1 {
		t.Errorf("%d lines of changes after %d questions", len(x.changes.Objects), asked)
	}
	f.SetEnabled(false)
	if !x.right.Hidden || x.links.Hidden {
		t.Error("who may only read can confirm, or cannot look")
	}
}

func TestALongTextStandsBesideItsTranslation(t *testing.T) {
	test.NewTempApp(t)
	f := NewTexts(TextsParams{Printer: i18n.For("en"), Lines: 9})
	f.SetValue(encodeTexts(&data.Texts{Original: "el", In: map[string]string{"el": "Καλημέρα", "en": "Good morning"}}))
	test.NewTempWindow(t, f)
	for _, x := range []struct {
		width  float32
		beside bool
	}{{600, false}, {1000, true}} {
		f.Resize(fyne.NewSize(kit.U(x.width), f.MinSize().Height))
		f.Resize(fyne.NewSize(kit.U(x.width), f.MinSize().Height))
		at, translated := f.content.Objects[0], f.content.Objects[1]
		if is := translated.Position().X > 0; is != x.beside || !is && translated.Position().Y < at.MinSize().Height {
			t.Errorf("%v wide: the translation stands at %v", x.width, translated.Position())
		}
	}
}
