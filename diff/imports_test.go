package diff_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "wirediff"

// room is who a package and its inner packages may import besides the
// standard library and themselves: packages of ours, and other modules by
// the start of their path. "diff..." means the package and all below it.
type room struct {
	name    string
	ours    []string
	modules []string
}

// rooms is the import table of the house; imports point down.
var rooms = []room{
	{"diff/text", nil, []string{"golang.org/x/text"}},
	{"diff/style", []string{"diff/text"}, []string{"golang.org/x/text"}},
	{"diff/align", []string{"diff/text"}, []string{"golang.org/x/text"}},
	{"diff/edit", []string{"diff/text"}, []string{"github.com/sergi/go-diff"}},
	{"diff", []string{"diff/text", "diff/style", "diff/align", "diff/edit"}, nil},
	{"diff/news", []string{"diff", "diff/text", "diff/style", "diff/align", "diff/edit"}, []string{"golang.org/x/text"}},
	{"diff/session", []string{"diff", "diff/text", "diff/style"}, nil},
	{"diff/report", []string{"diff..."}, []string{"golang.org/x/text"}},
	{"diff/report/pdf", []string{"diff..."}, []string{"github.com/signintech/gopdf", "github.com/go-fonts/liberation"}},
	{"diff/internal", []string{"diff..."}, nil},
	{"loader", []string{"diff/text"}, []string{""}},
	{"assets", nil, []string{"github.com/fyne-io/oksvg", "github.com/srwiley/rasterx"}},
	{"ui/tongue", nil, []string{"fyne.io/fyne/v2/lang"}},
	{"ui/board", []string{"diff...", "ui/tongue"}, []string{"fyne.io/fyne/v2", "github.com/go-fonts/stix", "github.com/go-text/typesetting", "golang.org/x/"}},
	{"ui/cli", []string{"diff...", "loader", "assets"}, []string{"github.com/spf13/", "golang.org/x/"}},
	{"ui", []string{"diff...", "ui/board", "ui/tongue", "assets"}, []string{"fyne.io/fyne/v2", "github.com/go-fonts/stix", "github.com/rymdport/portal", "golang.org/x/"}},
	{"ui/desktop", []string{"diff...", "ui...", "loader", "assets"}, []string{""}},
	{".", []string{"ui/desktop"}, nil},
}

// onlyIn names who alone may import a module.
var onlyIn = map[string]string{
	"github.com/sergi/go-diff": "diff/edit",
	"fyne.io/fyne/v2":          "ui",
	"fyne.io/fyne/v2/app":      "ui/desktop",
}

func TestImports(t *testing.T) {
	packages := imports(t)
	if len(packages) < 10 {
		t.Fatalf("only %d packages found", len(packages))
	}
	for pkg, imported := range packages {
		for _, p := range imported {
			if why := forbidden(pkg, p); why != "" {
				t.Errorf("%s imports %s: %s", pkg, p, why)
			}
		}
	}
}

// TestImportsFails shows that the table forbids what it should.
func TestImportsFails(t *testing.T) {
	for _, c := range [][2]string{
		{"diff/text", "wirediff/diff/align"}, {"diff/align", "wirediff/diff/edit"}, {"diff/style", "wirediff/diff"},
		{"diff/align", "github.com/sergi/go-diff/diffmatchpatch"}, {"diff", "wirediff/diff/report"},
		{"diff/report", "fyne.io/fyne/v2"}, {"loader", "wirediff/diff"}, {"ui/cli", "fyne.io/fyne/v2"},
		{"ui/board", "fyne.io/fyne/v2/app"}, {"ui", "wirediff/loader"}, {"ui/board", "wirediff/loader"},
		{"loader", "fyne.io/fyne/v2/canvas"}, {"ui", "fyne.io/fyne/v2/app"}, {"unheard/of", "os/exec2.example/x"}, {"diff/internal/eval", "wirediff/loader"},
	} {
		if forbidden(c[0], c[1]) == "" {
			t.Errorf("%s may import %s", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"diff/text", "strings"}, {"ui/desktop", "fyne.io/fyne/v2/app"}, {"loader/internal/page", "wirediff/loader/internal/draft"}, {"diff/edit", "C"}} {
		if why := forbidden(c[0], c[1]); why != "" {
			t.Errorf("%s may not import %s: %s", c[0], c[1], why)
		}
	}
}

// forbidden says why package pkg may not import p, "" if it may.
func forbidden(pkg, p string) string {
	i := roomOf(pkg)
	if i < 0 {
		return "the package has no row in the table"
	}
	for mod, only := range onlyIn {
		if within(p, mod) && !within(pkg, only) {
			return "only " + only + " does"
		}
	}
	if own, ok := strings.CutPrefix(p, module+"/"); ok {
		if within(own, rooms[i].name) && roomOf(own) == i || slices.ContainsFunc(rooms[i].ours, func(o string) bool {
			below, all := strings.CutSuffix(o, "...")
			return own == o || all && within(own, below)
		}) {
			return ""
		}
		return "not in its row"
	}
	if !strings.Contains(strings.Split(p, "/")[0], ".") { // standard library
		return ""
	}
	if slices.ContainsFunc(rooms[i].modules, func(m string) bool { return strings.HasPrefix(p, m) }) {
		return ""
	}
	return "module not in its row"
}

// roomOf returns the row of the innermost room that a package is in, -1 for none.
func roomOf(pkg string) int {
	best := -1
	for i, r := range rooms {
		if within(pkg, r.name) && (best < 0 || len(r.name) > len(rooms[best].name)) {
			best = i
		}
	}
	return best
}

func within(p, dir string) bool { return p == dir || strings.HasPrefix(p, dir+"/") }

// imports reads the imports of all packages of the module, tests apart,
// whatever their build tags.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	root := ".."
	if _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		name := d.Name()
		if err != nil {
			return err
		}
		if d.IsDir() && file != root && (strings.HasPrefix(name, ".") || name == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, file)
		pkg := path.Dir(filepath.ToSlash(rel))
		if name == "deps.go" && pkg == "ui/desktop" { // keeps modules not yet imported; never built
			return err
		}
		for _, s := range f.Imports {
			p, _ := strconv.Unquote(s.Path.Value)
			if !slices.Contains(found[pkg], p) {
				found[pkg] = append(found[pkg], p)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
