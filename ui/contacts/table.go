package contacts

import (
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/data"
	"primadesk/ui/kit"
)

// The table's columns; those that can be sorted by are named after the field.
const (
	colName         = "family_name"
	colOrganisation = "organisation"
	colGroup        = "group"
	colCountry      = "country"
	colNewsletter   = "newsletter"
)

// narrow is the width, at scale 1, under which the columns that matter least give way to names.
const narrow, veryNarrow = 600, 440

// columns are those for which a width has room.
func (s *contacts) columns(width float32) []kit.Column {
	return slices.DeleteFunc(s.allColumns(), func(c kit.Column) bool {
		return c.ID == colGroup && width < narrow || c.ID == colCountry && width < veryNarrow
	})
}

func (s *contacts) allColumns() []kit.Column {
	p := s.Printer
	return []kit.Column{
		{ID: colName, Title: p.T("contacts.name"), Width: 150, Grow: 3, Sortable: true},
		{ID: colOrganisation, Title: p.T("field.organisation"), Width: 150, Grow: 3, Sortable: true},
		{ID: colGroup, Title: p.T("field.group"), Width: 120, Grow: 2, Kind: kit.CellMuted},
		{ID: colCountry, Title: p.T("field.country"), Width: 56, Sortable: true},
		{ID: colNewsletter, Title: p.T("contacts.newsletter"), Width: 94, Kind: kit.CellChip},
	}
}

// cells is one contact's line. A name with a draft that waits to be saved has a mark, in the warm colour.
func (s *contacts) cells(r row) []kit.Cell {
	if r.contact == nil {
		return make([]kit.Cell, len(s.shown))
	}
	p := s.Printer
	name := kit.Cell{Text: r.contact.Title(p.Lang())}
	if s.record.drafted(r.contact.ID) {
		name.Text, name.Token = name.Text+" •", kit.TokenWarm
	}
	state := r.contact.ConsentFor("newsletter")
	all := map[string]kit.Cell{
		colName: name, colOrganisation: {Text: r.organisation}, colGroup: {Text: p.Enum(data.Group.Name, r.group)},
		colCountry: {Text: p.CountryShort(r.contact.Country)}, colNewsletter: {Text: consentWord(p, state), Tone: consentTone(state)},
	}
	cells := make([]kit.Cell, len(s.shown))
	for i, c := range s.shown {
		cells[i] = all[c.ID]
	}
	return cells
}

// fitting is the layout that gives the table its columns by its width: the record beside it, a large scale and long words
// leave little.
type fitting struct{ s *contacts }

// MinSize implements fyne.Layout.
func (f fitting) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout implements fyne.Layout.
func (f fitting) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	if cols := f.s.columns(size.Width / kit.U(1)); len(cols) != len(f.s.shown) {
		f.s.shown = cols
		f.s.table.SetColumns(cols)
	}
	objs[0].Resize(size)
	objs[0].Move(fyne.Position{})
}
