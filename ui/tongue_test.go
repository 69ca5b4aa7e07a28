package ui

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wirediff/diff"
	"wirediff/diff/news"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/text"
	"wirediff/ui/board"
	"wirediff/ui/tongue"
)

// Every word that the window says stands in every language, with the same
// places for values, and no language has a word that nobody says.
func TestEveryWordIsInEveryLanguage(t *testing.T) {
	said := slices.Sorted(maps.Keys(wordsSaid(t)))
	if *update {
		writeWords(t, "en", said, func(s string) string { return s })
		old, _ := tongue.Words("de")
		writeWords(t, "de", said, func(s string) string { return old[s] })
	}
	places := regexp.MustCompile(`%[-+.0-9]*[a-z]|%%|#`)
	for _, language := range []string{"en", "de"} {
		words, err := tongue.Words(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range said {
			w, ok := words[s]
			if !ok || w == "" {
				t.Errorf("%s lacks %q", language, s)
				continue
			}
			if got, want := places.FindAllString(w, -1), places.FindAllString(s, -1); !slices.Equal(got, want) {
				t.Errorf("%s: %q has the places %q, want %q", language, w, got, want)
			}
			if strings.Contains(w, "!") || strings.HasSuffix(s, " ") != strings.HasSuffix(w, " ") || strings.HasPrefix(s, " ") != strings.HasPrefix(w, " ") {
				t.Errorf("%s: %q for %q", language, w, s)
			}
		}
		for s := range words {
			if !slices.Contains(said, s) {
				t.Errorf("%s has %q, which nobody says", language, s)
			}
		}
	}
}

func writeWords(t *testing.T, language string, said []string, word func(string) string) {
	t.Helper()
	out := map[string]string{}
	for _, s := range said {
		out[s] = word(s)
	}
	var data strings.Builder
	enc := json.NewEncoder(&data)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("tongue", "words", language+".json"), []byte(data.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// wordsSaid gathers the words: those that the code says, and those of tables
// that are translated where they are shown.
func wordsSaid(t *testing.T) map[string]bool {
	said := map[string]bool{}
	for _, dir := range []string{".", "board"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
		for _, f := range files {
			if !strings.HasSuffix(f, "_test.go") {
				wordsOfFile(t, f, said)
			}
		}
	}
	add := func(words ...string) {
		for _, w := range words {
			if strings.ContainsFunc(w, func(r rune) bool { return r >= 'A' }) {
				said[w] = true
			}
		}
	}
	for _, c := range commands() {
		add(c.title)
		add(strings.Split(c.menu, "/")...)
	}
	for _, p := range panelTabs() {
		add(p.title)
	}
	for _, m := range modes() {
		add(m.String())
	}
	for s := range diff.NumStatus {
		add(s.String())
	}
	for by := range board.NumSort {
		add(by.String())
	}
	for _, k := range news.Types() {
		add(k.Words(), report.Finding{Type: k}.Kind())
	}
	for r := text.RoleBody; r <= text.RoleDoubtful; r++ {
		add(report.RoleWord(r))
	}
	for p := range report.NumScheme {
		add(p.String())
	}
	add(session.Tags[:]...)
	add(versionTags()...)
	add(report.QuoteKinds()...)
	for _, s := range []news.State{news.Whole, news.Trimmed, news.Altered, news.Paraphrased} {
		add(string(s))
	}
	for _, w := range []news.Where{news.InByline, news.InDateline, news.AtEnd, news.InField, news.NotAtAll} {
		add(string(w))
	}
	for _, v := range []news.Verdict{news.LikelySource, news.CommonUnseen, news.CannotTell} {
		add(string(v))
	}
	for i, w := range strings.Fields(tongue.DateWords) {
		if i >= 7 { // a month, after the day
			w = "# " + w
		}
		said[w] = true
	}
	for _, w := range strings.Split(phrases, "\n") {
		said[w] = true
	}
	return said
}

// phrases are those that the report makes with figures in them.
const phrases = `# cut
in #
into #
# of #
# + #
related #
possibly related to #
# line of furniture
# lines of furniture
#: house style only, folded
# pushed down to #
# brought up to #
hole from # to #
ends at #
in the order of the base
tells a story of its own and shares little with 
keeps # of # sentences
rewords #
moves #
splits #
merges #
cuts #
adds #
note
# notes`

// wordsOfFile adds the words that a file says.
func wordsOfFile(t *testing.T, file string, said map[string]bool) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		name := ""
		switch f := call.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		arg := func(i int) string {
			if i < len(call.Args) {
				if l, ok := call.Args[i].(*ast.BasicLit); ok {
					s, _ := strconv.Unquote(l.Value)
					return s
				}
			}
			return ""
		}
		switch name {
		case "tr", "Say":
			if w := arg(0); w != "" {
				said[w] = true
			}
		case "countWords", "Count", "plural", "add", "counts":
			if w := arg(1); w != "" && name != "add" || name == "add" && strings.HasSuffix(file, "files.go") && w != "" {
				said["1 "+w], said["%d "+w+"s"] = true, true
			}
		}
		return true
	})
}

// The window speaks the language of the system: run again with a German one.
func TestTheWindowInGerman(t *testing.T) {
	const asked = "WIREDIFF_TEST_GERMAN"
	if os.Getenv(asked) == "" {
		again := exec.Command(os.Args[0], "-test.run=^TestTheWindowInGerman$")
		again.Env = append(os.Environ(), asked+"=1", "LC_ALL=de_DE.UTF-8", "LANGUAGE=de")
		out, err := again.CombinedOutput()
		if err != nil || strings.Contains(string(out), "Translation failure") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	b := newBench(t, stories(), nil)
	b.compare("a.txt", "b.txt", "c.txt")
	fire(b, "Ctrl+L")
	b.at(1, "Cranes")
	var said []string
	for _, m := range b.win.MainMenu().Items {
		said = append(said, m.Label)
	}
	said = append(said, b.statusWords(), b.stage.changes.title.text, b.stage.toolbar.where.text, b.win.Title())
	for _, c := range b.stage.status.counts {
		said = append(said, c.text)
	}
	got := strings.Join(said, "\n")
	for _, want := range []string{"Datei", "Ansicht", "umformuliert", "Änderungen", "Änderung 1 von", "3 Fassungen", "gestrichen"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said in:\n%s", want, got)
		}
	}
	for english, german := range map[string]string{"Wed 18 Mar, 15:42": "Mi 18. März, 15:42", "2 Jan 2006": "2. Jan. 2006"} {
		if got := tongue.Date(english); got != german {
			t.Errorf("%q is said as %q", english, got)
		}
	}
	if got := tongue.Phrase("possibly related to 3a"); got != "vielleicht verwandt mit 3a" {
		t.Errorf("said is %q", got)
	}
}
