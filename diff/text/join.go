package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths that the rules of the joining pass count in words.
const (
	// maxTail is the longest attribution that may follow a closed quotation
	// whole: "…?” the minister told the BBC."
	maxTail = 6
	// maxOpening is the longest opening such as "At 5 a.m." that cannot be a
	// sentence of its own before a title.
	maxOpening = 3
	// maxBracket is how many bytes a bracket inside a sentence may hold.
	maxBracket = 300
	// maxScan bounds, in bytes, how far words and openers are read from a stop,
	// so that a text without blanks does not cost the square of its length.
	maxScan = 200
)

// joiner is the second pass: it takes the candidates of a paragraph in order
// and joins what words, case and tables say belongs together.
type joiner struct {
	p     string
	rules *rules
	start int // where the current sentence begins

	looked, small bool // what careless found
}

// ends reports whether the sentence that begins at j.start ends at s.
func (j *joiner) ends(s stop) bool {
	p := j.p
	if s.next >= len(p) || !hasWord(p[max(j.start, s.end-maxScan):s.end]) {
		return false
	}
	if _, end, item := itemAt(p, j.start); item && s.mark < end {
		return false // the head of an item: "1.", "a.)"
	}
	if s.last == ':' || s.last == ';' {
		return j.endsExtra(s)
	}
	n := follow(p, s.next)
	switch {
	case n.first == 0:
		return false // only marks are left
	case j.inBracket(s):
		return false
	case s.wide || scriptio(n.first):
		return j.endsWide(s, n)
	case unicode.IsLower(n.first) && !j.rules.small.has(n.word) && !camel(n.word):
		return j.endsBeforeLower(s, n)
	case s.dots >= 3 && s.last == '.' || s.last == '…':
		return j.endsEllipsis(s, n)
	case s.last == '.':
		return j.endsFullStop(s, n)
	}
	return !j.attributed(s, n) && !j.named(s, n)
}

// endsBeforeLower: a small letter goes on with the sentence, also after ?” and
// !”. Not so where a new quotation opens behind a closed one, before the address of a
// page, and for writers who use no capitals.
func (j *joiner) endsBeforeLower(s stop, n following) bool {
	closed, _ := utf8.DecodeLastRuneInString(j.p[:s.end])
	switch {
	case s.next == s.end || s.dots == 2 || s.dots > 2:
		return false
	case s.end > s.close && isQuote(closed):
		return n.quoted
	case s.end > s.close && s.last != smiley:
		return false
	}
	if s.last == '.' {
		if !j.plainWord(wordBefore(j.p, s.mark), minPlain) {
			return false
		}
	}
	if strings.HasPrefix(n.word, "http") || strings.HasPrefix(n.word, "www.") {
		return true
	}
	return j.careless() && !n.dash
}

// endsExtra decides on a colon or semicolon: in languages that put a small
// letter after them, a capital there begins a sentence.
func (j *joiner) endsExtra(s stop) bool {
	if !strings.ContainsRune(j.rules.stops, s.last) {
		return false
	}
	n := follow(j.p, s.next)
	return unicode.IsUpper(n.first) && n.at == s.next && j.rules.opener.has(n.word) && !j.inBracket(s)
}

// minPlain is the fewest letters of a word that is not taken for an
// abbreviation before a small letter.
const minPlain = 2

// careless reports whether the paragraph is by a writer who uses no capitals:
// it begins with a small letter, or has "i" for "I", or has two full stops
// before small letters after words that are no abbreviations.
func (j *joiner) careless() bool {
	if !j.looked {
		j.looked = true
		first := firstWord(j.p)
		r, _ := utf8.DecodeRuneInString(first)
		j.small = unicode.IsLower(r) && !camel(first) && !j.rules.small.has(first) ||
			j.rules.code == "en" && (strings.Contains(j.p, " i ") || strings.Contains(j.p, " i'm ")) ||
			j.smallStarts(2)
	}
	return j.small
}

// smallStarts reports whether the paragraph has n plain full stops before a
// small letter.
func (j *joiner) smallStarts(n int) bool {
	for i := range j.p {
		if j.p[i] != '.' || i+2 >= len(j.p) || j.p[i+1] != ' ' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(j.p[i+2:]); !unicode.IsLower(r) || !j.plainWord(wordBefore(j.p, i), 4) {
			continue
		}
		if n--; n == 0 {
			return true
		}
	}
	return false
}

// plainWord reports whether w is a word of at least the given letters that no
// table knows as an abbreviation.
func (j *joiner) plainWord(w string, letters int) bool {
	return utf8.RuneCountInString(w) >= letters && strings.IndexByte(w, '.') < 0 && hasVowel(w) && j.rules.lookup(w) == notAbbr
}

// inBracket reports whether s stands in a bracket that was opened inside the
// sentence and closes soon: "(He worked there. It was good.)" stays whole.
func (j *joiner) inBracket(s stop) bool {
	from := max(j.start, s.mark-maxBracket)
	open := from + strings.LastIndexByte(j.p[from:s.mark], '(')
	if open <= j.start || open < from || strings.IndexByte(j.p[open:s.end], ')') >= 0 {
		return false
	}
	ahead := j.p[s.end:min(len(j.p), s.end+maxBracket)]
	shut := strings.IndexByte(ahead, ')')
	next := strings.IndexByte(ahead, '(')
	return shut >= 0 && (next < 0 || shut < next)
}

// endsEllipsis: dots end a sentence before a capital if there are four, or if
// a quotation or bracket closes after them, or if they stand close to the word.
func (j *joiner) endsEllipsis(s stop, n following) bool {
	if s.mark > 0 && (j.p[s.mark-1] == '[' || j.p[s.mark-1] == '(') {
		return false
	}
	return !spaceBefore(j.p, s.mark) || s.dots > 3 || s.end > s.close || j.opens(n) && n.word != "I"
}

// spaceBefore reports whether white space stands before i.
func spaceBefore(p string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(p[:i])
	return unicode.IsSpace(r)
}

// endsFullStop decides on a single full stop before a capital, a digit or a
// rune without case.
func (j *joiner) endsFullStop(s stop, n following) bool {
	w := wordBefore(j.p, s.mark)
	if s.end > s.close {
		return !j.attributed(s, n)
	}
	digit := unicode.IsDigit(n.first)
	opens := j.opens(n)
	if isInitial(w) {
		from := s.mark - len(w)
		return from > j.start && !initialAt(j.p, n) && (opens && !digit || numberBefore(j.p[j.start:from]))
	}
	if k := j.classOf(w, s.mark); k != notAbbr {
		return j.endsAbbr(s, w, k, n)
	}
	switch {
	case isAcronym(w):
		return opens
	case isNumeral(w):
		return j.endsNumeral(s, w, n)
	}
	return true
}

// endsAbbr decides on the full stop of the abbreviation w of class k.
func (j *joiner) endsAbbr(s stop, w string, k class, n following) bool {
	digit, from := unicode.IsDigit(n.first), s.mark-len(w)
	switch k {
	case numbered:
		return !digit && j.opens(n)
	case month:
		return !digit && (j.opens(n) || !numberBefore(j.p[j.start:from]) && j.rules.lookup(n.word) != month)
	case closing:
		return !digit
	case either:
		return (n.quoted && !n.bracket || j.rules.opener.has(n.word)) && !digit
	case clock:
		return j.endsClock(s, n)
	case unit:
		return j.rules.opener.has(n.word) || j.measured(from) && strings.ToUpper(n.word) != n.word
	case bang:
		return true // "Yahoo." without its mark
	}
	return false // title, never
}

// classOf looks up the word w that ends at i: as it stands, with the letter
// before it ("т. д.", "p. m."), or what of it stands behind its last full stop or
// apostrophe ("Tuesday.Mr. Smith", "l'avv. Moro").
func (j *joiner) classOf(w string, i int) class {
	if _, n := utf8.DecodeRuneInString(w); n == len(w) {
		head := strings.TrimRightFunc(j.p[j.start:i-len(w)], unicode.IsSpace)
		if before, ok := strings.CutSuffix(head, "."); ok {
			if k := j.rules.lookup(wordBefore(before, len(before)) + "." + w); k != notAbbr {
				return k
			}
		}
	}
	if k := j.rules.lookup(w); k != notAbbr {
		return k
	}
	if k := strings.LastIndexAny(w, ".'’"); k >= 0 {
		_, n := utf8.DecodeRuneInString(w[k:])
		return j.rules.lookup(w[k+n:])
	}
	return notAbbr
}

// measured reports whether a number stands before i, or a number and one
// word: "12 km", "1,5 млрд руб".
func (j *joiner) measured(i int) bool {
	s := strings.TrimRightFunc(j.p[j.start:i], unicode.IsSpace)
	return numberBefore(s) || numberBefore(s[:len(s)-len(wordBefore(s, len(s)))])
}

// opens reports whether what follows looks like the start of a sentence: a
// word that often opens one, or a quotation, or a dash that opens a credit.
func (j *joiner) opens(n following) bool {
	return n.quoted || n.bracket && !unicode.IsDigit(n.first) || j.rules.opener.has(n.word)
}

// endsClock: "5 p.m." ends a sentence before a capital, unless the time goes
// on, or nothing but the time has been said ("At 5 a.m. Mr. Smith went").
func (j *joiner) endsClock(s stop, n following) bool {
	if j.rules.goesOn.has(n.word) || j.rules.stamp.has(n.word) && !j.rules.opener.has(n.word) {
		return false
	}
	return countWords(j.p[j.start:s.mark], maxOpening+1) > maxOpening
}

// numberBefore reports whether s ends in a number and a blank.
func numberBefore(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	return s != "" && s[len(s)-1]-'0' < 10
}

// initialAt reports whether another initial follows: "В. В. Карим".
func initialAt(p string, n following) bool {
	return isInitial(n.word) && strings.HasPrefix(p[n.at+len(n.word):], ".")
}

// endsNumeral: a number that opens the sentence is the head of a list item; in
// languages with ordinals ("12. Juni") it ends a sentence only before an opener.
func (j *joiner) endsNumeral(s stop, w string, n following) bool {
	if s.mark-len(w) == j.start {
		return false
	}
	if len(j.rules.ordinal) == 0 || len(w) > 2 && w[0] != 'X' && w[0] != 'I' && w[0] != 'V' {
		return true
	}
	return !j.rules.ordinal.has(n.word) && j.opens(n)
}

// attributed reports whether the words after a closed quotation are its
// attribution and nothing else: "“Is this the end?” Mary Jones asked."
func (j *joiner) attributed(s stop, n following) bool {
	if s.end == s.close || n.quoted || n.dash {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(j.p[:s.end]); !isQuote(last) {
		return false
	}
	spoke := false
	words := 0
	for i := n.at; i < len(j.p); {
		w := wordAt(j.p, i)
		if w == "" {
			r, size := utf8.DecodeRuneInString(j.p[i:])
			if _, m := markAt(j.p, i); m > 0 {
				return spoke
			}
			if r == ',' || r == ':' {
				return spoke && s.last != '.'
			}
			i += size
			continue
		}
		if words++; words > maxTail {
			return false
		}
		spoke = spoke || j.rules.speech.has(w)
		i += len(w)
	}
	return spoke
}

// named reports whether the mark is part of a name: "Yahoo! Inc."
func (j *joiner) named(s stop, n following) bool {
	return s.last == '!' && s.end == s.close && j.rules.lookup(wordBefore(j.p, s.mark)) == bang && !j.rules.opener.has(n.word)
}

// maxWideTail is the longest attribution, in characters, that closes a
// quotation in a script without blanks: “我们准备好了。”市长在会上说。
const maxWideTail = 12

// endsWide decides in scripts without blanks: a particle joins what it follows
// (「…。」と述べた), and so does a verb of saying with its speaker.
func (j *joiner) endsWide(s stop, n following) bool {
	if s.end == s.close || n.quoted {
		return true
	}
	switch n.first {
	case 'と', 'は', 'が', 'を', 'に', 'の', 'で', 'な', 'も', 'や', '、', '，', ',':
		return false
	}
	tail := j.p[s.end:min(len(j.p), s.end+utf8.UTFMax*maxWideTail)]
	k := strings.IndexAny(tail, "。，、：:")
	if k < 0 || utf8.RuneCountInString(tail[:k]) > maxWideTail {
		return true
	}
	for verb := range j.rules.speech {
		if strings.HasSuffix(tail[:k], verb) {
			return false
		}
	}
	return true
}
