package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// PaneParams is what a RecordPane is made from.
type PaneParams struct {
	Avatar bool  // initials in a circle before the title
	Tabs   []Tab // none when the record is one page
	OnTab  func(id string)
	Bar    fyne.CanvasObject // at the bottom: a SaveBar as a rule; may be nil
}

// RecordPane shows one record beside the table: who it is, tabs, a body that scrolls, and a bar at the bottom.
type RecordPane struct {
	widget.BaseWidget
	avatar          *Avatar
	title, subtitle *Text
	tabs            *Tabs
	body            *container.Scroll
	content         fyne.CanvasObject
}

// NewRecordPane makes an empty pane.
func NewRecordPane(p PaneParams) *RecordPane {
	r := &RecordPane{
		avatar:   NewAvatar(""),
		title:    NewText("", TextStyle{Size: TextTitle, Bold: true, Cut: true}),
		subtitle: NewText("", TextStyle{Token: TokenMuted, Cut: true}),
		body:     container.NewVScroll(NewSpace(0, 0)),
	}
	r.ExtendBaseWidget(r)
	r.avatar.Hidden = !p.Avatar
	head := Pad(Inset{Top: 16, Right: PageMargin, Left: PageMargin},
		HStack(12, r.avatar, Grow(Sized(0, 42, VStack(0, r.title, r.subtitle)))))
	top := VStack(0, head)
	if len(p.Tabs) > 0 {
		r.tabs = NewTabs(p.Tabs, p.OnTab)
		top.Add(Pad(Inset{6, 8, 0, PageMargin}, clipped(r.tabs)))
		top.Add(NewLine())
	}
	r.content = Stack(
		NewBox(BoxStyle{Fill: TokenSurface}),
		Framed(Borders{Left: NewUpright()}, Framed(Borders{Top: top, Bottom: p.Bar}, r.body)),
	)
	return r
}

// clipped keeps tabs that are too wide inside the pane: they scroll sideways.
func clipped(o fyne.CanvasObject) fyne.CanvasObject {
	s := container.NewHScroll(o)
	return Sized(1, 40, s)
}

// SetTitle says whose record it is.
func (r *RecordPane) SetTitle(title, subtitle string) {
	r.title.SetText(title)
	r.subtitle.SetText(subtitle)
	r.avatar.Set(title)
}

// SetBody changes what is shown under the tabs, with the pane's margin around it, and scrolls to its top.
func (r *RecordPane) SetBody(o fyne.CanvasObject) {
	r.body.Content = Pad(Inset{15, PageMargin, 16, PageMargin}, o)
	r.body.Offset = fyne.Position{}
	linkScroll(r.body, o)
	r.body.Refresh()
}

// Tabs gives the tabs, nil where there are none.
func (r *RecordPane) Tabs() *Tabs { return r.tabs }

// Held implements Holder.
func (r *RecordPane) Held() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

// CreateRenderer implements fyne.Widget.
func (r *RecordPane) CreateRenderer() fyne.WidgetRenderer { return newWrap(r, r.content, nil) }

// Avatar is the initials of a name in a circle of 42.
type Avatar struct {
	widget.BaseWidget
	text *Text
}

// NewAvatar makes an avatar.
func NewAvatar(name string) *Avatar {
	a := &Avatar{text: NewText("", TextStyle{Size: TextCard, Bold: true, Token: TokenAccent, Align: fyne.TextAlignCenter})}
	a.ExtendBaseWidget(a)
	a.Set(name)
	return a
}

// Set changes the name.
func (a *Avatar) Set(name string) { a.text.SetText(initials(name)) }

// initials are the first letters of the first and the last word, as capitals without Greek accents.
func initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' })
	if len(words) == 0 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	out := string(first)
	if len(words) > 1 {
		last, _ := utf8.DecodeRuneInString(words[len(words)-1])
		out += string(last)
	}
	return Capitals(out)
}

// CreateRenderer implements fyne.Widget.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	return newWrap(a, Sized(42, 42, Stack(NewBox(BoxStyle{Fill: TokenSelected, Radius: 21}), a.text)), nil)
}
