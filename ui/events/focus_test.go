package events

import (
	"testing"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

// The keyboard goes with what is in view: onto the page, back to the list, and stays on what is made anew.
func TestKeyboardStaysInView(t *testing.T) {
	s, f := open(t, "en")
	c := f.Win.Canvas()
	s.table.Focus()
	s.toPage()
	if name := kit.NameOf(c.Focused()); name != f.Printer.T("events.tab_plan") {
		t.Errorf("on the page the keyboard is at %q", name)
	}
	s.Back()
	if c.Focused() != fyne.Focusable(s.table) {
		t.Errorf("back in the list the keyboard is at %q", kit.NameOf(c.Focused()))
	}
}

func TestKeyboardStaysOnACard(t *testing.T) {
	s, f := stage(t, screentest.Params{}, "CY-01", tabEvidence)
	v := s.page.evidence
	v.attach(scan(t, "IMG_1.png"), scan(t, "IMG_2.png"))
	c := f.Win.Canvas()
	before := c.Focused()
	for c.Focused() == nil || kit.NameOf(c.Focused()) != f.Printer.Enum(data.EvidenceKind.Name, "photographs") {
		c.FocusNext()
		if c.Focused() == before {
			t.Fatal("no card can have the keyboard")
		}
	}
	card := c.Focused()
	card.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // chooses it, and draws all cards anew
	now := c.Focused()
	if now == card || kit.NameOf(now) != kit.NameOf(card) {
		t.Errorf("the keyboard is at %q", kit.NameOf(now))
	}
	if o, ok := now.(fyne.CanvasObject); !ok || fyne.CurrentApp().Driver().CanvasForObject(o) == nil {
		t.Error("what has the keyboard is not in the window")
	}
}

// What lacks a text in a language leads to that text: before the event, and of what happened at it.
func TestATextInALanguageIsRevealed(t *testing.T) {
	s, f := open(t, "en")
	e := screentest.Event(t, f.Work, "EL-01")
	for field, form := range map[string]func() *kit.Form{
		"name":    func() *kit.Form { return s.page.plan.all()[0] },
		"account": func() *kit.Form { return s.page.told.account },
	} {
		s.Reveal("event", e.ID, field+"/nl")
		text, ok := form().Control(field).(*fields.Texts)
		if !ok || text.Chosen() != "nl" || f.Win.Canvas().Focused() == nil {
			t.Errorf("%s: the keyboard is at %v", field, f.Win.Canvas().Focused())
		}
	}
}

// With the keyboard on a day of the calendar a new event is of that day, also where it has events already.
func TestNewEventOnTheMarkedDay(t *testing.T) {
	s, f := open(t, "en")
	s.setView(viewMonth)
	s.calendar.month.SetDay("2025-05-22")
	s.New()
	if start := s.page.event.Start; start != "" {
		t.Errorf("with the keyboard elsewhere it begins on %s", start)
	}
	s.Back()
	f.Win.Canvas().Focus(s.calendar.month)
	s.New()
	if start := s.page.event.Start; start != "2025-05-22" {
		t.Errorf("it begins on %q", start)
	}
}

// Age bands and groups are seldom counted: they are folded away, and stay open once they were opened.
func TestSeldomCountedIsFoldedAway(t *testing.T) {
	s, _ := stage(t, screentest.Params{}, "ES-01", tabPeople)
	v := s.page.people
	fresh := v.newCount()
	if form := newCountForm(s.Printer, fresh, v.unfolded); form.Open(data.AgeBand.Name) || form.Open(data.Group.Name) {
		t.Error("they are open before anybody asked for them")
	}
	v.unfolded[data.AgeBand.Name] = true
	again, _ := build(t, screentest.Params{})
	again.SetState(s.State())
	v = again.page.people
	if form := newCountForm(s.Printer, fresh, v.unfolded); !form.Open(data.AgeBand.Name) || form.Open(data.Group.Name) {
		t.Error("what was opened is not open the next time")
	}
	n := 3
	a := &data.Attendance{Parts: data.Rows[data.CountPart]{{By: data.Group.Name, Word: "media", Count: &n}}}
	if !newCountForm(s.Printer, a, map[string]bool{}).Open(data.Group.Name) {
		t.Error("numbers that are there are hidden")
	}
}
