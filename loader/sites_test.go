package loader_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// site is a page as one kind of site builds it, around an invented story.
type site struct {
	page string            // the page, filled in
	want []string          // its paragraphs in order
	head map[string]string // fields to be found; "-" for none
}

var (
	siteSlot = regexp.MustCompile(`\{\{(?:each (\d+)-(\d+): (.*?)|p(\d+)|=(.*?)|lead (.*?)|title)\}\}`)
	siteForm = regexp.MustCompile(`@(soup|link|shy|drop)?`)
)

// openSite reads testdata/sites/NAME.html: lines "field: value" down to "---",
// then a page with slots. {{p3}} is the third paragraph of the story,
// {{each 1-9: <p>@</p>}} puts nine into the same tags, {{=words}} is text of
// the page that belongs to the story, {{lead KYIV (AFP) - }} stands before the
// next paragraph, and {{title}} is the title.
func openSite(t *testing.T, file string) site {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, page, _ := strings.Cut(string(data), "\n---\n")
	s := site{head: map[string]string{}}
	for l := range strings.Lines(head + "\n") {
		k, v, _ := strings.Cut(strings.TrimSpace(l), ": ")
		s.head[k] = v
	}
	story, err := os.ReadFile(filepath.Join(filepath.Dir(file), "stories", s.head["story"]+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	paras := strings.Split(strings.TrimSpace(string(story)), "\n")
	lead := ""
	add := func(p string) {
		s.want = append(s.want, lead+p)
		lead = ""
	}
	s.page = siteSlot.ReplaceAllStringFunc(page, func(slot string) string {
		m := siteSlot.FindStringSubmatch(slot)
		var from, to int
		switch {
		case slot == "{{title}}":
			return s.head["title"]
		case m[5] != "":
			add(m[5])
			return m[5]
		case m[6] != "":
			lead = m[6]
			return lead
		case m[4] != "":
			fmt.Sscan(m[4], &from)
			add(paras[from-1])
			return paras[from-1]
		}
		fmt.Sscan(m[1], &from)
		fmt.Sscan(m[2], &to)
		var out strings.Builder
		for _, p := range paras[from-1 : to] {
			add(p)
			out.WriteString(siteForm.ReplaceAllStringFunc(m[3], func(form string) string { return siteMarkup(p, form) }) + "\n")
		}
		return out.String()
	})
	if s.head["encode"] == "windows-1252" {
		s.page, _ = charmap.Windows1252.NewEncoder().String(s.page)
	}
	return s
}

// siteMarkup sets a paragraph as some sites do: every word in an element of
// its own, words as links, soft hyphens.
func siteMarkup(p, form string) string {
	words := strings.Split(p, " ")
	for i, w := range words {
		switch {
		case form == "@drop" && i == 0:
			words[i] = `<span class="dropcap">` + w[:1] + "</span>" + w[1:]
		case form == "@soup" && i > 0:
			words[i] = "<span data-i>" + w + "</span>"
		case form == "@link" && i%7 == 3:
			words[i] = `<a href="/x"><b>` + w + "</b></a>"
		case form == "@shy" && len(w) > 12:
			if cut := strings.IndexAny(w[5:], "aeiou"); cut > 0 {
				words[i] = w[:5+cut] + "<wbr>" + w[5+cut:]
			}
		}
	}
	return strings.Join(words, " ")
}

// Floors of the pages in testdata/sites: higher than those of real ones, for
// the pages are shorter and their text is known to the letter.
const (
	siteTokens     = 0.985
	siteParagraphs = 0.97
)

func TestSites(t *testing.T) {
	files, _ := filepath.Glob("testdata/sites/*.html")
	var words, paras float64
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".html")
		s := openSite(t, f)
		src := read(t, "page.html", s.page)
		ours := counted(src)
		gold := strings.Join(s.want, "\n")
		w, p := f1(tokens(strings.Join(ours, "\n")), tokens(gold), 1), paragraphsFound(ours, gold)
		words, paras = words+w, paras+p
		t.Logf("%-16s words %.3f paragraphs %.3f", name, w, p)
		if w < 1 || p < 1 {
			t.Logf("%s", difference(ours, s.want))
		}
		for field, got := range map[string]string{"title": src.Title.Value, "byline": src.Byline.Value, "outlet": src.Outlet.Value, "date": src.Date.Value,
			"language": src.Language.Value, "dateline": src.Dateline.Value, "credit": src.Credit.Value} {
			if want, ok := s.head[field]; ok && strings.Trim(want, "-") != got {
				t.Errorf("%s: %s is %q, want %q", name, field, got, want)
			}
		}
	}
	n := float64(len(files))
	t.Logf("%d pages: tokens F1 %.4f, paragraphs exact %.3f", len(files), words/n, paras/n)
	if words/n < siteTokens || paras/n < siteParagraphs {
		t.Errorf("below the floor of %.3f, %.3f", siteTokens, siteParagraphs)
	}
}

// difference lists the paragraphs that only one of the two has.
func difference(ours, want []string) string {
	var b strings.Builder
	list := func(mark string, all, other []string) {
		have := map[string]bool{}
		for _, p := range other {
			have[strings.Join(tokens(p), " ")] = true
		}
		for _, p := range all {
			if !have[strings.Join(tokens(p), " ")] {
				fmt.Fprintf(&b, "   %s %.90s\n", mark, p)
			}
		}
	}
	list("lost", want, ours)
	list("kept", ours, want)
	return b.String()
}
