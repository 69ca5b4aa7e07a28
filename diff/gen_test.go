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

// line is a sentence of a version and the numbers of the sentences of the
// report that it holds; an own one has none.
type line struct {
	words []string
	from  []int
}

func (r *newsroom) report(sentences int) []line {
	s := make([]line, sentences)
	for i := range s {
		s[i] = line{r.sentence(), []int{i}}
	}
	return s
}

// version edits a report: each sentence is cut, reworded in a sixth of its
// words, or followed by an own one with chance rate each; split, or merged
// with the next, with a third of it; a third of rate is moved.
func (r *newsroom) version(report []line, rate float64) []line {
	var out []line
	for i := 0; i < len(report); i++ {
		if r.Float64() < rate {
			continue
		}
		s := line{slices.Clone(report[i].words), report[i].from}
		if r.Float64() < rate {
			for range 1 + len(s.words)/6 {
				s.words[r.IntN(len(s.words))] = r.word()
			}
		}
		switch x, n := r.Float64(), len(s.words); {
		case x < rate/3 && n > 10:
			out = append(out, line{s.words[:n/2], s.from}, line{s.words[n/2:], s.from})
			continue
		case x > 1-rate/3 && i+1 < len(report):
			i++
			s = line{append(s.words, report[i].words...), append(slices.Clone(s.from), report[i].from...)}
		}
		out = append(out, s)
		if r.Float64() < rate {
			out = append(out, line{r.sentence(), nil})
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
func (r *newsroom) source(name string, lines []line) text.Source {
	var b strings.Builder
	left := 0
	for _, s := range lines {
		if left == 0 {
			b.WriteString("\n\n")
			left = 1 + r.IntN(3)
		} else {
			b.WriteString(" ")
		}
		left--
		words := strings.Join(s.words, " ")
		b.WriteString(strings.ToUpper(words[:1]) + words[1:] + ".")
	}
	return text.Source{Name: name, File: name + ".txt", Body: strings.TrimSpace(b.String())}
}

// versions makes n versions of one report of so many sentences.
func (r *newsroom) versions(n, sentences int, rate float64) []text.Source {
	sources, _ := r.known(n, sentences, rate)
	return sources
}

// known makes versions as versions does, and returns what their sentences
// are made of.
func (r *newsroom) known(n, sentences int, rate float64) (sources []text.Source, lines [][]line) {
	report := r.report(sentences)
	for i := range n {
		lines = append(lines, r.version(report, rate))
		sources = append(sources, r.source(fmt.Sprint("v", i), lines[i]))
	}
	return sources, lines
}
