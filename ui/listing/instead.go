package listing

import "fyne.io/fyne/v2"

// Instead shows something else in the table's place, such as a picture of the same records, under the same filters. Target
// gets the keyboard where the table would. With nil the table is shown again. Params.OnAsk tells when other records are
// asked for, and Query which.
func (l *List) Instead(content fyne.CanvasObject, target fyne.Focusable) {
	table := l.area.Objects[0]
	l.target, l.area.Objects = target, l.area.Objects[:1]
	setVisible(table, content == nil)
	if content != nil {
		l.area.Objects = append(l.area.Objects, content)
	}
	if l.bar.columns != nil { // the table's
		setVisible(l.bar.columns, content == nil)
		l.bar.content.Refresh()
	}
	l.area.Refresh()
}

// Target is what has the keyboard when the list has it: the table, or what is shown in its place.
func (l *List) Target() fyne.Focusable {
	if l.target != nil {
		return l.target
	}
	return l.table
}

// Searched is what the list is searched for.
func (l *List) Searched() string { return l.want.search }

// Focus gives the keyboard to what is shown.
func (l *List) Focus() {
	if l.target == nil {
		l.table.Focus()
		return
	}
	if c := l.p.Shell.Window().Canvas(); c != nil {
		c.Focus(l.target)
	}
}
