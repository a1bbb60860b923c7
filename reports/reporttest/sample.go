package reporttest

import (
	"encoding/json"
	"testing"

	"primadesk/assets/sample"
	"primadesk/data"
)

// Sample calls for every record of the project that the program ships, in the order in which it is loaded.
func Sample(t testing.TB, each func(data.Record)) {
	t.Helper()
	for line, err := range sample.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(line, &object); err != nil {
			t.Fatal(err)
		}
		var name, id string
		_ = json.Unmarshal(object["entity"], &name)
		_ = json.Unmarshal(object["id"], &id)
		entity, ok := data.EntityNamed(name)
		if !ok {
			t.Fatalf("no entity %q", name)
		}
		rec := entity.New()
		rec.Head().ID = id
		if found := data.ReadJSON(rec, object, func() string { return "new" }); len(found) > 0 {
			t.Fatal(found)
		}
		each(rec)
	}
}
