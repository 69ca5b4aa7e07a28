#!/bin/sh
# Builds every package into dist/. Same commit, same tools, same bytes: all
# times are the commit's, all owners root, all lists sorted.
#
#   assets/package/build.sh VERSION [linux|windows|headless]...   (no word: all three)
set -eu
cd "$(dirname "$0")/../.."
VERSION=$1
shift
[ $# -gt 0 ] || set -- linux windows headless

NFPM="go run github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.2"
WINRES="go run github.com/tc-hib/go-winres@v0.3.3"
ID=io.github.wirediff.Wirediff
HERE=assets/package
PDFIUM=$(ls loader/internal/pdf/pdfium-*.txt | paste -sd, -),$HERE/pdfium-parts.txt

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
DATE=$(TZ=UTC git log -1 --date=format-local:%Y-%m-%d --format=%cd)
COMMIT=$(git rev-parse --short=10 HEAD)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C
umask 022

STAMP="-s -w -X 'wirediff/ui/cli.version=$VERSION' -X 'wirediff/ui/cli.commit=$COMMIT' -X 'wirediff/ui/cli.date=$DATE'"
OUT=dist
WORK=build
rm -rf "$WORK"
mkdir -p "$OUT" "$WORK/icons" "$WORK/man" "$WORK/completions"

say() { echo "package: $*"; }
same_time() { find "$@" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# window OS OUTPUT, headless OS ARCH OUTPUT: one program each.
window() {
	case $1 in
	windows) CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc GOOS=windows GOARCH=amd64 \
		go build -trimpath -tags migrated_fynedo,pdfium -ldflags "$STAMP -H windowsgui" -o "$2" . ;;
	*) CGO_ENABLED=1 go build -trimpath -buildmode=pie -tags migrated_fynedo,pdfium -ldflags "$STAMP" -o "$2" . ;;
	esac
}
headless() { CGO_ENABLED=0 GOOS=$1 GOARCH=$2 go build -trimpath -tags headless,pdfium -ldflags "$STAMP" -o "$3" .; }

# bill PROGRAM DIR: what is linked, and its licences.
bill() {
	go run ./assets/internal/bill -version "$VERSION" -sbom "$2/sbom.json" -licences "$2/THIRD-PARTY.txt" \
		-also "@hyzyla/pdfium@2.1.13=$PDFIUM" "$1"
}

# Made once for all: icons, man pages, completions.
common() {
	go run ./assets/internal/icons -ico "$WORK/wirediff.ico" assets/icon.svg "$WORK/icons" 16 22 24 32 48 64 128 256 512
	CGO_ENABLED=0 go run -ldflags "$STAMP" ./ui/cli/internal/manual "$WORK/man" "$DATE"
	CGO_ENABLED=0 go build -tags headless -o "$WORK/wirediff" .
	for shell in bash zsh fish; do "$WORK/wirediff" completion $shell >"$WORK/completions/$shell"; done
}

# tree DIR PROGRAM NAME: what every Linux package holds below /usr.
tree() {
	doc=$1/share/doc/$3
	mkdir -p "$1/bin" "$doc" "$1/share/man/man1" "$1/share/bash-completion/completions" \
		"$1/share/zsh/vendor-completions" "$1/share/fish/vendor_completions.d"
	install -m 755 "$2" "$1/bin/wirediff"
	for page in "$WORK"/man/*.1; do gzip -9n <"$page" >"$1/share/man/man1/$(basename "$page").gz"; done
	cp "$WORK/completions/bash" "$1/share/bash-completion/completions/wirediff"
	cp "$WORK/completions/zsh" "$1/share/zsh/vendor-completions/_wirediff"
	cp "$WORK/completions/fish" "$1/share/fish/vendor_completions.d/wirediff.fish"
	sed "s|/doc/wirediff/|/doc/$3/|" "$HERE/linux/copyright" >"$doc/copyright"
	gzip -9n <CHANGELOG.md >"$doc/changelog.gz"
	debian_changelog "$3" | gzip -9n >"$doc/changelog.Debian.gz"
	bill "$2" "$doc"
	gzip -9n "$doc/THIRD-PARTY.txt"
}

debian_changelog() {
	printf '%s (%s-1) unstable; urgency=medium\n\n  * See changelog.gz, the changelog of the project.\n\n' "$1" "$VERSION"
	printf ' -- The Wirediff founders <maintainers@wirediff.invalid>  %s\n' "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

# desktop DIR: what the window needs besides.
desktop() {
	mkdir -p "$1/share/applications" "$1/share/metainfo" "$1/share/mime/packages" "$1/share/icons/hicolor/scalable/apps"
	cp "$HERE/linux/$ID.desktop" "$1/share/applications/"
	cp "$HERE/linux/$ID.xml" "$1/share/mime/packages/"
	sed "s/@VERSION@/$VERSION/; s/@DATE@/$DATE/" "$HERE/linux/$ID.metainfo.xml" >"$1/share/metainfo/$ID.metainfo.xml"
	cp assets/icon.svg "$1/share/icons/hicolor/scalable/apps/$ID.svg"
	for icon in "$WORK"/icons/*.png; do
		size=$(basename "$icon" .png)
		mkdir -p "$1/share/icons/hicolor/${size}x$size/apps"
		cp "$icon" "$1/share/icons/hicolor/${size}x$size/apps/$ID.png"
	done
}

# bundle TREE NAME ARCH: deb, rpm and tar.xz of a tree.
bundle() {
	same_time "$1"
	for format in deb rpm; do
		sed "s|@TREE@|$1|; s|@ARCH@|$3|; s|@VERSION@|$VERSION|" "$HERE/linux/$2.yaml" >"$WORK/nfpm.yaml"
		$NFPM package --config "$WORK/nfpm.yaml" --packager $format --target "$OUT/" >"$WORK/nfpm.log" 2>&1 || { cat "$WORK/nfpm.log"; exit 1; }
	done
	tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
		--transform "s|^\.|$2-$VERSION-linux-$3|" -C "$1" -cf - . | xz -9e -T1 >"$OUT/$2-$VERSION-linux-$3.tar.xz"
	say "$2 for linux $3: deb, rpm, tar.xz"
}

linux() {
	window linux "$WORK/wirediff-window"
	tree "$WORK/tree-window" "$WORK/wirediff-window" wirediff
	desktop "$WORK/tree-window"
	bundle "$WORK/tree-window" wirediff amd64
	for arch in amd64 arm64; do
		headless linux $arch "$WORK/wirediff-$arch"
		tree "$WORK/tree-$arch" "$WORK/wirediff-$arch" wirediff-cli
		bundle "$WORK/tree-$arch" wirediff-cli $arch
	done
}

# folder DIR PROGRAM: the texts beside a program that is not installed.
folder() {
	bill "$2" "$1"
	cp LICENSE "$1/LICENSE.txt"
	cp README.md "$1/"
}

# archive DIR NAME: a zip of a folder.
archive() {
	same_time "$WORK/$1"
	(cd "$WORK" && find "$1" -type f | sort | zip -X -9 -q "../$OUT/$1.zip.new" -@)
	mv "$OUT/$1.zip.new" "$OUT/$1.zip"
	say "$1.zip"
}

windows() {
	dir=wirediff-$VERSION-windows-amd64
	mkdir -p "$WORK/$dir"
	trap 'rm -f rsrc_windows_amd64.syso' EXIT
	$WINRES make --in "$HERE/windows/winres.json" --arch amd64 --product-version "$VERSION.0" --file-version "$VERSION.0" --out rsrc
	window windows "$WORK/$dir/wirediff.exe"
	headless windows amd64 "$WORK/$dir/wirediff-cli.exe"
	rm -f rsrc_windows_amd64.syso
	folder "$WORK/$dir" "$WORK/$dir/wirediff.exe"
	archive "$dir"
	makensis -V2 -NOCD -DVERSION="$VERSION" -DSOURCE="$WORK/$dir" -DICON="$WORK/wirediff.ico" \
		-DOUTPUT="$OUT/wirediff-$VERSION-windows-amd64-setup.exe" "$HERE/windows/wirediff.nsi"
	say "wirediff-$VERSION-windows-amd64-setup.exe"
}

headless_archives() {
	for target in linux/amd64 linux/arm64 windows/amd64 windows/arm64 darwin/amd64 darwin/arm64; do
		os=${target%/*} arch=${target#*/} suffix=
		[ $os != windows ] || suffix=.exe
		dir=wirediff-cli-$VERSION-$(echo $os | sed s/darwin/macos/)-$arch
		mkdir -p "$WORK/$dir"
		headless $os $arch "$WORK/$dir/wirediff-cli$suffix"
		folder "$WORK/$dir" "$WORK/$dir/wirediff-cli$suffix"
		archive "$dir"
	done
}

common
for what; do
	case $what in
	linux) linux ;;
	windows) windows ;;
	headless) headless_archives ;;
	*) echo "package: $what is not linux, windows or headless" >&2; exit 2 ;;
	esac
done
(cd "$OUT" && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | sort | xargs sha256sum >SHA256SUMS)
say "checksums in $OUT/SHA256SUMS"
