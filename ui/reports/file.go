package reports

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/adrg/xdg"

	"primadesk/ui/kit"
)

// chooser asks where a file is to be written, and calls then with its whole path unless the user thinks better of it.
type chooser func(suggested string, then func(path string))

// askFile is the chooser of a running window. It is not Fyne's own dialog for saving: that one empties the file as soon as it
// is chosen, before anybody knows whether there will be another, and asks in English.
func (s *Screen) askFile(suggested string, then func(path string)) {
	folder := s.folder
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		folder = documents()
	}
	s.askName(folder, suggested, then)
}

// documents is the user's folder for documents, or the user's own folder where there is none.
func documents() string {
	for _, folder := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
			return folder
		}
	}
	return "."
}

// askName asks for a name in a folder. Enter saves.
func (s *Screen) askName(folder, name string, then func(path string)) {
	p := s.p.Printer
	entry := kit.NewEntry()
	entry.SetValue(name)
	form := kit.NewForm(kit.FormParams{
		Sections: []kit.Section{{Rows: [][]kit.Field{{{ID: "name", Label: p.T("reportscreen.file_name"), Required: true, Control: entry}}}}},
		Required: p.T("reportscreen.name_missing"),
	})
	var d *kit.Dialog
	other := kit.NewLink(p.T("reportscreen.other_folder"), func() {
		d.Close()
		s.askFolder(folder, func(f string) { s.askName(f, entry.Value(), then) })
	})
	path := ""
	canvas := s.p.Shell.Window().Canvas()
	d = kit.ShowDialog(canvas, kit.DialogParams{
		Title: p.T("reportscreen.write"), Width: 480, Yes: p.T("reportscreen.save"), No: p.T("reportscreen.cancel"),
		Body: kit.VStack(12, form, kit.VStack(3,
			kit.NewText(p.T("reportscreen.folder"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}),
			kit.NewText(folder, kit.TextStyle{Wrap: true})), kit.HStack(0, other)),
		Keep: func() bool {
			if !form.Check() {
				return true
			}
			path = target(folder, entry.Value())
			if problem := s.unfit(path); problem != "" {
				form.SetError("name", problem)
				form.Focus("name")
				return true
			}
			return false
		},
		OnYes: func() { s.settle(path, func() { s.askName(folder, entry.Value(), then) }, then) },
	})
	canvas.Focus(entry.Target()) // the form does not know yet which window it is in
	if field, ok := entry.Target().(fyne.Shortcutable); ok {
		field.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed replaces the suggestion
	}
}

// target is the path that a typed name stands for: within the folder, unless it is a whole path; with the ending that
// Excel wants.
func target(folder, typed string) string {
	typed = strings.TrimSpace(typed)
	if !strings.EqualFold(filepath.Ext(typed), ".xlsx") {
		typed += ".xlsx"
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(folder, typed)
}

// unfit says why no file can have a path; "" where one can.
func (s *Screen) unfit(path string) string {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return s.p.Printer.T("reportscreen.no_folder", "Folder", filepath.Dir(path))
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return s.p.Printer.T("reportscreen.is_folder")
	}
	return ""
}

// settle goes on with a path, after asking where a file is there already.
func (s *Screen) settle(path string, again func(), then func(path string)) {
	use := func() {
		s.folder = filepath.Dir(path)
		then(path)
	}
	if _, err := os.Stat(path); err != nil {
		use()
		return
	}
	p := s.p.Printer
	kit.ShowDialog(s.p.Shell.Window().Canvas(), kit.DialogParams{
		Title: p.T("reportscreen.replace_title"), Text: p.T("reportscreen.replace_text", "File", p.Quote(filepath.Base(path))),
		Yes: p.T("reportscreen.replace"), No: p.T("reportscreen.other_name"), Danger: true, OnYes: use, OnNo: again,
	})
}

// askFolder asks for a folder in Fyne's own dialog; then gets the one before where none is chosen.
func (s *Screen) askFolder(folder string, then func(folder string)) {
	d := dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		if err != nil {
			s.p.Shell.ShowError(err)
		}
		if err == nil && chosen != nil {
			folder = filepath.FromSlash(chosen.Path())
		}
		then(folder)
	}, s.p.Shell.Window())
	if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(at)
	}
	p := s.p.Printer
	d.SetTitleText(p.T("reportscreen.choose_folder"))
	d.SetConfirmText(p.T("reportscreen.choose"))
	d.SetDismissText(p.T("reportscreen.cancel"))
	d.Show()
	d.Resize(fyne.NewSize(kit.U(820), kit.U(520))) // Fyne's dialog has no size before it is shown
}
