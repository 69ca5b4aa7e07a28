#!/bin/sh
# Writes two real English texts of 1.1 MB each into a folder: the first books of
# the King James Version (Debian: bible-kjv) and of the World English Bible
# (Debian: sword-text-web, read by diatheke), a chapter a paragraph. Neither is
# part of this repository.
#
#	diff/internal/bench/texts.sh FOLDER    writes FOLDER/kjv.txt and FOLDER/web.txt
set -e
out=${1:?a folder}
for tool in bible diatheke; do
	command -v $tool >/dev/null || { echo "texts.sh: $tool is missing: apt-get install bible-kjv diatheke sword-text-web" >&2; exit 2; }
done
mkdir -p "$out"
chapters() { # "Ge1:1 text" or "Genesis 1:1: text" a line -> a chapter a paragraph
	sed -n -E 's/^([1-3IV]* ?[A-Za-z]+ ?[0-9]+):[0-9]+:? +(.*[^ ]) *$/\1\t\2/p' |
		awk -F '\t' '$1 != last { if (NR > 1) printf "\n\n"; last = $1; printf "%s", $2; next } { printf " %s", $2 } END { print "" }' |
		head -c 1100000
}
bible -f 'gen1:1-2sam24:25' </dev/null | chapters >"$out/kjv.txt"
diatheke -b engWEB2015eb -f plain -k 'Gen-2Sam' | chapters >"$out/web.txt"
ls -l "$out/kjv.txt" "$out/web.txt"
