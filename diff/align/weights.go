package align

// Every figure of the method stands here with its reason. "Tuned" means: by
// cross-validation over human-aligned sets of essays, news, plain-language
// texts and Bibles; see ../BENCHMARKS.md. Similarities are in 0..1, and all
// thresholds but the absolute ones are distances above the noise floor, the
// similarity of two sentences that have nothing to do with each other.
const (
	// wordShare is the part of the similarity that whole words decide; the
	// rest is decided by character 3-grams. Flat between .35 and .65.
	wordShare = 0.5

	// floorPrior is the noise floor of a pair about which nothing is known,
	// and floorCount the number of cells it stands for: short stories have
	// few unrelated sentence pairs to measure noise on.
	floorPrior = 0.05
	floorCount = 24

	// An anchor is the best partner in both directions, anchorGain above the
	// floor and anchorMargin better than the runner-up on either side. Tuned.
	anchorGain   = 0.15
	anchorMargin = 0.03

	// gapGain is what a link between two trusted anchors needs above the
	// floor; gapDoubt is added where the order of the stories is not to be
	// trusted at all; gapSide per doubling of the gap's longer side: the
	// larger the gap the more chances for a wrong pair. Tuned.
	gapGain  = 0.10
	gapDoubt = 0.12
	gapSide  = 0.02

	// A split or merged link in a gap may reach three sentences. Each of them
	// must reach memberShare of the gap's threshold, and every member beyond
	// the first adds memberGain to the weight of the whole.
	maxBead     = 3
	memberShare = 0.6
	memberGain  = 0.5

	// moveGain is what an anchor out of order needs; it replaces links in
	// place when better than them by moveOver. Tuned.
	moveGain = 0.22
	moveOver = 0.05

	// A link out of order that is best on one side only needs freeGain, and
	// freeOrder more where the order is fully trusted; freeTaken more if one
	// of the sentences has a partner already. Tuned.
	freeGain  = 0.26
	freeOrder = 0.28
	freeTaken = 0.06

	// fullOrder is the share of sentences that are anchored in order at which
	// the order is fully trusted.
	fullOrder = 0.5

	// A free sentence joins a neighbour's group when that group's other side
	// holds absorbShare of its words (by weight) that are not yet accounted
	// for; absorbFar more when it stands more than absorbNear sentences away;
	// or when it is its best partner by absorbGain above the floor.
	absorbShare  = 0.34
	absorbFar    = 0.20
	absorbNear   = 2
	absorbGain   = 0.22
	absorbRounds = 2

	// RecastShare is the share of changed words above which a link counts as
	// recast and no longer as edited.
	RecastShare = 0.6

	// relatedGain above the floor, and below the threshold, two sentences are
	// shown as possibly related.
	relatedGain = 0.12

	// A link less than unsureGain above its threshold, or less than
	// unsureMargin better than the runner-up, is called unsure.
	unsureGain   = 0.04
	unsureMargin = 0.03

	// lineGain is the absolute similarity at which two lines of furniture (a
	// byline, a credit line) count as the same line: names change, forms do
	// not, so little else is to be had.
	lineGain = 0.5

	// mixedGain is the absolute similarity from which a heading may be paired
	// with body text: an outlet that drops the mark-up, not the words.
	mixedGain = 0.5

	// denseCells is the number of sentence pairs up to which every pair is
	// measured; above it candidates come from shared rare words.
	denseCells = 250_000
)
