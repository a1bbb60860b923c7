package listing

import (
	"encoding/json"
	"slices"
)

// state is what a list remembers: codes and ids of columns, never what is searched for.
type state struct {
	Sort    string            `json:"sort,omitempty"`
	Desc    bool              `json:"desc,omitempty"`
	Filters map[string]string `json:"filters,omitempty"`
	Columns []columnState     `json:"columns,omitempty"`
}

type columnState struct {
	ID     string  `json:"id"`
	Hidden bool    `json:"hidden,omitempty"`
	Width  float32 `json:"width,omitempty"`
}

// State is what is remembered of the list: order, filters, columns.
func (l *List) State() string {
	st := state{Sort: l.want.sort, Desc: l.want.desc, Filters: l.want.filters}
	for _, c := range l.columns {
		st.Columns = append(st.Columns, columnState{ID: c.ID, Hidden: c.Hidden, Width: c.Width})
	}
	b, err := json.Marshal(st)
	if err != nil { // strings and numbers always marshal
		return ""
	}
	return string(b)
}

// SetState brings the list back to a state, before it is shown. Columns and filters that there are no more are passed over.
func (l *List) SetState(text string) {
	var st state
	if json.Unmarshal([]byte(text), &st) != nil {
		return
	}
	if c := l.column(st.Sort); c != nil && c.Sort != "" || st.Sort == l.p.Sort {
		l.want.sort, l.want.desc = st.Sort, st.Desc
	}
	l.want.filters = map[string]string{}
	for _, f := range l.p.Filters {
		if value := st.Filters[f.Field]; value != "" {
			l.want.filters[f.Field] = value
		}
	}
	l.setColumns(st.Columns)
	l.table.SetSort(l.sortedColumn(), l.want.desc)
	l.bar.show()
}

// setColumns puts columns into an order; those that a state does not know come last, as they are.
func (l *List) setColumns(order []columnState) {
	var next []Column
	for _, s := range order {
		if c := l.column(s.ID); c != nil && !slices.ContainsFunc(next, func(n Column) bool { return n.ID == s.ID }) {
			shown := *c
			shown.Hidden = s.Hidden
			if s.Width > 0 {
				shown.Width = s.Width
			}
			next = append(next, shown)
		}
	}
	for _, c := range l.columns {
		if !slices.ContainsFunc(next, func(n Column) bool { return n.ID == c.ID }) {
			next = append(next, c)
		}
	}
	if !slices.ContainsFunc(next, func(c Column) bool { return !c.Hidden }) {
		return
	}
	l.columns = next
	l.arrange()
}
