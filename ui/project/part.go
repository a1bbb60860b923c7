package project

import (
	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// part is one part of the screen.
type part struct {
	id, text    string
	entities    []string
	inset, more bool
	make        func() body
	body        body   // nil until it is first shown
	state       string // how it was left, until it is made
}

// body is what shows a part: a small screen of its own, with those capabilities of package screen that it needs.
type body interface {
	Content() fyne.CanvasObject
	Shown()
	Hidden()
}

// follower is a body that shows something of the book.
type follower interface{ follow(*book) }

// changer is a body that reads anew what was changed, while it is in view.
type changer interface{ Changed(app.Changed) }

// ready makes the body, as it was left.
func (p *part) ready(b *book) {
	if p.body != nil {
		return
	}
	p.body = p.make()
	if r, ok := p.body.(screen.Rememberer); ok && p.state != "" {
		r.SetState(p.state)
	}
	if f, ok := p.body.(follower); ok {
		f.follow(b)
	}
}

// The parts.
const (
	partGrant        = "grant"
	partPartners     = "partners"
	partWork         = "work"
	partTasks        = "tasks"
	partDeliverables = "deliverables"
	partIndicators   = "indicators"
	partActivities   = "activities"
	partMilestones   = "milestones"
	partRisks        = "risks"
	partNarratives   = "narratives"
	partCollections  = "collections"
	partQueries      = "queries"
	partWords        = "words"
)

func (s *project) makeParts() []*part {
	p := s.Printer
	of := func(id, entity string, build func() body) *part {
		return &part{id: id, text: p.Entities(entity), entities: []string{entity}, make: build}
	}
	named := func(id, entity, text string, build func() body) *part {
		x := of(id, entity, build)
		x.text = text
		return x
	}
	parts := []*part{
		{id: partGrant, text: p.T("project.grant"), entities: []string{"project", "closing"}, make: func() body { return newGrant(s) }},
		of(partPartners, "partner", func() body { return newPartners(s) }),
		of(partWork, "work_package", func() body { return s.newWork() }),
		of(partTasks, "task", func() body { return s.newTasks() }),
		of(partDeliverables, "deliverable", func() body { return s.newDeliverables() }),
		of(partIndicators, "indicator", func() body { return newIndicators(s) }),
		named(partActivities, "communication", p.T("project.activities"), func() body { return newActivities(s) }),
		of(partMilestones, "milestone", func() body { return s.newMilestones() }),
		of(partRisks, "risk", func() body { return s.newRisks() }),
		of(partNarratives, "narrative", func() body { return s.newNarratives() }),
		of(partCollections, "collection", func() body { return newCompiling(s) }),
		of(partQueries, "query", func() body { return s.newQueries() }),
		{id: partWords, text: p.T("project.words"), entities: []string{"vocabulary"}, make: func() body { return newWords(s) }},
	}
	parts[3].inset = true // tasks belong to work packages
	for _, x := range parts[7:] {
		x.more = true
	}
	return parts
}

// entityNamed is one of data's own.
func entityNamed(name string) *data.Entity {
	e, _ := data.EntityNamed(name)
	return e
}

func setVisible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// muted is a sentence that explains.
func muted(text string) *kit.Text {
	return kit.NewText(text, kit.TextStyle{Size: kit.TextMedium, Token: kit.TokenMuted, Wrap: true})
}
