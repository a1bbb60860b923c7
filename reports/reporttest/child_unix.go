//go:build unix

package reporttest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Ways are what child processes can be told to do, by name: each writes one file.
type Ways map[string]func(t testing.TB, path string) error

// Usage is what a process took.
type Usage struct {
	CPU    time.Duration
	Memory float64 // megabytes at the peak
}

// Child is the body of the test that variable names, which [Ways.Measure] runs in processes of its own. In a normal run, where the variable is not
// set, it only checks that there are ways to compare.
func (w Ways) Child(t *testing.T, variable string) {
	t.Helper()
	mode, path, _ := strings.Cut(os.Getenv(variable), "=")
	if mode == "" {
		if len(w) < 2 {
			t.Fatal("there is nothing to compare")
		}
		return
	}
	if w[mode] == nil {
		t.Fatalf("no way %q", mode)
	}
	if err := w[mode](t, path); err != nil {
		t.Fatal(err)
	}
	if peak := peakOf("/proc/self/status"); peak != "" {
		t.Log(peak)
	}
}

// highWater is the most memory that a process had (proc(5)).
var highWater = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// peakOf reads it where the system tells. What the system tells of a child that has ended (getrusage(2)) is no less than what its parent had
// when it began.
func peakOf(status string) string {
	text, err := os.ReadFile(status)
	if err != nil {
		return ""
	}
	return string(highWater.Find(text))
}

// Measure runs the test binary again for one test alone, which calls [Ways.Child], and gives what that process took.
func Measure(b *testing.B, test, variable, mode string) Usage {
	b.Helper()
	command := exec.Command(os.Args[0], "-test.v", "-test.run=^"+test+"$")
	command.Env = append(os.Environ(), fmt.Sprintf("%s=%s=%s", variable, mode, filepath.Join(b.TempDir(), mode+".xlsx")))
	out, err := command.CombinedOutput()
	if err != nil {
		b.Fatalf("%s: %v\n%s", mode, err, out)
	}
	state := command.ProcessState
	taken := Usage{CPU: state.UserTime() + state.SystemTime()}
	if peak := highWater.FindSubmatch(out); peak != nil {
		kilobytes, _ := strconv.ParseFloat(string(peak[1]), 64)
		taken.Memory = kilobytes / 1024
	} else if rusage, ok := state.SysUsage().(*syscall.Rusage); ok {
		taken.Memory = float64(rusage.Maxrss) / 1024
		if runtime.GOOS == "darwin" { // bytes there, kilobytes elsewhere
			taken.Memory /= 1024
		}
	}
	return taken
}

func (u *Usage) add(more Usage) {
	u.CPU, u.Memory = u.CPU+more.CPU, max(u.Memory, more.Memory)
}

// Limits are what a benchmark must stay within; 0 is no limit.
type Limits struct {
	CPU         float64 // ours in theirs
	Memory      float64 // megabytes at our peak
	MemoryRatio float64 // our peak in theirs
}

// Compare measures two ways in turns, reports what they took, and fails where ours took more than it may.
func Compare(b *testing.B, test, variable, ours, theirs string, limits Limits) {
	b.Helper()
	var mine, other Usage
	for b.Loop() {
		mine.add(Measure(b, test, variable, ours))
		other.add(Measure(b, test, variable, theirs))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(mine.CPU.Seconds()/float64(b.N), ours+"-cpu-s")
	b.ReportMetric(other.CPU.Seconds()/float64(b.N), theirs+"-cpu-s")
	b.ReportMetric(other.Memory, theirs+"-MB")
	Within(b, "cpu-ratio", mine.CPU.Seconds()/other.CPU.Seconds(), limits.CPU)
	Within(b, ours+"-MB", mine.Memory, limits.Memory)
	Within(b, "MB-ratio", mine.Memory/other.Memory, limits.MemoryRatio)
	b.Logf("%s %v and %.0f MB, %s %v and %.0f MB", ours, mine.CPU, mine.Memory, theirs, other.CPU, other.Memory)
}

// Within reports a figure together with its limit, and fails where it is more; 0 is no limit.
func Within(b *testing.B, name string, got, limit float64) {
	b.Helper()
	if limit == 0 {
		b.ReportMetric(got, name)
		return
	}
	b.ReportMetric(got, fmt.Sprintf("%s<=%g", name, limit))
	if got > limit {
		b.Errorf("%s is %.2f, more than %g", name, got, limit)
	}
}
