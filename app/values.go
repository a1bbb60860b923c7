package app

import (
	"context"

	"primadesk/data"
)

// Values gives the different values of a column among what is live, such as the countries
// or tags that a filter can offer: codes, at most a thousand.
func (r *Records) Values(ctx context.Context, e *data.Entity, column string) ([]string, error) {
	return r.w.store.Values(ctx, e.Name, column)
}
