package main

import (
	"fmt"
	"runtime"
	"time"

	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// many times comparisons of two and of many versions, each read against the
// first.
func many() error {
	for _, size := range []struct{ versions, sentences, runs int }{{2, 40, 101}, {50, 60, 9}, {1000, 40, 1}} {
		bodies := make([]string, size.versions)
		for v, sentences := range workload.Outlets(size.versions, size.sentences, workload.Revision(), 1) {
			bodies[v] = printed(sentences, 4)
		}
		var err error
		var used time.Duration
		wall := median(size.runs, func() time.Duration {
			start := time.Now()
			used = cpu(func() { err = compare(bodies...) })
			return time.Since(start)
		})
		if err != nil {
			return err
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Printf("%4d versions x %d: wall %.1f ms, CPU %.1f ms, memory taken so far %d MB\n",
			size.versions, size.sentences, ms(wall), ms(used), m.Sys>>20)
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// segment times segmentation of plain English-like text beside a plain loop
// over the same bytes, which tells how fast the core is at the moment.
func segment() {
	body := printed(workload.Story(10_000, 1), 6)
	mega := float64(len(body)) / 1e6
	sum := uint64(0)
	loop := median(15, func() time.Duration {
		return cpu(func() {
			for i := range len(body) {
				sum = (sum ^ uint64(body[i])) * 1099511628211
			}
		})
	})
	seg := median(15, func() time.Duration {
		return cpu(func() { sum += uint64(len(text.Segment(text.Source{Body: body}).Sentences)) })
	})
	fmt.Printf("segmentation %.0f MB/s, a plain FNV-1a loop %.0f MB/s: %.1f times the loop (goal: 100 MB/s)\n",
		mega/seg.Seconds(), mega/loop.Seconds(), ratio(seg, loop))
	if sum == 0 { // keeps the loop
		fmt.Println()
	}
}
