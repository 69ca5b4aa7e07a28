package assets_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"wirediff/assets"
)

func TestExampleHoldsFiveVersionsInOrder(t *testing.T) {
	want := []string{
		"1-carrow-plainsman.html", "2-harbour-gazette.txt", "3-evening-ledger.txt",
		"4-coastline-radio.html", "5-northgate-post.html",
	}
	entries, err := fs.ReadDir(assets.Example(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("versions are %v, want %v", got, want)
	}
}

// What a version must and must not say, so that nobody repairs an example by accident.
func TestExampleShowsItsPhenomena(t *testing.T) {
	for _, c := range []struct{ file, has, hasNot, what string }{
		{"1-carrow-plainsman.html", "team of U.S. engineers", "team of US engineers", "house style"},
		{"2-harbour-gazette.txt", "team of US engineers", "team of U.S. engineers", "house style"},
		{"1-carrow-plainsman.html", "Derevskyy", "per cent ", "a name in two transliterations"},
		{"2-harbour-gazette.txt", "96 per cent", "Derevskyy", "a name in two transliterations"},
		{"1-carrow-plainsman.html", "Plainsman staff contributed", "Lena Marsh", "credit line, no radio interview"},
		{"2-harbour-gazette.txt", "- BPA\n", "Nights in the gym", "credit at the end, headings gone"},
		{"3-evening-ledger.txt", "ruled out a claim", "SELMAR", "no lede, a negation lost"},
		{"3-evening-ledger.txt", "the weekly Lantern reported", "Ilka", "moved and reworded; trimmed at the end"},
		{"4-coastline-radio.html", "very dull woman", "for the first payments", "radio interview; a hole in the middle"},
		{"5-northgate-post.html", "Every family will be paid", "BPA", "own story, shares quotations only"},
	} {
		b, err := fs.ReadFile(assets.Example(), c.file)
		if err != nil {
			t.Fatal(err)
		}
		body := string(b)
		if !strings.Contains(body, c.has) {
			t.Errorf("%s: %s: lacks %q", c.file, c.what, c.has)
		}
		if strings.Contains(body, c.hasNot) {
			t.Errorf("%s: %s: must not say %q", c.file, c.what, c.hasNot)
		}
	}
}
