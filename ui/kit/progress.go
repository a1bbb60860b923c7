package kit

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// ProgressPanel shows long work: what is being done, how much of it, a bar, and Cancel.
type ProgressPanel struct {
	widget.BaseWidget
	text, percent *Text
	bar           *Bar
	cancel        *Button
	content       fyne.CanvasObject
}

// NewProgressPanel makes a panel; cancel is called once and disables the button.
func NewProgressPanel(cancelText string, cancel func()) *ProgressPanel {
	p := &ProgressPanel{
		text:    NewText("", TextStyle{Size: TextMedium, Cut: true}),
		percent: NewText("", TextStyle{Size: TextMedium, Token: TokenMuted}),
		bar:     NewBar(0, TokenAccent),
	}
	p.ExtendBaseWidget(p)
	p.cancel = NewButton(ButtonSecondary, cancelText, func() {
		p.cancel.Disable()
		cancel()
	})
	p.content = HStack(14, Grow(VStack(6, HStack(8, Grow(p.text), p.percent), p.bar)), p.cancel)
	return p
}

// Set says what is done now, and how much of all is done, from 0 to 1.
func (p *ProgressPanel) Set(text string, part float64) {
	p.text.SetText(text)
	p.percent.SetText(fmt.Sprintf("%d %%", int(math.Round(min(max(part, 0), 1)*100))))
	p.bar.Set(part)
	p.content.Refresh()
}

// Restart makes the panel ready for the next run.
func (p *ProgressPanel) Restart() {
	p.cancel.Enable()
	p.Set("", 0)
}

// CreateRenderer implements fyne.Widget.
func (p *ProgressPanel) CreateRenderer() fyne.WidgetRenderer { return newWrap(p, p.content, nil) }
