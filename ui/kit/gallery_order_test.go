package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestGalleryOrder(t *testing.T) {
	picture(t, "order", 1, fyne.NewSize(700, 420), func() (fyne.CanvasObject, func(fyne.Canvas)) {
		var log told
		o := testOrder(&log)
		rows := NewRowsEditor(RowsParams{Add: "+ Add", Move: "Move", NewID: func() string { return "n" },
			New: func() []Field {
				return []Field{{ID: "a", Label: "Ώρα", Control: NewTimeEntry("")}, {ID: "b", Label: "Subject", Weight: 3, Control: NewEntry()}}
			}})
		rows.SetRows([]RowValue{{ID: "1", Values: map[string]string{"a": "09:00", "b": "Welcome"}}, {ID: "2"}})
		form := NewForm(FormParams{Sections: []Section{
			{Title: "Agenda", Rows: [][]Field{{{ID: "rows", Label: "Rows", Control: rows}}}},
			{Title: "Περισσότερα", More: true, Rows: [][]Field{{{ID: "x", Label: "X", Control: NewEntry()}}}},
		}})
		o.dragTo(0, 95)
		return Pad(Even(20), Share(30, nil, o, form)), func(c fyne.Canvas) { c.Focus(rows.order.grips[1]) }
	})
}
