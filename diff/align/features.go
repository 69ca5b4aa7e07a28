package align

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"wirediff/diff/text"
)

// Features is what the aligner needs to know about one story. It is computed
// once and shared by all pairs the story takes part in, also concurrently;
// it is never modified.
type Features struct {
	story  *text.Story
	layers [2]layer // body and headings; all other lines
}

// layer is a part of a story the sentences of which are aligned with each
// other: sentence number i of the layer is story.Sentences[sent[i]].
type layer struct {
	sent  []int32
	role  []text.Role
	key   []uint64      // hash of the key sequence
	words space[uint32] // stems
	grams space[uint16] // character 3-grams

	posted sync.Once
}

// post makes the postings of the layer, which only measuring every pair of
// sentences makes use of, when they are first asked for.
func (l *layer) post() {
	l.posted.Do(func() {
		l.words.postings()
		l.grams.postings()
	})
}

// Prepare computes the features of s. Linear in the text but for the sort of
// its vocabulary.
func Prepare(s *text.Story) *Features {
	f := &Features{story: s}
	c := new(counter)
	for l := range f.layers {
		c.layer(&f.layers[l], s, l == 0)
	}
	return f
}

// counter collects the features of a story. Its buffers are used again for
// the next layer.
type counter struct {
	words  []uint32 // stems in text order
	inner  []bool   // of each stem: it stands within a name and does not end it
	wordAt []int32  // where each sentence starts in them
	word   []rune
	grams  bitset // of one sentence
}

// layer collects the features of the counted sentences, or of the others.
func (c *counter) layer(l *layer, s *text.Story, counted bool) {
	size, tokens := int32(0), 0
	for i := range s.Sentences {
		x := &s.Sentences[i]
		if x.Role.Counted() == counted {
			l.sent = append(l.sent, int32(i))
			size += x.End - x.Start + 1
			tokens += x.Tokens.Len()
		}
	}
	if len(l.sent) == 0 {
		return
	}
	c.words, c.inner, c.wordAt = slices.Grow(c.words[:0], tokens), slices.Grow(c.inner[:0], tokens), c.wordAt[:0]
	l.grams = space[uint16]{rows: make([]uint16, 0, size), rowAt: make([]int32, 1, len(l.sent)+1)}
	for _, i := range l.sent {
		x := &s.Sentences[i]
		l.role = append(l.role, x.Role)
		l.key = append(l.key, keyHash(s, x))
		c.wordAt = append(c.wordAt, int32(len(c.words)))
		c.sentence(s, x)
		l.grams.rows = c.grams.drain(l.grams.rows)
		l.grams.rowAt = append(l.grams.rowAt, int32(len(l.grams.rows)))
	}
	c.wordAt = append(c.wordAt, int32(len(c.words)))
	l.words = wordSpace(c.words, c.inner, c.wordAt)
	gramSpace(&l.grams)
}

// sentence adds the stems and the character 3-grams of sentence x. Of a name
// only the last word gives 3-grams; see names.go.
func (c *counter) sentence(s *text.Story, x *text.Sentence) {
	g := gram{0, ' '} // a sentence starts with the gap before its first word
	tokens := s.Tokens[x.Tokens.From:x.Tokens.To]
	run, name := 0, 0 // where the capitalised words seen last end, and the name
	for i, t := range tokens {
		if t.Key == 0 {
			continue
		}
		if i >= run {
			run = i + capitalised(s, tokens[i:])
			name = nameEnd(i, run)
		}
		c.fold(t.Of(s.Body))
		if len(c.word) == 0 {
			continue
		}
		inner := i+1 < name
		c.addWord(inner)
		if inner {
			g = gram{0, ' '}
			continue
		}
		for _, r := range c.word {
			c.push(&g, r)
		}
		c.push(&g, ' ')
	}
}

// gram is the last two runes seen.
type gram [2]rune

func (c *counter) push(g *gram, r rune) {
	if g[0] != 0 {
		c.grams.add(gramHash(g[0], g[1], r))
	}
	g[0], g[1] = g[1], r
}

// fold leaves the letters and digits of word in c.word, in lower case.
func (c *counter) fold(word string) {
	c.word = c.word[:0]
	for i := 0; i < len(word); {
		b := word[i]
		if b < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= b && b <= 'z' || '0' <= b && b <= '9':
				c.word = append(c.word, rune(b))
			case 'A' <= b && b <= 'Z':
				c.word = append(c.word, rune(b)+'a'-'A')
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		i += n
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			c.word = append(c.word, unicode.ToLower(r))
		}
	}
}

// isDense reports whether r belongs to a script that puts no spaces between
// words; there pairs of characters serve as words.
func isDense(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// addWord adds the stem of c.word, or its pairs of characters.
func (c *counter) addWord(inner bool) {
	if len(c.word) > 2 && isDense(c.word[0]) {
		for k := 1; k < len(c.word); k++ {
			c.words = append(c.words, stem(c.word[k-1:k+1]))
		}
	} else if len(c.word) > 0 {
		c.words = append(c.words, stem(c.word))
	}
	for len(c.inner) < len(c.words) {
		c.inner = append(c.inner, inner)
	}
}

// Lengths of the stem of a word: words up to stemKeep runes stay whole,
// longer ones lose stemCut runes, but never more than down to stemKeep. The
// rule knows no language and did as well as any stemmer tried.
const (
	stemKeep = 5
	stemCut  = 3
)

// stem returns the hash of the stem of word.
func stem(word []rune) uint32 {
	if len(word) > stemKeep {
		word = word[:max(stemKeep, len(word)-stemCut)]
	}
	h := uint64(14695981039346656037)
	for _, r := range word {
		h = (h ^ uint64(r)) * 1099511628211
	}
	return uint32(h ^ h>>32)
}

// gramBits is the width of a 3-gram's number: English news has about 8,000
// different ones, so few of them share a number.
const gramBits = 16

func gramHash(a, b, c rune) uint16 {
	h := (uint64(a)*0x9E3779B97F4A7C15 ^ uint64(b)) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>29 ^ uint64(c)) * 0x94D049BB133111EB
	return uint16(h >> (64 - gramBits))
}

// keyHash is equal for sentences that differ in typography and house style
// only. A sentence without a word has a hash of its text.
func keyHash(s *text.Story, x *text.Sentence) uint64 {
	h, any := uint64(14695981039346656037), false
	for _, t := range s.Tokens[x.Tokens.From:x.Tokens.To] {
		if t.Key != 0 {
			h, any = (h^t.Key)*1099511628211, true
			h ^= h >> 29
		}
	}
	if !any {
		for k := x.Start; k < x.End; k++ {
			h = (h ^ uint64(s.Body[k])) * 1099511628211
		}
	}
	return h
}
