// Package news looks at aligned sentences the way a desk does: which number,
// name or date changed, whose words were altered inside the marks, which
// source, hedge or "not" went missing. It finds things to look at, never
// verdicts, and each finding shows its evidence: the words in both versions
// and the rule in plain words.
//
//	A  "We are not leaving until every name is read aloud," said a mother.
//	B  "We are not leaving," said a mother.
//	    └── same run ──┘└── quote_trimmed: until every name is read aloud
//
// # The idea
//
// Both sides of a group are read into lists of mentions: facts (numbers,
// sums, dates, measures, each with a normal form: "twelve" is 12, "9 p.m." is
// 21:00, "10 km" is 10,000 m), names, offices, sources with their verb,
// hedges, negators, limits, runs between quotation marks. Equal normal forms
// cancel out. What is left on both sides and of one family is a change; what
// is left on one side is lost or gained, and only worth a flag where the two
// sentences otherwise say the same. Word lists are data, one readable file
// per language under data/; a language without a file is left alone.
//
// Words are looked up once. Every different word of the stories becomes one
// form, which knows the lists that hold it, those with a phrase that it opens,
// and its shape, a bit each:
//
//	tokens     The  talks  in  the  Hague  ...    4 bytes each: which form
//	            │     │     │    │     │
//	forms      The  talks  in  the  Hague         folded, stemmed, looked up once
//	            └── chain of the phrases it opens: "the day after", "the media"
//
// A rule asks a bit of each word, and only where it is set does it read on. A
// group without a word that a rule needs is passed over by that rule; the
// words of a group are listed in memory that serves the next group too.
//
// Sentences that are not aligned but related are looked at too where they
// share more than the story's names (related.go). What the story tells beside
// the group counts: a quotation that goes on has the source of the sentence
// before (carried.go), a clause that crossed to the next sentence is not lost,
// "the prime minister" stands for who bears the office (standin.go), and
// weekdays are read off the story's date (resolve.go). How often all this is
// right stands in diff/BENCHMARKS.md.
//
// The ledger follows each quotation over all versions: runs between marks are
// grouped by their common words, the fullest form is the measure, and the
// speaker is read off the nearest attribution; a pronoun is followed only to
// the person named before it.
//
// # References
//
//   - Clough et al., METER: MEasuring TExt Reuse, ACL 2002: verbatim, rewritten, new.
//   - Bell, Good copy - bad news: the syntax and semantics of news editing, 1984:
//     how desks lose negatives, sources and agents.
//   - Spangher et al., NewsEdits, NAACL 2022: what revisions of news change.
package news
