package record

import (
	"strings"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Body shows the log of a record: the entry that is being written, then what was written. What is being written about
// another record waits until that is shown again.
func (l *Log) Body(rec data.Record, entries Entries) fyne.CanvasObject {
	l.turn(rec)
	l.entries = entries
	if entries.book != nil {
		l.form.setBook(entries.book)
	}
	t := l.p.Printer
	box := kit.VStack(14)
	switch {
	case l.now != nil:
		box.Add(l.open)
	case !l.pane.readOnly():
		box.Add(kit.HStack(10, kit.NewLink(t.T("record.log_new"), l.New), kit.NewKeycap("Ctrl E")))
	}
	if len(entries.List) == 0 && l.now == nil {
		box.Add(kit.NewText(t.T("record.log_none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	}
	for _, e := range entries.List {
		if l.now == nil || l.now.id() != e.ID {
			box.Add(l.entry(e))
		}
	}
	return box
}

// turn shows the log of another record.
func (l *Log) turn(rec data.Record) {
	if l.about != nil && l.about.Head().ID == rec.Head().ID {
		l.about = rec
		return
	}
	if l.about != nil && l.Dirty() {
		l.keeper.flush()
		l.now.draft = l.form.changed()
		l.waiting[l.about.Head().ID] = l.now
	}
	l.about, l.now = rec, nil
	id := rec.Head().ID
	if e := l.waiting[id]; e != nil {
		delete(l.waiting, id)
		l.edit(e)
	}
}

// entry shows what was written.
func (l *Log) entry(e *data.Engagement) fyne.CanvasObject {
	t := l.p.Printer
	head := []string{t.MediumDate(string(e.Date)), t.Enum(data.Channel.Name, e.Channel)}
	if e.Contact != l.about.Head().ID {
		head = append(head, l.entries.Names[e.Contact])
	}
	row := kit.HStack(8, kit.Grow(kit.NewText(joined(" · ", head...), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})))
	if !l.pane.readOnly() {
		row.Add(kit.NewLink(t.T("record.log_change"), func() { l.Change(e.ID) }).SetTextSize(kit.TextMedium))
		row.Add(kit.NewLink(t.T("record.log_delete"), func() { l.delete(e) }).SetToken(kit.TokenError).SetTextSize(kit.TextMedium))
	}
	box := kit.VStack(3, row, kit.NewText(e.Summary, kit.TextStyle{Wrap: true}))
	if e.Outcome != "" {
		box.Add(kit.NewText(e.Outcome, kit.TextStyle{Wrap: true, Token: kit.TokenMuted}))
	}
	if e.NextStep != "" || e.Due != "" {
		box.Add(l.next(e))
	}
	return box
}

// next is what follows from an entry: what, who, until when.
func (l *Log) next(e *data.Engagement) fyne.CanvasObject {
	t := l.p.Printer
	line := kit.HStack(8, kit.Grow(kit.NewText(joined(" · ", e.NextStep, l.entries.Names[e.NextOwner]), kit.TextStyle{Cut: true, Token: kit.TokenMuted})))
	if e.Due != "" {
		tone := kit.TonePlanned
		if e.Due < l.p.Workspace.Today() {
			tone = kit.ToneLate
		}
		line.Add(kit.NewStatusChip(t.MediumDate(string(e.Due)), tone))
	}
	return line
}

// joined puts words beside each other that are not empty.
func joined(between string, words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, between)
}

// typed is told with every change of the entry that is being written.
func (l *Log) typed() {
	e := l.now
	if e == nil {
		return
	}
	l.keeper.typed(func() (app.Draft, bool) {
		if l.now != e {
			return app.Draft{}, false
		}
		return draftOf(l.pane.Entity, e, l.form.changed())
	})
}

// readDrafts takes up entries that were begun before the program ended.
func (l *Log) readDrafts() {
	list, err := l.p.Workspace.Drafts.List(engagement().Name)
	if err != nil {
		l.p.Shell.ShowError(err)
		return
	}
	for _, d := range list {
		if !d.Fresh { // a change of an entry that is there: it is typed again sooner than found
			l.keeper.drop(d.Record)
			continue
		}
		e := readDraft(l.form, d)
		about := e.rec.(*data.Engagement)
		l.waiting[about.Contact] = e
		if about.Contact == "" {
			l.waiting[about.Organisation] = e
		}
	}
}
