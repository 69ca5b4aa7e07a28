// Command manual writes the man pages, one for each command, from the table
// of commands that the program follows.
//
//	go run ./ui/cli/internal/manual DIR DATE    (DATE as 2026-01-31)
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra/doc"

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
	date, err := time.Parse(time.DateOnly, args[1])
	if err != nil {
		return err
	}
	root := cli.Command()
	root.DisableAutoGenTag = true // it would hold today's date
	return doc.GenManTree(root, &doc.GenManHeader{
		Title: "WIREDIFF", Section: "1", Date: &date, Source: "Wirediff " + root.Version, Manual: "Wirediff",
	}, args[0])
}
