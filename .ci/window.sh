#!/bin/sh
# Drives the real program by keys alone, on a display of its own: the built-in
# example, and the five real stories where WIREDIFF_SHARED names them. Fails
# when no window comes up, when a picture is blank or a key that should change
# it does not, when the program says anything on standard error but the time
# of its first page, or does not end well when it is told to quit.
# With a folder as argument it leaves the pictures there.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
keep=${1:-}
program= server=
stop() {
	for process in $program $server; do kill "$process" 2>/dev/null && wait "$process" 2>/dev/null || :; done
	[ -z "$keep" ] || { mkdir -p "$keep" && cp "$work"/*.png "$keep"; }
	rm -rf "$work"
}
trap stop EXIT INT TERM
fail() { echo "window: $*" >&2; [ ! -s "$work/said" ] || sed 's/^/window: it said: /' "$work/said" >&2; exit 1; }

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
server=$!
read -r number <"$work/display"
export DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1 LC_ALL=en_US.UTF-8 LANGUAGE= HOME="$work"
export XDG_CONFIG_HOME="$work" XDG_STATE_HOME="$work" XDG_CACHE_HOME="$work"
unset DBUS_SESSION_BUS_ADDRESS

# start NAME FILE...: starts the program and waits for its first page, if it opens files;
# the name plain asks for no time of the first page, as people start it.
start() {
	name=$1
	shift
	[ $# -eq 0 ] || [ "$name" = plain ] || export WIREDIFF_STARTED_AT=$(date +%s%3N)
	./wirediff "$@" >/dev/null 2>"$work/said" &
	program=$!
	unset WIREDIFF_STARTED_AT
	window=$(timeout 60 xdotool search --sync --onlyvisible --name Wirediff | head -n 1) || fail "no window came up"
	xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
	if [ "$name" = plain ]; then
		sleep 3
	elif [ $# -gt 0 ]; then
		tries=0
		until grep -q 'first page' "$work/said"; do
			tries=$((tries + 1))
			[ $tries -lt 300 ] || fail "no page came up"
			sleep 0.1
		done
		sed -n 's/^wirediff: \(first page.*\)/window: \1/p' "$work/said"
	fi
	for wait in 1 1 2 4 8 16; do # a window is there before its first frame is
		sleep $wait
		import -window root "$work/first.png"
		[ "$(identify -format %k "$work/first.png")" -le 20 ] || break
	done
	rm "$work/first.png"
	before=
	picture start
}

# picture NAME: takes a picture, which must not be blank.
picture() {
	kill -0 "$program" 2>/dev/null || fail "the program ended by itself before $name-$1"
	import -window root "$work/$name-$1.png"
	colours=$(identify -format %k "$work/$name-$1.png")
	[ "$colours" -gt 20 ] || fail "the picture $name-$1 is blank: $colours colours"
	now=$(identify -format '%#' "$work/$name-$1.png")
}

# press NAME KEY...: presses keys, after which the picture must differ.
press() {
	before=$now step=$1
	shift
	xdotool key --delay 40 "$@"
	changed "the keys $*"
}

# changed WHAT: waits until the picture is another one than before.
changed() {
	for wait in 0.3 0.3 0.6 1 2 4 8; do
		sleep $wait
		picture "$step"
		[ "$now" = "$before" ] || return 0
	done
	fail "$1 changed nothing ($name, $step)"
}

# click NAME X Y BUTTON: clicks, after which the picture must differ.
click() {
	before=$now step=$1
	xdotool mousemove "$2" "$3" click "$4"
	changed "the click"
}

# settle: waits until the picture stands still.
settle() {
	for wait in 1 1 1 2 2 4; do
		before=$now
		sleep $wait
		picture settled
		[ "$now" != "$before" ] || return 0
	done
}

# quit: closes the program by its key; it must end by itself, with 0.
quit() {
	xdotool key ctrl+q
	wait "$program" || fail "the program ended with status $?"
	program=
	# Fyne 2.7.4 reads its preferences back while it writes them; a busy machine
	# sees the empty file. It keeps what it had, so that is no complaint of ours.
	complaints=$(grep -v -e '^wirediff: first page after [0-9]* ms$' -e 'Fyne error:  Preferences load error:' \
		-e '^20.*Cause: EOF$' -e '^20.*At: .*/app/preferences.go:' "$work/said" || :)
	[ -z "$complaints" ] || fail "the program complained"
}

# walk: what an editor does with a comparison, by keys.
walk() {
	press next-change alt+Down
	press another-change n
	press previous-change p
	press cell-left Right
	press base-here b
	press base-none shift+b
	press base-again b
	press changes-only c
	press all-sentences a
	press style-next y
	press page-down Next
	press column-right ctrl+shift+Right
	press pair ctrl+2
	press in-line ctrl+3
	press matrix ctrl+4
	press order ctrl+5
	press columns ctrl+1
	press to-a-change alt+Down
	press why w
	press why-shut Escape
	press findings f
	press house-style ctrl+h
	press house-style-shut ctrl+h
	press outlets o
	press outlets-shut o
	press hide h
	press show-all shift+h
	press larger ctrl+equal
	press usual ctrl+0
	press dark ctrl+d
	press find ctrl+f t h e
	press next-hit F3
	press back-to-board Escape
	press change-list ctrl+l
	press list-walk alt+Down
	press change-list-shut ctrl+l
	press keys F1
	press keys-shut Escape
	press remove ctrl+Delete
	press undo ctrl+z
}

start empty
press example-by-key Tab Tab Tab Return
settle
press hint Return
press hints-shut Escape
press close ctrl+w
quit
start plain assets/example/*.html assets/example/*.txt
press arrow Down
press settings ctrl+comma
press back-from-settings Escape
press cell-menu Right shift+F10
press cell-menu-shut Escape
click menu-by-mouse 300 420 3
press menu-by-mouse-shut Escape
quit
[ ! -s "$work/said" ] || fail "it spoke without being asked for a time"
start example assets/example/*.html assets/example/*.txt
walk
quit
LC_ALL=de_DE.UTF-8 LANGUAGE=de
start german assets/example/*.html assets/example/*.txt
press keys F1
press keys-shut Escape
press outlets o
quit
LC_ALL=en_US.UTF-8 LANGUAGE=
if [ -n "${WIREDIFF_SHARED:-}" ]; then
	start stories "$WIREDIFF_SHARED"/stories/*.txt
	walk
	quit
fi
echo "window: walked through $(ls "$work"/*.png | wc -l) pictures"
