package align

// Every figure of the method stands here with its reason. Figures without
// another reason were found by coordinate search on mean pair F1 over six
// human-aligned sets (essays, news and its simplification, plain language,
// gospels, Bible translations, wire stories). All documents took part in the
// search; halves were printed apart to see whether a step served both, but
// nothing was held out. See ../BENCHMARKS.md. Most sit on a plateau: moving
// one by a tenth changes mean pair F1 by less than .001.
//
// Similarities are in 0..1. A figure called gain is a distance above the
// noise floor, the similarity of sentences that have nothing in common.
const (
	// wordShare is the part of the similarity that whole words decide;
	// character 3-grams decide the rest. Flat from .35 to .6.
	wordShare = 0.5

	// nameWeight is what a word weighs that occurs only within names before
	// their last word, against one as rare that stands alone: first names and
	// titles go with the name they belong to.
	nameWeight = 0.65

	// floorPrior is the noise floor of a pair about which nothing is known,
	// and floorCount the number of cells it stands for: two short stories
	// have few unrelated pairs to measure noise on.
	floorPrior = 0.05
	floorCount = 24

	// A pair of sentences gains support from the pair before and the pair
	// after it: supportGain of what these have above the floor. Splits and
	// merges shift one side only; such a neighbour counts supportBranch.
	// Below the similarity supportFull the gain fades, so that context
	// alone never links two sentences.
	supportGain   = 0.14
	supportBranch = 0.1
	supportFull   = 0.17

	// An anchor is the best partner in both directions, anchorGain above the
	// floor and anchorMargin better than the runner-up on either side.
	anchorGain   = 0.25
	anchorMargin = 0.01

	// The order of two stories is fully trusted when fullOrder of the shorter
	// one is anchored in order by orderGain: near 1 for versions of one text,
	// .1 to .6 for independent reports of one event.
	fullOrder = 0.5
	orderGain = 0.3

	// gapGain is what a link between two anchors needs; gapDoubt more where
	// the order is not to be trusted at all; gapSide more per doubling of the
	// gap's longer side, for a larger gap has more chances for a wrong pair;
	// gapSkew more where one side of the gap is empty but for the link.
	gapGain  = 0.08
	gapDoubt = 0.13
	gapSide  = 0.02
	gapSkew  = 0.05

	// A split or merged link found in a gap has up to maxBead sentences on
	// its many side; 4 to 1 is rare, and absorption finds it. Each member
	// must reach memberShare of the gap's threshold, every member beyond the
	// first adds memberGain to the weight of the whole, and the whole must
	// cover the one side better than any member does.
	maxBead     = 3
	memberShare = 0.8
	memberGain  = 0.5

	// moveGain is what best partners out of order need, moveDoubt more where
	// there is no order that they could have moved in; they replace links in
	// place when better than them by moveOver.
	moveGain  = 0.21
	moveDoubt = 0.12
	moveOver  = 0.03

	// A link out of order that is best on one side only needs freeGain, and
	// freeOrder more where the order is fully trusted.
	freeGain  = 0.28
	freeOrder = 0.28

	// Links out of order need more the less they rest on: thinGain more with
	// nothing shared, fading until the shared words weigh thinMass, that is
	// four or five rare words. "So it was" twice is no move.
	thinGain = 0.23
	thinMass = 16

	// A free sentence joins a neighbour's link when a mark reaches joinMark:
	// the share of its words (by weight) that the other side holds and that
	// are not accounted for, plus joinSame of what its similarity has above
	// the floor, minus joinAlien if another sentence is more similar, minus
	// joinRate times the share of free sentences in its story (where much is
	// added, one more addition is likely). More than joinNear sentences away
	// from the link it needs joinFar more. The link as a whole must not be
	// covered worse by more than joinLoss. An editor who splits sentences does
	// so again and again: where fewer than joinUsual of the linked sentences
	// seem to be split or merged, up to joinRare more is asked, where more do,
	// up to joinOften less.
	joinMark   = 0.38
	joinSame   = 0.8
	joinAlien  = 0.06
	joinRate   = 0.2
	joinNear   = 2
	joinFar    = 0.25
	joinLoss   = 0.09
	joinRare   = 0.6
	joinUsual  = 0.2
	joinOften  = 0.15
	joinRounds = 2

	// A free sentence between two parts of one split sentence belongs to it
	// if it shares joinBetween of its words.
	joinBetween = 0.1

	// RecastShare is the share of changed words above which a link counts as
	// recast and no longer as edited: less than half of what a reader sees is
	// old, and a word-by-word view stops being one.
	RecastShare = 0.6

	// relatedGain above the floor, but not linked, two free sentences are
	// shown as possibly related.
	relatedGain = 0.15

	// A link is unsure below unsureGain, or with a runner-up, itself not in
	// the group, within unsureMargin.
	unsureGain   = 0.3
	unsureMargin = 0.04

	// lineSame is the absolute similarity at which two lines of furniture (a
	// byline, a credit line) count as the same line: names change, forms do
	// not, so little else is to be had.
	lineSame = 0.5

	// mixedSame is the absolute similarity from which a heading may be paired
	// with body text: the outlet dropped the mark-up, not the words.
	mixedSame = 0.5
)

// Bounds that keep long and odd texts linear; see long.go.
const (
	// denseCells is the number of sentence pairs up to which every pair is
	// measured: 500 by 500 sentences, more than any news story.
	denseCells = 250_000

	// denseSide is the number of sentences up to which a story may be measured
	// in every pair, so that a posting fits into 16 bits.
	denseSide = 10_000

	// gapCells is the number of sentence pairs up to which a gap is searched
	// by dynamic programming when the texts are long; above it only by chain.
	gapCells = 10_000

	// fillCells is the number of sentence pairs up to which a gap between
	// anchors of a long text is measured in full.
	fillCells = 256

	// rareWords is the number of sentences in a gap up to which a stem leads
	// to candidates, keepBest the candidates measured per sentence.
	rareWords = 20
	keepBest  = 4

	// bandCells is the number of cells measured per sentence along the
	// diagonal of a gap without any anchor.
	bandCells = 8

	// maxDepth bounds the recursion into gaps; each level multiplies the
	// rare words, so three levels find what can be found.
	maxDepth = 4

	// floorSample is the number of pairs the noise floor of long texts is
	// measured on.
	floorSample = 3000

	// recastTokens is the length of a sentence, in words, up to which the
	// share of changed words is computed exactly.
	recastTokens = 400
)
