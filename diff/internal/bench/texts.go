package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// textRuns is how often every program is run.
const textRuns = 7

// timed is one run of a program.
type timed struct {
	wall, cpu time.Duration
	peak      int64 // bytes
}

// texts compares two files with Wirediff, git and dwdiff, in turn.
func texts(wirediff, a, b string) error {
	size, err := sizeOf(a, b)
	if err != nil {
		return err
	}
	programs := [][]string{
		{wirediff, "compare", "--format", "json", a, b},
		{"git", "diff", "--no-index", "--word-diff=porcelain", a, b},
		{"dwdiff", a, b},
	}
	runs := make([][]timed, len(programs))
	for range textRuns {
		for i, p := range programs {
			t, err := process(p)
			if err != nil {
				return err
			}
			runs[i] = append(runs[i], t)
		}
	}
	mid := make([]timed, len(programs))
	for i, p := range programs {
		mid[i] = middle(runs[i])
		fmt.Printf("%-24s wall %4d ms  CPU %4d ms  peak %5.1f MB\n", p[0]+" "+p[1][:min(7, len(p[1]))],
			mid[i].wall.Milliseconds(), mid[i].cpu.Milliseconds(), float64(mid[i].peak)/1e6)
	}
	fmt.Printf("of git's time:    wall %.1f  CPU %.1f  (goal: 3 at most)\n", ratio(mid[0].wall, mid[1].wall), ratio(mid[0].cpu, mid[1].cpu))
	fmt.Printf("dwdiff takes:     wall %.1f  CPU %.1f times as long (goal: 3 at least)\n", ratio(mid[2].wall, mid[0].wall), ratio(mid[2].cpu, mid[0].cpu))
	fmt.Printf("peak of input:    %.1f times (goal: 25 at most)\n", float64(mid[0].peak)/float64(size))
	return nil
}

func sizeOf(files ...string) (size int64, err error) {
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			return 0, err
		}
		size += info.Size()
	}
	return size, nil
}

// process runs a program that ends with 1 where texts differ. Its output goes
// to a file: git does less where it would be thrown away.
func process(args []string) (timed, error) {
	out, err := os.CreateTemp("", "wirediff-bench-*")
	if err != nil {
		return timed{}, err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	c := exec.Command(args[0], args[1:]...)
	c.Stdout = out
	start := time.Now()
	err = c.Run()
	t := timed{wall: time.Since(start)}
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return t, fmt.Errorf("%s: %w", args[0], err)
	}
	t.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	if r, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		t.peak = r.Maxrss * 1024 // kilobytes on Linux
	}
	return t, nil
}

// middle returns the medians of several runs.
func middle(runs []timed) (m timed) {
	by := func(f func(a, b timed) int) timed {
		s := slices.SortedFunc(slices.Values(runs), f)
		return s[len(s)/2]
	}
	m.wall = by(func(a, b timed) int { return cmp.Compare(a.wall, b.wall) }).wall
	m.cpu = by(func(a, b timed) int { return cmp.Compare(a.cpu, b.cpu) }).cpu
	m.peak = by(func(a, b timed) int { return cmp.Compare(a.peak, b.peak) }).peak
	return m
}

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }
