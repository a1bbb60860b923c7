package events

import (
	"context"

	"fyne.io/fyne/v2"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/kit"
)

// rollCall is ticking names beside the scanned list: the paper at the left, at the right everybody in the order of names.
// Space marks the line and goes on to the next; 2 and 3 are the consents that stand on the paper.
type rollCall struct {
	v       *people
	paper   *paper
	table   *kit.Table
	note    *kit.Text
	content fyne.CanvasObject
}

// tick shows it.
func (v *people) tick() {
	if v.d == nil || v.g.s.readOnly() {
		return
	}
	v.only = showAll
	v.ticking = newRollCall(v)
	v.ticking.show()
	v.open(v.ticking.content)
	v.ticking.table.Focus()
}

func newRollCall(v *people) *rollCall {
	s := v.g.s
	p := s.Printer
	r := &rollCall{v: v, paper: newPaper(v), note: kit.NewText("", kit.TextStyle{Token: kit.TokenMuted, Cut: true})}
	columns := []kit.Column{
		{ID: "came", Name: p.T("field.came"), Width: 22, Kind: kit.CellCheck},
		{ID: "name", Title: p.T("events.name"), Width: 140, Grow: 3},
		{ID: "organisation", Title: p.T("field.organisation"), Width: 90, Grow: 2, Kind: kit.CellMuted},
	}
	for i, purpose := range paperConsents {
		title := p.Number(i+2) + " " + p.T("people.column_"+purpose) //i18n:prefix people.column_
		columns = append(columns, kit.Column{ID: purpose, Title: title, Width: max(22, chipWidth(title)), Kind: kit.CellCheck})
	}
	r.table = kit.NewTable(kit.TableParams{
		Columns: columns, Source: r, OnBox: r.turned, Now: s.Workspace.Now, OnSelect: func(i int) { v.chosen = v.d.people[i].a.Contact },
		Empty: kit.NewEmpty(kit.IconPeople(), p.T("people.nobody_to_tick"), "", nil),
	})
	head := kit.VStack(8,
		kit.HStack(14, kit.NewLink("‹ "+p.T("events.tab_people"), func() { v.back() }), kit.NewSpring(),
			kit.NewButton(kit.ButtonSecondary, p.T("people.all_came"), r.allCame)),
		r.note, kit.NewText(p.T("people.roll_hint"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Wrap: true}))
	right := kit.Framed(kit.Borders{Top: kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, head), Left: kit.NewUpright()}, r.table)
	r.content = kit.Share(0, []float32{6, 7}, r.paper.content, right)
	return r
}

// show brings the event's list onto it.
func (r *rollCall) show() {
	v := r.v
	p := v.g.s.Printer
	present := 0
	for i := range v.d.people {
		if v.d.people[i].came(v.day) == "yes" {
			present++
		}
	}
	text := p.T("people.ticked", "Present", p.Number(present), "All", p.Number(len(v.d.people)))
	if v.day != "" {
		text = p.DayMonth(string(v.day)) + " · " + text
	}
	r.note.SetText(text)
	r.paper.show(v.d.evidence)
	r.table.Reload()
}

// Len implements kit.TableSource.
func (r *rollCall) Len() int {
	if r.v.d == nil {
		return 0
	}
	return len(r.v.d.people)
}

// Need implements kit.TableSource: all rows are there.
func (r *rollCall) Need(int, int) {}

// Row implements kit.TableSource.
func (r *rollCall) Row(i int) ([]kit.Cell, bool) {
	x := &r.v.d.people[i]
	cells := []kit.Cell{{On: x.came(r.v.day) == "yes"}, {Text: x.name}, {Text: x.organisation}}
	for _, purpose := range paperConsents {
		cells = append(cells, kit.Cell{On: x.consented(purpose)})
	}
	return cells, true
}

// turned is a box of a line: somebody signed, or ticked a consent.
func (r *rollCall) turned(row int, column string, on bool) {
	x := r.v.d.people[row]
	if column != "came" {
		if x.contact != nil {
			r.v.consent(x.a.Contact, column, on)
		}
		return
	}
	evidence := ""
	if on {
		evidence = "signed"
	}
	r.v.mark(x.a.Contact, x.name, on, evidence)
	r.table.Select(min(row+1, r.Len()-1))
}

// allCame marks everybody who was invited and has not declined, as one batch.
func (r *rollCall) allCame() {
	v := r.v
	s := v.g.s
	var contacts []string
	for i := range v.d.people {
		if x := &v.d.people[i]; x.invited() && x.a.Invitation != "declined" && x.came(v.day) != "yes" {
			contacts = append(contacts, x.a.Contact)
		}
	}
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, n, err := s.Workspace.Attendances.Mark(ctx, app.CameParams{
		Event: v.d.event.ID, Days: v.marked(), Contacts: contacts, Came: "yes", Evidence: "signed",
	})
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	s.undoable(s.Printer.N("people.marked_all", n), done)
	s.reread()
}

// paperKinds are the kinds of evidence that names are ticked from.
var paperKinds = []string{"signed_list", "consent_forms"}

func isPaper(e *data.Evidence) bool {
	for _, kind := range paperKinds {
		if e.Kind == kind && e.File != "" {
			return true
		}
	}
	return false
}
