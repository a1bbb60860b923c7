package shell

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"primadesk/data"
)

// opener opens files and folders with the desktop's own programs. A path is an argument of its own and never goes
// through a shell.
type opener struct {
	system string
	launch func(name string, args ...string) error
}

func newOpener(launch func(name string, args ...string) error) opener {
	if launch == nil {
		launch = start
	}
	return opener{system: runtime.GOOS, launch: launch}
}

// start starts a program and does not wait for it: viewers stay open for hours.
func start(name string, args ...string) error {
	c := exec.Command(name, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go func() { _ = c.Wait() }() // its status says nothing: Explorer's is 1 when all is well
	return nil
}

// open opens a file or a folder.
func (d opener) open(path string) error {
	path, err := filepath.Abs(path) // a name that begins with a dash is no option
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		return err
	}
	switch d.system {
	case "windows":
		err = d.launch("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		err = d.launch("open", path)
	default:
		err = d.launch("xdg-open", path)
	}
	if err != nil {
		return data.Fail("desktop.open", "File", path).Because(err)
	}
	return nil
}

// link opens an address. Only those that mean a page or a letter are handed on.
func (d opener) link(u *url.URL) error {
	switch u.Scheme {
	case "https", "http", "mailto":
	default:
		return fmt.Errorf("%q is no scheme to be opened", u.Scheme)
	}
	switch d.system {
	case "windows":
		return d.launch("rundll32", "url.dll,FileProtocolHandler", u.String())
	case "darwin":
		return d.launch("open", u.String())
	}
	return d.launch("xdg-open", u.String())
}

// show opens the folder that holds a file, with the file marked where the desktop can do that.
func (d opener) show(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return d.open(path)
	}
	if d.system != "darwin" {
		return d.open(filepath.Dir(path))
	}
	if err := d.launch("open", "-R", path); err != nil {
		return data.Fail("desktop.open", "File", path).Because(err)
	}
	return nil
}

// OpenFile opens a file with the program that the desktop has for it.
func (s *Shell) OpenFile(path string) {
	if err := s.desk.open(path); err != nil {
		s.ShowError(err)
	}
}

// ShowInFolder opens the folder that holds a file.
func (s *Shell) ShowInFolder(path string) {
	if err := s.desk.show(path); err != nil {
		s.ShowError(err)
	}
}
