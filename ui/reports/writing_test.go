package reports

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

func TestWriteDraft(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "deliverable.xlsx")
	said := map[string]bool{}
	d.exec = &hooked{Exec: kit.Inline(), onApply: func() {
		for _, text := range texts(d.footer.content) {
			said[text] = true
		}
	}}
	test.Tap(d.footer.write)
	if info, err := os.Stat(d.shell.SaveTo); err != nil || info.Size() < 5000 {
		t.Fatalf("file: %v, %v; %q", info, err, d.shell.Errors)
	}
	if !said["Writing “Events”, sheet 4 of 17"] {
		t.Errorf("progress said %v", said)
	}
	toast := d.shell.Last()
	if toast.Text != "deliverable.xlsx is written, as a DRAFT. Some information is still to be completed." || len(toast.Actions) != 2 {
		t.Fatalf("toast %+v", toast)
	}
	toast.Actions[0].Do()
	toast.Actions[1].Do()
	if got := fmt.Sprint(d.shell.Opened); got != fmt.Sprintf("[%s %s]", d.shell.SaveTo, d.shell.SaveTo) {
		t.Errorf("files %s", got)
	}
	if d.job != nil || d.footer.write.Disabled() || d.footer.progress.Visible() || d.footer.note.Text() != toast.Text {
		t.Error("after writing the footer is not as before")
	}
}

func TestCancelKeepsWhatWasThere(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "old.xlsx")
	if err := os.WriteFile(d.shell.SaveTo, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	hook := &hooked{Exec: kit.Inline()}
	hook.onApply = func() {
		if d.job != nil {
			hook.onApply = nil
			d.cancel()
		}
	}
	d.exec = hook
	d.Write()
	if got, err := os.ReadFile(d.shell.SaveTo); err != nil || string(got) != "old" {
		t.Errorf("the file holds %d bytes, %v", len(got), err)
	}
	if len(d.shell.Errors) != 0 || d.shell.Last().Text != d.shell.T("reportscreen.cancelled") || d.job != nil {
		t.Errorf("errors %v, toasts %v", d.shell.Errors, d.shell.Toasts)
	}
	left, err := os.ReadDir(filepath.Dir(d.shell.SaveTo))
	if err != nil || len(left) != 1 {
		t.Errorf("left over: %v, %v", left, err)
	}
}

// dropped is an Exec whose window is gone: nothing is applied any more.
type dropped struct{}

func (dropped) Go(work func()) { go work() }
func (dropped) Apply(func())   {}

func (dropped) After(time.Duration, func()) func() { return func() {} }

func TestCloseWaitsForTheWriting(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "report.xlsx")
	d.exec = dropped{}
	d.Write()
	j := d.job
	d.Close()
	select {
	case <-j.done:
	default:
		t.Error("something is still being written")
	}
	if d.job != nil || len(d.shell.Toasts) != 0 {
		t.Error("a closed screen still tells")
	}
}

func TestFinalIsRefusedWithLinks(t *testing.T) {
	d := start(t)
	d.shell.SaveTo = filepath.Join(t.TempDir(), "final.xlsx")
	d.set(app.OptFinal, final)
	es := d.event(t, "ES-01")
	if got := strings.Join(texts(d.panel.holder), "\n"); d.panel.sheets != nil || !strings.Contains(got, "ES-01") || !strings.Contains(got, "no date") {
		t.Fatalf("said %q", got)
	}
	links := buttons(d.panel.holder, d.shell.T("reportscreen.open_record"))
	if len(links) != 1 {
		t.Fatalf("%d links", len(links))
	}
	test.Tap(links[0])
	if got := fmt.Sprint(d.shell.Went); got != "[event "+es.ID+" start]" {
		t.Errorf("went to %s", got)
	}
	d.Write()
	if len(d.shell.Errors) != 1 || len(d.shell.Toasts) != 0 {
		t.Errorf("errors %v, toasts %v", d.shell.Errors, d.shell.Toasts)
	}
	if _, err := os.Stat(d.shell.SaveTo); err == nil {
		t.Error("a final version was written")
	}
	d.set(app.OptPeriod, "1")
	d.Write()
	if toast := d.shell.Last(); toast.Text != "final.xlsx is written." {
		t.Errorf("of a period: %q, %v", toast.Text, d.shell.Errors)
	}
}

func buttons(o fyne.CanvasObject, text string) []*kit.Button {
	var out []*kit.Button
	for _, child := range test.LaidOutObjects(o) {
		if b, ok := child.(*kit.Button); ok && b.Text() == text {
			out = append(out, b)
		}
	}
	return out
}

func TestSumsThatAreOffAreNamed(t *testing.T) {
	d := start(t)
	e := d.event(t, "EL-01")
	one := 1
	if _, err := d.shell.Work.Records.Save(t.Context(), &data.Attendance{Event: e.ID, Count: &one, IncludesNamed: true}); err != nil {
		t.Fatal(err)
	}
	d.shell.SaveTo = filepath.Join(t.TempDir(), "draft.xlsx")
	d.Write()
	got := strings.Join(texts(d.panel.notice), "\n")
	if !d.panel.notice.Visible() || !strings.Contains(got, "EL-01") || !strings.Contains(got, "difference") {
		t.Errorf("notice %q", got)
	}
	if toast := d.shell.Last(); !strings.Contains(toast.Text, "DRAFT") || !strings.Contains(toast.Text, "do not add up") {
		t.Errorf("toast %q, errors %v", toast.Text, d.shell.Errors)
	}
	links := buttons(d.panel.notice, d.shell.T("reportscreen.open_record"))
	if len(links) == 0 {
		t.Fatal("no link to the event")
	}
	test.Tap(links[0])
	d.set(app.OptFinal, final)
	if d.panel.notice.Visible() || !strings.Contains(strings.Join(texts(d.panel.holder), "\n"), "EL-01") {
		t.Errorf("a final version: %q", texts(d.panel.holder))
	}
	d.Write()
	if fmt.Sprint(d.shell.Went) != "[event "+e.ID+" attendance]" || len(d.shell.Errors) != 1 {
		t.Errorf("went to %v, errors %v", d.shell.Went, d.shell.Errors)
	}
}
