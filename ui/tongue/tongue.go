// Package tongue has the words of the window in the languages that it speaks.
//
// The English words are the keys, so that the code reads as the window does:
//
//	Say("Undo") ─> the toolkit's lang, with en.json and de.json ─> "Undo", "Rückgängig"
//
// A word that no file has comes back as it is. A test checks that every file
// has every word that the window says, with the same places for values.
package tongue

import (
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"fyne.io/fyne/v2/lang"
)

//go:embed words
var files embed.FS

// words are those of the files, each in the user's language, once they were
// asked for the first time.
var words = sync.OnceValue(func() map[string]string {
	if err := lang.AddTranslationsFS(files, "words"); err != nil {
		panic("the words of the window cannot be read: " + err.Error())
	}
	keys, err := Words("en")
	if err != nil {
		panic(err.Error())
	}
	for k := range keys {
		keys[k] = lang.L(k)
	}
	return keys
})

// Say returns words of the window in the user's language. Words that are not
// the window's come back as they are.
func Say(s string) string {
	if w, ok := words()[s]; ok {
		return w
	}
	return s
}

// Count is "1 change" or "2 changes" in the user's language.
func Count(n int, word string) string {
	if n == 1 {
		return Say("1 " + word)
	}
	return fmt.Sprintf(Say("%d "+word+"s"), n)
}

// number is a figure or the name of a row in a phrase: "4", "3a", "2 + 3".
var number = regexp.MustCompile(`\d+[a-z]?(–\d+[a-z]?)?`)

// Phrase returns a phrase with figures in it, as the report makes them, in the
// user's language: "possibly related to 4" is found as "possibly related to #".
func Phrase(s string) string {
	figures := number.FindAllString(s, -1)
	said := Say(number.ReplaceAllString(s, "#"))
	for _, f := range figures {
		said = strings.Replace(said, "#", f, 1)
	}
	return said
}

// Phrases returns several phrases, apart by semicolons.
func Phrases(s string) string {
	parts := strings.Split(s, "; ")
	for i, p := range parts {
		parts[i] = Phrase(p)
	}
	return strings.Join(parts, "; ")
}

// DateWords are the parts of a date that differ from language to language.
const DateWords = "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"

var (
	dayOfMonth = regexp.MustCompile(`\d{1,2} [A-Z][a-z]{2}\b`)
	dayOfWeek  = regexp.MustCompile(`^[A-Z][a-z]{2}\b`)
)

// Date returns a date like "Wed 18 Mar, 15:42" with the names of day and month
// in the user's language.
func Date(s string) string {
	return dayOfMonth.ReplaceAllStringFunc(dayOfWeek.ReplaceAllStringFunc(s, Say), Phrase)
}

// Words returns the words of a language by their English ones, for tests.
func Words(language string) (map[string]string, error) {
	data, err := files.ReadFile("words/" + language + ".json")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	return out, json.Unmarshal(data, &out)
}
