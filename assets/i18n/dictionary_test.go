package i18n_test

import (
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// The domain declares the ids of its labels and knows no language; that each has its
// words is seen from here.
func TestTheDictionaryHasItsWords(t *testing.T) {
	p := i18n.For("en")
	want := func(id string) {
		t.Helper()
		if !p.Has(id) {
			t.Errorf("there is no text %q", id)
		}
	}
	var columns func([]data.Column)
	columns = func(all []data.Column) {
		for i := range all {
			want(all[i].LabelID())
			if all[i].Rows != nil {
				columns(all[i].Rows.Columns)
			}
		}
	}
	for _, e := range data.Entities() {
		columns(e.Columns)
		want(e.LabelID())
		want(e.LabelID() + ".name")
		want(e.LabelID() + ".names")
	}
	for _, e := range data.Enums() {
		for _, word := range e.Words {
			want(e.LabelID(word))
		}
	}
	for _, kind := range data.VocabularyKind.Words {
		for _, word := range data.Shipped(kind) {
			want("word." + kind + "." + word)
		}
	}
}
