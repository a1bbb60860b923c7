package bulletin

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/fields"
	"primadesk/ui/kit"
	"primadesk/ui/record"
	"primadesk/ui/screen"
	"primadesk/ui/screen/screentest"
)

const today data.Date = "2025-09-25"

// texted changes a text of the form in one language, as a user would.
func (d *desk) texted(field, lang, text string) {
	b := d.issue()
	col := fields.Column(b, field)
	now := col.At(b).(*data.Texts).Clone()
	now.Set(lang, text)
	*col.At(b).(*data.Texts) = now
	d.Pane().SetValue(field, fields.Value(col, b))
}

func TestThePreviewFollowsWhatIsTyped(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	if !d.reads("PRIMACENTERS newsletter 2") || !d.reads("Greece") {
		t.Fatalf("the preview says %q", texts(d.side.reader))
	}
	d.texted("intro", "en", "Another introduction.")
	if !d.reads("Another introduction.") || !d.Dirty() {
		t.Errorf("the preview does not follow: %q", texts(d.side.reader))
	}
	list, err := d.sh.Work.Drafts.List("bulletin")
	if err != nil || len(list) != 1 {
		t.Errorf("what is typed is kept as %d drafts, %v", len(list), err)
	}
	d.side.choose("fr")
	if !d.reads("Grèce") || d.reads("Another introduction.") {
		t.Errorf("in French: %q", texts(d.side.reader))
	}
	d.Discard()
	d.side.choose("en")
	if d.reads("Another introduction.") {
		t.Error("what was taken back is still in the preview")
	}
}

func TestThePreviewFollowsWhatOthersWrite(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	next := *screentest.Event(t, d.sh.Work, "EL-01")
	next.Name = next.Name.Clone()
	next.Name.Set("en", "Renamed meanwhile")
	screentest.Keep(t, d.sh.Work, &next)
	if !d.reads("Renamed meanwhile") || !slices.Contains(texts(d.told), "EL-01 Renamed meanwhile") {
		t.Errorf("preview %q, form %q", texts(d.side.reader), texts(d.told))
	}
}

func TestGapsLeadToTheirFields(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	if got := d.side.chips["nl"].Text(); got != "NL 1" {
		t.Errorf("Dutch says %q", got)
	}
	d.side.choose("nl")
	d.side.turn(viewGaps)
	if !slices.ContainsFunc(texts(d.side.reader), func(s string) bool { return strings.Contains(s, "there in Spanish only") }) {
		t.Fatalf("gaps: %q", texts(d.side.reader))
	}
	d.press(t, d.side.reader, d.sh.T("bulletinscreen.go_to_field"))
	if went := d.sh.Went[len(d.sh.Went)-1]; !strings.HasPrefix(went, "takeaway ") || !strings.HasSuffix(went, " text/nl") {
		t.Errorf("the first gap leads to %q", went)
	}
	d.texted("next_steps", "nl", "")
	gaps := d.side.look.Gaps["nl"]
	i := slices.IndexFunc(gaps, func(g app.BulletinGap) bool { return g.Entity == "bulletin" && g.Field == "next_steps" })
	if i < 0 {
		t.Fatalf("what was taken out is no gap: %+v", gaps)
	}
	d.side.goTo(gaps[i])
	if text := d.Pane().Control("next_steps").(*fields.Texts); text.Chosen() != "nl" || d.sh.Win.Canvas().Focused() == nil {
		t.Errorf("the gap leads to the text in %q", text.Chosen())
	}
}

func TestANewIssueIsPutTogether(t *testing.T) {
	d := open(t, screentest.Params{Today: today, Lang: "it"})
	d.New()
	fresh := d.issue()
	if fresh.Number == nil || *fresh.Number != 3 || fresh.Month != "2025-09" || fresh.Language != "it" {
		t.Errorf("a new issue is %+v", fresh)
	}
	d.texted("name", "it", "Bollettino 3")
	before := len(d.told.rows)
	for _, number := range []string{"IT-02", "CY-01", "EL-01"} {
		options, err := d.told.findEvents(t.Context(), number)
		if err != nil || len(options) != 1 {
			t.Fatalf("%s finds %+v, %v", number, options, err)
		}
		d.told.add.SetChoice(options[0])
		d.told.picked()
	}
	if options, _ := d.told.findEvents(t.Context(), "EL-01"); len(options) != 0 {
		t.Error("an event can be chosen twice")
	}
	d.told.order.MoveRow(2, 0)
	d.press(t, d.told.order.Rows()[2], "")
	if len(d.told.rows) != before+2 {
		t.Fatalf("%d events after one was left out", len(d.told.rows))
	}
	d.Pane().SetValue("links", `[{"id":"`+"01a19467-e800-7014-8000-0000000000aa"+`","values":{"label":"Sito","url":"https://example.org"}}]`)
	if !d.Save() {
		t.Fatalf("not saved: %v", d.sh.Errors)
	}
	b := d.stored(t, d.Pane().ID())
	var numbers []string
	rows := slices.Clone(b.Events)
	slices.SortFunc(rows, func(x, y data.BulletinEvent) int { return strings.Compare(x.Order, y.Order) })
	for _, row := range rows {
		numbers = append(numbers, d.book.event(row.Event).Number)
	}
	if strings.Join(numbers, " ") != "EL-01 IT-02" || len(b.Links) != 1 {
		t.Errorf("kept: %q, %d links", numbers, len(b.Links))
	}
}

func TestEventsHeldSinceAreAddedAtOnce(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	if !d.told.rest.Hidden {
		t.Fatalf("the sample's issue tells of all that took place, and offered is %q", d.told.rest.Text())
	}
	project := screentest.Event(t, d.sh.Work, "EL-01").Project
	screentest.Keep(t, d.sh.Work,
		&data.Event{Project: project, Number: "XX-2", Status: "held", Start: "2025-09-02", Name: data.TextIn("en", "Second")},
		&data.Event{Project: project, Number: "XX-1", Status: "reported", Start: "2025-09-01", Name: data.TextIn("en", "First")},
		&data.Event{Project: project, Number: "XX-3", Status: "planned", Start: "2025-09-03", Name: data.TextIn("en", "Third")})
	d.press(t, d.told, d.sh.N("bulletinscreen.add_rest", 2))
	var added []string
	for _, id := range d.told.events()[6:] {
		added = append(added, d.book.event(id).Number)
	}
	if strings.Join(added, " ") != "XX-1 XX-2" || !d.told.rest.Hidden || !d.reads("First") {
		t.Errorf("added %q", added)
	}
}

func TestMonthsAreRead(t *testing.T) {
	for _, x := range []struct{ lang, typed, want string }{
		{"en", "2025-07", "2025-07"}, {"en", "7/2025", "2025-07"}, {"en", "07.2025", "2025-07"}, {"en", "July 2025", "2025-07"}, {"en", "2025 jul", "2025-07"},
		{"fr", "août 2025", "2025-08"}, {"fr", "AOUT 2025", "2025-08"}, {"el", "Ιούλιος 2025", "2025-07"}, {"el", "ιουλ 2025", "2025-07"},
		{"es", "septiembre de 2025", ""}, {"es", "septiembre 2025", "2025-09"}, {"nl", "maart 2025", "2025-03"}, {"it", "giugno 2025", "2025-06"},
		{"en", "", ""}, {"en", "13/2025", ""}, {"en", "July", ""}, {"en", "ju 2025", ""}, {"en", "1/2/2025", ""}, {"fr", "jui 2025", ""},
	} {
		got, ok := parseMonth(i18n.For(x.lang), x.typed)
		if got != x.want || ok != (x.want != "" || x.typed == "") {
			t.Errorf("%s: %q is %q, %v", x.lang, x.typed, got, ok)
		}
	}
	d := open(t, screentest.Params{Today: today})
	d.Pane().SetValue("month", "no month")
	if d.Save() || d.Pane().Error("month") == "" {
		t.Error("what is no month is saved")
	}
}

func TestAnIssueIsWrittenInFormatsAndLanguages(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	d.sh.SaveTo = t.TempDir()
	d.texted("intro", "fr", "Enregistré avec le fichier.")
	d.press(t, d.side.content, d.sh.T("bulletinscreen.write"))
	d.check(t, d.sh.T("bulletinscreen.format.docx"))
	d.check(t, "French")
	d.press(t, d.dialog(t), d.sh.T("bulletinscreen.go_on"))
	d.press(t, d.dialog(t), d.sh.T("bulletinscreen.write_as_is")) // the English is older than its original now
	stem := filepath.Join(d.sh.SaveTo, "PRIMACENTERS-Newsletter-2-2025-07-")
	for _, name := range []string{"en.html", "en.docx", "fr.html", "fr.docx"} {
		if _, err := os.Stat(stem + name); err != nil {
			t.Error(err)
		}
	}
	content, err := os.ReadFile(stem + "fr.html")
	if err != nil || !strings.Contains(string(content), "Enregistré avec le fichier.") || d.Dirty() {
		t.Errorf("what was typed is not in the file, or not saved: %v", err)
	}
	if got := d.sh.Last(); got.Text != d.sh.N("bulletinscreen.written", 4) || len(got.Actions) != 2 {
		t.Errorf("said: %+v", got)
	}
}

func TestWhatIsNotReadyIsAskedFor(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	d.sh.SaveTo = t.TempDir()
	d.side.choose("nl")
	d.askWrite()
	d.check(t, d.sh.T("bulletinscreen.format.html")) // now there is none
	d.press(t, d.dialog(t), d.sh.T("bulletinscreen.go_on"))
	if !slices.Contains(texts(d.dialog(t)), d.sh.T("bulletinscreen.choose_both")) {
		t.Fatal("no kind of file is chosen, and nothing says so")
	}
	d.check(t, d.sh.T("bulletinscreen.format.md"))
	d.press(t, d.dialog(t), d.sh.T("bulletinscreen.go_on"))
	d.press(t, d.dialog(t), d.sh.T("bulletinscreen.complete_first"))
	if left, _ := os.ReadDir(d.sh.SaveTo); len(left) != 0 || d.side.views.Chosen() != viewGaps {
		t.Errorf("%d files, and shown is %s", len(left), d.side.views.Chosen())
	}
	d.write(d.issue(), choice{Formats: []string{"html"}, Languages: []string{"nl"}}, false)
	if left, _ := os.ReadDir(d.sh.SaveTo); len(left) != 0 || len(d.sh.Errors) != 1 {
		t.Errorf("without a decision: %d files, %v", len(left), d.sh.Errors)
	}
}

func TestRecipientsAreCountedAndWritten(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	d.side.choose("el")
	if d.side.audience != nil {
		t.Error("recipients are counted that nobody looks at")
	}
	d.side.turn(viewAudience)
	counted := d.side.audience
	if counted == nil || counted.Recipients == 0 || !d.reads(d.sh.Number(counted.Recipients)) || !d.reads(d.sh.T("bulletin.reason.withdrawn")) {
		t.Fatalf("counted %+v, said %q", counted, texts(d.side.reader))
	}
	d.sh.SaveTo = t.TempDir()
	d.press(t, d.side.reader, d.sh.T("bulletinscreen.write_recipients"))
	content, err := os.ReadFile(filepath.Join(d.sh.SaveTo, "PRIMACENTERS-recipients-2-2025-07-el.csv"))
	if err != nil || strings.Count(string(content), "\n") != counted.Recipients+1 {
		t.Errorf("%d lines, %v", strings.Count(string(content), "\n"), err)
	}
}

func TestAnIssueThatCameOutProposesItsActivity(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	if d.side.proposal != nil {
		t.Fatal("the sample's issue has its activity, and proposes another")
	}
	fresh := &data.Bulletin{Project: d.book.project, Number: new(3), Month: "2025-09", Name: data.TextIn("en", "News 3")}
	fresh.ID = record.NewID()
	screentest.Keep(t, d.sh.Work, fresh)
	d.Open(fresh.ID)
	if d.side.proposal == nil {
		t.Fatal("the new issue proposes nothing")
	}
	count := func() int {
		n, err := d.sh.Work.Records.Count(t.Context(), app.Query{Entity: "communication", Where: []app.Cond{app.Where("bulletin", "=", d.Pane().ID())}})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := count()
	d.press(t, d.side.band, d.sh.T("project.add_proposal"))
	if count() != before+1 || d.side.proposal != nil || len(d.side.band.Objects) != 0 {
		t.Errorf("%d activities, still proposed: %v", count(), d.side.proposal)
	}
	d.sh.Last().Actions[0].Do() // Undo
	if d.side.proposal == nil || count() != before {
		t.Error("what was undone is not proposed again")
	}
	d.press(t, d.side.band, d.sh.T("project.not_proposal"))
	if d.side.proposal != nil || count() != before {
		t.Error("what is not wanted is proposed still")
	}
}

func TestTheScreenComesBackAsItWasLeft(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	d.side.choose("it")
	d.side.turn(viewGaps)
	d.last = choice{Formats: []string{"md", "no such"}, Languages: []string{"it"}}
	state := d.State()
	again := newBulletins(Params{Workspace: d.sh.Work, Shell: d.sh, Printer: d.sh.Printer}, kit.Inline())
	again.SetState(state)
	again.SetState("no state")
	d.Hidden()
	d.sh.Show(t, again)
	if again.side.lang != "it" || again.side.views.Chosen() != viewGaps || again.Pane().ID() != d.Pane().ID() || !slices.Equal(again.last.Formats, []string{"md"}) {
		t.Errorf("came back as %s", again.State())
	}
}

func TestDeletingAndBringingBack(t *testing.T) {
	d := open(t, screentest.Params{Today: today})
	id := d.Pane().ID()
	d.Pane().Duplicate()
	if b := d.issue(); b.Number != nil || b.Month != "" || len(b.Events) != 6 {
		t.Errorf("a copy begins as %+v", b)
	}
	d.Discard()
	d.Open(id)
	d.Delete()
	if d.side.content.Visible() || d.stored(t, id).State == data.Live {
		t.Error("a deleted issue is still shown, or there")
	}
	d.sh.Last().Actions[0].Do()
	if d.stored(t, id).State != data.Live || d.List().Count() != 1 {
		t.Error("it does not come back")
	}
}

func TestWithoutAProjectThereIsNothingToTell(t *testing.T) {
	d := open(t, screentest.Params{Empty: true})
	if len(d.sh.Errors) > 0 || d.List().Count() != 0 || d.side.content.Visible() {
		t.Errorf("%v", d.sh.Errors)
	}
	d.writeAudience()
	d.askWrite()
	if d.sh.Win.Canvas().Overlays().Top() != nil {
		t.Error("what is not there is to be written")
	}
}

var _ screen.Revealer = (*bulletins)(nil)
