package reports

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// letter writes a file that holds a text, and gives its path.
func letter(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// leaver is a contact whose data a file may hold.
func (d *desk) leaver(t *testing.T) {
	t.Helper()
	c := &data.Contact{GivenName: "Ξένια", FamilyName: "Δοκιμαστή"}
	c.Emails.Add("01a19467-e800-7014-8000-0000000000e1").(*data.Email).Address = "xenia@example.org"
	screentest.Keep(t, d.shell.Work, c)
}

// said are the lines of what was found: file, state, where, what.
func (d *desk) said() []string {
	var out []string
	for i := range d.leaving.Len() {
		cells, _ := d.leaving.Row(i)
		var words []string
		for _, c := range cells {
			words = append(words, c.Text)
		}
		out = append(out, strings.Join(words, " | "))
	}
	return out
}

func TestFilesAreLookedIntoBeforeTheyLeave(t *testing.T) {
	d := start(t)
	d.leaver(t)
	d.Open(leavingName)
	if !d.inLeave || d.report.Visible() || d.Chapter() != leavingName || d.kinds.chosen != leavingName {
		t.Fatal("the part is not shown")
	}
	d.shell.OpenFrom = letter(t, "letter.txt", "Dear all,\n\nwrite to xenia@example.org\nor to GR1601101250000000012300695\n")
	d.leaving.choose()
	got := d.said()
	if len(got) != 2 || !strings.HasPrefix(got[0], "letter.txt | a contact’s | line 3 | E-mail address of a contact, x***@example.org") || !strings.Contains(got[1], "looks like it | line 4 | IBAN") {
		t.Fatalf("found %q", got)
	}
	if note := d.leaving.footer.note.Text(); note != "2 pieces of personal data found" {
		t.Errorf("said %q", note)
	}
	if strings.Contains(strings.Join(got, " "), "xenia@") {
		t.Error("what was found is shown whole")
	}
	clean, gone := letter(t, "clean.txt", "Nothing about anybody."), filepath.Join(t.TempDir(), "gone.pdf")
	d.Drop([]string{clean, gone}, fyne.Position{})
	got = d.said()
	if len(got) != 4 || got[2] != "clean.txt | nothing found |  | " || !strings.HasPrefix(got[3], "gone.pdf | not read | ") {
		t.Errorf("dropped: %q", got)
	}
	if err := os.WriteFile(d.shell.OpenFrom, []byte("Nothing left."), 0o600); err != nil {
		t.Fatal(err)
	}
	d.leaving.choose()
	if got = d.said(); len(got) != 3 || got[2] != "letter.txt | nothing found |  | " {
		t.Errorf("looked into again: %q", got)
	}
	d.leaving.open(2)
	if len(d.shell.Opened) != 1 || d.shell.Opened[0] != d.shell.OpenFrom {
		t.Errorf("opened %q", d.shell.Opened)
	}
	d.leaving.forget()
	if d.leaving.Len() != 0 || !d.leaving.clear.Hidden {
		t.Errorf("emptied: %q", d.said())
	}
	if !d.Back() || d.inLeave || !d.report.Visible() {
		t.Error("Esc does not lead back to the reports")
	}
}

func TestTheLookIsCancelled(t *testing.T) {
	sh := screentest.Open(t, screentest.Params{Today: day})
	h := &hooked{Exec: kit.Inline()}
	d := &desk{shell: sh, Screen: newScreen(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer}, h)}
	sh.Show(t, d.Screen)
	var seen []string
	h.onApply = func() {
		if d.leaving.job != nil {
			seen = append(seen, strings.Join(texts(d.leaving.footer.progress), " "))
			d.leaving.cancel()
		}
	}
	d.Drop([]string{letter(t, "a.txt", "xenia@example.org"), letter(t, "b.txt", "b")}, fyne.Position{})
	if d.leaving.Len() != 0 || d.leaving.footer.note.Text() != sh.T("leaving.cancelled") || d.leaving.footer.progress.Visible() {
		t.Errorf("cancelled, and shown is %q, %q", d.said(), d.leaving.footer.note.Text())
	}
	if len(seen) == 0 || !strings.Contains(seen[0], "Looking into a.txt") || !strings.Contains(seen[0], "0 %") {
		t.Errorf("progress said %q", seen)
	}
}

func TestTheLookIsFoundAndRemembered(t *testing.T) {
	d := start(t)
	d.Search("personal accounts")
	if !d.inLeave || len(d.shown) != 0 || d.kinds.chosen != leavingName {
		t.Errorf("found %q", names(d.shown))
	}
	d.Search("")
	state := d.State()
	d.leave(false)
	d.SetState(state)
	if !d.inLeave {
		t.Errorf("it does not come back: %s", state)
	}
	d.Open("deliverable")
	if d.inLeave || d.Chapter() != "reports" {
		t.Error("a report is opened, and not shown")
	}
	commands := d.Commands()
	commands[len(commands)-1].Do()
	if !d.inLeave {
		t.Error("the command does not lead there")
	}
	d.Write()
	if d.job != nil {
		t.Error("Ctrl+S writes a report that is not in view")
	}
}

// A closed screen has given up what it was at, and shows nothing of it.
func TestAClosedScreenLooksNoMore(t *testing.T) {
	d, h := late(t)
	d.Drop([]string{letter(t, "a.txt", "xenia@example.org")}, fyne.Position{})
	d.Close()
	h.Backwards()
	if d.leaving.Len() != 0 || d.leaving.job != nil {
		t.Errorf("closed, and shown is %q", d.said())
	}
}
