package ui

import (
	"fmt"

	"wirediff/ui/tongue"
)

// tr returns words of the window in the user's language; args fill the places
// that the words leave open, as fmt.Sprintf does.
func tr(words string, args ...any) string {
	words = tongue.Say(words)
	if len(args) == 0 {
		return words
	}
	return fmt.Sprintf(words, args...)
}

// countWords is "1 change", "2 changes".
func countWords(n int, word string) string { return tongue.Count(n, word) }
