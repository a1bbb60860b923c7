package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// fixedRows is a source of rows that are all there.
type fixedRows [][]Cell

func (r fixedRows) Len() int                 { return len(r) }
func (r fixedRows) Row(i int) ([]Cell, bool) { return r[i], true }
func (fixedRows) Need(int, int)              {}

func mockRail() *Rail {
	var items []RailItem
	for i, icon := range []fyne.Resource{IconHome(), IconPeople(), IconBuildings(), IconCalendar(), IconBulb(), IconFlag(), IconSheet(), IconExchange()} {
		words := []string{"Start", "Persons", "Companies", "Meetings", "Συμπεράσματα", "Work", "Papers", "Transfer"}
		items = append(items, RailItem{ID: words[i], Text: words[i], Hint: fmt.Sprintf("Ctrl+%d", i+1), Icon: icon})
	}
	r := NewRail(RailParams{
		Mark: "D", Name: "Sampledesk", Items: items,
		Bottom:  []RailItem{{ID: "set", Text: "Options", Icon: IconGear()}},
		Project: [3]string{"EXAMPLE", "100000000", "Period 1 · to 30 Oct 2025"},
	})
	r.Choose("Persons")
	return r
}

func mockTable() *Table {
	var rows fixedRows
	for i := range 12 {
		chip := []Cell{{Text: "not asked", Tone: ToneNeutral}, {Text: "consent", Tone: ToneHeld}, {Text: "withdrawn", Tone: ToneWarm}}[i%3]
		rows = append(rows, []Cell{
			{Text: fmt.Sprintf("Δείγμα Όνομα %d", i+1)}, {Text: "Example Cooperative of Somewhere Far"}, {Text: "Local authority"}, {Text: "EL"}, chip,
		})
	}
	t := NewTable(TableParams{Source: rows, Columns: []Column{
		{ID: "name", Title: "Name", Width: 150, Grow: 2, Sortable: true},
		{ID: "org", Title: "Organisation", Width: 150, Grow: 2, Sortable: true},
		{ID: "group", Title: "Group", Width: 120, Grow: 1, Kind: CellMuted, Sortable: true},
		{ID: "country", Title: "Country", Width: 60, Sortable: true},
		{ID: "news", Title: "Newsletter", Width: 78, Kind: CellChip},
	}})
	t.SetSort("name", false)
	t.Select(0)
	return t
}

func mockForm() *Form {
	entry := func(s string) *Entry {
		e := NewEntry()
		e.SetValue(s)
		return e
	}
	choice := func(s string) *Select {
		sel := NewSelect([]Option{{Value: "x", Text: s}}, "")
		sel.SetValue("x")
		return sel
	}
	return NewForm(FormParams{Required: "Needed", Sections: []Section{
		{Title: "Person", Rows: [][]Field{
			{{ID: "given", Label: "Given name", Required: true, Control: entry("Δείγμα")}, {ID: "family", Label: "Family name", Required: true, Control: entry("Όνομα")}},
			{{ID: "role", Label: "Role", Control: entry("Deputy")}, {ID: "org", Label: "Organisation", Control: choice("Example Town")}},
		}},
		{Title: "Reach", Rows: [][]Field{
			{{ID: "mail", Label: "E-mail", Weight: 1.39, Control: entry("sample.example.org")}, {ID: "phone", Label: "Phone", Control: entry("+30 000 000 000")}},
			{{ID: "lang", Label: "Language", Weight: 1.39, Control: choice("Greek")}, {ID: "country", Label: "Country", Control: choice("Greece")}},
		}},
		{Title: "Keeping in touch", Rows: [][]Field{
			{{ID: "next", Label: "Next contact", Control: entry("25 Sep 2025")}, {ID: "consent", Label: "Consents", Control: entry("newsletter, photographs")}},
		}},
	}})
}

func TestGalleryContacts(t *testing.T) {
	picture(t, "contacts", 1, fyne.NewSize(1366, 768), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		form := mockForm()
		bar := NewSaveBar(SaveBarParams{Save: "Save", Cancel: "Cancel"})
		bar.SetDirty(true, "Not saved · draft kept")
		pane := NewRecordPane(PaneParams{Avatar: true, Bar: bar, Tabs: []Tab{{"a", "Person"}, {"b", "Engagement 4"}, {"c", "Events 2"}, {"d", "Consents"}, {"e", "History"}}})
		pane.SetTitle("Δείγμα Όνομα", "Sample Name · Example Town")
		pane.SetBody(form)
		header := NewHeader(HeaderParams{Title: "Persons", Subtitle: "143 of 1,208", Search: "Search persons", SearchHint: "Ctrl F", Action: "+ New person"})
		status := NewStatusBar()
		status.Set(TokenOk, "Saved · last backup today 08:12")
		status.SetRight("F1")
		chips := Pad(Inset{12, 20, 12, 20}, HStack(8, NewFilterSet("Somewhere", nil), NewFilterSet("Consent: newsletter", nil),
			NewFilterChip("+ Filter", nil), NewSpring(), NewFilterChip("Columns", nil).SetIcon(IconColumns())))
		list := Framed(Borders{Top: chips}, mockTable())
		screen := Framed(Borders{Top: header}, MasterDetail(list, pane))
		return Framed(Borders{Left: mockRail()}, Framed(Borders{Bottom: status}, screen)), func(c fyne.Canvas) {
			header.Search().SetText("παπα")
			form.SetErrors(map[string]string{"mail": "This address has no @"})
			form.Focus("phone")
		}
	})
}
