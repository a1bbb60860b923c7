package reports

import (
	"testing"

	"primadesk/data"
	"primadesk/reports/reporttest"
)

// sampleProject is the project that the program ships.
func sampleProject(t testing.TB) *memory {
	t.Helper()
	m := &memory{}
	reporttest.Sample(t, m.add)
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
	case *data.Collection:
		m.collections = append(m.collections, r)
	case *data.PartnerQuery:
		m.queries = append(m.queries, r)
	}
}
