package project

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/ui/screen"
)

// What the user can do is up to the part that is shown.

// Open implements screen.Opener: a part by its name, or a record of any part.
func (s *project) Open(id string) {
	if id == "" || s.part(id) != nil {
		s.later(func() { s.show(id) })
		return
	}
	s.find(id, func(entity string) { s.Reveal(entity, id, "") })
}

// First implements screen.Starter: the list of parts, or the field that stands for it in a narrow window.
func (s *project) First() fyne.Focusable {
	if s.nav.column.Visible() {
		return s.nav.parts.Target()
	}
	return s.nav.choice
}

// FocusSearch implements screen.Searcher.
func (s *project) FocusSearch() {
	if v, ok := s.body().(screen.Searcher); ok {
		v.FocusSearch()
		return
	}
	s.nav.parts.Focus()
}

// Search implements screen.Searcher.
func (s *project) Search(text string) {
	if v, ok := s.body().(screen.Searcher); ok {
		v.Search(text)
	}
}

// New implements screen.Creator.
func (s *project) New() {
	if v, ok := s.body().(screen.Creator); ok && !s.readOnly() {
		v.New()
	}
}

// Dirty implements screen.Saver: any part may hold something that is not saved.
func (s *project) Dirty() bool { return len(s.dirty()) > 0 }

func (s *project) dirty() []*part {
	return slices.DeleteFunc(slices.Clone(s.parts), func(p *part) bool {
		v, ok := p.body.(screen.Saver)
		return !ok || !v.Dirty()
	})
}

// Fresh implements screen.Beginner: the part in view.
func (s *project) Fresh() bool {
	v, ok := s.body().(screen.Beginner)
	return ok && v.Fresh()
}

// Save implements screen.Saver. The part in view comes first, with a new record also where nobody typed; one that cannot be saved is
// shown.
func (s *project) Save() bool {
	parts := s.dirty()
	switch i := slices.Index(parts, s.now); {
	case i > 0:
		parts[0], parts[i] = parts[i], parts[0]
	case i < 0 && s.Fresh():
		parts = slices.Insert(parts, 0, s.now)
	}
	for _, p := range parts {
		if !p.body.(screen.Saver).Save() {
			s.show(p.id)
			return false
		}
	}
	return true
}

// Discard implements screen.Saver.
func (s *project) Discard() {
	for _, p := range s.dirty() {
		p.body.(screen.Saver).Discard()
	}
}

// Delete implements screen.Deleter.
func (s *project) Delete() {
	if v, ok := s.body().(screen.Deleter); ok && !s.readOnly() {
		v.Delete()
	}
}

// Back implements screen.Backer: within the part, then to the list of parts.
func (s *project) Back() bool {
	if v, ok := s.body().(screen.Backer); ok && v.Back() {
		return true
	}
	return false
}

// Drop implements screen.Dropper.
func (s *project) Drop(paths []string, at fyne.Position) {
	if v, ok := s.body().(screen.Dropper); ok && !s.readOnly() {
		v.Drop(paths, at)
	}
}

func (s *project) body() body {
	if s.now == nil {
		return nil
	}
	return s.now.body
}

// Shows implements screen.Revealer.
func (s *project) Shows() []string {
	var out []string
	for _, p := range s.parts {
		out = append(out, p.entities...)
	}
	return out
}

// Reveal implements screen.Revealer. What the project as a whole lacks of activities is for the list of them.
func (s *project) Reveal(entity, id, field string) {
	s.later(func() {
		p := s.showing(entity)
		if entity == "project" && field == "communications" {
			p, id, field = s.part(partActivities), "", ""
		}
		if p == nil {
			return
		}
		s.show(p.id)
		if v, ok := p.body.(screen.Revealer); ok && id != "" {
			v.Reveal(entity, id, field)
		}
	})
}

// Commands implements screen.Commander.
func (s *project) Commands() []screen.Command {
	p := s.Printer
	out := []screen.Command{{Text: p.T("project.save_file"), Do: s.saveFile}}
	if !s.readOnly() {
		out = append(out, screen.Command{Text: p.T("project.open_file"), Do: s.openFile}, screen.Command{Text: p.T("project.new"), Do: s.askNew}, screen.Command{Text: p.T("project.ask_partners"), Do: s.askPartners})
	}
	for _, part := range s.parts {
		out = append(out, screen.Command{Text: p.T("project.go_part", "Part", part.text), Do: func() { s.later(func() { s.show(part.id) }) }})
	}
	return out
}

// state is how the screen was left.
type state struct {
	Part  string            `json:"part,omitempty"`
	More  bool              `json:"more,omitempty"`
	Parts map[string]string `json:"parts,omitempty"`
}

// State implements screen.Rememberer.
func (s *project) State() string {
	st := state{Part: s.nav.chosen(), More: s.nav.parts.Open(), Parts: map[string]string{}}
	for _, p := range s.parts {
		text := p.state
		if r, ok := p.body.(screen.Rememberer); ok {
			text = r.State()
		}
		if text != "" {
			st.Parts[p.id] = text
		}
	}
	b, err := json.Marshal(st)
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *project) SetState(text string) {
	var st state
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	for _, p := range s.parts {
		p.state = st.Parts[p.id]
	}
	s.nav.parts.SetOpen(st.More)
	if s.part(st.Part) != nil {
		s.nav.choose(st.Part)
	}
}
