package loader_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"wirediff/diff/text"
	"wirediff/loader"
)

// The floors below are measured on real documents, which are not part of the
// repository; without WIREDIFF_SHARED the tests are skipped. README.md has the
// figures.

var wordRun = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func tokens(s string) []string { return wordRun.FindAllString(s, -1) }

// f1 compares two bags of n-grams of words.
func f1(ours, gold []string, n int) float64 {
	a, b := grams(ours, n), grams(gold, n)
	common, all := 0, 0
	for k, c := range a {
		common += min(c, b[k])
		all += c
	}
	for _, c := range b {
		all += c
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

func grams(w []string, n int) map[string]int {
	m := map[string]int{}
	if len(w) < n {
		m[strings.Join(w, " ")] = 1
	}
	for i := 0; i+n <= len(w); i++ {
		m[strings.Join(w[i:i+n], " ")]++
	}
	return m
}

// counted returns the paragraphs of a source that take part in a comparison.
func counted(src text.Source) (out []string) {
	st := text.Segment(src)
	for _, p := range st.Paragraphs {
		if p.Role.Counted() {
			out = append(out, p.Of(st.Body))
		}
	}
	return out
}

func open(t *testing.T, file string) []text.Source {
	t.Helper()
	got, errs := loader.Open(context.Background(), file, loader.Options{})
	if len(errs) > 0 && len(got) == 0 {
		t.Logf("%v", errs)
	}
	return got
}

// paragraphsFound returns the share of gold's paragraphs that ours has exactly.
func paragraphsFound(ours []string, gold string) float64 {
	have := map[string]bool{}
	for _, p := range ours {
		have[strings.Join(tokens(p), " ")] = true
	}
	found, all := 0, 0
	for l := range strings.Lines(gold) {
		if w := tokens(l); len(w) > 0 {
			all++
			if have[strings.Join(w, " ")] {
				found++
			}
		}
	}
	return float64(found) / float64(max(all, 1))
}

func TestFloorOfPages(t *testing.T) {
	dir := shared(t, "html/pages")
	var gold map[string]struct{ ArticleBody string }
	data, err := os.ReadFile(filepath.Join(dir, "ground-truth.json"))
	if err == nil {
		err = json.Unmarshal(data, &gold)
	}
	if err != nil {
		t.Fatal(err)
	}
	var words, four, paras float64
	for id, g := range gold {
		f, err := os.Open(filepath.Join(dir, id+".html.gz"))
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		page, _ := io.ReadAll(z)
		f.Close()
		src := read(t, id+".html", string(page))
		ours := counted(src)
		a, b := tokens(strings.Join(ours, "\n")), tokens(g.ArticleBody)
		words, four, paras = words+f1(a, b, 1), four+f1(a, b, 4), paras+paragraphsFound(ours, g.ArticleBody)
	}
	n := float64(len(gold))
	t.Logf("%d pages: tokens F1 %.4f, 4-grams %.4f, paragraphs exact %.3f", len(gold), words/n, four/n, paras/n)
	if words/n < 0.965 || four/n < 0.957 || paras/n < 0.87 {
		t.Error("below the floor of .965, .957, .87")
	}
}

// TestFloorOfSavedPages compares pages saved by programs with each other: the
// forms of one page, told by the first 12 characters of the name, are equal.
func TestFloorOfSavedPages(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t, "html/saved"), "*"))
	forms := map[string][]string{}
	for _, f := range files {
		if name := filepath.Base(f); strings.HasSuffix(name, "html") && len(name) < 20 {
			id := name[:12]
			for _, src := range open(t, f) {
				forms[id] = append(forms[id], strings.Join(counted(src), "\n"))
			}
		}
	}
	for id, all := range forms {
		if len(slices.Compact(all)) != 1 {
			t.Errorf("the forms of %s differ", id)
		}
	}
	t.Logf("%d pages in several forms", len(forms))
}

// TestFloorOfPDF compares with the text that the files were made from.
func TestFloorOfPDF(t *testing.T) {
	dir := shared(t, "pdf")
	files, _ := filepath.Glob(filepath.Join(dir, "generated-*.pdf"))
	made := regexp.MustCompile(`generated-(\D+)(\d\d)\.pdf`)
	sum, count := map[string]float64{}, map[string]float64{}
	paras := map[string]float64{}
	for _, f := range files {
		m := made.FindStringSubmatch(f)
		gold, err := os.ReadFile(filepath.Join(dir, "generated-a"+m[2]+".txt"))
		if err != nil {
			gold, err = os.ReadFile(filepath.Join(filepath.Dir(dir), "text", "utf-8-a"+m[2]+".txt"))
		}
		if err != nil {
			t.Fatal(err)
		}
		got := open(t, f)
		if len(got) != 1 {
			t.Fatal(f)
		}
		ours := counted(got[0])
		sum[m[1]] += f1(tokens(strings.Join(ours, "\n")), tokens(string(gold)), 1)
		paras[m[1]] += paragraphsFound(ours, string(gold))
		count[m[1]]++
	}
	floor := 0.95
	if loader.PDFEngine == "PDFium" {
		floor = 0.98
	}
	for _, k := range sortedKeys(count) {
		t.Logf("%s, %s: tokens F1 %.3f, paragraphs exact %.3f", loader.PDFEngine, k, sum[k]/count[k], paras[k]/count[k])
		if sum[k]/count[k] < floor {
			t.Errorf("%s is below the floor of %.2f", k, floor)
		}
	}
}

func sortedKeys(m map[string]float64) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// TestFloorOfOffice compares with pandoc where it is installed.
func TestFloorOfOffice(t *testing.T) {
	dir := shared(t, "office")
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	for _, kind := range []string{"docx", "odt", "rtf"} {
		var all []float64
		files, _ := filepath.Glob(filepath.Join(dir, "*."+kind))
		for _, f := range files {
			ref, err := exec.Command("pandoc", "-f", kind, "-t", "plain", "--wrap=none", f).Output()
			if err != nil || len(tokens(string(ref))) == 0 {
				continue
			}
			score := 0.0
			if got := open(t, f); len(got) > 0 {
				score = f1(tokens(got[0].Body), tokens(string(ref)), 1)
			}
			all = append(all, score)
		}
		sort.Float64s(all)
		median := all[len(all)/2]
		t.Logf("%s: %d files, median token F1 %.3f", kind, len(all), median)
		if median < 1 && kind != "rtf" { // pandoc's rtf reader ignores code pages
			t.Errorf("%s is below the floor of 1.000", kind)
		}
	}
}

// TestFloorOfWire reads the samples of agencies: every item that holds a text
// gives a body and, but for bulletins without one, a headline.
func TestFloorOfWire(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t, "wire"), "*", "*"))
	stories, titled, refused := 0, 0, 0
	for _, f := range files {
		got, errs := loader.Open(context.Background(), f, loader.Options{})
		for _, src := range got {
			stories++
			if src.Title.Value != "" {
				titled++
			}
		}
		for _, err := range errs {
			refused++
			if msg := err.Error(); !strings.Contains(msg, "holds no text") && !strings.Contains(msg, "no news item") {
				t.Errorf("%v", err)
			}
		}
	}
	t.Logf("%d files: %d stories, %d with a headline; %d items without text", len(files), stories, titled, refused)
}

// TestFloorOfOthers opens everything else: each file gives a story or a
// refusal in words.
func TestFloorOfOthers(t *testing.T) {
	for _, sub := range []string{"mail", "warc", "feeds", "office", "pdf", "html/saved"} {
		files, _ := filepath.Glob(filepath.Join(shared(t, sub), "*"))
		read, refused := 0, 0
		for _, f := range files {
			got, errs := loader.Open(context.Background(), f, loader.Options{})
			if len(got) > 0 {
				read++
			} else {
				refused++
			}
			for _, err := range errs {
				if strings.Contains(err.Error(), loader.Damaged) {
					t.Errorf("%v: a parser panicked", err)
				}
			}
		}
		t.Logf("%s: %d read, %d refused", sub, read, refused)
	}
}
