// Package licences holds the licence of every module that go.mod names, word for word, as the licences themselves ask
// for. The file is collected anew with go generate whenever go.mod changes; a test says when that is due.
package licences

import (
	_ "embed" // licences.txt
	"strings"
)

//go:generate go run ./collect ../../go.mod licences.txt

//go:embed licences.txt
var collected string

// Module is a work of others that the program is made with.
type Module struct {
	Path, Version string
	Kind          string // MIT, BSD-3-Clause …; "other" where the text is none of the usual ones
	Text          string // the licence, word for word
}

// Mark begins each module in the file: mark, path, version, kind.
const Mark = "=== "

// All gives the modules by path.
func All() []Module {
	var all []Module
	for part := range strings.SplitSeq("\n"+collected, "\n"+Mark) {
		head, text, _ := strings.Cut(part, "\n")
		words := strings.Fields(head)
		if len(words) == 3 {
			all = append(all, Module{words[0], words[1], words[2], strings.TrimSpace(text)})
		}
	}
	return all
}

// KindOf tells which of the usual licences a text is.
func KindOf(text string) string {
	flat := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	has := func(s string) bool { return strings.Contains(flat, s) }
	switch {
	case has("apache license") && has("version 2.0"):
		return "Apache-2.0"
	case has("mozilla public license"):
		return "MPL-2.0"
	case has("redistribution and use in source and binary forms") && has("neither the name"):
		return "BSD-3-Clause"
	case has("redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case has("permission is hereby granted, free of charge"):
		return "MIT"
	case has("permission to use, copy, modify, and/or distribute"), has("permission to use, copy, modify, and distribute"):
		return "ISC"
	case has("this is free and unencumbered software"):
		return "Unlicense"
	}
	return "other"
}
