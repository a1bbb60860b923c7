package shell

import (
	"context"
	"io"
	"log/slog"

	"primadesk/app"
)

// traceTo is the log of what the window does, for tests that drive a real one: "screen shown", "committed". It is
// empty unless asked for (PRIMADESK_TRACE=1), and like every log here it holds no personal data.
func traceTo(w io.Writer, asked string) *slog.Logger {
	if asked != "1" {
		return slog.New(slog.DiscardHandler)
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// listen has the trace hear what the services of a workspace log.
func (s *Shell) listen(w *app.Workspace) {
	if s.trace.Enabled(context.Background(), slog.LevelError) {
		w.Log = slog.New(slog.NewMultiHandler(w.Log.Handler(), s.trace.Handler()))
	}
}
