package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wirediff/diff/report"
	"wirediff/diff/text"
)

const sentencesLong = `Print the sentences of one version as Wirediff reads it: one per line with its
number, and the role of lines that are not text of the story; or as a version object
of the JSON schema wirediff/1.`

// sentencesCommand is "wirediff sentences".
func (r *run) sentencesCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "sentences [--format text|json] FILE",
		Short: "Print the sentences of one version",
		Long:  sentencesLong,
		RunE:  func(cmd *cobra.Command, args []string) error { return r.sentences(cmd.Context(), args, format) },

		DisableFlagsInUseLine: true,
	}
	c.Flags().StringVarP(&format, "format", "f", "text", "print this `FORMAT`: text or json")
	complete(c, map[string][]string{"format": {"text", "json"}})
	return c
}

// sentences loads one version and prints its sentences.
func (r *run) sentences(ctx context.Context, paths []string, format string) error {
	if format != "text" && format != "json" {
		return fmt.Errorf("--format %s: it is text or json", format)
	}
	if len(paths) != 1 {
		return errors.New("sentences takes one file")
	}
	sources, err := r.load(ctx, paths, r.env.Stdin)
	if err != nil {
		return err
	}
	if n := len(sources); n > 1 {
		r.note(fmt.Sprintf("%s holds several stories: this is the first of the %d read, %s#2 gives the second", paths[0], n, paths[0]))
	}
	story := text.Segment(sources[0])
	return r.output("", func(w io.Writer) error {
		if format == "json" {
			return report.SentencesJSON(w, story)
		}
		return sentencesText(w, story)
	})
}

// sentencesText prints one sentence per line, an empty line between paragraphs.
func sentencesText(w io.Writer, s *text.Story) error {
	b := bufio.NewWriter(w)
	for i, x := range s.Sentences {
		if i > 0 && s.Sentences[i-1].Par != x.Par {
			fmt.Fprintln(b)
		}
		role := ""
		if x.Role != text.RoleBody {
			role = "(" + report.RoleWord(x.Role) + ") "
		}
		fmt.Fprintf(b, "%4d  %s%s\n", i, role, report.Clean(s.Text(i)))
	}
	return b.Flush()
}
