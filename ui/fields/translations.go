package fields

import (
	"context"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Translations is what fields for texts in several languages know beyond the text itself. All of it may be nil: the field
// then shows the window's language beside the original, and cannot tell what changed.
type Translations struct {
	Exec kit.Exec
	// Second is the language that was shown beside an original last; SetSecond remembers another.
	Second    func() string
	SetSecond func(lang string)
	// Earlier gives, for a field by its column's id and the digest of an original, what reads that original off the UI's
	// goroutine; nil where the record that is shown has no past.
	Earlier func(field, digest string) func(context.Context) (app.EarlierText, error)
}

// TranslationsOf is the Translations of forms over one record. Record gives the one that is shown, on the UI's goroutine; its
// id is empty while there is none, or it was never written. What cannot be remembered, because the settings cannot be
// written, is forgotten.
func TranslationsOf(w *app.Workspace, exec kit.Exec, record func() (e *data.Entity, id string)) *Translations {
	return &Translations{
		Exec: exec, Second: w.Settings.Second,
		SetSecond: func(lang string) {
			if err := w.Settings.SetSecond(lang); err != nil {
				w.Log.Warn("second language is not remembered", "error", err)
			}
		},
		Earlier: func(field, digest string) func(context.Context) (app.EarlierText, error) {
			e, id := record()
			if id == "" {
				return nil
			}
			return func(ctx context.Context) (app.EarlierText, error) {
				return w.Records.Earlier(ctx, e, id, field, digest)
			}
		},
	}
}
