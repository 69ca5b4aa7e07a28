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
	listAgencies
	listMedia
	listAliases // before the places: an alias of the same length is tried first
	listPlaces
	numLists
)

// listNames are the names of the sections.
var listNames = [numLists]string{
	"language", "say", "calling", "plainverbs", "beforenouns", "according", "receivers", "handed", "hedges", "sure",
	"negators", "refusals", "negprefixes", "opposites", "qualifiers", "quantifiers", "vague",
	"numbers", "ordinals", "weaknumbers", "scales", "fractions", "percent", "points", "and", "currencies", "per",
	"weekdays", "months", "dayparts", "relative", "ampm", "clockafter", "hourwords", "units",
	"offices", "standing", "standingprefix", "courtesy", "compass", "placewords", "pronouns", "function", "starters",
	"be", "by", "perfectives", "irregular", "agencies", "media", "aliases", "places",
}

// listSet is a set of lists, a bit each.
type listSet uint64

// A set has room for 64 lists.
const _ = uint(64 - numLists)

func (s listSet) has(l list) bool { return s>>l&1 != 0 }
