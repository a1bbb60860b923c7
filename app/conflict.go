package app

import "context"

// undecided is a field for which two people wrote different values.
type undecided struct{ entity, id, title, field string }

// undecided lists what is to be decided in the workspace.
func (r *Records) undecided(ctx context.Context, lang string) ([]undecided, error) {
	disputes, err := r.Conflicts(ctx, "")
	if err != nil {
		return nil, err
	}
	out := make([]undecided, 0, len(disputes))
	titles := map[string]map[string]string{}
	for _, d := range disputes {
		if titles[d.Entity] == nil {
			if titles[d.Entity], err = r.w.store.Titles(ctx, d.Entity, recordsOf(disputes, d.Entity), lang); err != nil {
				return nil, err
			}
		}
		out = append(out, undecided{entity: d.Entity, id: d.Record, title: titles[d.Entity][d.Record], field: d.Path})
	}
	return out, nil
}

func recordsOf(disputes []Dispute, entity string) []string {
	var ids []string
	for _, d := range disputes {
		if d.Entity == entity {
			ids = append(ids, d.Record)
		}
	}
	return ids
}
