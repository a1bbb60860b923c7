package kit

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Section is a part of a form: a heading (none when empty) and rows of fields beside each other.
type Section struct {
	Title string
	Rows  [][]Field
	More  bool   // behind a fold with the title, until it is opened
	ID    string // what the fold is called by; the title when empty
}

// FormParams is what a Form is made from.
type FormParams struct {
	Sections []Section
	Required string                          // the sentence under a required field that is empty
	OnDirty  func(dirty bool)                // told when the first change is made, and when all are taken back or saved
	OnEdited func(field string)              // told with every change by the user; may be nil
	OnLeft   func(field string) string       // what is wrong with a field that was left, empty when nothing is; may be nil
	Open     map[string]bool                 // the sections that are open, of those behind a fold
	OnFold   func(section string, open bool) // may be nil
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
	folds   map[string]*Fold // by section
	within  map[string]*Fold // by field
	scroll  *container.Scroll
	content *fyne.Container
}

// NewForm makes a form. Its fields hold what their controls hold; that counts as unchanged.
func NewForm(p FormParams) *Form {
	f := &Form{
		p: p, boxes: map[string]*fieldBox{}, clean: map[string]string{}, errors: map[string]string{},
		folds: map[string]*Fold{}, within: map[string]*Fold{}, content: VStack(14),
	}
	f.ExtendBaseWidget(f)
	for _, s := range p.Sections {
		f.content.Add(f.section(s))
	}
	f.Clean()
	return f
}

func (f *Form) section(s Section) fyne.CanvasObject {
	rows := VStack(10)
	for _, r := range s.Rows {
		rows.Add(f.row(r))
	}
	switch {
	case s.More:
		return f.fold(s, rows)
	case s.Title != "":
		return VStack(8, NewHeading(s.Title), rows)
	}
	return rows
}

func (f *Form) fold(s Section, rows fyne.CanvasObject) fyne.CanvasObject {
	id := cmp.Or(s.ID, s.Title)
	fold := NewFold(FoldParams{Title: s.Title, Open: f.p.Open[id], OnFold: func(open bool) {
		f.content.Refresh()
		if f.p.OnFold != nil {
			f.p.OnFold(id, open)
		}
	}}, rows)
	f.folds[id] = fold
	for _, r := range s.Rows {
		for _, field := range r {
			f.within[field.ID] = fold
		}
	}
	return fold
}

func (f *Form) row(fields []Field) fyne.CanvasObject {
	var weights []float32
	var objs []fyne.CanvasObject
	for _, field := range fields {
		box := newFieldBox(field)
		f.order = append(f.order, field.ID)
		f.boxes[field.ID] = box
		field.Control.OnEdited(func() { f.edited(field.ID) })
		watchFocus(field.Control, func(on bool) { f.focusing(field.ID, on) })
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

// Held implements Holder.
func (f *Form) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return newWrap(f, f.content, nil) }
