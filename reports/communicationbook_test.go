package reports

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"primadesk/data"
)

// told is small with activities in every state.
func told(t testing.TB) *memory {
	m := small(t)
	done := m.communications[0]
	done.ID, done.Audience, done.Outcome, done.EmblemChecked = "a1", texts("en", "en", "Everybody"), texts("en", "en", "Read"), true
	done.Bulletin, done.ReportedPeriod = "b1", number(1)
	m.bulletins = []*data.Bulletin{{Number: number(2)}}
	m.bulletins[0].ID = "b1"
	for _, status := range []string{"delivered", "ongoing", "postponed", "cancelled"} {
		a := &data.Communication{Name: texts("en", "en", "It is "+status), Status: status, Channel: "website", Event: "e2"}
		a.ID = "a-" + status
		m.communications = append(m.communications, a)
	}
	return m
}

func TestCommunicationInThePortalsOrder(t *testing.T) {
	w := writeNamed(t, told(t), "communication", options("en"))
	rows, _ := w.file.GetRows("Communication")
	at := w.find("Communication", "Title", 1)
	want := "Title,Description,Audience,Channel,Country,Date,Reached,Outcome,Status,Link,Emblem,Came from,Reported"
	if got := strings.Join(rows[at-1], ","); got != want {
		t.Errorf("columns %s", got)
	}
	check(t, "activities", w.table("Communication", "Title", "Total"), []map[string]string{
		{"Title": "Newsletter", "Audience": "Everybody", "Date": "45839", "Reached": "120", "Outcome": "Read", "Status": "Delivered",
			"Link": "https://example.org/news", "Emblem": "checked", "Came from": "Newsletter 2", "Reported": "1"},
		{"Title": "It is cancelled", "Audience": "", "Date": "", "Emblem": "not checked", "Came from": "EL-03"},
		{"Title": "It is delivered", "Audience": "to complete", "Date": "to complete", "Outcome": "to complete", "Emblem": "not checked"},
		{"Title": "It is ongoing", "Audience": "", "Status": "Ongoing"}, {"Title": "It is postponed"}, {"Reached": "120"},
	})
	check(t, "by status", w.table("Communication", "Status", "Total"), []map[string]string{
		{"Status": "Cancelled", "Number": "1"}, {"Status": "Delivered", "Number": "2"}, {"Status": "Ongoing"}, {"Status": "Postponed"}, {"Number": "5"},
	})
	if row := w.find("Cover", "Delivered", 1); w.raw("Cover", fmt.Sprint("E", row)) != "2" {
		t.Error("the cover does not count what was delivered")
	}
}

func TestWhatTheFinalReportRefuses(t *testing.T) {
	m := told(t)
	w := writeNamed(t, m, "communication", options("en"))
	rows := w.table("Would be refused", "Communication activity", "")
	if len(rows) != 6 || !w.result.Draft {
		t.Fatalf("draft %v, refused %v", w.result.Draft, rows)
	}
	check(t, "refused", rows, []map[string]string{
		{"Communication activity": "It is delivered", "Field": "Audience"}, {"Field": "Date"}, {"Field": "Outcome"},
		{"Field": "Emblem and disclaimer checked"},
		{"Communication activity": "It is ongoing", "Field": "Status", "What was found": "It is ongoing: the status is “Ongoing”; deliver or cancel it."},
		{"Communication activity": "It is postponed"},
	})
	o := options("en")
	o.Final = true
	path := filepath.Join(t.TempDir(), "x.xlsx")
	_, err := Write(t.Context(), m, "communication", o, path, nil)
	if failed := codeOf(t, err); failed.Code != "report.portal" || len(failed.Details) != 6 || failed.Details[0].Record != "a-delivered" {
		t.Errorf("%v", err)
	}
	m.communications = slices.DeleteFunc(m.communications, func(a *data.Communication) bool { return a.ID != "a1" && a.ID != "a-cancelled" })
	if w := writeNamed(t, m, "communication", o); w.result.Draft || strings.Contains(w.bytes(), "to complete") {
		t.Error("what is in order is a draft")
	}
	m.communications = m.communications[1:]
	_, err = Write(t.Context(), m, "communication", o, path, nil)
	if failed := codeOf(t, err); len(failed.Details) != 1 || failed.Details[0].Code != "report.none_delivered" {
		t.Errorf("nothing delivered: %v", err)
	}
}

func TestCommunicationOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		if w := writeNamed(t, tidy(t), "communication", options(lang)); len(w.file.GetSheetList()) != 3 || !w.result.Draft {
			t.Errorf("%s: %q of an empty project, draft %v", lang, w.file.GetSheetList(), w.result.Draft)
		}
		cachedNumbers(t, writeNamed(t, sampleProject(t), "communication", options(lang)), 10)
	}
}
