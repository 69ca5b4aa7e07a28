package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/report"
	"wirediff/diff/text"
)

const compareLong = `Compare two to many versions of one story and print the result.

Formats: text (columns, or one below the other where the terminal is narrow),
json (schema wirediff/1, see the README), html (one file for the browser), csv.

Exit status: 0 if nobody changed a word (house style such as quote marks, US/U.S.
or per cent/percent, and furniture such as credit lines, do not count), 1 if
somebody did, 2 if there was trouble.`

const compareExample = `  wirediff compare agency.txt paper.html
  wirediff compare --format html --output report.html versions/
  wirediff compare --base none --format json a.txt b.txt c.txt`

// compareFlags are the options of compare as typed.
type compareFlags struct{ format, base, pairs, output string }

// compareCommand is "wirediff compare".
func (r *run) compareCommand() *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:     "compare [--format text|json|html|csv] [--base N|none] [--pairs base|all] [--output FILE] FILE FILE...",
		Short:   "Compare versions and print the result",
		Long:    compareLong,
		Example: compareExample,
		RunE:    func(cmd *cobra.Command, args []string) error { return r.compare(cmd.Context(), args, f) },

		DisableFlagsInUseLine: true,
	}
	c.Flags().StringVarP(&f.format, "format", "f", "text", "print this `FORMAT`: text, json, html or csv")
	c.Flags().StringVarP(&f.base, "base", "b", "0", "read the others against version `N`: a number from 0, a letter from A, or none")
	c.Flags().StringVar(&f.pairs, "pairs", "base", "`WHICH` pairs the JSON holds: base (those of the base) or all")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to `FILE` instead of standard output")
	return c
}

// writer prints a reading in one format.
type writer func(w io.Writer, r *diff.Reading) error

// compare loads, compares and prints.
func (r *run) compare(ctx context.Context, paths []string, f compareFlags) error {
	write, err := r.writer(f)
	if err != nil {
		return err
	}
	sources, err := r.load(ctx, paths)
	if err != nil {
		return err
	}
	return r.print(ctx, sources, f.base, f.output, write)
}

// print compares sources and prints them; it sets the exit status.
func (r *run) print(ctx context.Context, sources []text.Source, base, output string, write writer) error {
	if len(sources) < 2 {
		return fmt.Errorf("nothing to compare: two versions are needed, and here %s given", isAre(len(sources)))
	}
	b, err := baseIndex(base, len(sources))
	if err != nil {
		return err
	}
	c, err := diff.Compare(ctx, sources, diff.Options{})
	if err != nil {
		return err
	}
	reading := c.Read(b)
	if err := r.output(output, func(w io.Writer) error { return write(w, reading) }); err != nil {
		return err
	}
	if !same(c) {
		r.exit = ExitDifferent
	}
	return nil
}

func isAre(n int) string {
	if n == 1 {
		return "one is"
	}
	return "none is"
}

// writer finds what prints the format, and checks the other flags.
func (r *run) writer(f compareFlags) (writer, error) {
	pairs := report.BasePairs
	switch f.pairs {
	case "base":
	case "all":
		pairs = report.AllPairs
	default:
		return nil, fmt.Errorf("--pairs %s: it is base or all", f.pairs)
	}
	page := func(r *diff.Reading) *report.Page { return report.New(r, report.View{}) }
	switch f.format {
	case "text":
		opt, err := r.textOptions(f.output != "")
		return func(w io.Writer, r *diff.Reading) error { return report.Text(w, page(r), opt) }, err
	case "json":
		return func(w io.Writer, r *diff.Reading) error { return report.JSON(w, r, pairs) }, nil
	case "html":
		return func(w io.Writer, r *diff.Reading) error { return report.HTML(w, page(r), report.Standard) }, nil
	case "csv":
		return func(w io.Writer, r *diff.Reading) error { return report.CSV(w, page(r)) }, nil
	}
	return nil, fmt.Errorf("--format %s: it is text, json, html or csv", f.format)
}

// baseIndex reads the --base option: "0", "B", "none".
func baseIndex(s string, versions int) (int, error) {
	if s == "none" {
		return -1, nil
	}
	n, err := strconv.Atoi(s)
	if c := strings.ToUpper(s); err != nil && len(c) == 1 && c[0] >= 'A' && c[0] <= 'Z' {
		n, err = int(c[0]-'A'), nil
	}
	if err != nil || n < 0 || n >= versions {
		return 0, fmt.Errorf("--base %s: it is none, or one of 0 to %d for the %d versions", s, versions-1, versions)
	}
	return n, nil
}

// same reports whether no version changed a word of another: the same
// sentences in the same order, but for house style and furniture.
func same(c *diff.Collation) bool {
	for i := range c.Pairs {
		p := &c.Pairs[i]
		for k := range p.Groups {
			g := &p.Groups[k]
			if (g.Moved || g.Kind > align.Style) && (counted(p.Alignment.A, g.A) || counted(p.Alignment.B, g.B)) {
				return false
			}
		}
	}
	return true
}

// counted reports whether any of the sentences is text of the story.
func counted(s *text.Story, sentences []int32) bool {
	for _, i := range sentences {
		if s.Sentences[i].Role.Counted() {
			return true
		}
	}
	return false
}
