package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Section is a part of a form: a heading (none when empty) and rows of fields beside each other.
type Section struct {
	Title string
	Rows  [][]Field
}

// FormParams is what a Form is made from.
type FormParams struct {
	Sections []Section
	Required string             // the sentence under a required field that is empty
	OnDirty  func(dirty bool)   // told when the first change is made, and when all are taken back or saved
	OnEdited func(field string) // told with every change by the user; may be nil
}

// Form shows fields in sections, knows which were changed, and puts errors beside the field that has them.
type Form struct {
	widget.BaseWidget
	p       FormParams
	order   []string
	boxes   map[string]*fieldBox
	clean   map[string]string
	errors  map[string]string
	dirty   bool
	content *fyne.Container
}

// NewForm makes a form. Its fields hold what their controls hold; that counts as unchanged.
func NewForm(p FormParams) *Form {
	f := &Form{p: p, boxes: map[string]*fieldBox{}, clean: map[string]string{}, errors: map[string]string{}, content: VStack(14)}
	f.ExtendBaseWidget(f)
	for _, s := range p.Sections {
		part := VStack(8)
		if s.Title != "" {
			part.Add(NewHeading(s.Title))
		}
		rows := VStack(10)
		for _, r := range s.Rows {
			rows.Add(f.row(r))
		}
		part.Add(rows)
		f.content.Add(part)
	}
	f.Clean()
	return f
}

func (f *Form) row(fields []Field) fyne.CanvasObject {
	var weights []float32
	var objs []fyne.CanvasObject
	for _, field := range fields {
		box := newFieldBox(field)
		f.order = append(f.order, field.ID)
		f.boxes[field.ID] = box
		field.Control.OnEdited(func() { f.edited(field.ID) })
		weights = append(weights, field.Weight)
		objs = append(objs, box)
	}
	return Share(14, weights, objs...)
}

// edited is told by the controls: an error goes away with the change that may have mended it.
func (f *Form) edited(id string) {
	if f.errors[id] != "" {
		f.SetError(id, "")
	}
	if f.p.OnEdited != nil {
		f.p.OnEdited(id)
	}
	f.noteDirty()
}

func (f *Form) noteDirty() {
	dirty := len(f.Changed()) > 0
	if dirty == f.dirty {
		return
	}
	f.dirty = dirty
	if f.p.OnDirty != nil {
		f.p.OnDirty(dirty)
	}
}

// Dirty tells whether the user changed something since Clean.
func (f *Form) Dirty() bool { return f.dirty }

// Changed gives the ids of the fields that differ from what they held at Clean, in the form's order.
func (f *Form) Changed() []string {
	var out []string
	for _, id := range f.order {
		if f.Value(id) != f.clean[id] {
			out = append(out, id)
		}
	}
	return out
}

// Clean takes what the fields hold now as unchanged, after loading and after saving.
func (f *Form) Clean() {
	for _, id := range f.order {
		f.clean[id] = f.Value(id)
	}
	f.noteDirty()
}

// Value gives what a field holds; empty for an unknown id.
func (f *Form) Value(id string) string {
	if b := f.boxes[id]; b != nil {
		return b.field.Control.Value()
	}
	return ""
}

// Values gives what all fields hold.
func (f *Form) Values() map[string]string {
	out := make(map[string]string, len(f.order))
	for _, id := range f.order {
		out[id] = f.Value(id)
	}
	return out
}

// SetValue changes a field as if it had been edited, but without telling OnEdited.
func (f *Form) SetValue(id, value string) {
	if b := f.boxes[id]; b != nil {
		b.field.Control.SetValue(value)
		f.noteDirty()
	}
}

// Load puts values into all fields (those not named become empty), takes errors away, and counts as unchanged.
func (f *Form) Load(values map[string]string) {
	for _, id := range f.order {
		f.boxes[id].field.Control.SetValue(values[id])
	}
	f.SetErrors(nil)
	f.Clean()
}

// Control gives a field's control, nil for an unknown id.
func (f *Form) Control(id string) Control {
	if b := f.boxes[id]; b != nil {
		return b.field.Control
	}
	return nil
}

// SetEnabled lets the user change the fields, or not.
func (f *Form) SetEnabled(on bool) {
	for _, b := range f.boxes {
		b.field.Control.SetEnabled(on)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return newWrap(f, f.content, nil) }
