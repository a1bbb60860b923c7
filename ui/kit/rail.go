package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one place of the rail.
type RailItem struct {
	ID, Text, Hint string // Hint is the shortcut, such as Ctrl+1
	Icon           fyne.Resource
}

// RailParams is what a Rail is made from.
type RailParams struct {
	Mark, Name string // the letter in the brand's square, and the name beside it
	Items      []RailItem
	Bottom     []RailItem // above the project block: settings
	Project    [3]string  // acronym, number, period
	Chosen     func(id string)
	OnProject  func() // pressing the project block; may be nil
}

// Rail is the navigation on the left: 196 wide, rows 34.
type Rail struct {
	widget.BaseWidget
	items   []*railItem
	chosen  string
	project [3]*Text
	content fyne.CanvasObject
	act     func(id string)
}

// NewRail makes a rail with its first item chosen.
func NewRail(p RailParams) *Rail {
	r := &Rail{act: p.Chosen}
	r.ExtendBaseWidget(r)
	if len(p.Items) > 0 {
		r.chosen = p.Items[0].ID
	}
	places := VStack(2, r.rows(p.Items)...)
	bottom := VStack(2, r.rows(p.Bottom)...)
	r.content = Sized(RailWidth, 0, Stack(
		NewBox(BoxStyle{Fill: TokenRail}),
		Framed(Borders{
			Top: Pad(Inset{18, 16, 16, 16}, brand(p.Mark, p.Name)),
			Bottom: VStack(0,
				Pad(Inset{2, 8, 0, 8}, NewBox(BoxStyle{Fill: TokenRailLine, Height: 1})),
				r.projectBlock(p),
			),
		}, container.NewVScroll(VStack(0, Pad(Sides(0, 8), places), NewSpring(), Pad(Sides(0, 8), bottom)))), // scrolls at a large scale
	))
	return r
}

func brand(mark, name string) fyne.CanvasObject {
	square := Sized(26, 26, Stack(
		NewBox(BoxStyle{Fill: TokenGold, Radius: 7}),
		NewText(mark, TextStyle{Size: TextBody, Bold: true, Token: TokenOnGold, Align: fyne.TextAlignCenter}),
	))
	return HStack(10, square, NewText(name, TextStyle{Size: TextBrand, Bold: true, Token: TokenRailStrong}))
}

func (r *Rail) rows(items []RailItem) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, item := range items {
		row := newRailItem(r, item)
		r.items = append(r.items, row)
		out = append(out, row)
	}
	return out
}

func (r *Rail) projectBlock(p RailParams) fyne.CanvasObject {
	r.project = [3]*Text{
		NewText(p.Project[0], TextStyle{Size: TextMedium, Bold: true, Token: TokenRailStrong, Cut: true}),
		NewText(p.Project[1], TextStyle{Size: TextSmall, Token: TokenRailText, Cut: true}),
		NewText(p.Project[2], TextStyle{Size: TextSmall, Token: TokenRailText, Cut: true}),
	}
	lines := Pad(Inset{10, 10, 20, 18}, VStack(2, r.project[0], r.project[1], r.project[2]))
	if p.OnProject == nil {
		return lines
	}
	return Stack(newArea(p.OnProject, TokenRailStrong), lines)
}

// Choose marks a place as the one that is shown, without calling back.
func (r *Rail) Choose(id string) {
	r.chosen = id
	for _, item := range r.items {
		item.Refresh()
	}
}

// Chosen gives the place that is marked.
func (r *Rail) Chosen() string { return r.chosen }

// SetProject changes the project block.
func (r *Rail) SetProject(lines [3]string) {
	for i, l := range lines {
		r.project[i].SetText(l)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer { return newWrap(r, r.content, nil) }
