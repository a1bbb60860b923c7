//go:build e2e

// Package e2e drives the real window by keyboard and mouse under Xvfb, as a user would, and looks with the command line
// at what came of it (make e2e).
//
// It waits for what the program says that it does (PRIMADESK_TRACE=1), never for a while. When a test fails it keeps
// the log and a picture of the screen, and says where.
package e2e

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long any one step may take on a busy machine.
const patience = 20 * time.Second

// shrunk is by how much all is drawn smaller than at scale 1: the window lays out the same 1366x768 on a display of a quarter
// of the points, which without a graphics card takes a quarter of the time. Places in the trace, and here, are the window's own.
const shrunk = 2

// program is what make build makes.
var program = filepath.Join("..", "..", "bin", "primadesk")

// desk is a display with a window manager, and the program on it, in a room of its own: no setting, workspace or display
// of whoever runs this is touched.
type desk struct {
	t      *testing.T
	room   string
	env    []string
	lines  chan string // of the trace
	log    *os.File
	hand   io.Writer // of xdotool: what it is to do, a command a line
	letGo  func()    // ends xdotool
	server *exec.Cmd // of the display
	window *exec.Cmd
	focus  focus
	spot   focus           // the part of it that is marked
	said   []string        // the last lines of the trace
	driven map[string]bool // what the test has done something with, by name
}

// focus is what has the keyboard, and where that is in the window.
type focus struct {
	name, kind string
	x, y, w, h int
}

// newDesk starts the display. Tests share nothing, and mostly wait: some run at the same time.
func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Parallel()
	room, err := os.MkdirTemp("", "primadesk-e2e-")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, room: room, driven: map[string]bool{}}
	t.Cleanup(func() { d.clean() })
	for _, name := range []string{"home", "config", "config/fyne", "data", "cache", "settings"} {
		d.must(os.Mkdir(filepath.Join(room, name), 0o700))
	}
	for _, v := range os.Environ() {
		switch name, _, _ := strings.Cut(v, "="); name {
		case "PRIMADESK_WORKSPACE", "WAYLAND_DISPLAY", "DISPLAY", "LC_ALL", "LC_MESSAGES", "LANG":
		default:
			d.env = append(d.env, v)
		}
	}
	d.env = append(d.env, "HOME="+room+"/home", "XDG_CONFIG_HOME="+room+"/config", "XDG_DATA_HOME="+room+"/data", "XDG_CACHE_HOME="+room+"/cache",
		"PRIMADESK_CONFIG="+room+"/settings", "LANG=en_GB.UTF-8", "PRIMADESK_TRACE=1", fmt.Sprint("FYNE_SCALE=", 1.0/shrunk), "LIBGL_ALWAYS_SOFTWARE=1")
	// A blinking cursor would have the whole window drawn all the time, which without a graphics card costs more than all else.
	d.must(os.WriteFile(filepath.Join(room, "config", "fyne", "settings.json"), []byte(`{"no_animations":true}`), 0o600))
	d.display()
	t.Cleanup(d.picture) // before the display is ended
	return d
}

// picture keeps what the screen shows when something has failed.
func (d *desk) picture() {
	if d.t.Failed() {
		if err := d.run("import", "-window", "root", filepath.Join(d.room, "failed.png")); err != nil {
			d.t.Log(err)
		}
	}
}

// managerRules has windows fill the display, so that the window's places are the display's.
const managerRules = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<applications><application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>`

// display starts Xvfb on a free display, and a window manager on it.
func (d *desk) display() {
	d.t.Helper()
	r, w, err := os.Pipe()
	d.must(err)
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", 1366/shrunk, 768/shrunk), "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	d.start(x)
	d.server = x
	d.must(w.Close())
	d.must(r.SetReadDeadline(time.Now().Add(patience)))
	number, err := bufio.NewReader(r).ReadString('\n')
	d.must(err)
	d.must(r.Close())
	d.env = append(d.env, "DISPLAY=:"+strings.TrimSpace(number))
	ready := filepath.Join(d.room, "manager")
	d.must(exec.Command("mkfifo", ready).Run())
	rules := filepath.Join(d.room, "rc.xml")
	d.must(os.WriteFile(rules, []byte(managerRules), 0o600))
	d.start(exec.Command("openbox", "--sm-disable", "--config-file", rules, "--startup", "sh -c 'echo ready >\""+ready+"\"'"))
	if _, err := os.ReadFile(ready); err != nil { // opened only once somebody writes into it
		d.t.Fatal(err)
	}
	d.must(os.Remove(ready))
	d.greekKeys()
	d.hands()
}

// hands starts the one xdotool that presses and moves everything: to start one for each key costs more than the key does.
func (d *desk) hands() {
	d.t.Helper()
	tool := exec.Command("xdotool", "-")
	complaints := new(strings.Builder)
	tool.Stderr = complaints
	tool.Env = d.env
	to, err := tool.StdinPipe()
	d.must(err)
	d.must(tool.Start())
	d.hand = to
	d.letGo = sync.OnceFunc(func() {
		if err := errors.Join(to.Close(), tool.Wait()); err != nil || complaints.Len() > 0 {
			d.t.Errorf("xdotool: %v %s", err, complaints)
		}
	})
	d.t.Cleanup(d.letGo)
}

// do hands on what xdotool is to do.
func (d *desk) do(words ...string) {
	d.t.Helper()
	_, err := io.WriteString(d.hand, strings.Join(words, " ")+"\n")
	d.must(err)
}

// greekKeys gives the display's keyboard keys for the letters of Greek, in the place of those without any and of those that start programs. xdotool would make a
// letter's key for the moment of pressing it, and the window often asks what it is when it is gone again.
func (d *desk) greekKeys() {
	d.t.Helper()
	list := exec.Command("xmodmap", "-pke")
	list.Env = d.env
	out, err := list.Output()
	d.must(err)
	letters := []rune("αβγδεζηθικλμνξοπρστυφχψω")
	var keys []string
	for line := range strings.Lines(string(out)) {
		key, has, _ := strings.Cut(line, "=")
		if spare := strings.TrimSpace(has) == "" || strings.HasPrefix(has, " XF86"); spare && len(letters) > 0 {
			keys = append(keys, "-e", fmt.Sprintf("%s = U%04X", key, letters[0]))
			letters = letters[1:]
		}
	}
	if len(letters) > 0 {
		d.t.Fatalf("no key is free for %q", string(letters))
	}
	d.tool("xmodmap", keys...)
}

// start starts a program that is ended with the test.
func (d *desk) start(c *exec.Cmd) {
	d.t.Helper()
	c.Env = d.env
	d.must(c.Start())
	d.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
}

// open starts the program with a window, and reads its trace from then on.
func (d *desk) open(args ...string) {
	d.t.Helper()
	var err error
	d.log, err = os.OpenFile(filepath.Join(d.room, "log"), os.O_CREATE|os.O_APPEND|os.O_RDWR, 0o600)
	d.must(err)
	d.window = exec.Command(program, args...)
	d.window.Env = d.env
	trace, err := d.window.StderrPipe()
	d.must(err)
	d.must(d.window.Start())
	d.lines, d.focus = make(chan string, 10_000), focus{}
	go func() {
		defer close(d.lines)
		in := bufio.NewScanner(io.TeeReader(trace, d.log))
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			d.lines <- in.Text()
		}
	}()
}

// raise gives the window the keyboard, once it is there.
func (d *desk) raise() {
	d.t.Helper()
	d.tool("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Primadesk", "windowactivate", "--sync")
}

// close closes the window as a user does, and looks at what it leaves.
func (d *desk) close() {
	d.t.Helper()
	d.key("alt+F4")
	d.await("msg=closed")
	if err := d.ended(); err != nil {
		d.t.Fatalf("the window ended badly: %v", err)
	}
	d.sound()
}

// ends waits until the program has ended. One that does not has to say in the log what it is at.
func (d *desk) ends() {
	d.t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case _, more := <-d.lines:
			if !more {
				return
			}
		case <-deadline:
			d.must(d.window.Process.Signal(syscall.SIGQUIT))
			for range d.lines {
			}
			d.t.Fatal("the program does not end; the log has its goroutines")
		}
	}
}

// sound looks for what a log must never have.
func (d *desk) sound() {
	d.t.Helper()
	log, err := os.ReadFile(d.log.Name())
	d.must(err)
	for line := range strings.Lines(string(log)) {
		for _, bad := range []string{"Error in Fyne call thread", "panic", "level=ERROR"} {
			if strings.Contains(line, bad) {
				d.t.Errorf("the log says: %s", line)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(d.room, "settings", "crash.txt")); err == nil {
		d.t.Error("a crash file is left")
	}
}

// clean ends what is still there. What went wrong can be looked at afterwards.
func (d *desk) clean() {
	if d.t.Failed() {
		d.t.Logf("the last lines of the log:\n%s", strings.Join(d.said, "\n"))
		d.t.Logf("the log and the screen are in %s", d.room)
	}
	if d.window != nil {
		_ = d.window.Process.Kill()
		_ = d.window.Wait()
	}
	if d.log != nil {
		_ = d.log.Close()
	}
	if !d.t.Failed() {
		if err := os.RemoveAll(d.room); err != nil {
			d.t.Error(err)
		}
	}
}

// await reads the trace on, to the next line that has all the words, and gives that line.
func (d *desk) await(words ...string) string {
	d.t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case line, ok := <-d.lines:
			if !ok {
				d.t.Fatalf("the program ended; nothing said %q", words)
			}
			d.heard(line)
			if has(line, words) {
				return line
			}
		case <-deadline:
			d.t.Fatalf("nothing says %q; the keyboard is at %q", words, d.focus.name)
		}
	}
}

// heard notes a line of the trace.
func (d *desk) heard(line string) {
	if d.said = append(d.said, line); len(d.said) > 25 {
		d.said = d.said[1:]
	}
	if strings.Contains(line, "msg=spot ") {
		d.spot = focus{x: number(line, "x"), y: number(line, "y"), w: number(line, "w"), h: number(line, "h")}
	}
	if strings.Contains(line, "msg=focus ") {
		d.focus = focus{name: value(line, "name"), kind: value(line, "kind"), x: number(line, "x"), y: number(line, "y"), w: number(line, "w"), h: number(line, "h")}
	}
}

func has(line string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(line, w) {
			return false
		}
	}
	return true
}

// value is an attribute of a line of the trace.
func value(line, key string) string {
	_, rest, ok := strings.Cut(line, " "+key+"=")
	if !ok {
		return ""
	}
	if quoted, err := strconv.QuotedPrefix(rest); err == nil {
		text, _ := strconv.Unquote(quoted)
		return text
	}
	word, _, _ := strings.Cut(rest, " ")
	return word
}

func number(line, key string) int {
	n, _ := strconv.Atoi(value(line, key))
	return n
}

// cli runs the same program without its window, over the workspace that the window has by default.
func (d *desk) cli(args ...string) string {
	d.t.Helper()
	out, err := d.try(args...)
	if err != nil {
		d.t.Fatalf("primadesk %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

func (d *desk) try(args ...string) (string, error) {
	c := exec.Command(program, args...)
	c.Env = d.env
	out, err := c.Output()
	if bad := (*exec.ExitError)(nil); errors.As(err, &bad) {
		err = fmt.Errorf("%w: %s", err, bad.Stderr)
	}
	return string(out), err
}

// run runs a tool of the desktop.
func (d *desk) run(name string, args ...string) error {
	c := exec.Command(name, args...)
	c.Env = d.env
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

func (d *desk) tool(name string, args ...string) {
	d.t.Helper()
	d.must(d.run(name, args...))
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}
