#!/bin/sh
# Fetches PDFium as WebAssembly for builds with -tags pdfium, and the licences that packages must carry with it:
# by package name and version, checked by hash. The package is MIT, PDFium itself BSD-3-Clause and Apache-2.0;
# its own text comes from another package of it, the first has none. Nothing of it is in the repository.
set -eu
cd "$(dirname "$0")"
wasm=71aec412a303a0405baee21c3d6d3f30ad2033dc02444130fe476be3976e2d09

sum() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d' ' -f1; }
[ -f pdfium.wasm ] && [ -f pdfium-MIT.txt ] && [ -f pdfium-BSD.txt ] && [ -f pdfium-Apache.txt ] &&
	[ "$(sum pdfium.wasm)" = $wasm ] && exit 0

dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT

# part SCOPE NAME VERSION SHA256 FILE...: files of a package, into $dir/package.
part() {
	scope=$1 name=$2 version=$3 want=$4
	shift 4
	file=$dir/$name-$version.tgz
	if command -v npm >/dev/null; then file=$dir/$(cd "$dir" && npm pack --silent "@$scope/$name@$version")
	elif command -v curl >/dev/null; then curl -fsSL -o "$file" "https://registry.npmjs.org/@$scope/$name/-/$name-$version.tgz"
	else echo "pdfium: npm or curl is needed to fetch @$scope/$name" >&2; exit 1; fi
	[ "$(sum "$file")" = "$want" ] || { echo "pdfium: @$scope/$name is not the file that was checked; not used" >&2; exit 1; }
	tar -xzf "$file" -C "$dir" "$@"
}

part hyzyla pdfium 2.1.13 d758644310d11ce74f0b2039fe36782f09fcb95d36052fa1c5a9c5a80618341c package/dist/pdfium.wasm package/LICENSE.md
[ "$(sum "$dir/package/dist/pdfium.wasm")" = $wasm ] || { echo "pdfium: the module inside @hyzyla/pdfium is not the one that was checked" >&2; exit 1; }
mv "$dir/package/dist/pdfium.wasm" "$dir/pdfium.wasm" # the second package has one of that name
part embedpdf pdfium 2.15.1 658a30188b4009ac6a41585fae1c0058d7b46552d6d193d72d1ad00bb078d3f6 package/LICENSE.pdfium
mv "$dir/package/LICENSE.md" pdfium-MIT.txt
sed '/^ *Apache License$/,$d' "$dir/package/LICENSE.pdfium" >pdfium-BSD.txt
sed -n '/^ *Apache License$/,$p' "$dir/package/LICENSE.pdfium" >pdfium-Apache.txt
mv "$dir/pdfium.wasm" pdfium.wasm
