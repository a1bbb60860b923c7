package project

import (
	"os"
	"testing"

	"primadesk/ui/kit"
	"primadesk/ui/screen/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }

// world is the screen over the sample, in a window.
type world struct {
	*screentest.Shell
	*project
}

func open(t *testing.T, p screentest.Params) *world {
	t.Helper()
	shell := screentest.Open(t, p)
	s := newProject(Params{Workspace: shell.Work, Shell: shell, Printer: shell.Printer}, kit.Inline())
	shell.Show(t, s)
	return &world{shell, s}
}
