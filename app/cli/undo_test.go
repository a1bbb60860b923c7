package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/app/cli"
)

// desk runs commands on a workspace of its own, in this process.
type desk struct {
	t    testing.TB
	home string
	// refusal is what was said when a report was refused last.
	refusal string
	// closed is the period of the workspace that the oracle closed.
	closed *closed
}

func newDesk(t testing.TB) *desk {
	d := &desk{t: t, home: t.TempDir()}
	if s, ok := t.(interface{ Setenv(string, string) }); ok {
		s.Setenv("PRIMADESK_CONFIG", filepath.Join(d.home, "config"))
	}
	return d
}

func (d *desk) in(stdin string, args ...string) string {
	d.t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"--workspace", filepath.Join(d.home, "ws")}, args...)
	if status := cli.Run(args, cli.Streams{In: strings.NewReader(stdin), Out: &out, Err: &errs}, "test"); status != cli.ExitDone {
		d.t.Fatalf("%v: status %d\n%s", args, status, errs.String())
	}
	return out.String()
}

func (d *desk) run(args ...string) string { d.t.Helper(); return d.in("", args...) }

// people are JSON Lines of contacts from one number to another.
func people(from, to int, role string) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, `{"entity":"contact","id":"01900000-0000-7000-8000-%012x","family_name":"Παπαδόπουλος %d","role":%q,"tags":["t%d"]}`+"\n", i, i, role, i%7)
	}
	return b.String()
}

// A batch of 10,000 records, half new and half changed, is undone as if it had never
// been; of a hundred that were changed since, each is named and left alone.
func TestUndoOfManyRecords(t *testing.T) {
	d := newDesk(t)
	d.run("init", "--acronym", "TEST")
	d.in(people(0, manyRecords/2, "mayor"), "put")
	before := d.run("export", "all")
	d.in(people(0, manyRecords, "deputy"), "put")
	after := d.run("export", "all")
	if before == after {
		t.Fatal("the batch changed nothing")
	}
	d.run("undo")
	if got := d.run("export", "all"); got != before {
		t.Fatal("undone, the export is not what it was")
	}
	d.run("redo")
	if got := d.run("export", "all"); got != after {
		t.Fatal("done again, the export is not what it was")
	}

	since := people(0, 50, "secretary") + people(manyRecords-50, manyRecords, "secretary")
	batch := lastBatch(t, d)
	d.in(since, "put")
	var result struct {
		Undone int
		Kept   []struct{ ID, Message string }
	}
	decode(t, d.run("--json", "undo", batch), &result)
	named := map[string]bool{}
	for _, k := range result.Kept {
		named[k.ID] = true
	}
	if len(named) != 100 || result.Undone != manyRecords-100 {
		t.Fatalf("%d undone, %d named; want %d and 100", result.Undone, len(named), manyRecords-100)
	}
	checkKept(t, before, d.run("export", "contacts"), named)
}

// lastBatch is the put that made the second state: the last one done.
func lastBatch(t *testing.T, d *desk) string {
	var batches []struct {
		Batch, Kind string
		Entries     int
		Undone      bool
	}
	decode(t, d.run("--json", "history"), &batches)
	for _, b := range batches {
		if b.Entries == manyRecords && b.Kind == "put" {
			return b.Batch
		}
	}
	t.Fatalf("no batch of %d in %v", manyRecords, batches)
	return ""
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
}

// checkKept wants every line as it was before, but for those that are named: they have
// what was written last.
func checkKept(t *testing.T, before, after string, named map[string]bool) {
	t.Helper()
	was := map[string]string{}
	for line := range strings.Lines(before) {
		was[id(t, line)] = line
	}
	seen := 0
	for line := range strings.Lines(after) {
		switch key := id(t, line); {
		case named[key]:
			seen++
			if !strings.Contains(line, "secretary") {
				t.Fatalf("named, and not as it was changed: %s", line)
			}
		case was[key] != line:
			t.Fatalf("not as before: %s", line)
		}
	}
	if seen != len(named) {
		t.Fatalf("%d of %d named records are there", seen, len(named))
	}
}

func id(t *testing.T, line string) string {
	var rec struct{ ID string }
	decode(t, line, &rec)
	return rec.ID
}
