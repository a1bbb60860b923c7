package store

import (
	"sync"
	"testing"
)

// A screen may still be reading when the window is closed: it gets an error, and nothing worse.
func TestReadingWhileTheStoreCloses(t *testing.T) {
	s := openStore(t)
	var readers sync.WaitGroup
	begun := make(chan struct{}, 4)
	for range cap(begun) {
		readers.Go(func() {
			for first := true; ; first = false {
				err := s.Read(t.Context(), func(*Reader) error { return nil })
				if first {
					begun <- struct{}{}
				}
				if err != nil {
					return
				}
			}
		})
	}
	for range cap(begun) {
		<-begun
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	readers.Wait()
	if err := s.Read(t.Context(), func(*Reader) error { return nil }); err == nil {
		t.Error("a closed store is read")
	}
}
