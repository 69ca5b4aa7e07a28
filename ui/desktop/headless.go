//go:build headless

// Package desktop without a window: the command line alone, for machines without GL.
package desktop

// Main runs the command line.
func Main(args []string) int { return run(args, nil) }
