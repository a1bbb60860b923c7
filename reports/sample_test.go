package reports

import (
	"bufio"
	"encoding/json"
	"testing"

	"primadesk/assets/sample"
	"primadesk/data"
)

// sampleProject is the project that the program ships.
func sampleProject(t testing.TB) *memory {
	t.Helper()
	in, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	m := &memory{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(lines.Bytes(), &object); err != nil {
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
		m.add(rec)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *memory) add(rec data.Record) {
	switch r := rec.(type) {
	case *data.Project:
		m.project = r
	case *data.Partner:
		m.partners = append(m.partners, r)
	case *data.WorkPackage:
		m.packages = append(m.packages, r)
	case *data.Task:
		m.tasks = append(m.tasks, r)
	case *data.Deliverable:
		m.deliverables = append(m.deliverables, r)
	case *data.Vocabulary:
		m.vocabulary = append(m.vocabulary, r)
	case *data.Organisation:
		m.organisations = append(m.organisations, r)
	case *data.Contact:
		m.contacts = append(m.contacts, r)
	case *data.Event:
		m.events = append(m.events, r)
	case *data.Attendance:
		m.attendance = append(m.attendance, r)
	case *data.Evidence:
		m.evidence = append(m.evidence, r)
	case *data.Takeaway:
		m.takeaways = append(m.takeaways, r)
	case *data.Communication:
		m.communications = append(m.communications, r)
	case *data.Narrative:
		m.narratives = append(m.narratives, r)
	case *data.Indicator:
		m.indicators = append(m.indicators, r)
	case *data.Milestone:
		m.milestones = append(m.milestones, r)
	case *data.Risk:
		m.risks = append(m.risks, r)
	case *data.Bulletin:
		m.bulletins = append(m.bulletins, r)
	case *data.Engagement:
		m.engagements = append(m.engagements, r)
	}
}
