package kit

import (
	"slices"
	"strings"
)

// DiffKind says what became of words.
type DiffKind int

// What can become of words.
const (
	DiffSame DiffKind = iota
	DiffAdded
	DiffRemoved
)

// DiffPart is words that follow each other and had the same fate; a line break is a part of its own, "\n".
type DiffPart struct {
	Kind DiffKind
	Text string
}

// diffMost is how many pairs of words are compared at most: longer texts with nothing in common but their ends are shown
// as replaced.
const diffMost = 4_000_000

// DiffWords compares two texts word by word: what is common stands in its order, and where they differ what was removed
// stands before what was added. Spaces do not count, line breaks do.
func DiffWords(before, after string) []DiffPart {
	a, b := diffTokens(before), diffTokens(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d diff
	d.add(DiffSame, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(DiffSame, a[len(a)-tail:]...)
	return d.parts
}

// diffTokens are a text's words and line breaks.
func diffTokens(text string) []string {
	var out []string
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if i > 0 {
			out = append(out, "\n")
		}
		out = append(out, strings.Fields(line)...)
	}
	return out
}

type diff struct{ parts []DiffPart }

func (d *diff) add(kind DiffKind, words ...string) {
	for _, word := range words {
		last := len(d.parts) - 1
		if word != "\n" && last >= 0 && d.parts[last].Kind == kind && d.parts[last].Text != "\n" {
			d.parts[last].Text += " " + word
			continue
		}
		d.parts = append(d.parts, DiffPart{kind, word})
	}
}

// middle goes along a longest common subsequence. Of the two next words that differ, the removed ones come first.
func (d *diff) middle(a, b []string) {
	if len(a)*len(b) > diffMost {
		d.add(DiffRemoved, a...)
		d.add(DiffAdded, b...)
		return
	}
	length := commonLengths(a, b)
	var added []string // held back until the removed words beside them are told
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			d.add(DiffAdded, added...)
			added = nil
			d.add(DiffSame, a[i])
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || length[i+1][j] >= length[i][j+1]):
			d.add(DiffRemoved, a[i])
			i++
		default:
			added = append(added, b[j])
			j++
		}
	}
	d.add(DiffAdded, added...)
}

// commonLengths gives how many words the rests of a from i and of b from j have in common, in their order.
func commonLengths(a, b []string) [][]int32 {
	length := make([][]int32, len(a)+1)
	for i := range length {
		length[i] = make([]int32, len(b)+1)
	}
	for i, word := range slices.Backward(a) {
		for j, other := range slices.Backward(b) {
			if word == other {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	return length
}
