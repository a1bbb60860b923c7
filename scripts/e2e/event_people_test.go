//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"primadesk/assets/i18n"
)

// The people of an event: inviting in every way, marking who came, ticking the signed list, head counts.
func TestEventPeople(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.opener()
	d.begun("en")
	d.events()
	d.eventPage(w, "fish farmers")
	d.press(w.T("events.tab_people") + "*")
	d.invite(w)
	d.mark(w)
	d.person(w)
	d.rollCall(w)
	d.headCount(w)
	d.close()
}

// saveAs takes the name that is proposed, in the folder that is proposed, and gives where that is.
func (d *desk) saveAs(ending string) string {
	d.t.Helper()
	d.await("file dialog shown")
	path := filepath.Join(d.room, "home", "written"+ending)
	d.at("File name")
	d.replace(path)
	d.settle()
	d.key("Return")
	return path
}

// invited are the people who are invited to the event, by the command line.
func (d *desk) invited() int {
	d.t.Helper()
	return d.found("attendance", "--where", "event="+d.id("EL-02"), "--where", "invitation=invited")
}

func (d *desk) id(number string) string { return d.eventOf(number)["id"].(string) }

// eventChoose picks the first contact of the list that nobody has written to yet, after narrowing it to a country.
func (d *desk) eventChoose(w *i18n.Printer, country string) {
	d.t.Helper()
	d.press(w.T("people.invite"))
	d.at(w.T("people.search_contacts"))
	d.press(w.T("listing.filter"))
	d.at("find")
	d.write(country)
	d.settle()
	d.key("Return")
	d.settle()
	d.key("Escape") // the menu, which stays open for more
	d.settle()
}

// invite writes to the people of a country: on the clipboard, as a draft, as files; each time they are marked as invited
// and it is logged.
func (d *desk) invite(w *i18n.Printer) {
	d.t.Helper()
	d.eventChoose(w, w.Country("BE"))
	before, logged := d.invited(), d.found("engagements")
	d.tab("Table")
	d.key("Home", "space")
	d.press(w.T("people.write_to"))
	d.settle()
	d.press(w.T("people.copy_text"))
	d.settle()
	if text := d.clipboard(); !strings.Contains(text, "EL-02") && len(text) < 40 {
		d.t.Errorf("the text on the clipboard: %q", text)
	}
	d.press(w.T("people.copy_addresses"))
	d.await("msg=saved", "entity=attendance")
	if a := d.clipboard(); !strings.Contains(a, "@example.org") {
		d.t.Errorf("the addresses on the clipboard: %q", a)
	}
	if now := d.invited(); now != before+1 || d.found("engagements") != logged+1 {
		d.t.Fatalf("%d invited, of %d before; %d in the log, of %d", now, before, d.found("engagements"), logged)
	}
	d.settle()
	d.press(w.T("people.open_draft"))
	if link := d.opened(); !strings.HasPrefix(link, "mailto:") || !strings.Contains(link, "bcc=") {
		d.t.Errorf("the draft is %q", link)
	}
	d.press(w.T("people.mark_and_log")) // not wanted any more
	d.press(w.T("people.save_drafts"))
	drafts := d.saveAs(".eml")
	d.settle()
	d.file(drafts, "Bcc:")
	d.press(w.T("people.save_calendar"))
	calendar := d.saveAs(".ics")
	d.settle()
	d.file(calendar, "BEGIN:VEVENT")
	d.round(append(shellNames(w), d.inviteNames(w)...)...)
	d.press("‹ " + w.T("events.tab_people"))
	d.settle()
}

// inviteNames is what is driven on the screen of contacts, which has the same list, and on the page.
func (d *desk) inviteNames(w *i18n.Printer) []string {
	return append(d.pageNames(w), w.T("listing.unpick"), w.T("listing.columns"), w.T("listing.filter"), w.T("events.name"), w.T("people.search_contacts"),
		w.T("people.write_to"), "‹ "+w.T("events.tab_people"), w.T("field.country")+"*")
}

// file looks for a text in a file, once that is written.
func (d *desk) file(path, text string) {
	d.t.Helper()
	b, err := os.ReadFile(path)
	for range most {
		if err == nil {
			break
		}
		d.settle()
		b, err = os.ReadFile(path)
	}
	d.must(err)
	if !strings.Contains(string(b), text) {
		d.t.Errorf("%s does not hold %s", filepath.Base(path), text)
	}
}

// came is how many people the command line knows to have been there.
func (d *desk) came() int {
	d.t.Helper()
	return d.found("attendance", "--where", "event="+d.id("EL-02"), "--where", "came=yes")
}

// mark marks by typing, one who is known and one who is not; by the boxes of the list; and whom the list shows.
func (d *desk) mark(w *i18n.Printer) {
	d.t.Helper()
	all := d.found("contacts", "--limit", "500")
	d.present(w, "anagnostop")
	if n, known := d.came(), d.found("contacts", "--limit", "500"); n != 1 || known != all {
		d.t.Fatalf("%d came; %d people are known, of %d before", n, known, all)
	}
	d.present(w, "Nora Passerby")
	d.says(`"walk_in":true`, "list", "attendance", "--where", "event="+d.id("EL-02"), "--json")
	d.says("Passerby", "list", "contacts", "--search", "Passerby", "--json")
	d.settle()
	d.fill(w.T("field.organisation"), "Village cooperative") // of a walk-in
	d.settle()
	d.key("Down", "Return")
	d.await("msg=saved", "entity=contact")
	d.says("Village cooperative", "list", "organisations", "--json")

	for _, chip := range []string{"people.invited", "events.present", "events.absent", "events.walk_ins", "events.everybody"} {
		d.press(w.T(chip) + " *")
		d.settle()
	}
	d.tab("Table")
	d.key("Home", "space")
	d.await("msg=saved", "entity=attendance")
	if n := d.came(); n != 1 && n != 3 {
		d.t.Errorf("%d came, one more or less than 2 is wanted", n)
	}
	d.settle()
	d.key("space") // as it was
	d.await("msg=saved", "entity=attendance")
	if n := d.came(); n != 2 {
		d.t.Errorf("%d came, want 2", n)
	}
}

// person says more of one participant: invitation, proof, gender and what is rarely needed; consents on paper; off the list.
func (d *desk) person(w *i18n.Printer) {
	d.t.Helper()
	d.settle()
	of := func(id string) string { return label(w, "attendance", id) }
	keep := func(text string) {
		d.t.Helper()
		d.await("msg=saved", "entity=attendance")
		d.says(text, "list", "attendance", "--where", "event="+d.id("EL-02"), "--json")
		d.settle()
	}
	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press(w.T("people.there"))
	d.await("msg=saved", "entity=attendance")
	d.settle()
	for _, x := range []struct{ id, word, text string }{
		{"invitation", w.Enum("invitation", "tentative"), `"invitation":"tentative"`},
		{"evidence", w.Enum("attendance_evidence", "platform_log"), `"evidence":"platform_log"`},
		{"gender", w.Enum("gender", "female"), `"gender":"female"`},
		{"country", w.Country("NL"), `"country":"NL"`},
	} {
		d.choosing(of(x.id), x.word)
		keep(x.text)
	}
	d.press(w.T("people.more"))
	for _, x := range []struct{ id, word, text string }{
		{"age_band", w.Enum("age_band", "over_60"), `"age_band":"over_60"`},
		{"group", w.Enum("group", "media"), `"group":"media"`},
		{"mode", w.Enum("mode", "online"), `"mode":"online"`},
	} {
		d.choosing(of(x.id), x.word)
		keep(x.text)
	}
	d.fill(of("minutes"), "9")
	keep(`"minutes":9`)
	d.press(of("walk_in"))
	d.await("msg=saved", "entity=attendance")
	d.settle()
	for _, purpose := range []string{"photographs", "newsletter"} {
		d.press(w.Enum("purpose", purpose))
		d.await("msg=saved", "entity=contact")
		d.says(`"purpose":"`+purpose+`"`, "list", "contacts", "--json")
		d.settle()
	}
	before := d.found("attendance")
	d.press(w.T("events.take_off"))
	d.await("msg=saved", "entity=attendance")
	if now := d.found("attendance"); now != before-1 {
		d.t.Errorf("%d on lists, of %d before", now, before)
	}
	d.key("ctrl+z")
	d.await("msg=undone")
	d.settle()
}

// choosing goes to a field that is chosen from a list, and chooses by typing; what it means is kept at once.
func (d *desk) choosing(name, word string) {
	d.t.Helper()
	d.tab(name)
	d.key("Return")
	d.at("choices")
	d.letters(word)
	d.key("Return")
}

// rollCall ticks names, and the consents on the paper, beside the scanned list.
func (d *desk) rollCall(w *i18n.Printer) {
	d.t.Helper()
	before := d.came()
	d.press(w.T("people.roll_call"))
	d.at("Table")
	d.key("Home", "space") // marks, and goes on to the next line
	d.await("msg=saved", "entity=attendance")
	d.settle()
	if now := d.came(); now == before {
		d.t.Error("Space does not mark")
	}
	d.key("2")
	d.await("msg=saved", "entity=contact")
	d.settle()
	d.key("3")
	d.await("msg=saved", "entity=contact")
	d.settle()
	d.press(w.T("people.all_came"))
	d.await("msg=saved", "entity=attendance")
	if now := d.came(); now <= before+1 {
		d.t.Errorf("%d came after all were ticked", now)
	}
	d.says(`"evidence":"signed"`, "list", "attendance", "--where", "event="+d.id("EL-02"), "--json")
	d.settle()
	d.round(append(append(shellNames(w), d.pageNames(w)...), w.T("people.to_evidence"), "‹ "+w.T("events.tab_people"), w.T("field.came"))...)
	d.key("Escape")
	d.settle()
}

// headCount counts people without names, changes the count and deletes it.
func (d *desk) headCount(w *i18n.Printer) {
	d.t.Helper()
	d.press(w.T("events.add_count"))
	d.at(w.T("field.count"))
	d.write("60")
	d.press(w.T("field.includes_named"))
	d.fill(w.Enum("gender", "female"), "31")
	d.fill(w.Enum("gender", "male"), "29")
	d.press(w.Enum("dimension", "age_band"))
	d.fill(w.Enum("age_band", "over_60"), "60")
	d.press(w.T("events.add_country"))
	d.settle()
	d.pick(w.T("field.country"), w.Country("GR"))
	d.fill(w.T("field.count"), "60")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	counts := func() string {
		return d.cli("list", "attendance", "--where", "event="+d.id("EL-02"), "--where", "count=60", "--json")
	}
	for _, text := range []string{`"count":60`, `"includes_named":true`, `"over_60"`, `"GR"`, `"female"`} {
		if out := strings.Join(strings.Fields(counts()), ""); !strings.Contains(out, text) {
			d.t.Errorf("the head count does not say %s: %s", text, out)
		}
	}
	d.settle()
	d.press(w.T("people.head_count"))
	d.at(w.T("field.count"))
	d.replace("61")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	d.says(`"count":61`, "list", "attendance", "--where", "event="+d.id("EL-02"), "--json")
	d.settle()
	d.press(w.T("events.remove_count"))
	d.await("msg=saved", "entity=attendance")
	if n := d.found("attendance", "--where", "event="+d.id("EL-02"), "--where", "count=61"); n != 0 {
		d.t.Error("the head count is still there")
	}
}
