#!/bin/sh
# Builds dist/Wirediff.app on a Mac (Fyne needs Apple's SDK, so no other
# system can). The bundle is not signed.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || { echo "package: a macOS bundle can be built on a Mac only" >&2; exit 1; }
VERSION=$1
COMMIT=$(git rev-parse --short=10 HEAD)
DATE=$(TZ=UTC git log -1 --date=format-local:%Y-%m-%d --format=%cd)
STAMP="-s -w -X 'wirediff/ui/cli.version=$VERSION' -X 'wirediff/ui/cli.commit=$COMMIT' -X 'wirediff/ui/cli.date=$DATE'"
APP=dist/Wirediff.app/Contents
rm -rf dist/Wirediff.app build/wirediff.iconset
mkdir -p "$APP/MacOS" "$APP/Resources" build/wirediff.iconset

for arch in amd64 arm64; do
	CGO_ENABLED=1 GOARCH=$arch go build -trimpath -tags migrated_fynedo,pdfium -ldflags "$STAMP" -o build/wirediff-$arch .
done
lipo -create -output "$APP/MacOS/wirediff" build/wirediff-amd64 build/wirediff-arm64
sed "s/@VERSION@/$VERSION/g" assets/package/macos/Info.plist >"$APP/Info.plist"

go run ./assets/internal/icons assets/icon.svg build/wirediff.iconset 16 32 64 128 256 512 1024
cd build/wirediff.iconset
for size in 16 32 128 256 512; do
	cp $size.png icon_${size}x$size.png
	cp $((size * 2)).png icon_${size}x$size@2x.png
done
rm -f 16.png 32.png 64.png 128.png 256.png 512.png 1024.png
cd ../..
iconutil -c icns -o "$APP/Resources/wirediff.icns" build/wirediff.iconset
go run ./assets/internal/bill -version "$VERSION" -sbom "$APP/Resources/sbom.json" -licences "$APP/Resources/THIRD-PARTY.txt" \
	-also "@hyzyla/pdfium@2.1.13=$(ls loader/internal/pdf/pdfium-*.txt | paste -sd, -),assets/package/pdfium-parts.txt" build/wirediff-arm64
echo "package: dist/Wirediff.app"
