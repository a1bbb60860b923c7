package takeaways

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/screen"
)

// look shows a view. The board has all the room until a card is opened.
func (s *takeaways) look(view string) {
	if view == byFollowUp && s.want.view != byFollowUp {
		s.chosen = true
		s.pane.Close()
	}
	s.want.view = view
	s.narrow()
}

// viewName is what a view is called.
//
//i18n:prefix takeaways.view.
func (s *takeaways) viewName(view string) string { return s.Printer.T("takeaways.view." + view) }

// setFilter narrows the list, or with an empty value takes a filter away.
func (s *takeaways) setFilter(id, value string) {
	if value == "" {
		delete(s.want.filters, id)
	} else {
		s.want.filters[id] = value
	}
	s.narrow()
}

// search narrows the list to what is typed.
func (s *takeaways) search(text string) {
	s.want.search = text
	s.narrow()
}

// narrow asks for another list, which begins at its top.
func (s *takeaways) narrow() {
	s.cards.toTop()
	s.bar.show()
	s.ask()
}

// clear takes search and filters away.
func (s *takeaways) clear() {
	s.header.Search().SetText("")
	s.want.search = ""
	clear(s.want.filters)
	s.narrow()
}

// pick shows a takeaway beside the cards. What is typed into the one before waits as a draft.
func (s *takeaways) pick(id string) {
	s.chosen = true
	if id == s.pane.ID() {
		return
	}
	if t := s.known(id); t != nil {
		s.pane.Show(id, t, s.names(t))
		return
	}
	s.pane.Show(id, nil, nil)
}

// press shows a takeaway beside the cards; one that is shown already gets the keyboard.
func (s *takeaways) press(id string) {
	if id != s.pane.ID() {
		s.pick(id)
		return
	}
	s.pane.Focus()
}

// known is a takeaway that is in the list; nil where it is not.
func (s *takeaways) known(id string) *data.Takeaway {
	if s.answer == nil {
		return nil
	}
	if i := slices.IndexFunc(s.answer.list, func(t *data.Takeaway) bool { return t.ID == id }); i >= 0 {
		return s.answer.list[i]
	}
	return nil
}

// names are what a takeaway's references are called.
func (s *takeaways) names(t *data.Takeaway) map[string]string {
	out := map[string]string{t.FollowUpOwner: s.book.partners[t.FollowUpOwner]}
	for _, id := range t.Events {
		if e := s.book.events[id]; e != nil {
			out[id] = e.Title(s.Printer.Lang())
		}
	}
	return out
}

// opened is told when the pane shows another takeaway.
func (s *takeaways) opened(id string) {
	if s.cards == nil || id == s.shown {
		return
	}
	s.shown = id
	s.cards.redraw()
	if id != "" {
		s.cards.reveal(id)
		s.board.Pick(id)
	}
}

// marked is told when there are other drafts.
func (s *takeaways) marked() {
	if s.bar != nil {
		s.bar.show()
	}
}

// neighbour is the takeaway that comes to stand where one stood once that is gone: the next one, else the one before.
func (s *takeaways) neighbour(id string) string {
	var ids []string
	if s.answer == nil || s.want.view == byFollowUp {
		return ""
	}
	for _, g := range s.answer.groups {
		for _, t := range g.list {
			ids = append(ids, t.ID)
		}
	}
	at := slices.Index(ids, id)
	for _, i := range []int{at + 1, at - 1} {
		if at >= 0 && i >= 0 && i < len(ids) && ids[i] != id {
			return ids[i]
		}
	}
	return ""
}

// Open implements screen.Opener.
func (s *takeaways) Open(id string) {
	s.chosen = true
	if id == "" {
		s.pane.Close()
		return
	}
	if s.answer != nil && s.known(id) == nil {
		if s.want.view == byFollowUp {
			s.want.view = byCountry
		}
		s.clear() // the list was narrowed to others
	}
	s.pick(id)
}

// First implements screen.Starter: the card of the takeaway that is shown, else the first card; or the board.
func (s *takeaways) First() fyne.Focusable {
	if s.want.view == byFollowUp {
		return s.board
	}
	return s.cards.first(s.shown)
}

// FocusSearch implements screen.Searcher.
func (s *takeaways) FocusSearch() { s.header.Search().Focus() }

// Search implements screen.Searcher.
func (s *takeaways) Search(text string) {
	s.header.Search().SetText(text)
	s.search(text)
}

// New implements screen.Creator.
func (s *takeaways) New() {
	if s.readOnly() {
		return
	}
	s.chosen = true
	s.pane.Create(nil)
}

// Dirty implements screen.Saver.
func (s *takeaways) Dirty() bool { return s.pane.Dirty() }

// Fresh implements screen.Beginner.
func (s *takeaways) Fresh() bool { return s.pane.Fresh() }

// Save implements screen.Saver.
func (s *takeaways) Save() bool { return s.pane.Save() }

// Discard implements screen.Saver.
func (s *takeaways) Discard() { s.pane.Discard() }

// Delete implements screen.Deleter.
func (s *takeaways) Delete() { s.pane.Delete() }

// Back implements screen.Backer: from the takeaway to the cards, from a search to all.
func (s *takeaways) Back() bool {
	switch {
	case s.pane.ID() != "":
		s.pane.Close()
		if s.want.view == byFollowUp {
			s.Shell.Window().Canvas().Focus(s.board)
		}
	case s.want.narrowed():
		s.clear()
	default:
		return false
	}
	return true
}

// Shows implements screen.Revealer.
func (s *takeaways) Shows() []string { return []string{entity().Name} }

// Reveal implements screen.Revealer.
func (s *takeaways) Reveal(_, id, field string) {
	if id == screen.NewRecord {
		s.New()
		return
	}
	s.Open(id)
	if field != "" {
		s.pane.Reveal(field)
	}
}

// kept is what is remembered of the screen.
type kept struct {
	View    string            `json:"view"`
	Filters map[string]string `json:"filters,omitempty"`
	Pane    json.RawMessage   `json:"pane,omitempty"`
}

// State implements screen.Rememberer.
func (s *takeaways) State() string {
	b, err := json.Marshal(kept{View: s.want.view, Filters: s.want.filters, Pane: json.RawMessage(s.pane.State())})
	if err != nil { // codes, ids and the pane's own JSON
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *takeaways) SetState(text string) {
	var k kept
	if json.Unmarshal([]byte(text), &k) != nil {
		return
	}
	if slices.Contains(views, k.View) {
		s.want.view = k.View
	}
	for _, f := range filters {
		if value := k.Filters[f.id]; value != "" {
			s.want.filters[f.id] = value
		}
	}
	s.pane.SetState(string(k.Pane))
	s.chosen = s.pane.Awaited() != "" || s.want.view == byFollowUp
	s.bar.show()
}

// Commands implements screen.Commander: the views.
func (s *takeaways) Commands() []screen.Command {
	var out []screen.Command
	for _, view := range views {
		out = append(out, screen.Command{Text: s.Title() + " · " + s.viewName(view), Do: func() { s.look(view) }})
	}
	return out
}
