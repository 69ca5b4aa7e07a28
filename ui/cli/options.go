package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wirediff/diff/report"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

// options are what compare and session print with, as typed.
type options struct {
	format, base, pairs, output string
	versions, tags              string
	changes                     bool
	context                     int
	style, palette, paper       string
	excerpt                     int
	hideNames, noNotes, details bool
	date                        string
	houseStyle                  []string

	saved bool                   // what no flag says is as in the session
	given func(flag string) bool // whether a flag was typed
}

// Words of the flags that take one of a few; their places are the values of
// report.StyleMode and report.Scheme.
var (
	styleWords   = []string{"quiet", "hidden", "change"}
	paletteWords = []string{"standard", "blue-orange", "high-contrast"}
	paperWords   = []string{"a4", "letter"}
	pairsWords   = []string{"base", "all"}
	colorWords   = []string{"auto", "always", "never"}
)

// add puts the flags that compare and session share on a command.
func (o *options) add(c *cobra.Command) {
	f := c.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "print this `FORMAT`: "+strings.Join(formatNames(), ", ")+"; by default what the ending of --output says, else text")
	f.StringVarP(&o.base, "base", "b", "0", "read the others against version `N`: a number from 0, a letter from A, or none")
	f.StringVar(&o.pairs, "pairs", "base", "`WHICH` pairs the JSON holds: base (those of the base) or all")
	f.StringVarP(&o.output, "output", "o", "", "write to `FILE` instead of standard output")
	f.StringVar(&o.versions, "versions", "", "show these `VERSIONS` alone, in this order: letters or numbers, as in A,C")
	f.StringVar(&o.tags, "tags", "", "say what each version is, in order: `TAGS` as in \"wire 1,wire 2,outlet\"; the wire's own revisions are no edits by an outlet")
	f.BoolVar(&o.changes, "changes", false, "show changes only, fold the rest")
	f.IntVar(&o.context, "context", 0, "with --changes, show `N` rows before and after each as well")
	f.StringVar(&o.style, "style", "quiet", "show house style `HOW`: quiet (dots), hidden, or change (marked like one)")
	f.StringVar(&o.palette, "palette", "standard", "`COLOURS` of HTML and PDF: standard, blue-orange or high-contrast")
	f.StringVar(&o.paper, "paper", "a4", "`SIZE` of PDF pages: a4 or letter")
	f.IntVar(&o.excerpt, "excerpt", 0, "print at most `N` words of each version, findings and tips included")
	f.BoolVar(&o.hideNames, "hide-names", false, "call the outlets A, B, C and take their names out of the text")
	f.BoolVar(&o.noNotes, "no-notes", false, "leave out the notes of a session")
	f.StringArrayVar(&o.houseStyle, "house-style", nil, "read pairs of spellings from `FILE`: \"=\" counts as the same, \"!\" as a change")
	f.BoolVar(&o.details, "details", false, "text and CSV: add statistics with definitions, findings, how it was made; CSV: the groups too")
	f.StringVar(&o.date, "date", "", "say the `DAY` of making it in the report; without a value, today")
	f.Lookup("date").NoOptDefVal = "today"
	complete(c, map[string][]string{"format": formatNames(), "style": styleWords, "palette": paletteWords, "paper": paperWords, "pairs": pairsWords,
		"base": {"none"}, "versions": nil, "tags": nil, "context": nil, "excerpt": nil, "date": {"today"}})
	o.given = func(flag string) bool { return f.Changed(flag) }
}

// complete offers words for flags, and no file names.
func complete(c *cobra.Command, words map[string][]string) {
	for flag, list := range words {
		_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
	}
}

// check finds what is wrong with the flags before anything is read.
func (o *options) check() error {
	if !o.given("format") {
		o.format = formatOf(o.output)
	}
	for _, w := range []struct {
		flag, value string
		words       []string
	}{{"format", o.format, formatNames()}, {"pairs", o.pairs, pairsWords}, {"style", o.style, styleWords}, {"palette", o.palette, paletteWords}, {"paper", o.paper, paperWords}} {
		if !slices.Contains(w.words, w.value) {
			return fmt.Errorf("--%s %s: it is %s", w.flag, w.value, oneOf(w.words))
		}
	}
	for _, flag := range whole[o.format] {
		if o.given(flag) {
			return fmt.Errorf("--%s does not go with --format %s, which holds the whole texts", flag, o.format)
		}
	}
	switch {
	case o.excerpt < 0 || o.given("excerpt") && o.excerpt == 0:
		return fmt.Errorf("--excerpt %d: it is a number of words, 1 or more", o.excerpt)
	case o.context < 0:
		return fmt.Errorf("--context %d: it is a number of rows, 0 or more", o.context)
	case o.given("context") && !o.changes && !o.saved:
		return errors.New("--context goes with --changes: it says how many rows stand around a change")
	}
	return nil
}

// whole lists, for the formats that hold the texts as they are, the flags
// that would promise less. It is never changed.
var whole = map[string][]string{
	"json":    {"versions", "changes", "context", "style", "excerpt", "hide-names", "details", "date"},
	"tracked": {"style", "changes", "context", "excerpt", "hide-names", "details"},
	"session": {"context", "excerpt", "hide-names", "details", "date"},
}

// oneOf lists words as a sentence does: "a, b or c".
func oneOf(words []string) string {
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " or " + words[n]
}

// view is the page that the flags ask for, of so many versions; what no flag
// says is as in v.
func (o *options) view(v report.View, versions int) (report.View, error) {
	if o.noNotes {
		v.Notes = nil
	}
	if o.given("style") {
		v.StyleMode = report.StyleMode(slices.Index(styleWords, o.style))
	}
	if o.given("changes") {
		v.Filter = report.Filter{Changes: o.changes}
	}
	if o.given("context") {
		v.Filter.Context = o.context
	}
	if o.versions == "" {
		return v, nil
	}
	v.Order = nil
	for _, word := range strings.Split(o.versions, ",") {
		n, ok := versionIndex(strings.TrimSpace(word), versions)
		if !ok || slices.Contains(v.Order, n) {
			return v, fmt.Errorf("--versions %s: each is one of 0 to %d or A to %c, once", o.versions, versions-1, 'A'+min(versions, 26)-1)
		}
		v.Order = append(v.Order, n)
	}
	return v, nil
}

// tag notes what the versions are, in their order; an empty tag leaves one as it is.
func (o *options) tag(sources []text.Source) error {
	if o.tags == "" {
		return nil
	}
	tags := strings.Split(o.tags, ",")
	if len(tags) != len(sources) {
		return fmt.Errorf("--tags %s: %d of them for %d versions", o.tags, len(tags), len(sources))
	}
	for v, tag := range tags {
		if tag = strings.TrimSpace(tag); tag != "" {
			sources[v].Tag = tag
		}
	}
	return nil
}

// sharing is what may be printed of the page.
func (o *options) sharing() report.Sharing {
	return report.Sharing{Excerpt: o.excerpt, HideNames: o.hideNames, Notes: !o.noNotes}
}

// scheme is the set of colours.
func (o *options) scheme() report.Scheme { return report.Scheme(slices.Index(paletteWords, o.palette)) }

// day is the date that the report says, "" for none.
func (o *options) day(now func() time.Time) (string, error) {
	if o.date != "today" {
		if _, err := time.Parse(time.DateOnly, o.date); o.date != "" && err != nil {
			return "", fmt.Errorf("--date %s: it is a day such as 2026-01-31, or nothing for today", o.date)
		}
		return o.date, nil
	}
	if now == nil {
		now = time.Now
	}
	return now().Format(time.DateOnly), nil
}

// rules reads the user's house style.
func (o *options) rules() ([]style.Rule, error) {
	var rules []style.Rule
	for _, path := range o.houseStyle {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, plain(path, err)
		}
		more, err := style.Parse(filepath.Base(path), string(data))
		if err != nil {
			return nil, err // names the file and the line
		}
		rules = append(rules, more...)
	}
	return rules, nil
}

// plain names the file and the reason of a failure of the file system.
func plain(path string, err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}
