//go:build unix

package reports

import (
	"context"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"primadesk/data"
)

// crowded is a source with so many contacts that they must not be in memory together. Each is made when it is asked for.
type crowded struct {
	*memory
	people int
}

func (c crowded) Contacts(context.Context) iter.Seq2[*data.Contact, error] {
	return func(yield func(*data.Contact, error) bool) {
		for n := range c.people {
			if !yield(crowdContact(n), nil) {
				return
			}
		}
	}
}

const crowd = 100_000

func crowdContact(n int) *data.Contact {
	c := &data.Contact{
		FamilyName: "Παπαδόπουλος " + strconv.Itoa(n), GivenName: "Γεώργιος", LatinName: "Georgios Papadopoulos " + strconv.Itoa(n),
		Role: "Υπεύθυνος ανθρώπινου δυναμικού", Organisation: "o" + strconv.Itoa(n%500), Country: "GR",
	}
	c.Emails = data.Rows[data.Email]{{Address: "person" + strconv.Itoa(n) + "@example.org"}}
	c.Phones = data.Rows[data.Phone]{{Number: "+30 2710 " + strconv.Itoa(100000+n)}, {Number: "+30 690 " + strconv.Itoa(1000000+n)}}
	return c
}

func crowdedSource(t testing.TB) crowded {
	m := tidy(t)
	for n := range 500 {
		o := &data.Organisation{Name: "Αγροτικός συνεταιρισμός " + strconv.Itoa(n), Country: "GR", Group: "employers", Power: number(n%5 + 1), Interest: number(n/5%5 + 1)}
		o.ID = "o" + strconv.Itoa(n)
		m.organisations = append(m.organisations, o)
	}
	return crowded{m, crowd}
}

func crowdReport(t testing.TB, path string) error {
	o := options("el")
	o.WithPersonalData = true
	_, err := Write(context.Background(), crowdedSource(t), "stakeholders", o, path, nil)
	return err
}

// crowdBare writes the same cells of the sheet of contacts, with a style, as excelize's documentation does.
func crowdBare(t testing.TB, path string) error {
	source := crowdedSource(t)
	names := map[string]string{}
	for _, o := range source.organisations {
		names[o.ID] = o.Name
	}
	file := excelize.NewFile(excelize.Options{TmpDir: filepath.Dir(path)})
	defer file.Close()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	style, err := file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true}})
	if err != nil {
		return err
	}
	row := 0
	for c := range source.Contacts(context.Background()) {
		row++
		values := make([]any, 0, 8)
		for _, s := range []string{
			c.FamilyName, c.GivenName, c.LatinName, c.Role, names[c.Organisation], c.Emails[0].Address, c.Phones[0].Number + "\n" + c.Phones[1].Number, "Ελλάδα",
		} {
			values = append(values, excelize.Cell{StyleID: style, Value: s})
		}
		if err := stream.SetRow("A"+strconv.Itoa(row), values); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return file.SaveAs(path)
}

// crowdMode names the variable by which the test binary, run again, knows that it is to write one file and tell what it took.
const crowdMode = "REPORTS_BENCH_CHILD"

// TestCrowdChild is the body of the child processes; in a normal run it only checks that both ways are known.
func TestCrowdChild(t *testing.T) {
	ways := map[string]func(testing.TB, string) error{"report": crowdReport, "bare": crowdBare}
	mode, path, _ := strings.Cut(os.Getenv(crowdMode), "=")
	if mode == "" {
		if len(ways) != 2 {
			t.Fatal("two ways are compared")
		}
		return
	}
	if err := ways[mode](t, path); err != nil {
		t.Fatal(err)
	}
}

func crowdUsage(b *testing.B, mode string) (cpu time.Duration, megabytes float64) {
	b.Helper()
	command := exec.Command(os.Args[0], "-test.run=^TestCrowdChild$")
	command.Env = append(os.Environ(), fmt.Sprintf("%s=%s=%s", crowdMode, mode, filepath.Join(b.TempDir(), mode+".xlsx")))
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", mode, err, out)
	}
	state := command.ProcessState
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		megabytes = float64(usage.Maxrss) / 1024
		if runtime.GOOS == "darwin" { // bytes there, kilobytes elsewhere
			megabytes /= 1024
		}
	}
	return state.UserTime() + state.SystemTime(), megabytes
}

// BenchmarkStakeholders writes the register with 100,000 contacts by name, and compares it with a bare stream of the same cells, each
// in a process of its own, in turns. Targets: 1.5 times the CPU, 200 MB.
func BenchmarkStakeholders(b *testing.B) {
	var ours, theirs time.Duration
	memory, bareMemory := 0.0, 0.0
	for b.Loop() {
		cpu, megabytes := crowdUsage(b, "report")
		ours, memory = ours+cpu, max(memory, megabytes)
		cpu, megabytes = crowdUsage(b, "bare")
		theirs, bareMemory = theirs+cpu, max(bareMemory, megabytes)
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s")
	b.ReportMetric(theirs.Seconds()/float64(b.N), "bare-cpu-s")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
	b.ReportMetric(memory, "MB-peak")
	b.ReportMetric(bareMemory, "bare-MB-peak")
}
