package app

import (
	"cmp"
	"context"
	"slices"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/data/store"
)

// Proposals are the communication activities that the workspace knows of by itself: events that were held, and
// newsletters that were issued. Each is proposed once. See docs/decisions/0006.
type Proposals struct{ w *Workspace }

// Proposal is one activity that could be added.
type Proposal struct {
	Entity string // of what it comes from: event or bulletin
	Source string // its id
	Title  string
	Draft  *data.Communication // prefilled, not written; its id is for this draft alone
}

// notPublic are events at which the project does not tell others of itself.
var notPublic = []string{"steering_meeting"}

// List gives what the current project could add, the oldest first; nothing where there is no project.
func (s *Proposals) List(ctx context.Context, lang string) ([]Proposal, error) {
	project, err := s.w.Projects.Current(ctx)
	if data.HasCode(err, "project.none") {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Proposal
	err = s.w.Reports.read(ctx, project.ID, func(f *figures) error {
		out, err = s.list(f, i18n.For(lang))
		return err
	})
	return out, err
}

func (s *Proposals) list(f *figures, p *i18n.Printer) ([]Proposal, error) {
	told, err := told(f)
	if err != nil {
		return nil, err
	}
	events, err := all[data.Event](f)
	if err != nil {
		return nil, err
	}
	var out []Proposal
	for _, e := range events {
		if !e.Held() || told[e.ID] || slices.Contains(notPublic, e.Type) {
			continue
		}
		tally, err := f.tally(e.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, Proposal{Entity: "event", Source: e.ID, Title: e.Title(p.Lang()), Draft: ofEvent(e, tally)})
	}
	bulletins, err := all[data.Bulletin](f)
	if err != nil {
		return nil, err
	}
	for _, b := range bulletins {
		if !told[b.ID] && s.issued(b) {
			out = append(out, Proposal{Entity: "bulletin", Source: b.ID, Title: b.Title(p.Lang()), Draft: ofBulletin(b)})
		}
	}
	slices.SortStableFunc(out, func(a, b Proposal) int {
		if (a.Draft.Date == "") != (b.Draft.Date == "") { // what has no date comes last
			return cmp.Compare(b.Draft.Date, a.Draft.Date)
		}
		return cmp.Compare(a.Draft.Date, b.Draft.Date)
	})
	return out, nil
}

// told are the events and bulletins that have an activity, or had one that somebody did not want: it lies in the trash.
func told(f *figures) (map[string]bool, error) {
	out := map[string]bool{}
	for _, trash := range []bool{false, true} {
		q := store.Query{Entity: "communication", Where: []store.Cond{store.Where("project", store.Equal, f.project)}, Trash: trash}
		for rec, err := range f.r.Each(q) {
			if err != nil {
				return nil, err
			}
			c := rec.(*data.Communication)
			out[c.Event], out[c.Bulletin] = true, true
		}
	}
	return out, nil
}

// issued tells whether a newsletter has come out: its month has begun.
func (s *Proposals) issued(b *data.Bulletin) bool {
	return b.Month != "" && b.Month <= string(s.w.Today())[:len("2006-01")]
}

// ofEvent prefills what an event tells: its account where there is one, whom it was for, and who came.
func ofEvent(e *data.Event, tally data.Tally) *data.Communication {
	c := &data.Communication{
		Project: e.Project, Name: e.Name.Clone(), Description: e.Account.Clone(), Channel: "event", Country: e.Country, Date: e.Start.Day(),
		Status: "delivered", Link: e.Website, Event: e.ID, Audience: audience(e),
	}
	if c.Description.Empty() {
		c.Description = e.Description.Clone()
	}
	if tally.Known {
		c.Reached = new(tally.Participations)
	}
	c.ID, c.Owner = newID(), cmp.Or(e.Owner, e.Organiser)
	return c
}

// audience names an event's target groups in the languages of its title, so that it is no text to be translated.
func audience(e *data.Event) data.Texts {
	var out data.Texts
	if len(e.TargetGroups) == 0 {
		return out
	}
	write := func(lang string) {
		p := i18n.For(lang)
		groups := make([]string, len(e.TargetGroups))
		for i, g := range e.TargetGroups {
			groups[i] = p.Enum(data.Group.Name, g)
			if i > 0 {
				groups[i] = i18n.Lower(groups[i])
			}
		}
		out.Set(lang, p.List(groups))
	}
	write(cmp.Or(e.Name.Original, "en"))
	for _, lang := range data.Languages {
		if e.Name.In[lang] != "" && lang != e.Name.Original {
			write(lang)
		}
	}
	return out
}

// ofBulletin prefills what a newsletter tells. On which day of its month it came out, and how many read it, is not known here.
func ofBulletin(b *data.Bulletin) *data.Communication {
	c := &data.Communication{
		Project: b.Project, Name: b.Name.Clone(), Description: b.Intro.Clone(), Channel: "newsletter", Status: "delivered", Bulletin: b.ID,
	}
	if day := data.Date(b.Month + "-01"); day.Valid() {
		c.Date = day
	}
	c.ID, c.Owner = newID(), b.Owner
	return c
}

// Add writes the activity of a proposal, as it is drafted or after it was edited.
func (s *Proposals) Add(ctx context.Context, draft *data.Communication) (Done, error) {
	args := map[string]any{"Entity": "communication", "Record": draft.ID}
	return s.w.Records.Write(ctx, "made", args, func(tx *Tx) error { return tx.Save(draft) })
}

// Dismiss remembers that an activity is not wanted: it is written into the trash, so that it is never proposed again, here
// or where the workspace's changes travel to, can be undone, and can be taken out of the trash later.
func (s *Proposals) Dismiss(ctx context.Context, draft *data.Communication) (Done, error) {
	args := map[string]any{"Entity": "communication", "Record": draft.ID}
	return s.w.Records.Write(ctx, "proposal.dismissed", args, func(tx *Tx) error {
		if err := tx.Save(draft); err != nil {
			return err
		}
		return tx.Trash(data.EntityOf(draft), draft.ID)
	})
}
