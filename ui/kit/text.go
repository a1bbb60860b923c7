package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TextStyle is how a Text looks. The zero value is body text in the text colour.
type TextStyle struct {
	Size  float32 // at scale 1; TextBody when zero
	Token Token   // TokenText when empty
	Bold  bool
	Caps  bool // shown in capitals (accents that capitals do not carry, as in Greek, are dropped)
	Align fyne.TextAlign
	Cut   bool    // cut with an ellipsis where it does not fit, instead of asking for the width
	Wrap  bool    // broken into lines at the width it is given
	Min   float32 // least width at scale 1, for Cut and Wrap
}

// Text is a piece of text that follows the theme.
type Text struct {
	widget.BaseWidget
	text  string
	style TextStyle
	lines []*canvas.Text
	width float32 // the width that lines were made for
}

// NewText makes a text.
func NewText(text string, style TextStyle) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// Text gives the whole text, also where it is shown cut.
func (t *Text) Text() string { return t.text }

// SetText changes the text.
func (t *Text) SetText(s string) {
	if t.text == s {
		return
	}
	t.text = s
	t.Refresh()
}

// SetToken changes the colour.
func (t *Text) SetToken(token Token) {
	if t.style.Token == token {
		return
	}
	t.style.Token = token
	t.Refresh()
}

// SetBold changes the weight.
func (t *Text) SetBold(bold bool) {
	if t.style.Bold == bold {
		return
	}
	t.style.Bold = bold
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.build(0)
	return &paint{
		of: t,
		objects: func() []fyne.CanvasObject {
			objs := make([]fyne.CanvasObject, len(t.lines))
			for i, l := range t.lines {
				objs[i] = l
			}
			return objs
		},
		min:     t.minSize,
		layout:  t.place,
		refresh: func() { t.build(t.Size().Width) },
	}
}

func (t *Text) shown() string {
	if t.style.Caps {
		return Capitals(t.text)
	}
	return t.text
}

func (t *Text) fyneStyle() fyne.TextStyle { return fyne.TextStyle{Bold: t.style.Bold} }

func (t *Text) size() float32 {
	if t.style.Size == 0 {
		return U(TextBody)
	}
	return U(t.style.Size)
}

// build makes the lines for a width. Their number changes only where the text wraps.
func (t *Text) build(width float32) {
	t.width = width
	texts := []string{t.shown()}
	switch {
	case t.style.Wrap && width > 0:
		texts = wrapped(t.shown(), width, t.size(), t.fyneStyle())
	case t.style.Cut && width > 0:
		texts[0] = ellipsis(t.shown(), width, t.size(), t.fyneStyle())
	}
	token := t.style.Token
	if token == "" {
		token = TokenText
	}
	for len(t.lines) < len(texts) {
		t.lines = append(t.lines, canvas.NewText("", nil))
	}
	t.lines = t.lines[:len(texts)]
	for i, line := range t.lines {
		line.Text, line.Color = texts[i], token.Color()
		line.TextSize, line.TextStyle, line.Alignment = t.size(), t.fyneStyle(), t.style.Align
	}
}

func (t *Text) minSize() fyne.Size {
	line := fyne.MeasureText("Mg", t.size(), t.fyneStyle())
	if t.style.Wrap {
		return fyne.NewSize(U(t.style.Min), line.Height*float32(len(t.lines)))
	}
	if t.style.Cut {
		return fyne.NewSize(U(t.style.Min), line.Height)
	}
	return fyne.NewSize(fyne.MeasureText(t.shown(), t.size(), t.fyneStyle()).Width, line.Height)
}

func (t *Text) place(s fyne.Size) {
	if (t.style.Wrap || t.style.Cut) && s.Width != t.width {
		t.build(s.Width)
		canvas.Refresh(t)
	}
	if t.style.Cut && s.Width <= 0 { // no room at all: it would stand on what is beside it
		t.lines[0].Text = ""
	}
	h := fyne.MeasureText("Mg", t.size(), t.fyneStyle()).Height
	y := max(0, (s.Height-h*float32(len(t.lines)))/2)
	if t.style.Wrap {
		y = 0
	}
	for _, line := range t.lines {
		line.Move(fyne.NewPos(0, y))
		line.Resize(fyne.NewSize(s.Width, h))
		y += h
	}
}

// ellipsis cuts text to a width.
func ellipsis(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // low fits, high does not
	for low+1 < high {
		mid := (low + high) / 2
		if fyne.MeasureText(cutAt(runes, mid), size, style).Width <= width {
			low = mid
		} else {
			high = mid
		}
	}
	if low == 0 {
		return "…"
	}
	return cutAt(runes, low)
}

func cutAt(runes []rune, n int) string {
	return strings.TrimRight(string(runes[:n]), " ,.;") + "…"
}

// wrapped breaks text into lines at spaces; a word that is wider than the line is broken anywhere.
func wrapped(text string, width, size float32, style fyne.TextStyle) []string {
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		line := ""
		for _, word := range strings.Fields(para) {
			next := word
			if line != "" {
				next = line + " " + word
			}
			if fyne.MeasureText(next, size, style).Width <= width {
				line = next
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			line = word
			for fyne.MeasureText(line, size, style).Width > width {
				head := fitting(line, width, size, style)
				lines, line = append(lines, line[:head]), line[head:]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// fitting gives how many bytes of a word fit into a width, at least those of its first rune.
func fitting(word string, width, size float32, style fyne.TextStyle) int {
	fit := len(word)
	for i := range word {
		if i > 0 && fyne.MeasureText(word[:i], size, style).Width > width {
			break
		}
		if i > 0 {
			fit = i
		}
	}
	if fit == len(word) { // one rune alone, however wide
		return len(word)
	}
	return fit
}
