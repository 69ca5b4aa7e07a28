package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"time"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// stepRounds is how often every step is run; the median counts.
const stepRounds = 7

// stepsOf times every step of a comparison of two files in this process, each
// alone, and counts what it allocates. Whole comparisons hold the steps above them.
func stepsOf(a, b string) error {
	var sources []text.Source
	for _, name := range []string{a, b} {
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		sources = append(sources, text.Source{Name: name, Body: string(body)})
	}
	ctx := context.Background()
	stories := []*text.Story{text.Segment(sources[0]), text.Segment(sources[1])}
	keyed, _ := style.Apply(stories, style.Rules{})
	fa, fb := align.Prepare(keyed[0]), align.Prepare(keyed[1])
	c, err := diff.CompareStories(ctx, stories, diff.Options{})
	if err != nil {
		return err
	}
	reading := c.Read(0)
	for _, s := range []struct {
		name string
		run  func()
	}{
		{"segmentation", func() { text.Segment(sources[0]); text.Segment(sources[1]) }},
		{"house style", func() { style.Apply(stories, style.Rules{}) }},
		{"features", func() { align.Prepare(keyed[0]); align.Prepare(keyed[1]) }},
		{"alignment", func() { _, err = new(align.Aligner).Pair(ctx, fa, fb) }},
		{"style to rows, all", func() { _, err = diff.CompareStories(ctx, stories, diff.Options{}) }},
		{"reading", func() { c.Read(0) }},
		{"word diffs", func() { c.GroupWords(&c.Pairs[0], 0, len(c.Pairs[0].Groups)) }},
		{"news", func() { news.Find(c, news.Options{Base: -1}) }},
		{"JSON, news in it", func() { err = report.JSON(io.Discard, reading, report.AllPairs) }},
	} {
		step(s.name, s.run)
		if err != nil {
			return err
		}
	}
	return nil
}

// step prints the medians of a step's times and what one run allocates.
func step(name string, run func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	var walls, cpus []time.Duration
	for range stepRounds {
		start := time.Now()
		cpus = append(cpus, cpu(run))
		walls = append(walls, time.Since(start))
	}
	slices.Sort(walls)
	slices.Sort(cpus)
	fmt.Printf("%-20s wall %6.1f ms  CPU %6.1f ms  allocated %6.1f MB in %7d\n", name, ms(walls[stepRounds/2]), ms(cpus[stepRounds/2]),
		float64(after.TotalAlloc-before.TotalAlloc)/1e6, after.Mallocs-before.Mallocs)
}
