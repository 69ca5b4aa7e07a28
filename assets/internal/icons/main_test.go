package main

import (
	"bytes"
	"encoding/binary"
	"image/png"
	"os"
	"testing"
)

func TestCommittedIconIsTheDrawing(t *testing.T) {
	svg, err := os.ReadFile("../../icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	want, err := draw(svg, 256)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../icon.png")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("assets/icon.png is not what assets/icon.svg draws: run make icon")
	}
}

func TestWindowsIconPointsAtItsPictures(t *testing.T) {
	svg, err := os.ReadFile("../../icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	ico, err := windowsIcon(svg)
	if err != nil {
		t.Fatal(err)
	}
	for i, size := range icoSizes {
		entry := ico[6+16*i:]
		length := binary.LittleEndian.Uint32(entry[8:])
		offset := binary.LittleEndian.Uint32(entry[12:])
		cfg, err := png.DecodeConfig(bytes.NewReader(ico[offset : offset+length]))
		if err != nil || cfg.Width != size || cfg.Height != size {
			t.Errorf("picture %d: %v, %d x %d, want %d", i, err, cfg.Width, cfg.Height, size)
		}
	}
}
