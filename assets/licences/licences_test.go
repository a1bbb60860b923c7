package licences

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestEveryModuleHasItsLicence(t *testing.T) {
	b, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]Module{}
	for _, m := range All() {
		have[m.Path] = m
		if len(m.Text) < 200 || m.Kind == "" {
			t.Errorf("%s: %d characters of %s", m.Path, len(m.Text), m.Kind)
		}
	}
	wanted := 0
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) (v\S+)`).FindAllStringSubmatch(string(b), -1) {
		wanted++
		if got := have[m[1]]; got.Version != m[2] {
			t.Errorf("%s %s: the collected licence is of %q; run go generate ./assets/licences", m[1], m[2], got.Version)
		}
	}
	if wanted != len(have) {
		t.Errorf("%d modules in go.mod, %d collected", wanted, len(have))
	}
}

func TestKindsOfLicence(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted,\nfree of charge": "MIT", "nothing": "other",
		"Apache License\nVersion 2.0": "Apache-2.0", "Redistribution and use in source and binary forms. Neither the name": "BSD-3-Clause",
	} {
		if got := KindOf(text); got != want {
			t.Errorf("%q: %s", strings.Fields(text)[0], got)
		}
	}
}
