package listing

import (
	"encoding/json"

	"primadesk/ui/kit"
)

// state is what a list remembers: codes and ids of columns, never what is searched for.
type state struct {
	Sort    string              `json:"sort,omitempty"`
	Desc    bool                `json:"desc,omitempty"`
	Filters map[string][]string `json:"filters,omitempty"`
	Columns []kit.ColumnState   `json:"columns,omitempty"` // none: as declared
}

// State is what is remembered of the list: order, filters, columns.
func (l *List) State() string {
	st := state{Sort: l.want.sort, Desc: l.want.desc, Filters: l.want.filters}
	if l.custom {
		st.Columns = l.table.ColumnStates()
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
	l.want.filters = map[string][]string{}
	for _, f := range l.p.Filters {
		if values := st.Filters[f.Field]; len(values) == 1 || len(values) > 1 && l.several(f) {
			l.want.filters[f.Field] = values
		}
	}
	if len(st.Columns) > 0 {
		l.custom = true
		l.table.SetColumnStates(st.Columns)
		l.take(l.table.ColumnStates())
	}
	l.table.SetSort(l.sortedColumn(), l.want.desc)
	l.bar.show()
}
