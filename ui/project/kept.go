package project

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
)

// keptUntil is the day on which the balance was paid, and what follows from it: until when the records are kept.
type keptUntil struct {
	widget.BaseWidget
	s       *project
	day     *kit.DateEntry
	note    *kit.Text
	told    func()
	content fyne.CanvasObject
}

func newKeptUntil(s *project) *keptUntil {
	k := &keptUntil{s: s, note: muted("")}
	k.day = kit.NewDateEntry(fields.DateWords(s.Printer), func() time.Time { return s.Workspace.Today().Time() })
	k.day.OnEdited(func() {
		k.say()
		if k.told != nil {
			k.told()
		}
	})
	k.content = kit.VStack(4, k.day, k.note)
	k.say()
	k.ExtendBaseWidget(k)
	return k
}

// say puts the rule of the grant agreement into dates.
func (k *keptUntil) say() {
	p, day := k.s.Printer, data.Date(k.day.Value())
	if day == "" || !day.Valid() {
		k.note.SetText(p.T("project.kept_unknown"))
		return
	}
	k.note.SetText(p.T("project.kept_until", "Date", p.Date(string(day.AddYears(data.RecordYears))), "Small", p.Date(string(day.AddYears(data.RecordYearsSmall)))))
}

// Value implements kit.Control.
func (k *keptUntil) Value() string { return k.day.Value() }

// SetValue implements kit.Control.
func (k *keptUntil) SetValue(v string) {
	k.day.SetValue(v)
	k.say()
}

// Problem implements kit.Checker.
func (k *keptUntil) Problem() string { return k.day.Problem() }

// OnEdited implements kit.Control.
func (k *keptUntil) OnEdited(f func()) { k.told = f }

// SetInvalid implements kit.Control.
func (k *keptUntil) SetInvalid(on bool) { k.day.SetInvalid(on) }

// SetEnabled implements kit.Control.
func (k *keptUntil) SetEnabled(on bool) { k.day.SetEnabled(on) }

// Target implements kit.Control.
func (k *keptUntil) Target() fyne.Focusable { return k.day.Target() }

// CreateRenderer implements fyne.Widget.
func (k *keptUntil) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }
