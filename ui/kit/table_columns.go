package kit

import "slices"

// ColumnState is what a user made of a column. The order of the states is that of the columns.
type ColumnState struct {
	ID     string  `json:"id"`
	Width  float32 `json:"width,omitempty"` // at scale 1; the column's own when zero
	Hidden bool    `json:"hidden,omitempty"`
}

const leastColumn = 40 // how narrow a column can be made, at scale 1

// columnOrder is a table's columns as the user has them.
type columnOrder struct {
	all    []Column
	states []ColumnState
	at     map[string]int // where each is declared
}

func newColumnOrder(all []Column) columnOrder {
	o := columnOrder{all: all, at: map[string]int{}}
	for i, c := range all {
		o.at[c.ID] = i
		o.states = append(o.states, ColumnState{ID: c.ID, Hidden: c.Off})
	}
	return o
}

// set takes states over: those of columns that there are not are dropped, columns without a state go behind the one
// that they are declared behind, and at least one column is shown.
func (o *columnOrder) set(states []ColumnState) {
	fresh := newColumnOrder(o.all)
	var out []ColumnState
	for _, s := range states {
		if _, known := o.at[s.ID]; known && find(out, s.ID) < 0 {
			out = append(out, s)
		}
	}
	for i, s := range fresh.states {
		if find(out, s.ID) >= 0 {
			continue
		}
		behind := 0
		if i > 0 {
			behind = find(out, fresh.states[i-1].ID) + 1
		}
		out = slices.Insert(out, behind, s)
	}
	o.states = out
	if len(o.order()) == 0 && len(o.states) > 0 {
		o.states[0].Hidden = false
	}
}

func find(states []ColumnState, id string) int {
	return slices.IndexFunc(states, func(s ColumnState) bool { return s.ID == id })
}

// order gives the declared places of the columns that are shown.
func (o *columnOrder) order() []int {
	var out []int
	for _, s := range o.states {
		if !s.Hidden {
			out = append(out, o.at[s.ID])
		}
	}
	return out
}

// shown gives the columns that are shown. One whose width was changed does not grow.
func (o *columnOrder) shown() []Column {
	var out []Column
	for _, s := range o.states {
		if s.Hidden {
			continue
		}
		c := o.all[o.at[s.ID]]
		if s.Width > 0 {
			c.Width, c.Grow = s.Width, 0
		}
		out = append(out, c)
	}
	return out
}

// ColumnStates tells what the user made of the columns: for a screen to remember.
func (t *Table) ColumnStates() []ColumnState { return slices.Clone(t.columns.states) }

// SetColumnStates brings back what a screen remembered, without calling back; nil brings back what was declared.
func (t *Table) SetColumnStates(states []ColumnState) {
	t.columns.set(states)
	t.relayColumns()
}

func (t *Table) changeColumns(states []ColumnState) {
	t.SetColumnStates(states)
	if t.p.OnColumns != nil {
		t.p.OnColumns(t.ColumnStates())
	}
}

// setWidth changes the width of a column, at scale 1.
func (t *Table) setWidth(id string, width float32) {
	states := t.ColumnStates()
	if i := find(states, id); i >= 0 {
		states[i].Width = max(leastColumn, floor(width))
		t.changeColumns(states)
	}
}

func (t *Table) relayColumns() {
	t.header.Refresh()
	t.body.rebuild()
	t.Refresh()
}

// spans divides a width among the columns that are shown.
func (t *Table) spans(width float32) []span {
	before := float32(0)
	if t.p.Pick {
		before = checkSize + columnGap
	}
	return spans(t.columns.shown(), width, before, t.p.Margin)
}
