package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"primadesk/data"
)

const (
	crashFolder  = "PRIMADESK_CRASH_FOLDER" // makes TestWriteUntilKilled write there
	crashKills   = "PRIMADESK_CRASH_KILLS"  // how often TestKilledWhileWriting kills; 5
	crashPerson  = 7                        // records of one batch
	crashAtLeast = 2                        // batches that are acknowledged before the kill
)

// TestWriteUntilKilled is the program that TestKilledWhileWriting kills: it writes batch after batch, and says so when
// each is kept.
func TestWriteUntilKilled(t *testing.T) {
	dir := os.Getenv(crashFolder)
	if dir == "" {
		return // nobody is there to kill it
	}
	p := paramsOf(dir)
	s, err := Open(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	for n := strings.Count(export(t, s), "\n") / crashPerson; ; n++ {
		var batch []data.Record
		for i := range crashPerson {
			batch = append(batch, contact(fmt.Sprintf("Αριθμός %d", i), fmt.Sprintf("Παρτίδα %d", n)))
		}
		save(t, s, batch...)
		fmt.Printf("kept %d\n", n+1)
		if n%3 == 0 {
			if _, err := s.Backup(context.Background(), ""); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestKilledWhileWriting(t *testing.T) {
	kills, err := strconv.Atoi(os.Getenv(crashKills))
	if err != nil {
		kills = 5
	}
	dir := t.TempDir()
	for range kills {
		kept := writeAndKill(t, dir)
		s, err := Open(context.Background(), paramsOf(dir))
		if err != nil {
			t.Fatal(err)
		}
		people := strings.Count(export(t, s), "\n")
		if people%crashPerson != 0 || people/crashPerson < kept {
			t.Errorf("%d records after %d batches of %d were acknowledged", people, kept, crashPerson)
		}
		sound(t, s)
		if names := listing(t, s.dir.backups()) + listing(t, dir); strings.Contains(names, tempPrefix) {
			t.Errorf("left %s", names)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// writeAndKill says how many batches were acknowledged when the program was killed.
func writeAndKill(t *testing.T, dir string) (kept int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestWriteUntilKilled$")
	cmd.Env = append(os.Environ(), crashFolder+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	first := true
	for said := 0; lines.Scan(); {
		n, err := strconv.Atoi(strings.TrimPrefix(lines.Text(), "kept "))
		if err != nil {
			t.Fatalf("the program said %s", lines.Text())
		}
		kept = n
		if said++; said >= crashAtLeast && first {
			first = false // and read on what it says until it is dead
			time.AfterFunc(time.Duration(rand.IntN(20_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("it ended by itself")
	}
	return kept
}
