package data_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"primadesk/data"
)

func TestDate(t *testing.T) {
	for d, want := range map[data.Date]bool{"": true, "2025-06-02": true, "2024-02-29": true, "2025-02-29": false, "2025-6-2": false, "02/06/2025": false, "0001-01-01": false} {
		if d.Valid() != want {
			t.Errorf("%q valid: %v", d, !want)
		}
	}
	if got := data.Date("2024-12-31").AddDays(60); got != "2025-03-01" {
		t.Errorf("sixty days on: %s", got)
	}
}

func TestWall(t *testing.T) {
	for w, want := range map[data.Wall]bool{"": true, "2025-06-02": true, "2025-06-02T10:00": true, "2025-06-02T24:00": false, "2025-06-02T10:00Z": false, "2025-02-30T10:00": false} {
		if w.Valid() != want {
			t.Errorf("%q valid: %v", w, !want)
		}
	}
	if w := data.Wall("2025-06-02T10:00"); w.Day() != "2025-06-02" || w.Clock() != "10:00" {
		t.Errorf("%s %s", w.Day(), w.Clock())
	}
}

// A time that the clock skips moves forward, one that it repeats is the first.
func TestInstant(t *testing.T) {
	athens, err := time.LoadLocation("Europe/Athens")
	if err != nil {
		t.Fatal(err)
	}
	for w, want := range map[data.Wall]string{
		"2025-06-02T10:00": "2025-06-02T07:00:00Z",
		"2025-01-02T10:00": "2025-01-02T08:00:00Z",
		"2025-03-30T03:30": "2025-03-30T01:30:00Z", // skipped: 04:30 summer time
		"2025-10-26T03:30": "2025-10-26T00:30:00Z", // twice: the first, still summer time
	} {
		got, ok := w.Instant(athens)
		if !ok || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%s is %s, want %s", w, got.UTC().Format(time.RFC3339), want)
		}
	}
	if _, ok := data.Wall("2025-06-02").Instant(athens); ok {
		t.Error("a day without a time has no instant")
	}
}

func TestDecimal(t *testing.T) {
	for in, want := range map[string]string{"12": "12", "-3.50": "-3.5", "0.0001": "0.0001", "00.5": "0.5", "-0.25": "-0.25"} {
		d, err := data.ParseDecimal(in)
		if err != nil || d.String() != want {
			t.Errorf("%s: %s %v", in, d, err)
		}
	}
	for _, in := range []string{"", "1.", ".5", "1e3", "1.23456", "--1", "abc", "999999999999999"} {
		if d, err := data.ParseDecimal(in); err == nil {
			t.Errorf("%q was read as %s", in, d)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := data.Decimal(rapid.Int64Range(-1<<52, 1<<52).Draw(t, "d"))
		if again, err := data.ParseDecimal(d.String()); err != nil || again != d {
			t.Fatalf("%s came back as %s (%v)", d, again, err)
		}
	})
}

func TestBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{""}
		for range rapid.IntRange(1, 40).Draw(t, "inserts") {
			i := rapid.IntRange(0, len(keys)-1).Draw(t, "after")
			next := ""
			if i+1 < len(keys) {
				next = keys[i+1]
			}
			key := data.Between(keys[i], next)
			if key <= keys[i] || next != "" && key >= next {
				t.Fatalf("%q is not between %q and %q", key, keys[i], next)
			}
			keys = append(keys[:i+1], append([]string{key}, keys[i+1:]...)...)
		}
	})
	for _, n := range []int{0, 1, 35, 36, 1295, 2000} {
		ranks := data.Ranks(n)
		for i := 1; i < n; i++ {
			if ranks[i] <= ranks[i-1] {
				t.Fatalf("of %d: %q after %q", n, ranks[i], ranks[i-1])
			}
			if b := data.Between(ranks[i-1], ranks[i]); b <= ranks[i-1] || b >= ranks[i] {
				t.Fatalf("%q between %q and %q", b, ranks[i-1], ranks[i])
			}
		}
	}
}

func TestTexts(t *testing.T) {
	x := data.TextIn("en", "one")
	x.Set("fr", "un")
	if x.Original != "en" || x.Stale("fr") || x.Stale("en") {
		t.Fatalf("a translation just made is fresh: %+v", x)
	}
	x.Set("en", "two")
	if !x.Stale("fr") {
		t.Fatal("the original changed, the translation is stale")
	}
	x.Confirm("fr")
	if x.Stale("fr") {
		t.Fatal("confirmed, it is fresh again")
	}
	if s, in := x.Get("nl"); s != "two" || in != "en" {
		t.Fatalf("what is missing shows the original, not %q in %q", s, in)
	}
	x.Set("en", "")
	x.Set("fr", "")
	if !x.Empty() || x.Original != "" {
		t.Fatalf("emptied: %+v", x)
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"ΑΘΗΝΑ", "Αθήνα", "αθηνα"},
		{"ΠΑΠΑΔΟΠΟΥΛΟΣ", "Παπαδόπουλος", "παπαδοπουλος"},
		{"École", "ECOLE", "e\u0301cole"},
		{"Œuvre", "oeuvre"},
		{"Straße", "STRASSE"},
		{"L’Aquila", "l'aquila", "laquila"},
		{"  a -- b ", "a b", "A\tB"},
		{"", "🙂", "\"*()"},
	} {
		for _, s := range same {
			if got := data.Fold(s); got != data.Fold(same[0]) {
				t.Errorf("%q folds to %q, %q to %q", s, got, same[0], data.Fold(same[0]))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := data.Fold(s); data.Fold(once) != once {
			t.Fatalf("%q folds to %q, then to %q", s, once, data.Fold(once))
		}
	})
}
