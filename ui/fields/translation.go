package fields

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// translation is a text in one language under its original. Where the original has changed since it was made, it says when,
// shows on demand what changed, and can be said to be right all the same.
type translation struct {
	of   *Texts
	lang string

	name    *kit.Text // where all languages are shown
	stale   *kit.Text
	entry   *kit.Entry
	compare *kit.Button
	right   *kit.Button
	links   *fyne.Container
	changes *fyne.Container // what the original was, and is
	content *fyne.Container

	asked   string // the digest that was asked for
	earlier *app.EarlierText
	reading *kit.Later[app.EarlierText] // nil where nothing can be asked
	open    bool                        // changes are shown
}

func newTranslation(of *Texts, lang string) *translation {
	x := &translation{of: of, lang: lang, entry: of.newEntry(), changes: kit.VStack(3)}
	if of.Translations.Exec != nil && of.Translations.Earlier != nil {
		x.reading = kit.NewLater[app.EarlierText](of.Translations.Exec)
	}
	p := of.Printer
	x.name = kit.NewText(i18n.Upper(p.Language(lang)), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted})
	x.stale = kit.NewText("", kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenWarm, Bold: true, Wrap: true})
	x.compare = kit.NewLink(p.T("fields.show_changes"), x.toggle).SetTextSize(kit.TextMedium)
	x.right = kit.NewLink(p.T("fields.still_right"), x.confirm).SetTextSize(kit.TextMedium)
	x.links = kit.Flow(18, x.compare, x.right)
	kit.SetName(x.entry, i18n.Upper(p.Language(lang)))
	x.entry.OnEdited(x.typed)
	x.entry.SetEnabled(!of.off)
	x.content = kit.VStack(4, x.name, x.stale, x.entry, x.links, x.changes)
	return x
}

// show brings what is held into the field.
func (x *translation) show() { x.entry.SetValue(x.of.now.In[x.lang]) }

// typed takes a translation as made from the original as it is now. Where it becomes empty, the language has none.
func (x *translation) typed() {
	t := x.of
	t.now = t.now.Clone()
	t.now.Set(x.lang, t.typed(x.entry))
	t.tell()
}

// confirm says that the translation fits the original as it is now.
func (x *translation) confirm() {
	t := x.of
	t.now = t.now.Clone()
	t.now.Confirm(x.lang)
	x.open = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(x.entry); c != nil {
		c.Focus(x.entry.Target()) // the link goes, and the keyboard would be nowhere
	}
	t.tell()
}

// caption says how the translation stands.
func (x *translation) caption() {
	t := x.of
	stale := t.now.Stale(x.lang)
	if stale {
		x.ask(t.now.Of[x.lang])
	}
	x.name.Hidden = !t.whole
	x.stale.SetText(x.staleness())
	x.stale.Hidden, x.links.Hidden = !stale, !stale
	x.right.Hidden = t.off
	x.compare.Hidden = x.reading == nil
	x.changes.Hidden = !stale || !x.open
	x.compare.SetText(t.Printer.T("fields.show_changes"))
	if x.open {
		x.compare.SetText(t.Printer.T("fields.hide_changes"))
		x.draw()
	}
}

func (x *translation) staleness() string {
	p := x.of.Printer
	if x.earlier != nil && !x.earlier.Since.IsZero() {
		return p.T("fields.stale_since", "Date", p.MediumDate(string(data.DateOf(x.earlier.Since))))
	}
	return i18n.Upper(p.T("fields.stale"))
}

// ask reads the original that the translation was made from, once.
func (x *translation) ask(digest string) {
	if x.reading == nil || x.asked == digest {
		return
	}
	fetch := x.of.Translations.Earlier(x.of.Field, digest)
	x.asked, x.earlier = digest, nil
	if fetch == nil {
		return
	}
	x.reading.Run(context.Background(), fetch, func(found app.EarlierText, err error) {
		if err != nil { // the record may be gone; that there was a change is known all the same
			found = app.EarlierText{}
		}
		x.earlier = &found
		x.of.captions()
	})
}

// toggle shows what changed in the original, or no longer.
func (x *translation) toggle() {
	x.open = !x.open
	x.of.captions()
}

// draw shows what became of the original.
func (x *translation) draw() {
	t := x.of
	x.changes.RemoveAll()
	note := kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}
	if x.earlier == nil || !x.earlier.Known {
		x.changes.Add(kit.NewText(t.Printer.T("fields.earlier_unknown"), note))
		return
	}
	x.changes.Add(kit.NewText(t.Printer.T("fields.earlier"), note))
	x.changes.Add(kit.NewDiffText(x.earlier.Text, t.now.In[t.now.Original]))
}

// forget drops what belongs to another record.
func (x *translation) forget() {
	x.stop()
	x.asked, x.earlier, x.open = "", nil, false
}

// stop gives up what is being read.
func (x *translation) stop() {
	if x.reading != nil {
		x.reading.Cancel()
	}
}
