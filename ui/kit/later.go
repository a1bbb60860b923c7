package kit

import "context"

// Later runs fetches of which only the latest counts: a newer one cancels the older, and a late answer is dropped. Its
// methods are called on the UI's goroutine alone; apply runs there too.
type Later[T any] struct {
	exec   Exec
	turn   int
	cancel context.CancelFunc
	busy   bool
}

// NewLater makes a runner. With Inline it answers before Run returns.
func NewLater[T any](exec Exec) *Later[T] { return &Later[T]{exec: exec} }

// Run starts fetch and gives its answer to apply, unless Run or Cancel was called in between.
func (l *Later[T]) Run(ctx context.Context, fetch func(context.Context) (T, error), apply func(T, error)) {
	l.Cancel()
	ctx, cancel := context.WithCancel(ctx)
	turn := l.turn
	l.cancel, l.busy = cancel, true
	l.exec.Go(func() {
		value, err := fetch(ctx)
		l.exec.Apply(func() {
			if turn != l.turn {
				return
			}
			l.busy = false
			cancel()
			apply(value, err)
		})
	})
}

// Cancel drops the fetch that is under way, if any.
func (l *Later[T]) Cancel() {
	l.turn++
	l.busy = false
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// Busy tells whether an answer is awaited.
func (l *Later[T]) Busy() bool { return l.busy }
