package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"wirediff/diff/text"
)

// newsroom makes synthetic stories: a wire report of invented words and
// versions of it that outlets edited. The same seed gives the same stories.
type newsroom struct {
	*rand.Rand
	words []string
}

func newNewsroom(seed uint64) *newsroom {
	r := &newsroom{Rand: rand.New(rand.NewPCG(seed, 7))}
	for range 3000 {
		var w strings.Builder
		for range 1 + r.IntN(4) {
			w.WriteByte("bdfgklmnprstvz"[r.IntN(14)])
			w.WriteByte("aeiou"[r.IntN(5)])
		}
		r.words = append(r.words, w.String())
	}
	return r
}

// word draws a word; a few are very frequent, as in any language.
func (r *newsroom) word() string {
	x := r.Float64()
	return r.words[int(x*x*x*float64(len(r.words)))]
}

func (r *newsroom) sentence() []string {
	s := make([]string, 8+r.IntN(20))
	for i := range s {
		s[i] = r.word()
	}
	return s
}

func (r *newsroom) report(sentences int) [][]string {
	s := make([][]string, sentences)
	for i := range s {
		s[i] = r.sentence()
	}
	return s
}

// version edits a report: each sentence is, with chance rate each, cut,
// reworded, split, merged with the next, moved, or followed by an own one.
func (r *newsroom) version(report [][]string, rate float64) [][]string {
	var out [][]string
	for i := 0; i < len(report); i++ {
		s := slices.Clone(report[i])
		if r.Float64() < rate {
			continue
		}
		if r.Float64() < rate {
			for range 1 + len(s)/6 {
				s[r.IntN(len(s))] = r.word()
			}
		}
		switch x := r.Float64(); {
		case x < rate/3 && len(s) > 10:
			out = append(out, s[:len(s)/2], s[len(s)/2:])
			continue
		case x < 2*rate/3 && i+1 < len(report):
			i++
			s = append(s, report[i]...)
		}
		out = append(out, s)
		if r.Float64() < rate {
			out = append(out, r.sentence())
		}
	}
	for range int(rate * float64(len(out)) / 3) {
		from, to := r.IntN(len(out)), r.IntN(len(out))
		s := out[from]
		out = slices.Insert(slices.Delete(out, from, from+1), min(to, len(out)-1), s)
	}
	return out
}

// source prints sentences in paragraphs of one to three.
func (r *newsroom) source(name string, sentences [][]string) text.Source {
	var b strings.Builder
	left := 0
	for _, s := range sentences {
		if left == 0 {
			b.WriteString("\n\n")
			left = 1 + r.IntN(3)
		} else {
			b.WriteString(" ")
		}
		left--
		line := strings.Join(s, " ")
		b.WriteString(strings.ToUpper(line[:1]) + line[1:] + ".")
	}
	return text.Source{Name: name, File: name + ".txt", Body: strings.TrimSpace(b.String())}
}

// versions makes n versions of one report of so many sentences.
func (r *newsroom) versions(n, sentences int, rate float64) []text.Source {
	report := r.report(sentences)
	out := make([]text.Source, n)
	for i := range out {
		out[i] = r.source(fmt.Sprint("v", i), r.version(report, rate))
	}
	return out
}
