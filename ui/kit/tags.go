package kit

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TagsParams is what a Tags is made from.
type TagsParams struct {
	Exec  Exec
	Known []Option // the words that can be chosen, by code
	Free  bool     // other words can be added too; they are their own code
	Add   string   // the placeholder of the field that adds
	// Remove is what the chips are called, for tests and screen readers; their words where it is empty.
	Remove string
}

// Tags is a field for a set of words: chips with a cross, and a field that adds. Its value is the codes in the order of
// adding, joined by Separator.
type Tags struct {
	widget.BaseWidget
	edits
	p       TagsParams
	codes   []string
	add     *Combo
	chips   *fyne.Container
	content *fyne.Container
	off     bool
}

// NewTags makes an empty set.
func NewTags(p TagsParams) *Tags {
	if p.Exec == nil {
		p.Exec = Inline()
	}
	t := &Tags{p: p, chips: Flow(6)}
	t.ExtendBaseWidget(t)
	t.add = NewCombo(ComboParams{Exec: p.Exec, Find: t.find, Free: true, eager: !p.Free})
	t.add.in.SetPlaceHolder(p.Add)
	t.add.in.OnSubmitted = t.enter
	t.add.OnEdited(t.picked)
	t.content = VStack(6, t.chips, t.add)
	t.chips.Hide()
	return t
}

// find offers the known words that are not in the set and contain what is typed.
func (t *Tags) find(_ context.Context, typed string) ([]Option, error) {
	var out []Option
	for _, o := range t.p.Known {
		if !slices.Contains(t.codes, o.Value) && strings.Contains(fold(o.Text), fold(strings.TrimSpace(typed))) {
			out = append(out, o)
		}
	}
	return out, nil
}

// picked adds a word that was picked from the list; while one types, the combo's code stays behind its text.
func (t *Tags) picked() {
	code := t.add.value
	if i := slices.IndexFunc(t.p.Known, func(o Option) bool { return o.Value == code && o.Text == t.add.in.Text }); i >= 0 && t.add.pop == nil {
		t.insert(code)
	}
}

// enter adds what is typed: a known word by its code, another as it is where that is allowed.
func (t *Tags) enter(text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		passKey(t, &fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	for _, o := range t.p.Known {
		if fold(o.Text) == fold(text) {
			t.insert(o.Value)
			return
		}
	}
	if t.p.Free {
		t.insert(text)
	}
}

func (t *Tags) insert(code string) {
	t.add.SetChoice(Option{})
	t.add.close()
	if slices.Contains(t.codes, code) {
		return
	}
	t.codes = append(t.codes, code)
	t.show()
	t.tell()
}

func (t *Tags) remove(code string) {
	if t.off {
		return
	}
	t.codes = slices.DeleteFunc(t.codes, func(c string) bool { return c == code })
	t.show()
	focus(t.add.in)
	t.tell()
}

func (t *Tags) show() {
	t.chips.RemoveAll()
	for _, code := range t.codes {
		chip := NewFilterSet(t.word(code), func() { t.remove(code) })
		chip.SetName(t.p.Remove)
		t.chips.Add(chip)
	}
	setVisible(t.chips, len(t.codes) > 0)
	t.Refresh()
}

func (t *Tags) word(code string) string {
	for _, o := range t.p.Known {
		if o.Value == code {
			return o.Text
		}
	}
	return code
}

// Codes gives the set.
func (t *Tags) Codes() []string { return slices.Clone(t.codes) }

// Value implements Control.
func (t *Tags) Value() string { return strings.Join(t.codes, Separator) }

// SetValue implements Control.
func (t *Tags) SetValue(v string) {
	t.codes = nil
	if v != "" {
		t.codes = strings.Split(v, Separator)
	}
	t.add.SetChoice(Option{})
	t.show()
}

// SetInvalid implements Control.
func (t *Tags) SetInvalid(on bool) { t.add.SetInvalid(on) }

// SetEnabled implements Control.
func (t *Tags) SetEnabled(on bool) {
	t.off = !on
	t.add.SetEnabled(on)
}

// Target implements Control.
func (t *Tags) Target() fyne.Focusable { return t.add.Target() }

// Held implements Holder.
func (t *Tags) Held() []fyne.CanvasObject { return []fyne.CanvasObject{t.content} }

// CreateRenderer implements fyne.Widget.
func (t *Tags) CreateRenderer() fyne.WidgetRenderer { return newWrap(t, t.content, nil) }
