package app

import (
	"context"
	"slices"

	"primadesk/data"
)

// Tag gives records of one entity a tag, as one batch. Those that have it stay as they are.
func (r *Records) Tag(ctx context.Context, e *data.Entity, ids []string, tag string) (Done, error) {
	return r.change(ctx, "tagged", e, ids, func(rec data.Record) bool {
		tags, ok := tagsOf(e, rec)
		if !ok || slices.Contains(*tags, tag) {
			return false
		}
		*tags = data.SetOf(append(slices.Clone(*tags), tag)...)
		return true
	})
}

// Untag takes a tag from records of one entity, as one batch.
func (r *Records) Untag(ctx context.Context, e *data.Entity, ids []string, tag string) (Done, error) {
	return r.change(ctx, "untagged", e, ids, func(rec data.Record) bool {
		tags, ok := tagsOf(e, rec)
		if !ok || !slices.Contains(*tags, tag) {
			return false
		}
		*tags = slices.DeleteFunc(slices.Clone(*tags), func(t string) bool { return t == tag })
		return true
	})
}

func tagsOf(e *data.Entity, rec data.Record) (*data.Set, bool) {
	col, ok := e.Column("tags")
	if !ok {
		return nil, false
	}
	tags, ok := col.At(rec).(*data.Set)
	return tags, ok
}

// Own makes records of one entity a partner's, as one batch.
func (r *Records) Own(ctx context.Context, e *data.Entity, ids []string, partner string) (Done, error) {
	return r.change(ctx, "owned", e, ids, func(rec data.Record) bool {
		same := rec.Head().Owner == partner
		rec.Head().Owner = partner
		return !same
	})
}

// change changes records of one entity as one batch; those that are in the trash, or that do says nothing changed in, stay
// as they are. Done has no batch where that holds for all.
func (r *Records) change(ctx context.Context, kind string, e *data.Entity, ids []string, do func(data.Record) bool) (Done, error) {
	args := map[string]any{"Entity": e.Name, "N": len(ids)}
	if len(ids) == 1 {
		args["Record"] = ids[0]
	}
	return r.Write(ctx, kind, args, func(tx *Tx) error {
		for _, id := range ids {
			if err := ctx.Err(); err != nil {
				return err
			}
			rec, err := tx.Get(e, id)
			if err != nil {
				return err
			}
			if rec.Head().State != data.Live || !do(rec) {
				continue
			}
			if err := tx.Save(rec); err != nil {
				return err
			}
		}
		return nil
	})
}

// PlaceInGrid gives an organisation its power and interest in the stakeholder grid, from 1 to 5, as one batch.
func (r *Records) PlaceInGrid(ctx context.Context, organisation string, power, interest int) (Done, error) {
	return r.change(ctx, "placed", data.EntityOf((*data.Organisation)(nil)), []string{organisation}, func(rec data.Record) bool {
		o := rec.(*data.Organisation)
		same := o.Placed() && *o.Power == power && *o.Interest == interest
		o.Power, o.Interest = &power, &interest
		return !same
	})
}
