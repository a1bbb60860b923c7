//go:build unix

package workbook

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// killedMode names the variable by which the test binary, run again, knows that it is to write a workbook and be killed.
const killedMode = "WORKBOOK_KILLED_CHILD"

// TestKilledChild is the body of the child process; it stops in the middle of the rows and waits for its end.
func TestKilledChild(t *testing.T) {
	path := os.Getenv(killedMode)
	if path == "" {
		if err := Clean(filepath.Join(t.TempDir(), "none")); err != nil {
			t.Fatalf("a folder that does not exist is clean: %v", err)
		}
		return
	}
	w := numbersSheet(3, nil)
	table := w.Sheets[0].Blocks[0].(Table[int])
	table.Rows = func(yield func(int, error) bool) {
		yield(1, nil)
		fmt.Println("ready")
		select {}
	}
	w.Sheets[0].Blocks[0] = table
	_ = WriteFile(context.Background(), path, w, Options{Scratch: filepath.Join(filepath.Dir(path), "scratch")})
}

func entries(t *testing.T, folder string) int {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

func TestCleanAfterAKill(t *testing.T) {
	folder := t.TempDir()
	scratch := filepath.Join(folder, "scratch")
	if err := os.Mkdir(scratch, 0o700); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(os.Args[0], "-test.run=^TestKilledChild$")
	command.Env = append(os.Environ(), killedMode+"="+filepath.Join(folder, "report.xlsx"))
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan() && lines.Text() != "ready"; {
	}
	// While it lives, its work is its own.
	if err := Clean(scratch); err != nil || entries(t, scratch) != 1 || entries(t, folder) != 2 {
		t.Errorf("%v: %d and %d entries while the process lives", err, entries(t, scratch), entries(t, folder))
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait() // it was killed
	if err := Clean(scratch); err != nil || entries(t, scratch) != 0 || entries(t, folder) != 1 {
		t.Errorf("%v: %d and %d entries after Clean", err, entries(t, scratch), entries(t, folder))
	}
}

func TestCleanLeavesOtherFilesAlone(t *testing.T) {
	folder := t.TempDir()
	mine := filepath.Join(folder, mark+"123")
	precious := filepath.Join(folder, "precious.xlsx")
	newest := filepath.Join(folder, mark+"being-made")
	for _, path := range []string{mine, newest} {
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for path, text := range map[string]string{
		precious:                        "kept",
		filepath.Join(mine, lockName):   "",
		filepath.Join(mine, noteName):   precious, // a note that was tampered with
		filepath.Join(folder, "a.tmp"):  "kept",
		filepath.Join(mine, "part-123"): "raw",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Clean(folder); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(mine); !os.IsNotExist(err) {
		t.Errorf("the left folder is still there: %v", err)
	}
	for _, path := range []string{precious, newest, filepath.Join(folder, "a.tmp")} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("removed what was not its own: %v", err)
		}
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(newest, old, old); err != nil {
		t.Fatal(err)
	}
	if err := Clean(folder); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(newest); !os.IsNotExist(err) {
		t.Errorf("a folder that was given up an hour ago is still there: %v", err)
	}
}
