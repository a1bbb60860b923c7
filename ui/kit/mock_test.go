package kit

import (
	"fmt"
	"testing"
	"time"

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

func words() DateWords {
	return DateWords{
		Months:   [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		InDates:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Weekdays: [7]string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"},
		Format:   func(t time.Time) string { return t.Format("2 Jan 2006") },
		Wrong:    "There is no such day",
	}
}

func TestGalleryControls(t *testing.T) {
	picture(t, "controls", 1, fyne.NewSize(1100, 720), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		date := NewDateEntry(words(), nil)
		date.SetValue("2025-06-02")
		tags := NewTags(TagsParams{Known: []Option{{Value: "a", Text: "Harbour"}, {Value: "b", Text: "Fisheries"}}, Free: true, Add: "Add a word"})
		tags.SetValue("a" + Separator + "b" + Separator + "own words")
		rows := NewRowsEditor(RowsParams{Add: "+ Add an e-mail", NewID: func() string { return "n" },
			New: func() []Field {
				return []Field{{ID: "address", Label: "E-mail", Weight: 2, Control: NewEntry()}, {ID: "kind", Label: "Kind", Control: NewSelect([]Option{{Value: "w", Text: "work"}}, "—")}}
			}})
		rows.SetRows([]RowValue{{ID: "1", Values: map[string]string{"address": "a@example.org", "kind": "w"}}, {ID: "2", Values: map[string]string{"address": "b@example.org"}}})
		check := NewCheck("Signed list on file")
		check.SetValue("true")
		area := NewTextArea(3)
		area.SetValue("A text of several lines, which wraps at words where the field ends and goes on below.")
		number := NewNumberEntry("This is no number")
		number.SetValue("1 2 3x")
		select_ := NewSelect([]Option{{Value: "EL", Text: "Greece"}, {Value: "CY", Text: "Cyprus"}, {Value: "ES", Text: "Spain", Note: "ES"}}, "not known")
		off := NewEntry()
		off.SetValue("Read only")
		off.SetEnabled(false)
		form := NewForm(FormParams{Required: "This is needed", Sections: []Section{{Title: "Κατάσταση", Rows: [][]Field{
			{{ID: "d", Label: "Date", Control: date}, {ID: "t", Label: "Time", Hint: "Wall time at the venue", Control: NewTimeEntry("No such time")}},
			{{ID: "n", Label: "Number", Control: number}, {ID: "s", Label: "Country", Control: select_}},
			{{ID: "tags", Label: "Tags", Control: tags}},
			{{ID: "mails", Label: "E-mails", Control: rows}},
			{{ID: "c", Label: "Evidence", Control: check}, {ID: "off", Label: "Closed", Control: off}},
			{{ID: "a", Label: "Text", Required: true, Control: area}},
		}}}})
		buttons := HStack(10, NewButton(ButtonPrimary, "Primary", nil), NewButton(ButtonSecondary, "Secondary", nil), NewButton(ButtonDanger, "Delete", nil), NewLink("Link", nil))
		disabled := NewButton(ButtonPrimary, "Waiting", nil)
		disabled.Disable()
		chips := Flow(6)
		for _, tone := range []Tone{ToneIdea, TonePlanned, ToneConfirmed, ToneHeld, ToneReported, TonePostponed, ToneLate, ToneWarm} {
			chips.Add(NewStatusChip(string(tone), tone))
		}
		panel := NewProgressPanel("Cancel", func() {})
		panel.Set("Writing “Fiches”, sheet 3 of 6", 0.58)
		right := VStack(16, buttons, HStack(8, disabled), chips,
			NewSegments([]Tab{{"a", "By country"}, {"b", "By theme"}, {"c", "Follow-ups 5"}}, nil),
			HStack(4, NewTag("EN", ToneNeutral, false), NewTag("EL !", TonePostponed, false), NewTag("NL", ToneNeutral, true)),
			Share(8, nil, NewTile("Named", "31", false), NewTile("Counted", "7", false), NewTile("Total", "38", true)),
			NewTarget("Events held", "6 of 10", 0.6, TokenAccent), NewTarget("Employers", "9 of 40", 0.22, TokenGold),
			NewBarRow("Greece", "33", 0.87, TokenAccent), NewBarRow("Cyprus", "3", 0.08, TokenAccent),
			panel, NewDefinition("Organiser", "Example Cooperative of Somewhere, with a name that needs two lines"))
		banner := NewBanner(TonePostponed, "A sample: the people are invented", "Leave the sample", func() {})
		return Framed(Borders{Top: banner}, Pad(Even(20), Share(40, []float32{404, 600}, form, right))), func(c fyne.Canvas) {
			form.Check()
			form.Focus("s")
			select_.open()
		}
	})
}

func TestGalleryHome(t *testing.T) {
	picture(t, "home", 1, fyne.NewSize(1170, 686), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		day := func(d, what, chip string, tone Tone, last bool) fyne.CanvasObject {
			return NewListRow(Sized(64, 0, NewText(d, TextStyle{Bold: true})), NewText(what, TextStyle{Cut: true}), NewStatusChip(chip, tone), last)
		}
		next := NewTitledCard("Next sixty days", NewText("4 events, 9 tasks", TextStyle{Size: TextMedium, Bold: true, Token: TokenMuted}), VStack(0,
			day("25 Sep", "Networking event, Somewhere", "confirmed", ToneConfirmed, false), day("26 Sep", "Send the agenda", "2 days late", ToneLate, false),
			day("9 Oct", "Round table", "planned", TonePlanned, true)))
		ready := NewTitledCard("Ready to report?", NewStatusChip("period 1: 7 to mend", TonePostponed), VStack(0,
			NewListRow(NewDot(TokenError), NewText("An event has no date", TextStyle{Cut: true}), NewLink("Open", nil), false),
			NewListRow(NewDot(TokenOk), NewText("Indicators: all have a value", TextStyle{Cut: true, Token: TokenMuted}), nil, true)))
		targets := NewTitledCard("Targets", nil, VStack(14, NewTarget("Events held", "6 of 10", 0.6, TokenAccent), NewTarget("Employers", "9 of 40", 0.22, TokenGold)))
		empty := NewTitledCard("Lately", nil, NewEmpty(IconBulb(), "What changed here will be listed, newest first. Nothing has changed yet.", "Add a person", nil))
		toasts := NewToasts(func(time.Duration, func()) func() { return func() {} })
		toasts.Push(Toast{Text: "The file could not be written", Error: true})
		toasts.Push(Toast{Text: "Δείγμα Όνομα is marked as present", Links: []Link{{Text: "Undo"}, {Text: "Open"}}})
		body := Framed(Borders{Top: Pad(Inset{Bottom: 16}, Share(16, []float32{1.25, 1}, next, ready))}, Share(16, []float32{1.25, 1}, targets, empty))
		return Stack(Pad(Sides(18, 20), body), toasts), func(c fyne.Canvas) { toasts.Focus() }
	})
}

func TestGalleryDialog(t *testing.T) {
	picture(t, "dialog", 1.5, fyne.NewSize(1000, 620), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		date := NewDateEntry(words(), nil)
		date.SetValue("2025-06-02")
		page := Pad(Even(20), VStack(10, Share(14, nil, date, NewEntry()), mockRail()))
		return page, func(c fyne.Canvas) {
			date.showCalendar()
			ShowDialog(c, DialogParams{Title: "Leave without saving?", Text: "The changes to this record are lost. They cannot be brought back later.", Yes: "Leave", No: "Stay here", Danger: true})
		}
	})
}
