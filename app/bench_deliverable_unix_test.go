//go:build unix

package app

import (
	"context"
	"os"
	"testing"
	"time"

	"primadesk/reports/reporttest"
)

// deliverableMode names the variable by which the test binary, run again, knows which project's deliverable it is to write; the folders
// of the two projects stand in variables of their own.
const (
	deliverableMode  = "APP_BENCH_DELIVERABLE"
	deliverableSmall = "APP_BENCH_SMALL"
	deliverableLarge = "APP_BENCH_LARGE"
)

var deliverableWays = reporttest.Ways{"small": writeDeliverable(deliverableSmall), "large": writeDeliverable(deliverableLarge)}

func writeDeliverable(folder string) func(testing.TB, string) error {
	return func(t testing.TB, path string) error {
		settings, err := LoadSettings(t.TempDir())
		if err != nil {
			return err
		}
		ctx := context.Background()
		w, err := Open(ctx, Params{Folder: os.Getenv(folder), Settings: settings, Lang: "en", Now: func() time.Time { return homeDay }})
		if err != nil {
			return err
		}
		defer func() { _ = w.Close() }()
		_, err = w.Reports.Write(ctx, ReportParams{Name: "deliverable", Lang: "en", File: path})
		return err
	}
}

// TestDeliverableChild is the body of the child processes.
func TestDeliverableChild(t *testing.T) { deliverableWays.Child(t, deliverableMode) }

// BenchmarkDeliverable writes the deliverable of a project with 500 events, 20,000 attendances and their takeaways, and that of a project a
// tenth as large, each in a process of its own, in turns. Limits: 12 times the CPU, twice the memory.
func BenchmarkDeliverable(b *testing.B) {
	for size, folder := range map[int]string{1: deliverableSmall, 10: deliverableLarge} {
		w, _ := attended(b, crowd{contacts: 1_000 * size, events: 50 * size, attendances: 2_000 * size})
		b.Setenv(folder, w.Folder)
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
	reporttest.Compare(b, "TestDeliverableChild", deliverableMode, "large", "small", reporttest.Limits{CPU: 12, MemoryRatio: 2})
}
