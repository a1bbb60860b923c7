package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// around is a control of somebody else's that has another one in it.
type around struct{ *RowsEditor }

func (a around) Inner() Control { return a.RowsEditor }

// A field's label is the name of its control; a list's link and fields go by their own.
func TestNamesOfFields(t *testing.T) {
	start(t)
	rows := func() *RowsEditor {
		return NewRowsEditor(RowsParams{Add: "Add a period", Remove: "Remove", NewID: func() string { return "n" }, New: func() []Field {
			return []Field{{ID: "from", Label: "From", Control: NewEntry()}}
		}})
	}
	bare, wrapped, entry := rows(), around{rows()}, NewEntry()
	for _, c := range []Control{bare, wrapped, entry} {
		newFieldBox(Field{ID: "x", Label: "Periods", Control: c})
	}
	if NameOf(entry.Target()) != "Periods" {
		t.Errorf("the entry is called %q", NameOf(entry.Target()))
	}
	for _, c := range []Control{bare, wrapped} {
		if name := NameOf(c.Target()); name != "Add a period" {
			t.Errorf("the link is called %q", name)
		}
	}
	test.Tap(bare.add)
	if name := NameOf(bare.Target()); name != "From" {
		t.Errorf("the field of a row is called %q", name)
	}
}

func TestNameOfAColumnWithoutTitle(t *testing.T) {
	start(t)
	table := NewTable(TableParams{Columns: []Column{{ID: "done", Name: "Done", Kind: CellCheck, Width: 22}, {ID: "name", Title: "To do", Width: 80}}, Source: fixedRows{}})
	c := show(t, table, 300, 100)
	c.Focus(table.header)
	if name := NameOf(table.header); name != "Done" {
		t.Errorf("the first title is called %q", name)
	}
	key(c, "Right")
	if name := NameOf(table.header); name != "To do" {
		t.Errorf("the second title is called %q", name)
	}
}
