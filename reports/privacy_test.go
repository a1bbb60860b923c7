package reports

import (
	"fmt"
	"strings"
	"testing"

	"primadesk/data"
)

// planted fills the fields of a record that carry a privacy mark with texts that stand nowhere else.
type planted struct {
	special, personal []string
	n                 int
}

func (p *planted) text(c *data.Column) string {
	p.n++
	s := fmt.Sprintf("zq%dqz", p.n)
	if c.Privacy == data.Special {
		p.special = append(p.special, s)
	} else {
		p.personal = append(p.personal, s)
	}
	return s
}

// fill plants into every marked field that is text. Words that are counted (a participant's gender, country, group, age band) stay as
// they are: numbers of people are what the workbook is for.
func (p *planted) fill(columns []data.Column, rec any, within data.Privacy) {
	for i := range columns {
		c := columns[i]
		c.Privacy = max(c.Privacy, within)
		if c.Kind == data.KindRows {
			list := c.At(rec).(data.List)
			if list.Len() == 0 && c.Privacy != data.Free {
				list.Add(fmt.Sprint("planted", p.n))
			}
			for j := range list.Len() {
				p.fill(c.Rows.Columns, list.Row(j), c.Privacy)
			}
			continue
		}
		if c.Privacy == data.Free || c.ID == "order" {
			continue
		}
		switch field := c.At(rec).(type) {
		case *string:
			if counted[c.ID] || c.Kind == data.KindRef && *field != "" {
				continue
			}
			*field = p.text(&c)
		case *data.Set:
			*field = data.SetOf(p.text(&c))
		case *data.Texts:
			*field = texts("en", "en", p.text(&c))
		case *data.Date:
			*field = data.Date("1999-12-31") // shown nowhere, see below
		case **int:
			*field = number(7_654_321)
		}
	}
}

var counted = map[string]bool{"gender": true, "country": true, "group": true, "age_band": true, "came": true}

func (p *planted) all(t *testing.T, m *memory) {
	t.Helper()
	for _, r := range records(m) {
		p.fill(data.EntityOf(r).Columns, r, data.Free)
	}
	if len(p.special) < 4 || len(p.personal) < 20 {
		t.Fatalf("too little is planted: %d and %d", len(p.special), len(p.personal))
	}
}

func records(m *memory) []data.Record {
	list := []data.Record{m.project}
	list = add(list, m.partners)
	list = add(list, m.packages)
	list = add(list, m.tasks)
	list = add(list, m.deliverables)
	list = add(list, m.organisations)
	list = add(list, m.contacts)
	list = add(list, m.events)
	list = add(list, m.attendance)
	list = add(list, m.evidence)
	list = add(list, m.takeaways)
	list = add(list, m.communications)
	return add(list, m.indicators)
}

func add[T data.Record](list []data.Record, more []T) []data.Record {
	for _, r := range more {
		list = append(list, r)
	}
	return list
}

// withPeople is small with elements in every list that a person may stand in, and without further contact for nobody.
func withPeople(t *testing.T) (*memory, *planted) {
	m := small(t)
	for _, e := range m.events {
		e.Agenda.Add("a").(*data.AgendaItem).Name = "Welcome"
		e.Checklist.Add("c").(*data.ChecklistItem).Name = "Book the room"
	}
	for _, c := range m.contacts {
		c.Phones.Add("p")
	}
	p := &planted{}
	p.all(t, m)
	for _, c := range m.contacts {
		c.Suppressed = false
	}
	return m, p
}

func TestPersonalDataStayInside(t *testing.T) {
	m, p := withPeople(t)
	all := write(t, m, options("en")).bytes()
	for _, secret := range append(p.special, p.personal...) {
		if strings.Contains(all, secret) {
			t.Errorf("%s is in a workbook without personal data", secret)
		}
	}
	for _, number := range []string{"7654321", "36525"} {
		if strings.Contains(all, number) {
			t.Errorf("%s is in a workbook without personal data", number)
		}
	}
	if !strings.Contains(all, "not named") {
		t.Error("the definitions do not say that nobody is named")
	}
}

func TestPersonalDataOnlyWhenAskedFor(t *testing.T) {
	m, p := withPeople(t)
	o := options("en")
	o.WithPersonalData = true
	w := write(t, m, o)
	all := w.bytes()
	for _, secret := range p.special {
		if strings.Contains(all, secret) {
			t.Errorf("special data %s are in a workbook", secret)
		}
	}
	if strings.Contains(all, "7654321") {
		t.Error("power or interest is in a workbook")
	}
	if sheets := w.file.GetSheetList(); sheets[len(sheets)-1] != "Contacts" {
		t.Errorf("sheets %q", sheets)
	}
	for _, shown := range []string{m.contacts[0].FamilyName, m.contacts[0].Emails[0].Address, m.deliverables[0].Authors, m.deliverables[0].Versions[0].Author} {
		if !strings.Contains(all, shown) {
			t.Errorf("%s is missing where personal data were asked for", shown)
		}
	}
	for _, hidden := range []string{m.contacts[0].Source, m.contacts[0].Tags[0], m.evidence[0].FileName, m.events[0].Agenda[0].Speaker} {
		if strings.Contains(all, hidden) {
			t.Errorf("%s has no place even in a workbook with personal data", hidden)
		}
	}
	if row := w.find("Cover", "Personal data", 1); row == 0 || !strings.HasPrefix(w.raw("Cover", fmt.Sprint("E", row)), "Included") {
		t.Error("the cover does not say that personal data are included")
	}
}

func TestContactsAreThoseWhoCame(t *testing.T) {
	m := small(t)
	absent := &data.Contact{GivenName: "Never", FamilyName: "Came"}
	absent.ID = "c9"
	m.contacts = append(m.contacts, absent)
	m.contacts[0].Suppressed = true
	o := options("en")
	o.WithPersonalData = true
	rows := write(t, m, o).table("Contacts", "Family name", "")
	if len(rows) != 1 || rows[0]["Family name"] != "Family2" || rows[0]["Events"] != "EL-03, IT-01" || rows[0]["Organisation"] != "Cooperativa Esempio" {
		t.Errorf("%v", rows)
	}
}
