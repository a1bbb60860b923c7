package listing

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"primadesk/ui/kit"
)

// actions are what can be done with the rows that are picked.
func (b *filterBar) actions(picked kit.Picked) []fyne.CanvasObject {
	p := b.l.p.Printer
	out := []fyne.CanvasObject{kit.Sized(0, kit.FilterHeight, kit.NewText(p.N("listing.picked", picked.Count(b.l.Count())), kit.TextStyle{Bold: true, Size: kit.TextMedium}))}
	for _, action := range b.l.p.Actions {
		out = append(out, kit.NewFilterChip(action.Text, func() { b.l.act(action) }))
	}
	return append(out, kit.NewFilterSet(p.T("listing.unpick"), b.l.Unpick))
}

// Picked is how many rows are picked.
func (l *List) Picked() int { return l.table.Picked().Count(l.Count()) }

// Unpick takes all picks away.
func (l *List) Unpick() {
	l.table.SetPicked(kit.Picked{})
	l.bar.show()
}

// Pick picks rows, in place of those that were.
func (l *List) Pick(ids ...string) {
	l.table.SetPicked(kit.Picked{IDs: ids})
	l.bar.show()
}

// PickAll picks all rows of the list, as it is filtered.
func (l *List) PickAll() {
	l.table.SetPicked(kit.Picked{All: true})
	l.bar.show()
}

// act does something with the rows that are picked. Where all are, their ids are read first.
func (l *List) act(a Action) {
	picked := l.table.Picked()
	if !picked.All {
		a.Do(picked.IDs)
		return
	}
	query, records := l.Query(), l.p.Workspace.Records
	l.gather.Run(context.Background(),
		func(ctx context.Context) ([]string, error) { return records.IDs(ctx, query) },
		func(ids []string, err error) {
			if err != nil {
				l.failed(err)
				return
			}
			a.Do(slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(picked.IDs, id) }))
		})
}
