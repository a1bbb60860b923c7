package shell

import (
	"net/url"

	"primadesk/data"
)

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
