package sample

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// record is one line, read.
type record struct {
	entity *data.Entity
	rec    data.Record
	line   string
}

// read decodes all lines and fails on the first that is not fit.
func read(t *testing.T) []record {
	t.Helper()
	var all []record
	for line, err := range Lines() {
		if err != nil {
			t.Fatal(err)
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(line, &object); err != nil {
			t.Fatalf("line %d: %v", len(all)+1, err)
		}
		var name, id string
		if json.Unmarshal(object["entity"], &name) != nil || json.Unmarshal(object["id"], &id) != nil {
			t.Fatalf("line %d: no entity or id", len(all)+1)
		}
		e, ok := data.EntityNamed(name)
		if !ok {
			t.Fatalf("line %d: entity %q", len(all)+1, name)
		}
		rec := e.New()
		rec.Head().ID = id
		missing := func() string { t.Errorf("%s: a list's member without id", id); return id }
		for _, p := range data.ReadJSON(rec, object, missing) {
			t.Errorf("%s %s: %v", name, id, p)
		}
		all = append(all, record{e, rec, string(line)})
	}
	return all
}

// of gives the records of one type, in order.
func of[P data.Record](all []record) []P {
	var out []P
	for _, r := range all {
		if p, ok := r.rec.(P); ok {
			out = append(out, p)
		}
	}
	return out
}

func TestOpenAndLinesGiveTheSame(t *testing.T) {
	r, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for line, err := range Lines() {
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(line)
		lines.WriteByte('\n')
	}
	if !bytes.Equal(whole, lines.Bytes()) {
		t.Error("the lines are not the stream: a file lacks its last line's end")
	}
	for range Lines() {
		break // stopping early is allowed
	}
}

func TestLinesAreCleanValidAndCanonical(t *testing.T) {
	for _, r := range read(t) {
		data.Clean(r.rec)
		for _, p := range data.Validate(r.rec) {
			t.Errorf("%s: %v", r.rec.Head().ID, p)
		}
		b, err := data.AppendJSON(nil, r.rec)
		if err != nil {
			t.Fatal(err)
		}
		if string(b) != r.line {
			t.Errorf("not canonical:\n got %s\nwant %s", r.line, b)
		}
	}
}

func TestOrderAndIDs(t *testing.T) {
	at, last := 0, ""
	for _, r := range read(t) {
		i := slices.Index(data.Entities(), r.entity)
		id := r.rec.Head().ID
		if i < at || i == at && id <= last {
			t.Errorf("%s %s comes too late", r.entity.Name, id)
		}
		if i != at {
			at = i
		}
		last = id
		if len(id) != 36 || id[14] != '7' || id[19] != '8' || !strings.HasPrefix(id, "01a19467-e800-7") {
			t.Errorf("%s is not of the sample's form of UUIDv7", id)
		}
	}
}

func TestReferencesResolve(t *testing.T) {
	all := read(t)
	known := map[string]bool{}
	for _, r := range all {
		known[r.entity.Name+" "+r.rec.Head().ID] = true
	}
	for _, r := range all {
		id := r.rec.Head().ID
		fields(r.entity.Columns, r.rec, func(c *data.Column, p any) {
			switch p := p.(type) {
			case *string:
				if c.Kind == data.KindRef && *p != "" && !known[c.Ref+" "+*p] {
					t.Errorf("%s %s: no %s %s", id, c.ID, c.Ref, *p)
				}
				if c.Kind == data.KindWord && *p != "" && !slices.Contains(data.Shipped(c.Vocabulary), *p) {
					t.Errorf("%s %s: no word %q", id, c.ID, *p)
				}
			case *data.Set:
				for _, s := range *p {
					if c.Item == data.KindRef && !known[c.Ref+" "+s] {
						t.Errorf("%s %s: no %s %s", id, c.ID, c.Ref, s)
					}
				}
			}
		})
	}
}

// fields visits every field of a record, those of its lists' members too.
func fields(cols []data.Column, rec any, visit func(*data.Column, any)) {
	for i := range cols {
		c := &cols[i]
		p := c.At(rec)
		visit(c, p)
		if list, ok := p.(data.List); ok {
			for j := range list.Len() {
				fields(c.Rows.Columns, list.Row(j), visit)
			}
		}
	}
}
