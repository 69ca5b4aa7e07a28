// Command manual writes the man pages, one for each command, from the table
// of commands that the program follows.
//
//	go run ./ui/cli/internal/manual DIR DATE    (DATE as 2026-01-31)
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wirediff/ui/cli"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(2)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: manual DIR DATE")
	}
	if _, err := time.Parse(time.DateOnly, args[1]); err != nil {
		return err
	}
	root := cli.Command()
	for _, c := range append([]*cobra.Command{root}, documented(root)...) {
		path := filepath.Join(args[0], pageName(c)+".1")
		if err := os.WriteFile(path, []byte(page(c, args[1])), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// documented are the commands below root that have a page.
func documented(root *cobra.Command) (out []*cobra.Command) {
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" && c.Name() != "completion" {
			out = append(out, c)
		}
	}
	return out
}

// pageName is the name of a command's page: "wirediff-compare".
func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }
