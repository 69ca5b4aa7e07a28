package report_test

import (
	"bytes"
	"context"
	"io"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/report/pdf"
	"wirediff/diff/text"
)

// wordsOf counts the words of a column as a reader would.
func wordsOf(p *report.Page, col int) int {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(p.Heads[col].Title, "…", ""))
	for _, row := range p.Rows {
		for _, r := range row.Cells[col].Runs {
			if r.Mark != report.Number {
				b.WriteString(" " + r.Text)
			}
		}
	}
	return len(strings.FieldsFunc(b.String(), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’'
	}))
}

// TestExcerptLimit: no column ever shows more words than the limit, and the
// page it was made from stays whole.
func TestExcerptLimit(t *testing.T) {
	p := report.New(reading(t, 0, ferries...), report.View{})
	whole := wordsOf(p, 0)
	for _, limit := range []int{1, 2, 7, 20, 33, 1000} {
		cut := p.Share(report.Sharing{Excerpt: limit})
		for c := range cut.Heads {
			if n := wordsOf(cut, c); n > limit {
				t.Errorf("limit %d: column %d shows %d words", limit, c, n)
			}
		}
	}
	if wordsOf(p, 0) != whole {
		t.Error("the page itself was cut")
	}
}

func TestHiddenNames(t *testing.T) {
	p := report.New(reading(t, 0, "A said it first.\nMore from Wick.", "A said it first.\nOther words."), report.View{})
	hidden := p.Share(report.Sharing{HideNames: true})
	if hidden.Heads[1].Name != "Outlet B" || p.Heads[1].Name != "B" {
		t.Errorf("%q, %q", hidden.Heads[1].Name, p.Heads[1].Name)
	}
	for _, f := range report.Colophon(hidden, "Wirediff", "") {
		if strings.Contains(f.Text, ".txt") {
			t.Errorf("a file is named: %s", f.Text)
		}
	}
}

// TestExcerptEverywhere: the limit holds in every format, whatever a reader
// counts: tips, struck words, findings and headlines included.
func TestExcerptEverywhere(t *testing.T) {
	_, r := golden(t, "testdata/pilots.txtar")
	const limit = 15
	for _, base := range []int{0, 1, -1} {
		p := report.New(r.Collation.Read(base), report.View{}).Report(report.Sharing{Excerpt: limit}, "Wirediff 1", "")
		for name, out := range allFormats(t, p) {
			for v, st := range r.Versions {
				if n := longestShared(out, st.Body); n > limit {
					t.Errorf("base %d, %s: %d words in a row of version %d", base, name, n, v)
				}
			}
			if strings.Contains(out, "Nether Quay") { // the fifth sentence of the base
				t.Errorf("base %d: %s prints what is behind the limit", base, name)
			}
		}
	}
}

// longestShared counts the words of the longest stretch of body in out.
func longestShared(out, body string) int {
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	}
	flat := " " + strings.Join(words(out), " ") + " "
	longest, w := 0, words(body)
	for i := range w {
		for n := longest + 1; i+n <= len(w) && strings.Contains(flat, " "+strings.Join(w[i:i+n], " ")+" "); n++ {
			longest = n
		}
	}
	return longest
}

// allFormats prints a page in every format, as text: of Word's its XML, of PDF
// what pdftotext reads, where it is installed.
func allFormats(t *testing.T, p *report.Page) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, write := range map[string]func(io.Writer) error{
		"text":     func(w io.Writer) error { return report.Text(w, p, report.TextOptions{}) },
		"html":     func(w io.Writer) error { return report.HTML(w, p, report.Standard) },
		"csv":      func(w io.Writer) error { return report.CSV(w, p) },
		"markdown": func(w io.Writer) error { return report.Markdown(w, p) },
		"docx":     func(w io.Writer) error { return document(w, p) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		out[name] = b.String()
	}
	if words, ok := pdfWords(t, p); ok {
		out["pdf"] = words
	}
	return out
}

// pdfWords is what an independent reader finds in the page's PDF file.
func pdfWords(t *testing.T, p *report.Page) (words string, ok bool) {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("PDF is not looked at: pdftotext is not installed")
		return "", false
	}
	var b bytes.Buffer
	if err := pdf.Write(&b, p, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(reader, "-", "-")
	cmd.Stdin = &b
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " "), true
}

// TestNamesGone: with names hidden no format prints a name, in any case of
// its letters, also where it stands over two runs.
func TestNamesGone(t *testing.T) {
	_, r := golden(t, "testdata/pilots.txtar")
	sources := make([]text.Source, len(r.Versions))
	for i, v := range r.Versions {
		sources[i] = v.Source
	}
	sources[0].Body += "\n\nThe Carrow Wire sent it to the EVENING POST."
	sources[1].Body += "\n\nThe Carrow Letter sent it to the Evening Post."
	sources[2].Byline.Value, sources[2].Address.Value = "By Ada Onslow", "https://www.islandradio.example/news"
	sources[2].Body += "\n\nAda Onslow of islandradio.example told Evening Post."
	c, err := diff.Compare(context.Background(), sources, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := report.New(c.Read(0), report.View{}).Report(report.Sharing{HideNames: true}, "Wirediff 1", "")
	for format, out := range allFormats(t, p) {
		for _, name := range []string{"Carrow Wire", "Evening Post", "Island Radio", "Ada Onslow", "islandradio"} {
			if strings.Contains(strings.ToLower(out), strings.ToLower(name)) {
				at := strings.Index(strings.ToLower(out), strings.ToLower(name))
				t.Errorf("%s prints %s: %.80q", format, name, out[max(0, at-60):])
			}
		}
	}
}

// TestContext: rows around a change stay, the rest is folded, and the number
// of folded rows is what the page leaves out.
func TestContext(t *testing.T) {
	var a, b []string
	for i := range 20 {
		line := "Pier " + strings.Repeat("north ", i+1) + "was closed."
		a, b = append(a, line), append(b, line)
	}
	b[9] = "A choir of nine sang on the quay all night."
	for context, want := range map[int]int{0: 0, 1: 2, 3: 6, 50: 19} {
		p := report.New(reading(t, 0, strings.Join(a, "\n"), strings.Join(b, "\n")), report.View{Filter: report.Filter{Changes: true, Context: context}})
		kept := 0
		for _, row := range p.Rows {
			if row.Kind == report.TextRow && row.Cells[1].Verdict.Status == diff.Kept {
				kept++
			}
		}
		if kept != want || p.Folded != 19-want {
			t.Errorf("context %d: %d kept rows, %d folded\n%s", context, kept, p.Folded, sketch(p))
		}
	}
}
