// Package align pairs the sentences of two stories: which sentence of one
// says what which sentence of the other says, what was split, merged, moved,
// cut and added. It uses no model, no dictionary and no knowledge of a
// language.
//
// # The idea
//
// Sentences that say the same share rare words. Versions of one text tell it
// mostly in one order. So: measure every pair of sentences, trust the pairs
// that are beyond doubt, let their order say where to look for the rest, and
// ask more of a pair the less the order speaks for it.
//
//	          B  0   1   2   3   4   5   6
//	A  0         #   .   .   .   .   .   .     # anchor: best in row and
//	   1         .   #   .   .   .   .   .       column, on the chain
//	   2         .   . +---+---+ .   .   .     | gap between two anchors,
//	   3         .   . | s | s | .   .   .       searched for s, a split
//	   4         .   . +---+---+ .   .   .       sentence (2<2,3; 3 is cut)
//	   5         .   .   .   .   #   .   .
//	   6         .   .   .   .   .   .   m     m off the chain: 6 has moved
//	   7         .   .   .   .   .   #   .       behind what was 7
//
// # The steps
//
//  1. Features (features.go, space.go). A sentence is a set of stems (words
//     without their ends) and a set of character 3-grams. Both weigh
//     ln(1+N/df), where the documents that df counts are the sentences of the
//     two stories at hand [1]: a word that two of sixty sentences have weighs
//     3.4, one that thirty have 1.1. A name of several words counts little
//     more than one word (names.go).
//  2. Similarity (similarity.go). The mean of the cosines, leaning a little
//     towards containment. The median over all pairs is the noise floor; all
//     thresholds are distances above it, which does away with tuning by
//     genre and language.
//  3. Support (matrix.go). A pair gains from the pair before and the pair
//     after it: passages are kept, moved and reworded as passages.
//  4. Anchors (anchor.go, chain.go). Equal sentences that occur once on each
//     side [5], and best partners in both directions; their heaviest
//     increasing chain says how far the order is to be trusted.
//  5. Gaps (gap.go). Between two anchors a dynamic programme over 1-1, 1-n,
//     n-1, 1-0 and 0-1 [2], with a threshold that grows with the gap and
//     with the doubt about the order.
//  6. Out of order (far.go). Strong pairs off the chain are moves, which ask
//     for more where there is no order to move in; a free sentence may take a
//     free partner anywhere. Both need more when the words they share are few
//     or common.
//  7. Absorption (absorb.go). A free sentence joins a link nearby if it
//     accounts for words of the other side that nothing accounts for yet:
//     the second half of a split sentence, which alone looks like nothing.
//     That needs more where few sentences are split and less where many are:
//     editors who split do so again and again.
//  8. Groups (group.go). Connected sentences are a group; kinds are named by
//     comparing Token.Key; the groups outside the heaviest increasing chain,
//     weighed in words, have moved: the fewest words moved that explain the
//     order.
//
// What is free in the end and near the threshold is listed as possibly
// related, which is shown and never counted. Explain tells of any group which
// step linked it, what it found and asked for, which words it rests on, and
// who came second.
//
// Headings and body text are aligned with each other; bylines, credit lines
// and the like among themselves (lines.go).
//
// # Order of arguments
//
// Of two stories the one that is smaller by number of sentences, then text,
// is aligned as the first, and the result inverted if the caller asked for
// the other direction. So Stories(b, a) is Stories(a, b).Invert() by
// construction, whatever the steps do with ties.
//
// # Cost
//
// Two stories of n and m sentences cost their shared postings, about 20 per
// cell of n by m; that is .2 ms for 60 by 60. Above denseCells the cells worth
// measuring are found from the top down (long.go), as patience diff [5] and
// hunalign [3] do: a few candidates per sentence by its rarest words, the best
// of them in order, and again within each gap, where other words are rare.
// Time and memory are then linear in the texts, also when all sentences are
// alike, all are different, or all have moved. Features are made once per
// story (Prepare) and take about three bytes per byte of text.
//
// # Kin
//
// The nearest relatives are MASSAlign and CATS [4] (similarity and greedy
// order), vecalign [6] (the same programme over embeddings, in linear time)
// and CollateX (witness collation). Embeddings did not beat lexical weights
// on plain-language texts and on revisions in the published comparisons; what
// neither finds is a fact restated in entirely different words.
//
//  1. R. Nelken, S. M. Shieber: Towards Robust Context-Sensitive Sentence
//     Alignment for Monolingual Corpora. EACL 2006.
//  2. W. A. Gale, K. W. Church: A Program for Aligning Sentences in Bilingual
//     Corpora. Computational Linguistics 19 (1993).
//  3. D. Varga et al.: Parallel Corpora for Medium Density Languages
//     (hunalign). RANLP 2005.
//  4. G. H. Paetzold, F. Alva-Manchego, L. Specia: MASSAlign. IJCNLP 2017;
//     S. Štajner et al.: CATS. LREC 2018.
//  5. B. Cohen: patience diff, 2003 (in Bazaar); the increasing chain:
//     M. L. Fredman, Discrete Mathematics 11 (1975).
//  6. B. Thompson, P. Koehn: Vecalign. EMNLP 2019.
//
// # Glossary
//
// A link is a pair of sentences; a group all sentences connected by links; a
// layer the sentences of a story that are compared with each other; a cell a
// pair that was measured; the floor the similarity of unrelated sentences; an
// anchor a pair beyond doubt; the chain the anchors in order; a gap the
// sentences between two anchors; a bead a step of the programme in a gap.
package align
