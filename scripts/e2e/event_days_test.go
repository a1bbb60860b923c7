//go:build e2e

package e2e

import (
	"encoding/json"
	"testing"

	"primadesk/assets/i18n"
	"primadesk/data"
)

// An event of two days: who was there on which, and the proof that the numbers of all days add up.
func TestEventDays(t *testing.T) {
	d := newDesk(t)
	w := i18n.For("en")
	d.begun("en")
	d.events()
	d.eventPage(w, "fish farmers")
	first := data.Date("2026-12-11")
	second := first.AddDays(1)
	d.fill(label(w, "event", "end"), "12/12/2026")
	d.keep()
	d.press(w.T("events.tab_people") + "*")
	d.settle()

	d.present(w, "anagnostop") // the first day is chosen
	d.onDays(map[data.Date]int{first: 1})
	d.press(w.DayMonth(string(second)))
	d.settle()
	d.present(w, "anagnostop")
	d.present(w, "Nora Passerby")
	d.onDays(map[data.Date]int{first: 1, second: 2})
	d.press(w.T("people.all_days"))
	d.settle()
	d.adds(w, "2", true) // two people, one of them twice

	d.tab("Table")
	d.key("Home")
	d.settle()
	d.press(w.DayMonth(string(first))) // of the person beside the list
	d.await("msg=saved", "entity=attendance")
	if n := d.found("attendance", "--where", "event="+d.id("EL-02"), "--where", "day="+string(first), "--where", "came=yes"); n == 1 {
		t.Error("the day of one person does nothing")
	}
	d.key("ctrl+z")
	d.await("msg=undone")
	d.onDays(map[data.Date]int{first: 1, second: 2})
	d.settle()

	d.press(w.T("events.add_count"))
	d.at(w.T("field.count"))
	d.write("10")
	d.fill(w.Enum("gender", "female"), "6")
	d.fill(w.Enum("gender", "male"), "3")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	d.adds(w, "12", false) // one of the ten is nobody's
	d.settle()
	d.press(w.T("people.head_count"))
	d.at(w.T("field.count"))
	d.fill(w.Enum("gender", "male"), "4")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	d.adds(w, "12", true)
	d.close()
}

// present marks somebody as present by typing: the first who is found, else somebody who is new.
func (d *desk) present(w *i18n.Printer, typed string) {
	d.t.Helper()
	d.fill(w.T("events.mark_hint"), typed)
	d.at("choices")
	d.key("Return")
	d.await("msg=saved", "entity=attendance")
	d.settle()
}

// onDays looks how many were there on each day.
func (d *desk) onDays(want map[data.Date]int) {
	d.t.Helper()
	for day, n := range want {
		if got := d.found("attendance", "--where", "event="+d.id("EL-02"), "--where", "day="+string(day), "--where", "came=yes"); got != n {
			d.t.Fatalf("%d came on %s, want %d", got, day, n)
		}
	}
}

// adds looks at the total of the event sheet, and whether the numbers by gender make it up.
func (d *desk) adds(w *i18n.Printer, total string, agrees bool) {
	d.t.Helper()
	var sheet struct {
		Lines []struct {
			Label, Text string
			Missing     bool
		}
	}
	d.must(json.Unmarshal([]byte(d.cli("--json", "event", "sheet", "EL-02")), &sheet))
	seen := map[string]string{}
	for _, line := range sheet.Lines {
		seen[line.Label] = line.Text
		if line.Label == w.T("field.gender")+", "+w.T("report.total") && line.Missing == agrees {
			d.t.Errorf("the sum by gender is %q, and that it is wrong is %v", line.Text, line.Missing)
		}
	}
	if got := seen[w.T("report.event.total_people")]; got != total {
		d.t.Errorf("%q participants, want %s: %v", got, total, seen)
	}
}
