package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"primadesk/data"
)

// Writers queue up, and readers beside them see each batch whole or not at all.
func TestWritersAndReadersAtOnce(t *testing.T) {
	const writers, batches, size, looks = 2, 10, 5, 30
	s := openStore(t)
	var all sync.WaitGroup
	failed := make(chan error, writers+readers)
	for w := range writers {
		all.Go(func() {
			for n := range batches {
				_, err := s.Write(context.Background(), Batch{Kind: "test"}, func(tx *Tx) error {
					for i := range size {
						if err := tx.Save(contact(fmt.Sprint(i), fmt.Sprintf("%d %d", w, n))); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					failed <- err
					return
				}
			}
		})
	}
	for range readers {
		all.Go(func() {
			for range looks {
				if err := look(s, size); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	all.Wait()
	close(failed)
	for err := range failed {
		t.Error(err)
	}
	var last, entries int64
	err := s.reader.Raw("SELECT max(seq), count(*) FROM journal").Row().Scan(&last, &entries)
	if err != nil || last != writers*batches*size || entries != last {
		t.Errorf("%d entries, the last is number %d, %v", entries, last, err)
	}
	sound(t, s)
}

func look(s *Store, size int) error {
	return s.Read(context.Background(), func(r *Reader) error {
		page, err := r.Page(Query{Entity: "contact", Limit: MaxLimit})
		if err != nil {
			return err
		}
		count := map[string]int{}
		for _, rec := range page.Records {
			count[rec.(*data.Contact).FamilyName]++
		}
		for _, n := range count {
			if n != size {
				return errors.New("half a batch")
			}
		}
		return nil
	})
}
