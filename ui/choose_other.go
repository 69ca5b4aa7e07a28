//go:build !linux

package ui

// nativeChooser says that this build knows no chooser for many files.
func nativeChooser(bool) (paths []string, ok bool) { return nil, false }

// nativeSave says that this build knows no chooser of its own to save with.
func nativeSave(saveQuestion) (path string, ok bool) { return "", false }
