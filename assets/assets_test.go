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
		"1-Carrow-Plainsman.html", "2-Harbour-Gazette.txt", "3-Evening-Ledger.txt",
		"4-Coastline-Radio.html", "5-Northgate-Post.html",
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
		{"1-Carrow-Plainsman.html", "team of U.S. engineers", "team of US engineers", "house style"},
		{"2-Harbour-Gazette.txt", "team of US engineers", "team of U.S. engineers", "house style"},
		{"1-Carrow-Plainsman.html", "Derevskyy", "per cent ", "a name in two transliterations"},
		{"2-Harbour-Gazette.txt", "96 per cent", "Derevskyy", "a name in two transliterations"},
		{"1-Carrow-Plainsman.html", "Plainsman staff contributed", "Lena Marsh", "credit line, no radio interview"},
		{"2-Harbour-Gazette.txt", "- BPA\n", "Nights in the gym", "credit at the end, headings gone"},
		{"2-Harbour-Gazette.txt", "Irena Volt told Channel Six", "Lena Marsh", "a remark from elsewhere"},
		{"3-Evening-Ledger.txt", "ruled out a claim", "SELMAR", "no lede, a negation lost"},
		{"3-Evening-Ledger.txt", "the weekly Lantern reported", "Ilka", "moved and reworded; trimmed at the end"},
		{"4-Coastline-Radio.html", "very dull woman", "for the first payments", "radio interview; a hole in the middle"},
		{"5-Northgate-Post.html", "Every family will be paid", "BPA", "own story, shares quotations only"},
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
