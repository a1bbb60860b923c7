package app

import "sync"

// Changed says what a committed write changed. Screens read anew what they show.
type Changed struct {
	Batch   string
	Records map[string][]string // entity name → ids; an entity with no ids: too many to name
}

// Touches tells whether records of any of these entities changed.
func (c Changed) Touches(entities ...string) bool {
	for _, e := range entities {
		if _, ok := c.Records[e]; ok {
			return true
		}
	}
	return false
}

// Signals carries Changed from the services to whoever listens. The zero value is ready.
type Signals struct {
	mu   sync.Mutex
	next int
	subs map[int]func(Changed)
}

// Subscribe calls f after every commit, on the goroutine that committed, until the
// returned function is called.
func (s *Signals) Subscribe(f func(Changed)) (unsubscribe func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.subs == nil {
		s.subs = map[int]func(Changed){}
	}
	id := s.next
	s.next++
	s.subs[id] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.subs, id)
	}
}

// emit tells the subscribers, in the order in which they came.
func (s *Signals) emit(c Changed) {
	s.mu.Lock()
	var fs []func(Changed)
	for id := range s.next {
		if f := s.subs[id]; f != nil {
			fs = append(fs, f)
		}
	}
	s.mu.Unlock()
	for _, f := range fs {
		f(c)
	}
}
