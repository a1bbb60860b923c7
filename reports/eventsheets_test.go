package reports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// Each event sheet is a page of its own, upright, with emblem and disclaimer.
func TestEventSheetsAlone(t *testing.T) {
	w := writeNamed(t, small(t), "event-sheet", options("en"))
	if sheets := w.file.GetSheetList(); fmt.Sprint(sheets) != "[IT-01 2025-05-22 EL-03 2025-06-02]" || w.result.Draft || w.result.Events != 2 {
		t.Errorf("%q %+v", sheets, w.result)
	}
	for _, sheet := range w.file.GetSheetList() {
		page, err := w.file.GetPageLayout(sheet)
		if err != nil || *page.Orientation != "portrait" || *page.Size != 9 || *page.FitToWidth != 1 || *page.FitToHeight != 1 {
			t.Errorf("%s: %+v %v", sheet, page, err)
		}
		for _, part := range []string{"Co-funded by the European Union", "Event description sheet", "granting authority"} {
			if !strings.Contains(sheetText(w, sheet), part) {
				t.Errorf("%s lacks %q", sheet, part)
			}
		}
		pictures, err := w.file.GetPictureCells(sheet)
		if err != nil || len(pictures) != 1 {
			t.Errorf("%s: %d pictures, %v", sheet, len(pictures), err)
		}
	}
	one := options("en")
	one.Events = []string{"EL-03"}
	w = writeNamed(t, small(t), "event-sheet", one)
	sheet := w.file.GetSheetList()[0]
	check(t, "by gender", w.table(sheet, "Gender", "Total"), []map[string]string{
		{"Participants": "20"}, {"Participants": "17"}, {"Participants": "1"}, {"Participants": "0"}, {"Participants": "38"},
	})
	if len(w.file.GetSheetList()) != 1 {
		t.Error("more than the event asked for")
	}
}

func sheetText(w *written, sheet string) string {
	rows, err := w.file.GetRows(sheet)
	if err != nil {
		w.t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, row...)
	}
	return strings.Join(all, "\n")
}

// A gap makes a draft, and so does a sum that is off, which the final version refuses. An event to come is neither.
func TestEventSheetsAreDraftsWhereSomethingIsMissing(t *testing.T) {
	m := small(t)
	m.event("e9", "EL-09", "To come", "", "", "").Status = "planned"
	if w := writeNamed(t, m, "event-sheet", options("en")); w.result.Draft {
		t.Error("an event to come makes it a draft")
	}
	m.events[0].City = ""
	if w := writeNamed(t, m, "event-sheet", options("en")); !w.result.Draft || !strings.Contains(sheetText(w, "IT-01 2025-05-22"), "DRAFT") {
		t.Error("a missing city does not make it a draft")
	}
	*m.attendance[0].Parts[0].Count++
	o := options("en")
	o.Final = true
	if _, err := prepare(t.Context(), m, "event-sheet", o); codeOf(t, err).Code != "report.sums" {
		t.Errorf("%v", err)
	}
}

func TestNoEventSheetWithoutAnEvent(t *testing.T) {
	m := small(t)
	m.event("e9", "EL-09", "To come", "GR", "Tripoli", "2026-06-02").Status = "planned"
	empty := writeNamed(t, tidy(t), "event-sheet", options("en"))
	if text := sheetText(empty, empty.file.GetSheetList()[0]); !strings.Contains(text, "No event of this choice was held") || empty.result.Events != 0 {
		t.Errorf("%q", text)
	}
	o := options("en")
	o.Final = true
	if _, err := prepare(t.Context(), tidy(t), "event-sheet", o); codeOf(t, err).Code != "report.none_held" {
		t.Errorf("%v", err)
	}
	o = options("en")
	o.Events = []string{"EL-09"}
	if _, err := prepare(t.Context(), m, "event-sheet", o); codeOf(t, err).Code != "report.none_held" {
		t.Errorf("%v", err)
	}
}

func TestRegisterOfEvents(t *testing.T) {
	m := small(t)
	m.event("e9", "EL-09", "To come", "GR", "Tripoli", "2026-06-02").Status = "planned"
	w := writeNamed(t, m, "event-register", options("en"))
	check(t, "register", w.table("Events", "No.", "Total"), []map[string]string{
		{"No.": "IT-01", "Title": "Round table", "Date(s)": "45799", "City": "Palermo", "Country": "Italy", "Participants": "33", "Women": "19", "Countries": "1", "Status": "Held"},
		{"No.": "EL-03", "Participants": "38", "Evidence on file": "Signed attendance list, Photographs"},
		{"Participants": "71", "Women": "39", "Men": "30", "Countries": "3"},
	})
	if tables, err := w.file.GetTables("Events"); err != nil || len(tables) != 1 {
		t.Errorf("tables %v, %v", tables, err)
	}
	if row := w.find("Events", "EL-09", 1); row == 0 {
		t.Error("the event to come is not listed")
	}
	if empty := writeNamed(t, tidy(t), "event-register", options("fr")); len(empty.file.GetSheetList()) != 2 {
		t.Error("an empty project has no register")
	}
}

// invited adds somebody to an event.
func (m *memory) invited(event, contact, answer string, day data.Date) *data.Attendance {
	a := &data.Attendance{Event: event, Contact: contact, Invitation: answer, Day: day}
	a.ID = fmt.Sprint("invited", len(m.attendance))
	m.attendance = append(m.attendance, a)
	return a
}

func TestSignInSheet(t *testing.T) {
	m := small(t)
	m.attendance = nil
	e := m.event("e9", "EL-09", "To come", "GR", "Tripoli", "2026-06-02T10:00")
	e.Status, e.Venue, e.Languages, e.End = "planned", "Town hall", data.SetOf("el"), "2026-06-02T13:00"
	m.contacts[0].Phones.Add("p").(*data.Phone).Number = "+30 210 0000000"
	m.invited("e9", "c1", "accepted", "")
	m.invited("e9", "c2", "declined", "")
	o := options("en")
	o.Events = []string{"EL-09"}
	w := writeNamed(t, m, "sign-in-sheet", o)
	if sheets := w.file.GetSheetList(); fmt.Sprint(sheets) != "[EL-09 2026-06-02]" {
		t.Fatalf("%q", sheets)
	}
	sheet := w.file.GetSheetList()[0]
	rows := w.table(sheet, "No.", "")
	if len(rows) != leastRows || rows[0]["Name"] != "Given Family1" || rows[0]["Organisation"] != "Δήμος Παραδείγματος" || rows[0]["Photos"] != "☐" || rows[0]["Signature"] != "" {
		t.Errorf("%d rows, first %v", len(rows), rows[0])
	}
	if rows[1]["Name"] != "" || rows[1]["No."] != "2" {
		t.Errorf("who declined is on the list: %v", rows[1])
	}
	text := sheetText(w, sheet)
	for _, part := range []string{"Town hall, Tripoli, Greece", "2 June 2026, 10:00–13:00", "personal data", "Ενημέρωση για την προστασία των δεδομένων", "101000000", "Region of Example"} {
		if !strings.Contains(text, part) {
			t.Errorf("it lacks %q", part)
		}
	}
	all := w.bytes()
	for _, secret := range []string{"person1@example.org", "210 0000000", "Family2"} {
		if strings.Contains(all, secret) {
			t.Errorf("%s is on the list", secret)
		}
	}
	header := w.find(sheet, "No.", 1)
	titled := slices.ContainsFunc(w.file.GetDefinedName(), func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm.Print_Titles" && strings.HasSuffix(n.RefersTo, fmt.Sprintf("$%d:$%d", header, header))
	})
	if !titled {
		t.Error("the header is not repeated on every page")
	}
	if height, _ := w.file.GetRowHeight(sheet, header+1); height < 25 {
		t.Errorf("a row of %v points leaves no room for a signature", height)
	}
}

// The project's own notice stands in the languages that it is written in; in the others stands the program's.
func TestSignInSheetHasTheProjectsNotice(t *testing.T) {
	m := small(t)
	m.attendance = nil
	m.event("e9", "EL-09", "To come", "GR", "Tripoli", "2026-06-02T10:00").Languages = data.SetOf("el", "en")
	m.project.PrivacyNotice = data.TextIn("en", "Our own notice.\nWrite to our officer.")
	o := options("en")
	o.Events = []string{"EL-09"}
	w := writeNamed(t, m, "sign-in-sheet", o)
	text := sheetText(w, w.file.GetSheetList()[0])
	greek, english := i18n.For("el"), i18n.For("en")
	for _, part := range []string{"Our own notice.", "Write to our officer.", english.T("report.sign_in.consents"), greek.T("report.notice.rights"), greek.T("report.sign_in.consents")} {
		if !strings.Contains(text, part) {
			t.Errorf("it lacks %q", part)
		}
	}
	if strings.Contains(text, english.T("report.notice.rights")) {
		t.Error("the program's wording stands beside the project's own")
	}
}

func TestSignInSheetOfSeveralDays(t *testing.T) {
	m := small(t)
	m.attendance = nil
	m.event("e9", "EL-09", "To come", "GR", "Tripoli", "2026-06-02T10:00").End = "2026-06-03T13:00"
	m.invited("e9", "c1", "invited", "2026-06-03")
	m.invited("e9", "c2", "", "")
	o := options("fr")
	o.Events = []string{"e9"}
	w := writeNamed(t, m, "sign-in-sheet", o)
	if sheets := w.file.GetSheetList(); fmt.Sprint(sheets) != "[EL-09 2026-06-02 EL-09 2026-06-03]" {
		t.Fatalf("%q", sheets)
	}
	for i, sheet := range w.file.GetSheetList() {
		names := 0
		for _, row := range w.table(sheet, o.Printer.FieldShort("number"), "") {
			if row["Nom et prénom"] != "" {
				names++
			}
		}
		if names != i+1 {
			t.Errorf("%s: %d names", sheet, names)
		}
	}
}

func TestSignInSheetWantsOneEvent(t *testing.T) {
	for want, events := range map[string][]string{"report.needs": nil, "report.one_event": {"e1", "e2"}, "report.nothing": {"none"}} {
		o := options("en")
		o.Events = events
		if _, err := prepare(t.Context(), small(t), "sign-in-sheet", o); codeOf(t, err).Code != want {
			t.Errorf("%v: %v", events, err)
		}
	}
}
