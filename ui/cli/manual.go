package cli

import "github.com/spf13/cobra"

// Command returns the table of commands that Run follows, for the man pages;
// it is not meant to be executed.
func Command() *cobra.Command { return (&run{}).command() }
