package home

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
	"primadesk/ui/listing"
	"primadesk/ui/screen/screentest"
)

// day is within the sample's plan: an event in three weeks, steps that are late.
const day data.Date = "2026-11-23"

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// shown makes the screen over a workspace and puts it into a window. The day is one within the sample's plan.
func shown(t *testing.T, p screentest.Params, fill func(*app.Workspace) error) (*Screen, *screentest.Shell) {
	t.Helper()
	sh := screentest.Open(t, p)
	if fill != nil {
		if err := fill(sh.Work); err != nil {
			t.Fatal(err)
		}
	}
	s := New(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer, Exec: kit.Inline(), Sample: func() { sh.Go("sample", "") }})
	sh.Show(t, s)
	return s, sh
}

// made makes a project without anything in it.
func made(w *app.Workspace) error {
	_, err := w.Projects.Make(context.Background(), "NEWPROJECT", "101000000")
	return err
}

func texts(o fyne.CanvasObject) []string {
	var out []string
	for _, x := range test.LaidOutObjects(o) {
		switch x := x.(type) {
		case *kit.Text:
			out = append(out, x.Text())
		case *kit.StatusChip:
			out = append(out, x.Text())
		}
	}
	return out
}

func TestHomeShowsTheSample(t *testing.T) {
	for _, lang := range i18n.Languages {
		s, sh := shown(t, screentest.Params{Lang: lang, Today: day}, nil)
		p := i18n.For(lang)
		all := texts(s.Content())
		for _, want := range []string{p.T("home.coming"), p.T("home.ready"), p.T("home.targets"), p.T("home.lately"), p.N("home.late", 3),
			p.T("home.reached", "Actual", "6", "Target", "12"), i18n.Lower(p.Enum("event_status", "confirmed"))} {
			if !slices.Contains(all, want) {
				t.Errorf("%s: nothing says %q", lang, want)
			}
		}
		if len(sh.Errors) > 0 {
			t.Errorf("%s: %v", lang, sh.Errors)
		}
		if bad := slices.IndexFunc(all, func(s string) bool { return strings.HasPrefix(s, "[") }); bad >= 0 {
			t.Errorf("%s: %q", lang, all[bad])
		}
	}
}

func TestFindingsOpenTheirRecords(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, nil)
	links := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "Open" {
			links++
			test.Tap(b)
		}
	}
	if links == 0 || len(sh.Went) != links || !strings.HasPrefix(sh.Went[0], "event 01a19467-") || !strings.HasSuffix(sh.Went[0], " start") {
		t.Errorf("%d links lead to %q", links, sh.Went)
	}
}

func TestHomeFollowsChanges(t *testing.T) {
	s, _ := shown(t, screentest.Params{Today: day}, nil)
	c := &data.Contact{GivenName: "Νέα", FamilyName: "Επαφή", NextContact: "2026-11-25"}
	if _, err := s.Workspace.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	all := texts(s.Content())
	if !slices.Contains(all, "Added: Νέα Επαφή") || !slices.Contains(all, "Νέα Επαφή") {
		t.Errorf("neither lately nor coming shows the new contact: %q", all)
	}
	s.Hidden()
	c.NextContact = "2026-11-26"
	c.GivenName = "Άλλη"
	if _, err := s.Workspace.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(texts(s.Content()), func(s string) bool { return strings.Contains(s, "Άλλη") }) {
		t.Error("a screen out of view still follows")
	}
}

// A change elsewhere draws all lines anew, and the keyboard stays where it was.
func TestTheKeyboardStaysOnItsLine(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, nil)
	s.window().FocusNext() // from the first line
	before := s.window().Focused()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(before.(fyne.CanvasObject))
	screentest.Keep(t, sh.Work, &data.Contact{GivenName: "Νέα", FamilyName: "Επαφή"})
	now := s.window().Focused()
	if now == nil || now == before {
		t.Fatalf("the keyboard is at %v, which is %v", now, before)
	}
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(now.(fyne.CanvasObject)); at != place {
		t.Errorf("the keyboard went from %v to %v", place, at)
	}
}

func TestWhatWasDoneCanBeLookedAt(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, nil)
	c := &data.Contact{GivenName: "Νέα", FamilyName: "Επαφή"}
	if _, err := sh.Work.Records.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	s.looksAt(s.seen.lately[0])()
	sample := s.seen.lately[len(s.seen.lately)-1]
	s.looksAt(sample)()
	if want := []string{"contact " + c.ID + " ", "batch " + sample.Batch + " "}; !slices.Equal(sh.Went, want) {
		t.Errorf("went %q, want %q", sh.Went, want)
	}
}

func TestSearchGoesToAnything(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, nil)
	s.Search("παπαδοπουλου")
	if s.results.Len() == 0 || s.results.rows[0].entity != "contact" || s.body.Objects[0] != s.results.content {
		t.Fatalf("found %+v", s.results.rows)
	}
	s.results.openFirst()
	if len(sh.Went) != 1 || sh.Went[0] != "contact "+s.results.rows[0].id+" " {
		t.Errorf("went %q", sh.Went)
	}
	s.Search("no such thing anywhere")
	s.results.openFirst()
	if s.results.Len() != 0 || len(sh.Went) != 1 {
		t.Error("something was found, or opened")
	}
	if !s.Back() || s.Back() || s.body.Objects[0] == s.results.content {
		t.Error("Esc does not lead back to the cards")
	}
}

func TestFirstSteps(t *testing.T) {
	s, sh := shown(t, screentest.Params{Empty: true}, made)
	if !slices.Contains(texts(s.Content()), "NEWPROJECT is ready for its first records") {
		t.Fatalf("shown %q", texts(s.Content()))
	}
	for i := range len(s.steps()) {
		if i > 0 { // the first has the keyboard
			s.window().FocusNext()
		}
		for !s.inBody() {
			s.window().FocusNext()
		}
		s.window().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	want := []string{"project " + s.seen.Project.ID + " start", "partner new ", "contacts new", "events new", "sample "}
	if !slices.Equal(sh.Went, want) {
		t.Errorf("went %q, want %q", sh.Went, want)
	}
	ticks := func() int {
		n := 0
		for _, text := range texts(s.Content()) {
			if text == "done" {
				n++
			}
		}
		return n
	}
	if ticks() != 0 {
		t.Error("something is done before anything was")
	}
	partner := &data.Partner{Project: s.seen.Project.ID, LegalName: "Region", Country: "GR", Role: "coordinator"}
	screentest.Keep(t, sh.Work, partner, &data.Contact{GivenName: "Μαρία", FamilyName: "Δοκιμή"})
	if ticks() != 2 {
		t.Errorf("%d steps are ticked off, want the partner and the contact: %q", ticks(), texts(s.Content()))
	}
	screentest.Keep(t, sh.Work, &data.Event{Project: s.seen.Project.ID, Name: data.TextIn("el", "Πρώτη")})
	if !slices.Contains(texts(s.Content()), "Next sixty days") {
		t.Error("the steps stay after the last")
	}
}

// inBody tells whether the keyboard is below the header.
func (s *Screen) inBody() bool {
	o, ok := s.window().Focused().(fyne.CanvasObject)
	return ok && fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y > 60
}

// Whatever lacks leads to the field that lacks it.
func TestEveryFindingLeadsToItsField(t *testing.T) {
	s, sh := shown(t, screentest.Params{Lang: "nl", Today: day}, nil)
	codes := map[string]bool{}
	for _, f := range s.seen.Findings {
		codes[f.Code] = true
		open := s.opens(f.Entity, f.Record, s.lacking(f))
		if open == nil || f.Field == "" {
			t.Errorf("%+v leads nowhere", f)
			continue
		}
		open()
	}
	if !codes["takeaway.untranslated"] && !codes["takeaway.stale"] && !codes["event.no_date"] {
		t.Errorf("the sample has %v", codes)
	}
	for i, f := range s.seen.Findings {
		if strings.HasPrefix(f.Code, "takeaway.un") && sh.Went[i] != "takeaway "+f.Record+" text/nl" {
			t.Errorf("%s leads to %q", f.Code, sh.Went[i])
		}
	}
}

func TestManyFindingsAreCut(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, nil)
	for range 60 {
		s.seen.Findings = append(s.seen.Findings, data.Finding{Code: "event.no_date", Args: []any{"Title", "X"}, Entity: "event", Record: "x", Field: "start"})
	}
	s.apply()
	said := s.Printer.N("home.more", len(s.seen.Findings)-mostFindings)
	if all := texts(s.Content()); !slices.Contains(all, said) {
		t.Fatalf("nothing says %q", said)
	}
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == s.Printer.T("home.ready.all") {
			test.Tap(b)
		}
	}
	if !slices.Contains(sh.Went, "reports readiness") {
		t.Errorf("went %q", sh.Went)
	}
}

// Of many people to be contacted again some are listed, so that events are found among them; the rest is counted and a press away.
func TestManyPeopleAreCounted(t *testing.T) {
	s, sh := shown(t, screentest.Params{Today: day}, func(w *app.Workspace) error {
		_, err := w.Records.Write(context.Background(), "put", map[string]any{"N": 35}, func(tx *app.Tx) error {
			for i := range 35 {
				due := day.AddDays(-5)
				if i >= 20 {
					due = day.AddDays(10)
				}
				if err := tx.Save(&data.Contact{FamilyName: "Example", NextContact: due}); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	})
	people, more := 0, []app.Coming{}
	for _, c := range s.seen.Coming {
		switch c.Kind {
		case app.ComingContact:
			people++
		case app.ComingMore:
			more = append(more, c)
		}
	}
	if len(more) != 2 || people != 24 {
		t.Fatalf("%d people, and %+v", people, more)
	}
	for i, c := range more {
		n, err := sh.Work.Records.Count(t.Context(), app.Query{Entity: "contact", Where: listing.DayConds("next_contact", []string{listing.Past, listing.Soon}[i], day)})
		if err != nil || c.More+12 != n {
			t.Errorf("%d more than 12, and there are %d (%v)", c.More, n, err)
		}
		row := s.comingRow(c, false)
		if !slices.Contains(texts(row), s.Printer.N("home.more", c.More)) {
			t.Errorf("a row says %q", texts(row))
		}
		test.Tap(kit.First(row).(fyne.Tappable))
	}
	if want := []string{"contact =past next_contact", "contact =soon next_contact"}; !slices.Equal(sh.Went, want) {
		t.Errorf("went %q, want %q", sh.Went, want)
	}
}

func (s *Screen) window() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.content) }

func TestShortTitles(t *testing.T) {
	for in, want := range map[string]string{
		"EL-01 Short": "EL-01 Short",
		"ES-01 Networking event in Spain for inclusive solutions": "ES-01 Networking event in…",
		"Συμπεριφοριστικοαντικειμενικότητα":                       "Συμπεριφοριστικοαντικειμεν…",
	} {
		if got := shortTitles([]any{"Title", in, "Sum", 3}); got[1] != want || got[3] != 3 {
			t.Errorf("%q is cut to %v, want %q", in, got, want)
		}
	}
	args := []any{"Title", strings.Repeat("long ", 20)}
	if shortTitles(args); args[1] != strings.Repeat("long ", 20) {
		t.Error("the finding's own arguments were changed")
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	sh, h := screentest.Open(t, screentest.Params{Today: day}), &screentest.Held{}
	s := New(Params{Workspace: sh.Work, Shell: sh, Printer: sh.Printer, Exec: h})
	sh.Show(t, s)
	h.Backwards()
	before := s.seen.Events
	s.load() // knows nothing yet of the event
	event := screentest.Event(t, sh.Work, "EL-01")
	screentest.Keep(t, sh.Work, &data.Event{Project: event.Project, Name: data.TextIn("en", "Late"), Status: "planned"})
	h.Backwards()
	if s.seen.Events != before+1 {
		t.Errorf("%d events, want %d: an older answer took the place of a newer one", s.seen.Events, before+1)
	}
}
