// Command icons draws the icon from its one source: a PNG of each asked size
// and, for Windows, one .ico that holds the small ones. Same source, same
// bytes.
//
//	go run ./assets/internal/icons [-ico FILE] SVG DIR SIZE...
//
// writes DIR/SIZE.png for each size.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// icoSizes are the sizes that Windows looks for in an .ico file.
var icoSizes = []int{16, 24, 32, 48, 64, 256}

func main() {
	ico := flag.String("ico", "", "also write this .ico file")
	flag.Parse()
	if err := run(*ico, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "icons:", err)
		os.Exit(2)
	}
}

func run(ico string, args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: icons [-ico FILE] SVG DIR SIZE [SIZE...]")
	}
	svg, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	for _, arg := range args[2:] {
		size, err := strconv.Atoi(arg)
		if err != nil || size < 1 || size > 2048 {
			return fmt.Errorf("%q is not a size from 1 to 2048", arg)
		}
		b, err := draw(svg, size)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(args[1], arg+".png"), b, 0o644); err != nil {
			return err
		}
	}
	if ico == "" {
		return nil
	}
	b, err := windowsIcon(svg)
	if err != nil {
		return err
	}
	return os.WriteFile(ico, b, 0o644)
}

// draw renders the drawing as a square PNG of size pixels.
func draw(svg []byte, size int) ([]byte, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, err
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, img, img.Bounds())
	icon.Draw(rasterx.NewDasher(size, size, scanner), 1)
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img)
	return out.Bytes(), err
}

// windowsIcon packs PNGs of icoSizes into the ICO format: a header of 6
// bytes, 16 bytes for each picture, then the pictures.
func windowsIcon(svg []byte) ([]byte, error) {
	head := binary.LittleEndian.AppendUint16(nil, 0)
	head = binary.LittleEndian.AppendUint16(head, 1)
	head = binary.LittleEndian.AppendUint16(head, uint16(len(icoSizes)))
	var body []byte
	for _, size := range icoSizes {
		b, err := draw(svg, size)
		if err != nil {
			return nil, err
		}
		side := byte(size) // 256 is written as 0
		head = append(head, side, side, 0, 0, 1, 0, 32, 0)
		head = binary.LittleEndian.AppendUint32(head, uint32(len(b)))
		head = binary.LittleEndian.AppendUint32(head, uint32(6+16*len(icoSizes)+len(body)))
		body = append(body, b...)
	}
	return append(head, body...), nil
}
