package kit

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// ComboParams is what a Combo is made from.
type ComboParams struct {
	Exec Exec
	// Find gives the choices for what is typed; it may run on another goroutine. It is asked with each change.
	Find func(ctx context.Context, typed string) ([]Option, error)
	// Free keeps what is typed as the value (a city). Otherwise the value is the code of the choice that was picked (an
	// organisation's id), and typing something else empties it.
	Free bool
	// Word gives the word for a code that SetValue brings; the code itself is shown when nil.
	Word func(code string) string
	// Create makes the words of the last line of the list, such as "Create “Headway”"; nil when there is no creating.
	Create func(typed string) string
	// OnCreate is called when that line is picked.
	OnCreate func(typed string)
	// Unknown is the sentence shown when something is typed that was not picked; only where not Free.
	Unknown string

	eager bool // the first match is marked at once although the text is free
}

// Combo is a text field that completes: what is typed is looked up, and a match is picked from the list below.
type Combo struct {
	widget.BaseWidget
	edits
	p     ComboParams
	in    *input
	frame *inputFrame
	value string // the code, where not Free
	later *Later[[]Option]

	list    *choices
	pop     *popover
	creates bool // the last line of the list creates
}

// NewCombo makes a field.
func NewCombo(p ComboParams) *Combo {
	c := &Combo{p: p, in: newInput(1), later: NewLater[[]Option](p.Exec)}
	c.in.kind = "find"
	c.ExtendBaseWidget(c)
	c.frame = newEntryFrame(c.in, nil)
	told := c.in.onFocus
	c.in.onFocus = func(on bool) {
		told(on)
		if !on {
			c.later.Cancel()
		}
	}
	c.in.onKey = c.key
	c.in.OnChanged = c.typed
	return c
}

// Value implements Control.
func (c *Combo) Value() string {
	if c.p.Free {
		return strings.TrimSpace(c.in.Text)
	}
	return c.value
}

// SetValue implements Control.
func (c *Combo) SetValue(v string) {
	o := Option{Value: v, Text: v}
	if c.p.Word != nil && v != "" {
		o.Text = c.p.Word(v)
	}
	c.SetChoice(o)
}

// SetChoice shows a choice: its code is the value, its text is in the field.
func (c *Combo) SetChoice(o Option) {
	c.value = o.Value
	c.in.set(o.Text)
	c.Refresh()
}

// Typed gives the text in the field.
func (c *Combo) Typed() string { return c.in.Text }

// Problem implements Checker.
func (c *Combo) Problem() string {
	if !c.p.Free && c.value == "" && strings.TrimSpace(c.in.Text) != "" {
		return c.p.Unknown
	}
	return ""
}

// SetInvalid implements Control.
func (c *Combo) SetInvalid(on bool) { c.frame.setInvalid(on) }

// SetEnabled implements Control.
func (c *Combo) SetEnabled(on bool) { enableInput(c.in, c.frame, on) }

// Target implements Control.
func (c *Combo) Target() fyne.Focusable { return c.in }

func (c *Combo) key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyDown && c.pop == nil {
		c.look(c.in.Text)
		return true
	}
	return false
}

// typed follows each change by the user.
func (c *Combo) typed(text string) {
	if !c.p.Free {
		c.value = ""
	}
	c.tell()
	if strings.TrimSpace(text) == "" {
		c.later.Cancel()
		c.close()
		return
	}
	c.look(text)
}

func (c *Combo) look(text string) {
	c.later.Run(context.Background(),
		func(ctx context.Context) ([]Option, error) { return c.p.Find(ctx, text) },
		func(found []Option, err error) {
			if err == nil && c.in.Text == text {
				c.offer(found, strings.TrimSpace(text))
			}
		})
}

// offer shows the matches, and the line that creates where nothing matches exactly.
func (c *Combo) offer(found []Option, typed string) {
	c.creates = c.p.Create != nil && typed != ""
	for _, o := range found {
		if fold(o.Text) == fold(typed) {
			c.creates = false
		}
	}
	options := found
	if c.creates {
		options = append(options[:len(options):len(options)], Option{Text: c.p.Create(typed)})
	}
	if len(options) == 0 {
		c.close()
		return
	}
	if c.pop == nil {
		c.open(options)
		return
	}
	c.list.at = c.first()
	c.list.set(options)
	c.pop.Refresh()
}

// first is the line that is marked at once: none where free text would otherwise be replaced by Enter.
func (c *Combo) first() int {
	if c.p.Free && !c.p.eager {
		return -1
	}
	return 0
}

func (c *Combo) open(options []Option) {
	c.list = newChoices(options, c.first())
	c.list.forward = c.in
	c.list.picked = c.pick
	c.list.left = func(tab, back bool) {
		c.close()
		leave(c, tab, back)
	}
	c.pop = showPopover(c, c.list, true, func() { c.pop, c.list = nil, nil })
	if c.pop != nil {
		c.pop.canvas.Focus(c.list)
	}
}

func (c *Combo) close() {
	if c.pop != nil {
		c.pop.close()
	}
}

func (c *Combo) pick(i int) {
	o, typed := c.list.options[i], strings.TrimSpace(c.in.Text)
	create := c.creates && i == len(c.list.options)-1
	c.close()
	if create {
		if c.p.OnCreate != nil {
			c.p.OnCreate(typed)
		}
		return
	}
	c.SetChoice(o)
	c.in.CursorColumn = len([]rune(o.Text))
	c.in.Refresh()
	c.tell()
}

// Held implements Holder.
func (c *Combo) Held() []fyne.CanvasObject { return []fyne.CanvasObject{c.frame} }

// CreateRenderer implements fyne.Widget.
func (c *Combo) CreateRenderer() fyne.WidgetRenderer { return newWrap(c, c.frame, nil) }
