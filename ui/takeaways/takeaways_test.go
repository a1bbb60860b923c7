package takeaways

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// stale changes the original of a takeaway and leaves its translations as they are, but for Dutch, which goes.
func stale(t *testing.T, f *fakeShell, id string) {
	t.Helper()
	next := *f.takeaway(t, id)
	next.Text = next.Text.Clone()
	next.Text.In[next.Text.Original] += " And soon."
	next.Text.Set("nl", "")
	if _, err := f.work.Records.Save(context.Background(), &next); err != nil {
		t.Fatal(err)
	}
}

// texts are the takeaways of the list, in its order.
func (s *takeaways) texts() []string {
	var out []string
	for i := range s.source.pages.Len() {
		t, _ := s.source.pages.Item(i)
		out = append(out, t.Text.Show("en"))
	}
	return out
}

// headings are the groups of the list, in order, each time another one begins.
func (s *takeaways) headings() []string {
	var out []string
	for i := range s.source.pages.Len() {
		t, _ := s.source.pages.Item(i)
		if h := s.heading(t); len(out) == 0 || out[len(out)-1] != h {
			out = append(out, h)
		}
	}
	return out
}

func TestCardsAreGrouped(t *testing.T) {
	s, f := open(t, "en")
	if len(s.texts()) != 15 {
		t.Fatalf("%d takeaways, %v", len(s.texts()), f.errors)
	}
	countries := s.headings()
	if !strings.HasPrefix(countries[0], "Belgium · Networking event in Belgium") || len(countries) != 5 {
		t.Errorf("by country: %q", countries)
	}
	if !slices.ContainsFunc(countries, func(h string) bool { return strings.HasPrefix(h, "Italy") && strings.Contains(h, " and ") }) {
		t.Errorf("Sicily's two round tables are not together: %q", countries)
	}
	s.want.group = byTheme
	s.narrow()
	if themes := s.headings(); !slices.IsSorted(themes) || themes[0] != "Access to services" {
		t.Errorf("by theme: %q", themes)
	}
	s.want.group = byFollowUp
	s.narrow()
	for i := range s.source.pages.Len() {
		if x, _ := s.source.pages.Item(i); !x.HasFollowUp() || x.FollowUpState == "done" {
			t.Errorf("%q needs no follow-up", x.Text.Show("en"))
		}
	}
}

func TestSearchAndFilters(t *testing.T) {
	s, _ := open(t, "el")
	s.Search("ΣΥΝΑΝΤΗΘΗΚΑΝ οργανωσεις")
	if got := s.texts(); len(got) != 1 || !strings.HasPrefix(got[0], "Organisations met") {
		t.Errorf("unaccented search: %q", got)
	}
	s.Search("nothing like it")
	if !s.nothing.Visible() || len(s.cards.blocks) != 0 {
		t.Error("an empty answer says nothing")
	}
	s.clear()
	s.bar.set(s.bar.filters[0], "need")
	for i := range s.source.pages.Len() {
		if x, _ := s.source.pages.Item(i); x.Kind != "need" {
			t.Errorf("a %s is among the needs", x.Kind)
		}
	}
	if n := s.source.pages.Len(); n == 0 || n == 15 {
		t.Errorf("%d needs", n)
	}
}

func TestStaleTranslationIsConfirmed(t *testing.T) {
	s, f := open(t, "fr")
	id := s.source.have().ids[3]
	stale(t, f, id)
	s.Open(id)
	text := s.record.form.Control("text").(*fields.Texts)
	if x := f.takeaway(t, id); text.Chosen() != "fr" || !x.Text.Stale("fr") || fields.StateOf(&x.Text, "nl") != fields.Missing {
		t.Fatalf("shown %q, %+v", text.Chosen(), x.Text)
	}
	fresh := f.takeaway(t, id)
	fresh.Text.Confirm("fr")
	s.record.form.SetValue("text", fields.Value(fields.Column(fresh, "text"), fresh))
	if !s.Dirty() || !s.Save() {
		t.Fatal(f.errors)
	}
	if x := f.takeaway(t, id); x.Text.Stale("fr") || !x.Text.Stale("it") {
		t.Errorf("French is not confirmed, or Italian is too: %+v", x.Text.Of)
	}
}

func TestNewTakeaway(t *testing.T) {
	s, f := open(t, "en")
	italian := f.takeaway(t, s.source.have().ids[0])
	s.New()
	if s.Save() || s.record.form.Error("text") == "" {
		t.Error("a takeaway without a text is saved")
	}
	next := &data.Takeaway{Text: data.TextIn("en", "Buses decide who can take a job.")}
	s.record.form.SetValue("text", fields.Value(fields.Column(next, "text"), next))
	s.record.form.SetValue("events", strings.Join(italian.Events, kit.Separator))
	if !s.Save() {
		t.Fatal(f.errors)
	}
	x := f.takeaway(t, s.record.id())
	if x.Country != italian.Country || x.Owner == "" || x.Order <= italian.Order || x.Visibility != "internal" || x.Project == "" {
		t.Errorf("%+v", x)
	}
	if len(s.texts()) != 16 {
		t.Errorf("%d cards", len(s.texts()))
	}
	f.last().Actions[0].Do()
	if len(s.texts()) != 15 || s.record.now != nil {
		t.Errorf("after undo: %d cards, %v beside them", len(s.texts()), s.record.now)
	}
}

func TestEditDeleteUndo(t *testing.T) {
	s, f := open(t, "en")
	id := s.record.id()
	s.record.form.SetValue("follow_up_due", "30 Sep")
	if s.Save() || s.record.form.Error("follow_up_due") == "" {
		t.Error("a date that is none is saved")
	}
	s.record.form.SetValue("follow_up_due", "2025-09-30")
	s.pick(s.source.have().ids[5])
	if s.record.id() != id || f.win.Canvas().Overlays().Top() == nil {
		t.Fatal("what is not saved is thrown away without a word")
	}
	f.win.Canvas().Overlays().Top().(*kit.Dialog).Close()
	if !s.Save() || f.takeaway(t, id).FollowUpDue != "2025-09-30" {
		t.Fatal(f.errors)
	}
	s.Delete()
	if len(s.texts()) != 14 || s.record.id() == id || s.record.now == nil {
		t.Errorf("%d cards, %q beside them", len(s.texts()), s.record.id())
	}
	f.last().Actions[0].Do()
	if len(s.texts()) != 15 {
		t.Errorf("%d cards after undo", len(s.texts()))
	}
}

// However many takeaways there are, a few blocks of cards exist at a time, at every place of the list.
func TestManyCards(t *testing.T) {
	s, f := open(t, "en")
	_, err := f.work.Records.Write(context.Background(), "put", map[string]any{"File": "test"}, func(tx *app.Tx) error {
		for range 400 {
			x := newTakeaway(s.book, "")
			x.Country, x.Text = "GR", data.TextIn("en", strings.Repeat("What was said in the hall. ", 6))
			if err := tx.Save(x); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f.win.Resize(fyne.NewSize(1170, 742))
	if len(s.cards.blocks) != 42 {
		t.Fatalf("%d blocks", len(s.cards.blocks))
	}
	height := s.cards.holder.MinSize().Height
	for _, part := range []float32{0, 0.5, 0.9, 0.2} {
		s.cards.scroll.ScrollToOffset(fyne.NewPos(0, height*part))
		s.cards.update()
		live := 0
		for _, b := range s.cards.blocks {
			if b.object != nil {
				live++
			}
		}
		if live == 0 || live > 4 {
			t.Errorf("at %.0f%%: %d blocks exist", part*100, live)
		}
	}
}

func TestOpenBeforeShown(t *testing.T) {
	s, f := build(t, "nl", kit.ThemeParams{}, true)
	ids, err := f.work.Records.IDs(context.Background(), app.Query{Entity: "takeaway"})
	if err != nil {
		t.Fatal(err)
	}
	s.Open(ids[4])
	s.Shown()
	defer s.Hidden()
	if s.record.now == nil || s.record.now.ID != ids[4] {
		t.Errorf("shown: %v", s.record.now)
	}
}
