package kit

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// RowsParams is what a RowsEditor is made from.
type RowsParams struct {
	// New makes the fields of one row.
	New func() []Field
	// NewID makes the id of a row that the user adds; the caller's, because the rows are records.
	NewID  func() string
	Add    string // the words of the link that adds a row; a cross takes one away
	Remove string // what that cross is called
	Move   string // what the grip before each row is called; rows cannot be moved when empty
}

// RowValue is one row: its id and its fields' values.
type RowValue struct {
	ID     string            `json:"id"`
	Values map[string]string `json:"values"`
}

// RowsEditor is a field for a list of small records, such as e-mails, each with its own fields and id.
type RowsEditor struct {
	widget.BaseWidget
	edits
	p       RowsParams
	rows    []*editorRow
	box     *fyne.Container
	order   *Order // in the box, where rows can be moved
	add     *Button
	content fyne.CanvasObject
	off     bool
	focus   []func(on bool) // told of every row's fields
}

type editorRow struct {
	id     string
	fields []Field
	boxes  []*fieldBox
}

// NewRowsEditor makes an empty list.
func NewRowsEditor(p RowsParams) *RowsEditor {
	e := &RowsEditor{p: p, box: VStack(8)}
	e.ExtendBaseWidget(e)
	e.order = NewOrder(OrderParams{Gap: 8, Name: p.Move, Drop: 24, OnMoved: e.moved})
	e.add = NewLink(p.Add, e.insert)
	e.content = VStack(6, e.box, HStack(0, e.add))
	e.box.Hide()
	return e
}

func (e *RowsEditor) insert() {
	row := e.append(RowValue{ID: e.p.NewID()})
	e.show()
	if len(row.fields) > 0 {
		focus(row.fields[0].Control.Target())
	}
	e.tell()
}

func (e *RowsEditor) append(v RowValue) *editorRow {
	row := &editorRow{id: v.ID, fields: e.p.New()}
	for _, f := range row.fields {
		if value, ok := v.Values[f.ID]; ok {
			f.Control.SetValue(value)
		}
		f.Control.OnEdited(e.tell)
		f.Control.SetEnabled(!e.off)
		watchFocus(f.Control, func(on bool) {
			for _, told := range e.focus {
				told(on)
			}
		})
		row.boxes = append(row.boxes, newFieldBox(f))
	}
	e.rows = append(e.rows, row)
	return row
}

// watchParts lets a form know when one of the fields has the focus.
func (e *RowsEditor) watchParts(f func(on bool)) { e.focus = append(e.focus, f) }

func (e *RowsEditor) remove(row *editorRow) {
	for i, r := range e.rows {
		if r == row {
			e.rows = append(e.rows[:i:i], e.rows[i+1:]...)
			break
		}
	}
	e.show()
	focus(e.add)
	e.tell()
}

func (e *RowsEditor) moved(from, to int) {
	e.rows = moved(e.rows, from, to)
	e.tell()
}

func (e *RowsEditor) show() {
	e.box.RemoveAll()
	var lines []fyne.CanvasObject
	for _, row := range e.rows {
		parts := row.lines()
		first := HStack(6, Grow(parts[0]))
		if !e.off {
			cross := NewCross(e.p.Remove, func() { e.remove(row) })
			first.Add(Pad(Inset{Top: 19}, cross)) // beside the control, not its label
		}
		parts[0] = first
		lines = append(lines, VStack(6, parts...))
	}
	if e.p.Move != "" && !e.off {
		e.order.SetRows(lines)
		lines = []fyne.CanvasObject{e.order}
	}
	for _, line := range lines {
		e.box.Add(line)
	}
	setVisible(e.box, len(e.rows) > 0)
	setVisible(e.add, !e.off)
	e.Refresh()
}

// lines are a row's fields, beside each other until one begins a new line.
func (r *editorRow) lines() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var weights []float32
	var objs []fyne.CanvasObject
	for i, f := range r.fields {
		if f.Break && len(objs) > 0 {
			out = append(out, Share(8, weights, objs...))
			weights, objs = nil, nil
		}
		weights = append(weights, f.Weight)
		objs = append(objs, r.boxes[i])
	}
	return append(out, Share(8, weights, objs...))
}

// Rows gives the rows.
func (e *RowsEditor) Rows() []RowValue {
	var out []RowValue
	for _, row := range e.rows {
		v := RowValue{ID: row.id, Values: map[string]string{}}
		for _, f := range row.fields {
			v.Values[f.ID] = f.Control.Value()
		}
		out = append(out, v)
	}
	return out
}

// SetRows changes all rows without telling that the user did.
func (e *RowsEditor) SetRows(rows []RowValue) {
	e.rows = nil
	for _, v := range rows {
		e.append(v)
	}
	e.show()
}

// SetRowError shows a sentence under one field of a row, or takes it away when empty.
func (e *RowsEditor) SetRowError(id, field, text string) {
	for _, row := range e.rows {
		for i, f := range row.fields {
			if row.id == id && f.ID == field {
				row.boxes[i].setError(text)
			}
		}
	}
	e.Refresh()
}

// Value implements Control: the rows as a JSON array of RowValue, empty where there are none.
func (e *RowsEditor) Value() string {
	if len(e.rows) == 0 {
		return ""
	}
	text, err := json.Marshal(e.Rows())
	if err != nil { // strings always marshal
		return ""
	}
	return string(text)
}

// SetValue implements Control. What is no such array counts as none.
func (e *RowsEditor) SetValue(v string) {
	var rows []RowValue
	if v != "" && json.Unmarshal([]byte(v), &rows) != nil {
		rows = nil
	}
	e.SetRows(rows)
}

// Problem implements Checker: the first problem of a row's field.
func (e *RowsEditor) Problem() string {
	for _, row := range e.rows {
		for _, f := range row.fields {
			if c, ok := f.Control.(Checker); ok && c.Problem() != "" {
				return c.Problem()
			}
		}
	}
	return ""
}

// SetInvalid implements Control. The rows mark their own fields.
func (e *RowsEditor) SetInvalid(bool) {}

// SetEnabled implements Control.
func (e *RowsEditor) SetEnabled(on bool) {
	e.off = !on
	for _, row := range e.rows {
		for _, f := range row.fields {
			f.Control.SetEnabled(on)
		}
	}
	e.show()
}

// Target implements Control.
func (e *RowsEditor) Target() fyne.Focusable {
	if len(e.rows) > 0 && len(e.rows[0].fields) > 0 {
		return e.rows[0].fields[0].Control.Target()
	}
	return e.add
}

// Held implements Holder.
func (e *RowsEditor) Held() []fyne.CanvasObject { return []fyne.CanvasObject{e.content} }

// CreateRenderer implements fyne.Widget.
func (e *RowsEditor) CreateRenderer() fyne.WidgetRenderer { return newWrap(e, e.content, nil) }
