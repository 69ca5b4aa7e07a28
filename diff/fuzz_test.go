package diff_test

import (
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/text"
)

// FuzzCompare cuts any text into versions at form feeds and checks the laws.
// Run it with -fuzzminimizetime=20x: the work runs on several goroutines, so
// coverage flickers and minimising takes most of the time otherwise.
func FuzzCompare(f *testing.F) {
	f.Add("One sentence. And another.\n\nA third one.\fOne sentence, and another.\n\nOwn words.\fA third one.\n\nOne sentence.")
	f.Add("a. b. c. d.\fd. c. b. a.\fa b. c d.\f")
	f.Add("Rain. Rain. Rain.\fRain. Rain.\fRain.\fRain. Rain. Rain. Rain.")
	r := newNewsroom(2)
	var versions []string
	for _, s := range r.versions(3, 6, 0.4) {
		versions = append(versions, s.Body)
	}
	f.Add(strings.Join(versions, "\f"))
	f.Fuzz(func(t *testing.T, all string) {
		if len(all) > 1<<14 || strings.Count(all, "\f") > 7 {
			return
		}
		var sources []text.Source
		for i, body := range strings.Split(all, "\f") {
			sources = append(sources, text.Source{Name: string(rune('a' + i)), Body: body})
		}
		c := compare(t, sources, diff.Options{})
		checkRows(t, c)
		checkPairs(t, c)
		for base := -1; base < len(sources); base++ {
			checkReading(t, c.Read(base))
		}
		for i, j := 0, len(sources)-1; i < j; i, j = i+1, j-1 {
			sources[i], sources[j] = sources[j], sources[i]
		}
		if want, got := picture(c), picture(compare(t, sources, diff.Options{})); got != want {
			t.Fatalf("the result depends on the load order:\n%s\nand\n%s", want, got)
		}
	})
}
