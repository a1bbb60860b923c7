package reports

import (
	"context"
	"slices"

	"primadesk/app"
	"primadesk/data"
)

// Open implements screen.Opener: a report is opened by its name, as is what is looked for before a file leaves; by the id of an event or a deliverable, the report on it.
func (s *Screen) Open(name string) {
	if name == "" {
		return
	}
	s.Search("")
	s.show(false)
	if name == leavingName || slices.ContainsFunc(s.reports, func(r app.Report) bool { return r.Name == name }) {
		s.pick(name)
		return
	}
	w := s.p.Workspace
	s.finds.Run(context.Background(), func(ctx context.Context) (data.Record, error) { return w.Records.Find(ctx, name) },
		func(rec data.Record, err error) {
			if err != nil {
				s.p.Shell.ShowError(err)
				return
			}
			s.about(rec)
		})
}

// about chooses the report on a record, which is not narrowed otherwise.
func (s *Screen) about(rec data.Record) {
	option := app.OptDeliverable
	switch rec.(type) {
	case *data.Event:
		option = app.OptEvent
	case *data.Deliverable:
	default:
		return
	}
	i := slices.IndexFunc(s.reports, func(r app.Report) bool { return slices.Contains(r.Takes, option) })
	if i < 0 {
		return
	}
	s.ask(request{report: s.reports[i], lang: s.asked.lang, values: map[app.ReportOption]string{option: rec.Head().ID}})
}

// ask shows a request in place of the one that was chosen.
func (s *Screen) ask(r request) {
	s.asked = r
	s.leave(false)
	s.options.show(r, s.options.menu)
	s.footer.offer(s.action())
	s.footer.say("")
	s.panel.clear()
	s.body.Refresh()
	s.preview()
}
