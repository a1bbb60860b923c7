package fields

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

func maker(t *testing.T, lang string) Maker {
	t.Helper()
	test.NewTempApp(t)
	return Maker{
		Printer: i18n.For(lang), Exec: kit.Inline(), Today: func() data.Date { return "2025-06-12" },
		Choices: func(*data.Column) []kit.Option { return []kit.Option{{Value: "a", Text: "A"}, {Value: "b", Text: "B"}} },
	}
}

// Whatever a record holds comes back from the form's controls as it was, field by field.
func TestControlsKeepWhatARecordHolds(t *testing.T) {
	m := maker(t, "el")
	count, score := 12, data.Decimal(45000)
	e := &data.Event{
		Number: "EL-01", Name: data.TextIn("el", "Τίτλος"), Type: "a", Mode: "online", Country: "GR", City: "Τρίπολη",
		Start: "2025-06-02T10:00", End: "2025-06-02", AllDay: true, Zone: "Europe/Athens", Organiser: "b",
		CoOrganisers: data.SetOf("a", "b"), Languages: data.SetOf("el", "en"), TargetGroups: data.SetOf("employers"),
		Account: data.TextIn("en", "What happened"), Replies: &count, Satisfaction: &score, Expected: &count, Status: "held",
	}
	e.Name.Set("fr", "Titre")
	e.Name.In["el"] = "Νέος τίτλος" // French is stale now
	values := Values(e)
	back := &data.Event{}
	for id, value := range values {
		control := m.Control(Column(e, id))
		control.SetValue(value)
		if c, ok := control.(kit.Checker); ok && c.Problem() != "" {
			t.Errorf("%s: %q is a problem: %s", id, value, c.Problem())
		}
		Apply(back, map[string]string{id: control.Value()})
	}
	for id, value := range values {
		if got := Value(Column(e, id), back); got != value {
			t.Errorf("%s: %q, want %q", id, got, value)
		}
	}
	if !back.Name.Stale("fr") || back.Name.Stale("el") {
		t.Errorf("the title's state: %+v", back.Name)
	}
}

func TestApplyLeavesTheOriginalAlone(t *testing.T) {
	e := &data.Event{Name: data.TextIn("en", "One"), CoOrganisers: data.SetOf("a")}
	next := *e
	Apply(&next, map[string]string{"name": encodeTexts(new(data.TextIn("en", "Two"))), "co_organisers": "b"})
	if e.Name.In["en"] != "One" || e.CoOrganisers[0] != "a" || next.Name.In["en"] != "Two" {
		t.Errorf("%+v %+v", e.Name, next.Name)
	}
}

func TestWrongInputIsNamed(t *testing.T) {
	m := maker(t, "en")
	for _, tc := range []struct{ column, typed string }{
		{"start", "2025-02-30"}, {"satisfaction", "many"}, {"expected", "-3"}, {"start", "T10:00"},
	} {
		control := m.Control(Column((*data.Event)(nil), tc.column))
		control.SetValue(tc.typed)
		if wall, ok := control.(*wallEntry); ok && strings.HasPrefix(tc.typed, "T") {
			wall.day.SetValue("")
			wall.clock.SetValue("10:00")
		}
		if control.(kit.Checker).Problem() == "" {
			t.Errorf("%s takes %q", tc.column, tc.typed)
		}
	}
}

func TestZonesExist(t *testing.T) {
	for _, z := range zones {
		if !data.KnownZone(z) {
			t.Errorf("no zone %s", z)
		}
	}
	for _, c := range []string{"GR", "BE", "IT", "CY", "ES"} {
		if !data.KnownZone(ZoneOf(c)) {
			t.Errorf("%s has no zone", c)
		}
	}
}

// A list comes back from its control as it was, with what the control does not show; new and moved rows are put in order.
func TestListsKeepWhatIsNotShown(t *testing.T) {
	m := maker(t, "en")
	one, two := 1, 2
	p := &data.Project{Periods: data.Rows[data.Period]{
		{Element: data.Element{ID: "p1", Order: "c"}, Number: &one, From: "2024-05-01", To: "2025-10-31", Closed: true},
		{Element: data.Element{ID: "p2", Order: "o"}, Number: &two, From: "2025-11-01"},
	}}
	col := Column(p, "periods")
	control := m.RowsControl(col, RowsOf{Columns: []string{"number", "from", "to"}, NewID: func() string { return "p3" }})
	control.SetValue(Value(col, p))
	rows := control.Rows()
	rows[1].Values["to"] = "2027-04-30"
	rows = append(rows, kit.RowValue{ID: "p3", Values: map[string]string{"number": "3"}})
	control.SetRows(rows)
	next := *p
	Apply(&next, map[string]string{"periods": control.Value()})
	if len(p.Periods) != 2 || p.Periods[1].To != "" {
		t.Errorf("the original changed: %+v", p.Periods)
	}
	if len(next.Periods) != 3 || !next.Periods[0].Closed || next.Periods[1].To != "2027-04-30" || next.Periods[2].Order <= "o" {
		t.Errorf("%+v", next.Periods)
	}
	rows[0], rows[2] = rows[2], rows[0]
	control.SetRows(rows)
	Apply(&next, map[string]string{"periods": control.Value()})
	next.Periods.Arrange()
	if next.Periods[0].ID != "p3" || !next.Periods[2].Closed {
		t.Errorf("moved: %+v", next.Periods)
	}
}
