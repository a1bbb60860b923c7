package shell

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/ui/kit"
	"primadesk/ui/kit/kittest"
)

// Both sides of a ratio are measured in turn, in one run: a machine that is busy for a moment is so for both.

// benchContacts is how many contacts a large workspace has.
const benchContacts = 100_000

// benchFolder makes a workspace with a project and some contacts.
func benchFolder(b *testing.B, settings *app.Settings, contacts int) string {
	b.Helper()
	folder := filepath.Join(b.TempDir(), "work")
	w, err := app.Create(b.Context(), app.Params{Folder: folder, Settings: settings, Lang: "en", Now: func() time.Time { return day }})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := w.Projects.Make(b.Context(), "BENCH", "101000000"); err != nil {
		b.Fatal(err)
	}
	if contacts > 0 {
		if _, err := w.Generate(b.Context(), app.GenerateParams{Contacts: contacts, Seed: 1}); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return folder
}

func benchSettings(b *testing.B) *app.Settings {
	b.Helper()
	settings, err := app.LoadSettings(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	for _, err := range []error{settings.SetLanguage("en"), settings.SetTask("coordinator"), settings.SetMe("Someone")} {
		if err != nil {
			b.Fatal(err)
		}
	}
	return settings
}

// benchWindow opens the window over a folder, with all its screens, and gives it once Home shows what it read.
func benchWindow(b *testing.B, settings *app.Settings, folder string) *Shell {
	b.Helper()
	s := New(Params{
		App: test.NewApp(), Settings: settings, Folder: folder, Version: "bench", Now: func() time.Time { return day }, Exec: kittest.Still{},
		Trace:   slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{Level: slog.LevelError + 1})),
		Launch:  func(string, ...string) error { return nil },
		Screens: Screens(kit.Inline()),
	})
	s.Start()
	if s.nav == nil {
		b.Fatal("the window has no screens")
	}
	return s
}

func endWindow(b *testing.B, s *Shell) {
	b.Helper()
	work := s.work
	s.forget()
	if err := work.Close(); err != nil {
		b.Fatal(err)
	}
	s.win.Close()
}

// Opening the window over 100,000 contacts against over an empty workspace: at most 1.3.
func BenchmarkOpenWindow(b *testing.B) {
	settings := benchSettings(b)
	folders := []string{benchFolder(b, settings, 0), benchFolder(b, settings, benchContacts)}
	const rounds = 15
	times := make([][]time.Duration, len(folders))
	for range rounds {
		for i, folder := range folders {
			start := time.Now()
			s := benchWindow(b, settings, folder)
			times[i] = append(times[i], time.Since(start))
			endWindow(b, s)
		}
	}
	median := func(list []time.Duration) float64 {
		slices.Sort(list)
		return float64(list[len(list)/2])
	}
	limited(b, "full/empty", median(times[1])/median(times[0]), 1.3)
}

// The memory that is in use after every screen was visited ten times, against once: at most 1.2.
func BenchmarkVisitEveryScreen(b *testing.B) {
	settings := benchSettings(b)
	s := benchWindow(b, settings, benchFolder(b, settings, benchContacts))
	defer endWindow(b, s)
	visit := func(times int) float64 {
		for range times {
			for _, sc := range s.nav.screens {
				s.Go(sc.ID(), "")
				s.win.Canvas().Capture() // all is laid out and drawn
			}
		}
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	once := visit(1)
	limited(b, "ten/once", visit(9)/once, 1.2)
}

func limited(b *testing.B, name string, ratio, limit float64) {
	b.Helper()
	b.ReportMetric(ratio, fmt.Sprintf("%s<=%g", name, limit))
	b.ReportMetric(0, "ns/op")
	if ratio > limit {
		b.Errorf("%s is %.2f, more than %.2f", name, ratio, limit)
	}
}
