//go:build unix

package publish

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// killedMode names the variable by which the test binary, run again, knows that it is to write a file and be killed.
const killedMode = "PUBLISH_KILLED_CHILD"

// TestKilledChild is the body of the child process; it stops in the middle of the file and waits for its end.
func TestKilledChild(t *testing.T) {
	path := os.Getenv(killedMode)
	if path == "" {
		if err := Clean(filepath.Join(t.TempDir(), "none")); err != nil {
			t.Fatalf("a folder that does not exist is clean: %v", err)
		}
		return
	}
	_ = File(path, filepath.Join(filepath.Dir(path), "scratch"), func(out io.Writer, _ *Room) error {
		_, err := out.Write(make([]byte, 1<<20))
		fmt.Println("ready")
		if err == nil {
			select {}
		}
		return err
	})
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
