#!/usr/bin/env bash
# make e2e: drives the real window under Xvfb by keyboard, as a user would on the first day: the first start, the sample,
# a new contact with a Greek name, its search without accents, delete and undo, the deliverable workbook, close.
#
# It waits for what the program says that it does (PRIMADESK_TRACE=1), never for a while. On a failure it keeps its
# folder, with the log and a picture of the screen, and says where.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/bin/primadesk
room=$(mktemp -d "${TMPDIR:-/tmp}/primadesk-e2e.XXXXXX")
patience=60 # seconds that any one step may take
pids=()

given='Ευγενία' family='Δοκιμαστοπούλου' unaccented='δοκιμαστοπουλου'

say() { printf 'e2e: %s\n' "$*" >&2; }

# finish ends what this script started. What went wrong can be looked at afterwards.
finish() {
	local status=$?
	trap - EXIT
	if [ "$status" -ne 0 ]; then
		if [ -n "${DISPLAY:-}" ]; then import -window root "$room/failed.png" 2>/dev/null || true; fi
		tail -n 15 "$room/log" >&2 2>/dev/null || true
		say "failed: the log and the screen are in $room"
	fi
	for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
	wait 2>/dev/null || true
	if [ "$status" -eq 0 ]; then rm -rf "$room"; fi
	exit "$status"
}
trap finish EXIT
trap 'exit 143' TERM INT
trap 'say "line $LINENO: $BASH_COMMAND"; exit 1' ERR

fail() {
	say "$*"
	exit 1
}

# await WORD...: reads the log on, to the next line that has all the words.
await() {
	local line word found
	while IFS= read -r -t "$patience" -u 4 line; do
		found=yes
		for word in "$@"; do
			case $line in *"$word"*) ;; *) found= ;; esac
		done
		if [ -n "$found" ]; then return 0; fi
	done
	fail "no line of the log says: $*"
}

key() { xdotool key --clearmodifiers "$@"; }

# paste TEXT: xdotool garbles Greek, so it goes through the clipboard. xclip stays in the background until the text was
# taken once; the end of its output tells when.
paste() {
	printf '%s' "$1" >"$room/clip"
	exec 5< <(xclip -loops 1 -selection clipboard -in "$room/clip" && echo ready)
	read -r -t "$patience" -u 5 _ || fail "xclip does not have the clipboard"
	key ctrl+v
	if read -r -t "$patience" -u 5 _ || [ $? -gt 128 ]; then fail "nobody took the text from the clipboard"; fi
	exec 5<&-
}

# settle waits until the window shows what it has read: what it says of the list of shortcuts queues behind that.
settle() {
	key F1
	await 'shortcuts shown'
	key Escape
}

# cli ARGUMENT...: the same program, without its window
cli() { "$program" --workspace "$sample" --quiet "$@"; }

# A room of its own for everything: no setting, workspace or display of whoever runs this is touched.
unset PRIMADESK_WORKSPACE WAYLAND_DISPLAY LC_ALL LC_MESSAGES
export HOME=$room/home XDG_CONFIG_HOME=$room/config XDG_DATA_HOME=$room/data XDG_CACHE_HOME=$room/cache
export PRIMADESK_CONFIG=$room/settings LANG=en_GB.UTF-8
export PRIMADESK_TRACE=1 FYNE_SCALE=1 LIBGL_ALWAYS_SOFTWARE=1
sample=$XDG_DATA_HOME/primadesk/sample
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"

# Without a display: what to do is said, and the command line works.
if env -u DISPLAY "$program" 2>"$room/no-display"; then fail "the window opened without a display"; fi
grep -q DISPLAY "$room/no-display" || fail "nobody is told that there is no display: $(cat "$room/no-display")"

mkfifo "$room/display" "$room/manager" "$room/trace"
Xvfb -displayfd 6 -screen 0 1366x768x24 -nolisten tcp 6>"$room/display" >"$room/xvfb.log" 2>&1 &
pids+=($!)
read -r -t "$patience" number <"$room/display"
export DISPLAY=:$number
openbox --sm-disable --startup "sh -c 'echo ready >\"$room/manager\"'" >"$room/openbox.log" 2>&1 &
pids+=($!)
read -r -t "$patience" _ <"$room/manager"

"$program" 2> >(tee "$room/log" >"$room/trace") &
window=$!
pids+=("$window") # the last
exec 4<"$room/trace"

say 'first start: language, task, sample'
await 'welcome shown' step=language
xdotool search --sync --onlyvisible --name '^Primadesk$' windowactivate --sync
key Return
await 'welcome shown' step=task
key Return
await 'welcome shown' step=project
key Tab
key Tab
key Return
await 'shell ready' sample=true

say 'a contact with a Greek name'
key ctrl+2
await msg=read entity=event # of the contact that is shown first: the screen is complete
key ctrl+n
paste "$given"
key Tab
paste "$family"
key ctrl+s
await msg=saved entity=contact

say 'found without accents'
key ctrl+1
await 'screen shown' id=home
key ctrl+2
await 'screen shown' id=contacts
key ctrl+f
paste "$unaccented"
await msg=searched entity=contact found=1
await msg=read entity=contact records=1
settle

say 'deleted, and back'
key Return # from the field to the table
settle
key Delete
await msg=saved entity=contact
cli --json trash | grep "$family" >/dev/null || fail "the new contact is not what was found and deleted"
key ctrl+z
await msg=undone records=1

say 'the deliverable workbook'
key ctrl+5
await 'screen shown' id=reports
await msg=previewed name=deliverable done=true
key ctrl+s
key Return # the file's name as it is proposed
await msg=report name=deliverable written=true
workbook=$(find "$HOME" -name '*.xlsx' -print -quit)
[ -n "$workbook" ] || fail "there is no workbook in $HOME"

say 'close'
key alt+F4
await msg=closed
wait "$window" || fail "the window ended with status $?"
unset 'pids[-1]'
exec 4<&-

say 'what is left'
unzip -tqq "$workbook" || fail "the workbook is no whole zip"
cli report deliverable -o "$room/again.xlsx"
sheets() { unzip -p "$1" xl/workbook.xml | grep -o '<sheet [^>]*name="[^"]*"' | sed 's/.*name=//'; }
diff <(sheets "$workbook") <(sheets "$room/again.xlsx") || fail "the command line writes other sheets than the window did"
cli --json search "$unaccented" | grep "$family" >/dev/null || fail "the contact is not there after the undo"
cli check
if grep -n 'Error in Fyne call thread\|^panic\|level=ERROR' "$room/log"; then fail "the log has errors"; fi
[ ! -e "$PRIMADESK_CONFIG/crash.txt" ] || fail "a crash file is left after a clean end"
say 'passed'
