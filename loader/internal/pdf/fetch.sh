#!/bin/sh
# Fetches PDFium as WebAssembly for builds with -tags pdfium: by package name and version, checked by hash.
# The package is MIT, PDFium itself BSD-3-Clause and Apache-2.0; nothing of it is in the repository.
set -eu
package=@hyzyla/pdfium@2.1.13
address=https://registry.npmjs.org/@hyzyla/pdfium/-/pdfium-2.1.13.tgz
tarball=d758644310d11ce74f0b2039fe36782f09fcb95d36052fa1c5a9c5a80618341c
wasm=71aec412a303a0405baee21c3d6d3f30ad2033dc02444130fe476be3976e2d09

cd "$(dirname "$0")"
sum() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d' ' -f1; }
[ -f pdfium.wasm ] && [ -f pdfium-LICENSE.md ] && [ "$(sum pdfium.wasm)" = $wasm ] && exit 0

dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
if command -v npm >/dev/null; then (cd "$dir" && npm pack --silent $package >/dev/null)
elif command -v curl >/dev/null; then curl -fsSL -o "$dir/pdfium.tgz" $address
else echo "pdfium: npm or curl is needed to fetch $package" >&2; exit 1; fi
file=$(ls "$dir"/*.tgz)
[ "$(sum "$file")" = $tarball ] || { echo "pdfium: $package is not the file that was checked; not used" >&2; exit 1; }
tar -xzf "$file" -C "$dir" package/dist/pdfium.wasm package/LICENSE.md
[ "$(sum "$dir/package/dist/pdfium.wasm")" = $wasm ] || { echo "pdfium: the module inside $package is not the one that was checked" >&2; exit 1; }
mv "$dir/package/LICENSE.md" pdfium-LICENSE.md
mv "$dir/package/dist/pdfium.wasm" pdfium.wasm
