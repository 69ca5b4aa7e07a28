package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// sampleBytes is how much of a body is looked at to tell its language: a few
// paragraphs settle it.
const sampleBytes = 4096

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
	return DetectLanguage(src.Body)
}

// DetectLanguage guesses the language of s, a BCP 47 code. Most scripts tell
// it alone; among the languages in Latin and in Cyrillic letters the commonest
// words decide. Latin letters without any such word are taken for English, the
// commonest language of the wires; no letters at all are "und".
//
// On single sentences this is as good as the trigrams of
// github.com/abadojack/whatlanggo, and thirty times faster: see
// diff/BENCHMARKS.md. Linear in the first sampleBytes.
func DetectLanguage(s string) string {
	s = s[:min(len(s), sampleBytes)]
	code := scriptLanguage(s)
	if code != "" {
		return code
	}
	return wordLanguage(s)
}

// scripts that tell a language, in the order in which they are asked.
var scripts = [...]struct {
	code  string
	table *unicode.RangeTable
}{
	{"ko", unicode.Hangul}, {"th", unicode.Thai}, {"ar", unicode.Arabic}, {"he", unicode.Hebrew}, {"el", unicode.Greek},
	{"hi", unicode.Devanagari}, {"hy", unicode.Armenian}, {"ka", unicode.Georgian}, {"km", unicode.Khmer}, {"lo", unicode.Lao},
	{"my", unicode.Myanmar}, {"bn", unicode.Bengali}, {"ta", unicode.Tamil}, {"am", unicode.Ethiopic},
}

// kanaShare: Japanese has at least one kana among so many characters; a
// Chinese text may quote one.
const kanaShare = 20

// scriptLanguage returns the language that most letters of s tell by their
// script, "" if they are Latin or Cyrillic, "und" if there are none.
func scriptLanguage(s string) string {
	letters, alphabetic, han, kana := 0, 0, 0, 0
	var counts [len(scripts)]int
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
			continue
		case r < 0x370 || isCyrillic(r):
			alphabetic++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		default:
			for i := range scripts {
				if unicode.Is(scripts[i].table, r) {
					counts[i]++
					break
				}
			}
		}
		letters++
	}
	switch {
	case letters == 0:
		return "und"
	case kana*kanaShare > han+kana && han+kana > alphabetic/2: // names in Latin letters are long
		return "ja"
	case han > alphabetic/2:
		return "zh"
	}
	for i, n := range counts {
		if 2*n > letters {
			return scripts[i].code
		}
	}
	if 2*alphabetic < letters {
		return "und"
	}
	return ""
}

// evidence is what words.txt holds: which languages use a word or a letter.
type evidence struct {
	codes   []string
	words   map[string][]uint8 // indices into codes
	letters map[rune][]uint8
}

// readWords reads words.txt once.
var readWords = sync.OnceValue(func() *evidence {
	data, err := langFiles.ReadFile("lang/words.txt")
	if err != nil {
		panic("diff/text: no words to tell languages by")
	}
	e := &evidence{words: map[string][]uint8{}, letters: map[rune][]uint8{}}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		words, letters, _ := strings.Cut(line, "|")
		list := strings.Fields(words)
		n := uint8(len(e.codes))
		e.codes = append(e.codes, list[0])
		for _, w := range list[1:] {
			if has := e.words[w]; len(has) == 0 || has[len(has)-1] != n {
				e.words[w] = append(has, n)
			}
		}
		for c := range strings.FieldsSeq(letters) {
			r, _ := utf8.DecodeRuneInString(c)
			e.letters[r] = append(e.letters[r], n)
		}
	}
	return e
})

// wordLanguage adds up, for every word and letter of s that words.txt holds, a
// share for each language that uses it, and returns the language with most;
// the first of the file wins a tie.
func wordLanguage(s string) string {
	e := readWords()
	scores := make([]int, len(e.codes))
	give := func(to []uint8, points int) {
		for _, n := range to {
			scores[n] += points / len(to)
		}
	}
	var buf [maxWord]byte
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		k := i
		for k < len(s) {
			r, n := utf8.DecodeRuneInString(s[k:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			if r >= utf8.RuneSelf {
				give(e.letters[unicode.ToLower(r)], letterPoints)
			}
			k += n
		}
		if w, ok := lowerInto(&buf, s[i:k]); ok {
			give(e.words[string(w)], wordPoints)
		}
		i = k
	}
	best := 0
	for n := range scores {
		if scores[n] > scores[best] {
			best = n
		}
	}
	if scores[best] == 0 && strings.ContainsFunc(s, isCyrillic) {
		return "ru"
	}
	return e.codes[best]
}

func isCyrillic(r rune) bool { return r >= 0x400 && r < 0x530 }

// A word says more than a letter, which names from abroad bring along, too.
// Both divide by up to six languages.
const (
	wordPoints   = 60
	letterPoints = 30
)
