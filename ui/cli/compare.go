package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wirediff/diff"
	"wirediff/diff/align"
	"wirediff/diff/text"
)

const compareLong = `Compare two to many versions of one story and print the result.

Formats: text (columns, or one below the other where the terminal is narrow), json
(schema wirediff/1, see the README), html (one file for the browser), csv, md
(Markdown), docx (Word, side by side), tracked (Word, one version as tracked changes
of the base), pdf, session (one file with texts and originals, opened by wirediff
session and by the window). A saved session gives its versions; alone it is
read as wirediff session does.

html, docx, pdf and md end with the statistics and their definitions, what changed in
meaning, and how the report was made: settings, house-style rules, sources with
SHA-256, version of the program. text and csv add that with --details.

Exit status: 0 if nobody changed a word (house style such as quote marks, US/U.S.
or per cent/percent, and furniture such as credit lines, do not count), 1 if
somebody did, 2 if there was trouble.`

const compareExample = `  wirediff compare agency.txt paper.html
  wirediff compare --output report.html versions/
  wirediff compare --changes --context 1 -o report.pdf agency.txt paper.html
  wirediff compare --format tracked -o marked.docx agency.txt paper.html
  wirediff compare --base none --format json a.txt b.txt c.txt`

// compareCommand is "wirediff compare".
func (r *run) compareCommand() *cobra.Command {
	o := &options{}
	c := &cobra.Command{
		Use:     "compare [flags] FILE FILE...",
		Short:   "Compare versions and print the result",
		Long:    compareLong,
		Example: compareExample,
		RunE:    func(cmd *cobra.Command, args []string) error { return r.compare(cmd.Context(), args, o) },

		DisableFlagsInUseLine: true,
	}
	o.add(c)
	return c
}

// compare loads, compares and prints.
func (r *run) compare(ctx context.Context, paths []string, o *options) error {
	if len(paths) == 1 && isSession(paths[0]) {
		o.saved = true
		return r.session(ctx, paths, o)
	}
	if err := o.check(); err != nil {
		return err
	}
	rules, err := o.rules()
	if err != nil {
		return err
	}
	defer r.collect()()
	in, err := r.inputOf(ctx, paths, rules)
	if err != nil {
		return err
	}
	return r.report(ctx, in, o)
}

// report compares what was loaded and prints it; it sets the exit status.
func (r *run) report(ctx context.Context, in *input, o *options) error {
	if isBinary(o.format) && o.output == "" && isTerminal(r.env.Stdout) {
		return fmt.Errorf("--format %s is nothing for a terminal: give --output FILE", o.format)
	}
	if len(in.sources) < 2 {
		return fmt.Errorf("nothing to compare: two versions are needed, and here %s given", isAre(len(in.sources)))
	}
	base, err := baseIndex(o.base, len(in.sources))
	if err != nil {
		return err
	}
	if err := o.tag(in.sources); err != nil {
		return err
	}
	r.collectFor(in.sources)
	c, err := diff.Compare(ctx, in.sources, in.opt)
	if err != nil {
		return err
	}
	write, err := r.writer(in, c.Read(base), o)
	if err != nil {
		return err
	}
	if err := r.output(o.output, write); err != nil {
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

// baseIndex reads the --base option: "0", "B", "none".
func baseIndex(s string, versions int) (int, error) {
	if s == "none" {
		return -1, nil
	}
	n, ok := versionIndex(s, versions)
	if !ok {
		return 0, fmt.Errorf("--base %s: it is none, or one of 0 to %d for the %d versions", s, versions-1, versions)
	}
	return n, nil
}

// versionIndex reads a version as people name it: a number from 0, a letter from A.
func versionIndex(s string, versions int) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	if c := strings.ToUpper(s); err != nil && len(c) == 1 && c[0] >= 'A' && c[0] <= 'Z' {
		n, err = int(c[0]-'A'), nil
	}
	return n, err == nil && n >= 0 && n < versions
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
