package cli_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"primadesk/app"
	"primadesk/data"
)

// status runs a program and wants an exact exit status: status 3 primadesk put bad.jsonl
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// same wants two files with the same bytes, however long.
func same(ts *testscript.TestScript, neg bool, args []string) {
	a, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[1]))
	ts.Check(err)
	if bytes.Equal(a, b) == neg {
		ts.Fatalf("%s (%d bytes) and %s (%d bytes): same is %v", args[0], len(a), args[1], len(b), neg)
	}
	if len(a) == 0 && !neg {
		ts.Fatalf("%s is empty: nothing was compared", args[0])
	}
}

// hold opens a workspace to write into it, as a window does, until the script ends: hold FOLDER
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold FOLDER")
	}
	settings, err := app.LoadSettings(filepath.Join(ts.Getenv("WORK"), ".held"))
	ts.Check(err)
	w, err := app.Open(context.Background(), app.Params{Folder: ts.MkAbs(args[0]), Settings: settings})
	ts.Check(err)
	ts.Defer(func() { ts.Check(w.Close()) })
}

// refused runs a program that wants to write into a workspace that is held.
func refused(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: refused program args...")
	}
	if err := ts.Exec(args[0], append([]string{"--json"}, args[1:]...)...); err == nil {
		ts.Fatalf("it is done beside the program that holds the workspace")
	}
	if said := ts.ReadFile("stderr"); !strings.Contains(said, `"workspace.locked"`) {
		ts.Fatalf("it fails with %s", said)
	}
}

// apart has two people write a field without knowing of each other: apart FOLDER ENTITY ID FIELD JSON JSON
func apart(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 6 {
		ts.Fatalf("usage: apart FOLDER ENTITY ID FIELD JSON JSON")
	}
	e, ok := data.EntityNamed(args[1])
	if !ok {
		ts.Fatalf("no entity %s", args[1])
	}
	settings, err := app.LoadSettings(filepath.Join(ts.Getenv("WORK"), ".apart"))
	ts.Check(err)
	ctx := context.Background()
	w, err := app.Open(ctx, app.Params{Folder: ts.MkAbs(args[0]), Settings: settings})
	ts.Check(err)
	defer func() { ts.Check(w.Close()) }()
	var both []data.Record
	for _, value := range args[4:] {
		rec, err := w.Records.Get(ctx, e, args[2])
		ts.Check(err)
		regs := data.Registers(rec)
		regs[args[3]] = value
		ts.Check(data.SetRegisters(rec, regs))
		both = append(both, rec)
	}
	for _, rec := range both {
		_, err := w.Records.Save(ctx, rec)
		ts.Check(err)
	}
}
