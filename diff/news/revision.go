package news

import (
	"strconv"
	"strings"

	"wirediff/diff/text"
)

// Revision is a wire's own mark on a later version of its story. A later
// version of the wire is no edit by an outlet: mixing the two up spoils every
// figure.
type Revision struct {
	Kind  string // "lead", "update", "correction", "repeat", "wrap-up", "summary", "recast", "addition"
	Step  int    // 2 for "UPDATE 2" and "2nd Lead"; 0 where no number is given
	Words string // as printed: "UPDATE 2"
}

// RevisionOf looks for such a mark: in the revision that the file names, in
// headline, slug and note, in lines that are not story text, and before the
// first words of the body ("UPDATE 2-Ferry sinks ..."). ok is false if there
// is none. The marks are those of AP ("1st Lead", "2nd Ld-Writethru", "this
// version CORRECTS", "RECASTS", "ADDS"), Reuters ("UPDATE 2", "CORRECTED", "REFILE", "RPT",
// "WRAPUP 1") and dpa ("2. Zusammenfassung", "Berichtigung").
func RevisionOf(st *text.Story) (r Revision, ok bool) {
	for _, f := range []text.Field{st.Revision, st.Slug, st.Title, st.Note} {
		if r, ok = revisionIn(f.Value); ok {
			return r, true
		}
	}
	first := true
	for _, s := range st.Sentences {
		line := s.Of(st.Body)
		if s.Role.Counted() {
			if !first {
				continue
			}
			first = false
			line, _, _ = strings.Cut(line, "-") // what stands before the story's first words
			if len(line) > longestMark {
				continue
			}
		}
		if r, ok = revisionIn(line); ok {
			return r, true
		}
	}
	return Revision{}, false
}

// Hand says whose edit the difference between two versions is.
type Hand string

// Whose edit.
const (
	WireHand   Hand = "wire"    // both are the wire's own
	OutletHand Hand = "outlet"  // one is the wire's, the other an outlet's
	OutletsTwo Hand = "outlets" // two outlets' versions
)

// HandOf tells a wire's own revision from an outlet's edit by the tags that
// people gave the two versions ("wire 1", "wire 2", "outlet"); "" where one of
// them has none.
func HandOf(a, b *text.Story) Hand {
	if a.Tag == "" || b.Tag == "" {
		return ""
	}
	switch wireA, wireB := FromWire(a), FromWire(b); {
	case wireA && wireB:
		return WireHand
	case wireA || wireB:
		return OutletHand
	}
	return OutletsTwo
}

// FromWire reports whether a version is tagged as the wire's own.
func FromWire(st *text.Story) bool { return strings.HasPrefix(st.Tag, "wire") }

// longestMark is how many bytes may stand before the dash at the start of a
// story for them to be a mark: "CORRECTED-UPDATE 12" has 19.
const longestMark = 24

// revisionIn finds a mark in a line. Words that anybody may write ("update",
// "lead") count only as wires print them: in capitals, or behind an ordinal.
func revisionIn(line string) (Revision, bool) {
	words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\n\r,:;()[]–—_/-", r) })
	shouted := len(words) > 2 && strings.ToUpper(line) == line // in a headline of capitals a mark is a word like others
	for i, w := range words {
		if kind := marksAlone()[w]; kind != "" && !shouted {
			return Revision{Kind: kind, Words: w}, true
		}
		if kind := marksBeforeNumber()[w]; kind != "" && i+1 < len(words) {
			if n, err := strconv.Atoi(words[i+1]); err == nil && n > 0 && n < 100 {
				return Revision{kind, n, w + " " + words[i+1]}, true
			}
		}
		if kind := marksBehindNumber()[w]; kind != "" && i > 0 {
			if n := ordinal(words[i-1]); n > 0 {
				return Revision{kind, n, words[i-1] + " " + w}, true
			}
		}
	}
	return Revision{}, false
}

func marksAlone() map[string]string {
	return map[string]string{"CORRECTS": "correction", "CORRECTED": "correction", "CORRECTION": "correction", "CORRECTIVE": "correction",
		"Berichtigung": "correction", "REFILE": "repeat", "RPT": "repeat", "RECTIFICATION": "correction", "CORRECCIÓN": "correction", "REFILED": "repeat", "RECASTS": "recast", "RECAST": "recast", "ADDS": "addition", "CORRIGE": "correction"}
}

func marksBeforeNumber() map[string]string {
	return map[string]string{"UPDATE": "update", "WRAPUP": "wrap-up", "LEAD": "lead"}
}

func marksBehindNumber() map[string]string {
	return map[string]string{"Lead": "lead", "LEAD": "lead", "Ld": "lead", "LD": "lead", "Writethru": "lead", "Zusammenfassung": "summary"}
}

// ordinal reads "1st", "2nd", "11th", "3."; 0 for anything else.
func ordinal(s string) int {
	digits := strings.TrimRight(s, "stndrh.")
	n, err := strconv.Atoi(digits)
	if err != nil || digits == s || n < 1 || n > 99 {
		return 0
	}
	return n
}
