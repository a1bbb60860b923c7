package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// EarlierText is an original as it was when a translation was made from it.
type EarlierText struct {
	Text  string
	Since time.Time // when it was changed; zero where it is still the original
	Known bool      // false: the journal has no such text, as after an import that brought the translation alone
}

// Earlier finds an original again by its digest, which is what a translation remembers of it (data.Texts), in the history
// of a record's field. Digests are short, but they only have to tell apart what one field ever said.
func (r *Records) Earlier(ctx context.Context, e *data.Entity, id, field, digest string) (EarlierText, error) {
	steps, err := r.History(ctx, e, id)
	if err != nil {
		return EarlierText{}, err
	}
	var found EarlierText
	at := "" // the register that held it
	for _, step := range steps {
		for _, c := range step.Changes {
			path := c.Path
			if !strings.HasPrefix(path, field+"/") {
				continue
			}
			text := textOf(c.New)
			switch {
			case text != "" && data.Digest(text) == digest:
				found, at = EarlierText{Text: text, Known: true}, path
			case path == at && found.Since.IsZero():
				found.Since = step.At.In(r.w.now().Location())
			}
		}
	}
	return found, nil
}

// textOf is the text that a register of a data.Texts holds; empty for other registers.
func textOf(value string) string {
	var text struct {
		Text string `json:"text"`
	}
	if json.Unmarshal([]byte(value), &text) != nil {
		return ""
	}
	return text.Text
}

// Second is the language that texts are shown in beside their original, as it was chosen last; empty until one was.
func (s *Settings) Second() string { return s.read(func(v settingValues) string { return v.Second }) }

// SetSecond remembers the language that texts are shown in beside their original; empty forgets it.
func (s *Settings) SetSecond(lang string) error {
	if lang != "" && !slices.Contains(i18n.Languages, lang) {
		return data.Fail("settings.language", "Value", lang)
	}
	return s.change(func(v *settingValues) { v.Second = lang })
}
