package reports

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"primadesk/app"
	"primadesk/assets/i18n"
	"primadesk/ui/kit"
)

// sheets shows the sheets of a workbook, one at a time, with their tabs over it as in a spreadsheet: in one line that
// scrolls, with arrows to the sheet before and after.
type sheets struct {
	printer *i18n.Printer // the window's
	words   *i18n.Printer // the report's
	list    []app.SheetPreview
	at      int
	tabs    []*kit.FilterChip
	strip   *container.Scroll
	back    *kit.Button
	next    *kit.Button
	holder  *fyne.Container
	content fyne.CanvasObject
}

// newSheets shows the sheet with a number; with -1 the one that says most.
func newSheets(p *i18n.Printer, l look, at int) *sheets {
	s := &sheets{printer: p, words: l.printer, list: l.sheets, holder: kit.Stack()}
	if at < 0 {
		at = telling(l.sheets, l.printer.T("report.to_complete"))
	}
	row := kit.HStack(6)
	for i, sheet := range l.sheets {
		tab := kit.NewFilterChip(sheet.Name, func() { s.show(i) })
		s.tabs = append(s.tabs, tab)
		row.Add(tab)
	}
	s.strip = container.NewHScroll(kit.Pad(kit.Sides(8, 2), row))
	s.back = arrow(theme.NavigateBackIcon(), p.T("reportscreen.sheet_before"), func() { s.show(s.at - 1) })
	s.next = arrow(theme.NavigateNextIcon(), p.T("reportscreen.sheet_after"), func() { s.show(s.at + 1) })
	top := kit.Framed(kit.Borders{
		Left: kit.Pad(kit.Inset{Left: 8}, kit.HStack(0, s.back, s.next)), Bottom: kit.NewLine(),
	}, kit.Sized(1, 0, container.New(&watch{told: func() { s.reveal(s.tabs[s.at]) }}, s.strip)))
	s.content = kit.Framed(kit.Borders{Top: top}, s.holder)
	s.show(at)
	return s
}

// telling is the first register in which something is to be completed, else the first register: both say more than a cover.
func telling(list []app.SheetPreview, missing string) int {
	isRegister := func(p app.SheetPreview) bool { return len(p.Header) > 0 }
	at := slices.IndexFunc(list, func(p app.SheetPreview) bool {
		return isRegister(p) && slices.ContainsFunc(p.Rows, func(row []string) bool { return slices.Contains(row, missing) })
	})
	if at < 0 {
		at = slices.IndexFunc(list, isRegister)
	}
	return max(0, at)
}

func arrow(icon fyne.Resource, tip string, tapped func()) *kit.Button {
	b := kit.NewLink("", tapped)
	b.SetIcon(icon)
	b.SetTip(tip)
	return b
}

// show shows a sheet by its place.
func (s *sheets) show(at int) {
	if at < 0 || at >= len(s.list) {
		return
	}
	s.at = at
	for i, tab := range s.tabs {
		tab.SetSelected(i == at)
	}
	enable(s.back, at > 0)
	enable(s.next, at < len(s.list)-1)
	s.reveal(s.tabs[at])
	s.holder.Objects = []fyne.CanvasObject{s.sheet(s.list[at])}
	s.holder.Refresh()
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// reveal scrolls the line of tabs as far as one needs to be seen.
func (s *sheets) reveal(tab *kit.FilterChip) {
	from, to, view := tab.Position().X, tab.Position().X+tab.Size().Width, s.strip.Size().Width
	switch at := s.strip.Offset.X; {
	case view <= 0:
	case from < at:
		s.strip.ScrollToOffset(fyne.NewPos(from, 0))
	case to > at+view:
		s.strip.ScrollToOffset(fyne.NewPos(to-view+kit.U(6), 0))
	}
}

func (s *sheets) sheet(p app.SheetPreview) fyne.CanvasObject {
	missing := s.words.T("report.to_complete")
	if len(p.Header) == 0 {
		return newForm(p, missing, s.words.T("report.draft"), s.more(p))
	}
	return newRegister(p, missing, s.more(p))
}

// more says that a sheet goes on; "" where all of it is shown.
func (s *sheets) more(p app.SheetPreview) string {
	if !p.More {
		return ""
	}
	return s.printer.N("reportscreen.first_rows", len(p.Rows))
}
