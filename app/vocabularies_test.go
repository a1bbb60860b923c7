package app

import (
	"slices"
	"testing"

	"primadesk/data"
)

func wordOf(t *testing.T, w *Workspace, kind, code string) Word {
	t.Helper()
	words, err := w.Vocabularies.List(t.Context(), kind)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(words, func(x Word) bool { return x.Code == code })
	if i < 0 {
		return Word{}
	}
	return words[i]
}

func TestWordsAreAddedRenamedMergedAndDeleted(t *testing.T) {
	w, ctx := sampleWorkspace(t), t.Context()
	made, _, err := w.Vocabularies.Add(ctx, "theme", data.TextIn("fr", "Logement décent"))
	if err != nil || made.Code != "logement_decent" {
		t.Fatalf("%+v %v", made, err)
	}
	if _, _, err := w.Vocabularies.Add(ctx, "theme", data.TextIn("fr", "Logement Décent")); !data.HasCode(err, "word.exists") {
		t.Errorf("twice: %v", err)
	}
	page, err := w.Records.List(ctx, Query{Entity: "takeaway", Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	takeaway := page.Records[0].(*data.Takeaway)
	before := takeaway.Theme
	takeaway.Theme = made.Code
	if _, err := w.Records.Save(ctx, takeaway); err != nil {
		t.Fatal(err)
	}
	word := wordOf(t, w, "theme", made.Code)
	if word.Uses != 1 || word.Record != made.ID {
		t.Errorf("%+v", word)
	}
	if _, err := w.Vocabularies.Delete(ctx, word); !data.HasCode(err, "word.used") {
		t.Errorf("a used word was deleted: %v", err)
	}
	into := wordOf(t, w, "theme", before)
	done, err := w.Vocabularies.Merge(ctx, word, into)
	if err != nil {
		t.Fatal(err)
	}
	if got := wordOf(t, w, "theme", before); got.Uses != into.Uses+1 || wordOf(t, w, "theme", made.Code).Code != "" {
		t.Errorf("merged: %+v", got)
	}
	if _, err := w.Records.Undo(ctx, done.Batch); err != nil {
		t.Fatal(err)
	}
	if got := wordOf(t, w, "theme", made.Code); got.Uses != 1 {
		t.Errorf("undone: %+v", got)
	}
	if _, err := w.Vocabularies.Rename(ctx, into, data.TextIn("en", "Our own word")); err != nil {
		t.Fatal(err)
	}
	v, err := w.Viewer(ctx, "en")
	if err != nil || v.Words("theme", before) != "Our own word" {
		t.Errorf("renamed: %q %v", v.Words("theme", before), err)
	}
}

func TestTagsAreWordsToo(t *testing.T) {
	w, ctx := homeWorkspace(t), t.Context()
	c := &data.Contact{GivenName: "A", FamilyName: "B", Tags: data.SetOf("harbour", "port")}
	if _, err := w.Records.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Vocabularies.Merge(ctx, Word{Kind: "tag", Code: "port"}, Word{Kind: "tag", Code: "harbour"}); err != nil {
		t.Fatal(err)
	}
	rec, err := w.Records.Get(ctx, data.EntityOf(c), c.ID)
	if err != nil || len(rec.(*data.Contact).Tags) != 1 || wordOf(t, w, "tag", "harbour").Uses != 1 {
		t.Errorf("%+v %v", rec, err)
	}
}
