package engagements

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
)

// Params is what a Log is made from.
type Params struct {
	Workspace *app.Workspace
	Shell     screen.Shell
	Printer   *i18n.Printer
	Exec      kit.Exec
	// Begin makes a new entry with whom it is about.
	Begin func() *data.Engagement
	// People finds with whom an organisation was in touch; nil where the log is one person's, who need not be named.
	People func(ctx context.Context, typed string) ([]kit.Option, error)
	// OnChanged is told when the log became longer or shorter without new lines: an entry was opened or closed.
	OnChanged func()
}

// Shown is what a Log shows.
type Shown struct {
	Of    string // the record that the log belongs to
	Lines []*data.Engagement
	Names map[string]string // what the contacts of the lines are called
	More  bool              // the log goes on
}

// Log is a log of contacts made. Its methods run on the UI's goroutine.
type Log struct {
	p      Params
	shown  Shown
	entry  *entry // the one that is open; nil: none
	box    *fyne.Container
	keeper *record.Keeper
}

// New makes a log without lines.
func New(p Params) *Log {
	return &Log{p: p, box: kit.VStack(12), keeper: record.NewKeeper(record.KeeperParams{
		Workspace: p.Workspace, Exec: p.Exec, Entity: entity().Name, Failed: p.Shell.ShowError,
	})}
}

// Content is what is shown; the same object each time.
func (l *Log) Content() fyne.CanvasObject { return l.box }

// Show brings lines into the log. An entry that is open stays open as long as the log is the same record's; what was
// typed into one before the program ended is there again.
func (l *Log) Show(s Shown) {
	other := s.Of != l.shown.Of
	l.shown = s
	if other {
		l.keeper.Flush()
		l.entry = nil
		l.found()
	}
	l.draw()
}

func (l *Log) readOnly() bool {
	only, _ := l.p.Workspace.ReadOnly()
	return only
}

func (l *Log) draw() {
	p := l.p.Printer
	var objs []fyne.CanvasObject
	switch {
	case l.entry != nil && l.entry.fresh():
		objs = append(objs, l.entry.content)
	case l.entry == nil && !l.readOnly():
		add := kit.NewFilterChip(p.T("engagements.new"), l.Begin)
		objs = append(objs, kit.HStack(10, add, kit.NewKeycap("Ctrl E")))
	}
	lines := kit.VStack(0)
	for i, e := range l.shown.Lines {
		if l.entry != nil && l.entry.rec.ID == e.ID {
			lines.Add(kit.Pad(kit.Sides(8, 0), l.entry.content))
			continue
		}
		lines.Add(l.line(e, i == len(l.shown.Lines)-1))
	}
	objs = append(objs, lines)
	switch {
	case len(l.shown.Lines) == 0 && l.entry == nil:
		objs = append(objs, kit.NewText(p.T("engagements.none"), kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	case l.shown.More:
		objs = append(objs, kit.NewText(p.N("engagements.last", len(l.shown.Lines)), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	}
	l.box.Objects = objs
	l.box.Refresh()
}

// changed draws anew after an entry was opened or closed.
func (l *Log) changed() {
	l.draw()
	if l.p.OnChanged != nil {
		l.p.OnChanged()
	}
}

// Begin opens a new entry, with the keyboard where one says what it was about. One that is open stays as it is.
func (l *Log) Begin() {
	if l.readOnly() {
		return
	}
	if l.entry == nil || !l.entry.fresh() && !l.entry.form.Dirty() {
		rec := l.p.Begin()
		rec.ID = newID()
		rec.Date, rec.Channel, rec.Direction = l.p.Workspace.Today(), l.usual(), "outgoing"
		l.entry = newEntry(l, rec)
		l.changed()
	}
	l.entry.form.Focus("summary")
}

// usual is the channel of the last entry, which the next one is likely to have too.
func (l *Log) usual() string {
	for _, e := range l.shown.Lines {
		if e.Channel != "" {
			return e.Channel
		}
	}
	return "email"
}

// Open opens an entry to be changed; it tells whether the log has it.
func (l *Log) Open(id string) bool {
	for _, e := range l.shown.Lines {
		if e.ID == id && (l.entry == nil || !l.entry.form.Dirty()) {
			rec := *e
			l.entry = newEntry(l, &rec)
			l.changed()
			l.entry.form.Focus("summary")
			return true
		}
	}
	return false
}

// Focus puts the keyboard into a field of the entry that is open.
func (l *Log) Focus(field string) {
	if l.entry != nil {
		l.entry.form.Focus(field)
	}
}

// Dirty tells whether something is typed that is not saved.
func (l *Log) Dirty() bool { return l.entry != nil && l.entry.form.Dirty() }

// Close closes the entry that is open, without saving it. It tells whether there was one.
func (l *Log) Close() bool {
	if l.entry == nil {
		return false
	}
	l.keeper.Drop(l.entry.rec.ID)
	l.entry = nil
	l.changed()
	return true
}

// Keys has Ctrl+E begin an entry and Ctrl+Enter save it while a screen is shown. Begin is called first with the former,
// to bring the log into view; it tells whether there is one.
func (l *Log) Keys(c fyne.Canvas, begin func() bool) (remove func()) {
	opens := &desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault}
	saves := []fyne.Shortcut{
		&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault},
		&desktop.CustomShortcut{KeyName: fyne.KeyEnter, Modifier: fyne.KeyModifierShortcutDefault},
	}
	c.AddShortcut(opens, func(fyne.Shortcut) {
		if begin() {
			l.Begin()
		}
	})
	for _, s := range saves {
		c.AddShortcut(s, func(fyne.Shortcut) { l.Save() })
	}
	return func() {
		c.RemoveShortcut(opens)
		for _, s := range saves {
			c.RemoveShortcut(s)
		}
	}
}
