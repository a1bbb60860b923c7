package reports

import (
	"fmt"
	"strings"
	"testing"

	"primadesk/data"
)

// planned is tidy with a plan in which something is due, delivered, late and to come. The data are of 18 September 2025.
func planned(t testing.TB) *memory {
	m := tidy(t)
	m.packages[0].Start, m.packages[0].End = "2024-05-01", "2026-04-30"
	m.tasks[0].Start, m.tasks[0].End = "2024-09-01", "2025-12-31"
	add := func(id, number string, due, revised, delivered data.Date) {
		x := &data.Deliverable{}
		x.ID, x.Number, x.WorkPackage, x.Lead, x.Name = id, number, "wp2", "p1", texts("en", "en", "Deliverable "+number)
		x.Due, x.RevisedDue, x.Delivered = due, revised, delivered
		m.deliverables = append(m.deliverables, x)
	}
	add("d22", "D2.2", "2025-03-31", "2025-06-30", "2025-06-20")
	add("d23", "D2.3", "2025-03-31", "", "2025-05-20")
	add("d210", "D2.10", "2025-07-31", "", "")
	for i, achieved := range []string{"yes", "", "no"} {
		x := &data.Milestone{Achieved: achieved}
		x.ID, x.Number, x.WorkPackage, x.Due = fmt.Sprint("m", i), fmt.Sprint("MS", i+1), "wp2", "2025-02-28"
		x.Name = texts("en", "en", "Milestone")
		m.milestones = append(m.milestones, x)
	}
	r := &data.Risk{Number: "R1", Description: texts("en", "en", "Nobody comes"), WorkPackage: "wp2", Foreseen: true, Measure: texts("en", "en", "Invite more")}
	r.ID = "r1"
	s := r.States.Add("s1").(*data.RiskState)
	s.Period, s.Materialised = number(1), true
	m.risks = []*data.Risk{r}
	return m
}

func TestWorkPlan(t *testing.T) {
	w := writeNamed(t, planned(t), "work-plan", options("en"))
	if got := strings.Join(w.file.GetSheetList(), ","); got != "Cover,Gantt chart,Work packages and tasks,Deliverables,Milestones,Critical risks" || w.result.Draft {
		t.Errorf("sheets %s, draft %v", got, w.result.Draft)
	}
	check(t, "stages", w.table("Work packages and tasks", "No.", ""), []map[string]string{
		{"No.": "WP2", "Kind": "Work package", "Lead partner": "REGION", "Start": "45413", "End": "46142"}, {"No.": "T2.1", "Kind": "Task", "End": "46022"},
	})
	check(t, "deliverables", w.table("Deliverables", "No.", ""), []map[string]string{
		{"No.": "D2.1", "Due date": "45961", "Due date in force": "45961", "On time": "to come", "Reason for the delay": ""},
		{"No.": "D2.2", "Revised due date": "45838", "Due date in force": "45838", "Delivered on": "45828", "On time": "delivered"},
		{"No.": "D2.3", "On time": "delivered late", "Reason for the delay": "to complete"}, {"No.": "D2.10", "On time": "late"},
	})
	check(t, "milestones", w.table("Milestones", "No.", ""), []map[string]string{
		{"No.": "MS1", "Achieved": "Achieved", "On time": "delivered"}, {"No.": "MS2", "Achieved": "to complete", "On time": "late"}, {"No.": "MS3", "Achieved": "Not achieved"},
	})
	check(t, "risks", w.table("Critical risks", "No.", ""), []map[string]string{
		{"No.": "R1", "WP": "WP2", "Foreseen": "yes", "Materialised, period 1": "yes", "Measure applied, period 1": "no", "Materialised, period 2": ""},
	})
	if row := w.find("Cover", "Late deliverables", 1); w.raw("Cover", fmt.Sprint("E", row)) != "1" {
		t.Error("the cover does not count what is late")
	}
}

func TestGanttFollowsTheDatesOfTheRegisters(t *testing.T) {
	w := writeNamed(t, planned(t), "work-plan", options("en"))
	rows := w.table("Gantt chart", "No.", "")
	check(t, "bars", rows, []map[string]string{
		{"No.": "WP2", "Start": "45413", "End or due": "46142"}, {"No.": "T2.1", "Kind": "Task"},
		{"No.": "D2.1", "Start": "", "End or due": "45961", "Delivered on": "", "Status": "to come"}, {"No.": "D2.2", "End or due": "45838", "Delivered on": "45828"},
	})
	if rows[0]["45413"] != "" || len(rows) < 9 {
		t.Errorf("%d rows: %v", len(rows), rows[0])
	}
	row := w.find("Gantt chart", "D2.2", 1)
	if formula, _ := w.file.GetCellFormula("Gantt chart", fmt.Sprint("F", row)); formula != "INDEX('Deliverables'!$H$5:$H$8,2)" {
		t.Errorf("the date is %q", formula)
	}
	header, _ := w.file.GetRows("Gantt chart")
	if n := len(header[w.find("Gantt chart", "No.", 1)-1]); n != 8+36 {
		t.Errorf("%d columns, the project has 36 months", n)
	}
	rules, _ := w.file.GetConditionalFormats("Gantt chart")
	said := fmt.Sprint(rules)
	for _, part := range []string{"DATE(2025,9,18)", `$B5="Work package"`, `$H5<>"delivered"`, "$G5>=I$4"} {
		if !strings.Contains(said, part) {
			t.Errorf("no rule has %s: %s", part, said)
		}
	}
}

func TestWorkPlanOfAPart(t *testing.T) {
	m := planned(t)
	m.risks[0].States = nil
	o := options("en")
	o.Period = 1
	w := writeNamed(t, m, "work-plan", o)
	if got := w.table("Deliverables", "No.", ""); len(got) != 1 || got[0]["No."] != "D2.3" || !w.result.Draft {
		t.Errorf("the first period has %v, draft %v", got, w.result.Draft)
	}
	if risk := w.table("Critical risks", "No.", "")[0]; risk["Materialised, period 1"] != "to complete" || len(risk) > 7 {
		t.Errorf("a period that is over without a state: %v", risk)
	}
	o = options("en")
	o.Partner = "IT"
	if w := writeNamed(t, m, "work-plan", o); w.find("Deliverables", "D2.1", 1) != 0 || w.find("Gantt chart", "WP2", 1) != 0 {
		t.Error("a partner has what another leads")
	}
}

func TestWorkPlanOfNothingAndOfTheSample(t *testing.T) {
	for _, lang := range data.Languages {
		empty := &memory{project: &data.Project{Acronym: "EMPTY"}}
		if w := writeNamed(t, empty, "work-plan", options(lang)); len(w.file.GetSheetList()) != 6 {
			t.Errorf("%s: %q of an empty project", lang, w.file.GetSheetList())
		}
		cachedNumbers(t, writeNamed(t, sampleProject(t), "work-plan", options(lang)), 20)
	}
}
