//go:build !linux

package ui

// nativeChooser says that this build knows no chooser for many files.
func nativeChooser(bool) (paths []string, ok bool) { return nil, false }
