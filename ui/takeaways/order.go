package takeaways

import (
	"context"
	"slices"
	"time"

	"primadesk/app"
	"primadesk/data"
	"primadesk/ui/screen"
)

// patience is how long a write may wait for another writer, such as an import.
const patience = 20 * time.Second

// move puts a takeaway of a group to another place of it, as one batch. Where the keys leave no room between two, because
// they came from elsewhere, the whole group is numbered anew.
func (s *takeaways) move(g group, from, to int) {
	if from < 0 || to < 0 || from >= len(g.list) || to >= len(g.list) || from == to || s.readOnly() {
		return
	}
	list := slices.Clone(g.list)
	t := list[from]
	list = slices.Insert(slices.Delete(list, from, from+1), to, t)
	s.cards.grip = t.ID
	s.write("takeaway.moved", t.ID, s.Printer.T("takeaways.moved"), func(tx *app.Tx) error {
		for _, x := range reordered(list, to) {
			if err := tx.Save(x); err != nil {
				return err
			}
		}
		return nil
	})
}

// reordered gives copies of those takeaways of a list that need another key, so that the list is in the order of its keys;
// of which the one at a place was moved.
func reordered(list []*data.Takeaway, at int) []*data.Takeaway {
	before, after := "", ""
	if at > 0 {
		before = list[at-1].Order
	}
	if at+1 < len(list) {
		after = list[at+1].Order
	}
	rest := slices.Delete(slices.Clone(list), at, at+1)
	inOrder := !slices.ContainsFunc(rest, func(t *data.Takeaway) bool { return t.Order == "" })
	for i := 1; i < len(rest); i++ {
		inOrder = inOrder && rest[i-1].Order < rest[i].Order
	}
	if inOrder {
		return []*data.Takeaway{withOrder(list[at], data.Between(before, after))}
	}
	var out []*data.Takeaway
	key := ""
	for _, t := range list {
		key = data.Between(key, "")
		if t.Order != key {
			out = append(out, withOrder(t, key))
		}
	}
	return out
}

func withOrder(t *data.Takeaway, key string) *data.Takeaway {
	next := *t
	next.Order = key
	return &next
}

// write does something to one takeaway as a batch, says it, and offers the way back.
func (s *takeaways) write(kind, id, said string, do func(*app.Tx) error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	done, err := s.Workspace.Records.Write(ctx, kind, map[string]any{"Entity": entity().Name, "Record": id}, do)
	if err != nil {
		s.Shell.ShowError(err)
		return
	}
	if done.Batch == "" {
		return
	}
	s.Shell.Toast(screen.Toast{Text: said, Actions: []screen.Action{
		{Text: s.Printer.T("takeaways.undo"), Do: func() { s.Shell.Undo(done.Batch) }},
	}})
}
