package data

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestReorderMovesOne(t *testing.T) {
	keys := Ranks(5)
	moved := []string{keys[4], keys[0], keys[1], keys[2], keys[3]}
	got := Reorder(moved)
	changed := 0
	for i := range got {
		if got[i] != moved[i] {
			changed++
		}
	}
	if changed != 1 || !slices.IsSorted(got) {
		t.Errorf("%v became %v: %d changed", moved, got, changed)
	}
}

func TestReorderIsAscending(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := Ranks(rapid.IntRange(0, 12).Draw(t, "n"))
		for i := range keys {
			if rapid.IntRange(0, 4).Draw(t, "new") == 0 {
				keys[i] = ""
			}
		}
		if len(keys) > 0 {
			keys = rapid.Permutation(keys).Draw(t, "order")
		}
		got := Reorder(keys)
		for i := 1; i < len(got); i++ {
			if got[i] <= got[i-1] {
				t.Fatalf("%v: %v does not ascend", keys, got)
			}
		}
	})
}
