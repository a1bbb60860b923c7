package store

import "context"

// LastBatch is what was done here last; empty where nothing was.
func (s *Store) LastBatch(ctx context.Context) (string, error) {
	rows, err := s.reader.WithContext(ctx).Raw("SELECT id FROM batches ORDER BY seq DESC LIMIT 1").Rows()
	if err != nil {
		return "", failure(err)
	}
	ids, err := column[string](rows)
	if err != nil || len(ids) == 0 {
		return "", failure(err)
	}
	return ids[0], nil
}

// ChangesSince is how many changes of records were made here after a batch; all of them where the batch is empty, or is not
// known here.
func (s *Store) ChangesSince(ctx context.Context, batch string) (int, error) {
	rows, err := s.reader.WithContext(ctx).Raw(
		"SELECT COALESCE(SUM(entries), 0) FROM batches WHERE seq > COALESCE((SELECT seq FROM batches WHERE id = ?), -1)", batch).Rows()
	if err != nil {
		return 0, failure(err)
	}
	sums, err := column[int](rows)
	if err != nil {
		return 0, failure(err)
	}
	return sums[0], nil
}
