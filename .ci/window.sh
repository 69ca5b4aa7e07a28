#!/bin/sh
# Starts the real program with the built-in example on a display of its own,
# takes its picture and closes it. Fails when no window comes up, when the
# picture is blank, or when the program says anything on standard error.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
program= server=
stop() {
	for process in $program $server; do kill "$process" 2>/dev/null && wait "$process" 2>/dev/null || :; done
	rm -rf "$work"
}
trap stop EXIT INT TERM
fail() { echo "window: $*" >&2; [ ! -s "$work/said" ] || sed 's/^/window: it said: /' "$work/said" >&2; exit 1; }

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
server=$!
read -r number <"$work/display"
export DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1 HOME="$work" XDG_CONFIG_LC_ALL=en_US.UTF-8 HOME="$work" XDG_STATE_HOME="$work"

./wirediff assets/example/*.html assets/example/*.txt >"$work/said" 2>&1 &
program=$!
timeout 60 xdotool search --sync --onlyvisible --name Wirediff >/dev/null || fail "no window came up"
sleep 2
kill -0 "$program" 2>/dev/null || fail "the program ended by itself"
import -window root "$work/window.png"
colours=$(identify -format %k "$work/window.png")
[ "$colours" -gt 20 ] || fail "the window is blank: $colours colours"
[ ! -s "$work/said" ] || fail "the program complained"
echo "window: came up with the example, $colours colours"
