package project

import (
	"slices"
	"testing"

	"primadesk/data"
	"primadesk/ui/screen/screentest"
)

// held is an Exec that answers when it is told to.
// late is the screen with a part in view, once both were read, with an Exec that holds its answers back.
func late(t *testing.T, part string) (*world, *screentest.Held) {
	t.Helper()
	shell, h := screentest.Open(t, screentest.Params{}), &screentest.Held{}
	w := &world{shell, newProject(Params{Workspace: shell.Work, Shell: shell, Printer: shell.Printer}, h)}
	shell.Show(t, w.project)
	h.Backwards()
	w.show(part)
	h.Backwards()
	return w, h
}

func TestALateBookIsDropped(t *testing.T) {
	w, h := late(t, partGrant)
	w.readBook() // knows nothing yet of the partner
	screentest.Keep(t, w.Work, &data.Partner{Project: w.book.project.ID, LegalName: "Late"})
	w.readBook()
	h.Backwards()
	if got := w.book.counts["partner"]; got != 7 {
		t.Errorf("%d partners: an older answer took the place of a newer one", got)
	}
}

func TestALateListOfWordsIsDropped(t *testing.T) {
	w, h := late(t, partWords)
	list := w.now.body.(*words)
	list.read()
	if _, _, err := w.Work.Vocabularies.Add(t.Context(), list.kind, data.TextIn("en", "Harbour walk")); err != nil {
		t.Fatal(err)
	}
	list.read()
	h.Backwards()
	if !slices.ContainsFunc(list.list, func(x word) bool { return x.shown == "Harbour walk" }) {
		t.Error("the new word is gone: an older answer took the place of a newer one")
	}
	before := list.kind
	list.kinds.Choose(data.VocabularyKind.Words[1])
	list.kind = data.VocabularyKind.Words[1]
	list.read()
	w.show(partGrant) // left before the answer came
	h.Backwards()
	if slices.ContainsFunc(list.list, func(x word) bool { return x.Kind != before }) {
		t.Error("what came after the part was left is shown")
	}
}

func TestLateCountsAreDropped(t *testing.T) {
	w, h := late(t, partIndicators)
	body := w.now.body.(*indicators)
	before := body.counts
	body.read()
	body.read()
	h.Newest()
	now := body.counts
	h.Backwards()
	if now == before || body.counts != now {
		t.Error("an older answer took the place of a newer one")
	}
}
