package takeaways

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestOrderIsChangedByKeys(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	b := s.cards.blocks[0]
	before := []string{}
	for _, x := range b.list {
		before = append(before, x.ID)
	}
	if b.order == nil || len(before) < 3 {
		t.Fatalf("%d cards of one event cannot be moved", len(before))
	}
	b.order.MoveRow(0, 1)
	want := slices.Clone(before)
	want[0], want[1] = want[1], want[0]
	if got := s.ids()[:len(want)]; !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if s.cards.blocks[0].order == b.order || sh.Win.Canvas().Focused() == nil {
		t.Error("the keyboard does not follow the card")
	}
	s.cards.blocks[0].order.MoveRow(len(want)-1, 0)
	if got := s.ids()[0]; got != want[len(want)-1] {
		t.Errorf("the last one is not the first: %q", got)
	}
	sh.Last().Actions[0].Do()
	if got := s.ids()[:len(want)]; !slices.Equal(got, want) {
		t.Errorf("after undo: %q, want %q", got, want)
	}
	b.order = nil
	s.look(byTheme)
	if s.cards.blocks[0].order != nil {
		t.Error("cards of several events can be moved among each other")
	}
}

func TestReorderedNumbersAnewWhereThereIsNoRoom(t *testing.T) {
	list := []*data.Takeaway{{Order: "V"}, {Order: "V"}, {Order: ""}}
	for i, x := range list {
		x.ID = string(rune('a' + i))
	}
	moved := []*data.Takeaway{list[2], list[0], list[1]}
	changed := reordered(moved, 0)
	keys := map[string]string{"a": "V", "b": "V", "c": ""}
	for _, x := range changed {
		keys[x.ID] = x.Order
	}
	if !(keys["c"] < keys["a"] && keys["a"] < keys["b"]) || list[0].Order != "V" {
		t.Errorf("%v", keys)
	}
}

func TestFollowUpsMoveOnTheBoard(t *testing.T) {
	s, sh := open(t, screentest.Params{Today: "2026-12-20"})
	s.look(byFollowUp)
	if s.pane.ID() != "" || !s.board.Visible() || s.cards.Visible() || len(s.answer.list) == 0 {
		t.Fatal("the board is not shown alone")
	}
	late := 0
	var card *data.Takeaway
	for _, x := range s.answer.list {
		if !x.HasFollowUp() {
			t.Errorf("%q needs no follow-up", x.Text.Show("en"))
		}
		if s.late(x) {
			late++
			card = x
		}
	}
	if late == 0 || s.boardCard(card).Tone != kit.ToneLate {
		t.Fatal("nothing is late")
	}
	s.board.Pick(card.ID)
	sh.Win.Canvas().Focus(s.board)
	s.setState(card.ID, "done")
	if x := screentest.Stored[*data.Takeaway](t, sh.Work, card.ID); x.FollowUpState != "done" || s.late(x) {
		t.Errorf("state %s", x.FollowUpState)
	}
	sh.Last().Actions[0].Do()
	if x := screentest.Stored[*data.Takeaway](t, sh.Work, card.ID); x.FollowUpState == "done" {
		t.Error("the state was not taken back")
	}
	s.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.pane.ID() == "" {
		t.Error("Enter opens nothing")
	}
	if !s.Back() || s.pane.ID() != "" || sh.Win.Canvas().Focused() != s.board {
		t.Error("Esc does not lead back to the board")
	}
}

func TestArrowKeysGoFromCardToCard(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	canvas, c := sh.Win.Canvas(), s.cards
	press := func(key fyne.KeyName) { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key}) }
	canvas.Focus(c.blocks[0].targets[0])
	press(fyne.KeyUp)
	if canvas.Focused() != c.blocks[0].targets[0] {
		t.Error("there is something before the first card")
	}
	for range s.ids()[1:] {
		press(fyne.KeyDown)
	}
	last := c.blocks[len(c.blocks)-1]
	if len(last.targets) == 0 || canvas.Focused() != last.targets[len(last.targets)-1] {
		t.Fatalf("the keyboard is in %v, not on the last card", canvas.Focused())
	}
	if c.scroll.Offset.Y == 0 {
		t.Error("the last card is not in view")
	}
	press(fyne.KeyReturn)
	if s.pane.ID() != last.list[len(last.list)-1].ID {
		t.Error("Enter does not open the card")
	}
}

// The keyboard stays on a card that is opened, on its own among those of its takeaway, and goes into the record with the
// second Enter.
func TestKeyboardStaysOnTheCard(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	canvas, c := sh.Win.Canvas(), s.cards
	press := func() { canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	s.look(byGroup)
	b := c.blocks[len(c.blocks)-1]
	c.step(b, len(b.list)-1)
	id := b.list[len(b.list)-1].ID
	press()
	if s.pane.ID() != id || canvas.Focused() != b.targets[len(b.targets)-1] {
		t.Errorf("beside the cards: %q, want %q; the keyboard is in %v", s.pane.ID(), id, canvas.Focused())
	}
	press()
	if text := s.pane.Control("text").Target(); canvas.Focused() != text {
		t.Errorf("the second Enter leads to %v", canvas.Focused())
	}
	s.look(byCountry)
	first := c.blocks[0]
	first.order.Focus(1)
	change(t, sh, first.list[0].ID, outdate) // elsewhere, meanwhile
	if again := c.blocks[0]; again.order == first.order || again.order.Focused() != 1 {
		t.Error("the keyboard does not stay on the grip")
	}
}

func TestFilterThatIsTakenAwayLeavesTheKeyboard(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	s.setFilter(byCountry, "GR")
	i := slices.IndexFunc(s.bar.chips.Objects, func(o fyne.CanvasObject) bool {
		chip, ok := o.(*kit.FilterChip)
		return ok && strings.HasPrefix(chip.Text(), "Country")
	})
	if i < 0 {
		t.Fatal("no chip says what the list is narrowed to")
	}
	chip := s.bar.chips.Objects[i].(*kit.FilterChip)
	sh.Win.Canvas().Focus(chip)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if s.want.narrowed() || sh.Win.Canvas().Focused() != s.bar.add {
		t.Errorf("narrowed: %v, the keyboard is in %v", s.want.narrowed(), sh.Win.Canvas().Focused())
	}
}

func TestFilterIsChosenByTyping(t *testing.T) {
	s, sh := open(t, screentest.Params{})
	s.bar.open()
	for _, r := range "gree" {
		sh.Win.Canvas().Focused().TypedRune(r)
	}
	sh.Win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.want.filters[byCountry] != "GR" || sh.Win.Canvas().Focused() != s.bar.add {
		t.Errorf("filters %v, the keyboard is in %v", s.want.filters, sh.Win.Canvas().Focused())
	}
}
