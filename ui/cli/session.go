package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wirediff/diff"
	"wirediff/diff/report"
	"wirediff/diff/session"
	"wirediff/diff/style"
	"wirediff/diff/text"
)

const sessionLong = `Print or convert a comparison that was saved as one file (.wirediff), with its base,
columns, house-style decisions, corrections by hand and notes. What a flag says takes
precedence. The files it was made from are not needed. The formats are those of
wirediff compare.

Exit status: 0 if nobody changed a word, 1 if somebody did, 2 if there was trouble.`

const sessionExample = `  wirediff session bridge.wirediff
  wirediff session --changes -o bridge.docx bridge.wirediff
  wirediff compare -o bridge.wirediff agency.txt paper.html`

// sessionCommand is "wirediff session".
func (r *run) sessionCommand() *cobra.Command {
	o := &options{saved: true}
	c := &cobra.Command{
		Use:     "session [flags] FILE",
		Short:   "Print or convert a saved comparison",
		Long:    sessionLong,
		Example: sessionExample,
		RunE:    func(cmd *cobra.Command, args []string) error { return r.session(cmd.Context(), args, o) },

		ValidArgsFunction:     cobra.FixedCompletions([]string{session.Extension[1:]}, cobra.ShellCompDirectiveFilterFileExt),
		DisableFlagsInUseLine: true,
	}
	o.add(c)
	return c
}

// session prints a session as compare prints files.
func (r *run) session(ctx context.Context, paths []string, o *options) error {
	if len(paths) != 1 {
		return errors.New("session takes one file")
	}
	if err := o.check(); err != nil {
		return err
	}
	defer r.collect()()
	s, _, trouble, err := session.Open(paths[0])
	if err != nil {
		return err
	}
	for _, t := range trouble {
		r.warn(paths[0] + ": " + t.Error())
	}
	if !o.given("base") {
		o.base = "none"
		if s.Base >= 0 {
			o.base = strconv.Itoa(s.Base)
		}
	}
	rules, err := o.rules()
	if err != nil {
		return err
	}
	s.Rules = append(s.Rules, rules...) // of two on a pair the last one counts
	return r.report(ctx, &input{sources: s.Sources(), opt: s.Options(), session: s}, o)
}

// isSession reports whether a path is named like a saved session.
func isSession(path string) bool { return strings.EqualFold(filepath.Ext(path), session.Extension) }

// input is what is compared, and where it comes from.
type input struct {
	sources []text.Source
	opt     diff.Options
	session *session.Session // that it was read from; nil for files
	stdin   []byte           // what standard input gave
}

// view is how the session was looked at.
func (in *input) view() report.View {
	if in.session == nil {
		return report.View{}
	}
	return report.SessionView(in.session)
}

// writeSession writes the comparison as a session, with the originals.
func writeSession(w io.Writer, in *input, base int, view report.View) error {
	s := &session.Session{}
	if in.session != nil {
		kept := *in.session
		s = &kept
	} else {
		s.Rules = in.opt.Style.User
		for _, src := range in.sources {
			original, err := in.original(src)
			if err != nil {
				return err
			}
			s.Versions = append(s.Versions, session.Version{Source: src, Original: original})
		}
	}
	s.Base, s.Notes = base, view.Notes
	look := report.KeepView(view.Filter, view.StyleMode)
	s.View.Filter, s.View.Statuses, s.View.Style = look.Filter, look.Statuses, look.Style
	if view.Order != nil {
		s.Order, s.Hidden = slices.Clone(view.Order), nil
		for v := range in.sources {
			if !slices.Contains(view.Order, v) {
				s.Order, s.Hidden = append(s.Order, v), append(s.Hidden, v)
			}
		}
		if slices.IsSorted(s.Order) {
			s.Order = nil
		}
	}
	data, err := session.Encode(s)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// original is the file of a source as it was; without data for one that was
// inside another file.
func (in *input) original(src text.Source) (session.Original, error) {
	if src.File == "-" {
		return session.Original{Name: "standard-input.txt", Data: in.stdin}, nil
	}
	info, err := os.Stat(src.File)
	if err != nil || !info.Mode().IsRegular() {
		return session.Original{}, nil
	}
	data, err := os.ReadFile(src.File)
	if err != nil {
		return session.Original{}, plain(src.File, err)
	}
	return session.Original{Name: filepath.Base(src.File), Data: data}, nil
}

// inputOf loads the files of a comparison.
func (r *run) inputOf(ctx context.Context, paths []string, rules []style.Rule) (*input, error) {
	var copied bytes.Buffer
	stdin := r.env.Stdin
	if stdin != nil {
		stdin = io.TeeReader(stdin, &copied)
	}
	sources, err := r.load(ctx, paths, stdin)
	return &input{sources: sources, opt: diff.Options{Style: style.Rules{User: rules}}, stdin: copied.Bytes()}, err
}
