//go:build e2e

package e2e

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// The program ends when it is told to, and when its display is gone or hangs; what was typed and not saved is there afterwards.
func TestEnding(t *testing.T) {
	ways := map[string]func(d *desk){
		"told": func(d *desk) {
			d.must(d.window.Process.Signal(syscall.SIGTERM))
			d.letGo()
		},
		"display gone": func(d *desk) {
			d.drafted()
			d.letGo()
			d.must(d.server.Process.Kill())
		},
		"display hangs": func(d *desk) {
			d.drafted()
			d.letGo()
			d.must(d.server.Process.Signal(syscall.SIGSTOP))
			d.t.Cleanup(func() { _ = d.server.Process.Signal(syscall.SIGCONT) })
			d.must(d.window.Process.Signal(syscall.SIGTERM))
		},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.begun("en")
			d.screen("ctrl+2", "contacts")
			d.key("ctrl+n")
			d.at("Given name")
			d.write("Eurydice")
			d.settle()
			way(d)
			if err := d.ended(); name == "told" && err != nil {
				t.Errorf("the window ended with %v", err)
			}
			d.says("Eurydice", "drafts", "--json")
			d.cli("--quiet", "check")
			d.display()
			d.open()
			d.await("shell ready")
			d.raise()
			d.settle()
			d.close()
		})
	}
}

// drafted waits until what is typed is on the disk.
func (d *desk) drafted() {
	d.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); d.settle() {
		if strings.Contains(d.cli("drafts", "--json"), "values") {
			return
		}
	}
	d.t.Fatal("there is no draft")
}

// ended waits until the program has ended, and says how.
func (d *desk) ended() error {
	d.t.Helper()
	d.ends()
	err := d.window.Wait()
	d.window = nil
	return err
}
