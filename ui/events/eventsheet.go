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

// eventSheet is the tab of the Commission's form as it will be written: from the same lines as the report, with what is
// missing or unequal marked, and leading to where it is entered.
type eventSheet struct {
	g       *page
	d       *dossier
	form    *app.EventForm // nil until it was read
	stale   bool           // something was written since
	lang    *kit.Select
	loading *kit.Later[app.EventForm]
	note    *kit.Text
	page    *fyne.Container
	content fyne.CanvasObject
}

func newEventSheet(g *page) *eventSheet {
	p := g.s.Printer
	v := &eventSheet{g: g, page: kit.VStack(0), loading: kit.NewLater[app.EventForm](g.s.exec)}
	var languages []kit.Option
	for _, code := range data.Languages {
		languages = append(languages, kit.Option{Value: code, Text: i18n.Upper(p.Language(code))})
	}
	v.lang = kit.NewSelect(languages, "")
	kit.SetName(v.lang, p.T("field.language"))
	v.lang.SetValue(p.Lang())
	v.lang.OnEdited(v.read)
	v.note = kit.NewText("", kit.TextStyle{Token: kit.TokenMuted, Cut: true})
	write := kit.NewButton(kit.ButtonSecondary, p.T("eventsheet.write"), func() {
		if v.d != nil {
			g.s.Shell.Go("reports", v.d.event.ID)
		}
	})
	bar := kit.HStack(12, kit.Sized(170, kit.ControlHeight, v.lang), kit.Grow(v.note), write)
	sheet := container.New(paged{}, kit.NewCard(v.page))
	v.content = kit.Framed(kit.Borders{Top: kit.Pad(kit.Inset{Top: 12, Right: kit.PageMargin, Bottom: 10, Left: kit.PageMargin}, bar)},
		container.NewVScroll(kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: kit.PageMargin, Left: kit.PageMargin}, sheet)))
	return v
}

// paged is the layout of a sheet of paper: in the middle, no wider than is read well.
type paged struct{}

const paperWidth = 760 // at scale 1

// MinSize implements fyne.Layout.
func (paged) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objs[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (paged) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	width := min(kit.U(paperWidth), s.Width)
	objs[0].Resize(fyne.NewSize(width, s.Height))
	objs[0].Move(fyne.NewPos((s.Width-width)/2, 0))
}

func (v *eventSheet) tab() kit.Tab {
	return kit.Tab{ID: tabSheet, Text: v.g.s.Printer.T("eventsheet.tab")}
}

// body implements part. The sheet is read when it comes into view: it costs more than the rest of the page.
func (v *eventSheet) body() fyne.CanvasObject {
	if v.stale {
		v.read()
	}
	return v.content
}

func (v *eventSheet) show(d *dossier) { v.d, v.stale = d, true }

func (v *eventSheet) forget() {
	v.loading.Cancel()
	v.d, v.form, v.stale = nil, nil, false
	v.page.RemoveAll()
}

// read asks for the sheet in the language that is chosen.
func (v *eventSheet) read() {
	if v.d == nil {
		return
	}
	v.stale = false
	s, event, lang := v.g.s, v.d.event.ID, v.lang.Value()
	v.loading.Run(context.Background(),
		func(ctx context.Context) (app.EventForm, error) {
			return s.Workspace.Reports.EventForm(ctx, event, lang)
		},
		func(form app.EventForm, err error) {
			if err != nil {
				s.failed(err)
				return
			}
			v.form = &form
			v.draw()
		})
}

// draw shows the sheet.
func (v *eventSheet) draw() { kit.KeepFocus(v.content, v.redraw) }

func (v *eventSheet) redraw() {
	p := v.g.s.Printer
	f := v.form
	v.page.RemoveAll()
	v.page.Add(kit.NewText(f.Title, kit.TextStyle{Size: kit.TextTitle, Bold: true, Wrap: true}))
	v.page.Add(kit.NewText(f.Caption, kit.TextStyle{Token: kit.TokenMuted, Wrap: true}))
	v.page.Add(kit.Pad(kit.Sides(10, 0), kit.NewBox(kit.BoxStyle{Fill: kit.TokenGold, Height: 2})))
	for _, line := range f.Lines {
		v.page.Add(v.line(line, func() { v.g.s.Shell.Reveal(line.At.Entity, line.At.Record, line.At.Field) }))
	}
	v.page.Add(kit.Pad(kit.Inset{Top: 18, Bottom: 4}, kit.NewText(f.Participants, kit.TextStyle{Bold: true})))
	for _, table := range f.Tables {
		v.page.Add(v.table(table))
	}
	v.page.Add(v.line(f.Total, v.toPeople))
	v.page.Add(v.line(f.Countries, v.toPeople))
	v.page.Add(kit.Pad(kit.Inset{Top: 18, Bottom: 4}, kit.NewText(f.Description, kit.TextStyle{Bold: true})))
	if f.Account.Missing {
		v.page.Add(v.line(f.Account, v.toAccount))
	} else {
		v.page.Add(kit.NewText(f.Account.Text, kit.TextStyle{Wrap: true}))
	}
	v.page.Refresh()
	v.note.SetText(v.summary(p))
}

// summary counts what is still open.
func (v *eventSheet) summary(p *i18n.Printer) string {
	n := v.open()
	switch {
	case !v.form.Held:
		return p.T("eventsheet.not_held")
	case n == 0:
		return p.T("eventsheet.complete")
	}
	return p.N("eventsheet.open", n)
}

// open is how many lines of the sheet are missing or do not add up.
func (v *eventSheet) open() int {
	n := 0
	lines := append([]app.FormLine{v.form.Total, v.form.Countries, v.form.Account}, v.form.Lines...)
	for _, line := range lines {
		if line.Missing {
			n++
		}
	}
	for _, table := range v.form.Tables {
		if !table.Agrees {
			n++
		}
	}
	return n
}

// line is a label and what it says; what is missing is marked, and pressed leads to where it is entered.
func (v *eventSheet) line(line app.FormLine, lead func()) fyne.CanvasObject {
	label := kit.NewText(line.Label, kit.TextStyle{Token: kit.TokenMuted, Wrap: true})
	if !line.Missing {
		row := kit.Share(14, []float32{2, 3}, label, kit.NewText(line.Text, kit.TextStyle{Wrap: true}))
		return kit.Framed(kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(7, 0), row))
	}
	mark := kit.HStack(10, kit.NewStatusChip(v.form.ToComplete, kit.TonePostponed), kit.NewLink(v.g.s.Printer.T("eventsheet.enter"), lead))
	return kit.Framed(kit.Borders{Bottom: kit.NewLine()}, kit.Pad(kit.Sides(5, 0), kit.Share(14, []float32{2, 3}, label, mark)))
}

// table is a breakdown with its sum; under it, where the sum is not the total, by how much it is off.
func (v *eventSheet) table(t app.FormTable) fyne.CanvasObject {
	p := v.g.s.Printer
	number := func(text string, bold bool) fyne.CanvasObject {
		return kit.NewText(text, kit.TextStyle{Align: fyne.TextAlignTrailing, Bold: bold})
	}
	rows := kit.VStack(0, kit.Pad(kit.Sides(6, 0), kit.Share(14, []float32{4, 1}, kit.NewText(t.Header, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted}),
		kit.NewText(v.form.PeopleHeader, kit.TextStyle{Size: kit.TextSmall, Token: kit.TokenMuted, Align: fyne.TextAlignTrailing, Cut: true}))))
	for _, line := range t.Lines {
		value, shares := number(line.Text, false), []float32{4, 1}
		if line.Missing {
			shares = []float32{3, 2}
			value = kit.HStack(10, kit.NewSpring(), kit.NewStatusChip(v.form.ToComplete, kit.TonePostponed), kit.NewLink(p.T("eventsheet.enter"), v.toPeople))
		}
		rows.Add(kit.Framed(kit.Borders{Top: kit.NewLine()}, kit.Pad(kit.Sides(6, 0), kit.Share(14, shares, kit.NewText(line.Label, kit.TextStyle{Wrap: true}), value))))
	}
	if t.Sum != "" {
		rows.Add(kit.Framed(kit.Borders{Top: kit.NewLine()}, kit.Pad(kit.Sides(6, 0), kit.Share(14, []float32{4, 1}, kit.NewText(v.form.TotalWord, kit.TextStyle{Bold: true}), number(t.Sum, true)))))
	}
	if !t.Agrees && v.d.tally.Known {
		tone := kit.TokenAmber
		if v.d.tally.By[t.By].Known {
			tone = kit.TokenError
		}
		said := dimension(p, &v.d.tally, t.By).text
		rows.Add(kit.Pad(kit.Sides(6, 0), kit.HStack(10, kit.NewDot(tone), kit.Grow(kit.NewText(said, kit.TextStyle{Wrap: true, Token: tone})),
			kit.NewLink(p.T("eventsheet.to_people"), v.toPeople))))
	}
	return kit.Pad(kit.Inset{Bottom: 10}, rows)
}

func (v *eventSheet) toPeople() { v.g.toTab(tabPeople) }

func (v *eventSheet) toAccount() { v.g.toTab(tabAccount) }

// toTab shows another part of the page.
func (g *page) toTab(tab string) {
	g.tabs.Choose(tab)
	g.tab()
}
