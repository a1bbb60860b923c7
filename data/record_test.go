package data_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"primadesk/data"
	"primadesk/data/datatest"
)

func noID() string { panic("no new identity was needed") }

func object(t testing.TB, line []byte) map[string]json.RawMessage {
	var o map[string]json.RawMessage
	if err := json.Unmarshal(line, &o); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return o
}

func line(t interface{ Fatalf(string, ...any) }, rec data.Record) string {
	b, err := data.AppendJSON(nil, rec)
	if err != nil {
		t.Fatalf("AppendJSON: %v", err)
	}
	return string(b)
}

// Every record of every entity survives the journal and JSON unchanged.
func TestRecordsSurvive(t *testing.T) {
	for _, e := range data.Entities() {
		t.Run(e.Name, rapid.MakeCheck(func(t *rapid.T) {
			rec := datatest.Record(t, e, "id-1")
			want := line(t, rec)

			again := e.New()
			again.Head().ID = "id-1"
			if err := data.SetRegisters(again, data.Registers(rec)); err != nil {
				t.Fatal(err)
			}
			if got := line(t, again); got != want {
				t.Fatalf("through registers:\n%s\nwant\n%s", got, want)
			}

			read := e.New()
			read.Head().ID = "id-1"
			var o map[string]json.RawMessage
			if err := json.Unmarshal([]byte(want), &o); err != nil {
				t.Fatal(err)
			}
			if ps := data.ReadJSON(read, o, noID); len(ps) > 0 {
				t.Fatal(ps)
			}
			data.Clean(read)
			if got := line(t, read); got != want {
				t.Fatalf("through JSON:\n%s\nwant\n%s", got, want)
			}
			if !maps.Equal(data.Registers(read), data.Registers(rec)) {
				t.Fatal("registers differ after JSON")
			}
		}))
	}
}

// Every register is canonical JSON: writing what was read gives the same bytes.
func TestRegistersAreCanonical(t *testing.T) {
	for _, e := range data.Entities() {
		t.Run(e.Name, rapid.MakeCheck(func(t *rapid.T) {
			for path, value := range data.Registers(datatest.Record(t, e, "id-1")) {
				d := json.NewDecoder(strings.NewReader(value))
				d.UseNumber()
				var v any
				if err := d.Decode(&v); err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				var b strings.Builder
				enc := json.NewEncoder(&b)
				enc.SetEscapeHTML(false)
				if err := enc.Encode(v); err != nil {
					t.Fatal(err)
				}
				if got := strings.TrimSpace(b.String()); got != value {
					t.Fatalf("%s: %s, canonical is %s", path, value, got)
				}
			}
		}))
	}
}

// A database keeps sets, texts and lists as they were, digests of stale texts too.
func TestValuesScan(t *testing.T) {
	scanned := 0
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(data.Entities()).Draw(t, "entity")
		rec := datatest.Record(t, e, "id-1")
		for i := range e.Columns {
			p := e.Columns[i].At(rec)
			v, ok := reflect.ValueOf(p).Elem().Interface().(driver.Valuer)
			if !ok {
				continue
			}
			scanned++
			kept, err := v.Value()
			if err != nil {
				t.Fatal(err)
			}
			fresh := reflect.New(reflect.TypeOf(p).Elem())
			if err := fresh.Interface().(sql.Scanner).Scan(kept); err != nil {
				t.Fatal(err)
			}
			again, err := fresh.Elem().Interface().(driver.Valuer).Value()
			if err != nil || again != kept {
				t.Fatalf("%s: %v, was %v (%v)", e.Columns[i].ID, again, kept, err)
			}
		}
	})
	if scanned == 0 {
		t.Fatal("no column was scanned")
	}
}

// The declarations hang together: ids are unique, kinds fit the Go types, and what a
// kind needs is there.
func TestDeclarations(t *testing.T) {
	types := map[data.Kind]any{
		data.KindInt: new(*int), data.KindDecimal: new(*data.Decimal), data.KindBool: new(bool), data.KindDate: new(data.Date),
		data.KindWall: new(data.Wall), data.KindSet: new(data.Set), data.KindTexts: new(data.Texts),
	}
	var walk func(t *testing.T, cols []data.Column, rec any)
	walk = func(t *testing.T, cols []data.Column, rec any) {
		seen := map[string]bool{}
		for i := range cols {
			c := &cols[i]
			if seen[c.ID] {
				t.Errorf("%s is declared twice", c.ID)
			}
			seen[c.ID] = true
			p := c.At(rec)
			if c.Kind == data.KindRows {
				list, ok := p.(data.List)
				if !ok || c.Rows == nil {
					t.Errorf("%s is no list", c.ID)
					continue
				}
				walk(t, c.Rows.Columns, list.Add("x"))
				continue
			}
			want, special := types[c.Kind]
			if !special {
				want = new(string)
			}
			if reflect.TypeOf(p) != reflect.TypeOf(want) {
				t.Errorf("%s is a %T, want %T", c.ID, p, want)
			}
			if (c.Kind == data.KindEnum || c.Item == data.KindEnum && c.Kind == data.KindSet) == (c.Enum == nil) {
				t.Errorf("%s: an enum goes with enum words", c.ID)
			}
			if _, ok := data.EntityNamed(c.Ref); (c.Kind == data.KindRef || c.Item == data.KindRef) && !ok {
				t.Errorf("%s refers to %q", c.ID, c.Ref)
			}
		}
	}
	for _, e := range data.Entities() {
		t.Run(e.Name, func(t *testing.T) {
			rec := e.New()
			if data.EntityOf(rec) != e {
				t.Fatal("EntityOf does not know its own")
			}
			walk(t, e.Columns, rec)
		})
	}
	for _, e := range data.Enums() {
		if len(e.Words) != len(slices.Compact(slices.Sorted(slices.Values(e.Words)))) {
			t.Errorf("%s repeats a word", e.Name)
		}
	}
}

// The JSON names of list members are the ids of their columns: both are written.
func TestRowsHaveOneName(t *testing.T) {
	for _, e := range data.Entities() {
		rec := e.New()
		for i := range e.Columns {
			c := &e.Columns[i]
			if c.Kind != data.KindRows {
				continue
			}
			row := c.At(rec).(data.List).Add("x")
			names := map[string]bool{"id": true}
			typ := reflect.TypeOf(row).Elem()
			for _, f := range reflect.VisibleFields(typ) {
				if tag := f.Tag.Get("json"); tag != "" {
					name, _, _ := strings.Cut(tag, ",")
					names[name] = true
				}
			}
			for _, sub := range c.Rows.Columns {
				if !names[sub.ID] {
					t.Errorf("%s.%s.%s has no JSON name", e.Name, c.ID, sub.ID)
				}
				delete(names, sub.ID)
			}
			delete(names, "id")
			for name := range names {
				t.Errorf("%s.%s: %s is no column", e.Name, c.ID, name)
			}
		}
	}
}

func TestReadJSON(t *testing.T) {
	base := `{"given_name":"Ελένη","emails":[{"id":"e1","label":"work","address":"e@example.org"}],"tags":["a","b"]}`
	tests := []struct {
		name, in string
		want     string // the record afterwards, without entity and id
		code     string
		field    string
	}{
		{"stays", `{}`, base, "", ""},
		{"null takes out", `{"tags":null}`, `{"given_name":"Ελένη","emails":[{"id":"e1","label":"work","address":"e@example.org"}]}`, "", ""},
		{"element by its address", `{"emails":[{"address":"e@example.org"}],"tags":[]}`, `{"given_name":"Ελένη","emails":[{"id":"e1","order":"%","address":"e@example.org"}]}`, "", ""},
		{"unknown field", `{"nationality":"GR"}`, "", "field.unknown", "nationality"},
		{"unknown field of a row", `{"emails":[{"id":"e1","adress":"x"}]}`, "", "field.unknown", "emails/e1/adress"},
		{"wrong type", `{"given_name":7}`, "", "type", "given_name"},
		{"a list is wanted", `{"emails":"x@example.org"}`, "", "type", "emails"},
		{"stamps are read over", `{"changed_at":"2025-01-01","state":"live"}`, base, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &data.Contact{}
			if ps := data.ReadJSON(c, object(t, []byte(base)), noID); len(ps) > 0 {
				t.Fatal(ps)
			}
			c.Emails[0].Order = ""
			ps := data.ReadJSON(c, object(t, []byte(tt.in)), noID)
			if tt.code != "" {
				if len(ps) != 1 || ps[0].Code != tt.code || ps[0].Field != tt.field || !ps[0].Refuse {
					t.Fatalf("got %v, want %s %s", ps, tt.field, tt.code)
				}
				return
			}
			if len(ps) > 0 {
				t.Fatal(ps)
			}
			got := "{" + strings.TrimPrefix(line(t, c), `{"entity":"contact","id":"",`)
			if len(c.Emails) > 0 && c.Emails[0].Order != "" {
				got = strings.Replace(got, `"order":"`+c.Emails[0].Order, `"order":"%`, 1)
			}
			if got != tt.want {
				t.Fatalf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add([]byte(`{"given_name":"Ελένη","emails":[{"address":"e@example.org"}],"tags":["a"],"consents":[{"id":"1","purpose":"newsletter"}]}`))
	f.Add([]byte(`{"name":{"en":"a","fr":"b","stale":{"fr":"x"}},"start":"2025-02-30","expected":-1,"budget":[{"planned":1.25}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var o map[string]json.RawMessage
		if json.Unmarshal(b, &o) != nil {
			return
		}
		for _, e := range data.Entities() {
			rec := e.New()
			rec.Head().ID = "id"
			n := 0
			if len(data.ReadJSON(rec, o, func() string { n++; return strings.Repeat("i", n) })) > 0 {
				continue
			}
			data.Clean(rec)
			if len(data.Validate(rec).Refused()) > 0 {
				continue
			}
			want := line(t, rec)
			again := e.New()
			again.Head().ID = "id"
			if ps := data.ReadJSON(again, object(t, []byte(want)), noID); len(ps) > 0 {
				t.Fatalf("%s: %v in %s", e.Name, ps, want)
			}
			if got := line(t, again); got != want {
				t.Fatalf("%s\nwas %s", got, want)
			}
		}
	})
}
