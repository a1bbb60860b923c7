package listing

import (
	"maps"
	"slices"

	"primadesk/ui/kit"
)

// FocusSearch puts the keyboard into the search field.
func (l *List) FocusSearch() { l.search.Focus() }

// Search searches as if the text had been typed.
func (l *List) Search(text string) {
	l.search.SetText(text)
	l.searched(text)
}

func (l *List) searched(text string) {
	l.want.search = text
	l.narrow()
}

// narrow asks for another list, which begins at its top.
func (l *List) narrow() {
	l.place = -1
	if l.table.Picked().All { // of another list
		l.table.SetPicked(kit.Picked{})
	}
	l.table.Select(-1)
	l.table.ScrollTop()
	l.bar.show()
	l.ask()
}

func (l *List) sorted(column string, desc bool) {
	l.want.sort, l.want.desc = column, desc
	l.narrow()
}

// sortedColumn is the column under whose title the order is shown.
func (l *List) sortedColumn() string {
	for _, c := range l.columns {
		if c.ID == l.want.sort || c.Sort == l.want.sort {
			return c.ID
		}
	}
	return ""
}

// SetFilter narrows the list by a field to what has one of some values, or without any takes that filter away.
func (l *List) SetFilter(field string, values ...string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	next := maps.Clone(l.want.filters)
	next[field] = values
	if len(values) == 0 {
		delete(next, field)
	}
	l.want.filters = next
	l.narrow()
}

// Filter are the values that a field is narrowed to; none where it is not.
func (l *List) Filter(field string) []string { return l.want.filters[field] }

// Narrowed tells whether a search or a filter is set.
func (l *List) Narrowed() bool { return l.want.narrowed() }

// Clear takes search and filters away.
func (l *List) Clear() {
	l.search.SetText("")
	l.want.search, l.want.filters = "", map[string][]string{}
	l.narrow()
}
