// Package style knows house style: spellings that an outlet's style book
// decides and that change no meaning (US/U.S., per cent/percent, Kyiv/Kiev).
//
// Segment gives every token the key of its folded word. Apply replaces keys
// by those of canonical spellings, so that everything after it compares keys
// and knows nothing of style books:
//
//	printed   twelve    per cent  of     Gen.      Zelenskyy’s
//	tokens    twelve    per|cent  of     Gen|.     zelenskyy's
//	keys      (12)    (percent)|0 (of) (general)|0 (zelensky's)
//
// The text is shown as written. A phrase is compared as one: its first token
// has the key, the others are silent.
//
// What is the same is decided in this order, the first that speaks wins:
//
//  1. the user's list, "A = B" and "A ! B";
//  2. the book of the version's language, books/LANGUAGE.txt: lines of equal
//     forms, and lists of words for the rules of numbers, magnitudes and
//     doubled letters;
//  3. the rules of spelling: -ise/-ize and -our/-or, guarded by the length of
//     the stem so that "prise" and "prize", "four" and "for" stay apart; digits
//     in groups (1,500 and 1500); clock times (6 p.m. and 6pm);
//  4. what the versions themselves show: a name spelt in two transliterations,
//     a compound with and without its hyphen (see names.go).
//
// Not style, though the same fact: "19 August" and "Aug. 19", "$3 billion" and
// "3 billion dollars", "9 p.m." and "21:00". They are other words in another
// order, which a reader of the word diff wants to see; the news layer, which
// compares facts, knows that they are equal and raises no flag.
//
// # Names
//
// Zelensky, Zelenskyy and Zelenskiy fold to one skeleton when y, iy, ii and yy
// are written i. Two spellings are one name if
//
//	(a) both are always capitalised, in every version, and four letters long;
//	(b) their skeletons are equal, dots left out or written as an e (Müller,
//	    Mueller) — or differ in one inner vowel, and the spellings differ by a
//	    transliteration besides (Yusuf, Youssef);
//	(c) one version writes the first, another the second, beside an equal
//	    neighbour ("President Zelensky", "President Zelenskyy");
//	(d) no sentence names both; for differing vowels, no version.
//
// So Iran and Iraq, Anton and Antony, Morton and Norton stay apart, and Smith
// and Smyth: a y between the consonants of a short word is no i. What the rule
// cannot tell from one name are spellings that parents choose (Brian, Bryan);
// what it does not reach are names whose vowels all differ (Mohammed, Muhammad: in
// the books) and spellings of two target languages (Khrushchev, Chruschtschow).
// The article of Arabic names is one however written (al-, el-). Every
// decision is a Rule that says what it was found by, and the user can undo it.
//
// Apply is linear in the tokens: candidates for (b) share a bucket of equal
// consonants. For the correspondences see ISO 9:1995, the ALA-LC tables and
// C. Borgman, S. Siegfried, Getty's Synoname and its cousins: a survey of
// personal name-matching algorithms, JASIS 43(7), 1992.
package style
