package shell

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// AskSave asks for a name in a folder. Enter saves. It is not Fyne's own dialog for saving, which empties a file as soon
// as it is chosen: if writing then failed, it would be lost.
func (s *Shell) AskSave(ask screen.Saving) { s.askName(ask, s.settings.FilesFolder(), ask.Name) }

func (s *Shell) askName(ask screen.Saving, folder, name string) {
	entry := kit.NewEntry()
	entry.SetValue(name)
	form := kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: [][]kit.Field{{{ID: "name", Label: s.T("shell.file.name"), Required: true, Control: entry}}}}},
		Required: s.T("shell.file.name_missing"),
	})
	var d *kit.Dialog
	other := kit.NewLink(s.T("shell.file.other_folder"), func() {
		d.Close()
		s.browse(browsing{title: s.T("shell.file.choose_folder"), folder: folder, folders: true,
			done: func(f string) { s.askName(ask, f, entry.Value()) }, not: func() { s.askName(ask, folder, entry.Value()) }})
	})
	path := ""
	canvas := s.win.Canvas()
	d = kit.ShowDialog(canvas, kit.DialogParams{
		Title: ask.Title, Width: 480, Yes: s.T("shell.save"), No: s.T("shell.cancel"),
		Body: kit.VStack(12, form, kit.VStack(3,
			kit.NewText(s.T("shell.folder"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}),
			kit.NewText(folder, kit.TextStyle{Wrap: true})), kit.HStack(0, other)),
		Keep: func() bool {
			if !form.Check() {
				return true
			}
			path = target(folder, entry.Value(), filepath.Ext(ask.Name), ask.Other)
			if problem := s.unfit(path); problem != "" {
				form.SetError("name", problem)
				form.Focus("name")
				return true
			}
			return false
		},
		OnYes: func() { s.settle(path, func() { s.askName(ask, folder, entry.Value()) }, ask.Done) },
	})
	canvas.Focus(entry.Target()) // the form does not know yet which window it is in
	if field, ok := entry.Target().(fyne.Shortcutable); ok {
		field.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed replaces the suggestion
	}
	s.trace.Info("file dialog shown")
}

// target is the path that a typed name stands for: within the folder, unless it is a whole path; with the ending of the
// file that is going to be written, or the other one that it may have.
func target(folder, typed, ending, other string) string {
	typed = strings.TrimSpace(typed)
	if has := filepath.Ext(typed); !strings.EqualFold(has, ending) && (other == "" || !strings.EqualFold(has, other)) {
		typed += ending
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(folder, typed)
}

// unfit says why no file can have a path; "" where one can.
func (s *Shell) unfit(path string) string {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return s.T("shell.file.no_folder", "Folder", filepath.Dir(path))
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return s.T("shell.file.is_folder")
	}
	return ""
}

// settle goes on with a path, after asking where a file is there already.
func (s *Shell) settle(path string, again func(), then func(path string)) {
	use := func() {
		s.usedFolder(filepath.Dir(path))
		then(path)
	}
	if _, err := os.Stat(path); err != nil {
		use()
		return
	}
	kit.ShowDialog(s.win.Canvas(), kit.DialogParams{
		Title: s.T("shell.replace"), Text: s.T("shell.replace.text", "File", s.words.Quote(filepath.Base(path))),
		Yes: s.T("shell.replace.yes"), No: s.T("shell.replace.no"), Danger: true, OnYes: use, OnNo: again,
	})
}

// usedFolder remembers where a file went, or came from. That it cannot be remembered is no reason not to save.
func (s *Shell) usedFolder(folder string) {
	if err := s.settings.SetFilesFolder(folder); err != nil {
		s.logError(err)
	}
}

// AskOpen asks for a file to read.
func (s *Shell) AskOpen(ask screen.Opening) {
	s.browse(browsing{title: ask.Title, folder: s.settings.FilesFolder(), endings: ask.Endings, done: func(path string) {
		s.usedFolder(filepath.Dir(path))
		ask.Done(path)
	}})
}
