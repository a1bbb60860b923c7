//go:build !headless

package main

import (
	"os"
	"time"

	"primadesk/ui/shell"
)

// hasWindow: this build has Fyne in it, and needs OpenGL's library to start at all.
const hasWindow = true

func openWindow(o options) int {
	return shell.Run(shell.Options{Workspace: o.workspace, Lang: o.lang, Version: version, Now: time.Now, Err: os.Stderr})
}
