package kit

import "fyne.io/fyne/v2"

// Control is what a form asks of its fields. A value is always a string: a text as typed, an enum's code, an ISO date
// (2006-01-02), a time (15:04), digits, "true" or "false", or several values joined by Separator. Empty is "unknown".
type Control interface {
	fyne.CanvasObject
	// Value gives what the field holds.
	Value() string
	// SetValue changes it without telling that the user did.
	SetValue(string)
	// OnEdited sets what is called when the user changes the value.
	OnEdited(func())
	// SetInvalid marks the control as wrong, or not.
	SetInvalid(bool)
	// SetEnabled lets the user change it, or not.
	SetEnabled(bool)
	// Target is what gets the keyboard's focus.
	Target() fyne.Focusable
}

// Checker is a Control that can tell when what was typed is no value at all, such as a date that does not exist.
type Checker interface {
	// Problem gives the sentence to show, empty when all is well.
	Problem() string
}

// Separator joins the values of a control that holds several: the ASCII unit separator, which nobody types.
const Separator = "\x1f"

// Option is one choice: the code that is kept and the word that is shown. Note is shown beside it, muted; a Dot before
// it, in a colour.
type Option struct {
	Value, Text, Note string
	Dot               Token
}

// edits is what all controls share: telling that the user changed something.
type edits struct{ told func() }

// OnEdited implements Control.
func (e *edits) OnEdited(f func()) { e.told = f }

func (e *edits) tell() {
	if e.told != nil {
		e.told()
	}
}
