package events

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"primadesk/ui/kit"
)

// The ways in which the events are shown beside their pages.
const (
	viewList  = "list"
	viewMonth = "month"
	viewYear  = "year"
)

var viewsInOrder = []string{viewList, viewMonth, viewYear}

// views are the list, the month and the year, of which one is shown under the same bar.
type views struct {
	s                 *events
	choice            *kit.Segments
	navMonth, navYear fyne.CanvasObject
	list, month, year fyne.CanvasObject
	beside            *fyne.Container // list or year, with the event in short beside it
	content           *fyne.Container
}

func newViews(s *events) *views {
	p := s.Printer
	v := &views{s: s, navMonth: s.calendar.month.Nav(), navYear: s.calendar.year.Nav()}
	v.choice = kit.NewSegments([]kit.Tab{
		{ID: viewList, Text: p.T("events.view_list")}, {ID: viewMonth, Text: p.T("events.view_month")}, {ID: viewYear, Text: p.T("events.view_year")},
	}, s.setView)
	v.list = container.New(fitted{s}, s.table)
	v.year = kit.Framed(kit.Borders{Top: kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 12, Left: kit.PageMargin}, kit.NewCard(s.calendar.year))},
		s.calendar.rows.table)
	v.month = kit.Pad(kit.Inset{Right: kit.PageMargin, Bottom: 12, Left: kit.PageMargin},
		container.New(monthOverYear{}, s.calendar.month, kit.NewCard(s.calendar.strip)))
	v.beside = kit.MasterDetail(kit.Stack(v.list, v.year), s.side.view)
	v.content = kit.Framed(kit.Borders{Top: s.bar.place(kit.HStack(14, v.choice, kit.Stack(v.navMonth, v.navYear)))},
		kit.Stack(v.beside, v.month))
	v.show()
	return v
}

// show brings the chosen view before the others.
func (v *views) show() {
	view := v.s.view
	v.choice.Choose(view)
	setVisible(v.navMonth, view == viewMonth)
	setVisible(v.navYear, view == viewYear)
	setVisible(v.list, view == viewList)
	setVisible(v.year, view == viewYear)
	setVisible(v.beside, view != viewMonth)
	setVisible(v.month, view == viewMonth)
	v.content.Refresh()
}

// setView shows the events in another way.
func (s *events) setView(view string) {
	s.view = view
	s.bar.show()
	s.views.show()
	s.calendar.read()
}

// focusView puts the keyboard into the view.
func (s *events) focusView() { s.canvas().Focus(s.inView()) }

// inView is what has the keyboard in the view.
func (s *events) inView() fyne.Focusable {
	switch s.view {
	case viewMonth:
		return s.calendar.month
	case viewYear:
		return s.calendar.year
	default:
		return s.table
	}
}

// First implements screen.Starter: the list, the calendar or the year; of an event's page, its tabs.
func (s *events) First() fyne.Focusable {
	if s.paged {
		return s.page.tabs.Target()
	}
	return s.inView()
}

// ends is the layout of a bar: one thing at the left, chips at the right, in as many lines as they take; under each other
// where the width is short.
type ends struct{ gap float32 }

// narrowChips is the width at scale 1 under which chips rather stand on a line of their own.
const narrowChips = 260

// MinSize implements fyne.Layout.
func (e ends) MinSize(objs []fyne.CanvasObject) fyne.Size {
	left, right := objs[0].MinSize(), objs[1].MinSize()
	width := max(left.Width, right.Width)
	if objs[1].Position().Y > 0 {
		return fyne.NewSize(width, left.Height+kit.U(e.gap)+right.Height)
	}
	return fyne.NewSize(width, max(left.Height, right.Height))
}

// Layout implements fyne.Layout.
func (e ends) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	left, natural := objs[0].MinSize(), float32(0)
	for _, o := range objs[1].(*fyne.Container).Objects {
		if o.Visible() {
			natural += o.MinSize().Width + kit.U(8)
		}
	}
	objs[0].Move(fyne.Position{})
	objs[0].Resize(left)
	free := size.Width - left.Width - kit.U(e.gap)
	if free < min(natural, kit.U(narrowChips)) {
		objs[1].Resize(fyne.NewSize(size.Width, size.Height))
		objs[1].Move(fyne.NewPos(0, left.Height+kit.U(e.gap)))
		objs[1].Resize(fyne.NewSize(size.Width, objs[1].MinSize().Height))
		return
	}
	width := min(natural, free)
	objs[1].Resize(fyne.NewSize(width, size.Height))
	objs[1].Move(fyne.NewPos(size.Width-width, 0))
}

// monthOverYear is the layout of a month with the year under it, as long as the month's days keep room for their events.
type monthOverYear struct{}

// leastMonth is the height at scale 1 that a month keeps.
const leastMonth = 340

// MinSize implements fyne.Layout.
func (monthOverYear) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objs[0].MinSize().Width, kit.U(200))
}

// Layout implements fyne.Layout.
func (monthOverYear) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	below := objs[1].MinSize().Height
	room := size.Height - below - kit.U(12)
	objs[0].Move(fyne.Position{})
	if room < kit.U(leastMonth) {
		objs[1].Hide()
		objs[0].Resize(size)
		return
	}
	objs[1].Show()
	objs[0].Resize(fyne.NewSize(size.Width, room))
	objs[1].Move(fyne.NewPos(0, room+kit.U(12)))
	objs[1].Resize(fyne.NewSize(size.Width, below))
}
