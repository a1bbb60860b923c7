package app

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"gopkg.in/natefinch/lumberjack.v2"
)

// openLog writes a rotating log. Nothing that is logged may hold personal data:
// codes, counts and ids of batches only, never a field's value, a name or a search.
func openLog(folder string) (*slog.Logger, func() error) {
	path := filepath.Join(folder, "primadesk.log")
	if f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil { // lumberjack keeps the mode
		_ = f.Close()
	}
	out := &lumberjack.Logger{Filename: path, MaxSize: 2, MaxBackups: 3, MaxAge: 90}
	return slog.New(slog.NewTextHandler(out, nil)), out.Close
}

// CatchCrash has the program write the traces of a crash into a file of the folder,
// and gives the function that removes it on a clean exit. A file that was left by a
// crash before is kept as crash.last and its path is returned.
func CatchCrash(folder string) (done func(), last string, err error) {
	path := filepath.Join(folder, "crash.txt")
	if info, statErr := os.Stat(path); statErr == nil && info.Size() > 0 {
		last = filepath.Join(folder, "crash.last.txt")
		if err := os.Rename(path, last); err != nil {
			return func() {}, "", fmt.Errorf("keep the last crash: %w", err)
		}
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return func() {}, last, fmt.Errorf("folder for crashes: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return func() {}, last, fmt.Errorf("crash file: %w", err)
	}
	defer func() { _ = f.Close() }() // the runtime has its own handle of it
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return func() {}, last, fmt.Errorf("crash output: %w", err)
	}
	return func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		_ = os.Remove(path)
	}, last, nil
}
