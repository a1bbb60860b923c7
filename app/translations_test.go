package app

import (
	"testing"
	"time"

	"primadesk/data"
)

func TestEarlierOriginalIsFoundAgain(t *testing.T) {
	now := homeDay
	settings, err := LoadSettings(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w, err := Create(t.Context(), Params{Folder: t.TempDir() + "/work", Settings: settings, Lang: "en", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	x := &data.Takeaway{Project: newID(), Text: data.TextIn("en", "Support exists.")}
	x.Text.Set("el", "Υπάρχει υποστήριξη.")
	save := func() {
		t.Helper()
		if _, err := w.Records.Save(t.Context(), x); err != nil {
			t.Fatal(err)
		}
		now = now.AddDate(0, 0, 1)
	}
	save()
	x.Text.In["en"] = "Support exists, uncoordinated."
	save()
	x.Text.Set("fr", "Un soutien existe.")
	x.Text.In["en"] = "Support exists but nobody coordinates it."
	save()
	e := data.EntityOf(x)
	for lang, want := range map[string]EarlierText{
		"el": {Text: "Support exists.", Since: homeDay.AddDate(0, 0, 1), Known: true},
		"fr": {Text: "Support exists, uncoordinated.", Since: homeDay.AddDate(0, 0, 2), Known: true},
	} {
		got, err := w.Records.Earlier(t.Context(), e, x.ID, "text", x.Text.Of[lang])
		if err != nil || got.Text != want.Text || got.Known != want.Known || !got.Since.Equal(want.Since) {
			t.Errorf("%s: %+v, %v", lang, got, err)
		}
	}
	got, err := w.Records.Earlier(t.Context(), e, x.ID, "text", data.Digest(x.Text.In["en"]))
	if err != nil || !got.Known || !got.Since.IsZero() {
		t.Errorf("as it is now: %+v, %v", got, err)
	}
	if got, err := w.Records.Earlier(t.Context(), e, x.ID, "text", "0123456789abcdef"); err != nil || got.Known {
		t.Errorf("a text that was never here: %+v, %v", got, err)
	}
	if _, err := w.Records.Earlier(t.Context(), e, "nobody", "text", "x"); !data.HasCode(err, "record.missing") {
		t.Errorf("of no record: %v", err)
	}
}
