package style

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// correspondences are letters that stand for one sound where names are
// brought into Latin letters in different ways: English, French and German
// press, ISO 9, ALA-LC, BGN/PCGN. The right side is only a mark of the class.
// Longer ones first, so that "shch" is not read as "sh".
var correspondences = strings.NewReplacer(
	"schtsch", "5", "shch", "5", "chtch", "5", "sch", "3", "sh", "3", "tch", "4", "tsch", "4", "ch", "4",
	"kh", "h", "gh", "g", "dh", "d", "ph", "f", "dzh", "j", "dj", "j", "zh", "j", "ck", "k", "q", "k",
	"tz", "ts", "x", "ks", "w", "v",
	"iyy", "i", "iy", "i", "ij", "i", "yi", "i", "ii", "i", "yy", "i", "ie", "i", "y", "i",
	"oo", "u", "ou", "u", "ee", "i", "oye", "oe", "aye", "ae", "uye", "ue",
)

// letters are those that Unicode does not take apart.
var letters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "’", "", "'", "", "ʼ", "")

// endings are the ends of Slavic surnames: -off and -ow are -ov.
var endings = [...][2]string{{"off", "ov"}, {"ow", "ov"}, {"eff", "ev"}, {"ew", "ev"}, {"ah", "a"}}

// plainName writes a name in lower case without diacritics.
func plainName(w string) string {
	w = letters.Replace(strings.ToLower(w))
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		if !unicode.IsMark(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// skeleton folds the ways to transliterate a name into one.
func skeleton(w string) string {
	w = plainName(w)
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e[0]); ok && len(s) > 2 {
			w = s + e[1]
			break
		}
	}
	if rest, ok := strings.CutPrefix(w, "ye"); ok { // Yevgeny, Evgeny
		w = "e" + rest
	}
	return single(correspondences.Replace(hardY(w)))
}

// hardY marks a y between consonants, which makes another name (Smith, Smyth;
// Sidney, Sydney), but in words of three syllables (Lysenko, Lisenko).
func hardY(w string) string {
	syllables, vowel := 0, false
	for _, r := range w {
		if v := isVowel(r) || r == 'y'; v != vowel {
			if vowel = v; v {
				syllables++
			}
		}
	}
	if syllables > 2 {
		return w
	}
	b := []byte(w)
	for i := 1; i+1 < len(b); i++ {
		if b[i] == 'y' && !strings.ContainsRune("aeiouy1", rune(b[i-1])) && !strings.ContainsRune("aeiouy1", rune(b[i+1])) {
			b[i] = '1'
		}
	}
	return string(b)
}

// umlauts are the letters that print without dots writes with an e.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")

// alike reports whether two spellings fold to one skeleton, dots written as an
// e (Müller, Mueller) or left out (Müller, Muller).
func alike(x, y *spelling) bool {
	return x.skeleton == y.skeleton || skeleton(umlauts.Replace(x.word)) == y.skeleton || x.skeleton == skeleton(umlauts.Replace(y.word))
}

// single writes doubled letters once.
func single(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range w {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// isVowel reports whether r is a vowel of a skeleton.
func isVowel(r rune) bool { return strings.ContainsRune("aeiou", r) }

// consonants are what remains of a skeleton.
func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if isVowel(r) {
			return -1
		}
		return r
	}, s)
}

// vowelApart reports whether two spellings of equal consonants differ in one
// inner vowel, and by a transliteration besides: Yusuf and Youssef. A vowel
// alone tells persons apart (Jensen, Jansen), a last one too (Mario, Maria).
func vowelApart(x, y *spelling) bool {
	a, b := []rune(x.skeleton), []rune(y.skeleton)
	if len(a) != len(b) || len(a) < minName {
		return false
	}
	diff := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if !isVowel(a[i]) || !isVowel(b[i]) || i == len(a)-1 {
			return false
		}
		diff++
	}
	return diff == 1 && len([]rune(plainName(x.word))) != len([]rune(plainName(y.word)))
}
