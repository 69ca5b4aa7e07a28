package news

// list is a word list: a section of a language's file.
type list uint8

// The word lists. Their entries and what they are for stand in data/en.txt.
const (
	listLanguage list = iota
	listSay
	listCalling
	listPlainVerbs
	listBeforeNouns
	listAccording
	listReceivers
	listHanded
	listHedges
	listSure
	listNegators
	listRefusals
	listNegPrefixes
	listOpposites
	listQualifiers
	listQuantifiers
	listVague
	listNumbers
	listOrdinals
	listWeakNumbers
	listScales
	listFractions
	listPercent
	listPoints
	listAnd
	listCurrencies
	listPer
	listWeekdays
	listMonths
	listDayparts
	listRelative
	listAmPm
	listClockAfter
	listHourWords
	listUnits
	listOffices
	listStanding
	listStandingPrefix
	listCourtesy
	listCompass
	listPlaceWords
	listPronouns
	listFunction
	listStarters
	listBe
	listBy
	listPerfectives
	listIrregular
	listAmounts
	listAndAHalf
	listMinus
	listOfA
	listRatio
	listClockWords
	listClockOffsets
	listZones
	listSeasons
	listSeasonWords
	listDecades
	listArticle
	listDurations
	listOffsets
	listPortfolios
	listOrgWords
	listNameJoins
	listCorporate
	listPlaceNouns
	listCapitals
	listSpellings
	listAcronyms
	listAuxiliaries
	listCan
	listPhraseEnds
	listExceptions
	listThatVerbs
	listReportNouns
	listSubordinators
	listClauseOpeners
	listKinds
	listOccasions
	listLabelWords
	listPasts
	listStandins
	listDefinite
	listAgencies
	listMedia
	listAliases // before the places: an alias of the same length is tried first
	listPlaces
	numLists
)

// Shapes of words, which stand among the lists that a word opens.
const (
	shapeMark    = numLists + iota // a quotation mark
	shapeName                      // a capital where no sentence begins
	shapeNegator                   // a negator, "hasn't" among them
	shapeDenial                    // denies another word by its prefix: "unlikely"
	shapeFact                      // a figure, a sign, a word of the lists that open facts
	shapeFigure                    // begins with a digit, or a sign and a digit
	shapeMention                   // a capital, a word that may name a place
	numShapes
)

// listNames are the names of the sections.
var listNames = [numLists]string{
	"language", "say", "calling", "plainverbs", "beforenouns", "according", "receivers", "handed", "hedges", "sure",
	"negators", "refusals", "negprefixes", "opposites", "qualifiers", "quantifiers", "vague",
	"numbers", "ordinals", "weaknumbers", "scales", "fractions", "percent", "points", "and", "currencies", "per",
	"weekdays", "months", "dayparts", "relative", "ampm", "clockafter", "hourwords", "units",
	"offices", "standing", "standingprefix", "courtesy", "compass", "placewords", "pronouns", "function", "starters",
	"be", "by", "perfectives", "irregular",
	"amounts", "andahalf", "minus", "ofa", "ratio", "clockwords", "clockoffsets", "zones", "seasons", "seasonwords", "decades", "article", "durations", "offsets", "portfolios", "orgwords", "namejoins", "corporate", "placenouns", "capitals", "spellings", "acronyms", "auxiliaries", "can", "phraseends", "exceptions", "thatverbs", "reportnouns", "subordinators",
	"clauseopeners", "kinds", "occasions", "labelwords", "pasts", "standins", "definite",
	"agencies", "media", "aliases", "places",
}

// listSet is a set of lists and shapes, a bit each.
type listSet [2]uint64

// A set has room for 128 lists and shapes.
const _ = uint(128 - numShapes)

// with is the set of both.
func (s listSet) with(t listSet) listSet { return listSet{s[0] | t[0], s[1] | t[1]} }

// setOf is the set of some lists.
func setOf(lists ...list) (s listSet) {
	for _, l := range lists {
		s.add(l)
	}
	return s
}

func (s *listSet) add(l list) { s[l>>6] |= 1 << (l & 63) }

func (s *listSet) remove(l list) { s[l>>6] &^= 1 << (l & 63) }

func (s listSet) has(l list) bool { return s[l>>6]>>(l&63)&1 != 0 }

// meets reports whether the sets have a list in common.
func (s listSet) meets(t listSet) bool { return s[0]&t[0]|s[1]&t[1] != 0 }
