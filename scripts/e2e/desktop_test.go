//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// opener puts something in the place of the desktop's opener of files and addresses, which notes what it was given.
func (d *desk) opener() {
	d.t.Helper()
	bin := filepath.Join(d.room, "bin")
	d.must(os.Mkdir(bin, 0o700))
	d.must(os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" >>'"+d.room+"/opened'\n"), 0o700))
	for i, v := range d.env {
		if path, ok := strings.CutPrefix(v, "PATH="); ok {
			d.env[i] = "PATH=" + bin + ":" + path
		}
	}
}

// opened is what was given to the desktop's opener; it waits until there is something.
func (d *desk) opened() string {
	d.t.Helper()
	for range most {
		if b, err := os.ReadFile(filepath.Join(d.room, "opened")); err == nil && len(b) > 0 {
			d.must(os.Remove(filepath.Join(d.room, "opened")))
			return string(b)
		}
		d.settle()
	}
	d.t.Fatal("nothing was opened")
	return ""
}

// openedOutside waits until the desktop was asked to open something that has a text.
func (d *desk) openedOutside(text string) {
	d.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); d.settle() {
		if b, err := os.ReadFile(filepath.Join(d.room, "opened")); err == nil && strings.Contains(string(b), text) {
			return
		}
	}
	d.t.Fatalf("the desktop was not asked to open %q", text)
}

// clipboard is what can be pasted.
func (d *desk) clipboard() string {
	d.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-out")
	c.Env = d.env
	out, err := c.Output()
	d.must(err)
	return string(out)
}
