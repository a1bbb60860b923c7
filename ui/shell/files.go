package shell

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"primadesk/data"
	"primadesk/ui/screen"
)

// AskSave asks for a folder, and before it replaces a file. It is not Fyne's own dialog for saving, which empties a file
// as soon as it is chosen: if writing then failed, it would be lost.
func (s *Shell) AskSave(ask screen.Saving) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.ShowError(err)
		case folder != nil:
			s.replace(filepath.Join(filepath.FromSlash(folder.Path()), ask.Name), ask.Done)
		}
	}, s.win)
	d.SetTitleText(ask.Title)
	d.SetConfirmText(s.T("shell.save_here"))
	d.SetDismissText(s.T("shell.cancel"))
	s.showFile(d)
}

// AskOpen asks for a file to read.
func (s *Shell) AskOpen(ask screen.Opening) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.ShowError(err)
		case file != nil:
			_ = file.Close() // whoever asked opens it by its path
			ask.Done(filepath.FromSlash(file.URI().Path()))
		}
	}, s.win)
	d.SetTitleText(ask.Title)
	d.SetConfirmText(s.T("shell.open"))
	d.SetDismissText(s.T("shell.cancel"))
	if len(ask.Endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(ask.Endings))
	}
	s.showFile(d)
}

// OpenLink opens an address with the program that the desktop has for it.
func (s *Shell) OpenLink(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = s.desk.link(u)
	}
	if err != nil {
		s.ShowError(data.Fail("desktop.open", "File", address).Because(err))
	}
}

// Copy puts a text on the clipboard.
func (s *Shell) Copy(text string) { s.params.App.Clipboard().SetContent(text) }

// Reveal shows a record of any entity on the screen that has a place for it.
func (s *Shell) Reveal(entity, recordID, field string) bool {
	if s.nav == nil {
		return false
	}
	next := s.nav.showing(entity)
	if next == nil {
		return false
	}
	s.goTo(next, func() { next.(screen.Revealer).Reveal(entity, recordID, field) })
	return true
}
