package app

import (
	"context"

	"primadesk/data"
)

// Resolve ends a conflict: the register at path has the value from now on, which is that
// of one of the Dispute's heads, or another in the same form (canonical JSON).
func (r *Records) Resolve(ctx context.Context, e *data.Entity, id, path, value string) (Done, error) {
	return r.Write(ctx, "saved", map[string]any{"Entity": e.Name, "Record": id}, func(tx *Tx) error {
		return tx.Resolve(e, id, path, value)
	})
}
