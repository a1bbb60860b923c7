package history

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// Params is what the screen is made from.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec // nil: in the background
}

// The parts of the screen.
const (
	partChanges = "changes"
	partTrash   = "trash"
)

// Screen shows what was done, and the trash.
type Screen struct {
	p       Params
	header  *kit.Header
	parts   *kit.Segments
	changes *changes
	trash   *trash
	holder  *fyne.Container
	content fyne.CanvasObject
	quiet   func()
}

var (
	_ screen.Screen     = (*Screen)(nil)
	_ screen.Starter    = (*Screen)(nil)
	_ screen.Searcher   = (*Screen)(nil)
	_ screen.Backer     = (*Screen)(nil)
	_ screen.Revealer   = (*Screen)(nil)
	_ screen.Rememberer = (*Screen)(nil)
	_ screen.Commander  = (*Screen)(nil)
)

// New makes the screen. Nothing is read before it is shown.
func New(p Params) *Screen {
	p.Exec = kit.Given(p.Exec)
	s := &Screen{p: p, holder: kit.Stack()}
	s.header = kit.NewHeader(kit.HeaderParams{Title: s.Title()})
	s.parts = kit.NewSegments([]kit.Tab{
		{ID: partChanges, Text: p.Printer.T("history.changes")}, {ID: partTrash, Text: p.Printer.T("history.trash")},
	}, func(string) { s.show() })
	s.changes, s.trash = newChanges(s), newTrash(s)
	bar := kit.Pad(kit.Inset{Top: 12, Left: kit.PageMargin, Right: kit.PageMargin}, kit.HStack(0, s.parts, kit.NewSpring()))
	s.holder.Objects = []fyne.CanvasObject{s.changes.content}
	s.content = kit.Framed(kit.Borders{Top: kit.VStack(0, s.header, bar)}, s.holder)
	return s
}

// ID implements screen.Screen.
func (*Screen) ID() string { return "history" }

// Title implements screen.Screen.
func (s *Screen) Title() string { return s.p.Printer.T("history.title") }

// Icon implements screen.Screen.
func (*Screen) Icon() fyne.Resource { return kit.IconClock() }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Shown implements screen.Screen.
func (s *Screen) Shown() {
	s.quiet = s.p.Workspace.Signals.Subscribe(func(app.Changed) { s.p.Exec.Apply(s.reload) })
	s.show()
}

// Hidden implements screen.Screen.
func (s *Screen) Hidden() {
	if s.quiet != nil {
		s.quiet()
		s.quiet = nil
	}
	s.changes.cancel()
	s.trash.cancel()
}

// show puts the chosen part into view and reads it.
func (s *Screen) show() {
	part := s.changes.content
	if s.parts.Chosen() == partTrash {
		part = s.trash.content
	}
	s.holder.Objects = []fyne.CanvasObject{part}
	s.holder.Refresh()
	s.reload()
}

// reload reads anew what is in view, also after something was changed.
func (s *Screen) reload() {
	if s.quiet == nil {
		return
	}
	if s.parts.Chosen() == partTrash {
		s.trash.load()
	} else {
		s.changes.load()
	}
}

// First implements screen.Starter: the list.
func (s *Screen) First() fyne.Focusable {
	if s.parts.Chosen() == partTrash {
		return s.trash.table
	}
	return s.changes.table
}

// FocusSearch implements screen.Searcher: the trash is searched, what was done is filtered.
func (s *Screen) FocusSearch() {
	if s.parts.Chosen() == partTrash {
		s.trash.search.Focus()
	} else {
		s.p.Shell.Window().Canvas().Focus(s.changes.who.Target())
	}
}

// Search implements screen.Searcher, in the trash.
func (s *Screen) Search(text string) {
	s.choose(partTrash)
	s.trash.search.SetText(text)
	s.trash.narrow()
}

func (s *Screen) choose(part string) {
	if s.parts.Chosen() != part {
		s.parts.Choose(part)
		s.show()
	}
}

// Back implements screen.Backer: it closes what is open beside the list.
func (s *Screen) Back() bool {
	if s.parts.Chosen() == partTrash {
		return s.trash.back()
	}
	return s.changes.back()
}

// Shows implements screen.Revealer: what was done in one go is revealed by its id.
func (*Screen) Shows() []string { return []string{"batch"} }

// Reveal implements screen.Revealer.
func (s *Screen) Reveal(_, id, _ string) {
	s.choose(partChanges)
	s.changes.open(id)
}

// Commands implements screen.Commander.
func (s *Screen) Commands() []screen.Command {
	return []screen.Command{{Text: s.p.Printer.T("history.trash"), Do: func() { s.choose(partTrash) }}}
}

// view is how the screen was left.
type view struct {
	Part   string `json:"part,omitempty"`
	Author string `json:"author,omitempty"`
	Entity string `json:"entity,omitempty"`
	Trash  string `json:"trash,omitempty"` // the entity in view there
}

// State implements screen.Rememberer.
func (s *Screen) State() string {
	b, err := json.Marshal(view{s.parts.Chosen(), s.changes.who.Value(), s.changes.what.Value(), s.trash.entity})
	if err != nil {
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer.
func (s *Screen) SetState(state string) {
	var v view
	if json.Unmarshal([]byte(state), &v) != nil {
		return
	}
	if v.Part == partTrash {
		s.parts.Choose(partTrash)
	}
	s.changes.who.SetValue(v.Author)
	s.changes.what.SetValue(v.Entity)
	s.trash.entity = v.Trash
}

func (s *Screen) readOnly() bool {
	readOnly, _ := s.p.Workspace.ReadOnly()
	return readOnly
}
