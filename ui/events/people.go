package events

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/data"
	"primadesk/ui/kit"
)

// Which of the named people are listed.
const (
	showAll     = "all"
	showPresent = "present"
	showAbsent  = "absent"
	showWalkIn  = "walk_in"
)

var choices = []string{showAll, showPresent, showAbsent, showWalkIn}

// people is the tab of those who came: names, head counts, and the proof that the numbers agree. What is marked is kept
// at once.
type people struct {
	g       *page
	d       *dossier // nil while no event is shown
	shown   []participant
	chosen  string // the attendance that is selected
	combo   *kit.Combo
	which   map[string]*kit.FilterChip
	only    string // which of them are listed
	table   *kit.Table
	one     *person
	numbers *fyne.Container
	right   *fyne.Container // one and numbers
	content fyne.CanvasObject
}

func newPeople(g *page) *people {
	p := g.s.Printer
	v := &people{g: g, numbers: kit.VStack(16), which: map[string]*kit.FilterChip{}, only: showAll}
	v.combo = kit.NewCombo(kit.ComboParams{
		Exec: g.s.exec, Find: v.find, Unknown: p.T("events.contact_unknown"),
		Create:   func(typed string) string { return p.T("events.contact_create", "Name", p.Quote(typed)) },
		OnCreate: v.meet,
	})
	v.combo.OnEdited(v.picked)
	chips := kit.Flow(8)
	for _, which := range choices {
		v.which[which] = kit.NewFilterChip("", func() {
			v.only = which
			v.list()
		})
		chips.Add(v.which[which])
	}
	v.table = kit.NewTable(kit.TableParams{
		Columns: []kit.Column{
			{ID: "came", Width: 22, Kind: kit.CellCheck},
			{ID: "name", Title: p.T("events.name"), Width: 150, Grow: 3},
			{ID: "organisation", Title: p.T("field.organisation"), Width: 140, Grow: 3, Kind: kit.CellMuted},
			{ID: "invitation", Title: p.T("field.invitation"), Width: invitationWidth(p), Kind: kit.CellChip},
			{ID: "evidence", Title: p.T("field.evidence"), Width: 100, Kind: kit.CellMuted},
		},
		Source: v, OnSelect: v.selected, OnCheck: v.checked, Now: g.s.Workspace.Now,
		Empty: kit.NewEmpty(kit.IconPeople(), p.T("events.nobody"), "", nil),
	})
	v.one = newPerson(v)
	enter := kit.VStack(4, kit.NewText(p.T("events.mark_hint"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}), v.combo)
	top := kit.VStack(10, container.New(upTo{380}, enter), chips)
	if g.s.readOnly() {
		top = kit.VStack(0, chips)
	}
	list := kit.Framed(kit.Borders{Top: kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, top)}, v.table)
	v.right = kit.Pad(kit.Sides(16, kit.PageMargin), kit.VStack(16, v.one.content, v.numbers))
	right := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Left: kit.NewUpright()},
		container.NewVScroll(v.right)))
	v.content = kit.MasterDetail(list, right)
	return v
}

// upTo is the layout of a field that is no wider than it needs to be, at scale 1.
type upTo struct{ width float32 }

// MinSize implements fyne.Layout.
func (upTo) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (u upTo) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	objs[0].Resize(fyne.NewSize(min(kit.U(u.width), size.Width), size.Height))
}

func (v *people) tab() kit.Tab {
	n := 0
	if v.d != nil {
		n = v.d.tally.Total
	}
	return kit.Tab{ID: tabPeople, Text: v.g.counted(v.g.s.Printer.T("events.tab_people"), n)}
}

func (v *people) body() fyne.CanvasObject { return v.content }

// show brings what was read onto the tab.
func (v *people) show(d *dossier) {
	v.d = d
	v.list()
	v.numbers.Objects = v.figures()
	v.one.show(v.participant(v.chosen))
}

// relay lays the right side out anew, after something came or went.
func (v *people) relay() {
	v.right.Refresh()
	for _, o := range v.right.Objects {
		o.Refresh()
	}
}

func (v *people) forget() { v.d, v.shown, v.chosen = nil, nil, "" }

// list chooses whom to show, and counts each choice.
func (v *people) list() {
	if v.d == nil {
		return
	}
	p := v.g.s.Printer
	counts := map[string]int{}
	v.shown = nil
	for _, x := range v.d.people {
		in := map[string]bool{showAll: true, showPresent: x.a.Came == "yes", showAbsent: x.a.Came != "yes", showWalkIn: x.a.WalkIn}
		for which, is := range in {
			if is {
				counts[which]++
			}
		}
		if in[v.only] {
			v.shown = append(v.shown, x)
		}
	}
	for i, text := range []string{p.T("events.everybody"), p.T("events.present"), p.T("events.absent"), p.T("events.walk_ins")} {
		chip := v.which[choices[i]]
		chip.SetText(text + " " + p.Number(counts[choices[i]]))
		chip.SetSelected(choices[i] == v.only)
	}
	v.table.Reload()
	v.table.Select(v.line(v.chosen))
}

// Len implements kit.TableSource.
func (v *people) Len() int { return len(v.shown) }

// Need implements kit.TableSource: all rows are there.
func (v *people) Need(int, int) {}

// Row implements kit.TableSource.
func (v *people) Row(i int) ([]kit.Cell, bool) {
	p, x := v.g.s.Printer, v.shown[i]
	word, tone := i18n.Lower(p.Enum(data.Invitation.Name, x.a.Invitation)), invitationTone(x.a.Invitation)
	if x.a.WalkIn {
		word, tone = p.T("events.walk_in"), kit.ToneWarm
	}
	return []kit.Cell{
		{On: x.a.Came == "yes"}, {Text: x.name}, {Text: x.organisation}, {Text: word, Tone: tone},
		{Text: p.Enum(data.AttendanceEvidence.Name, x.a.Evidence)},
	}, true
}

// invitationWidth is the width of the longest chip in the language, at scale 1.
func invitationWidth(p *i18n.Printer) float32 {
	width := chipWidth(p.T("events.walk_in"))
	for _, word := range data.Invitation.Words {
		width = max(width, chipWidth(i18n.Lower(p.Enum(data.Invitation.Name, word))))
	}
	return width
}

func invitationTone(word string) kit.Tone {
	switch word {
	case "accepted":
		return kit.ToneHeld
	case "invited", "tentative":
		return kit.TonePlanned
	}
	return kit.ToneNeutral
}

func (v *people) line(id string) int {
	for i, x := range v.shown {
		if x.a.ID == id && id != "" {
			return i
		}
	}
	return -1
}

func (v *people) participant(id string) *participant {
	if v.d == nil {
		return nil
	}
	for i := range v.d.people {
		if v.d.people[i].a.ID == id {
			return &v.d.people[i]
		}
	}
	return nil
}

func (v *people) selected(i int) {
	v.chosen = v.shown[i].a.ID
	v.one.show(&v.shown[i])
}

// checked is the box of a line: came, or did not.
func (v *people) checked(i int, on bool) {
	x := v.shown[i]
	v.chosen = x.a.ID
	came := "no"
	if on {
		came = "yes"
	}
	v.mark(x.a, x.name, came)
}

// find looks a contact up while one types.
func (v *people) find(ctx context.Context, typed string) ([]kit.Option, error) {
	w, lang := v.g.s.Workspace, v.g.s.Printer.Lang()
	hits, err := w.Records.Search(ctx, app.Find{Text: typed, Entities: []string{"contact"}, Limit: 8, Lang: lang})
	if err != nil {
		return nil, err
	}
	var of []string
	for _, h := range hits.Items {
		if c, ok := h.Record.(*data.Contact); ok && c.Organisation != "" {
			of = append(of, c.Organisation)
		}
	}
	titles, err := w.Records.Titles(ctx, data.EntityOf((*data.Organisation)(nil)), of, lang)
	if err != nil {
		return nil, err
	}
	var out []kit.Option
	for _, h := range hits.Items {
		o := kit.Option{Value: h.ID, Text: h.Title}
		if c, ok := h.Record.(*data.Contact); ok {
			o.Note = titles[c.Organisation]
		}
		out = append(out, o)
	}
	return out, nil
}

// picked marks the contact that was picked as present.
func (v *people) picked() {
	id, name := v.combo.Value(), v.combo.Typed()
	if id == "" || v.d == nil {
		return
	}
	v.combo.SetChoice(kit.Option{})
	for _, x := range v.d.people {
		if x.a.Contact == id {
			v.chosen = x.a.ID
			v.mark(x.a, x.name, "yes")
			return
		}
	}
	a := v.attendance(id)
	v.chosen = a.ID
	v.mark(a, name, "yes")
}

// attendance is the row of somebody who was not on the list.
func (v *people) attendance(contact string) *data.Attendance {
	e := v.d.event
	a := &data.Attendance{Event: e.ID, Contact: contact}
	a.ID, a.Owner = newID(), e.Owner
	if e.Mode != "hybrid" {
		a.Mode = e.Mode
	}
	return a
}

// mark keeps whether somebody came.
func (v *people) mark(a *data.Attendance, name, came string) {
	if v.g.s.readOnly() {
		return
	}
	next := *a
	next.Came = came
	done, ok := v.g.s.write(&next)
	if !ok {
		return
	}
	p := v.g.s.Printer
	said := p.T("events.marked_absent", "Name", name)
	if came == "yes" {
		said = p.T("events.marked_present", "Name", name)
	}
	v.g.s.undoable(said, done)
	v.g.s.reread()
}

// remove takes the selected one off the list.
func (v *people) remove() {
	x := v.participant(v.chosen)
	if x == nil || v.g.s.readOnly() {
		return
	}
	p := v.g.s.Printer
	v.chosen = ""
	v.g.s.trash(data.EntityOf(x.a), p.T("events.taken_off", "Name", x.name), x.a.ID)
	v.g.s.reread()
}
