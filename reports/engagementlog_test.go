package reports

import (
	"fmt"
	"strings"
	"testing"

	"primadesk/data"
)

// inTouch is small with exchanges over two months, one with a person alone, one without a date.
func inTouch(t testing.TB) *memory {
	m := small(t)
	for i, e := range []data.Engagement{
		{Date: "2025-06-05", Organisation: "o1", Contact: "c1", Channel: "call", Direction: "outgoing", Summary: "Called her", NextStep: "Call again", NextOwner: "p1", Due: "2025-07-01"},
		{Date: "2025-06-20", Contact: "c1", Channel: "email", Direction: "incoming", Summary: "She wrote", Outcome: "They came round", Due: "2025-12-01"},
		{Date: "2025-07-02", Organisation: "o2", Channel: "meeting", Direction: "outgoing", Summary: "Met them"},
		{Organisation: "o2", Channel: "letter", Summary: "No day"},
	} {
		e.ID = fmt.Sprint("g", i)
		m.engagements = append(m.engagements, &e)
	}
	return m
}

func TestEngagementLogWithoutNames(t *testing.T) {
	w := writeNamed(t, inTouch(t), "engagement-log", options("en"))
	if got := strings.Join(w.file.GetSheetList(), ","); got != "Cover,Exchanges,Next steps,By organisation and month" {
		t.Errorf("sheets %s", got)
	}
	check(t, "log", w.table("Exchanges", "Date", ""), []map[string]string{
		{"Date": "45813", "Organisation": "Δήμος Παραδείγματος", "Channel": "Call", "Direction": "Outgoing", "Due date": "45839", "Next step by": "REGION"},
		{"Organisation": "Δήμος Παραδείγματος", "Direction": "Incoming"}, {"Organisation": "Cooperativa Esempio", "Channel": "Meeting"},
	})
	check(t, "next", w.table("Next steps", "Due date", ""), []map[string]string{
		{"Due date": "45839", "Day passed": "done?", "Next step by": "REGION"}, {"Due date": "45992", "Day passed": ""},
	})
	check(t, "months", w.table("By organisation and month", "Organisation", "Total"), []map[string]string{
		{"Organisation": "Cooperativa Esempio", "Month from": "", "Exchanges": "1"}, {"Month from": "45839", "Exchanges": "1"},
		{"Organisation": "Δήμος Παραδείγματος", "Month from": "45809", "Exchanges": "2"}, {"Exchanges": "4"},
	})
	all := w.bytes()
	for _, secret := range []string{"Called her", "She wrote", "They came round", "Call again", "Family1"} {
		if strings.Contains(all, secret) {
			t.Errorf("%q is in a log without personal data", secret)
		}
	}
	if !strings.Contains(all, "not for the project officer") {
		t.Error("the cover does not say that it is internal")
	}
}

func TestEngagementLogWithNames(t *testing.T) {
	o := options("en")
	o.WithPersonalData, o.From, o.Country = true, "2025-06-10", "EL"
	rows := writeNamed(t, inTouch(t), "engagement-log", o).table("Exchanges", "Date", "")
	if len(rows) != 1 || rows[0]["Contact"] != "Given Family1" || rows[0]["Summary"] != "She wrote" || rows[0]["Outcome"] != "They came round" {
		t.Errorf("%v", rows)
	}
}

func TestEngagementLogOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		if w := writeNamed(t, tidy(t), "engagement-log", options(lang)); len(w.file.GetSheetList()) != 4 {
			t.Errorf("%s: %q of an empty project", lang, w.file.GetSheetList())
		}
		cachedNumbers(t, writeNamed(t, sampleProject(t), "engagement-log", options(lang)), 10)
	}
}
