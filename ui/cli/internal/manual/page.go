package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// page prints a command in the macros of man(7): name, synopsis, description,
// options, exit status, examples, see also. A paragraph of the description
// that begins with "Exit status: " becomes that section.
func page(c *cobra.Command, date string) string {
	b := &roff{}
	b.line(`.TH %s 1 %s "Wirediff %s" Wirediff`, strings.ToUpper(quoted(pageName(c))), date, quoted(c.Root().Version))
	b.line(".SH NAME")
	b.line(`%s \- %s`, quoted(pageName(c)), quoted(lowerFirst(c.Short)))
	b.line(".SH SYNOPSIS")
	b.line(".B %s", quoted(strings.TrimSuffix(c.UseLine(), " [flags]")))
	if c.HasAvailableSubCommands() {
		b.line(".br\n.B %s COMMAND [flags] FILE...", quoted(c.CommandPath()))
	}
	b.description(c)
	b.flags("OPTIONS", c.NonInheritedFlags())
	b.flags("COMMON OPTIONS", c.InheritedFlags())
	if status := exitStatus(c); status != "" {
		b.line(".SH EXIT STATUS")
		b.text(status)
	}
	if c.Example != "" {
		b.line(".SH EXAMPLES")
		b.line(".nf")
		b.text(unindented(c.Example))
		b.line(".fi")
	}
	b.seeAlso(c)
	return b.String()
}

// roff is a page being printed.
type roff struct{ strings.Builder }

func (b *roff) line(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }

// text prints lines as they are, none of them as a macro.
func (b *roff) text(s string) {
	for _, l := range strings.Split(s, "\n") {
		l = quoted(l)
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			l = `\&` + l
		}
		b.line("%s", l)
	}
}

// quoted makes a text safe: a backslash is one, a hyphen can be copied.
func quoted(s string) string { return strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s) }

// exitPrefix begins the paragraph on the exit status.
const exitPrefix = "Exit status: "

// description prints the long text, and for the root its commands.
func (b *roff) description(c *cobra.Command) {
	b.line(".SH DESCRIPTION")
	first := true
	for _, p := range strings.Split(c.Long, "\n\n") {
		if strings.HasPrefix(p, exitPrefix) {
			continue
		}
		if !first {
			b.line(".PP")
		}
		b.text(p)
		first = false
	}
	if below := documented(c); len(below) > 0 {
		b.line(".SH COMMANDS")
		for _, d := range below {
			b.line(".TP\n.BR %s (1)", quoted(pageName(d)))
			b.text(d.Short)
		}
	}
}

// exitStatus finds the paragraph on the exit status, "" if there is none.
func exitStatus(c *cobra.Command) string {
	for _, p := range strings.Split(c.Long, "\n\n") {
		if status, ok := strings.CutPrefix(p, exitPrefix); ok {
			return status
		}
	}
	return ""
}

func (b *roff) flags(title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	b.line(".SH %s", title)
	flags.VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		b.line(".TP")
		name := `\fB\-\-` + quoted(f.Name) + `\fR`
		if f.Shorthand != "" {
			name = `\fB\-` + f.Shorthand + `\fR, ` + name
		}
		switch {
		case value != "" && f.NoOptDefVal != "":
			name += `[=\fI` + value + `\fR]`
		case value != "":
			name += ` \fI` + value + `\fR`
		}
		b.line("%s", name)
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += " (default: " + f.DefValue + ")"
		}
		b.text(usage)
	})
}

func (b *roff) seeAlso(c *cobra.Command) {
	b.line(".SH SEE ALSO")
	var names []string
	for _, d := range append([]*cobra.Command{c.Root()}, documented(c.Root())...) {
		if d.Name() != c.Name() {
			names = append(names, ".BR "+quoted(pageName(d))+" (1)")
		}
	}
	b.line("%s", strings.Join(names, " ,\n"))
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// unindented takes off the two spaces that examples stand in by.
func unindented(s string) string {
	return strings.ReplaceAll(strings.TrimPrefix(s, "  "), "\n  ", "\n")
}
