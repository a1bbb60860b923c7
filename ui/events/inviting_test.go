package events

import (
	"os"
	"strings"
	"testing"

	"primadesk/app"
	"primadesk/ui/screen/screentest"
)

// asked opens the inviting and writes to two people and one without an address.
func asked(t *testing.T) (*inviting, *screentest.Shell, []string) {
	t.Helper()
	s, f := stage(t, screentest.Params{}, "CY-01", tabPeople)
	a, b := addressed(t, f, "aa", "fr"), addressed(t, f, "bb", "")
	c := addressed(t, f, "cc", "")
	c.Emails = nil
	screentest.Keep(t, f.Work, c)
	s.page.people.invite()
	n := s.page.people.asking
	n.write([]string{a.ID, b.ID, c.ID})
	return n, f, []string{a.ID, b.ID, c.ID}
}

func TestInvitingMarksWhomItWritesTo(t *testing.T) {
	n, f, ids := asked(t)
	if len(n.letters) != 2 || n.letters[0].Lang != "en" || n.letters[1].Lang != "fr" || len(n.lacking) != 1 || !strings.Contains(n.without(), "cc") {
		t.Fatalf("%d letters, lacking %+v", len(n.letters), n.lacking)
	}
	n.copyAddresses(&n.letters[0])
	if f.Copied != "bb@example.org" || !strings.Contains(f.Last().Text, "1 person is marked as invited") {
		t.Errorf("copied %q, said %q", f.Copied, f.Last().Text)
	}
	if x := n.v.participant(ids[1]); x == nil || !x.invited() {
		t.Fatalf("%+v is not invited", x)
	}
	f.Last().Actions[0].Do()
	if x := n.v.participant(ids[1]); x != nil {
		t.Errorf("undo leaves %+v on the list", x)
	}
	n.openDraft(&n.letters[1])
	if len(f.Opened) != 1 || !strings.HasPrefix(f.Opened[0], "mailto:?bcc=aa@example.org&subject=Invitation") {
		t.Errorf("opened %v", f.Opened)
	}
	log, err := f.Work.Records.Count(t.Context(), app.Query{Entity: "engagement", Where: []app.Cond{app.Where("contact", "=", ids[0])}})
	if log != 1 || err != nil {
		t.Errorf("%d lines in the log, %v", log, err)
	}
}

func TestInvitingWithoutMarking(t *testing.T) {
	n, f, ids := asked(t)
	n.mark.SetValue("false")
	f.SaveTo = t.TempDir()
	n.saveDrafts()
	n.saveCalendar()
	files, err := os.ReadDir(f.SaveTo)
	if err != nil || len(files) != 3 || n.v.participant(ids[0]) != nil {
		t.Errorf("%v, %v, %v", files, n.v.participant(ids[0]), err)
	}
	if len(f.Errors) > 0 {
		t.Error(f.Errors)
	}
}

func TestASecondRoundReachesTheNewOnes(t *testing.T) {
	n, _, ids := asked(t)
	n.copyAddresses(&n.letters[0])
	n.write(ids)
	if len(n.letters) != 1 || n.letters[0].Lang != "fr" {
		t.Errorf("%d letters", len(n.letters))
	}
	n.write(ids[1:2]) // she alone: a reminder
	if len(n.letters) != 1 || n.letters[0].Contacts()[0] != ids[1] {
		t.Errorf("no reminder: %+v", n.letters)
	}
}

func TestBackFromInviting(t *testing.T) {
	n, _, _ := asked(t)
	if !n.v.back() || n.v.asking != nil || n.v.back() {
		t.Error("inviting does not end")
	}
}
