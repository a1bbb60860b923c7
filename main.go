// Command primadesk keeps the stakeholders, events and learnings of EU-funded projects and writes their deliverables.
// Called without a command it opens its window, with one it does the work on the command line.
package main

import (
	"os"
	"strings"

	"primadesk/app/cli"
)

// version is stamped by the build.
var version = "dev"

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	if w, ok := windowOptions(args); ok && hasWindow {
		return openWindow(w)
	}
	return cli.Run(args, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, version)
}

// options are what the window can be started with.
type options struct{ workspace, lang string }

// windowOptions reads arguments that hold no command, and tells whether that is so: only where to work and in which
// language. Everything else is the command line's to understand or to refuse.
func windowOptions(args []string) (options, bool) {
	var o options
	for len(args) > 0 {
		name, value, given := strings.Cut(args[0], "=")
		args = args[1:]
		if !given {
			if len(args) == 0 {
				return o, false
			}
			value, args = args[0], args[1:]
		}
		switch name {
		case "--workspace":
			o.workspace = value
		case "--lang":
			o.lang = value
		default:
			return o, false
		}
	}
	return o, true
}
