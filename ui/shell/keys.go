package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// typed gets the keys that no widget has a use for.
func (s *Shell) typed(ev *fyne.KeyEvent) {
	if s.nav == nil || s.asking() {
		return
	}
	switch ev.Name {
	case fyne.KeyF1:
		s.help()
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
	if b, ok := s.nav.now.(screen.Beginner); ok && b.Fresh() {
		b.Save()
		return
	}
	if w, ok := s.nav.now.(screen.Writer); ok {
		w.Write()
	}
}

// undoHere undoes typing where there is some that is not saved, else the last thing that was saved.
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

// inField gives a shortcut to the field that has the focus, if there is one with something of its own to undo: the fields
// of a form that is saved have not.
func (s *Shell) inField(shortcut fyne.Shortcut) bool {
	focused := s.win.Canvas().Focused()
	field, ok := focused.(fyne.Shortcutable)
	if !ok {
		return false
	}
	if s.nav != nil && s.nav.dirty() == nil && kit.KindOf(focused) != "search" {
		if _, form := s.nav.now.(screen.Saver); form {
			return false
		}
	}
	field.TypedShortcut(shortcut)
	return true
}

func (s *Shell) context() context.Context { return context.Background() }

func (s *Shell) showShortcuts() {
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{Title: s.T("shell.shortcuts"), Body: s.shortcutTable(), Yes: s.T("shell.ok"), Width: 760})
	s.exec.Apply(func() { s.trace.Info("shortcuts shown") }) // after all that waits for its turn: a test knows then that it is done
}

// shortcutTable shows the list: the window's at the left, those of lists and forms at the right.
func (s *Shell) shortcutTable() fyne.CanvasObject {
	groups := s.shortcutGroups()
	part := func(g shortcutGroup) fyne.CanvasObject {
		rows := kit.VStack(6, kit.NewHeading(g.title))
		for _, k := range g.lines {
			rows.Add(kit.Share(10, []float32{2, 3},
				kit.HStack(0, kit.NewKeycap(k.keys), kit.NewSpring()),
				kit.NewText(k.text, kit.TextStyle{Wrap: true})))
		}
		return rows
	}
	return kit.Share(24, nil, part(groups[0]), kit.VStack(14, part(groups[1]), part(groups[2])))
}
