package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"wirediff/diff"
	"wirediff/diff/internal/workload"
	"wirediff/diff/text"
)

// steps are the sentences a side of the growth tables, tenfold each.
var steps = []int{1_000, 10_000, 100_000}

// growth times whole comparisons, from text to the reading against the first
// version, of usual edits and of the bad cases.
func growth() error {
	fmt.Printf("%-28s", "sentences a side")
	for _, n := range steps {
		fmt.Printf("%12d", n)
	}
	fmt.Println("   times per step (goal: 12 at most)")
	for _, name := range []string{"usual edits", "all alike", "nearly alike", "all different", "all moved", "one paragraph"} {
		fmt.Printf("%-28s", name)
		var took []time.Duration
		for _, n := range steps {
			a, b, err := sides(name, n)
			if err != nil {
				return err
			}
			runtime.GC()
			took = append(took, cpu(func() { err = compare(a, b) }))
			if err != nil {
				return err
			}
			fmt.Printf("%9d ms", took[len(took)-1].Milliseconds())
		}
		for k := range took[1:] {
			fmt.Printf("  %5.1f", ratio(took[k+1], took[k]))
		}
		fmt.Println()
	}
	return nil
}

// sides returns two texts of n sentences, six to a paragraph unless they are
// to be one.
func sides(name string, n int) (a, b string, err error) {
	var x, y []string
	switch name {
	case "usual edits", "one paragraph":
		w := workload.Versions(n, workload.Revision(), 1)
		x, y = w.A, w.B
	default:
		if x, y, err = workload.Bad(name, n); err != nil {
			return "", "", err
		}
	}
	size := 6
	if name == "one paragraph" {
		size = n * 2
	}
	return printed(x, size), printed(y, size), nil
}

// printed sets sentences in paragraphs of size sentences.
func printed(sentences []string, size int) string {
	var out strings.Builder
	for i, s := range sentences {
		switch {
		case i == 0:
		case i%size == 0:
			out.WriteString("\n\n")
		default:
			out.WriteByte(' ')
		}
		out.WriteString(s)
	}
	return out.String()
}

// compare compares and reads versions.
func compare(bodies ...string) error {
	var sources []text.Source
	for i, b := range bodies {
		sources = append(sources, text.Source{Name: fmt.Sprint("version ", i), Body: b})
	}
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		return err
	}
	c.Read(0)
	return nil
}
