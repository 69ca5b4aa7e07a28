package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxHeading is the most words of a heading, and twice the most of one
	// that ends without a mark in the middle of a sentence.
	maxHeading = 16
	// maxWideHeading is the same in characters of a script without blanks.
	maxWideHeading = 30
	// maxByline is the most words of a byline.
	maxByline = 14
	// maxFurniture is the most words of a furniture line: longer ones are prose.
	maxFurniture = 30
)

// RoleOf says what a line or paragraph that stands alone is to a story in the
// given language ("" or "und" knows no words). When in doubt it is RoleBody.
// Linear in the line.
func RoleOf(s, lang string) Role {
	g := segmenter{rules: rulesFor(lang)}
	s = strings.TrimSpace(s)
	g.cut(s, 0)
	return g.role(s)
}

// roleOf is RoleOf but for headings of several sentences.
func (r *rules) roleOf(s string) Role {
	s = strings.TrimSpace(s)
	switch {
	case !hasWord(s):
		if strings.ContainsFunc(s, isSymbolRule) {
			return RoleFurniture
		}
		return RoleBody
	case len(s) > 2000: // no line of furniture, only prose, is that long
		return RoleBody
	case r.isCredit(s):
		return RoleCredit
	case r.isByline(s):
		return RoleByline
	case r.isStamp(s):
		return RoleDateline
	}
	if role := r.matchLine(s); role != RoleAuto {
		return role
	}
	if r.isHeading(s) {
		return RoleHeading
	}
	return RoleBody
}

// isSymbolRule are the marks that separators between sections are made of.
func isSymbolRule(c rune) bool {
	return c == '_' || c == '*' || c == '#' || c == '=' || c == '~' || isDash(c) || isBullet(c)
}

// isSigned knows the form of an agency's initials behind a dash or two: "- BPA", "– ANP.".
func isSigned(s string) bool {
	name := strings.TrimLeft(s, "-–—")
	dashes := utf8.RuneCountInString(s[:len(s)-len(name)])
	name = strings.TrimSuffix(strings.TrimLeft(name, " \t\n\f\r"), ".")
	letters := utf8.RuneCountInString(name)
	return dashes >= 1 && dashes <= 2 && letters >= 2 && letters <= 6 && !strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsUpper(c) })
}

// isCredit knows an agency's name alone or behind a dash: "- AFP", "(AP)",
// "Reuters/dpa"; behind a dash, by its form, also one that no table names.
func (r *rules) isCredit(s string) bool {
	if len(s) > 100 {
		return false
	}
	if isSigned(s) {
		return true
	}
	s = strings.ToLower(strings.TrimFunc(s, func(c rune) bool {
		return isSymbolRule(c) || isOpenBracket(c) || isCloseBracket(c) || c == '/' || c == '.' || unicode.IsSpace(c)
	}))
	if s == "" {
		return false
	}
	return r.allAgencies(s, "/,&+") || r.allAgencies(s, "/,&+-")
}

// allAgencies reports whether the parts of s between separators are names of agencies.
func (r *rules) allAgencies(s, separators string) bool {
	for name := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		if !r.agency[strings.TrimSpace(name)] {
			return false
		}
	}
	return true
}

// isTailCredit reports whether the last sentence of a paragraph is a credit.
func (r *rules) isTailCredit(s string) bool {
	return len(s) < 400 && (r.isCredit(s) || r.matchLine(s) == RoleCredit || isSignature(s))
}

// maxSignature is the most words of an agency's name behind a dash.
const maxSignature = 3

// isSignature knows "- Meridian" behind the last sentence: a dash, then a few
// words with capitals and no full stop.
func isSignature(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	rest := strings.TrimLeftFunc(s[n:], unicode.IsSpace)
	if !isDash(first) || rest == s[n:] || endsLine(s) || countWords(rest, maxSignature+1) > maxSignature {
		return false
	}
	for w := range strings.FieldsSeq(rest) {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			return false
		}
	}
	return rest != ""
}

// isByline: "By Ada Onslow in Averley": the opening words of a byline, then
// little but names, and no full stop.
func (r *rules) isByline(s string) bool {
	rest, ok := "", false
	for _, open := range r.byline {
		if len(s) > len(open) && strings.EqualFold(s[:len(open)], open) && (asciiSpace(s[len(open)]) || s[len(open)] == ':') {
			rest, ok = strings.TrimLeft(s[len(open):], ": "), true
		}
	}
	if !ok || endsLine(s) || countWords(rest, maxByline+1) > maxByline {
		return false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	small := 0
	for w := range strings.FieldsSeq(rest) {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) {
			small++
		}
	}
	return unicode.IsUpper(first) && small*2 <= countWords(rest, maxByline)
}

// isStamp: a line that holds a number and otherwise words of dates and times,
// and places in capitals: "Published 3 March 2024, 10:15 a.m. GMT".
func (r *rules) isStamp(s string) bool {
	if len(s) > 120 || r.stamp == nil {
		return false
	}
	digits, words := false, 0
	for i := 0; i < len(s); {
		w := wordAt(s, i)
		if w == "" {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		i += len(w)
		if w[0]-'0' < 10 { // "18h02", "2025年10月14日", "15th"
			digits = true
			for part := range strings.FieldsFuncSeq(w, func(c rune) bool { return c-'0' < 10 && c >= '0' }) {
				if len(part) > 2 && !r.stamp.has(part) {
					return false
				}
				if len(part) > 2 {
					words++
				}
			}
			continue
		}
		if words++; !r.stamp.has(w) {
			return false
		}
	}
	return digits && (words > 0 || strings.ContainsAny(s, ":/-."))
}

// matchLine compares a line with the patterns of the table. The first and the
// last word tell which of them are worth a look.
func (r *rules) matchLine(s string) Role {
	var buf [maxWord]byte
	found := [3][]linePattern{}
	if w, ok := lowerInto(&buf, firstWord(s)); ok {
		found[0] = r.heads[string(w)]
	}
	if w, ok := lowerInto(&buf, lastWord(s)); ok {
		found[1] = r.tails[string(w)]
	}
	if slices.ContainsFunc(r.inner, func(p linePattern) bool { return strings.Contains(s, p.parts[1]) }) {
		found[2] = r.inner
	}
	if found[0] == nil && found[1] == nil && found[2] == nil {
		return RoleAuto
	}
	folded := foldLine(s)
	bare := strings.TrimLeft(folded, "•·*- ") // "• Additional reporting by", "-- with files from"
	for _, list := range found {
		for _, p := range list {
			if (p.matches(folded) || p.matches(bare)) && (p.role != RoleFurniture || isFurniture(s)) && !r.isProse(p, s) {
				return p.role
			}
		}
	}
	return RoleAuto
}

// isProse reports whether a line that p matches is a sentence of the story all
// the same: one that ends in a full stop, while p leaves open how it goes on.
// "Source: that was how pilgrims knew it." goes on in small letters. "Cookie
// sales rose." does not speak of the page, "Subscribe to that view, she said,
// and you lose." is somebody's word.
func (r *rules) isProse(p linePattern, s string) bool {
	last := len(p.parts) - 1
	if !endsLine(s) || strings.HasSuffix(s, ":") || last == 0 || p.parts[0] == "" || p.parts[last] != "" {
		return false
	}
	rest := s
	if _, after, ok := strings.Cut(s, ":"); ok && strings.Contains(p.parts[0], ":") {
		rest = after
	} else {
		for range strings.Fields(p.parts[0]) {
			_, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
		}
	}
	if p.role == RoleFurniture && !strings.Contains(p.parts[0], ":") {
		return hasAny(s, r.speech) || !hasAny(rest, r.page) && !strings.ContainsAny(s, "@©")
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, ": \u00a0"))
	return unicode.IsLower(first)
}

// hasAny reports whether a word of s is in set.
func hasAny(s string, set wordSet) bool {
	for i := 0; i < len(s); {
		w := wordAt(s, i)
		if w == "" {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		if set[strings.ToLower(w)] {
			return true
		}
		i += len(w)
	}
	return false
}

// isFurniture guards the patterns of furniture: a long line or one that
// quotes somebody is prose.
func isFurniture(s string) bool {
	return countWords(s, maxFurniture+1) <= maxFurniture && !strings.ContainsAny(s, "\"“”„«")
}

// firstWord returns the first word of a line, "©" being one.
func firstWord(s string) string {
	for i, r := range s {
		if r == '©' {
			return s[i : i+2]
		}
		if scriptio(r) { // no blanks tell where the word ends
			return s[i : i+utf8.RuneLen(r)]
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return wordAt(s, i)
		}
	}
	return ""
}

// lastWord returns the letters and digits at the end of a line, marks left out.
func lastWord(s string) string {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	end := strings.LastIndexFunc(s, word)
	if end < 0 {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s[end:])
	s = s[:end+n]
	i := strings.LastIndexFunc(s, func(r rune) bool { return !word(r) })
	if i < 0 {
		return s
	}
	_, n = utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// foldLine brings a line to the form the patterns are written in.
func foldLine(s string) string {
	var b strings.Builder
	blank := false
	for _, c := range s {
		if unicode.IsSpace(c) {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		switch {
		case isDash(c):
			b.WriteByte('-')
		case c == '’' || c == '‘':
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return strings.TrimRight(b.String(), ".")
}

// matches reports whether the pattern covers the whole line.
func (p linePattern) matches(s string) bool {
	last := len(p.parts) - 1
	if !strings.HasPrefix(s, p.parts[0]) {
		return false
	}
	if last == 0 {
		return len(s) == len(p.parts[0])
	}
	s = s[len(p.parts[0]):]
	for _, part := range p.parts[1:last] {
		i := strings.Index(s, part)
		if i < 0 {
			return false
		}
		s = s[i+len(part):]
	}
	return strings.HasSuffix(s, strings.TrimRight(p.parts[last], "."))
}

// isHeading: a short line without the mark of a sentence, or between dashes.
func (r *rules) isHeading(s string) bool {
	if marked, ok := strings.CutPrefix(s, "- "); ok && strings.HasSuffix(marked, " -") {
		return countWords(s, maxHeading+1) <= maxHeading
	}
	first, _ := utf8.DecodeRuneInString(s)
	if endsLine(s) || isBullet(first) || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") {
		return false
	}
	if strings.ContainsFunc(s, scriptio) {
		return utf8.RuneCountInString(s) <= maxWideHeading
	}
	if isQuote(first) {
		_, n := utf8.DecodeRuneInString(s)
		first, _ = utf8.DecodeRuneInString(s[n:])
	}
	return !unicode.IsLower(first) && countWords(s, maxHeading+1) <= maxHeading
}
