package app

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"primadesk/data"
)

// invited is a workspace with a Greek event and contacts of all kinds: one who reads French, one without an address, one who
// is left in peace.
func invited(t *testing.T) (w *Workspace, event *data.Event, ids []string) {
	t.Helper()
	w = homeWorkspace(t)
	project, err := w.Projects.Make(t.Context(), "TEST", "101")
	if err != nil {
		t.Fatal(err)
	}
	event = &data.Event{
		Project: project.ID,
		Name:    data.TextIn("en", "Round table, Nemea"), Start: "2026-12-11T10:00", End: "2026-12-11T13:00", Zone: "Europe/Athens", Country: "GR",
		City: "Nemea", Venue: "Town hall; room 2", Mode: "in_situ", Status: "confirmed", Description: data.TextIn("en", strings.Repeat("Work, housing and papers. ", 20)),
	}
	event.ID = newID()
	var recs []data.Record
	recs = append(recs, event)
	for _, c := range []data.Contact{
		{FamilyName: "One", PreferredLanguage: "fr"}, {FamilyName: "Two"}, {FamilyName: "Nowhere"}, {FamilyName: "Quiet", Suppressed: true},
	} {
		c.ID = newID()
		if c.FamilyName != "Nowhere" {
			c.Emails = data.Rows[data.Email]{{Element: data.Element{ID: newID()}, Address: strings.ToLower(c.FamilyName) + "+x@example.org"}}
		}
		ids = append(ids, c.ID)
		recs = append(recs, &c)
	}
	if _, err := w.Records.Write(t.Context(), "put", nil, func(tx *Tx) error {
		for _, r := range recs {
			if err := tx.Save(r); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return w, event, ids
}

func TestCandidatesTellWhoCanBeReached(t *testing.T) {
	w, event, ids := invited(t)
	round, err := w.Invitations.Candidates(t.Context(), InviteParams{Event: event.ID, Contacts: ids, Lang: "en"})
	if err != nil || len(round.People) != 4 || round.All != 4 {
		t.Fatalf("%+v, %v", round, err)
	}
	want := []Invitee{
		{Contact: ids[0], Name: "One", Address: "one+x@example.org", Lang: "fr"}, {Contact: ids[1], Name: "Two", Address: "two+x@example.org", Lang: "en"},
		{Contact: ids[2], Name: "Nowhere", Lang: "en", Lacks: LacksAddress},
		{Contact: ids[3], Name: "Quiet", Address: "quiet+x@example.org", Lang: "en", Lacks: LacksPeace},
	}
	for i, p := range round.People {
		if p != want[i] {
			t.Errorf("%+v, want %+v", p, want[i])
		}
	}
	all, err := w.Invitations.Candidates(t.Context(), InviteParams{Event: event.ID, Query: Query{Search: "tw"}, Lang: "en"})
	if err != nil || len(all.People) != 1 || all.People[0].Name != "Two" {
		t.Errorf("by search %+v, %v", all.People, err)
	}
}

func TestLettersSpeakTheirReadersLanguage(t *testing.T) {
	w, event, ids := invited(t)
	round, err := w.Invitations.Candidates(t.Context(), InviteParams{Event: event.ID, Contacts: ids, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	letters, err := w.Invitations.Letters(t.Context(), event.ID, round.People)
	if err != nil || len(letters) != 2 || letters[0].Lang != "en" || letters[1].Lang != "fr" {
		t.Fatalf("%+v, %v", letters, err)
	}
	en, fr := letters[0], letters[1]
	if en.Addresses() != "two+x@example.org" || fr.Addresses() != "one+x@example.org" {
		t.Errorf("to %q and %q", en.Addresses(), fr.Addresses())
	}
	for _, part := range []string{"Friday 11 December 2026", "10:00", "UTC+02:00", "Town hall; room 2, Nemea, Greece"} {
		if !strings.Contains(en.Text, part) {
			t.Errorf("no %q in\n%s", part, en.Text)
		}
	}
	if !strings.HasPrefix(fr.Text, "Madame, Monsieur,") || !strings.Contains(fr.Text, "11 décembre 2026") {
		t.Errorf("French:\n%s", fr.Text)
	}
}

func TestMailtosStayShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Letter{
			Subject: rapid.SampledFrom([]string{"Invitation", "Πρόσκληση: στρογγυλή τράπεζα"}).Draw(t, "subject"),
			Text:    strings.Repeat("Καλημέρα & more\n", rapid.IntRange(1, 60).Draw(t, "lines")), Short: "Νεμέα, 11 Δεκεμβρίου",
		}
		for range rapid.IntRange(1, 150).Draw(t, "people") {
			l.To = append(l.To, Invitee{Address: rapid.StringMatching(`[a-z+]{1,30}@example\.org`).Draw(t, "address")})
		}
		links, whole := l.Mailtos()
		var met []string
		for _, link := range links {
			if len(link) > mostMailto {
				t.Fatalf("%d characters", len(link))
			}
			u, err := url.Parse(link)
			if err != nil || u.Scheme != "mailto" {
				t.Fatalf("%s: %v", link, err)
			}
			// In mailto a plus is a plus, which url's query takes for a space.
			q, err := url.ParseQuery(strings.ReplaceAll(u.RawQuery, "+", "%2B"))
			if err != nil || q.Get("subject") != l.Subject {
				t.Fatalf("%v, %v", q, err)
			}
			if whole && q.Get("body") != crlf(l.Text) {
				t.Fatalf("body %q", q.Get("body"))
			}
			met = append(met, strings.Split(q.Get("bcc"), ",")...)
		}
		if strings.Join(met, "; ") != l.Addresses() {
			t.Fatalf("%v, want %s", met, l.Addresses())
		}
	})
}

func TestDraftIsALetterWithACalendarFile(t *testing.T) {
	w, event, ids := invited(t)
	round, _ := w.Invitations.Candidates(t.Context(), InviteParams{Event: event.ID, Contacts: ids, Lang: "el"})
	letters, err := w.Invitations.Letters(t.Context(), event.ID, round.People)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := w.Invitations.SaveDrafts(filepath.Join(t.TempDir(), "invitation.eml"), letters)
	if err != nil || len(paths) != 2 || !strings.HasSuffix(paths[1], "invitation-2.eml") {
		t.Fatalf("%v, %v", paths, err)
	}
	b, err := os.ReadFile(paths[1]) // the Greek one: French comes before in the order of languages
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil || m.Header.Get("X-Unsent") != "1" {
		t.Fatalf("%v, %v", m, err)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	to, err := m.Header.AddressList("Bcc")
	if err != nil || len(to) != 1 || !strings.HasPrefix(subject, "Πρόσκληση: Round table, Nemea") {
		t.Errorf("subject %q, to %v, %v", subject, to, err)
	}
	_, params, _ := mime.ParseMediaType(m.Header.Get("Content-Type"))
	parts := multipart.NewReader(m.Body, params["boundary"])
	text, err := parts.NextPart()
	if err != nil {
		t.Fatal(err)
	}
	if read, _ := io.ReadAll(text); string(read) != crlf(letters[1].Text) {
		t.Errorf("text %q", read)
	}
	if file, err := parts.NextPart(); err != nil || file.FileName() != "event.ics" {
		t.Errorf("attachment: %v", err)
	}
}

func TestMarkingTwiceChangesNothing(t *testing.T) {
	w, event, ids := invited(t)
	rapid.Check(t, func(r *rapid.T) {
		chosen := rapid.SliceOfDistinct(rapid.SampledFrom(ids), rapid.ID).Draw(r, "chosen")
		first, _, err := w.Invitations.Mark(t.Context(), event.ID, chosen, "en")
		if err != nil {
			r.Fatal(err)
		}
		before := counts(t, w)
		done, n, err := w.Invitations.Mark(t.Context(), event.ID, chosen, "en")
		if err != nil || n != 0 || done.Batch != "" || counts(t, w) != before {
			r.Fatalf("%d marked again, %v, %+v, %v", n, done.Batch, counts(t, w), err)
		}
		// Where all of them were marked already there is no batch, and without one Undo takes back what was done before.
		if rapid.Bool().Draw(r, "undo") && first.Batch != "" {
			if _, err := w.Records.Undo(t.Context(), first.Batch); err != nil {
				r.Fatal(err)
			}
		}
	})
	if _, _, err := w.Invitations.Mark(t.Context(), event.ID, ids, "en"); err != nil {
		t.Fatal(err)
	}
	if got := counts(t, w); got != [2]int{len(ids), len(ids)} {
		t.Errorf("attendance and engagements %v", got)
	}
}

func counts(t *testing.T, w *Workspace) (n [2]int) {
	t.Helper()
	for i, e := range []string{"attendance", "engagement"} {
		var err error
		if n[i], err = w.Records.Count(t.Context(), Query{Entity: e}); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func TestCalendarFile(t *testing.T) {
	w, event, _ := invited(t)
	first, err := w.Invitations.Calendar(t.Context(), event.ID, "en")
	if err != nil {
		t.Fatal(err)
	}
	text := string(first)
	for _, line := range []string{
		"METHOD:PUBLISH", "UID:" + event.ID + "@primadesk", "DTSTART;TZID=Europe/Athens:20261211T100000", "DTEND;TZID=Europe/Athens:20261211T130000",
		"BEGIN:VTIMEZONE", "TZOFFSETTO:+0200", "TZOFFSETFROM:+0300", "STATUS:CONFIRMED", `LOCATION:Town hall\; room 2\, Nemea\, Greece`, "BEGIN:STANDARD\r\nDTSTART:20261025T040000",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("line %q", line)
		}
	}
	cal, err := ics.ParseCalendar(bytes.NewReader(first))
	if err != nil || len(cal.Events()) != 1 {
		t.Fatalf("%v", err)
	}
	event.Start, event.End = "2026-12-12", "2026-12-13"
	if _, err := w.Records.Save(t.Context(), event); err != nil {
		t.Fatal(err)
	}
	second, err := w.Invitations.Calendar(t.Context(), event.ID, "en")
	if err != nil || !strings.Contains(string(second), "DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261214") || !strings.Contains(string(second), "SEQUENCE:2") {
		t.Errorf("%s, %v", second, err)
	}
	event.Start, event.End = "", ""
	if _, err := w.Records.Save(t.Context(), event); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Invitations.Calendar(t.Context(), event.ID, "en"); !data.HasCode(err, "calendar.undated") {
		t.Errorf("error %v", err)
	}
}
