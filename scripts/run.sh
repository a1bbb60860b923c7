#!/bin/sh
# make run: opens the window. Where there is no display it does the main job instead: it writes the sample project's
# deliverable workbook, with the build that needs neither a C compiler nor OpenGL.
#
#   scripts/run.sh [ARGUMENT...]      the arguments go to the window
set -eu
cd "$(dirname "$0")/.."
make=${MAKE:-make}

case $(uname -s) in
Darwin | MINGW* | MSYS* | CYGWIN*) display=yes ;;
*) display=${WAYLAND_DISPLAY:-}${DISPLAY:-} ;;
esac

if [ -n "$display" ]; then
	"$make" --no-print-directory build
	exec bin/primadesk "$@"
fi

"$make" --no-print-directory headless
workspace=dist/sample
workbook=dist/PRIMACENTERS-deliverable.xlsx
if [ ! -e "$workspace.ready" ] || [ ! -e "$workspace/primadesk.db" ]; then
	# The mark says that the sample is complete: a run that was stopped half-way starts afresh.
	rm -rf "$workspace"
	mkdir -p dist
	bin/primadesk-headless --workspace "$workspace" --quiet init --sample
	: >"$workspace.ready"
fi
bin/primadesk-headless --workspace "$workspace" --quiet report deliverable -o "$workbook"

cat <<TEXT

There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so Primadesk did its main job instead:

  workbook    $PWD/$workbook
              the sample project's deliverable; Excel and LibreOffice open it
  workspace   $PWD/$workspace

In another language:   bin/primadesk-headless --workspace $workspace --lang el report deliverable -o FILE.xlsx
All the commands:      bin/primadesk-headless --help
The window:            run \`make run\` on a computer with a screen, or come here from one by \`ssh -X\`
TEXT
