package reports

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/screen"
)

// show shows what will be written, or what was.
func (s *Screen) show(past bool) {
	s.inPast = past
	for i, o := range s.middle.Objects {
		if (i == 1) == past {
			o.Show()
		} else {
			o.Hide()
		}
	}
	for which, chip := range s.views {
		chip.SetSelected(which == past)
	}
	s.panel.note.Hidden = past
	s.panel.heading.Refresh()
	if past && s.quiet != nil {
		s.past.load()
	}
}

// pastCounted says how many reports were written.
func (s *Screen) pastCounted() {
	text := s.p.Printer.T("reportscreen.past")
	if n := len(s.past.list); n > 0 {
		text += " " + s.p.Printer.Number(n)
	}
	s.views[true].SetText(text)
	s.panel.heading.Refresh()
}

// again writes a report as it was written before: the same options, of the data as they are now.
func (s *Screen) again(w app.Written) {
	r, ok := written(s.reports, w)
	if !ok || s.job != nil {
		return
	}
	s.ask(r)
	asked := s.asked.copy()
	name := filepath.Base(w.Path)
	if w.Folder() { // a folder, which is asked for by command alone
		name += r.report.Ending
	}
	s.p.Shell.AskSave(screen.Saving{
		Title: s.action(), Name: name, Other: asked.report.Also, Done: func(path string) { s.write(asked, path) },
	})
}

// kept is what is remembered of the screen: codes and ids.
type kept struct {
	Report string                      `json:"report"`
	Lang   string                      `json:"lang,omitempty"`
	Values map[app.ReportOption]string `json:"values,omitempty"`
	More   bool                        `json:"more,omitempty"`
	Leave  bool                        `json:"leave,omitempty"`
}

// State implements screen.Rememberer.
func (s *Screen) State() string {
	values := maps.Clone(s.asked.values)
	delete(values, app.OptTemplate) // a file's name may be somebody's
	b, err := json.Marshal(kept{Report: s.asked.report.Name, Lang: s.asked.lang, Values: values, More: s.options.more, Leave: s.inLeave})
	if err != nil { // strings always marshal
		return ""
	}
	return string(b)
}

// SetState implements screen.Rememberer. Names are asked for anew each time: they are never in a document by oversight.
func (s *Screen) SetState(text string) {
	var k kept
	if json.Unmarshal([]byte(text), &k) != nil {
		return
	}
	i := slices.IndexFunc(s.reports, func(r app.Report) bool { return r.Name == k.Report })
	if i < 0 {
		return
	}
	s.asked.report = s.reports[i]
	if slices.Contains(i18n.Languages, k.Lang) {
		s.asked.lang = k.Lang
	}
	maps.Copy(s.asked.values, k.Values)
	delete(s.asked.values, app.OptTemplate)
	delete(s.asked.values, app.OptPersonalData)
	s.options.more = k.More
	s.footer.offer(s.action())
	s.leave(k.Leave)
	s.options.show(s.asked, s.options.menu)
}

// Commands implements screen.Commander: each report can be gone to, what was written can be looked at.
func (s *Screen) Commands() []screen.Command {
	t := s.p.Printer
	var out []screen.Command
	for _, r := range s.reports {
		out = append(out, screen.Command{Text: t.T("reportscreen.command", "Report", t.T(r.Label)), Do: func() { s.Open(r.Name) }})
	}
	return append(out,
		screen.Command{Text: t.T("reportscreen.past"), Do: func() {
			s.leave(false)
			s.show(true)
		}},
		screen.Command{Text: t.T("leaving.title"), Do: func() { s.leave(true) }})
}
