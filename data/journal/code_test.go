package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestCanonical(t *testing.T) {
	type text struct {
		Text string `json:"text"`
		Of   string `json:"of,omitempty"`
	}
	tests := []struct {
		in   any
		want Value
	}{
		{nil, Null},
		{true, Present},
		{"Ελένη", `"Ελένη"`},
		{"a<b>&\"\\/\n\x01\x7f", `"a<b>&\"\\/\n\u0001` + "\x7f" + `"`},
		{"line\u2028para\u2029\u2027", `"line\u2028para\u2029` + "\u2027" + `"`},
		{-3, "-3"},
		{int64(math.MaxInt64), "9223372036854775807"},
		{json.Number("12345678901234.5678"), "12345678901234.5678"},
		{json.Number("-0"), "0"},
		{json.Number("1.50"), "1.5"},
		{json.Number("1e2"), "100"},
		{json.Number("12.5E-3"), "0.0125"},
		{0.1, "0.1"},
		{1e21, "1000000000000000000000"},
		{[]string{"b", "a"}, `["b","a"]`},
		{map[string]string{"text": "x", "of": "y"}, `{"of":"y","text":"x"}`},
		{text{Text: "x", Of: "y"}, `{"of":"y","text":"x"}`},
		{map[string]any{"z": []any{nil, 1.0, map[string]any{}}, "a": false}, `{"a":false,"z":[null,1,{}]}`},
	}
	for _, test := range tests {
		got, err := Canonical(test.in)
		if err != nil || got != test.want {
			t.Errorf("%v: %s, %v; expected %s", test.in, got, err, test.want)
		}
		if !IsCanonical(test.want) {
			t.Errorf("%s is not taken for canonical", test.want)
		}
	}
	for _, bad := range []any{"\xff", math.NaN(), make(chan int), json.Number("1e999"), json.Number("x"), json.Number("." + strings.Repeat("1", 80))} {
		if _, err := Canonical(bad); !errors.Is(err, ErrValue) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestIsNotCanonical(t *testing.T) {
	for _, v := range []string{"", " 1", "1 ", "01", "-0", "1.0", "1.50", "1e2", "+1", ".5", "5.", "tru", "nul", `"`, `"a`, `"\u00e9"`, `"\/"`, `"\u000a"`, `"\u001F"`,
		"\"\n\"", "\"\xff\"", "\"\u2028\"", `"\u202a"`, `"\ud800"`, `[1,]`, `[1 ,2]`, `[`, `{"b":1,"a":2}`, `{"a":1,"a":1}`, `{"a" :1}`, `{a:1}`, `{"a":1,}`, "1 2",
		strings.Repeat("[", 40) + strings.Repeat("]", 40), strings.Repeat("9", 65)} {
		if IsCanonical(v) {
			t.Errorf("%q is taken for canonical", v)
		}
	}
}

var sample = map[Path]Change{
	Record:            {Value: Live},
	"given_name":      {Value: `"Ελένη"`},
	"role":            {Value: `"x"`, Supersedes: []ID{"0197-b", "0197-a", "0197-a", "0197-c^0"}},
	"town":            {Value: Null, Supersedes: []ID{"0197-a"}, Restores: []ID{Beginning}},
	"tags/\"quoted\"": {Value: Present},
	"title/fr":        {Value: `{"of":"d","text":"é"}`},
	"tags/sea~1~0 1":  {Value: Null, Restores: []ID{"b", "a"}},
}

const sampleText = `{"":["live"],"given_name":["Ελένη"],"role":["x","0197-a","0197-b","0197-c^0"],"tags/\"quoted\"":[true],` +
	`"tags/sea~1~0 1":[null,["a","b"]],"title/fr":[{"of":"d","text":"é"}],"town":[null,"0197-a",["-"]]}`

func TestEncode(t *testing.T) {
	want := sampleText
	for range 20 { // maps have no order
		got, err := Encode(sample)
		if err != nil || string(got) != want {
			t.Fatalf("%s, %v\nexpected %s", got, err, want)
		}
	}
	decoded, err := Decode([]byte(want))
	if err != nil {
		t.Fatal(err)
	}
	same := maps.Clone(sample)
	for path, change := range same {
		change.Supersedes = sorted(slices.Clone(change.Supersedes))
		change.Restores = sorted(slices.Clone(change.Restores))
		same[path] = change
	}
	if !reflect.DeepEqual(decoded, same) {
		t.Errorf("decoded %v\nexpected %v", decoded, same)
	}
	if !json.Valid([]byte(want)) {
		t.Error("the encoding is no JSON")
	}
	for _, bad := range []map[Path]Change{
		{"a": {Value: "x"}}, {"a": {}}, {"/a": {Value: Null}}, {"a//b": {Value: Null}}, {"\xff": {Value: Null}},
		{"a": {Value: Null, Supersedes: []ID{`"`}}}, {"a": {Value: Null, Restores: []ID{""}}},
	} {
		if _, err := Encode(bad); !errors.Is(err, ErrValue) && !errors.Is(err, ErrMalformed) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestDecodeIsStrict(t *testing.T) {
	for _, text := range []string{"", "{", "[]", "null", `{}x`, ` {}`, `{"a":[]}`, `{"a":1}`, `{"a":[1}`, `{"a":[1],}`, `{"a":[1] }`, `{"b":[1],"a":[1]}`, `{"a":[1],"a":[1]}`,
		`{"a":[1.0]}`, `{"a":[1,"b","a"]}`, `{"a":[1,"b","b"]}`, `{"a":[1,""]}`, `{"a":[1,2]}`, `{"a":[1,[]]}`, `{"a":[1,["b"],"c"]}`, `{"a":[1,["b","a"]]}`, `{"a":[1,["b"`,
		`{"a":[1,"\u0041"]}`, `{"a/":[1]}`, `{"\u0061":[1]}`, `{"a":[1,"b]}`} {
		if got, err := Decode([]byte(text)); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(sampleText))
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"a":[-0.5,"b",["-"]],"b":["\u2028\u001f"]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		changes, err := Decode(text)
		if err != nil {
			return
		}
		again, err := Encode(changes)
		if err != nil || !bytes.Equal(again, text) {
			t.Errorf("%s was read, and written as %s, %v", text, again, err)
		}
		if !json.Valid(text) {
			t.Errorf("%s was read, and is no JSON", text)
		}
	})
}

func FuzzCanonical(f *testing.F) {
	for _, seed := range []string{`"Ελένη"`, `{"b":1.50,"a":[null,"\u2028"]}`, `-12.5e-3`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want, got any
		if json.Unmarshal([]byte(text), &want) != nil {
			if IsCanonical(text) {
				t.Errorf("%s is canonical, and no JSON", text)
			}
			return
		}
		canonical, err := Canonical(json.RawMessage(text))
		if err != nil {
			return // too deep, too long
		}
		if !IsCanonical(canonical) {
			t.Errorf("%s became %s", text, canonical)
		}
		if err := json.Unmarshal([]byte(canonical), &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s became %s: %v", text, canonical, err)
		}
		if IsCanonical(text) && text != canonical {
			t.Errorf("%s is canonical, and became %s", text, canonical)
		}
	})
}

func TestPaths(t *testing.T) {
	if got := slices.Collect(Ancestors("emails/id/address")); !slices.Equal(got, []Path{"emails/id", "emails", Record}) {
		t.Errorf("ancestors %q", got)
	}
	for _, test := range []struct {
		path, above Path
		want        bool
	}{{"a/b", "a", true}, {"a", "a", false}, {"ab", "a", false}, {"a", Record, true}, {Record, Record, false}, {"a-b/c", "a", false}} {
		if got := IsBelow(test.path, test.above); got != test.want {
			t.Errorf("%q below %q: %t", test.path, test.above, got)
		}
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2025, 6, 2, 10, 0, 0, 123e6, time.UTC)
	c := Next(0, now)
	if !c.Time().Equal(now) {
		t.Errorf("%s became %s", now, c.Time())
	}
	for range 100_000 { // more than the counter holds, in one millisecond
		next := Next(c, now)
		if next <= c {
			t.Fatal("the clock stood still")
		}
		c = next
	}
	back := Next(c, now.Add(-time.Hour))
	if back <= c {
		t.Error("the clock went back with the wall")
	}
	ahead := ClockAt(now.Add(12 * time.Hour))
	if got := Observe(c, ahead, now); got != ahead || Next(got, now) <= ahead {
		t.Error("an answer comes before what it answers")
	}
	if got := Observe(c, ClockAt(now.AddDate(7, 0, 0)), now); got != c {
		t.Errorf("a clock wrong by years has moved ours to %s", got.Time())
	}
	if got := Observe(c, ClockAt(now.AddDate(-7, 0, 0)), now); got != c {
		t.Error("an old entry has moved our clock")
	}
	if got := Next(ClockAt(now.AddDate(7, 0, 0)), now); got != ClockAt(now) {
		t.Errorf("our own clock, put right, stays at %s", got.Time())
	}
	if ClockAt(time.Time{}) != 0 {
		t.Error("an instant before 1970")
	}
}

func TestCheck(t *testing.T) {
	id := func() ID {
		id, err := NewID()
		if err != nil || !ValidID(id) {
			t.Fatal(id, err)
		}
		return id
	}
	good := Entry{ID: id(), Batch: id(), Device: id(), Seq: 1, Clock: 1, Author: id(), Entity: "contact", Record: id(), Schema: 1, Changes: Create(nil, nil)}
	if err := good.Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(e *Entry){
		"id":         func(e *Entry) { e.ID = strings.ToUpper(e.ID) + "x" },
		"author":     func(e *Entry) { e.Author = "me" },
		"entity":     func(e *Entry) { e.Entity = "" },
		"sequence":   func(e *Entry) { e.Seq = 0 },
		"no changes": func(e *Entry) { e.Changes = nil },
		"path":       func(e *Entry) { e.Changes = map[Path]Change{"a/": {Value: Null}} },
		"value":      func(e *Entry) { e.Changes = map[Path]Change{"a": {Value: "1.0"}} },
		"presence":   func(e *Entry) { e.Changes = map[Path]Change{Record: {Value: Null}} },
		"itself":     func(e *Entry) { e.Changes = map[Path]Change{"a": {Value: Null, Supersedes: []ID{e.ID}}} },
	} {
		bad := good
		spoil(&bad)
		if err := bad.Check(); !errors.Is(err, ErrMalformed) && !errors.Is(err, ErrValue) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
