package store

import (
	"context"
	"strconv"

	"primadesk/data"
)

// Values gives the different values that a column has among what is live, ascending by bytes and at most MaxLimit: the
// countries or tags that a filter can offer. It is for columns that can be filtered and hold text, codes, ids, or a set of
// any. The code is query.field.
func (r *Reader) Values(entity, column string) ([]string, error) {
	l, err := r.layoutNamed(entity)
	if err != nil {
		return nil, err
	}
	col, ok := l.entity.Column(column)
	if !ok || !col.Filter {
		return nil, data.Fail("query.field", "Entity", l.entity.Name, "Field", column)
	}
	t, f := l.entity.Table, l.entity.Table+"."+quote(col.ID)
	end := " ORDER BY 1 LIMIT " + strconv.Itoa(MaxLimit)
	switch col.Kind {
	case data.KindText, data.KindEnum, data.KindCountry, data.KindLang, data.KindWord, data.KindRef:
		return r.texts("SELECT DISTINCT " + f + " FROM " + t + " WHERE " + t + ".state = 'live' AND " + f + " > ''" + end)
	case data.KindSet:
		return r.texts("SELECT DISTINCT m.value FROM " + t + ", " + each(f) + " m WHERE " + t + ".state = 'live' AND " + f + " > ''" + end)
	}
	return nil, data.Fail("query.field", "Entity", l.entity.Name, "Field", column)
}

// Values is Reader.Values in a transaction of its own.
func (s *Store) Values(ctx context.Context, entity, column string) ([]string, error) {
	return readOnce(ctx, s, func(r *Reader) ([]string, error) { return r.Values(entity, column) })
}
