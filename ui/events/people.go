package events

import (
	"slices"

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
	showInvited = "invited"
	showAbsent  = "absent"
	showWalkIn  = "walk_in"
)

var choices = []string{showAll, showPresent, showInvited, showAbsent, showWalkIn}

// people is the tab of those who were asked and those who came: names by day, head counts, and the proof that the numbers
// agree. From it one goes to inviting, and to ticking the names of the signed list. What is marked is kept at once.
type people struct {
	g        *page
	d        *dossier // nil while no event is shown
	shown    []participant
	chosen   string // the contact who is selected
	only     string // which of them are listed
	day      data.Date
	dayOf    string          // the event that the day was chosen for
	more     bool            // what is rarely needed of a person is folded open
	unfolded map[string]bool // and which dimensions of a head count
	combo    *kit.Combo
	which    map[string]*kit.FilterChip
	days     *fyne.Container // a chip a day, of an event of several days
	table    *kit.Table
	slim     bool // the list is too narrow for all columns
	one      *person
	numbers  *fyne.Container
	parts    *fyne.Container // one and numbers
	right    *fyne.Container // parts with their margin
	list     fyne.CanvasObject
	asking   *inviting // nil until somebody invites
	ticking  *rollCall // nil until somebody ticks names
	content  *fyne.Container
}

func newPeople(g *page) *people {
	p := g.s.Printer
	v := &people{g: g, numbers: kit.VStack(16), which: map[string]*kit.FilterChip{}, unfolded: map[string]bool{}, only: showAll, days: kit.Flow(6)}
	v.combo = v.newFinder()
	chips := kit.Flow(8)
	for _, which := range choices {
		v.which[which] = kit.NewFilterChip("", func() {
			v.only = which
			v.fill()
		})
		chips.Add(v.which[which])
	}
	v.table = kit.NewTable(kit.TableParams{
		Columns: v.columns(),
		Source:  v, OnSelect: v.selected, OnCheck: v.checked, Now: g.s.Workspace.Now,
		Empty: kit.NewEmpty(kit.IconPeople(), p.T("events.nobody"), "", nil),
	})
	v.one = newPerson(v)
	list := kit.Framed(kit.Borders{Top: kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 8, Left: kit.PageMargin}, v.top(chips))}, container.New(slimmed{v}, v.table))
	v.parts = kit.VStack(16, v.one.content, v.numbers)
	v.right = kit.Pad(kit.Sides(16, kit.PageMargin), v.parts)
	right := kit.Stack(kit.NewBox(kit.BoxStyle{Fill: kit.TokenSurface}), kit.Framed(kit.Borders{Left: kit.NewUpright()},
		container.NewVScroll(v.right)))
	v.list = kit.MasterDetail(list, right)
	v.content = kit.Stack(v.list)
	return v
}

// top is what stands over the list: the field that marks by typing, the days, whom to list, and where else to go.
func (v *people) top(chips fyne.CanvasObject) fyne.CanvasObject {
	p := v.g.s.Printer
	roll := kit.NewButton(kit.ButtonSecondary, p.T("people.roll_call"), v.tick)
	if v.g.s.readOnly() {
		return kit.VStack(8, v.days, chips)
	}
	enter := kit.VStack(4, kit.NewText(p.T("events.mark_hint"), kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Cut: true}), v.combo)
	ways := kit.HStack(14, kit.NewLink(p.T("people.invite"), v.invite), roll)
	return kit.VStack(10, fieldBeside(enter, ways), v.days, chips)
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
	v.showDays()
	v.fill()
	v.numbers.Objects = v.figures()
	v.one.show(v.participant(v.chosen))
	if v.asking != nil {
		v.asking.show()
	}
	if v.ticking != nil {
		v.ticking.show()
	}
}

// relay lays the right side out anew, after something came or went.
func (v *people) relay() {
	v.right.Refresh()
	for _, o := range v.right.Objects {
		o.Refresh()
	}
}

func (v *people) forget() {
	v.d, v.shown, v.chosen = nil, nil, ""
	v.back()
}

// back leads from inviting and ticking to the list, and tells whether it was not there.
func (v *people) back() bool {
	if len(v.content.Objects) == 1 && v.content.Objects[0] == v.list {
		return false
	}
	if v.asking != nil {
		v.asking.hide()
	}
	v.asking, v.ticking = nil, nil
	v.open(v.list)
	return true
}

func (v *people) open(o fyne.CanvasObject) {
	v.content.Objects = []fyne.CanvasObject{o}
	v.content.Refresh()
}

// fill chooses whom to show, and counts each choice.
func (v *people) fill() {
	if v.d == nil {
		return
	}
	p := v.g.s.Printer
	counts := map[string]int{}
	v.shown = nil
	for _, x := range v.d.people {
		there := x.came(v.day) == "yes"
		in := map[string]bool{showAll: true, showPresent: there, showInvited: x.invited(), showAbsent: !there, showWalkIn: x.walkIn()}
		for which, is := range in {
			if is {
				counts[which]++
			}
		}
		if in[v.only] {
			v.shown = append(v.shown, x)
		}
	}
	words := []string{p.T("events.everybody"), p.T("events.present"), p.T("people.invited"), p.T("events.absent"), p.T("events.walk_ins")}
	for i, text := range words {
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
	word, tone := invitationChip(p, &x)
	cells := []kit.Cell{{On: x.came(v.day) == "yes"}, {Text: x.name}, {Text: x.organisation}, {Text: word, Tone: tone}, {Text: v.evidenceOf(&x)}}
	if v.slim {
		cells = cells[:len(cells)-1]
	}
	return cells, true
}

// evidenceOf is what proves that somebody was there; of an event of several days, seen as a whole, on which days she was.
func (v *people) evidenceOf(x *participant) string {
	p := v.g.s.Printer
	if days := app.DaysOf(v.d.event); v.day == "" && days != nil && x.present() {
		var on []string
		for _, day := range days {
			if x.came(day) == "yes" {
				on = append(on, p.DayMonth(string(day)))
			}
		}
		if len(on) > 0 {
			return p.List(on)
		}
	}
	for _, a := range x.days {
		if a.Evidence != "" && (v.day == "" || a.Day == v.day) {
			return p.Enum(data.AttendanceEvidence.Name, a.Evidence)
		}
	}
	return ""
}

// invitationChip is how somebody stands with the invitation, in a word.
func invitationChip(p *i18n.Printer, x *participant) (string, kit.Tone) {
	if x.walkIn() {
		return p.T("events.walk_in"), kit.ToneWarm
	}
	return i18n.Lower(p.Enum(data.Invitation.Name, x.a.Invitation)), invitationTone(x.a.Invitation)
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

func (v *people) line(contact string) int {
	return slices.IndexFunc(v.shown, func(x participant) bool { return x.a.Contact == contact && contact != "" })
}

func (v *people) participant(contact string) *participant {
	if v.d == nil {
		return nil
	}
	for i := range v.d.people {
		if v.d.people[i].a.Contact == contact {
			return &v.d.people[i]
		}
	}
	return nil
}

func (v *people) selected(i int) {
	v.chosen = v.shown[i].a.Contact
	v.one.show(&v.shown[i])
}

// checked is the box of a line: came, or did not.
func (v *people) checked(i int, on bool) {
	v.chosen = v.shown[i].a.Contact
	v.mark(v.chosen, v.shown[i].name, on, "")
}
