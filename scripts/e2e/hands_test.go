//go:build e2e

package e2e

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
	"unicode"

	"primadesk/data"
)

// key presses keys one after another, by X's names: ctrl+s, Return, Tab.
func (d *desk) key(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		if acts(k) {
			d.drives()
		}
	}
	d.do(append([]string{"key", "--clearmodifiers"}, keys...)...)
}

// write puts a text into the field that has the keyboard. xdotool garbles Greek, so it goes through the clipboard. xclip
// stays in the background until the text was taken once; the end of its output tells when.
func (d *desk) write(text string) {
	d.t.Helper()
	r, w, err := os.Pipe()
	d.must(err)
	defer func() { _ = r.Close() }()
	clip := exec.Command("xclip", "-loops", "1", "-selection", "clipboard", "-in")
	clip.Env, clip.Stdin, clip.Stdout = d.env, strings.NewReader(text), w
	d.must(clip.Run())
	d.must(w.Close())
	d.drives()
	for range 5 { // X now and then drops a key that comes with a modifier
		d.key("ctrl+v")
		d.must(r.SetReadDeadline(time.Now().Add(patience / 10)))
		if _, err = io.ReadAll(r); err == nil {
			return
		}
	}
	d.t.Fatalf("nobody took the text from the clipboard: %v", err)
}

// replace puts a text in the place of what the field holds.
func (d *desk) replace(text string) {
	d.t.Helper()
	d.key("ctrl+a")
	d.write(text)
}

// settles is the key that has the trace say when all that waits has had its turn.
const settles = "ctrl+shift+F12"

// settle waits until the window has done what was asked of it: what it then says queues behind all that waits for its turn.
func (d *desk) settle() {
	d.t.Helper()
	d.do("key", settles) // with --clearmodifiers it would let go of the mouse, too
	d.await("msg=settled")
}

// at waits until the keyboard is at something with a name.
func (d *desk) at(name string) {
	d.t.Helper()
	for !d.focus.is(name) {
		d.await("msg=focus ")
	}
}

// most is after how many steps a search with Tab has seen all there is.
const most = 120

// tab goes on with Tab to the next thing that has the name; it stays where the keyboard is there already.
func (d *desk) tab(name string) {
	d.t.Helper()
	d.step("Tab", name)
}

// back goes with Shift+Tab to the thing before that has the name.
func (d *desk) back(name string) {
	d.t.Helper()
	d.step("shift+Tab", name)
}

// is tells whether something has a name; a star stands for the rest of it, such as a tab's number.
func (f focus) is(name string) bool {
	if begin, star := strings.CutSuffix(name, "*"); star {
		return strings.HasPrefix(f.name, begin)
	}
	return f.name == name
}

func (d *desk) step(key, name string) {
	d.t.Helper()
	d.stepTo(key, name, "")
}

// stepTo presses a key until the keyboard is at something that has the name, and is of a kind where one is given.
func (d *desk) stepTo(key, name, kind string) {
	d.t.Helper()
	there := func() bool { return d.focus.is(name) && (kind == "" || d.focus.kind == kind) }
	if d.settle(); there() {
		return
	}
	var met []string
	for range most {
		d.key(key)
		d.await("msg=focus ")
		if there() {
			return
		}
		met = append(met, d.focus.name)
	}
	d.t.Fatalf("%s leads to no %q, but to %q", key, name, met)
}

// fill goes to a field and writes into it, in the place of what it holds.
func (d *desk) fill(name, text string) {
	d.t.Helper()
	d.tab(name)
	d.replace(text)
}

// press goes to a button and presses it.
func (d *desk) press(name string) {
	d.t.Helper()
	d.tab(name)
	d.key("Return")
}

// click clicks at a place of the window, which is at the display's edge: its size is the display's.
func (d *desk) click(x, y int) {
	d.t.Helper()
	d.move(x, y)
	d.do("click", "1")
}

func (d *desk) move(x, y int) {
	d.t.Helper()
	d.do("mousemove", "--sync", strconv.Itoa(x/shrunk), strconv.Itoa(y/shrunk))
}

// drag moves something with the mouse, by some steps on the way: one jump is no drag to Fyne.
func (d *desk) drag(x1, y1, x2, y2 int) {
	d.t.Helper()
	d.move(x1, y1)
	d.do("mousedown", "1")
	const steps = 8
	for i := 1; i <= steps; i++ {
		d.move(x1+(x2-x1)*i/steps, y1+(y2-y1)*i/steps)
		d.settle()
	}
	d.do("mouseup", "1")
}

// letters types a word key by key, as a list without a field takes it, without accents, as somebody in a hurry does. The
// keyboard has keys for Latin and for Greek.
func (d *desk) letters(word string) {
	d.t.Helper()
	var keys []string
	if end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end > 0 {
		word = word[:end] // a space takes what is marked, and not every keyboard has a key for each sign
	}
	for _, r := range data.Fold(word) {
		keys = append(keys, fmt.Sprintf("U%04X", r))
	}
	d.key(keys...)
}
