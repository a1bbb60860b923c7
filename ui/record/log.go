package record

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen"
)

// LogParams is what a Log is made from.
type LogParams struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec
	After     kit.After // when drafts are written; nil: the window's clock
	// About says whom a new entry is about: it sets its contact, organisation or both.
	About func(rec data.Record, e *data.Engagement)
	// Where are the conditions for the entries of a record.
	Where func(rec data.Record) []app.Cond
	// Show brings the log into view, before a new entry is begun by its shortcut.
	Show func()
	// OnDraw is told when the log is to be drawn anew.
	OnDraw func()
}

// Entries are what a log shows of a record.
type Entries struct {
	List  []*data.Engagement // the newest first
	Names map[string]string  // of the contacts, organisations and partners in them, by id
	book  *book
}

// Log is the log of the contacts made with a person or an organisation: what was said, what follows from it. A new entry
// is written in place, in two keystrokes: Ctrl+E begins it, Ctrl+Enter saves it.
type Log struct {
	p       LogParams
	pane    Params // what a sheet and a keeper need
	form    *sheet
	keeper  *keeper
	about   data.Record         // whose log is shown
	now     *editing            // the entry in the form; nil while it is closed
	waiting map[string]*editing // entries that were begun about others, by whose log they are in
	entries Entries             // as they were read last
	channel string              // of the last entry that was written
	open    *fyne.Container     // the form with its buttons
	stop    func()              // takes the shortcuts away, while they are there
}

// mostEntries is how many entries of one record are shown.
const mostEntries = 200

// NewLog makes a log.
func NewLog(p LogParams) *Log {
	l := &Log{p: p, waiting: map[string]*editing{}}
	l.pane = Params{
		Workspace: p.Workspace, Shell: p.Shell, Printer: p.Printer, Exec: p.Exec, After: p.After, Entity: engagement(),
		Sections: []Section{
			{ID: "log", Rows: [][]string{{"date", "channel"}, {"summary"}}},
			{ID: "log_more", More: true, Rows: [][]string{{"direction"}, {"outcome"}, {"next_step"}, {"next_owner", "due"}}},
		},
		Control: func(col *data.Column) kit.Control {
			if col.Kind == data.KindLong {
				return kit.NewTextArea(3)
			}
			return nil
		},
	}
	l.keeper = newKeeper(&l.pane)
	l.form = newSheet(&l.pane, sheetFuncs{
		edited: func(string) { l.typed() }, dirty: func() {}, folded: func() {},
		names: func(id string) string { return l.entries.Names[id] }, use: func(string, data.Record) {}, record: l.record,
	})
	t := p.Printer
	buttons := kit.HStack(8,
		kit.Grow(kit.NewText(t.T("record.log_keys"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true})),
		kit.NewButton(kit.ButtonSecondary, t.T("record.cancel"), l.Discard), kit.NewButton(kit.ButtonPrimary, t.T("record.save"), func() { l.Save() }))
	l.open = kit.VStack(10, l.form.parts[0].form, l.form.parts[1].form, buttons, kit.NewLine())
	l.readDrafts()
	return l
}

func engagement() *data.Entity { return data.EntityOf((*data.Engagement)(nil)) }

func (l *Log) record() data.Record {
	if l.now == nil {
		return &data.Engagement{}
	}
	return l.now.rec
}

// Read reads the entries about a record, off the UI's goroutine.
func (l *Log) Read(ctx context.Context, rec data.Record) (Entries, error) {
	w, lang := l.p.Workspace, l.p.Printer.Lang()
	page, err := w.Records.List(ctx, app.Query{Entity: engagement().Name, Where: l.p.Where(rec), Sort: "date", Desc: true, Limit: mostEntries})
	if err != nil {
		return Entries{}, err
	}
	out := Entries{}
	for _, rec := range page.Records {
		out.List = append(out.List, rec.(*data.Engagement))
	}
	slices.SortStableFunc(out.List, func(a, b *data.Engagement) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), b.CreatedAt.Compare(a.CreatedAt))
	})
	if out.Names, err = w.Records.Names(ctx, engagement(), page.Records, lang); err != nil {
		return out, err
	}
	out.book, err = readBook(ctx, w, lang, engagement(), []*data.Column{fields.Column(&data.Engagement{}, "next_owner")})
	return out, err
}

// New begins an entry about the record that is shown, with today's date and the channel used last; the keyboard is in its
// summary.
func (l *Log) New() {
	if l.about == nil || l.pane.readOnly() {
		return
	}
	if l.now == nil {
		e := &data.Engagement{Date: l.p.Workspace.Today(), Direction: "outgoing", Channel: cmp.Or(l.channel, l.lastChannel(), "email")}
		e.ID = NewID()
		l.p.About(l.about, e)
		l.edit(newEditing(e, nil))
		l.now.fresh = true
	}
	l.draw()
	l.form.in["summary"].form.Focus("summary")
}

func (l *Log) lastChannel() string {
	if len(l.entries.List) == 0 {
		return ""
	}
	return l.entries.List[0].Channel
}

// Change opens an entry to be changed.
func (l *Log) Change(id string) {
	i := slices.IndexFunc(l.entries.List, func(e *data.Engagement) bool { return e.ID == id })
	if i < 0 || l.pane.readOnly() {
		return
	}
	l.edit(newEditing(l.entries.List[i], nil))
	l.draw()
	l.form.in["summary"].form.Focus("summary")
}

// edit puts an entry into the form.
func (l *Log) edit(e *editing) {
	l.now = e
	draft := e.draft
	e.draft = nil
	l.form.load(e.rec, draft)
}

func (l *Log) draw() {
	if l.p.OnDraw != nil {
		l.p.OnDraw()
	}
}

// Dirty tells whether an entry is being written.
func (l *Log) Dirty() bool { return l.now != nil && l.form.dirty() }

// Save saves the entry that is being written, and tells whether it could be.
func (l *Log) Save() bool {
	if l.now == nil {
		return true
	}
	if wrong := l.form.check(); wrong != nil {
		return false
	}
	ctx, stop := waiting()
	defer stop()
	next := with(l.now.rec, l.form.changed()).(*data.Engagement)
	done, err := l.p.Workspace.Records.Save(ctx, next)
	if err != nil {
		l.refused(err)
		return false
	}
	l.keeper.drop(next.ID)
	l.channel, l.now = next.Channel, nil
	l.toast("record.logged", done)
	l.draw()
	return true
}

func (l *Log) refused(err error) {
	problems := problemsOf(err)
	if len(problems) == 0 {
		l.p.Shell.ShowError(err)
		return
	}
	if _, elsewhere := l.form.setProblems(problems); len(elsewhere) > 0 {
		l.p.Shell.ShowError(err)
	}
}

// delete puts an entry into the trash.
func (l *Log) delete(e *data.Engagement) {
	ctx, stop := waiting()
	defer stop()
	done, err := l.p.Workspace.Records.Trash(ctx, engagement(), e.ID)
	if err != nil {
		l.p.Shell.ShowError(err)
		return
	}
	l.toast("record.unlogged", done)
}

//i18n:prefix record.logged record.unlogged
func (l *Log) toast(id string, done app.Done) {
	if done.Batch == "" {
		return
	}
	t := l.p.Printer
	l.p.Shell.Toast(screen.Toast{Text: t.T(id), Actions: []screen.Action{{
		Text: t.T("record.undo"), Do: func() { l.p.Shell.Undo(done.Batch) },
	}}})
}

// Discard closes the entry that is being written, with what is typed in it.
func (l *Log) Discard() {
	if l.now == nil {
		return
	}
	l.keeper.drop(l.now.id())
	l.now = nil
	l.draw()
}

// Shown lets the shortcuts work.
func (l *Log) Shown() {
	if l.stop != nil {
		return
	}
	c := l.p.Shell.Window().Canvas()
	begin := &desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault}
	save := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	c.AddShortcut(begin, func(fyne.Shortcut) {
		if l.p.Show != nil {
			l.p.Show()
		}
		l.New()
	})
	c.AddShortcut(save, func(fyne.Shortcut) { l.Save() })
	l.stop = func() {
		c.RemoveShortcut(begin)
		c.RemoveShortcut(save)
	}
}

// Hidden takes the shortcuts away, and keeps what is typed.
func (l *Log) Hidden() {
	if l.stop != nil {
		l.stop()
		l.stop = nil
	}
	l.keeper.flush()
}
