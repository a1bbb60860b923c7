package reports

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// leavingName is what the part is called where a report has its name.
const leavingName = "privacy-scan"

// leaving is the part for files that are about to leave: personal data are looked for in them, one after the other, and what
// was found is listed by file. Nothing of it is kept.
type leaving struct {
	s       *Screen
	files   []string
	lines   []foundLine
	job     *job // nil while nothing is looked into
	table   *kit.Table
	footer  *footer
	clear   *kit.Button
	content *fyne.Container
}

func newLeaving(s *Screen) *leaving {
	t := s.p.Printer
	v := &leaving{s: s}
	v.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "file", Title: t.T("leaving.file"), Width: 140, Grow: 1},
			{ID: "state", Title: t.T("leaving.result"), Width: 132, Kind: kit.CellChip},
			{ID: "where", Title: t.T("leaving.where"), Width: 110, Grow: 1},
			{ID: "what", Title: t.T("leaving.what"), Width: 210, Grow: 2.2},
		},
		Source: v, Margin: 14, OnOpen: v.open, Now: s.p.Workspace.Now,
		Empty: kit.NewEmpty(kit.IconSearch(), t.T("leaving.empty"), t.T("leaving.choose"), v.choose),
	})
	v.footer = newFooter(t, v.choose, v.cancel)
	v.footer.offer(t.T("leaving.choose"))
	v.clear = kit.NewLink(t.T("leaving.clear"), v.forget).SetTextSize(kit.TextMedium)
	v.clear.Hide()
	card := kit.Stack(
		kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface, Stroke: kit.TokenLine, Radius: kit.CardRadius, Shadow: true}),
		kit.Pad(kit.Even(1), v.table))
	body := kit.TallScroll(&kit.Tall{Gap: 12, Fill: true}, kit.Inset{Top: 16, Right: 22, Bottom: 2, Left: 22},
		kit.NewText(t.T("leaving.title"), kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true}),
		kit.NewText(t.T("leaving.text"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}),
		kit.HStack(0, kit.NewSpring(), v.clear), kit.Sized(0, 210, card))
	v.content = kit.Framed(kit.Borders{Bottom: v.footer.content}, body)
	return v
}

// entry is the part in the list of reports.
func (v *leaving) entry() entry {
	t := v.s.p.Printer
	return entry{leavingName, t.T("leaving.heading"), t.T("leaving.title"), t.T("leaving.purpose")}
}

// found tells whether the part has every word that is searched for.
func (v *leaving) found(text string) bool {
	e := v.entry()
	said := data.Fold(e.title + " " + e.purpose)
	return !slices.ContainsFunc(strings.Fields(data.Fold(text)), func(w string) bool { return !strings.Contains(said, w) })
}

// list shows the reports that the search leaves, and the part with them.
func (s *Screen) list() {
	t := s.p.Printer
	var entries []entry
	for _, r := range s.shown {
		entries = append(entries, entry{r.Name, t.T("reportjob." + string(r.Job)), t.T(r.Label), t.T(r.Purpose)}) //i18n:prefix reportjob.
	}
	if s.leaving.found(s.header.Search().Text()) {
		entries = append(entries, s.leaving.entry())
	}
	chosen := s.asked.report.Name
	if s.inLeave {
		chosen = leavingName
	}
	s.kinds.show(entries, chosen)
}

// leave shows what is looked for before a file leaves, or the report that is chosen.
func (s *Screen) leave(on bool) {
	s.inLeave = on
	s.report.Hidden = on
	s.leaving.content.Hidden = !on
	s.content.Refresh()
	s.list()
}

// Chapter implements screen.Chaptered.
func (s *Screen) Chapter() string {
	if s.inLeave {
		return leavingName
	}
	return s.ID()
}

// Drop implements screen.Dropper: files that are dropped are looked into.
func (s *Screen) Drop(paths []string, _ fyne.Position) {
	s.leave(true)
	s.leaving.look(paths)
}

// choose asks for a file and looks into it.
func (v *leaving) choose() {
	v.s.p.Shell.AskOpen(screen.Opening{Title: v.s.p.Printer.T("leaving.choose"), Done: func(path string) { v.look([]string{path}) }})
}

// look looks into files, those that were chosen before aside.
func (v *leaving) look(files []string) {
	if v.job != nil || len(files) == 0 {
		return
	}
	t := v.s.p.Printer
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{cancel: cancel, done: make(chan struct{})}
	v.job = j
	v.footer.begin(t.T("leaving.looking"))
	service, exec := v.s.p.Workspace.Privacy, v.s.exec
	progress := func(done int, file string) {
		exec.Apply(func() {
			if v.job == j {
				v.footer.progress.Set(t.T("leaving.looking_into", "File", filepath.Base(file)), float64(done)/float64(len(files)))
			}
		})
	}
	exec.Go(func() {
		all, err := service.ScanAll(ctx, files, progress)
		close(j.done)
		cancel()
		exec.Apply(func() {
			if v.job != j { // the screen was closed meanwhile
				return
			}
			v.job = nil
			v.end(all, err)
		})
	})
}

func (v *leaving) cancel() {
	if v.job != nil {
		v.job.cancel()
	}
}

// end shows what came of it. A file that was looked into before is shown as it is now.
func (v *leaving) end(all []app.PrivacyScanned, err error) {
	t := v.s.p.Printer
	switch {
	case errors.Is(err, context.Canceled):
		v.footer.end(t.T("leaving.cancelled"))
		return
	case err != nil:
		v.footer.end("")
		v.s.p.Shell.ShowError(err)
		return
	}
	for _, one := range all {
		v.lines = slices.DeleteFunc(v.lines, func(l foundLine) bool { return l.file == one.File })
		if !slices.Contains(v.files, one.File) {
			v.files = append(v.files, one.File)
		}
		v.lines = append(v.lines, linesOf(t, one)...)
	}
	v.footer.end(v.summary(all))
	v.clear.Hidden = false
	v.table.Reload()
	v.content.Refresh()
}

// summary says in a few words what came of the files that were looked into now.
func (v *leaving) summary(all []app.PrivacyScanned) string {
	t := v.s.p.Printer
	findings, unread := 0, 0
	for _, one := range all {
		findings += len(one.Findings) + one.More
		unread += len(one.Unread)
		if one.Err != nil {
			unread++
		}
	}
	switch {
	case findings > 0:
		return t.N("leaving.findings", findings)
	case unread > 0:
		return t.N("leaving.unread", unread)
	}
	return t.N("leaving.clean", len(all))
}

// forget empties the list.
func (v *leaving) forget() {
	v.files, v.lines = nil, nil
	kit.Focus(v.footer.write) // the link goes, and the keyboard would be nowhere
	v.clear.Hidden = true
	v.footer.say("")
	v.table.Reload()
	v.content.Refresh()
}

// open opens the file of a line, for what was found to be taken out.
func (v *leaving) open(line int) { v.s.p.Shell.OpenFile(v.lines[line].file) }
