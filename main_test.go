package main

import "testing"

func TestWindowOptions(t *testing.T) {
	for _, tc := range []struct {
		args []string
		want options
		ok   bool
	}{
		{nil, options{}, true},
		{[]string{"--lang", "el"}, options{lang: "el"}, true},
		{[]string{"--lang=el", "--workspace", "/a b"}, options{workspace: "/a b", lang: "el"}, true},
		{[]string{"--workspace=/a=b"}, options{workspace: "/a=b"}, true},
		{[]string{"--lang", "el", "info"}, options{}, false},
		{[]string{"info"}, options{}, false},
		{[]string{"--help"}, options{}, false},
		{[]string{"--workspace"}, options{}, false},
		{[]string{"--json", "info"}, options{}, false},
	} {
		got, ok := windowOptions(tc.args)
		if ok != tc.ok || ok && got != tc.want {
			t.Errorf("%q: %+v %v, want %+v %v", tc.args, got, ok, tc.want, tc.ok)
		}
	}
}
