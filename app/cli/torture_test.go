package cli_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"primadesk/app/cli"
)

// kills is how often TestTorture kills the program: PRIMADESK_KILLS, or a few.
func kills(t *testing.T) int {
	s := os.Getenv("PRIMADESK_KILLS")
	if s == "" {
		return 3
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("PRIMADESK_KILLS=%s: %v", s, err)
	}
	return n
}

// victim is a workspace whose program is killed.
type victim struct {
	t         *testing.T
	r         *rand.Rand
	home      string
	committed string                   // the export after the last change that is known to be kept
	usual     map[string]time.Duration // how long an undisturbed process takes, by command
}

// The program is killed at random moments of put and of report: the database is whole,
// what was acknowledged is there, what was not is there whole or not at all, no
// workbook is half written, and the next start leaves nothing temporary.
func TestTorture(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	v := &victim{t: t, r: rand.New(rand.NewPCG(seed, 1)), home: t.TempDir()}
	t.Setenv("PRIMADESK_CONFIG", filepath.Join(v.home, "config"))
	v.must("init", "--sample")
	v.committed = v.export()
	v.must("report", "deliverable", "-o", v.out())
	v.usual = map[string]time.Duration{}
	v.killReport(0)
	v.killPut(0)

	n := kills(t)
	acknowledged, killed := 0, 0
	for i := 1; i <= n; i++ {
		var done bool
		if i%3 == 2 {
			done = v.killReport(i)
		} else {
			done = v.killPut(i)
		}
		if done {
			acknowledged++
		} else {
			killed++
		}
		if i%10 == 0 || i == n {
			v.must("check", "--deep")
		}
	}
	t.Logf("%d killed, %d acknowledged before the kill", killed, acknowledged)
	if n >= 20 && (killed == 0 || acknowledged == 0) {
		t.Errorf("the kills missed: %d killed, %d acknowledged", killed, acknowledged)
	}
}

func (v *victim) out() string { return filepath.Join(v.home, "reports", "deliverable.xlsx") }

func (v *victim) args(args ...string) []string {
	return append([]string{"--workspace", filepath.Join(v.home, "ws")}, args...)
}

// run runs a command in this process.
func (v *victim) run(args ...string) (out, errs string, status int) {
	if err := os.MkdirAll(filepath.Dir(v.out()), 0o700); err != nil {
		v.t.Fatal(err)
	}
	var o, e bytes.Buffer
	status = cli.Run(v.args(args...), cli.Streams{In: strings.NewReader(""), Out: &o, Err: &e}, "test")
	return o.String(), e.String(), status
}

func (v *victim) must(args ...string) string {
	v.t.Helper()
	out, errs, status := v.run(args...)
	if status != cli.ExitDone {
		v.t.Fatalf("%v: status %d\n%s%s", args, status, out, errs)
	}
	return out
}

func (v *victim) export() string { return v.must("export", "all") }

// disturb runs a command as a process of its own and kills it at a random moment, mostly
// while it works. It tells whether the command was done, and acknowledged, before that.
// The first of each kind is left in peace, and shows how long one takes.
func (v *victim) disturb(kind string, args ...string) bool {
	v.t.Helper()
	command := exec.Command(os.Args[0], v.args(args...)...)
	command.Env = append(os.Environ(), childMode+"=1")
	var errs bytes.Buffer
	command.Stderr = &errs
	started := time.Now()
	if err := command.Start(); err != nil {
		v.t.Fatal(err)
	}
	if usual, known := v.usual[kind]; known {
		timer := time.AfterFunc(time.Duration(v.r.Int64N(int64(usual)*5/2)), func() { _ = command.Process.Kill() })
		defer timer.Stop()
	}
	err := command.Wait()
	if _, known := v.usual[kind]; !known {
		v.usual[kind] = time.Since(started)
	}
	if err != nil && command.ProcessState.Exited() {
		v.t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	return err == nil
}

func (v *victim) killPut(i int) bool {
	file := filepath.Join(v.home, "put.jsonl")
	if err := os.WriteFile(file, []byte(v.lines(i)), 0o600); err != nil {
		v.t.Fatal(err)
	}
	done := v.disturb("put", "put", file)
	v.must("put", os.DevNull) // the next start, for writing
	v.nothingTemporary()
	mark := fmt.Sprintf(`"source":"torture %d"`, i)
	after := v.export()
	switch n := strings.Count(after, mark); {
	case n == putLines:
	case n != 0:
		v.t.Fatalf("put %d is there by halves: %d of %d", i, n, putLines)
	case done:
		v.t.Fatalf("put %d was acknowledged and is gone", i)
	case after != v.committed:
		v.t.Fatalf("put %d is not there, and something else changed", i)
	}
	v.committed = after
	return done
}

const putLines = 300

// lines are new contacts and, from the second time on, changes of the first ones.
func (v *victim) lines(i int) string {
	var b strings.Builder
	for n := range putLines {
		id := fmt.Sprintf("01900000-0000-7000-8000-%012x", n)
		if n%2 == 0 {
			id = fmt.Sprintf("01900000-0000-7000-8001-%012x", i*putLines+n)
		}
		line, err := json.Marshal(map[string]any{
			"entity": "contact", "id": id, "family_name": fmt.Sprintf("Παπαδόπουλος %d", n), "source": fmt.Sprintf("torture %d", i),
		})
		if err != nil {
			v.t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

func (v *victim) killReport(i int) bool {
	before, err := os.ReadFile(v.out())
	if err != nil {
		v.t.Fatal(err)
	}
	done := v.disturb("report", "--lang", []string{"en", "el", "fr"}[i/3%3], "report", "deliverable", "-o", v.out())
	v.must("put", os.DevNull)
	v.nothingTemporary()
	after, err := os.ReadFile(v.out())
	if err != nil {
		v.t.Fatal(err)
	}
	if !done && bytes.Equal(before, after) {
		return false
	}
	if err := wholeZip(after); err != nil {
		v.t.Fatalf("report %d left a workbook that does not open: %v", i, err)
	}
	return done
}

// wholeZip reads every part to its end, where the checksums are.
func wholeZip(b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if err := r.Close(); err != nil {
			return err
		}
	}
	return nil
}

func (v *victim) nothingTemporary() {
	v.t.Helper()
	for _, folder := range []string{"ws/tmp", "ws/evidence", "ws/backups", "reports"} {
		err := filepath.WalkDir(filepath.Join(v.home, folder), func(path string, d fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			if err == nil && (strings.HasPrefix(d.Name(), ".") || folder == "ws/tmp" && d.Name() != "tmp") {
				v.t.Errorf("%s was left behind", path)
			}
			return err
		})
		if err != nil {
			v.t.Fatal(err)
		}
	}
}
