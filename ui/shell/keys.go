package shell

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// binding is a shortcut and what it does.
type binding struct {
	on fyne.Shortcut
	do func()
}

// bindings are the shortcuts of the window. They rest while a dialog is open.
func (s *Shell) bindings() []binding {
	list := []binding{
		{ctrl(fyne.KeyF), s.find},
		{ctrl(fyne.KeyN), s.newRecord},
		{ctrl(fyne.KeyS), s.saveRecord},
		{&fyne.ShortcutUndo{}, s.undoHere},
		{&fyne.ShortcutRedo{}, s.redoHere},
		{&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, s.redoHere},
	}
	for i := range 9 {
		list = append(list, binding{screenKey(i), func() {
			if s.nav != nil && i < len(s.nav.screens) {
				s.Go(s.nav.screens[i].ID(), "")
			}
		}})
	}
	for i, b := range list {
		list[i].do = func() {
			if !s.asking() {
				b.do()
			}
		}
	}
	return list
}

// addShortcuts gives the canvas what the menus have too: a field that has the focus hands its shortcuts on to the
// canvas, and some have no place in a menu.
func (s *Shell) addShortcuts() {
	c := s.win.Canvas()
	for _, b := range s.bindings() {
		c.AddShortcut(b.on, func(fyne.Shortcut) { b.do() })
	}
	c.SetOnTypedKey(s.typed)
}

// typed gets the keys that no widget has a use for.
func (s *Shell) typed(ev *fyne.KeyEvent) {
	if s.nav == nil || s.asking() {
		return
	}
	switch ev.Name {
	case fyne.KeyF1:
		s.showShortcuts()
	case fyne.KeyDelete:
		if d, ok := s.nav.now.(screen.Deleter); ok {
			d.Delete()
		}
	case fyne.KeyEscape:
		s.back()
	}
}

// back goes one step back: on the screen, else it takes a toast away, else it takes the focus from where it is.
func (s *Shell) back() {
	if b, ok := s.nav.now.(screen.Backer); ok && b.Back() {
		return
	}
	if !s.toasts.Dismiss() {
		s.win.Canvas().Unfocus()
	}
}

func (s *Shell) find() {
	if s.nav == nil {
		return
	}
	if f, ok := s.nav.now.(screen.Searcher); ok {
		f.FocusSearch()
	}
}

func (s *Shell) newRecord() {
	if s.nav == nil {
		return
	}
	if c, ok := s.nav.now.(screen.Creator); ok {
		c.New() // a screen asks itself about the form that it has open
	}
}

func (s *Shell) saveRecord() {
	if saver := s.nav.dirty(); saver != nil {
		saver.Save()
		return
	}
	if s.nav == nil {
		return
	}
	if w, ok := s.nav.now.(screen.Writer); ok {
		w.Write()
	}
}

// undoHere undoes typing where a field has the focus, else the last thing that was saved.
func (s *Shell) undoHere() {
	if !s.inField(&fyne.ShortcutUndo{}) {
		s.Undo("")
	}
}

func (s *Shell) redoHere() {
	if !s.inField(&fyne.ShortcutRedo{}) {
		s.redo()
	}
}

// inField gives a shortcut to the field that has the focus, if there is one.
func (s *Shell) inField(shortcut fyne.Shortcut) bool {
	field, ok := s.win.Canvas().Focused().(fyne.Shortcutable)
	if ok {
		field.TypedShortcut(shortcut)
	}
	return ok
}

func (s *Shell) context() context.Context { return context.Background() }

// shortcut is a line of the list of shortcuts.
type shortcut struct{ keys, text string }

func (s *Shell) shortcutList() []shortcut {
	return []shortcut{
		{"Ctrl+1 … 6", s.T("shell.key.screens")},
		{"Ctrl+F", s.T("shell.key.find")},
		{"Ctrl+N", s.T("shell.key.new")},
		{"Ctrl+S", s.T("shell.key.save")},
		{"Ctrl+Z", s.T("shell.key.undo")},
		{"Ctrl+Shift+Z, Ctrl+Y", s.T("shell.key.redo")},
		{s.T("shell.key.enter_name"), s.T("shell.key.enter")},
		{s.T("shell.key.delete_name"), s.T("shell.key.delete")},
		{"Esc", s.T("shell.key.back")},
		{"Tab, Shift+Tab", s.T("shell.key.tab")},
		{"Alt", s.T("shell.key.menu")},
		{"F1", s.T("shell.key.help")},
	}
}

func (s *Shell) showShortcuts() {
	rows := kit.VStack(6)
	for _, k := range s.shortcutList() {
		rows.Add(kit.Share(12, []float32{2, 3},
			kit.HStack(0, kit.NewKeycap(k.keys), kit.NewSpring()),
			kit.NewText(k.text, kit.TextStyle{Wrap: true})))
	}
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{Title: s.T("shell.shortcuts"), Body: rows, Yes: s.T("shell.ok"), Width: 460})
	s.exec.Apply(func() { s.trace.Info("shortcuts shown") }) // after all that waits for its turn: a test knows then that it is done
}
