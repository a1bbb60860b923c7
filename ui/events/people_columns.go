package events

import (
	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// columns are those of the list; a narrow one does without the last, which stands beside it too.
func (v *people) columns() []kit.Column {
	p := v.g.s.Printer
	columns := []kit.Column{
		{ID: "came", Name: p.T("field.came"), Width: 22, Kind: kit.CellCheck},
		{ID: "name", Title: p.T("events.name"), Width: 150, Grow: 3},
		{ID: "organisation", Title: p.T("field.organisation"), Width: 140, Grow: 3, Kind: kit.CellMuted},
		{ID: "invitation", Title: p.T("field.invitation"), Width: invitationWidth(p), Kind: kit.CellChip},
		{ID: "evidence", Title: p.T("field.evidence"), Width: 100, Kind: kit.CellMuted},
	}
	if v.slim {
		return columns[:len(columns)-1]
	}
	return columns
}

// slimWidth is how wide the list has to be for all columns, at scale 1.
const slimWidth = 520

// slimmed is the layout of the list; it chooses the columns by the width that there is.
type slimmed struct{ v *people }

// MinSize implements fyne.Layout.
func (slimmed) MinSize(objs []fyne.CanvasObject) fyne.Size { return objs[0].MinSize() }

// Layout implements fyne.Layout.
func (l slimmed) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	if slim := s.Width < kit.U(slimWidth); slim != l.v.slim {
		l.v.slim = slim
		l.v.table.SetColumns(l.v.columns())
	}
	objs[0].Resize(s)
	objs[0].Move(fyne.Position{})
}
