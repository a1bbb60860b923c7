package takeaways

import (
	"cmp"
	"slices"
	"strings"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// newBoard makes the board of follow-ups: a column a state, a card a takeaway that something is to follow from.
func newBoard(s *takeaways) *kit.Board {
	return kit.NewBoard(kit.BoardParams{
		Name: s.Printer.T("takeaways.follow_ups"), Empty: s.Printer.T("takeaways.column_empty"),
		OnOpen: func(id string) {
			s.pick(id)
			s.pane.Reveal("follow_up")
		},
		OnMove: func(id, _, to string) { s.setState(id, to) },
	})
}

// stateOf is the column of a follow-up: one without a state is open.
func stateOf(t *data.Takeaway) string { return cmp.Or(t.FollowUpState, "open") }

// drawBoard shows the follow-ups, those that are due first on top.
func (s *takeaways) drawBoard() {
	p := s.Printer
	var columns []kit.BoardColumn
	for _, word := range data.FollowUpStatus.Words {
		columns = append(columns, kit.BoardColumn{ID: word, Title: i18n.Upper(p.Enum(data.FollowUpStatus.Name, word)), Tone: stateTone(word)})
	}
	list := slices.Clone(s.answer.list)
	slices.SortStableFunc(list, func(x, y *data.Takeaway) int {
		return cmp.Or(cmp.Compare(cmp.Or(string(x.FollowUpDue), "9999"), cmp.Or(string(y.FollowUpDue), "9999")), s.book.compare(x, y))
	})
	cards := make([]kit.BoardCard, 0, len(list))
	for _, t := range list {
		cards = append(cards, s.boardCard(t))
	}
	s.board.Set(columns, cards)
}

func (s *takeaways) boardCard(t *data.Takeaway) kit.BoardCard {
	p := s.Printer
	owner := s.book.partners[t.FollowUpOwner]
	if owner == "" {
		owner = p.T("takeaways.no_owner")
	}
	card := kit.BoardCard{
		ID: t.ID, Column: stateOf(t), Title: cmp.Or(t.FollowUp, t.Text.Show(p.Lang())), Note: owner, Tone: kit.ToneNeutral, Fixed: s.readOnly(),
	}
	if theme := s.book.theme(t.Theme); theme != "" {
		card.Note += " · " + theme
	}
	if t.FollowUpDue == "" {
		return card
	}
	card.Chip = p.MediumDate(string(t.FollowUpDue))
	if s.late(t) {
		card.Chip, card.Tone = p.T("takeaways.late_since", "Date", p.DayMonth(string(t.FollowUpDue))), kit.ToneLate
	}
	return card
}

// late tells whether a follow-up should have been done.
func (s *takeaways) late(t *data.Takeaway) bool {
	open := stateOf(t) == "open" || t.FollowUpState == "in_progress"
	return open && t.FollowUpDue != "" && t.FollowUpDue < s.Workspace.Today()
}

func stateTone(state string) kit.Tone {
	switch state {
	case "open":
		return kit.TonePlanned
	case "in_progress":
		return kit.TonePostponed
	case "done":
		return kit.ToneHeld
	}
	return kit.ToneNeutral
}

// setState writes the state of a follow-up.
func (s *takeaways) setState(id, state string) {
	i := slices.IndexFunc(s.answer.list, func(t *data.Takeaway) bool { return t.ID == id })
	if i < 0 || s.readOnly() {
		return
	}
	next := *s.answer.list[i]
	next.FollowUpState = state
	said := s.Printer.T("takeaways.state_set", "State", strings.TrimSpace(s.Printer.Enum(data.FollowUpStatus.Name, state)))
	s.write("follow_up.state", id, said, func(tx *app.Tx) error { return tx.Save(&next) })
}
