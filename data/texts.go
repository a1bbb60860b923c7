package data

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Texts is one text in several languages. One is the original; every translation
// remembers which original it was made from, and is stale once that changed.
//
// In JSON: {"original":"en","en":"…","fr":"…","stale":{"fr":"digest"}}, where
// "stale" names only the translations that are; the digest is that of the
// original they were made from.
type Texts struct {
	Original string            // language of the original; empty if there is no text
	In       map[string]string // language → text, never empty texts
	Of       map[string]string // language → digest of the original it was made from
}

// Digest names a text for Texts.Of.
func Digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// TextIn makes a text with only an original.
func TextIn(lang, text string) Texts {
	var t Texts
	t.Set(lang, text)
	return t
}

// Empty tells whether there is no text at all.
func (t *Texts) Empty() bool { return len(t.In) == 0 }

// Get is the text in a language, or in the original language, or in the first
// there is; and the language it is in.
func (t *Texts) Get(lang string) (text, in string) {
	for _, l := range append([]string{lang, t.Original}, slices.Sorted(maps.Keys(t.In))...) {
		if s := t.In[l]; s != "" {
			return s, l
		}
	}
	return "", ""
}

// Show is Get's text.
func (t *Texts) Show(lang string) string { s, _ := t.Get(lang); return s }

// Stale tells whether the translation into lang was made from an original that has changed since.
func (t *Texts) Stale(lang string) bool {
	return lang != t.Original && t.In[lang] != "" && t.Of[lang] != Digest(t.In[t.Original])
}

// Set writes the text in a language; an empty text takes the language out. The first
// text becomes the original; a translation counts as made from the original as it is now.
func (t *Texts) Set(lang, text string) {
	if text == "" {
		delete(t.In, lang)
		delete(t.Of, lang)
		if len(t.In) == 0 {
			t.Original = ""
		}
		return
	}
	if t.In == nil {
		t.In = map[string]string{}
	}
	t.In[lang] = text
	if t.Original == "" {
		t.Original = lang
	}
	if lang != t.Original {
		t.Confirm(lang)
	}
}

// Confirm says that the translation into lang fits the original as it is now.
func (t *Texts) Confirm(lang string) {
	if t.Of == nil {
		t.Of = map[string]string{}
	}
	t.Of[lang] = Digest(t.In[t.Original])
}

// Clone copies the maps too.
func (t *Texts) Clone() Texts {
	return Texts{Original: t.Original, In: maps.Clone(t.In), Of: maps.Clone(t.Of)}
}

// MarshalJSON writes the form that the type's comment shows, languages in order.
func (t Texts) MarshalJSON() ([]byte, error) {
	if t.Empty() {
		return []byte("null"), nil
	}
	b := []byte(`{"original":`)
	b = appendString(b, t.Original)
	stale := map[string]string{}
	for _, lang := range slices.Sorted(maps.Keys(t.In)) {
		b = append(b, ',')
		b = appendString(b, lang)
		b = append(b, ':')
		b = appendString(b, t.In[lang])
		if t.Stale(lang) {
			stale[lang] = t.Of[lang]
		}
	}
	if len(stale) > 0 {
		s, err := marshal(stale)
		if err != nil {
			return nil, err
		}
		b = append(append(b, `,"stale":`...), s...)
	}
	return append(b, '}'), nil
}

func appendString(b []byte, s string) []byte {
	q, _ := marshal(s) // a string always marshals
	return append(b, q...)
}

// UnmarshalJSON merges into what is there: languages not named stay, null or ""
// takes one out. Translations named without "stale" count as fresh.
func (t *Texts) UnmarshalJSON(b []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return fmt.Errorf("texts: %w", ErrForm)
	}
	if raw == nil { // null
		*t = Texts{}
		return nil
	}
	var stale map[string]string
	if s, ok := raw["stale"]; ok {
		if err := json.Unmarshal(s, &stale); err != nil {
			return fmt.Errorf("stale: %w", ErrForm)
		}
	}
	original := t.Original
	if o, ok := raw["original"]; ok {
		if err := json.Unmarshal(o, &original); err != nil {
			return fmt.Errorf("original: %w", ErrForm)
		}
	}
	delete(raw, "stale")
	delete(raw, "original")
	given := map[string]string{}
	for lang, v := range raw {
		var s *string
		if err := json.Unmarshal(v, &s); err != nil {
			return fmt.Errorf("%s: %w", lang, ErrForm)
		}
		given[lang] = ""
		if s != nil {
			given[lang] = *s
		}
	}
	if original == "" && len(given) == 1 {
		for lang := range given {
			original = lang
		}
	}
	t.merge(original, given, stale)
	return nil
}

func (t *Texts) merge(original string, given, stale map[string]string) {
	next := t.Clone()
	next.Original = original
	if next.In == nil {
		next.In = map[string]string{}
	}
	if next.Of == nil {
		next.Of = map[string]string{}
	}
	for lang, text := range given {
		next.In[lang] = text
		if text == "" {
			delete(next.In, lang)
			delete(next.Of, lang)
		}
	}
	delete(next.Of, original)
	for lang, text := range given {
		if lang == original || text == "" {
			continue
		}
		next.Of[lang] = Digest(next.In[original])
		if d, ok := stale[lang]; ok {
			next.Of[lang] = d
		}
	}
	if len(next.In) == 0 {
		next = Texts{}
	}
	*t = next
}

// Value keeps the texts as JSON in one database column. It keeps all digests, so
// that reading does not depend on which translations were stale.
func (t Texts) Value() (driver.Value, error) {
	if t.Empty() {
		return "", nil
	}
	return marshal(storedTexts(t))
}

type storedTexts struct {
	Original string            `json:"o"`
	In       map[string]string `json:"t"`
	Of       map[string]string `json:"d,omitempty"`
}

// Scan reads what Value wrote.
func (t *Texts) Scan(src any) error {
	var s storedTexts
	if err := scanJSON(src, &s); err != nil {
		return err
	}
	*t = Texts(s)
	return nil
}
