package kit

import "fyne.io/fyne/v2"

// Check looks for what the form itself can tell: required fields that are empty, and input that is no value. It shows
// the errors, puts the focus on the first, and tells whether there were none.
func (f *Form) Check() bool {
	found := map[string]string{}
	for _, id := range f.order {
		b := f.boxes[id]
		if text := problem(b.field.Control); text != "" {
			found[id] = text
		} else if b.field.Required && b.field.Control.Value() == "" {
			found[id] = f.p.Required
		}
	}
	f.SetErrors(found)
	return len(found) == 0
}

// SetErrors shows a sentence under each field named, takes all others away, and puts the focus on the first wrong field
// in the form's order. It gives the errors of fields that the form does not have, so that they can be shown elsewhere.
func (f *Form) SetErrors(errors map[string]string) (elsewhere []string) {
	first := ""
	for _, id := range f.order {
		text := errors[id]
		if text != "" && first == "" {
			first = id
		}
		if text != f.errors[id] {
			f.SetError(id, text)
		}
	}
	for id, text := range errors {
		if f.boxes[id] == nil {
			elsewhere = append(elsewhere, text)
		}
	}
	if first != "" {
		f.Focus(first)
	}
	return elsewhere
}

// SetError shows a sentence under one field, or takes it away when empty.
func (f *Form) SetError(id, text string) {
	b := f.boxes[id]
	if b == nil {
		return
	}
	f.errors[id] = text
	b.setError(text)
	if text != "" {
		f.unfold(id)
	}
	f.content.Refresh()
}

// Error gives the sentence under a field.
func (f *Form) Error(id string) string { return f.errors[id] }

// Focus puts the keyboard into a field; into the first one when id is empty.
func (f *Form) Focus(id string) {
	if id == "" && len(f.order) > 0 {
		id = f.order[0]
	}
	if b := f.boxes[id]; b != nil {
		f.unfold(id)
		focus(b.field.Control.Target())
	}
}

// FocusError puts the keyboard on the first field that has something wrong. SetErrors does so itself, but in vain while the form
// is not in view.
func (f *Form) FocusError() {
	for _, id := range f.order {
		if f.errors[id] != "" {
			f.Focus(id)
			return
		}
	}
}

// SetBelow shows something of the caller's under a field, such as a choice that is to be made about it; without objects it is
// taken away.
func (f *Form) SetBelow(id string, objs ...fyne.CanvasObject) {
	b := f.boxes[id]
	if b == nil || len(objs) == 0 && b.below.Hidden {
		return
	}
	b.below.Objects, b.below.Hidden = objs, len(objs) == 0
	if len(objs) > 0 {
		f.unfold(id)
	}
	b.Refresh()
	f.content.Refresh()
}
