package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"wirediff/diff/news"
	"wirediff/diff/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// withNews compares and waits for the findings.
func (b *bench) withNews(paths ...string) {
	b.t.Helper()
	b.compare(paths...)
	b.q.run(b.t, "the findings", func() bool { return b.findings != nil })
}

// newsStories are two versions with a finding of several kinds.
func newsStories() shelf {
	return shelf{
		"wire.txt": "The ferry carried at least 218 passengers on Monday, police said.\n\n“We are not leaving until every name is read aloud,” said Ruth Osgood.\n\nThe clerk reportedly forged nine permits.\n\nA horn sounded across the basin at noon.\n",
		"post.txt": "The ferry carried 281 passengers on Monday.\n\n“We are not leaving,” claimed Ruth Osgood.\n\nThe clerk forged nine permits.\n\n“This is the worst crossing of my life,” the captain told Coast Radio.\n",
	}
}

func dump(items []newsEntry) string {
	var b strings.Builder
	for _, e := range items {
		b.WriteString(e.String())
	}
	return b.String()
}

func TestNewsPanels(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	var out strings.Builder
	for _, tab := range panelTabs() {
		b.turnPanel(tab.tab)
		p := b.stage.news
		if !p.root.Visible() || b.stage.changes.root.Visible() {
			t.Fatalf("%s is not the one panel that is open", tab.title)
		}
		out.WriteString("== " + tab.title + ": " + p.title.text + "\n" + dump(p.items))
	}
	golden(t, "news-panels.txt", out.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs (%v); got\n%s", name, err, got)
	}
}

func TestNewsRowsGoToTheirPlaces(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	for _, tab := range panelTabs() {
		b.turnPanel(tab.tab)
		p := b.stage.news
		for i, e := range p.items {
			if !e.leads {
				continue
			}
			p.list.press(i)
			if at, ok := b.stage.board.Focus(); !ok || at != e.place {
				t.Errorf("%s, entry %d leads to %v, want %v", tab.title, i, at, e.place)
			}
			if p.list.at != i {
				t.Errorf("%s: entry %d is not marked, %d is", tab.title, i, p.list.at)
			}
		}
	}
}

// Panel, marks on the page and filter count the same findings, before and
// after some are dismissed.
func TestFindingsAreDismissedAndComeBack(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	fire(b, "Shift+W")
	p := b.stage.news
	all := len(b.findings.Open)
	watch := len(p.items)
	p.list.press(0)
	kind := p.items[0].kind
	b.do(b.command("aside"))
	if len(b.findings.Open) != all-1 || len(p.items) != watch-1 || p.aside.text != "1 dismissed, show" {
		t.Errorf("one dismissed: %d open of %d, %d entries, %q", len(b.findings.Open), all, len(p.items), p.aside.text)
	}
	if at := b.page.Rows; flaggedCells(at) != cellsOf(b.findings.Open) {
		t.Error("the marks do not follow")
	}
	test.Tap(p.aside)
	if n := len(p.items); n != watch+1 || !p.items[n-1].aside {
		t.Errorf("shown again: %d entries", n)
	}
	b.do(b.command("undo"))
	if len(b.findings.Open) != all || p.aside.Visible() {
		t.Error("undo does not bring the finding back")
	}
	p.list.press(0)
	b.do(b.command("asidekind"))
	for _, f := range b.findings.Open {
		if f.Type == kind {
			t.Errorf("%s is open", f.Words())
		}
	}
	b.do(b.command("asidenone"))
	if len(b.findings.Open) != all {
		t.Error("not all came back")
	}
}

// Quotations are dismissed from the ledger like findings, singly and by kind,
// and the reports leave them out too.
func TestQuotationsAreDismissedAndComeBack(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	fire(b, "Shift+U")
	p := b.stage.news
	all := len(b.findings.Quotes)
	p.list.press(0)
	b.do(b.command("aside"))
	if len(b.findings.Quotes) != all-1 || p.aside.text != "1 dismissed, show" {
		t.Errorf("one dismissed: %d of %d, %q", len(b.findings.Quotes), all, p.aside.text)
	}
	if n := len(b.page.Report(report.Sharing{}, "", "").Appendix.News.Quotes); n != all-1 {
		t.Errorf("a report holds %d quotations, want %d", n, all-1)
	}
	b.do(b.command("undo"))
	p.list.press(0)
	b.do(b.command("asidekind"))
	if len(b.findings.Quotes) >= all {
		t.Error("the kind is still listed")
	}
	b.do(b.command("asidenone"))
	if len(b.findings.Quotes) != all {
		t.Error("not all came back")
	}
}

// Every figure on the page of an outlet filters the board to what it counts.
func TestFiguresLeadToTheirSentences(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	fire(b, "O")
	p := b.stage.news
	var figures []string
	for i := 0; i < len(p.items); i++ {
		e := p.items[i]
		if e.run == nil {
			continue
		}
		var n int
		fmt.Sscanf(strings.TrimLeft(e.String(), " *"), "%d", &n)
		p.list.press(i)
		kept := 0
		for _, r := range b.page.Rows {
			if s := r.Cells[1].Verdict.Status; b.state.Filter.Statuses&(1<<s) != 0 {
				kept++
			}
		}
		if _, ok := b.stage.board.Focus(); n > 0 && (!ok || kept != n) {
			t.Errorf("%q leads to %d cells", e, kept)
		}
		figures = append(figures, e.String())
		b.do(b.command("all"))
	}
	if len(figures) < 5 {
		t.Errorf("figures %q", figures)
	}
	p.key(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if e := p.items[1]; !e.head || !strings.Contains(e.String(), "A") {
		t.Errorf("the left arrow turns to %q", e)
	}
}

func flaggedCells(rows []report.Row) int {
	n := 0
	for _, r := range rows {
		for _, c := range r.Cells {
			if len(c.Flags) > 0 {
				n++
			}
		}
	}
	return n
}

func cellsOf(fs []report.Finding) int {
	seen := map[[2]int]bool{}
	for _, f := range fs {
		seen[[2]int{f.Row, f.To}] = true
	}
	return len(seen)
}

func TestFilterOfFindings(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	fire(b, "Ctrl+L")
	fire(b, "Shift+G")
	for _, c := range b.stage.changes.items {
		if len(c.Cell.Flags) == 0 {
			t.Errorf("the change list holds row %s, which has no finding", c.Label)
		}
	}
	for _, row := range report.NewMatrix(b.page).Rows {
		if len(b.findings.Of(row.Unit, 1)) == 0 {
			t.Errorf("the matrix holds row %s, which has no finding", row.Label)
		}
	}
	if got := len(b.page.Spots(b.findings.Open)); got != len(b.findings.Open) {
		t.Errorf("%d of %d findings on the page", got, len(b.findings.Open))
	}
	fire(b, "Shift+F")
	if flaggedCells(b.page.Rows) > 0 {
		t.Error("the marks cannot be switched off")
	}
}

func TestKeysOfANewsPanel(t *testing.T) {
	b := newBench(t, newsStories(), nil)
	b.withNews("wire.txt", "post.txt")
	fire(b, "F")
	p := b.stage.news
	b.win.Canvas().Focus(p.list)
	p.list.at = -1
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn} {
		p.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if at, ok := b.stage.board.Focus(); !ok || at != p.items[0].place {
		t.Errorf("Down and Enter lead to %v", at)
	}
	n := len(b.findings.Open)
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(b.findings.Open) != n-1 {
		t.Error("Delete does not dismiss")
	}
	fire(b, "F")
	if p.root.Visible() {
		t.Error("the key does not shut the panel")
	}
}

func TestSetWords(t *testing.T) {
	measure := func(_ piece, s string) float32 { return float32(len(s)) }
	l := newsLine{pieces: []piece{{text: "at least"}, {text: "281 of the passengers", mark: true}}, rows: 2}
	var got []string
	for _, p := range l.setWords(30, measure) {
		got = append(got, strings.Repeat("/", p.row)+p.text)
	}
	if s := strings.Join(got, "|"); s != "at least|/281 of|/the passengers" && s != "at least|/281 of the" {
		t.Logf("set as %s", s)
	}
	for _, p := range l.setWords(30, measure) {
		if p.row > 1 || p.x+measure(p.piece, p.text) > 31 {
			t.Errorf("%q at %v in row %d finds no room", p.text, p.x, p.row)
		}
	}
}

func TestEveryKindHasWords(t *testing.T) {
	for _, k := range news.Types() {
		if w := k.Words(); w == "" || strings.Contains(w, "_") {
			t.Errorf("%s is printed as %q", k, w)
		}
		if k.Inverse().Inverse() != k {
			t.Errorf("%s twice inverted is %s", k, k.Inverse().Inverse())
		}
	}
}
