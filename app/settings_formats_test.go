package app

import (
	"errors"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

func TestFormats(t *testing.T) {
	dir := t.TempDir()
	s, err := LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	if s.Custom() != (i18n.Custom{}) || s.CSVComma("en") != ',' || s.CSVComma("el") != ';' {
		t.Errorf("before anything is chosen: %+v", s.Custom())
	}
	for key, words := range map[string][]string{"dates": DateFormats, "week": WeekFormats, "csv": CSVSeparators} {
		if got, err := s.Get(key, ""); got != AsLanguage || err != nil {
			t.Errorf("%s is %q at first, %v", key, got, err)
		}
		for _, word := range words {
			if err := s.Set(key, word, ""); err != nil {
				t.Errorf("%s %s: %v", key, word, err)
			}
			if got, _ := s.Get(key, ""); got != word {
				t.Errorf("%s is %q, want %q", key, got, word)
			}
		}
		known, ok := errors.AsType[*data.Error](s.Set(key, "other", ""))
		if !ok || known.Code != "settings.format" {
			t.Errorf("%s takes any word: %v", key, known)
		}
	}
	again, err := LoadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	if again.Custom() != (i18n.Custom{Sunday: true, ISO: true}) || again.CSVComma("el") != ',' {
		t.Errorf("read again: %+v, %q", again.Custom(), again.CSVComma("el"))
	}
}
