package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// HeaderParams is what a Header is made from.
type HeaderParams struct {
	Title, Subtitle string
	Search          string // the search field's placeholder; no field when empty
	SearchHint      string // its shortcut, such as Ctrl F
	OnSearch        func(text string)
	OnSearchDone    func(text string) // Enter in the search field; may be nil
	Action          string            // the one main action; no button when empty
	OnAction        func()
	OnBack          func() // shows a way back before the title; may be nil
}

// Header is the top of a screen: title, count, search and the one main action. 56 high.
type Header struct {
	widget.BaseWidget
	title, subtitle *Text
	back            *Button
	search          *Search
	action          *Button
	content         fyne.CanvasObject
}

// NewHeader makes a header.
func NewHeader(p HeaderParams) *Header {
	h := &Header{
		title:    NewText(p.Title, TextStyle{Size: TextPage, Bold: true}),
		subtitle: NewText(p.Subtitle, TextStyle{Size: TextMedium, Token: TokenMuted, Cut: true}),
		back:     NewLink("‹", p.OnBack),
	}
	h.ExtendBaseWidget(h)
	h.back.SetTextSize(TextPage)
	h.back.Hidden = p.OnBack == nil
	row := HStack(12, h.back, h.title, Grow(h.subtitle))
	if p.Search != "" {
		h.search = NewSearch(p.Search, p.SearchHint, p.OnSearch)
		h.search.OnDone(p.OnSearchDone)
		row.Add(Sized(300, ControlHeight, h.search))
	}
	h.action = NewButton(ButtonPrimary, p.Action, p.OnAction)
	h.action.Hidden = p.Action == ""
	row.Add(h.action)
	h.content = Sized(0, HeaderHeight, Stack(
		NewBox(BoxStyle{Fill: TokenSurface}),
		Framed(Borders{Bottom: NewLine()}, Pad(Sides(0, PageMargin), row)),
	))
	return h
}

// SetTitle changes the title.
func (h *Header) SetTitle(s string) {
	h.title.SetText(s)
	h.content.Refresh()
}

// SetSubtitle changes the count or date beside the title.
func (h *Header) SetSubtitle(s string) { h.subtitle.SetText(s) }

// Search gives the search field, nil where the screen has none.
func (h *Header) Search() *Search { return h.search }

// Action gives the main action's button; it is hidden where there is none.
func (h *Header) Action() *Button { return h.action }

// SetBack shows or hides the way back.
func (h *Header) SetBack(back func()) {
	h.back.OnTapped(back)
	h.back.Hidden = back == nil
	h.content.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (h *Header) CreateRenderer() fyne.WidgetRenderer { return newWrap(h, h.content, nil) }
