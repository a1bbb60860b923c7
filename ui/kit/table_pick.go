package kit

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
)

// Picked says which rows of a table are picked: those named, or with All every row that the list has but those named. So
// all of a long list can be picked without reading it.
type Picked struct {
	All bool
	IDs []string // sorted
}

// Empty tells whether nothing is picked.
func (p Picked) Empty() bool { return !p.All && len(p.IDs) == 0 }

// Count is how many of a list's rows are picked.
func (p Picked) Count(rows int) int {
	if p.All {
		return max(0, rows-len(p.IDs))
	}
	return len(p.IDs)
}

// picks is what is picked while it changes.
type picks struct {
	all    bool
	marked map[string]bool // picked, or with all set not picked
	anchor int             // where a range begins
	ranged map[string]bool // what the last range added, and gives up when the range shrinks
	turn   int             // of the ranges asked for, so that a late one is dropped
}

func (p *picks) clear() {
	p.all, p.marked, p.ranged = false, map[string]bool{}, nil
	p.turn++
}

func (p *picks) takeAll() {
	p.clear()
	p.all = true
}

func (p *picks) has(id string) bool { return id != "" && p.marked[id] != p.all }

func (p *picks) set(id string, on bool) {
	if on != p.all {
		p.marked[id] = true
	} else {
		delete(p.marked, id)
	}
}

func (p *picks) rangeTo(ids []string) {
	for id := range p.ranged {
		p.set(id, false)
	}
	p.ranged = map[string]bool{}
	for _, id := range ids {
		if id != "" && !p.has(id) {
			p.ranged[id] = true
			p.set(id, true)
		}
	}
}

// Picked tells which rows are picked.
func (t *Table) Picked() Picked {
	return Picked{All: t.picks.all, IDs: slices.Sorted(maps.Keys(t.picks.marked))}
}

// SetPicked changes which rows are picked, without calling back. Picked rows stay picked when the source shows others:
// after another filter a screen sets what still counts.
func (t *Table) SetPicked(p Picked) {
	t.picks.clear()
	t.picks.all = p.All
	for _, id := range p.IDs {
		t.picks.marked[id] = true
	}
	t.repaintPicks()
}

func (t *Table) ids() (RowIDs, bool) {
	ids, ok := t.p.Source.(RowIDs)
	return ids, ok && t.p.Pick
}

func (t *Table) rowPicked(row int) bool {
	ids, ok := t.ids()
	return ok && t.picks.has(ids.ID(row))
}

// change is a change by the user.
func (t *Table) change(do func()) {
	do()
	t.repaintPicks()
	if t.p.OnPicked != nil {
		t.p.OnPicked(t.Picked())
	}
}

func (t *Table) repaintPicks() {
	t.body.update(true)
	t.header.Refresh()
}

// toggle picks a row or not any more.
func (t *Table) toggle(row int) {
	ids, ok := t.ids()
	if !ok || row < 0 || row >= t.p.Source.Len() {
		return
	}
	id := ids.ID(row)
	if id == "" {
		return
	}
	t.picks.anchor = row
	t.picks.ranged = nil
	t.picks.turn++
	t.change(func() { t.picks.set(id, !t.picks.has(id)) })
}

func (t *Table) shift() bool { return t.p.Pick && t.p.Held()&fyne.KeyModifierShift != 0 }

// extend picks all rows from the anchor to this one.
func (t *Table) extend(row int) {
	ids, ok := t.ids()
	if !ok {
		return
	}
	first, last := min(max(t.picks.anchor, 0), row), max(t.picks.anchor, row)
	t.picks.turn++
	turn := t.picks.turn
	ids.Range(first, last, func(all []string) {
		if turn == t.picks.turn {
			t.change(func() { t.picks.rangeTo(all) })
		}
	})
}

// clickPicks tells whether a click was one that picks: on the box, or with Ctrl held.
func (t *Table) clickPicks(row int, x float32) bool {
	if !t.p.Pick {
		return false
	}
	onBox := x < U(t.p.Margin+checkSize+columnGap/2)
	switch held := t.p.Held(); {
	case onBox && held&fyne.KeyModifierShift != 0:
		focus(t)
		t.extend(row)
	case onBox, held&fyne.KeyModifierControl != 0:
		focus(t)
		t.toggle(row)
	default:
		return false
	}
	return true
}

// toggleAll is a click on the header's box: all, or none where any are picked.
func (t *Table) toggleAll() {
	if t.Picked().Empty() {
		t.change(t.picks.takeAll)
	} else {
		t.change(t.picks.clear)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && t.p.Pick {
		t.change(t.picks.takeAll)
		return
	}
	passShortcut(canvasOf(t), s)
}
