package takeaways

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// open makes a workspace with the sample, and the screen over it.
func open(t *testing.T, p screentest.Params) (*takeaways, *screentest.Shell) {
	t.Helper()
	s, sh := build(t, p)
	sh.Show(t, s)
	return s, sh
}

func build(t *testing.T, p screentest.Params) (*takeaways, *screentest.Shell) {
	t.Helper()
	sh := screentest.Open(t, p)
	return newTakeaways(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, kit.Inline()), sh
}

// change changes a stored takeaway.
func change(t *testing.T, sh *screentest.Shell, id string, do func(*data.Takeaway)) {
	t.Helper()
	next := *screentest.Stored[*data.Takeaway](t, sh.Work, id)
	next.Text = next.Text.Clone()
	do(&next)
	screentest.Keep(t, sh.Work, &next)
}

// outdate changes the original of a takeaway and leaves its translations as they are, but for Dutch, which goes.
func outdate(t *data.Takeaway) {
	t.Text.In[t.Text.Original] += " And soon."
	t.Text.Set("nl", "")
}

// ids are the takeaways of the list, in its order.
func (s *takeaways) ids() []string {
	var out []string
	for _, g := range s.answer.groups {
		for _, t := range g.list {
			out = append(out, t.ID)
		}
	}
	return out
}

// headings are the groups of the list, in order.
func (s *takeaways) headings() []string {
	var out []string
	for _, g := range s.answer.groups {
		out = append(out, g.heading)
	}
	return out
}

func TestCardsAreGrouped(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	if len(s.ids()) != 15 || s.pane.ID() != s.ids()[0] {
		t.Fatalf("%d takeaways, %q beside them, %v", len(s.ids()), s.pane.ID(), sh.Errors)
	}
	countries := s.headings()
	if !strings.HasPrefix(countries[0], "Belgium · Networking event in Belgium") || len(countries) != 5 {
		t.Errorf("by country: %q", countries)
	}
	if !slices.ContainsFunc(countries, func(h string) bool { return strings.HasPrefix(h, "Italy") && strings.Contains(h, " and ") }) {
		t.Errorf("Sicily's two round tables are not together: %q", countries)
	}
	s.look(byTheme)
	if themes := s.headings(); !slices.IsSorted(themes) || themes[0] != "Access to services" {
		t.Errorf("by theme: %q", themes)
	}
	s.look(byKind)
	if kinds := s.headings(); !slices.Contains(kinds, "Good practice") || len(s.ids()) != 15 {
		t.Errorf("by kind: %q", kinds)
	}
	s.look(byGroup)
	if len(s.ids()) <= 15 || !slices.Contains(s.headings(), "Migrants") {
		t.Errorf("by target group: %q with %d cards", s.headings(), len(s.ids()))
	}
	change(t, sh, s.ids()[0], func(x *data.Takeaway) { x.TargetGroups, x.Country = nil, "" })
	if last := s.headings()[len(s.headings())-1]; last != "Without a target group" {
		t.Errorf("last is %q", last)
	}
	s.look(byCountry)
	if last := s.headings()[len(s.headings())-1]; !strings.HasPrefix(last, "Without a country") {
		t.Errorf("last is %q", last)
	}
}

func TestSearchAndFilters(t *testing.T) {
	s, _ := open(t, screentest.Params{Lang: "el"})
	s.Search("ΣΥΝΑΝΤΗΘΗΚΑΝ οργανωσεις")
	if got := s.answer.list; len(got) != 1 || !strings.HasPrefix(got[0].Text.Show("en"), "Organisations met") {
		t.Errorf("unaccented search: %d", len(got))
	}
	s.Search("nothing like it")
	if !s.nothing.Visible() || len(s.cards.blocks) != 0 {
		t.Error("an empty answer says nothing")
	}
	s.clear()
	for _, f := range filters {
		options := s.bar.options(f)
		if len(options) == 0 {
			t.Errorf("nothing to choose for %s", f.id)
			continue
		}
		found := 0
		for _, o := range options {
			s.setFilter(f.id, o.Value)
			found += len(s.answer.list)
			if len(s.answer.list) == 15 && f.id != "visibility" {
				t.Errorf("%s %s narrows nothing", f.id, o.Value)
			}
		}
		if found == 0 && f.id != filterLanguage {
			t.Errorf("%s finds nothing whatever is chosen", f.id)
		}
		s.setFilter(f.id, "")
	}
	if len(s.answer.list) != 15 {
		t.Errorf("%d without filters", len(s.answer.list))
	}
}

func TestStaleAndMissingTranslationsAreFound(t *testing.T) {
	s, sh := open(t, screentest.Params{Lang: "fr"})
	id := s.ids()[3]
	change(t, sh, id, outdate)
	for value, want := range map[string]bool{"fr:" + stale: true, "nl:" + missing: true, "fr:" + missing: false} {
		if s.setFilter(filterLanguage, value); slices.Contains(s.ids(), id) != want || len(s.ids()) > 2 {
			t.Errorf("%s: %d", value, len(s.answer.list))
		}
	}
	s.clear()
	s.Reveal("takeaway", id, "text/it")
	text := s.pane.Control("text").(*fields.Texts)
	if text.Chosen() != "it" || sh.Win.Canvas().Focused() == nil || sh.Work.Settings.Second() != "it" {
		t.Errorf("beside the original: %q", text.Chosen())
	}
	fresh := screentest.Stored[*data.Takeaway](t, sh.Work, id)
	fresh.Text.Confirm("it")
	s.pane.SetValue("text", fields.Value(fields.Column(fresh, "text"), fresh))
	if !s.Dirty() || !s.Save() {
		t.Fatal(sh.Errors)
	}
	if x := screentest.Stored[*data.Takeaway](t, sh.Work, id); x.Text.Stale("it") || !x.Text.Stale("fr") {
		t.Errorf("Italian is not confirmed, or French is too: %+v", x.Text.Of)
	}
}

func TestNewTakeaway(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	other := screentest.Stored[*data.Takeaway](t, sh.Work, s.ids()[0])
	s.New()
	if s.Save() || s.pane.Error("text") == "" {
		t.Error("a takeaway without a text is saved")
	}
	next := &data.Takeaway{Text: data.TextIn("en", "Buses decide who can take a job.")}
	s.pane.SetValue("text", fields.Value(fields.Column(next, "text"), next))
	s.pane.SetValue("events", strings.Join(other.Events, kit.Separator))
	s.pane.SetValue("follow_up", "Ask the bus company")
	if !s.Save() {
		t.Fatal(sh.Errors)
	}
	x := screentest.Stored[*data.Takeaway](t, sh.Work, s.pane.ID())
	if x.Country != other.Country || x.Owner == "" || x.Order <= other.Order || x.Visibility != "internal" || x.Project == "" || x.FollowUpState != "open" {
		t.Errorf("%+v", x)
	}
	if len(s.ids()) != 16 {
		t.Errorf("%d cards", len(s.ids()))
	}
	sh.Last().Actions[0].Do()
	if len(s.ids()) != 15 || s.pane.ID() != "" {
		t.Errorf("after undo: %d cards, %q beside them", len(s.ids()), s.pane.ID())
	}
}

func TestEditDeleteUndo(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	id := s.pane.ID()
	s.pane.SetValue("follow_up_due", "30 Sep")
	if s.Save() || s.pane.Error("follow_up_due") == "" {
		t.Error("a date that is none is saved")
	}
	s.pane.SetValue("follow_up_due", "2025-09-30")
	s.pick(s.ids()[5])
	s.pick(id)
	if !s.Dirty() || s.pane.Value("follow_up_due") != "2025-09-30" {
		t.Fatal("what was typed is gone")
	}
	if !s.Save() || screentest.Stored[*data.Takeaway](t, sh.Work, id).FollowUpDue != "2025-09-30" {
		t.Fatal(sh.Errors)
	}
	next := s.neighbour(id)
	s.Delete()
	if len(s.ids()) != 14 || s.pane.ID() != next {
		t.Errorf("%d cards, %q beside them, want %q", len(s.ids()), s.pane.ID(), next)
	}
	sh.Last().Actions[0].Do()
	if len(s.ids()) != 15 {
		t.Errorf("%d cards after undo", len(s.ids()))
	}
	s.pick(id)
	s.pane.Duplicate()
	if !s.pane.Fresh() || !s.Dirty() || !s.Save() || s.Dirty() || len(s.ids()) != 16 {
		t.Errorf("a duplicate is not saved: %v", sh.Errors)
	}
	if x := screentest.Stored[*data.Takeaway](t, sh.Work, s.pane.ID()); x.FollowUpDue != "" || len(x.Events) == 0 {
		t.Errorf("the duplicate: %+v", x)
	}
}

// However many takeaways there are, a few blocks of cards exist at a time, at every place of the list.
func TestManyCards(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	_, err := sh.Work.Records.Write(t.Context(), "put", map[string]any{"File": "test"}, func(tx *app.Tx) error {
		for range 400 {
			x := newTakeaway(s.book)
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
	if len(s.cards.blocks) < 20 {
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

func TestStateIsRemembered(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	s.look(byKind)
	s.setFilter(byCountry, "GR")
	s.pick(s.ids()[1])
	again := newTakeaways(s.Params, kit.Inline())
	again.SetState(s.State())
	again.SetState("no JSON")
	sh.Show(t, again)
	if again.want.view != byKind || again.want.filters[byCountry] != "GR" || again.pane.ID() != s.pane.ID() {
		t.Errorf("%+v with %q", again.want, again.pane.ID())
	}
	for _, c := range again.Commands() {
		c.Do()
	}
	if again.want.view != byFollowUp {
		t.Errorf("the last command shows %s", again.want.view)
	}
}

func TestOpenBeforeShownAndAfterHidden(t *testing.T) {
	s, sh := build(t, screentest.Params{Lang: "nl"})
	ids, err := sh.Work.Records.IDs(t.Context(), app.Query{Entity: "takeaway"})
	if err != nil {
		t.Fatal(err)
	}
	s.Open(ids[4])
	sh.Show(t, s)
	if s.pane.ID() != ids[4] {
		t.Errorf("shown: %v", s.pane.ID())
	}
	s.Hidden()
	change(t, sh, ids[4], outdate)
	if slices.ContainsFunc(s.answer.list, func(x *data.Takeaway) bool { return x.Text.Stale("fr") }) {
		t.Error("a hidden screen still follows")
	}
	s.Shown()
	if !slices.ContainsFunc(s.answer.list, func(x *data.Takeaway) bool { return x.Text.Stale("fr") }) {
		t.Error("shown again it is not up to date")
	}
}

// held is an Exec that answers when told to.
func TestLateAnswerIsDropped(t *testing.T) {
	sh := screentest.Open(t, screentest.Params{})
	h := &screentest.Held{}
	s := newTakeaways(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, h)
	sh.Show(t, s)
	h.Backwards()
	s.Search("organisations met")
	s.Search("")
	h.Backwards()
	if len(s.answer.list) != 15 {
		t.Errorf("%d takeaways: a late answer came through", len(s.answer.list))
	}
}
