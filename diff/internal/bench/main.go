// Command bench measures what the unit benchmarks cannot: whole processes
// against other programs on real long texts, and growth up to 100,000
// sentences a side.
//
//	go run ./diff/internal/bench texts WIREDIFF A B   against git and dwdiff
//	go run ./diff/internal/bench steps A B            each step of a comparison
//	go run ./diff/internal/bench growth               ten times the text
//	go run ./diff/internal/bench segment              megabytes a second
//	go run ./diff/internal/bench many                 50 and 1,000 versions
//
// Times of a process are wall and CPU (user and system); within this process
// CPU time alone, which a busy machine stretches less. Runs alternate and the
// median counts.
package main

import (
	"fmt"
	"os"
	"slices"
	"syscall"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 4 && args[0] == "texts":
		return texts(args[1], args[2], args[3])
	case len(args) == 3 && args[0] == "steps":
		return stepsOf(args[1], args[2])
	case len(args) == 1 && args[0] == "growth":
		return growth()
	case len(args) == 1 && args[0] == "segment":
		segment()
		return nil
	case len(args) == 1 && args[0] == "many":
		return many()
	}
	return fmt.Errorf("usage: bench texts WIREDIFF A B, bench steps A B, bench growth, bench segment, bench many")
}

// cpu returns the CPU time that f takes, on all processors together.
func cpu(f func()) time.Duration {
	before := used()
	f()
	return used() - before
}

func used() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// median returns the middle one of n measurements.
func median(n int, measure func() time.Duration) time.Duration {
	all := make([]time.Duration, n)
	for i := range all {
		all[i] = measure()
	}
	slices.Sort(all)
	return all[n/2]
}
