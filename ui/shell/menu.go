package shell

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
)

// Scales are the sizes of the window's text that the menu and the settings offer.
var scales = []float64{0.75, 0.9, 1, 1.25, 1.5, 1.75, 2}

// setMenu makes the menus in the language in force. Fyne tries a menu's shortcut before the widget that has the focus.
func (s *Shell) setMenu() {
	s.win.SetMainMenu(fyne.NewMainMenu(s.fileMenu(), s.editMenu(), s.viewMenu(), s.helpMenu()))
}

// item is a menu item that rests while a dialog is open, as its shortcut does not.
func (s *Shell) item(text string, do func(), shortcut fyne.Shortcut) *fyne.MenuItem {
	i := fyne.NewMenuItem(text, func() {
		if !s.asking() {
			do()
		}
	})
	i.Shortcut = shortcut
	return i
}

// setBareMenu makes the menus of a window without a project.
func (s *Shell) setBareMenu() {
	s.win.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu(s.T("shell.menu.file"), s.quitItem())))
}

func (s *Shell) quitItem() *fyne.MenuItem {
	quit := s.item(s.T("shell.menu.quit"), s.Close, nil)
	quit.IsQuit = true
	return quit
}

func (s *Shell) fileMenu() *fyne.Menu {
	readOnly, _ := s.work.ReadOnly()
	made := s.item(s.T("shell.menu.new_project"), func() { s.leave(s.askProject) }, nil)
	opened := s.item(s.T("shell.menu.open_project"), func() { s.leave(s.openProjectFile) }, nil)
	made.Disabled, opened.Disabled = readOnly, readOnly
	return fyne.NewMenu(s.T("shell.menu.file"),
		made, opened,
		s.item(s.T("shell.menu.save_project"), s.saveProjectFile, nil),
		fyne.NewMenuItemSeparator(),
		s.sampleItem(),
		s.item(s.T("shell.menu.backup"), s.backUp, nil),
		fyne.NewMenuItemSeparator(),
		s.quitItem(),
	)
}

// sampleItem leads to the sample's workspace, or out of it.
func (s *Shell) sampleItem() *fyne.MenuItem {
	if s.work.Folder == app.SampleFolder() {
		return s.item(s.T("shell.back_to_mine"), func() { s.leave(func() { s.open(s.folder()) }) }, nil)
	}
	return s.item(s.T("shell.look_at_sample"), s.LookAtSample, nil)
}

// LookAtSample opens the sample project, in its own workspace.
func (s *Shell) LookAtSample() { s.leave(func() { s.open(app.SampleFolder()) }) }

func (s *Shell) editMenu() *fyne.Menu {
	key := func(text, id string) *fyne.MenuItem {
		b := s.bound(id)
		return s.item(text, b.do, b.on[0])
	}
	return fyne.NewMenu(s.T("shell.menu.edit"),
		key(s.T("shell.menu.undo"), keyUndo),
		key(s.T("shell.menu.redo"), keyRedo),
		fyne.NewMenuItemSeparator(),
		key(s.T("shell.menu.new"), keyNew),
		key(s.T("shell.menu.save"), keySave),
		key(s.T("shell.menu.find"), keyFind),
		key(s.T("shell.anywhere"), keyAnywhere),
	)
}

func (s *Shell) viewMenu() *fyne.Menu {
	theme := fyne.NewMenuItem(s.T("shell.theme"), nil)
	theme.ChildMenu = fyne.NewMenu("")
	for _, t := range app.Themes {
		i := s.item(s.themeName(t), func() { s.setTheme(t) }, nil)
		i.Checked = s.settings.Theme() == t
		theme.ChildMenu.Items = append(theme.ChildMenu.Items, i)
	}
	scale := fyne.NewMenuItem(s.T("shell.scale"), nil)
	scale.ChildMenu = fyne.NewMenu("")
	for _, f := range scales {
		i := s.item(s.words.Percent(f), func() { s.setScale(f) }, nil)
		i.Checked = s.settings.Scale() == f
		scale.ChildMenu.Items = append(scale.ChildMenu.Items, i)
	}
	language := fyne.NewMenuItem(s.T("shell.language"), nil)
	language.ChildMenu = fyne.NewMenu("")
	for _, l := range i18n.Languages {
		i := s.item(i18n.Name(l), func() { s.setLanguage(l) }, nil)
		i.Checked = s.Language() == l
		language.ChildMenu.Items = append(language.ChildMenu.Items, i)
	}
	m := fyne.NewMenu(s.T("shell.menu.view"))
	for i, sc := range s.nav.screens {
		item := s.item(sc.Title(), func() { s.Go(sc.ID(), "") }, nil)
		if i < mostKeys {
			item.Shortcut = screenKey(i)
		}
		m.Items = append(m.Items, item)
	}
	m.Items = append(m.Items, fyne.NewMenuItemSeparator(), theme, scale, language)
	return m
}

func (s *Shell) helpMenu() *fyne.Menu {
	return fyne.NewMenu(s.T("shell.menu.help"),
		s.item(s.T("shell.manual"), s.help, nil),
		s.item(s.T("shell.shortcuts"), s.showShortcuts, nil),
		s.item(s.T("shell.about"), s.showAbout, nil),
	)
}

//i18n:prefix shell.theme.
func (s *Shell) themeName(theme string) string { return s.T("shell.theme." + theme) }
